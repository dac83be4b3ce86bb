// did:web documents (W3C CCG did:web): issuers of this service, mirroring their identity on the ledger, and the service itself, which signs nothing.

import type { Express } from "express";
import { isAddress, parseAddress } from "../../core/address.ts";
import { operatorsService } from "../../core/identities/didServices.ts";
import type { DidDocument, Purpose } from "../../core/identities/didDocument.ts";
import { didWebUnder, parseDidName } from "../../core/identities/didName.ts";
import { Fault } from "../../core/fault.ts";
import { didWebOfIssuer } from "../../flows/identities/ownIdentities.ts";
import { limitByAddress } from "../server/addresses.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** A key that was revoked on the ledger may be found in copies for so long. */
const AGE_SECONDS = 60;
/** The type that libraries in use know; `JsonWebKey`, its newer name, did-jwt 8 refuses. */
const CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/jws-2020/v1"];

/** Adds the resources. An issuer's asks the ledger, so it counts against a caller's limit like a verification. */
export function addDidDocuments(app: Express, { ownIdentities, receipts, rateLimit, publicUrl }: Pick<ServiceParts, "ownIdentities" | "receipts" | "rateLimit" | "publicUrl">): void {
  addResource(app, {
    path: "/.well-known/did.json",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (_request, response) => {
        const did = serviceDidUnder(publicUrl);
        if (did === null) throw new Fault("not_found", "This service has no did:web: its public address has no https, or a path.");
        const signatory = await receipts.signatory();
        response.set({ "Content-Type": "application/did+json", "Cache-Control": `public, max-age=${AGE_SECONDS}` }).send(JSON.stringify(serviceDocument(did, signatory && didWebOfIssuer(publicUrl, signatory.address), publicUrl)));
      },
    ],
  });
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

/** The did:web of the service itself, when its document would be looked for here; else `null`. */
function serviceDidUnder(publicUrl: string): string | null {
  const did = didWebUnder(publicUrl, []);
  const name = parseDidName(did);
  return name?.method === "web" && name.segments.length === 0 ? did : null;
}

/** Without keys: whatever is signed here is signed by an issuer. Its controller is the issuer who answers for receipts, where there is one. */
const serviceDocument = (did: string, controller: string | null, publicUrl: string): object => ({
  "@context": CONTEXTS,
  id: did,
  ...(controller === null ? {} : { controller }),
  alsoKnownAs: [],
  verificationMethod: [],
  authentication: [],
  assertionMethod: [],
  service: [operatorsService(did, publicUrl)],
});

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
