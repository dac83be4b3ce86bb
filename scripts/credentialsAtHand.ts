// Many different credentials by one issuer, all anchored, with every answer of the ledger and of the index at hand: what verifying costs beside waiting.

import { randomUUID } from "node:crypto";
import { leafOf, type Leaf } from "../src/core/digest.ts";
import { dateOf } from "../src/core/report.ts";
import type { CredentialPorts } from "../src/flows/verifying/credentialPorts.ts";
import type { FoundAnchor } from "../src/flows/ports.ts";
import { customs, customsWeb, digestOfText, kidOf, NOW, World, type Signer } from "../test/flows/credentialWorld.ts";

/** A maker of good credentials that leaves its payload to be changed. */
type Make = (change: (payload: any) => unknown, by: { signer: Signer }) => string;

/** `count` good credentials, each with a name, a number and a period of its own. */
export function differentCredentials(make: Make, { signer, count }: { signer: Signer; count: number }): readonly string[] {
  return Array.from({ length: count }, (_, each) => make((payload) => makeDifferent(payload, each), { signer }));
}

/** Some members stand twice in data model 1.1, as a claim and in the credential, and must agree. */
function makeDifferent(payload: any, each: number): void {
  const id = `urn:uuid:${randomUUID()}`;
  const [from, until] = [NOW - 86_400 - each, NOW + 86_400 + each];
  const credential = payload.vc ?? payload;
  const given = { jti: id, nbf: from, exp: until };
  const members = { id, validFrom: dateOf(from), validUntil: dateOf(until), issuanceDate: dateOf(from), expirationDate: dateOf(until) };
  for (const [object, values] of [[payload, given], [credential, members]]) {
    for (const [name, value] of Object.entries(values)) if (object[name] !== undefined) object[name] = value;
  }
  credential.credentialSubject.tin.identifier = `P05${String(each).padStart(7, "0")}X`;
}

/** The world in which all of them are anchored. Nothing in it waits, and nothing in it remembers a signature or a verdict. */
export function portsOver(texts: readonly string[]): CredentialPorts {
  const world = new World();
  const { ledger, index, trustRoots, ...ports } = world.ports;
  const [first] = texts.slice(0, 1).map((text) => world.anchor(text)).map(digestOfText).map(leafOf);
  const [pattern] = world.ports.index.anchorsOf(first!);
  const anchors = new Map<Leaf, readonly FoundAnchor[]>(texts.map(digestOfText).map(leafOf).map((leaf) => [leaf, [{ ...pattern!, root: leaf as string as FoundAnchor["root"] }]]));
  const roots = trustRoots();
  const [above, below] = [index.grantsAbove(customs, pattern!.documentType, []), index.grantsBelow(pattern!.documentType, [])];
  const record = ledger.anchorOf({ ...pattern! }, { number: 0, hash: "0x", time: 0 });
  return {
    ...ports,
    trustRoots: () => roots,
    // Each batch has one leaf, which is then its root.
    index: { ...index, anchorsOf: (leaf) => anchors.get(leaf) ?? [], grantsAbove: () => above, grantsBelow: () => below },
    ledger: { ...ledger, anchorOf: async ({ root }) => (anchors.has(root as string as Leaf) ? record : null) },
  };
}

/** The issuer's DID document as other software reads it, with one key: nobody tries a key in vain. */
export function resolverOf(signer: Signer) {
  const id = kidOf(customsWeb, signer);
  const method = { id, type: "JsonWebKey2020", controller: customsWeb, publicKeyJwk: signer.key.jwk };
  const resolution = { didResolutionMetadata: {}, didDocument: { id: customsWeb, verificationMethod: [method], assertionMethod: [id], authentication: [id] }, didDocumentMetadata: {} };
  return { resolve: async () => resolution };
}
