/**
 * The real service on a loopback port, over the real store in a temporary folder. The ledger is scripted: it says what a
 * test wants said.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { Dialect } from "kysely";
import { pino } from "pino";
import { openCredentialKeys } from "../../src/adapters/credentialKeys.ts";
import { apiKeysIn } from "../../src/adapters/store/apiKeys.ts";
import { challengesIn } from "../../src/adapters/store/challenges.ts";
import { makeChallenge } from "../../src/flows/presenting/challenges.ts";
import { handInOf } from "../../src/flows/presenting/handIn.ts";
import { awaitedAnswersIn } from "../../src/adapters/store/awaitedAnswers.ts";
import { followingIn } from "../../src/adapters/store/following.ts";
import { guardedFetcher } from "../../src/adapters/fetching/guardedFetcher.ts";
import { grantsIn } from "../../src/adapters/store/grants.ts";
import { issuancesIn } from "../../src/adapters/store/issuances.ts";
import { papersIn } from "../../src/adapters/store/papers.ts";
import { journalIn } from "../../src/adapters/store/journal.ts";
import { keyListingsIn } from "../../src/adapters/store/keyListings.ts";
import { nodeSqlite } from "../../src/adapters/store/nodeSqlite.ts";
import { registerIn } from "../../src/adapters/store/register.ts";
import { storeVitals } from "../../src/adapters/store/vitals.ts";
import { openStoreDatabase, storeIn } from "../../src/adapters/store/store.ts";
import { parseAddress, type Address } from "../../src/core/address.ts";
import type { Leaf } from "../../src/core/digest.ts";
import { parseDocumentType } from "../../src/core/documentType.ts";
import { Fault } from "../../src/core/fault.ts";
import { ledgerIdOf, type ChainHash, type Head, type Ledger } from "../../src/core/ledger.ts";
import type { Store } from "../../src/flows/issuing/issuePorts.ts";
import type { VerifyPorts } from "../../src/flows/ports.ts";
import { grantingFrom, issuingCredentials, statusListsOf } from "../../src/app.ts";
import { NameBook } from "../../src/core/names.ts";
import type { ApiKeys, Journal } from "../../src/flows/trust/administrationPorts.ts";
import type { LedgerWord } from "../../src/flows/trust/grants.ts";
import { noLedgerAtHand } from "../../src/flows/verifying/ledgerWord.ts";
import { createMetrics } from "../../src/http/server/metrics.ts";
import { serverFor } from "../../src/http/server/server.ts";
import { createService, type ServiceParts } from "../../src/http/service.ts";

export const addressOf = (digit: string): Address => parseAddress(`0x${digit.repeat(40)}`);
export const hashOf = (digit: string): ChainHash => `0x${digit.repeat(64)}`;

/** A ledger that never was. */
export const ledger: Ledger = {
  chainId: 31337,
  genesis: hashOf("a"),
  contracts: {
    didRegistry: { address: addressOf("1"), codeHash: hashOf("1") },
    anchorRegistry: { address: addressOf("2"), codeHash: hashOf("2") },
    standingRegistry: { address: addressOf("3"), codeHash: hashOf("3") },
    accreditationRegistry: { address: addressOf("4"), codeHash: hashOf("4") },
  },
};

export const head: Head = { number: 9, hash: hashOf("b"), time: 1_790_000_000, finalNumber: 9 };
export const customs = { address: addressOf("c"), name: "Customs", documentTypes: ["861", "AEO"].map(parseDocumentType) };

/** A ledger on which nothing was ever said, read at one block. */
export function emptyLedger(): VerifyPorts {
  return {
    ledger: { id: ledgerIdOf(ledger), head: async () => head, anchorOf: async () => null, standingsOf: async () => [], didChangedIn: async () => 0,
    grantsOf: async () => [] },
    index: { reached: () => head, anchorsOf: () => [], anchorNamed: () => null, grantsAbove: () => [], grantsBelow: () => [], deactivatedIn: () => null, changedIn: () => 0, finalMark: () => null, spokenAbout: () => [], replacedWith: () => [] },
    follower: { reach: async () => true },
    trustRoots: () => [customs],
    clock: () => head.time,
  };
}

/** A service under test, and what a test needs to know of it. */
export interface ServiceInTest {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly apiKeys: ApiKeys;
  readonly journal: Journal;
  readonly issuing: ServiceParts["issuing"];
  /** `hosted` is an issuer whose owner keeps its key elsewhere. */
  readonly keys: { readonly chamber: string; readonly rival: string; readonly hosted: string };
  /** Everything that was logged, as text. */
  log(): string;
  nudges(): number;
  stop(): Promise<void>;
}

