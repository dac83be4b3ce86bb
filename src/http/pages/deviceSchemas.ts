// Schemas of what devices are given to judge with: issuers' keys, and snapshots for when there is no network.

import { z } from "zod";
import { block, did, publicKeyJwk, trustRoot } from "../openapi/answers.ts";
import { documentType } from "../openapi/schemas.ts";

/** `GET /v1/issuers/{id}/keys`: the answer. */
export const issuerKeys = z.object({
  did,
  blockNumber: z.int().describe("The block as at whose end these were the keys. Absent: the newest.").optional(),
  keys: z.array(z.object({ thumbprint: z.string().describe("RFC 7638, SHA-256, base64url."), publicKeyJwk })),
});

/** `GET /v1/snapshot`: the answer. */
export const snapshot = z.object({
  ledger: z.object({ chainId: z.int(), genesis: z.string(), anchorRegistry: z.string() }),
  block,
  trustRoots: z.array(trustRoot),
  issuers: z.array(z.object({ did, name: z.string(), documentTypes: z.array(documentType), keys: issuerKeys.shape.keys })),
  spoken: z.array(z.string()).describe("The first 24 characters of leaves (RFC 9162, hex)."),
  isComplete: z.boolean().describe("Whether issuers and leaves are all there are."),
});
