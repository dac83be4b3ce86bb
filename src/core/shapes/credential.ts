// Credentials: the parts that all shapes share, and what a shape is called in JSON, JSON Schema and JSON-LD.

import { below, problemsIn, PROBLEM_LIMIT, type Looking, type ShapeProblem, type ShapeProblemCode } from "./problems.ts";
import { list, may, must, object, should, type ObjectKind, type ShapeType } from "./shape.ts";
import { did, moment, text, uri } from "./texts.ts";

/** By these names shapes are addressed. They are for ever. */
export type ShapeName = "aeo" | "toi" | "coo" | "acr" | "rct";

/** A rule over several members, asked when each is right by itself. */
export type Rule<Subject> = (subject: Subject) => Iterable<RuleProblem>;

/** What a rule found, at a path of names below the subject. */
export interface RuleProblem {
  readonly path: readonly (string | number)[];
  readonly code: ShapeProblemCode;
  readonly detail: string;
}

/** One kind of credential. */
export interface CredentialShape<Subject extends ObjectKind = ObjectKind> {
  readonly name: ShapeName;
  /** The credential's own type beside `VerifiableCredential`. */
  readonly type: string;
  /** What it is anchored as. */
  readonly documentType: string;
  /** The subject's own type in JSON-LD. */
  readonly subjectType: string;
  /** What people call it. */
  readonly title: string;
  /** Types of other standards that it has as well, with the context that defines them. */
  readonly alsoTypes: readonly string[];
  readonly alsoSubjectTypes: readonly string[];
  readonly alsoContexts: readonly string[];
  /** Members around the subject that name things elsewhere and that no other context of the credential maps, each with its IRI. */
  readonly alsoTerms?: Readonly<Record<string, string>>;
  readonly subject: Subject;
  readonly credential: ObjectKind;
  readonly rules: readonly Rule<ShapeType<Subject>>[];
}

/** What all shapes have in common: enough for everything but the types of their subjects. */
export type AnyShape = Omit<CredentialShape, "rules"> & { readonly rules: readonly Rule<never>[] };

/** W3C's context of the data model 2.0, which stands first. */
export const CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

const alsoKnownAs = object({
  id: must(uri, { shown: "public", says: "a name of the issuer elsewhere", source: "UNTP CredentialIssuer" }),
  name: must(text(200), { shown: "public", says: "the issuer's name there", source: "UNTP CredentialIssuer" }),
});

const issuer = object({
  id: must(did, { shown: "public", says: "the issuer's DID", source: "W3C VC 2.0; UNTP DIA-02: a did:web of the authority's known domain", iri: "@id" }),
  name: should(text(200), { shown: "public", says: "the issuer's name. Reports take it from the grants, never from here", source: "UNTP CredentialIssuer" }),
  issuerAlsoKnownAs: may(list(alsoKnownAs, 10), { shown: "public", says: "other registers that know the issuer", source: "UNTP CredentialIssuer" }),
});

/** The whole credential around a subject. Nothing of it but the subject is ever selectively disclosed. */
export function credentialAround(subject: ObjectKind): ObjectKind {
  const open = { shown: "public" } as const;
  const envelope = object({
    "@context": must(list(uri, 10), { ...open, says: "the contexts, W3C's first", source: "W3C VC 2.0" }),
    id: must(uri, { ...open, says: "a random name of the credential", source: "W3C VC 2.0" }),
    type: must(list(text(100), 10), { ...open, says: "the types, VerifiableCredential among them", source: "W3C VC 2.0" }),
    name: may(text(200), { ...open, says: "what people call the credential", source: "W3C VC 2.0; UNTP" }),
    issuer: must(issuer, { ...open, says: "who issued it", source: "W3C VC 2.0" }),
    validFrom: must(moment, { ...open, says: "the moment from which it holds", source: "W3C VC 2.0" }),
    validUntil: should(moment, { ...open, says: "the moment until which it holds", source: "W3C VC 2.0" }),
    credentialSubject: must(subject, { ...open, says: "what it says of whom", source: "W3C VC 2.0" }),
  });
  return { ...envelope, leavesOthersAlone: true };
}

/** Where a subject departs from its shape, at pointers that begin with `at`. Rules over several members are asked of whole subjects that have no other problem. */
export function problemsInSubject(shape: AnyShape, subject: unknown, looking: Looking = {}): readonly ShapeProblem[] {
  const { at = "/credentialSubject", as = "whole" } = looking;
  const problems = problemsIn(shape.subject, subject, { at, as });
  return problems.length > 0 || as === "presented" ? problems : ruled(shape, subject, at);
}

/** Where a whole credential departs from its shape: the envelope, the subject, and the order of its dates. */
export function problemsInCredential(shape: AnyShape, credential: unknown, { as = "whole" }: Pick<Looking, "as"> = {}): readonly ShapeProblem[] {
  const problems = problemsIn(shape.credential, credential, { as });
  if (problems.length > 0) return problems;
  const { type, validFrom, validUntil, credentialSubject } = credential as Envelope;
  const envelope: ShapeProblem[] = [];
  for (const needed of ["VerifiableCredential", shape.type]) {
    if (!type.includes(needed)) envelope.push({ pointer: "/type", code: "contradiction", detail: `Expected "${needed}" among the types of ${shape.title}.` });
  }
  if (validUntil !== undefined && Date.parse(validUntil) <= Date.parse(validFrom)) envelope.push({ pointer: "/validUntil", code: "contradiction", detail: `Expected a moment after validFrom, ${validFrom}; found "${validUntil}".` });
  return as === "presented" ? envelope : [...envelope, ...ruled(shape, credentialSubject, "/credentialSubject")].slice(0, PROBLEM_LIMIT);
}

interface Envelope {
  readonly type: readonly string[];
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: unknown;
}

/** The subject's types, where a subject says them: without them its terms mean nothing to JSON-LD. */
function* typeProblems(subject: { readonly type?: readonly string[] }, { subjectType, alsoSubjectTypes, title }: AnyShape): Iterable<RuleProblem> {
  const lacking = [...alsoSubjectTypes, subjectType].filter((needed) => subject.type?.includes(needed) === false);
  if (lacking.length > 0) yield { path: ["type"], code: "contradiction", detail: `Expected nothing, or the types of the subject of this ${title}; ${lacking.join(" and ")} is not among them.` };
}

/** What the rules say of a subject that has no other problem: its type is then the one they ask for. */
function ruled(shape: AnyShape, subject: unknown, at: string): ShapeProblem[] {
  const problems: ShapeProblem[] = [];
  const ofTypes: Rule<never> = (typed) => typeProblems(typed, shape);
  for (const rule of [ofTypes, ...shape.rules]) {
    for (const { path, code, detail } of rule(subject as never)) {
      if (problems.length >= PROBLEM_LIMIT) return problems;
      problems.push({ pointer: path.reduce<string>(below, at), code, detail });
    }
  }
  return problems;
}

