// A report as it is read at the terminal: first the answer, then every check, then what it rests on.

import type { Report, ReportAnchor, ReportParty } from "../../core/report.ts";
import { english as words } from "../../words/english/table.ts";
import { advice, countingAnchor, findingAnswer, findingQuestion, headline, isMoot, likenessWarning, partyName, pathSentences, standingSentence, typeWords, verdictWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import type { AskedFile } from "./fileChecks.ts";
import { marks, table } from "../terminal/terminal.ts";

/** The report about a file, line by line. */
export function reportText(report: Report, { name, sealFile }: AskedFile): string[] {
  const { means, todo } = advice(report, words);
  const how = sealFile === null ? words.page.withoutSeal : words.page.withSeal(visible(sealFile));
  return [
    `${report.verdict}   ${visible(name)}   (${how})`,
    headline(report, words),
    means,
    "",
    ...findingLines(report),
    "",
    ...table([...originRows(report), ...evidenceRows(report)]),
    "",
    `${words.page.todo}: ${todo}`,
  ];
}

/** Every check as a question with its answer. */
export function findingLines(report: Report): string[] {
  const { aboutFindings } = verdictWords(report, words);
  const lines = report.findings.map((finding) => {
    const { answer, because } = findingAnswer(finding, report, words);
    return `  ${marks[isMoot(finding, report) ? "moot" : finding.outcome]} ${findingQuestion(finding, report, words)} ${answer}. ${because}`;
  });
  return aboutFindings === undefined ? lines : [`  ${aboutFindings}`, ...lines];
}

export type Row = readonly [name: string, value: string | readonly string[]];

/** Where it comes from. Of an altered one only what its seal claims is said: the rest is about another document. */
export function originRows(report: Report): Row[] {
  const { issuer, subject, verdict } = report;
  const { documentType } = subject;
  const counting = countingAnchor(report);
  return [
    ...(issuer === undefined ? [] : [[verdictWords(report, words).issuer, partyLines(issuer)] as const]),
    ...(documentType === undefined ? [] : [[words.page.documentType, `${typeWords(documentType, words).one} (${documentType})`] as const]),
    ...(counting === undefined || verdict === "altered" ? [] : anchorRows(counting, report)),
    ...otherRows(report, counting),
  ];
}

function anchorRows(anchor: ReportAnchor, { subject, findings }: Report): Row[] {
  const stands = standingSentence(anchor, words, subject.asAt);
  // Where it is not known who vouches, "nobody does" would be a guess.
  const isVouchingKnown = findings.some(({ check, outcome }) => check === "entitled" && outcome !== "unknown");
  const replacement = anchor.standing?.replacement;
  return [
    ...(anchor.anchoredAt === undefined ? [] : [[words.page.anchoredAt, words.dateTime(anchor.anchoredAt)] as const]),
    ...(stands === null ? [] : [[words.page.standing, replacement === undefined ? stands : [stands, words.replacement(replacement)]] as const]),
    ...predecessorRows(anchor),
    ...(isVouchingKnown ? [[words.page.vouching, pathSentences(anchor, words)] as const] : []),
  ];
}

function predecessorRows({ replaces = [] }: ReportAnchor): Row[] {
  const lines = replaces.map(({ since, digest }) => `${words.replaced(since)} ${digest === undefined ? words.page.predecessorByFile : words.predecessor(digest)}`);
  return lines.length === 0 ? [] : [[words.page.predecessor, lines]];
}

function otherRows({ anchors }: Report, counting: ReportAnchor | undefined): Row[] {
  const others = anchors.filter((anchor) => anchor !== counting);
  if (others.length === 0) return [];
  const lines = others.map(({ issuer, documentType, verdict }) => `${typeWords(documentType, words).one} by ${partyName(issuer)}: ${words.verdicts[verdict].label}`);
  return [[words.page.otherRecords, lines]];
}

/** What was read, and when. */
export function evidenceRows({ subject: { digest }, block, checkedAt }: Report): Row[] {
  const readAt = block === undefined ? words.page.noBlock : words.page.blockNamed(block.number, block.chainId, words.dateTime(block.time));
  return [
    [words.page.digest, digest],
    [words.page.block, readAt],
    [words.page.checkedAt, words.dateTime(checkedAt)],
  ];
}

/** A name is what somebody vouched for; the DID beside it is who it is. */
function partyLines(party: ReportParty): string[] {
  const { name, did } = party;
  const warning = likenessWarning(party, words);
  return [...(name === undefined ? [] : [visible(name)]), did, ...(warning === null ? [] : [`${marks.unknown} ${warning}`])];
}
