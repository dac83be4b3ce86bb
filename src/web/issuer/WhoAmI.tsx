// Who is signed in, what the key is for, and what may be issued with it now.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { Party } from "../report/Party.tsx";
import type { Me } from "./answers.ts";
import type { PartProps } from "./Console.tsx";
import { says } from "./says.ts";

export function WhoAmI({ session, me }: PartProps) {
  const { sign } = says;
  const { issuer, key } = me;
  return (
    <section class="card card-slim who" aria-label={sign.signedInAs}>
      <div class="who-head">
        <div>
          <p class="soft">{sign.signedInAs}</p>
          <Party party={issuer as Parameters<typeof Party>[0]["party"]} />
        </div>
        <button type="button" class="button" onClick={() => session.signOut()}>
          {sign.out}
        </button>
      </div>
      <p class="soft">
        {sign.scopes(key.scopes.map((scope) => visible(scope)).join(", "))} {key.expiresAt === undefined ? "" : sign.expires(visible(key.expiresAt))}
      </p>
      <MayIssue me={me} />
      {!mayIssueHere(me) && <p class="notice-said">{sign.readOnly}</p>}
    </section>
  );
}

/** Whether the key is for issuing at all. */
export const mayIssueHere = ({ key }: Me): boolean => key.scopes.includes("issue");

function MayIssue({ me: { mayIssue } }: { me: Me }) {
  const { sign } = says;
  if (mayIssue === undefined || mayIssue.length === 0) {
    return (
      <p>
        {sign.mayIssue}: {mayIssue === undefined ? sign.mayIssueUnknown : sign.mayIssueNothing}
      </p>
    );
  }
  return (
    <details class="fold optional">
      <summary>
        {sign.mayIssue}: {[...new Set(mayIssue.slice(0, SHOWN).map(({ documentType }) => typeWords(documentType, words).many))].join(", ")}
      </summary>
      <ul class="may-issue">
        {mayIssue.slice(0, SHOWN).map(({ documentType, by, until }, place) => {
          const type = typeWords(documentType, words).many;
          return <li key={place}>{by === undefined ? sign.mayIssueAsRoot(type) : sign.mayIssueBy(type, visible(by.name ?? by.did), until ?? null)}</li>;
        })}
      </ul>
    </details>
  );
}

/** More types than anybody has. */
const SHOWN = 100;
