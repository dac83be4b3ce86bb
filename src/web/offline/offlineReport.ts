// Answers without a network, marked as such, so that nothing takes them for a service's.

import type { Report } from "../../core/report.ts";
import type { OfflineReport } from "../../core/snapshot.ts";

/** A report, and what is known without a network when that is how it was made. */
export type MarkedReport = Report & { readonly offline?: Pick<OfflineReport, "facts" | "issuer"> & { readonly asOf: string } };

/** The report with its mark. Its issuer is not confirmed by a ledger, so it stands in the mark alone. */
export const marked = ({ report, facts, issuer }: OfflineReport, asOf: string): MarkedReport => ({ ...report, offline: { facts, issuer, asOf } });
