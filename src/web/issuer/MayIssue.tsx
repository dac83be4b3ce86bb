// What may be issued now, by those whom this service believes; or that the key is for looking only.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { marks, words } from "../frame/language.ts";
import type { Me } from "../frame/signIn/me.ts";
import { says } from "./says.ts";

export function MayIssue({ me }: { me: Me }) {
  return (
    <>
      <Types me={me} />
      {!mayIssueHere(me) && <p class="notice-said">{says.mayIssue.readOnly}</p>}
    </>
  );
}

/** Whether the key is for issuing at all. */
export const mayIssueHere = ({ key }: Me): boolean => key.scopes.includes("issue");

function Types({ me: { mayIssue } }: { me: Me }) {
  const { lead, by: saidBy, asRoot, nothing, unknown } = says.mayIssue;
  if (mayIssue === undefined || mayIssue.length === 0) {
    return (
      <p>
        {lead + marks.colon}{mayIssue === undefined ? unknown : nothing}
      </p>
    );
  }
  return (
    <details class="fold optional">
      <summary>
        {lead + marks.colon}{[...new Set(mayIssue.slice(0, SHOWN).map(({ documentType }) => typeWords(documentType, words).many))].join(marks.listed)}
      </summary>
      <ul class="may-issue">
        {mayIssue.slice(0, SHOWN).map(({ documentType, by, until }, place) => {
          const type = typeWords(documentType, words).many;
          return <li key={place}>{by === undefined ? asRoot(type) : saidBy(type, visible(by.name ?? by.did), until ?? null)}</li>;
        })}
      </ul>
    </details>
  );
}

/** More types than anybody has. */
const SHOWN = 100;
