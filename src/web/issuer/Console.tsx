// The console of somebody who is signed in: who that is, and one part of the console at a time.

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { issuerSections, type IssuerSection } from "../../words/issuerWords.ts";
import type { Me } from "../frame/signIn/me.ts";
import type { Session } from "../frame/signIn/session.ts";
import { AnchorDesk } from "./anchorDesk.ts";
import { AnchorPanel } from "./AnchorPanel.tsx";
import { DocumentsPanel } from "./DocumentsPanel.tsx";
import { FolderPanel } from "./FolderPanel.tsx";
import { FolderRun } from "./folderRun.ts";
import { Later } from "./Later.tsx";
import { says } from "./says.ts";
import { useChanging } from "./useChanging.ts";

/** What a part of the console gets. */
export interface PartProps {
  readonly session: Session;
  readonly me: Me;
}

export function Console({ session, me }: PartProps) {
  const { section, rest } = usePlace();
  // They go on while another part is looked at.
  const desk = useChanging((onChange) => new AnchorDesk({ session, onChange }));
  const run = useChanging((onChange) => new FolderRun({ session, issuer: me.issuer.address, onChange }));
  useEffect(
    () => () => {
      desk.close();
      run.stop();
    },
    [],
  );
  return (
    <>
      <nav class="sections" aria-label={says.sectionsLabel}>
        {issuerSections.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === section ? "page" : undefined}>
            {says.sections[name]}
          </a>
        ))}
      </nav>
      <section aria-labelledby="section-title">
        <h2 id="section-title" tabIndex={-1}>
          {says.sections[section]}
        </h2>
        {section === "anchor" && <AnchorPanel desk={desk} run={run} me={me} />}
        {section === "folder" && <FolderPanel run={run} me={me} />}
        {section === "documents" && <DocumentsPanel key={rest === "" ? "list" : "one"} session={session} me={me} id={rest} />}
        {section === "issue" && <Later what={async () => (await import("./forms/IssuePanel.tsx")).IssuePanel} props={{ session, me }} />}
        {section === "settings" && <Later what={async () => (await import("./settings/SettingsPanel.tsx")).SettingsPanel} props={{ session, me }} />}
      </section>
    </>
  );
}

interface Place {
  readonly section: IssuerSection;
  /** What the address names within it, such as a document's id. */
  readonly rest: string;
}

const FIRST: Place = { section: "anchor", rest: "" };

/** Where somebody is, by the address behind `#`. Places of another kind, such as the link past the head, change nothing. */
function usePlace(): Place {
  const [place, setPlace] = useState<Place>(() => placeIn(location.hash) ?? FIRST);
  useLayoutEffect(() => {
    const move = (): void => {
      const next = placeIn(location.hash);
      if (next === null) return;
      setPlace(next);
      // The title of the new part is where reading goes on.
      requestAnimationFrame(() => document.getElementById("section-title")?.focus());
    };
    addEventListener("hashchange", move);
    return () => removeEventListener("hashchange", move);
  }, []);
  return place;
}

function placeIn(hash: string): Place | null {
  const [name = "", rest = ""] = hash.slice(1).split("/");
  const section = issuerSections.find((each) => each === name);
  return section === undefined ? null : { section, rest };
}
