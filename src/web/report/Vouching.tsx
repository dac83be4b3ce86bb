// Who vouches for whom, link by link, from a trust root down to the issuer.

import type { ReportAnchor } from "../../core/report.ts";
import { pathSentences } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";

export function Vouching({ anchor }: { anchor: Pick<ReportAnchor, "path" | "vouchingRoots" | "issuer" | "documentType"> }) {
  return (
    <section class="vouching">
      <h3>{words.page.vouching}</h3>
      <ol class={anchor.path === undefined ? "path path-broken" : "path"}>
        {pathSentences(anchor, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
