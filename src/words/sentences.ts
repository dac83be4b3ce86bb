// Sentences: a report in words, piece by piece, for whoever lays them out.

import { isLastingRight } from "../core/documentType.ts";
import type { FaultCode } from "../core/fault.ts";
import type { Reason } from "../core/outcome.ts";
import type { Report, ReportAnchor, ReportFinding, ReportParty } from "../core/report.ts";
import { toldAccreditation, type ToldAccreditation } from "./toldAccreditation.ts";
import { visible } from "./visible.ts";
import { knownDocumentTypes, type Advice, type Answer, type CheckWords, type HeadlineParts, type KnownDocumentType, type StandingParts, type TypeWords, type VerdictWords, type Words } from "./words.ts";

/** The report in one line: "Genuine certificate of origin by Demo Chamber of Commerce". */
export function headline(report: Report, words: Words): string {
  const accreditation = toldAccreditation(report);
  return asAt(accreditation === null ? documentHeadline(report, words) : accreditationHeadline(accreditation, report, words), report, words);
}

function documentHeadline(report: Report, words: Words): string {
  const counting = countingAnchor(report);
  const standing = counting?.standing;
  return verdictWords(report, words).headline({
    type: typeWords(report.subject.documentType, words),
    issuer: report.issuer === undefined ? "" : partyName(report.issuer),
    reason: report.reason ?? null,
    standing: standing === undefined ? null : standingParts(standing),
    recognition: recognitionIn(counting),
  });
}

/** The verdict, then what the accreditation says. Unless it is shown to be an entitled grantor's, that is a claim, and the name in it is nobody's word. */
function accreditationHeadline({ grantee, grantor, documentType }: ToldAccreditation, { verdict, reason }: Report, words: Words): string {
  const { accreditation, claimedAccreditation } = words.signed;
  const isGranted = verdict === "authentic" || verdict === "no_longer_valid";
  const said = verdict === "no_longer_valid" && isYetToBegin(reason) ? beginsLater(words) : words.verdicts[verdict].label;
  const parts = { verdict: said, grantee: isGranted ? partyName(grantee) : visible(grantee.did), grantor: partyName(grantor), type: typeWords(documentType, words) };
  return isGranted ? accreditation(parts) : claimedAccreditation(parts);
}

const isYetToBegin = (reason: Report["reason"]): boolean => reason === "not_yet_valid" || reason === "accreditation_not_yet_valid";

/** The label of its verdict says "no longer". */
const beginsLater = ({ verdicts, anyDocument }: Words): string => verdicts.no_longer_valid.headline({ type: anyDocument, issuer: "", reason: "not_yet_valid", standing: null, recognition: null });

/** Whether it is about what somebody signed, and not about a file. */
const isAboutSigned = ({ reason, subject = {} }: Pick<Report, "reason"> & { readonly subject?: object }): boolean =>
  ["credential", "code", "presentation"].some((member) => member in subject) || reason === "credential_malformed" || reason === "presentation_malformed";

/** The words for the verdict, on a file or on what was signed. */
export const verdictWords = (report: Pick<Report, "verdict" | "reason"> & Partial<Pick<Report, "subject">>, words: Words): VerdictWords =>
  isAboutSigned(report) ? { ...words.verdicts[report.verdict], ...words.signed.verdicts[report.verdict] } : words.verdicts[report.verdict];

function checkWords({ check, reason }: Pick<ReportFinding, "check" | "reason">, { subject }: Pick<Report, "subject">, words: Words): CheckWords {
  if (check === "current" && subject.asAt !== undefined) return words.currentThen;
  return (isAboutSigned({ subject, ...(reason === undefined ? {} : { reason }) }) ? words.signed.checks[check] : undefined) ?? words.checks[check];
}

/** The sentence; with the past moment before it when the report is about one. */
function asAt(sentence: string, { subject }: Pick<Report, "subject">, words: Words): string {
  return subject.asAt === undefined ? sentence : words.asAt(subject.asAt, sentence);
}

function recognitionIn(anchor: ReportAnchor | undefined): HeadlineParts["recognition"] {
  const last = anchor?.presentPath?.at(-1);
  return last === undefined ? null : { by: partyName(last.grantor), since: last.from };
}

/** What the verdict means and what to do now: by its reason where there is one that this table knows. */
export function advice(report: Pick<Report, "verdict" | "reason"> & Partial<Pick<Report, "subject">>, words: Words): Advice {
  const { verdict, reason, subject } = report;
  const asAt = subject?.asAt;
  const general = verdict === "authentic" && asAt !== undefined ? words.authenticThen : verdictWords(report, words);
  const why = verdict === "no_longer_valid" && isOnGrant(subject) ? reasonOfGrant(reason) : reason;
  const said = reasonAdvice(why, asAt, words) ?? general;
  return asAt === undefined ? said : { means: `${words.asAtOnly(asAt)} ${said.means}`, todo: said.todo };
}

/** Whether it is about a credential that carries a grant. */
const isOnGrant = (subject: Partial<Report["subject"]> = {}): boolean => subject.documentType === "ACR" && "credential" in subject;

/** Why the grant itself does not stand: these reasons have words for documents that were sealed under it. `undefined`: the verdict says enough. */
function reasonOfGrant(reason: Report["reason"]): Report["reason"] {
  switch (reason) {
    case "accreditation_expired":
      return "expired";
    case "accreditation_not_yet_valid":
      return "not_yet_valid";
    case "accreditation_withdrawn":
    case "compromised":
    case "issuer_deactivated":
      return undefined;
    default:
      return reason;
  }
}

