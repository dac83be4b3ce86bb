// Who may speak for the issuer on the ledger, and the commands that change it.

import { visible } from "../../../words/visible.ts";
import { words } from "../../frame/language.ts";
import { read, type OwnIdentity } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import type { PartProps } from "../Console.tsx";
import { says } from "../says.ts";
import { useAsking } from "../useAsking.ts";
import { Command } from "./Command.tsx";

const MEMBERS = { owner: "string", account: "string", mayWrite: "boolean", isDeactivated: "boolean", delegations: "list", block: "object" } as const;
/** The newest are last; older ones are history. */
const SHOWN = 50;

export function IdentityCard({ session, me }: PartProps) {
  const { asked, again } = useAsking("identity", async () => read<OwnIdentity>(await session.json("/v1/identity"), MEMBERS));
  const { keys } = says;
  const { address } = me.issuer;
  return (
    <section class="card card-slim" aria-labelledby="identity-title">
      <h3 id="identity-title">{keys.delegation}</h3>
      <p class="soft">{keys.delegationLead}</p>
      {asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {asked.is === "answered" && <Identity identity={asked.value} />}
      <p>{keys.byOperator}</p>
      <Command title={keys.renew} command={`tradeseal issuer delegate ${address} --for 90d`} />
      <Command title={keys.endDelegation} command={`tradeseal issuer delegate ${address} --revoke`} />
      <Command title={keys.rotate} command={`tradeseal issuer rotate ${address}`} />
    </section>
  );
}

function Identity({ identity: { owner, account, mayWrite, isDeactivated, delegations, block } }: { identity: OwnIdentity }) {
  const { keys } = says;
  return (
    <>
      {isDeactivated && <p class="notice-said tone-altered">{keys.deactivated}</p>}
      <dl class="facts">
        <div>
          <dt>{keys.owner}</dt>
          <dd>
            <code class="hash">{visible(owner)}</code>
          </dd>
        </div>
        <div>
          <dt>{keys.signsHere}</dt>
          <dd>
            <code class="hash">{visible(account)}</code>
          </dd>
        </div>
        <div>
          <dt>{keys.mayWrite}</dt>
          <dd>{mayWrite ? keys.mayWriteYes : keys.mayWriteNo}</dd>
        </div>
        <div>
          <dt>{keys.delegates}</dt>
          {delegations.length === 0 && <dd>{keys.noDelegates}</dd>}
          {delegations.slice(-SHOWN).map((delegation, place) => (
            <dd key={place}>
              <code class="hash">{visible(delegation.account)}</code> {delegation.isInForce ? keys.inForce(visible(delegation.until)) : keys.ended(visible(delegation.until))}
            </dd>
          ))}
        </div>
        <div>
          <dt>{keys.readAt}</dt>
          <dd>{words.page.blockNamed(block.number, block.chainId, words.dateTime(visible(String(block.time))))}</dd>
        </div>
      </dl>
    </>
  );
}
