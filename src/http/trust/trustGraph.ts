// /v1/trust-graph: for one document type, every grant from the trust roots downwards, with all that was said.

import type { Express } from "express";
import type { DocumentType } from "../../core/documentType.ts";
import type { TrustGraph } from "../../core/trustGraph.ts";
import { trustGraph } from "../../flows/trust/trustGraph.ts";
import { limitByAddress } from "../server/addresses.ts";
import { parseInput } from "../server/input.ts";
import { shared } from "../issuers/issuers.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { trustGraphQuery } from "./trustGraphSchemas.ts";

/** Adds the resource. It reads every grant again, so it counts against a caller's limit like a verification. */
export function addTrustGraph(app: Express, { verify, rateLimit }: Pick<ServiceParts, "verify" | "rateLimit">): void {
  const underWay = new Map<DocumentType, () => Promise<TrustGraph>>();
  const ask = (type: DocumentType): Promise<TrustGraph> => {
    const once = () => trustGraph(type, verify);
    const isBelieved = verify.trustRoots().some(({ documentTypes }) => documentTypes.includes(type));
    // Of other types there is nothing to read, and strangers must not fill the memory with them.
    if (!isBelieved) return once();
    const known = underWay.get(type) ?? shared(once);
    underWay.set(type, known);
    return known();
  };
  addResource(app, {
    path: "/v1/trust-graph",
    audience: "anyone",
    get: [limitByAddress(rateLimit), async (request, response) => void response.json(await ask(parseInput(trustGraphQuery, request.query).documentType))],
  });
}
