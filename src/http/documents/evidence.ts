// /v1/documents/{id}/evidence: what the ledger keeps of a document's anchor, with proofs that hold without a node.

import type { Express } from "express";
import { writeEvidence } from "../../core/evidenceFile.ts";
import { ledgerIdOf } from "../../core/ledger.ts";
import { sealOf } from "../../flows/issuing/issue.ts";
import type { Authenticate } from "../server/apiKey.ts";
import { documentFor } from "./documents.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Adds the resource. Proofs are made anew for each answer, at the newest final block that the ledger's node can prove. */
export function addEvidence(app: Express, authenticate: Authenticate, { issue: { store }, ledger, evidenceOf }: Pick<ServiceParts, "issue" | "ledger" | "evidenceOf">): void {
  addResource(app, { path: "/v1/documents/:id/evidence", audience: "issuers", get: [authenticate("read", "issue"), async (request, response) => {
    const document = await documentFor(request, response, store);
    const evidence = await evidenceOf(await sealOf(document, { store, ledger: ledgerIdOf(ledger) }));
    const fileName = `${document.documentType}-${document.digest.slice(0, 16)}.evidence.json`;
    response.set({ "Content-Type": "application/json", "Content-Disposition": `attachment; filename="${fileName}"` }).send(Buffer.from(writeEvidence(evidence)));
  }] });
}
