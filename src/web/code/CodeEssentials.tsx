// What a code says, large enough to be compared with the paper.

import type { ComponentChildren } from "preact";
import { didOf } from "../../core/address.ts";
import type { PaperCode } from "../../core/paperCode.ts";
import { readFound } from "../../core/receiptCode.ts";
import type { ReportParty } from "../../core/report.ts";
import type { Verdict } from "../../core/verdict.ts";
import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { Party } from "../report/Party.tsx";
import { codeWords } from "./codeLanguage.ts";

interface CodeEssentialsProps {
  readonly code: PaperCode;
  /** By the ledger. Absent: only the DID that the code itself names is known. */
  readonly issuer: ReportParty | undefined;
  /** Whether the issuer signed it. What nobody confirmed is not held against the paper. */
  readonly standing: "signed" | "unsigned";
}

export function CodeEssentials({ code, issuer, standing }: CodeEssentialsProps) {
  const isSigned = standing === "signed";
  return (
    <section class={`essentials essentials-${standing}`} data-essentials={standing}>
      {code.documentType === "RCT" && <p class="notice-receipt">{codeWords.aboutReceipt}</p>}
      <h3>{isSigned ? codeWords.signed : codeWords.unsigned}</h3>
      {!isSigned && <p class="soft">{codeWords.unsignedMeans}</p>}
      <dl>
        <Essential term={codeWords.documentType}>{typeWords(code.documentType, words).one}</Essential>
        <Essential term={codeWords.number} isExact>
          {visible(code.number)}
        </Essential>
        <Essential term={codeWords.date}>{words.date(code.date)}</Essential>
        {code.documentType === "RCT" ? <OfReceipt parties={code.parties} /> : <Parties names={code.parties} />}
        <Essential term={codeWords.issuer}>
          <Party party={issuer ?? { did: didOf(code.issuer, code.chainId) }} />
        </Essential>
      </dl>
      {isSigned && <p class="soft">{codeWords.copied}</p>}
    </section>
  );
}

function Parties({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Essential term={codeWords.parties}>
      {names.map((name) => (
        <bdi key={name} class="essential-party">
          {visible(name)}
        </bdi>
      ))}
    </Essential>
  );
}

/** A receipt's code names who checked, what was found, and how the digest of what was checked begins. */
function OfReceipt({ parties: [checkedBy = "", found = "", digest = ""] }: { parties: readonly string[] }) {
  const { verdict, asAt } = readFound(found);
  const label = Object.hasOwn(words.verdicts, verdict) ? words.verdicts[verdict as Verdict].label : verdict;
  return (
    <>
      <Essential term={words.receipt.checkedBy}>
        <bdi>{visible(checkedBy)}</bdi>
      </Essential>
      <Essential term={words.receipt.found}>{asAt === undefined ? codeWords.foundThen(visible(label)) : words.asAt(asAt, `“${visible(label)}”`)}</Essential>
      <Essential term={words.receipt.digest} isExact>
        {`${visible(digest)}…`}
      </Essential>
    </>
  );
}

/** `isExact`: it is compared character by character, and set so. */
function Essential({ term, isExact = false, children }: { term: string; isExact?: boolean; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class={isExact ? "exact" : undefined}>{isExact ? <bdi>{children}</bdi> : children}</dd>
    </div>
  );
}
