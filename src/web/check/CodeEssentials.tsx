// What a code says, large, for comparing with the paper: decoded from the signed bytes themselves, not from the answer about them.

import { didOf } from "../../core/address.ts";
import type { PaperCode } from "../../core/paperCode.ts";
import type { Verdict } from "../../core/verdict.ts";
import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { said } from "./words.ts";

/** Verdicts by which the issuer signed it, and the ledger has it. */
const SIGNED: readonly Verdict[] = ["authentic", "no_longer_valid"];

export function CodeEssentials({ code, verdict }: { code: PaperCode; verdict: Verdict }) {
  const { compare, compareHow, unconfirmed, unconfirmedHow, number, date, parties, issuer } = said.code;
  const isSigned = SIGNED.includes(verdict);
  return (
    <section class="said" data-code>
      <h3>{isSigned ? compare : unconfirmed}</h3>
      <p class="soft">{isSigned ? compareHow : unconfirmedHow}</p>
      <dl class="facts said-large">
        <div>
          <dt>{number}</dt>
          <dd>
            <bdi>{visible(code.number)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{date}</dt>
          <dd>{code.date}</dd>
        </div>
        <div>
          <dt>{words.page.documentType}</dt>
          <dd>{typeWords(code.documentType, words).one}</dd>
        </div>
        <div>
          <dt>{parties}</dt>
          {code.parties.map((party) => (
            <dd key={party}>
              <bdi>{visible(party)}</bdi>
            </dd>
          ))}
        </div>
      </dl>
      <p class="soft">
        {issuer}: <code class="hash">{didOf(code.issuer, code.chainId)}</code>
      </p>
    </section>
  );
}
