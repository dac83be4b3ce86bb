// Access to a ledger: starting the embedded one or connecting to another, the index beside it, and what verifies on both.

import { existsSync, readFileSync } from "node:fs";
import { start as startEmbeddedLedger } from "./adapters/embedded/anvil.ts";
import type { EmbeddedLedger } from "./adapters/embedded/embeddedChain.ts";
import { SqliteIndex } from "./adapters/index/sqliteIndex.ts";
import { nodePlatform } from "./adapters/credentials/platform.ts";
import { isSignatureByNative } from "./adapters/credentials/signatures.ts";
import { unpackGzip } from "./adapters/credentials/unpack.ts";
import { guardedFetcher } from "./adapters/fetching/guardedFetcher.ts";
import { lockFolder, shareFolder } from "./adapters/folderLock.ts";
import { type KeyFolder } from "./adapters/keys/keyFolder.ts";
import { LedgerConnection, type ConnectionOptions } from "./adapters/ledger/connection.ts";
import { deployExternalLedger, deployLedger } from "./adapters/ledger/deploy.ts";
import { ledgerEvents } from "./adapters/ledger/events.ts";
import { identityHistory } from "./adapters/ledger/identityHistory.ts";
import { ledgerReader } from "./adapters/ledger/reader.ts";
import { proofSource } from "./adapters/ledger/proofs.ts";
import { identityReader } from "./adapters/ledger/identities.ts";
import { openDatabase } from "./adapters/store/nodeSqlite.ts";
import { sqliteTrouble } from "./adapters/store/sqliteTrouble.ts";
import { writeFileWhole } from "./adapters/wholeFile.ts";
import type { Config } from "./config.ts";
import type { Address } from "./core/address.ts";
import { digestOf } from "./core/digest.ts";
import type { EvidenceFile } from "./core/evidenceFile.ts";
import type { TrustRoot } from "./core/evidence.ts";
import { Fault } from "./core/fault.ts";
import type { Block, Ledger } from "./core/ledger.ts";
import { parseLedger } from "./core/ledgerFile.ts";
import type { Seal } from "./core/seal.ts";
import { makeEvidence } from "./flows/verifying/makeEvidence.ts";
import type { CredentialPorts } from "./flows/verifying/credentialPorts.ts";
import { followerOf } from "./flows/verifying/follow.ts";
import { identitiesThrough } from "./flows/identities/identities.ts";
import type { GuardedFetcher, Identities } from "./flows/identities/identityPorts.ts";
import type { IdentityReader } from "./flows/identities/ledgerIdentity.ts";
import type { ProofReader, ProofSource } from "./flows/verifying/offlinePorts.ts";
import { statusListSource } from "./flows/verifying/statusListSource.ts";
import type { IndexFollower, LedgerEvents, LedgerReader, VerifyPorts } from "./flows/ports.ts";
import { filesIn, readIfThere, systemClock, type Notice, type Office } from "./office.ts";

/** A ledger to which we are connected. */
export interface ConnectedLedger {
  readonly ledger: Ledger;
  readonly url: string;
  /** The process of the embedded ledger; `null` for an external one. */
  readonly embedded: EmbeddedLedger | null;
  readonly connection: LedgerConnection;
  readonly reader: LedgerReader;
  readonly events: LedgerEvents;
  readonly identities: IdentityReader;
  close(): Promise<void>;
}

