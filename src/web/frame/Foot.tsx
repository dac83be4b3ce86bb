// The foot of the page: whom this verifier believes, and where you are.

import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReportTrustRoot } from "../../core/report.ts";
import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { keepForOffline } from "../offline/register.ts";
import { trustRoots } from "./service.ts";
import { marks, words } from "./language.ts";

export function Foot() {
  const [roots, setRoots] = useState<readonly ReportTrustRoot[] | null | "unknown">(null);
  useEffect(() => {
    trustRoots().then(setRoots, () => setRoots("unknown"));
  }, []);
  const [knownAt, setKnownAt] = useState<string | null>(null);
  useEffect(() => {
    keepForOffline().then(setKnownAt, () => setKnownAt(null));
  }, []);
  return (
    <footer class="foot">
      <p>{roots === null ? words.page.believes : roots === "unknown" ? words.page.believesUnknown : believed(roots)}</p>
      <p>{words.page.servedBy(location.host)}</p>
      {knownAt !== null && <p data-offline-ready>{words.snapshot.ready(words.dateTime(knownAt))}</p>}
      <p>
        <a href="/docs">{words.page.documentation}</a>
      </p>
    </footer>
  );
}

function believed(roots: readonly ReportTrustRoot[]): ComponentChild {
  if (roots.length === 0) return words.page.believesNobody;
  const [open, close] = marks.brackets;
  return (
    <>
      {words.page.believes + marks.blank}
      {roots.map(({ did, name, documentTypes }, at) => (
        <span key={did}>
          {at === 0 ? "" : marks.semicolon}
          <bdi>{visible(name)}</bdi>
          {`${open}${documentTypes.map((type) => typeWords(type, words).many).join(marks.listed)}${close}`}
        </span>
      ))}
      {marks.stop}
    </>
  );
}
