// A legal entity: its name from a grant or a trust root, and always its DID beside it, since two names can look alike.

import type { ReportParty } from "../../core/report.ts";
import { likenessWarning } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";

export function Party({ party }: { party: Pick<ReportParty, "name" | "did" | "likeness"> }) {
  const { name, did } = party;
  const warning = likenessWarning(party, words);
  return (
    <span class="party">
      {name !== undefined && <bdi class="party-name">{visible(name)}</bdi>}
      <code class="hash">{visible(did)}</code>
      {warning !== null && <span class="party-likeness">{warning}</span>}
    </span>
  );
}
