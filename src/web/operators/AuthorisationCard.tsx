// One authorisation: how it stands, whose it is, what it says, and whose list says so.

import { operatorWords } from "./operatorWords.ts";
import type { Authorisation } from "../../core/authorisation.ts";
import { isOfOneScriptAWord } from "../../core/scripts.ts";
import { factsIn } from "../../words/credentialFacts.ts";
import { advice, partyName, standingParts, typeWords } from "../../words/sentences.ts";
import type { Advice } from "../../words/words.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { Fact } from "../report/Fact.tsx";
import { Party } from "../report/Party.tsx";
import { VerdictMark } from "../report/VerdictMark.tsx";
import { Vouching } from "../report/Vouching.tsx";
import { deskWords } from "./deskLanguage.ts";

export function AuthorisationCard({ authorisation }: { authorisation: Authorisation }) {
  const { verdict, digest } = authorisation;
  const { means, todo } = adviceFor(authorisation);
  const id = `authorisation-${digest}-${verdict}`;
  return (
    <article class={`card tone-${verdict}`} data-verdict={verdict} aria-labelledby={id}>
      <div class="verdict">
        <VerdictMark verdict={verdict} />
        <div>
          <h2 class="headline" id={id}>
            {headlineFor(authorisation)}
          </h2>
          <p class="means">{means}</p>
        </div>
      </div>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
      <div class="columns">
        <Says authorisation={authorisation} />
        <Behind authorisation={authorisation} />
      </div>
    </article>
  );
}

const adviceFor = ({ verdict, reason }: Authorisation): Advice =>
  verdict === "authentic" ? deskWords.authorised : advice({ verdict, ...(reason === undefined ? {} : { reason }) }, words);

/** The authorisation in one line. */
function headlineFor({ verdict, reason, documentType, issuer, standing, recognition }: Authorisation): string {
  const last = recognition?.at(-1);
  return deskWords.headline({
    ...{ verdict, reason: reason ?? null, type: typeWords(documentType, words), issuer: partyName(issuer) },
    standing: standing === undefined ? null : standingParts(standing),
    recognition: last === undefined ? null : { by: partyName(last.grantor), since: last.from },
  });
}

function Says({ authorisation: { verdict, documentType, name, says, validFrom, validUntil, standing } }: { authorisation: Authorisation }) {
  const isAeo = documentType === "AEO";
  // That nobody took back what does not hold for another reason would sound like a yes.
  const isNews = standing !== undefined && (verdict === "authentic" || standing.standing !== "active");
  const facts = factsIn(isAeo ? "aeo" : "toi", isAeo ? { authorisation: says } : says, deskWords.facts);
  return (
    <dl class="facts">
      {name !== undefined && (
        <Fact term={operatorWords.operator}>
          <OperatorName name={name} />
        </Fact>
      )}
      {facts.map(([label, value]) => (
        <Fact key={label} term={label}>
          <bdi>{value}</bdi>
        </Fact>
      ))}
      <Fact term={operatorWords.period}>{operatorWords.holds(validFrom ?? null, validUntil ?? null)}</Fact>
      {isNews && <Fact term={words.page.standing}>{words.standing(standingParts(standing))}</Fact>}
    </dl>
  );
}

/** A name from a certificate. Its issuer wrote it; that it may deceive the eye is said all the same. */
export function OperatorName({ name }: { name: string }) {
  return (
    <>
      <bdi class="party-name">{visible(name)}</bdi>
      {!isOfOneScriptAWord(name) && <span class="party-likeness desk-likeness">{words.likenesses.mixed_script}</span>}
    </>
  );
}

function Behind({ authorisation }: { authorisation: Authorisation }) {
  const { verdict, issuer, documentType, recognition, foundAt, digest } = authorisation;
  return (
    <div>
      <dl class="facts">
        <Fact term={words.verdicts[verdict].issuer}>
          <Party party={issuer} />
        </Fact>
        <Fact term={deskWords.foundTerm}>{deskWords.found[foundAt]}</Fact>
        <Fact term={words.page.digest}>
          <code class="hash">{visible(digest)}</code>
        </Fact>
      </dl>
      <Vouching anchor={{ issuer, documentType, ...(recognition === undefined ? {} : { path: recognition }) }} />
    </div>
  );
}
