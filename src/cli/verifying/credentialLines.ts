// A report on a credential as it is read at the terminal: the answer, every check, what the credential says, then what that rests on.

import { parseCredential } from "../../core/credentials/credential.ts";
import type { AccreditationReport } from "../../flows/verifying/verifyAccreditation.ts";
import type { CredentialReport } from "../../flows/verifying/verifyCredential.ts";
import { factsIn } from "../../words/credentialFacts.ts";
import { englishFlaws } from "../../words/english/flaws.ts";
import { wordOf } from "../../words/flawWords.ts";
import { english as words } from "../../words/english/table.ts";
import { englishCredentialFacts } from "../../words/english/credentialFacts.ts";
import { advice, headline, typeWords } from "../../words/sentences.ts";
import { isIssuersWord } from "../../words/signedWords.ts";
import { visible } from "../../words/visible.ts";
import { evidenceRows, findingLines, originRows, type Row } from "./reportText.ts";
import { table } from "../terminal/terminal.ts";

const { signed } = words;

/** The report on the credential in `text`, line by line. What it says is read from the very text that was judged. */
export function credentialLines(file: string, text: string, report: CredentialReport | AccreditationReport): string[] {
  const isGrant = isAccreditation(report);
  const { means, todo } = advice(report, words);
  return [
    `${report.verdict}   ${visible(file)}   (checked as ${isGrant ? "an accreditation" : "a signed credential"})`,
    headline(report, words),
    `${means}${report.flaw === undefined ? "" : ` ${wordOf(englishFlaws.flaws, report.flaw, englishFlaws.otherFlaw)} (${report.flaw})`}`,
    ...(isGrant && report.grant !== undefined && report.grant.credentialDigest === undefined ? ["The ledger has a grant that says the same, from before there were credentials: it names none."] : []),
    "",
    ...findingLines(report),
    ...said(text, report),
    "",
    ...table([...(isGrant ? grantRows(report) : originRows(report)), ...evidenceRows(report)]),
    "",
    `${words.page.todo}: ${todo}`,
  ];
}

/** An accreditation speaks of a grant; everything else that is signed was anchored, and has an issuer there. */
const isAccreditation = (report: AccreditationReport | CredentialReport): report is AccreditationReport => report.subject.documentType === "ACR";

/** Everything that a reader compares. Nothing of what is not built like a credential. */
function said(text: string, report: CredentialReport | AccreditationReport): string[] {
  const parsed = parseCredential(text.trim());
  if (typeof parsed === "string") return [];
  const { shape, credential, format, from, until, holder, issuer } = parsed;
  const type = shape === null ? signed.unknownType : typeWords(shape.documentType, words).one;
  const facts = shape === null ? [] : factsIn(shape.name, credential["credentialSubject"] ?? null, englishCredentialFacts);
  const [number, ...others] = facts;
  const { problems = [] } = (report.subject.credential ?? {}) as { problems?: readonly { pointer: string; detail: string }[] };
  const time = (seconds: number | null): string | null => (seconds === null ? null : words.dateTime(new Date(seconds * 1000).toISOString()));
  const rows: Row[] = [
    [signed.certificate, type],
    ...(number === undefined ? [] : [number]),
    ...(holder === null ? [] : [[signed.holder, visible(holder)] as const]),
    ...others,
    [signed.holds, signed.period(time(from), time(until))],
    [signed.issuerAsClaimed, visible(issuer)],
    [signed.format, signed.formats[format]],
    ...problems.map(({ pointer, detail }): Row => [signed.wrong, `${visible(pointer)}: ${visible(detail)}`]),
  ];
  return ["", `${isIssuersWord(report) ? signed.said : signed.claimed}:`, ...table(rows), ...ofReceipt(report)];
}

/** A receipt's document, judged again. */
function ofReceipt(report: CredentialReport | AccreditationReport): string[] {
  const { receipt } = report.subject as CredentialReport["subject"];
  if (receipt === undefined || !isIssuersWord(report)) return [];
  const { receipt: say, verdicts, dateTime } = words;
  const when = dateTime(receipt.checkedAt);
  const said = say.said(verdicts[receipt.said.verdict].label, when);
  const then = receipt.then === undefined ? say.thenUnknown : say.then(verdicts[receipt.then.verdict].label, dateTime(receipt.asAt ?? receipt.checkedAt));
  const differs = receipt.then !== undefined && receipt.then.verdict !== receipt.said.verdict ? [say.differs] : [];
  return ["", `${say.about}:`, receipt.asAt === undefined ? said : words.asAt(receipt.asAt, said), then, ...differs, say.now(verdicts[receipt.now.verdict].label)];
}

function grantRows({ subject: { credential }, grant }: AccreditationReport): Row[] {
  return [
    ...(credential === undefined ? [] : [["Accredited by", credential.grantor.did] as const]),
    ...(grant === undefined ? [] : [[words.page.anchoredAt, words.dateTime(grant.recordedAt)] as const]),
  ];
}
