/**
 * Goal: reorganisations lose nothing and make nobody believe what is gone: all is final in the end, every seal that was
 * handed out verifies, and what a reorganisation took away is not `authentic` before it is there again.
 * Method: the whole service without its HTTP, on real contracts on a chain that is not ours, whose newest blocks are taken
 * away while documents are issued; and once more blocks than are called final.
 */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp, type App } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { Address } from "../../../src/core/address.ts";
import { digestOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import type { Seal } from "../../../src/core/seal.ts";
import { acceptDocument, progressOf, sealOf } from "../../../src/flows/issuing/issue.ts";
import type { StoredDocument } from "../../../src/flows/issuing/issuePorts.ts";
import { recheckFinal } from "../../../src/flows/carrying/recheckFinal.ts";
import { verify } from "../../../src/flows/verifying/verify.ts";
import { ledgerText } from "../../../src/ledgerAccess.ts";
import { filesIn, writeFileWhole, writeTrustRoots } from "../../../src/office.ts";
import { startExternalChain } from "../../adapters/ledger/externalChain.ts";
import { folder } from "../../adapters/ledger/chain.ts";
import { until } from "../../until.ts";

const documentType = parseDocumentType("861");
const CONFIRMATIONS = 40;
let chain: Awaited<ReturnType<typeof startExternalChain>>;
let place: Awaited<ReturnType<typeof folder>>;
let app: App;
let issuer: Address;
let drawn = 0;
const notices: string[] = [];

async function open(): Promise<void> {
  const config = readConfig({
    ...{ TRADESEAL_DATA: place.name, TRADESEAL_LEDGER_URL: chain.url, TRADESEAL_LEDGER_FILE: `${place.name}/external.json` },
    ...{ TRADESEAL_CONFIRMATIONS: String(CONFIRMATIONS), TRADESEAL_BATCH_AGE: "0" },
  });
  app = await openApp(config, (message) => notices.push(message));
}

beforeAll(async () => {
  [chain, place] = await Promise.all([startExternalChain({ slots: 100_000 }), folder()]);
  writeFileWhole(`${place.name}/external.json`, ledgerText(chain.ledger));
  await open();
  issuer = await app.keys.create();
  await chain.fund(issuer);
  await app.register.addIssuer({ address: issuer, name: "Chamber", account: issuer }, 0);
  writeTrustRoots(filesIn(place.name).trustRoots, [{ address: issuer, name: "Chamber", documentTypes: [documentType] }], chain.ledger.chainId);
});
afterAll(async () => {
  await app?.close();
  await chain?.stop();
  await place?.remove();
});

async function issue(count: number): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  for (let each = 0; each < count; each += 1) {
    const digest = digestOf(Buffer.from(`document ${(drawn += 1)}`));
    const request = { issuer, documentType, digest, reference: null, isPublished: true, isReanchor: false, idempotency: null };
    documents.push((await acceptDocument(request, app.issue)).document);
  }
  app.worker.nudge();
  return documents;
}

const stateOf = async ({ id }: StoredDocument): Promise<string> => (await progressOf((await app.store.documentById(id))!, app.store)).state;
const blockOf = async ({ id }: StoredDocument): Promise<number> => (await progressOf((await app.store.documentById(id))!, app.store)).write!.block!.number;
const sealFor = async ({ id }: StoredDocument): Promise<Seal> => sealOf((await app.store.documentById(id))!, { store: app.store, ledger: app.verify.ledger.id });
const verdictOn = async (document: StoredDocument, seal: Seal | null): Promise<string> =>
  (await verify({ digest: document.digest, seal, documentType: null }, app.verify)).verdict;

async function minedUntil(documents: readonly StoredDocument[], states: readonly string[]): Promise<void> {
  await until(async () => {
    // For inclusion blocks come only when something waits, so that what is looked for stands in the newest.
    const { pending } = (await chain.call("txpool_status")) as { pending: string };
    if (states.includes("final") || Number(pending) > 0) await chain.mine();
    // Beyond some hundreds of blocks anvil forgets state that a reorganisation needs, and then the contracts have no code.
    await new Promise((resolve) => setTimeout(resolve, 15));
    return (await Promise.all(documents.map(stateOf))).every((state) => states.includes(state));
  });
}

/** How often each root was anchored, told by the ledger alone. */
async function anchorsOnLedger(): Promise<Map<string, number>> {
  const events = await app.ledger.events.eventsBetween(0, (await app.ledger.reader.head()).number);
  const roots = events.flatMap((event) => (event.kind === "anchored" ? [event.root] : []));
  return new Map([...new Set(roots)].map((root) => [root, roots.filter((other) => other === root).length]));
}

async function allIsWell(documents: readonly StoredDocument[], seals: readonly Seal[]): Promise<void> {
  await minedUntil(documents, ["final"]);
  for (const [place, document] of documents.entries()) {
    expect(await sealFor(document)).toEqual(seals[place]);
    expect([await verdictOn(document, null), await verdictOn(document, seals[place]!)]).toEqual(["authentic", "authentic"]);
  }
  const counts = await anchorsOnLedger();
  for (const { root } of seals) expect(counts.get(root)).toBe(1);
}

for (const depth of [1, 3, 16, 32]) {
  test(`a reorganisation ${depth} deep during issuing: nothing lost, nothing twice, nothing believed that is gone`, async () => {
    const first = await issue(2);
    await minedUntil(first, ["included"]);
    await chain.mine(Math.max(0, depth - 10));
    const second = await issue(2);
    await minedUntil(second, ["included"]);
    const documents = [...first, ...second];
    const seals = await Promise.all(documents.map(sealFor));
    const { number: newest } = await app.ledger.reader.head();
    const areGone = await Promise.all(documents.map(async (document) => (await blockOf(document)) > newest - depth));
    expect(areGone.filter(Boolean).length).toBeGreaterThanOrEqual(depth < 10 ? 1 : 4);
    await issue(1);
    await chain.reorganise(depth);
    for (const [place, document] of documents.entries()) {
      for (const seal of areGone[place]! ? [null, seals[place]!] : []) expect(["undetermined", "not_found"]).toContain(await verdictOn(document, seal));
    }
    await allIsWell(documents, seals);
  });
}

test("deeper than what was final: never believed meanwhile, carried again, and believed once the index was made anew", async () => {
  const documents = await issue(2);
  await minedUntil(documents, ["final"]);
  const seals = await Promise.all(documents.map(sealFor));
  expect(await verdictOn(documents[0]!, null)).toBe("authentic");
  await chain.reorganise(CONFIRMATIONS + 8);
  for (const [place, document] of documents.entries()) {
    for (const seal of [null, seals[place]!]) expect(await verdictOn(document, seal)).not.toBe("authentic");
  }
  expect(await recheckFinal({ ...app, ledger: app.ledger.events, notice: (message) => notices.push(message) })).toBeGreaterThan(0);
  expect(notices.some((message) => message.includes("lost blocks that were final"))).toBe(true);
  app.worker.nudge();
  await minedUntil(documents, ["final"]);
  // The index goes on refusing a chain that broke its word, until an operator decides.
  expect(await verdictOn(documents[0]!, null)).toBe("undetermined");
  await app.close();
  for (const ending of ["", "-wal", "-shm"]) rmSync(filesIn(place.name).index + ending, { force: true });
  await open();
  await allIsWell(documents, seals);
});
