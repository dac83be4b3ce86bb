// Trust roots, by name and DID, each with what it is believed for.

import type { ReportTrustRoot } from "../../core/report.ts";
import { typeWords } from "../../words/sentences.ts";
import { Party } from "./Party.tsx";
import { marks, words } from "../frame/language.ts";

export function Believed({ roots }: { roots: readonly ReportTrustRoot[] }) {
  if (roots.length === 0) return <p>{words.page.believesNobody}</p>;
  return (
    <ul class="believed">
      {roots.map((root) => (
        <li key={root.did}>
          <Party party={root} />
          <span class="soft">{words.page.believedFor(root.documentTypes.map((type) => typeWords(type, words).many).join(marks.listed))}</span>
        </li>
      ))}
    </ul>
  );
}
