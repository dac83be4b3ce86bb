// /v1/trust-roots: the authorities whose grants this verifier has chosen to believe.

import type { Express } from "express";
import { trustRootsNamed } from "../../core/report.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Adds the resource. */
export function addTrustRoots(app: Express, { verify: { ledger, trustRoots } }: Pick<ServiceParts, "verify">): void {
  addResource(app, { path: "/v1/trust-roots", audience: "anyone", get: [(_request, response) => void response.json({ trustRoots: trustRootsNamed(trustRoots(), ledger.id.chainId) })] });
}
