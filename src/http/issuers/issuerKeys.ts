// /v1/issuers/{did}/keys: an issuer's signing keys, as the ledger had them at a block.

import type { Express, Request } from "express";
import { didOf, type Did } from "../../core/address.ts";
import { assertionKeys, type DidDocument } from "../../core/identities/didDocument.ts";
import { Fault } from "../../core/fault.ts";
import type { PublicJwk } from "../../core/publicKey.ts";
import { limitByAddress } from "../server/addresses.ts";
import { identityGiven } from "./identityGiven.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Whoever checks a signature on a device of its own needs no more than this. */
export interface IssuerKeysView {
  readonly did: Did;
  /** The block as at whose end these were the keys; absent: the newest. */
  readonly blockNumber?: number;
  readonly keys: readonly { readonly thumbprint: string; readonly publicKeyJwk: PublicJwk }[];
}

const BLOCK = /^\d{1,15}$/;

/** Adds the resource. It asks the ledger, so it counts against a caller's limit like a verification. */
export function addIssuerKeys(app: Express, { judging, verify, rateLimit }: Pick<ServiceParts, "judging" | "verify" | "rateLimit">): void {
  const { chainId } = verify.ledger.id;
  addResource(app, {
    path: "/v1/issuers/:id/keys",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (request, response) => {
        const issuer = identityGiven(String(request.params["id"]), { chainId, what: "issuer" });
        const blockNumber = blockIn(request);
        const listed = await judging.keysOf(issuer, blockNumber);
        if (!listed.isAnswered) throw new Fault("ledger_unreachable", "The ledger did not tell this issuer's keys. Ask again in a few seconds.");
        // A block that is not final, or not there yet, is answered by the newest keys: nobody may keep these as its own.
        response.set("Cache-Control", "no-cache");
        response.json({ did: didOf(issuer, chainId), ...(blockNumber === null ? {} : { blockNumber }), keys: keysIn(listed.value) } satisfies IssuerKeysView);
      },
    ],
  });
}

const keysIn = (document: DidDocument): IssuerKeysView["keys"] => assertionKeys(document).flatMap(({ key }) => (key.kind === "public" ? [{ thumbprint: key.publicKey.thumbprint, publicKeyJwk: key.publicKey.jwk }] : []));

function blockIn({ query }: Request): number | null {
  const { block } = query;
  if (block === undefined) return null;
  if (typeof block !== "string" || !BLOCK.test(block)) throw new Fault("request_malformed", 'The parameter "block" must be the number of a block.');
  return Number(block);
}