/** Of a past moment it is said that there was no record by then: there may be one now. */
function reasonAdvice(reason: Report["reason"], asAt: string | undefined, words: Words): Advice | undefined {
  if (reason === undefined) return undefined;
  return reason === "not_anchored" && asAt !== undefined ? words.notAnchoredThen : own(words.reasons, reason);
}

/** The answer to the finding's question, and the reason for it. */
export function findingAnswer(finding: ReportFinding, report: Pick<Report, "subject" | "anchors">, words: Words): Answer {
  const { outcome } = finding;
  const reason = finding.check === "current" && isOnGrant(report.subject) ? reasonOfGrant(finding.reason) : finding.reason;
  const { asAt } = report.subject;
  const { moot, [outcome]: said } = checkWords(finding, report, words);
  if (moot !== undefined && isMoot(finding, report)) return moot;
  const why = reasonAdvice(reason, asAt, words)?.means;
  return { answer: words.outcomes[outcome], because: why ?? said };
}

/** Whether there was nothing to ask about: no seal that could fit, no record that somebody could have made. Then no tick is shown. */
export function isMoot({ check, outcome }: ReportFinding, { subject, anchors }: Pick<Report, "subject" | "anchors">): boolean {
  return outcome === "passed" && !isAboutSigned({ subject }) && ((check === "integrity" && !subject.hasSeal) || (check === "identified" && anchors.length === 0));
}

/** The question that a finding answers. */
export function findingQuestion(finding: ReportFinding, report: Pick<Report, "subject">, words: Words): string {
  return checkWords(finding, report, words).question;
}

/** How the document stands by this anchor, or stood at the past moment asked about; `null` when that is not known. `replacement` has a sentence of its own in the table. */
export function standingSentence({ standing }: ReportAnchor, words: Words, then?: string): string | null {
  if (standing === undefined) return null;
  const said = words.standing(standingParts(standing));
  return then === undefined ? said : words.asAt(then, said);
}

/** Who vouches, from a trust root down to the issuer, a sentence for each link; one sentence saying so when nobody does. */
export function pathSentences({ path, vouchingRoots = [], issuer, documentType }: Pick<ReportAnchor, "path" | "vouchingRoots" | "issuer" | "documentType">, words: Words): readonly string[] {
  const type = typeWords(documentType, words);
  if (path === undefined) return [words.noPath(partyName(issuer), type)];
  const root = path[0]?.grantor ?? issuer;
  const say = isLastingRight(documentType) ? words.recognition : words.grant;
  const links = path.map(({ grantor, grantee, from, until }) => say({ grantor: partyName(grantor), grantee: partyName(grantee), type, from, until: until ?? null }));
  const others = vouchingRoots.filter(({ did }) => did !== root.did).map(partyName);
  const warned = [root, ...path.map(({ grantee }) => grantee)].flatMap((party) => likenessWarning(party, words)?.replace(/^/, `${partyName(party)}: `) ?? []);
  return [words.trustRoot(partyName(root), type), ...links, ...(others.length === 0 ? [] : [words.alsoVouching(others)]), ...warned];
}

/** The anchor that the report's verdict is about; absent when there is none. */
export function countingAnchor({ anchors, issuer, subject, verdict, reason }: Report): ReportAnchor | undefined {
  const candidates = anchors.filter(
    (anchor) => anchor.issuer.did === issuer?.did && anchor.documentType === subject.documentType && anchor.verdict === verdict && anchor.reason === reason,
  );
  return candidates.find(({ isFinal }) => isFinal === true) ?? candidates[0];
}

/** The type's name in this language, or "document of type X". */
export function typeWords(documentType: string | undefined, words: Words): TypeWords {
  if (documentType === undefined) return words.anyDocument;
  const isKnown = (type: string): type is KnownDocumentType => (knownDocumentTypes as readonly string[]).includes(type);
  return isKnown(documentType) ? words.documentTypes[documentType] : words.unnamedType(visible(documentType));
}

/** What the reason means; `null` for one that this table does not know. */
export const reasonWords = (reason: Reason, words: Words): Advice | null => own(words.reasons, reason) ?? null;

/** What means the fault with this code; `null` for a code that this table does not know. */
export const faultAdvice = (code: string, words: Words): Advice | null => own(words.faults, code as FaultCode) ?? null;

/** A legal entity's name, fit to be shown; its DID when no grant names it. The DID belongs beside it either way. */
export const partyName = ({ name, did }: ReportParty): string => visible(name ?? did);

/** What a reader must know beside the party's name; `null` when there is nothing to say. A code of a newer service is a warning all the same. */
export function likenessWarning({ likeness }: Pick<ReportParty, "likeness">, words: Words): string | null {
  return likeness === undefined ? null : (own(words.likenesses, likeness) ?? words.likenesses.confusable);
}

/** A standing as sentences are made of it. */
export function standingParts({ standing, since, by, reason, replacement }: NonNullable<ReportAnchor["standing"]>): StandingParts {
  return { standing, since: since ?? null, by: by === undefined ? null : partyName(by), reason: reason ?? "unspecified", replacement: replacement ?? null };
}

/** A newer service may send codes that this table does not know yet: then there are no words, and nothing breaks. */
const own = <K extends string, V>(table: Readonly<Record<K, V>>, key: K): V | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
