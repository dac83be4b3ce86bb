// What a report tells of a credential, read with care: the page shows only what has the form that it should have.

import { isObject, type Json } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";

/** A credential as a report tells of it. */
export interface ToldCredential {
  /** Texts by the names under which the page has words for them. */
  readonly texts: Readonly<Partial<Record<"format" | "type" | "id" | "issuer" | "holder" | "validFrom" | "validUntil", string>>>;
  /** What it says of its subject. */
  readonly essentials: Readonly<Record<string, Json>>;
  /** Where it departs from its shape, as JSON pointers. */
  readonly problems: readonly string[];
}

const NAMES = ["format", "type", "id", "issuer", "holder", "validFrom", "validUntil"] as const;
/** Members with texts of their own, or shown elsewhere. */
const TOLD: readonly string[] = [...NAMES, "essentials", "problems"];

/** What the report tells of a credential; `null` when it is about none. */
export function credentialIn({ subject }: Report): ToldCredential | null {
  const told = (subject as { readonly credential?: unknown }).credential;
  if (!isObject(told)) return null;
  const texts = Object.fromEntries(NAMES.flatMap((name) => (typeof told[name] === "string" ? [[name, told[name]]] : [])));
  // An accreditation has its facts beside the others.
  const rest = Object.fromEntries(Object.entries(told).filter(([name]) => !TOLD.includes(name)));
  const { id, ...said } = isObject(told["essentials"]) ? told["essentials"] : {};
  // The subject's own name stands as the holder already.
  const essentials = { ...rest, ...(id === undefined || id === told["holder"] ? {} : { id }), ...said };
  const problems = Array.isArray(told["problems"]) ? told["problems"].flatMap((problem: unknown) => problemIn(problem) ?? []) : [];
  return { texts, essentials, problems };
}

/** What is wrong with the form of a credential, by its code; `null` when the report names nothing. */
export function flawIn(report: Report): string | null {
  const { flaw } = report as { readonly flaw?: unknown };
  return typeof flaw === "string" ? flaw : null;
}

function problemIn(problem: unknown): string | null {
  if (!isObject(problem)) return null;
  const { pointer, code } = problem;
  return typeof pointer === "string" && typeof code === "string" ? `${pointer} ${code}` : null;
}
