// What is told of an operator: a card for each authorisation, and who was not heard.

import { operatorWords } from "./operatorWords.ts";
import type { OperatorFound } from "../../core/operators/operatorReader.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { Party } from "../report/Party.tsx";
import { AuthorisationCard } from "./AuthorisationCard.tsx";
import { deskWords } from "./deskLanguage.ts";
import type { OperatorAnswer } from "./askOperator.ts";

/** More are nobody's; the service tells each once. */
const SHOWN_LIMIT = 50;

export function OperatorAnswerCards({ answer }: { answer: OperatorAnswer }) {
  if (answer === null) return <Nothing />;
  const { authorisations, isComplete, block } = answer;
  return (
    <>
      {!isComplete && <Incomplete found={answer} />}
      {authorisations.slice(0, SHOWN_LIMIT).map((authorisation) => (
        <AuthorisationCard key={`${authorisation.digest} ${authorisation.verdict}`} authorisation={authorisation} />
      ))}
      {block !== undefined && <p class="soft desk-block">{deskWords.asOf(block.number, block.time)}</p>}
    </>
  );
}

/** Unknown and not consented are one answer. */
function Nothing() {
  const { means, todo } = operatorWords.nothing;
  return (
    <article class="card tone-none" data-outcome="nothing">
      <h2 class="headline headline-small">{deskWords.nothingTitle}</h2>
      <p class="means">{means}</p>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
    </article>
  );
}

function Incomplete({ found: { authorisations, silent } }: { found: OperatorFound }) {
  const { incomplete, more, silences } = operatorWords;
  return (
    <article class="card tone-undetermined" data-outcome="incomplete">
      <h2 class="headline headline-small">{authorisations.length === 0 ? deskWords.incompleteNothing : deskWords.incompleteTitle}</h2>
      <p class="means">{silent.length === 0 ? more : incomplete}</p>
      <ul class="desk-silent">
        {silent.slice(0, SHOWN_LIMIT).map(({ authority, why }) => (
          <li key={`${authority.did} ${why}`}>
            <Party party={authority as Parameters<typeof Party>[0]["party"]} />
            <span>{Object.hasOwn(silences, why) ? silences[why as keyof typeof silences] : visible(why)}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
