// What an accreditation credential says by a report, read with care: a report may come from elsewhere.

import { isObject } from "../core/json.ts";
import type { Report, ReportParty } from "../core/report.ts";

/** Who may issue what, by whom: nothing of it is true for being told. */
export interface ToldAccreditation {
  readonly grantee: ReportParty;
  /** Under the name that the verifier has for it, where it is a trust root. */
  readonly grantor: ReportParty;
  readonly documentType: string;
}

/** What the report's accreditation says; `null` when the report is about something else, or tells nothing of it. */
export function toldAccreditation({ subject, trustRoots }: Report): ToldAccreditation | null {
  const { credential } = subject as { readonly credential?: unknown };
  if (subject.documentType !== "ACR" || !isObject(credential)) return null;
  const { documentType } = credential;
  const [grantee, grantor] = [credential["grantee"], credential["grantor"]].map(partyIn);
  if (grantee == null || grantor == null || typeof documentType !== "string") return null;
  const { did, address } = grantor;
  return { grantee, grantor: trustRoots.find((root) => root.did === did) ?? { did, address }, documentType };
}

function partyIn(value: unknown): ReportParty | null {
  if (!isObject(value)) return null;
  const { did, address, name } = value;
  if (typeof did !== "string") return null;
  return { did, address, ...(typeof name === "string" && name !== "" ? { name } : {}) } as ReportParty;
}
