// What a report shows of a credential: the members of its subject that are for everybody; to whoever holds the text, the others in it, too.

import { dateOf } from "../report.ts";
import type { DocumentType } from "../documentType.ts";
import { isObject, type JsonObject } from "../json.ts";
import { problemsInCredential, problemsInSubject } from "../shapes/credential.ts";
import type { ShapeProblem } from "../shapes/problems.ts";
import type { CredentialFormat, ParsedCredential } from "./credential.ts";
import { otherPart, publicPart } from "./disclosed.ts";

/** A credential as a report tells of it. Nothing of it is true for being here. Times are RFC 3339 in UTC. */
export interface CredentialSubjectReport {
  readonly format: CredentialFormat;
  /** Its own type, such as `AEOCredential`; absent where it is of none that is known here. */
  readonly type?: string;
  readonly id?: string;
  /** The DID that issued it, as it says itself. */
  readonly issuer: string;
  /** The DID that it speaks of. */
  readonly holder?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** The members of the subject that are for everybody. */
  readonly essentials: JsonObject;
  /** The other members of the subject, as they stand in what was judged: only for whoever handed that over, or asked for it to be presented. No longer than that text. */
  readonly disclosed?: JsonObject;
  /** Where it departs from the shape of its type. */
  readonly problems?: readonly ShapeProblem[];
}

/** Where a credential departs from its shape; none for one of an unknown type. Of an SD-JWT a holder may have kept members back. */
export function shapeProblems({ shape, credential, format }: ParsedCredential): readonly ShapeProblem[] {
  if (shape === null) return [];
  return format === "dc+sd-jwt" ? problemsInSubject(shape, credential["credentialSubject"], { as: "presented" }) : problemsInCredential(shape, credential);
}

/** The credential as a report tells of it. */
export function told(parsed: ParsedCredential, problems: readonly ShapeProblem[]): CredentialSubjectReport {
  const { format, shape, id, issuer, holder, from, until, credential } = parsed;
  const shown = shape === null ? {} : publicPart(shape.subject, credential["credentialSubject"]!);
  return {
    format,
    ...(shape === null ? {} : { type: shape.type }),
    ...(id === null ? {} : { id }),
    issuer,
    ...(holder === null ? {} : { holder }),
    ...(from === null ? {} : { validFrom: dateOf(from) }),
    ...(until === null ? {} : { validUntil: dateOf(until) }),
    essentials: isObject(shown) ? shown : {},
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** The other members of the subject in what was presented; none when there are none. Its reader must have the text, or have asked for it. */
export function disclosed({ shape, credential }: ParsedCredential): Pick<CredentialSubjectReport, "disclosed"> {
  const subject = credential["credentialSubject"]!;
  const others = shape === null ? subject : otherPart(shape.subject, subject);
  return isObject(others) && Object.keys(others).length > 0 ? { disclosed: others } : {};
}

/** What a paper's code says, as a report tells of it. */
export interface CodeSubjectReport {
  readonly number: string;
  readonly date: string;
  readonly parties: readonly string[];
  readonly documentType: DocumentType;
}