/** Starts a service; `changes` replace parts of it. Its store is in the folder, unless another database is given. */
export async function startService(changes: Partial<ServiceParts> = {}, ledgerWord: Partial<LedgerWord> = {}, dialect?: Dialect): Promise<ServiceInTest> {
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-http-"));
  const db = await openStoreDatabase(dialect ?? nodeSqlite(join(folder, "store.db")));
  const [store, register] = [storeIn(db), registerIn(db)];
  const keyFor = async (address: Address, name: string, account = address): Promise<string> => {
    await register.addIssuer({ address, name, account }, 1);
    return register.addApiKey(address, 1);
  };
  const keys = { chamber: await keyFor(addressOf("d"), "Chamber"), rival: await keyFor(addressOf("e"), "Rival"), hosted: await keyFor(addressOf("8"), "Hosted", addressOf("9")) };
  const lines: string[] = [];
  let nudges = 0;
  const granting = grantingFrom(
    { grants: grantsIn(db), register, store, listings: keyListingsIn(db), credentialKeys: openCredentialKeys(join(folder, "keys"), { passphrase: () => ({ text: "passphrase", isOwn: true }), provePassphrase: async () => {} }) },
    { ledgerWord: { ...noLedgerAtHand, ...ledgerWord }, vouchedNames: () => new NameBook([customs]), names: async () => ({ chainId: ledger.chainId, publicUrl: "https://tradeseal.test" }) },
  );
  const issuing = issuingCredentials({ issuances: issuancesIn(db) }, { signing: granting.signing, publicUrl: "https://tradeseal.test" });
  const service = createService({
    verify: emptyLedger(),
    desk: { lookUp: () => Promise.reject(new Error("no test asks for it")), answer: () => Promise.reject(new Error("no test asks for it")) },
    judging: { judge: () => Promise.reject(new Error("no test asks for it")), keysOf: () => Promise.reject(new Error("no test asks for it")) },
    makeChallenge: (audience) => makeChallenge(audience, { challenges: challengesIn(db), clock: () => Date.now() / 1000, newChallenge: () => randomBytes(32).toString("base64url") }),
    handIn: handInOf({ awaited: awaitedAnswersIn(db), judge: changes.judging ?? { judge: () => Promise.reject(new Error("no test asks for it")) }, clock: () => Date.now() / 1000, newToken: () => randomBytes(32).toString("base64url") }),
    issue: { store, accounts: register, clock: () => Date.now() / 1000, newId: () => randomBytes(16).toString("hex"), randomLeaf: () => randomBytes(32).toString("hex") as string as Leaf },
    apiKeys: apiKeysIn(db),
    granting,
    issuing,
    receipts: { issuing, verify: changes.verify ?? emptyLedger(), signatory: async () => null, newNumber: () => "R-1" },
    statusLists: statusListsOf(issuing, { register, verify: changes.verify ?? emptyLedger() }),
    papers: papersIn(db),
    following: { ...followingIn(db), poster: guardedFetcher(), farewell: new AbortController().signal },
    ledgerIdentities: { identityOf: async (identity) => ({ identity, head, owner: identity, lastChange: 0, isDeactivated: false, delegations: [] }) },
    ownIdentities: { identityOf: async () => null, documentOf: async () => null },
    ledger,
    evidenceOf: async () => Promise.reject(new Fault("evidence_unavailable", "This ledger proves nothing.")),
    publicUrl: "http://tradeseal.test",
    ...{ uploadLimitBytes: 2 ** 30, waitingLimit: 1_000_000 },
    rateLimit: { perMinute: 1_000, exemptLoopback: true },
    trustedProxies: 0,
    log: pino(new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })),
    readiness: async () => ({ isReady: true, waitingFor: [] }),
    metrics: createMetrics(),
    vitals: async () => ({ head, indexedNumber: head.number, store: await storeVitals(db) }),
    metricsToken: null,
    nudge: () => void (nudges += 1),
    webFolder: join(folder, "web"),
    ...changes,
  });
  const server = serverFor(service).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await db.destroy();
    rmSync(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}`, port, store, issuing, apiKeys: apiKeysIn(db), journal: journalIn(db), keys, log: () => lines.join(""), nudges: () => nudges, stop };
}
