// A legal entity: its name from a grant or a trust root, and always its DID beside it, since two names can look alike.

import type { ReportParty } from "../core/report.ts";
import { visible } from "../words/visible.ts";

export function Party({ party: { name, did } }: { party: Pick<ReportParty, "name" | "did"> }) {
  return (
    <span class="party">
      {name !== undefined && <bdi class="party-name">{visible(name)}</bdi>}
      <code class="hash">{visible(did)}</code>
    </span>
  );
}
