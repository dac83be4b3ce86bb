// What a credential says, in the reader's language; then all of it, with names and codes as they are. Fetched when there is a credential to tell of.

import { factsIn } from "../../words/credentialFacts.ts";
import { wordOf } from "../../words/flawWords.ts";
import { typeWords } from "../../words/sentences.ts";
import { factTables, flawTables } from "../../words/tables.ts";
import { visible } from "../../words/visible.ts";
import { words, wordsFrom } from "../frame/language.ts";
import type { ToldCredential } from "./credential.ts";
import { Members, MEMBERS_LIMIT } from "./CredentialMembers.tsx";
import { said } from "./words.ts";

const [facts, flaws] = await Promise.all([wordsFrom(factTables), wordsFrom(flawTables)]);

/** Of bytes that are not built like what they claim to be. */
export const Flaw = ({ flaw }: { flaw: string }) => <p data-flaw={flaw}>{wordOf(flaws.flaws, flaw, flaws.otherFlaw)}</p>;

export function Told({ told }: { told: ToldCredential }) {
  const { shape, subject, whole, problems, isForFew } = told;
  const read = shape === null ? [] : factsIn(shape, subject, facts);
  return (
    <>
      <dl class="facts">
        {rowsOf(told, read).map(([term, text, whose]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{whose === "ours" ? text : <bdi>{text}</bdi>}</dd>
          </div>
        ))}
      </dl>
      {isForFew && <p class="soft">{flaws.disclosed}</p>}
      {problems.length > 0 && <Problems problems={problems} />}
      <details class="fold" open={read.length === 0}>
        <summary>{flaws.whole}</summary>
        <p class="soft">{flaws.wholeHow}</p>
        <dl class="facts said-inner" lang="en" dir="ltr">
          <Members value={whole} depth={0} />
        </dl>
      </details>
    </>
  );
}

/** `ours`: written by this page, and runs as the page does. */
type Row = readonly [term: string, text: string, whose?: "ours"];

/** What somebody compares first: what it is, its number, whom it speaks of. */
function rowsOf({ shape, holder, from, until, issuer, format }: ToldCredential, [number, ...others]: readonly Row[]): readonly Row[] {
  const { signed } = words;
  const type = shape === null ? signed.unknownType : typeWords(TYPES[shape], words).one;
  const [begins, ends] = [from, until].map((time) => (time === null ? null : visible(facts.moment(time))));
  return [
    [signed.certificate, type, "ours"],
    ...(number === undefined ? [] : [number]),
    ...(holder === null ? [] : [[signed.holder, visible(holder)] as const]),
    ...others,
    ...(from === null && until === null ? [] : [[signed.holds, signed.period(begins!, ends!), "ours"] as const]),
    ...(issuer === null ? [] : [[signed.issuerAsClaimed, visible(issuer)] as const]),
    ...(format === null ? [] : [[signed.format, visible(wordOf(signed.formats, format, format)), "ours"] as const]),
  ];
}

const TYPES = { aeo: "AEO", toi: "TOI", coo: "861", acr: "ACR", rct: "RCT" } as const;

function Problems({ problems }: Pick<ToldCredential, "problems">) {
  return (
    <>
      <h4>{said.credential.problems}</h4>
      <ul class="said-list" data-problems>
        {problems.slice(0, MEMBERS_LIMIT).map(({ pointer, code }, at) => (
          <li key={at}>
            <code lang="en" dir="ltr">
              {visible(pointer)}
            </code>{" "}
            {wordOf(flaws.problems, code, flaws.otherProblem)}
          </li>
        ))}
      </ul>
      {problems.length > MEMBERS_LIMIT && <p class="soft">{said.credential.more}</p>}
    </>
  );
}
