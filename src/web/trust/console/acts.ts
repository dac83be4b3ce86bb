// Acts: what an administrator has begun to do, wherever on the page it was asked for.

import type { ReportParty } from "../../../core/report.ts";
import type { GrantDraft } from "./drafts.ts";

/** A grant to be filled in, or a withdrawal to be confirmed. */
export type Act = { readonly is: "accredit" | "recognise"; readonly start: GrantDraft } | { readonly is: "withdraw"; readonly grantee: ReportParty; readonly documentType: string };

/** The programme that customs administrations recognise. */
export const PROGRAMME = "AEO";

/** A draft with nothing in it but the type, and whatever is known already. */
export function draftFor(type: string, grantee?: { readonly did: string; readonly name?: string }): GrantDraft {
  return { grantee: grantee?.did ?? "", name: grantee?.name ?? "", type, from: "", until: "", mayPassOn: false };
}
