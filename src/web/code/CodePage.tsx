// The page that a paper's code opens: the code stands behind `#` in the address, which no server is told.

import { useLayoutEffect, useState } from "preact/hooks";
import { Fault } from "../../core/fault.ts";
import { parsePaperCode, type PaperCode } from "../../core/paperCode.ts";
import { Frame } from "../frame/Frame.tsx";
import { hrefOf } from "../frame/language.ts";
import { CodeResult } from "./CodeResult.tsx";
import { codeWords as words } from "./codeLanguage.ts";

export function CodePage() {
  const [fragment, setFragment] = useState(location.hash);
  useLayoutEffect(() => {
    const read = (): void => setFragment(location.hash);
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const read = readCode(fragment);
  return (
    <Frame>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {read.is === "code" ? <CodeResult key={read.code.digest} code={read.code} /> : <NoCode isThere={read.is === "malformed"} />}
      <p class="notice">{words.ownVerifier(location.host)}</p>
    </Frame>
  );
}

type Read = { readonly is: "code"; readonly code: PaperCode } | { readonly is: "malformed" | "nothing" };

function readCode(fragment: string): Read {
  if (fragment.length < 2) return { is: "nothing" };
  try {
    return { is: "code", code: parsePaperCode(fragment) };
  } catch (error) {
    if (error instanceof Fault) return { is: "malformed" };
    throw error;
  }
}

function NoCode({ isThere }: { isThere: boolean }) {
  return (
    <article class="card card-slim tone-none" data-trouble={isThere ? "code_malformed" : "no_code"}>
      <h2 class="headline headline-small">{isThere ? words.noCode : words.none}</h2>
      <p>{words.noneTodo}</p>
      <p>
        <a class="button button-main" href={hrefOf("/")}>
          {words.scan}
        </a>
      </p>
    </article>
  );
}