/** Connects to the external ledger that the configuration names, or starts the embedded one and puts the contracts on it. Holds the data folder meanwhile; beside others where the store is not in it. */
export async function openLedger(config: Config, { keys, settings }: Pick<Office, "keys" | "settings">, notice: Notice): Promise<ConnectedLedger> {
  const { ledgerUrl, ledgerFile, confirmations, ledgerStaleAfterSeconds: staleAfterSeconds, databaseUrl } = config;
  if (databaseUrl !== null && ledgerUrl === null) {
    throw new Fault("configuration_invalid", "TRADESEAL_DATABASE_URL needs TRADESEAL_LEDGER_URL and TRADESEAL_LEDGER_FILE: the embedded ledger belongs to one process, and a store on PostgreSQL may have many.");
  }
  const release = databaseUrl === null ? lockFolder(config.dataFolder) : shareFolder(config.dataFolder);
  try {
    await refuseOtherLedger(config, settings);
    const ledger = ledgerUrl === null ? await startLedger(config, { keys, settings }, notice) : connect(readLedgerFile(ledgerFile!), { url: ledgerUrl, confirmations, staleAfterSeconds, notice });
    return { ...ledger, close: () => ledger.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/** The digest of the ledger to which everything in the store belongs. */
const LEDGER_SETTING = "ledger";

/** What a store calls final would be carried anew to another ledger: a forgotten or a mistyped setting must not do that. */
async function refuseOtherLedger({ ledgerUrl, ledgerFile, dataFolder }: Config, settings: Office["settings"]): Promise<void> {
  const known = await settings.get(LEDGER_SETTING);
  if (known === null) return;
  const file = ledgerUrl === null ? filesIn(dataFolder).ledger : ledgerFile!;
  if (existsSync(file) && ledgerDigest(readLedgerFile(file)) === known) return;
  const asked = ledgerUrl === null ? "the embedded one of this data folder (TRADESEAL_LEDGER_URL is not set)" : `the one that ${file} describes`;
  throw new Fault("ledger_mismatch", `The store belongs to another ledger than ${asked}. Set TRADESEAL_LEDGER_URL and TRADESEAL_LEDGER_FILE as they were, or take another data folder (TRADESEAL_DATA).`);
}

/** Binds the store to the ledger from the first time on that it was reached. */
export async function rememberLedger({ ledger }: Pick<ConnectedLedger, "ledger">, settings: Office["settings"]): Promise<void> {
  if ((await settings.get(LEDGER_SETTING)) === null) await settings.set(LEDGER_SETTING, ledgerDigest(ledger));
}

async function startLedger({ dataFolder }: Config, { keys, settings }: Pick<Office, "keys" | "settings">, notice: Notice): Promise<ConnectedLedger> {
  const embedded = await startEmbeddedLedger(dataFolder, { notice });
  try {
    const deployer = await rememberedKey("deployer", { keys, settings });
    await embedded.fund([deployer]);
    const ledger = await deployLedger({ url: embedded.url, deployer: await keys.folder.signerFor(deployer), nudge: () => embedded.nudge() });
    keepLedger(filesIn(dataFolder).ledger, ledger);
    return connect(ledger, { url: embedded.url, confirmations: null, embedded });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Seals name the ledger for ever, so a data folder's ledger must stay the one it was. */
function keepLedger(file: string, ledger: Ledger): void {
  const kept = readIfThere(file);
  if (kept === null) writeFileWhole(file, ledgerText(ledger));
  else if (kept !== ledgerText(ledger)) throw new Fault("ledger_mismatch", `The embedded ledger is not the one in ${file}: its first block or its contracts differ. Restore the folder "ledger" from a backup.`);
}

/** `ledger.json` as it is written and published. */
export const ledgerText = (ledger: Ledger): string => `${JSON.stringify({ format: "tradeseal-ledger/1", ...ledger }, null, 2)}\n`;

/** What tells one ledger from another. Where reading begins is no part of it. */
export const ledgerDigest = ({ chainId, genesis, contracts }: Ledger): string => digestOf(Buffer.from(ledgerText({ chainId, genesis, contracts })));

/** The ledger that a file describes. Throws `configuration_invalid`. */
export function readLedgerFile(file: string): Ledger {
  if (!existsSync(file)) throw new Fault("configuration_invalid", `There is no ledger file ${file}. Where the ledger is an external one, set TRADESEAL_LEDGER_URL and TRADESEAL_LEDGER_FILE as for the service.`);
  try {
    return parseLedger(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Fault("configuration_invalid", `The ledger file ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Puts our contracts on an external ledger, by a key of the folder's own that signs nothing else, and describes the ledger in
 * `file`. What stands there already stays. Throws `ledger_mismatch` when the file describes another ledger.
 */
export async function deployExternal({ url, file }: { url: string; file: string }, { keys, settings }: Pick<Office, "keys" | "settings">): Promise<{ ledger: Ledger; deployer: Address }> {
  const kept = existsSync(file) ? readLedgerFile(file) : null;
  const deployer = await rememberedKey("deployer", { keys, settings });
  const found = await deployExternalLedger({ url, deployer: await keys.folder.signerFor(deployer) });
  if (kept !== null && ledgerDigest(kept) !== ledgerDigest(found)) throw new Fault("ledger_mismatch", `The file ${file} describes another ledger than the one at ${url}. Name another file with --out.`);
  const ledger = kept?.firstBlock === undefined ? found : { ...found, firstBlock: kept.firstBlock };
  writeFileWhole(file, ledgerText(ledger));
  return { ledger, deployer };
}

async function rememberedKey(name: string, { keys, settings }: Pick<Office, "keys" | "settings">) {
  const known = await settings.get(`key.${name}`);
  if (known !== null) return known as Awaited<ReturnType<KeyFolder["create"]>>;
  const account = await keys.create();
  await settings.set(`key.${name}`, account);
  return account;
}

type ConnectOptions = Pick<ConnectionOptions, "url" | "staleAfterSeconds" | "notice"> & { readonly confirmations: number | null; readonly embedded?: EmbeddedLedger | null };

/** Connects to a ledger; nothing is asked of it yet. */
export function connect(ledger: Ledger, { url, confirmations, embedded = null, ...watching }: ConnectOptions): ConnectedLedger {
  const connection = new LedgerConnection({ ledger, url, confirmationCount: confirmations, isEmbedded: embedded !== null, ...watching });
  return {
    ...{ ledger, url, embedded, connection },
    reader: ledgerReader(connection),
    events: ledgerEvents(connection),
    identities: identityReader(connection),
    async close() {
      connection.close();
      await embedded?.stop();
    },
  };
}

/** An index and what keeps it in step. */
export interface OpenIndex {
  readonly index: SqliteIndex;
  readonly follower: IndexFollower;
  close(): void;
}

/** Opens the index in `file` (`:memory:` for one that is thrown away). An index of another ledger is emptied first. */
export function openIndex(file: string, { ledger, events }: Pick<ConnectedLedger, "ledger" | "events">, options: { notice?: Notice; progress?: (reached: number, target: number) => void } = {}): OpenIndex {
  const database = openDatabase(file);
  const index = new SqliteIndex(database, ledgerDigest(ledger));
  const start = ledger.firstBlock === undefined ? {} : { firstBlock: ledger.firstBlock };
  const follower = followerOf({ events, index, ...start, ...options });
  const reach = (block: Block): Promise<boolean> =>
    follower.reach(block).catch((error: unknown) => {
      throw sqliteTrouble(error);
    });
  return { index, follower: { reach }, close: () => database.close() };
}

/** DIDs of the ledger alone: nobody else is asked. */
export function ledgerIdentities({ ledger: { chainId }, connection }: Pick<ConnectedLedger, "ledger" | "connection">): Identities {
  const nobody: GuardedFetcher = { fetch: async () => ({ isFetched: false, refusal: "address_forbidden" }) };
  return identitiesThrough({ chainId, history: identityHistory(connection), fetcher: nobody, clock: systemClock, isLoopbackFetched: false, ownIdentity: async () => null });
}

/** What a verifier needs, put together. */
export function verifierOn({ reader }: Pick<ConnectedLedger, "reader">, { index, follower }: OpenIndex, trustRoots: () => readonly TrustRoot[]): VerifyPorts {
  return { ledger: reader, index, follower, trustRoots, clock: systemClock };
}

/** What judging credentials needs without a service: DIDs of the ledger alone, and status lists from where credentials name them; from this very machine only where that is wanted. */
export function credentialPortsOn(connected: ConnectedLedger, verify: VerifyPorts, { isLoopbackFetched = false }: { readonly isLoopbackFetched?: boolean } = {}): CredentialPorts {
  const lists = statusListSource({ fetcher: guardedFetcher({ isLoopbackAllowed: isLoopbackFetched }), clock: systemClock, ownListAt: async () => null });
  return { ...verify, events: connected.events, identities: ledgerIdentities(connected), lists, unpack: unpackGzip, isSignatureBy: isSignatureByNative, platform: nodePlatform };
}

/** The node of a connected ledger, as a source of proofs. */
export const proofSourceOn = ({ connection }: Pick<ConnectedLedger, "connection">): ProofSource => proofSource(connection);

/** The reader of proofs. Its tries are loaded only when somebody needs them. */
export const proofReaderHere = async (): Promise<ProofReader> => (await import("./adapters/proofs.ts")).proofReader;

/** Evidence of a seal's anchor, proven by the connected ledger's node. */
export async function evidenceFrom(ledger: ConnectedLedger, seal: Seal): Promise<EvidenceFile> {
  const made = await makeEvidence(seal, { source: proofSourceOn(ledger), proofs: await proofReaderHere(), ledger: ledger.ledger });
  return made.evidence;
}
