// The issuer's API keys, and the commands that make and take them back.

import { visible } from "../../../words/visible.ts";
import { marks, words } from "../../frame/language.ts";
import { scopeWords } from "../../frame/signIn/says.ts";
import { read, type OwnKeys } from "../answers.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import type { PartProps } from "../Console.tsx";
import { says } from "../says.ts";
import { useAsking } from "../useAsking.ts";
import { Command } from "./Command.tsx";

/** More keys than anybody has. */
const SHOWN = 100;

export function KeysCard({ session, me }: PartProps) {
  const { asked, again } = useAsking("keys", async () => read<OwnKeys>(await session.json("/v1/keys"), { keys: "list" }).keys);
  const { keys } = says;
  return (
    <section class="card card-slim" aria-labelledby="keys-title">
      <h3 id="keys-title">{keys.keys}</h3>
      <p class="soft">{keys.keysLead}</p>
      {asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {asked.is === "answered" && <KeyTable keys={asked.value.slice(0, SHOWN)} />}
      <p>{keys.byOperator}</p>
      <Command title={keys.makeKey} command={`tradeseal api-key create --issuer ${me.issuer.address} --scope issue read --expires 90d`} />
      <Command title={keys.revokeKey} command={`tradeseal api-key revoke ${me.key.id}`} />
    </section>
  );
}

function KeyTable({ keys: list }: { keys: OwnKeys["keys"] }) {
  const { keys } = says;
  const heads = [keys.id, keys.scopes, keys.made, keys.lastUsed, keys.state];
  return (
    <table class="cards" role="table">
      <caption class="unseen">{keys.keys}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.map((key) => (
          <KeyRow key={key.id} own={key} />
        ))}
      </tbody>
    </table>
  );
}

function KeyRow({ own }: { own: OwnKeys["keys"][number] }) {
  const { keys } = says;
  return (
    <tr role="row">
      <td role="cell">
        <code>{visible(own.id)}</code> {own.isThis && <span class="soft">({keys.isThis})</span>}
      </td>
      <Cell name={keys.scopes}>{own.scopes.map(scopeWords).join(marks.listed)}</Cell>
      <Cell name={keys.made}>{words.date(visible(own.createdAt))}</Cell>
      <Cell name={keys.lastUsed}>{own.lastUsedOn === undefined ? keys.never : words.date(visible(own.lastUsedOn))}</Cell>
      <Cell name={keys.state}>{stateOf(own)}</Cell>
    </tr>
  );
}

function Cell({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <td role="cell">
      <span class="cell-name">{name} </span>
      {children}
    </td>
  );
}

function stateOf({ revokedAt, expiresAt }: OwnKeys["keys"][number]): string {
  const { keys } = says;
  if (revokedAt !== undefined) return keys.revoked(visible(revokedAt));
  if (expiresAt === undefined) return keys.works;
  return Date.parse(expiresAt) <= Date.now() ? keys.expired(visible(expiresAt)) : keys.until(visible(expiresAt));
}
