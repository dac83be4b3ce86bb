// What a report tells of a credential, read with care: the page shows only what has the form that it should have.

import { presentedSubject } from "../../core/credentials/disclosed.ts";
import { isObject, type Json, type JsonObject } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import type { ShapeName } from "../../core/shapes/credential.ts";

/** A credential as a report tells of it. */
export interface ToldCredential {
  readonly issuer: string | null;
  readonly holder: string | null;
  readonly format: string | null;
  /** From when until when, as it came; `null`: not said. */
  readonly from: string | null;
  readonly until: string | null;
  /** By which its facts are read; `null` for a type that is not known here. */
  readonly shape: ShapeName | null;
  /** What it says of its subject. */
  readonly subject: JsonObject;
  /** Whether some of it is not for everybody. */
  readonly isForFew: boolean;
  /** Everything that the report tells of it, for whoever reads names and codes. */
  readonly whole: JsonObject;
  /** Where it departs from its shape. */
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
}

/** Shapes by what their credentials are anchored as. */
const SHAPES: Readonly<Record<string, ShapeName>> = { AEO: "aeo", TOI: "toi", "861": "coo", ACR: "acr", RCT: "rct" };

/** Whether the report is about something that claims to be a credential. */
export const isAboutCredential = (report: Report): boolean => isObject(toldBy(report)) || flawIn(report) !== null;

/** What the report tells of a credential; `null` when it is about none. */
export function credentialIn(report: Report): ToldCredential | null {
  const told = toldBy(report);
  if (!isObject(told)) return null;
  const { documentType } = report.subject;
  const text = (name: string): string | null => (typeof told[name] === "string" ? told[name] : null);
  const { format: _format, issuer: _issuer, essentials, disclosed, problems, ...rest } = told;
  const presented = isObject(essentials) ? presentedSubject({ essentials, ...(isObject(disclosed) ? { disclosed } : {}) }) : null;
  return {
    ...{ issuer: text("issuer"), holder: text("holder") ?? didIn(told["grantee"]), format: text("format") },
    ...{ from: text("validFrom") ?? text("from"), until: text("validUntil") ?? text("until") },
    shape: documentType !== undefined && Object.hasOwn(SHAPES, documentType) ? SHAPES[documentType]! : null,
    subject: presented ?? grantIn(told),
    whole: { ...rest, ...presented },
    isForFew: isObject(disclosed),
    problems: Array.isArray(problems) ? problems.flatMap((problem: Json) => problemIn(problem) ?? []) : [],
  };
}

/** What is wrong with the form of a credential, by its code; `null` when the report names nothing. */
export function flawIn(report: Report): string | null {
  const { flaw } = report as { readonly flaw?: unknown };
  return typeof flaw === "string" ? flaw : null;
}

const toldBy = ({ subject }: Report): Json | undefined => (subject as { readonly credential?: Json }).credential;

/** An accreditation is told by the grant that it speaks of, not by its members. */
function grantIn({ grantee, documentType, mayPassOn, jurisdiction }: JsonObject): JsonObject {
  const said = { name: isObject(grantee) ? grantee["name"] : undefined, documentTypes: documentType === undefined ? undefined : [documentType], mayPassOn, jurisdiction };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function didIn(party: Json | undefined): string | null {
  const did = isObject(party) ? party["did"] : undefined;
  return typeof did === "string" ? did : null;
}

function problemIn(problem: Json): { readonly pointer: string; readonly code: string } | null {
  if (!isObject(problem)) return null;
  const { pointer, code } = problem;
  return typeof pointer === "string" && typeof code === "string" ? { pointer, code } : null;
}
