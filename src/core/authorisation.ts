// An operator's authorisation as the desk tells of it: a judged credential, reduced to what its holder lets be told.

import type { ParsedCredential } from "./credentials/credential.ts";
import { shapeProblems, type CredentialSubjectReport } from "./credentials/essentials.ts";
import type { Digest } from "./digest.ts";
import { parseDocumentType, type DocumentType } from "./documentType.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { identifiersIn, type NamedIdentifier } from "./operators/operatorIdentifiers.ts";
import type { Reason } from "./outcome.ts";
import type { Report, ReportGrant, ReportParty, ReportStanding } from "./report.ts";
import type { ShapeName } from "./shapes/credential.ts";
import { byPreference, type Verdict } from "./verdict.ts";

/** One authorisation of an operator, as judged by this verifier. Times are RFC 3339 in UTC. */
export interface Authorisation {
  /** What it is anchored as: `AEO` or `TOI`. */
  readonly documentType: DocumentType;
  /** The credential's own type. */
  readonly type: string;
  readonly verdict: Verdict;
  /** Why, when the verdict is not `authentic`. */
  readonly reason?: Reason;
  /** Who issued it, by the anchor that counts. The name comes from a grant or a trust root. */
  readonly issuer: ReportParty;
  /** The operator's name as the credential has it. */
  readonly name?: string;
  /** What the credential says of the authorisation itself, as far as everybody may see it. */
  readonly says: JsonObject;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly standing?: ReportStanding;
  /** The grants by which this verifier recognises the issuer now, trust root first; empty for a trust root itself, absent when there are none. */
  readonly recognition?: readonly ReportGrant[];
  /** Whether this service issued it, or a partner's told of it. */
  readonly foundAt: "here" | "partner";
  readonly digest: Digest;
}

/** The shapes of credentials that authorise operators. */
export const operatorShapes = ["aeo", "toi"] as const satisfies readonly ShapeName[];
export type OperatorShape = (typeof operatorShapes)[number];
/** What they are anchored as. */
export const operatorTypes: readonly DocumentType[] = ["AEO", "TOI"].map(parseDocumentType);

/** The identifiers in a credential of these shapes that has no problems; none in any other. */
export function identifiersOf(parsed: ParsedCredential): readonly NamedIdentifier[] {
  const { shape, credential } = parsed;
  const subject = credential["credentialSubject"];
  if (shape === null || !isObject(subject) || typeof subject["id"] !== "string" || shapeProblems(parsed).length > 0) return [];
  return identifiersIn(shape.name, subject);
}

/** Verdicts that say something of an authorisation. The others say that there is none. */
const TELLING: readonly Verdict[] = ["authentic", "no_longer_valid", "not_entitled", "undetermined"];
const SHAPELESS: readonly (Reason | undefined)[] = ["shape_violated", "credential_type_unknown"];

/** The authorisation that a report on `parsed` tells of; `null` where it tells of none, or nobody knows whose it is. */
export function authorisationIn(parsed: ParsedCredential, report: Report & { readonly subject: { readonly credential?: CredentialSubjectReport } }, foundAt: Authorisation["foundAt"]): Authorisation | null {
  const { verdict, reason, issuer, anchors } = report;
  const told = report.subject.credential;
  if (!TELLING.includes(verdict) || SHAPELESS.includes(reason) || issuer === undefined || told?.type === undefined || parsed.documentType === null) return null;
  const anchor = anchors.find((each) => each.issuer.address === issuer.address && each.verdict === verdict);
  return {
    ...{ documentType: parsed.documentType, type: told.type, verdict },
    ...(reason === undefined ? {} : { reason }),
    issuer,
    ...nameIn(parsed.credential["credentialSubject"]),
    says: saysIn(told.essentials),
    ...(told.validFrom === undefined ? {} : { validFrom: told.validFrom }),
    ...(told.validUntil === undefined ? {} : { validUntil: told.validUntil }),
    ...(anchor?.standing === undefined ? {} : { standing: anchor.standing }),
    ...(anchor?.presentPath === undefined ? {} : { recognition: anchor.presentPath }),
    ...{ foundAt, digest: report.subject.digest },
  };
}

function nameIn(subject: Json | undefined): { name?: string } {
  const name = isObject(subject) ? subject["legalName"] : undefined;
  return typeof name === "string" ? { name } : {};
}

/** Of a transport operator these. Its other numbers stay out: whoever asks by one need not learn the others. */
const OF_OPERATORS = ["operatorTypes", "transportModes", "issuingCountry", "country"];

/** What an AEO certificate says of the authorisation, or a transport-operator identifier of the operator. */
function saysIn(essentials: JsonObject): JsonObject {
  const { authorisation } = essentials;
  return isObject(authorisation) ? authorisation : Object.fromEntries(Object.entries(essentials).filter(([name]) => OF_OPERATORS.includes(name)));
}

/** What time made of an authorisation: no news beside another credential of the same one. */
const PAST: readonly (Reason | undefined)[] = ["expired", "replaced"];

/**
 * What is to be told of one operator: each authorisation once for each thing that is to be said of it, the best first.
 *
 * One that was renewed is not told as expired. One of which a copy was suspended is told twice: nobody should overlook the second.
 */
export function presentOnes(all: readonly Authorisation[]): readonly Authorisation[] {
  const groups = Map.groupBy(all, ({ issuer, documentType, says }) => [issuer.address, documentType, documentType === "AEO" ? String(says["number"]) : ""].join(" "));
  const told = [...groups.values()].flatMap((same) => {
    const news = same.filter(({ reason }) => !PAST.includes(reason));
    const distinct = new Map((news.length > 0 ? news : same.slice(0, 1)).toReversed().map((each) => [`${each.verdict} ${each.reason ?? ""}`, each]));
    return [...distinct.values()].toReversed();
  });
  return told.toSorted(byPreference);
}
