// Sentences: a report in words, piece by piece, for whoever lays them out.

import type { FaultCode } from "../core/fault.ts";
import type { Report, ReportAnchor, ReportFinding, ReportParty } from "../core/report.ts";
import { visible } from "./visible.ts";
import { knownDocumentTypes, type Advice, type Answer, type KnownDocumentType, type StandingParts, type TypeWords, type Words } from "./words.ts";

/** The report in one line: "Genuine certificate of origin by Demo Chamber of Commerce". */
export function headline(report: Report, words: Words): string {
  const standing = countingAnchor(report)?.standing;
  return words.verdicts[report.verdict].headline({
    type: typeWords(report.subject.documentType, words),
    issuer: report.issuer === undefined ? "" : partyName(report.issuer),
    reason: report.reason ?? null,
    standing: standing === undefined ? null : standingParts(standing),
  });
}

/** What the verdict means and what to do now: by its reason where there is one that this table knows. */
export function advice({ verdict, reason }: Pick<Report, "verdict" | "reason">, words: Words): Advice {
  return (reason === undefined ? undefined : own(words.reasons, reason)) ?? words.verdicts[verdict];
}

/** The answer to the finding's question, and the reason for it. */
export function findingAnswer({ check, outcome, reason }: ReportFinding, { subject }: Pick<Report, "subject">, words: Words): Answer {
  const { withoutSeal, [outcome]: said } = words.checks[check];
  if (outcome === "passed" && !subject.hasSeal && withoutSeal !== undefined) return withoutSeal;
  const why = reason === undefined ? undefined : own(words.reasons, reason)?.means;
  return { answer: words.outcomes[outcome], because: why ?? said };
}

/** How the document stands by this anchor; `null` when that is not known. `replacement` has a sentence of its own in the table. */
export function standingSentence({ standing }: ReportAnchor, words: Words): string | null {
  return standing === undefined ? null : words.standing(standingParts(standing));
}

/** Who vouches, from a trust root down to the issuer, a sentence for each link; one sentence saying so when nobody does. */
export function pathSentences({ path, issuer, documentType }: ReportAnchor, words: Words): readonly string[] {
  const type = typeWords(documentType, words);
  if (path === undefined) return [words.noPath(partyName(issuer), type)];
  const root = path[0]?.grantor ?? issuer;
  const links = path.map(({ grantor, grantee, from, until }) =>
    words.grant({ grantor: partyName(grantor), grantee: partyName(grantee), type, from, until: until ?? null }),
  );
  const warned = [root, ...path.map(({ grantee }) => grantee)].flatMap((party) => likenessWarning(party, words)?.replace(/^/, `${partyName(party)}: `) ?? []);
  return [words.trustRoot(partyName(root), type), ...links, ...warned];
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

/** What means the fault with this code; `null` for a code that this table does not know. */
export const faultAdvice = (code: string, words: Words): Advice | null => own(words.faults, code as FaultCode) ?? null;

/** A legal entity's name, fit to be shown; its DID when no grant names it. The DID belongs beside it either way. */
export const partyName = ({ name, did }: ReportParty): string => visible(name ?? did);

/** What a reader must know beside the party's name; `null` when there is nothing to say. A code of a newer service is a warning all the same. */
export function likenessWarning({ likeness }: Pick<ReportParty, "likeness">, words: Words): string | null {
  return likeness === undefined ? null : (own(words.likenesses, likeness) ?? words.likenesses.confusable);
}

function standingParts({ standing, since, by, reason, replacement }: NonNullable<ReportAnchor["standing"]>): StandingParts {
  return { standing, since: since ?? null, by: by === undefined ? null : partyName(by), reason: reason ?? "unspecified", replacement: replacement ?? null };
}

/** A newer service may send codes that this table does not know yet: then there are no words, and nothing breaks. */
const own = <K extends string, V>(table: Readonly<Record<K, V>>, key: K): V | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
