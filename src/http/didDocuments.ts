// /issuers/{address}/did.json: issuers of this service as did:web (W3C CCG did:web), mirroring their identity on the ledger.

import type { Express } from "express";
import { isAddress, parseAddress } from "../core/address.ts";
import { operatorsService } from "../core/didServices.ts";
import type { DidDocument, Purpose } from "../core/didDocument.ts";
import { Fault } from "../core/fault.ts";
import { limitByAddress } from "./addresses.ts";
import type { ServiceParts } from "./parts.ts";
import { addResource } from "./resource.ts";

/** A key that was revoked on the ledger may be found in copies for so long. */
const AGE_SECONDS = 60;
/** The type that libraries in use know; `JsonWebKey`, its newer name, did-jwt 8 refuses. */
const CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"];

/** Adds the resource. It asks the ledger, so it counts against a caller's limit like a verification. */
export function addDidDocuments(app: Express, { ownIdentities, rateLimit, publicUrl }: Pick<ServiceParts, "ownIdentities" | "rateLimit" | "publicUrl">): void {
  addResource(app, {
    path: "/issuers/:address/did.json",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (request, response) => {
        const { address } = request.params;
        const document = isAddress(address) ? await ownIdentities.documentOf(parseAddress(address)) : null;
        // One spelling: a DID is compared letter by letter.
        if (document === null || !document.id.endsWith(`:${String(address)}`)) throw new Fault("not_found", "No issuer of this service has this address.");
        response.set({ "Content-Type": "application/did+json", "Cache-Control": `public, max-age=${AGE_SECONDS}` }).send(JSON.stringify(written(document, publicUrl)));
      },
    ],
  });
}

function written({ id, alsoKnownAs, methods, isDeactivated }: DidDocument, publicUrl: string): object {
  const idsFor = (purpose: Purpose): string[] => methods.filter(({ purposes }) => purposes.includes(purpose)).map((method) => method.id);
  return {
    "@context": CONTEXTS,
    id,
    alsoKnownAs,
    verificationMethod: methods.flatMap((method) => (method.key.kind === "public" ? [{ id: method.id, type: "JsonWebKey2020", controller: id, publicKeyJwk: method.key.publicKey.jwk }] : [])),
    authentication: idsFor("authentication"),
    assertionMethod: idsFor("assertionMethod"),
    // A closed identity has nothing more to say.
    ...(isDeactivated ? {} : { service: [operatorsService(id, publicUrl)] }),
  };
}
