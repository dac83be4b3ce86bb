// The small world of credentials with an operators' desk in it: the federation's own service, and customs' as a partner that does what a test says.

import { issuancesIn } from "../../../src/adapters/store/issuances.ts";
import { nodeSqlite } from "../../../src/adapters/store/nodeSqlite.ts";
import { openStoreDatabase } from "../../../src/adapters/store/store.ts";
import { registerIn } from "../../../src/adapters/store/register.ts";
import type { Address } from "../../../src/core/address.ts";
import { didOf } from "../../../src/core/address.ts";
import { parseCredential, type ParsedCredential } from "../../../src/core/credentials/credential.ts";
import { identifiersOf } from "../../../src/core/authorisation.ts";
import { leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { JsonObject } from "../../../src/core/json.ts";
import type { Fetched } from "../../../src/flows/identities/identityPorts.ts";
import type { Consent } from "../../../src/flows/issuing/issuancePorts.ts";
import { IssuerDocuments } from "../../../src/flows/identities/issuerDocuments.ts";
import { operatorDesk, type OperatorDesk } from "../../../src/flows/operators/operatorDesk.ts";
import type { DeskPorts } from "../../../src/flows/operators/operatorPorts.ts";
import { CHAIN, customs, customsWeb, federation, newSigner, signature, World, type Signer } from "../credentialWorld.ts";

export const DOCUMENT_URL = "https://customs.example/.well-known/did.json";
export const ENDPOINT = "https://customs.example/v1/operators:ask";
export const didDocument = (change: object = {}): string => JSON.stringify({ id: customsWeb, service: [{ id: `${customsWeb}#operators`, type: "TradesealOperators", serviceEndpoint: ENDPOINT }], ...change });
export const federationKey = newSigner("ES256");
export const federationDid = didOf(federation, CHAIN);
export const customsDid = didOf(customs, CHAIN);

/** An answer as its bytes. */
export const bytesOf = (value: unknown): Fetched => ({ isFetched: true, bytes: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)) });

/** A world with a desk, and its own store. */
export interface DeskWorld {
  readonly world: World;
  readonly desk: OperatorDesk;
  readonly ports: DeskPorts;
  /** What was posted to partners. */
  readonly posted: { readonly url: string; readonly question: string }[];
  /** What partners answer. */
  partner: (url: string, body: string) => Fetched | Promise<Fetched>;
  /** Puts a credential into the store, as issued here. */
  store(text: string, consent: Consent, issuer?: Address): Promise<string>;
  setConsent(id: string, consent: Consent): Promise<void>;
  stop(): Promise<void>;
}

/** The desk of a service whose issuers are these; the federation's key lies there. */
export async function deskWorld({ own = [federation] as readonly Address[], key = federationKey as Signer | null, change = (ports: DeskPorts): DeskPorts => ports } = {}): Promise<DeskWorld> {
  const world = new World();
  world.listKey(federation, federationKey);
  world.hosts[DOCUMENT_URL] = didDocument();
  const db = await openStoreDatabase(nodeSqlite(":memory:"));
  const register = registerIn(db);
  for (const address of own) await register.addIssuer({ address, name: "Own", account: address }, 1);
  const issuances = issuancesIn(db);
  const given: DeskWorld = {
    ...({ world, posted: [], partner: () => bytesOf({ credentials: [], isComplete: true }) } as unknown as DeskWorld),
    async store(text, consent, issuer = own[0]!) {
      const parsed = parseCredential(text) as ParsedCredential;
      const id = `credential-${(count += 1)}`;
      const credential = { id, shape: parsed.shape!.name, format: parsed.format, text, subject: parsed.credential["credentialSubject"] as JsonObject, validFrom: 1, validUntil: null, consent, places: [], identifiers: identifiersOf(parsed) };
      const part = { role: "credential", documentId: `document-${id}`, digest: parsed.digest, leaf: leafOf(parsed.digest), reference: null, credential } as const;
      await issuances.accept({ id: `issuance-${id}`, issuer, documentType: parseDocumentType(parsed.documentType), acceptedAt: 1, parts: [part], idempotency: null });
      return id;
    },
    setConsent: (id, consent) => issuances.setConsent(id, consent),
    stop: () => db.destroy(),
  };
  // Each reading sees the world as it is then.
  const judging = new Proxy(world.ports, { get: (_, name) => (world.ports as unknown as Record<string | symbol, unknown>)[name] });
  const ports = change({
    ...{ judging, documents: new IssuerDocuments(judging), issuances, register, ownIdentity: async () => null, isLoopbackFetched: false },
    signerOf: async (issuer) => (issuer === federation && key !== null ? { algorithm: key.algorithm, thumbprint: key.key.thumbprint, sign: async (bytes) => signature(Buffer.from(bytes).toString(), key) } : null),
    fetcher: {
      fetch: async (url) => (world.asked.push(url), typeof world.hosts[url] === "string" ? bytesOf(world.hosts[url]) : (world.hosts[url] as Fetched | undefined) ?? { isFetched: false, refusal: "not_there" }),
      async ask(url, body) {
        given.posted.push({ url, question: (JSON.parse(body) as { question: string }).question });
        return given.partner(url, body);
      },
    },
  });
  return Object.assign(given, { ports, desk: operatorDesk(ports) });
}
let count = 0;
