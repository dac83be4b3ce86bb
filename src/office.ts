// The office: what can be done with a data folder and a ledger, put together. With app.ts the only place where ports meet adapters.

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { start as startEmbeddedLedger } from "./adapters/embedded/anvil.ts";
import type { EmbeddedLedger } from "./adapters/embedded/embeddedChain.ts";
import { SqliteIndex } from "./adapters/index/sqliteIndex.ts";
import { openCredentialKeys, type CredentialKeys } from "./adapters/credentialKeys.ts";
import { isFolderLocked, lockFolder, shareFolder, takePlace } from "./adapters/folderLock.ts";
import { openKeyFolder, type KeyFolder } from "./adapters/keys/keyFolder.ts";
import { LedgerConnection, type ConnectionOptions } from "./adapters/ledger/connection.ts";
import { deployExternalLedger, deployLedger } from "./adapters/ledger/deploy.ts";
import { ledgerEvents } from "./adapters/ledger/events.ts";
import { identityHistory } from "./adapters/ledger/identityHistory.ts";
import { ledgerReader } from "./adapters/ledger/reader.ts";
import { proofSource } from "./adapters/ledger/proofs.ts";
import { identityReader } from "./adapters/ledger/identities.ts";
import type { TransactionSigner } from "./adapters/ledger/writer.ts";
import { unsignedTransaction } from "./adapters/ledger/unsigned.ts";
import { tokenKeys, type TokenKeys } from "./adapters/pkcs11/tokenKeys.ts";
import { adoptionIn } from "./adapters/store/adoption.ts";
import { auditingIn } from "./adapters/store/auditing.ts";
import { apiKeysIn } from "./adapters/store/apiKeys.ts";
import { finalBlocksIn } from "./adapters/store/finalBlocks.ts";
import { followingIn } from "./adapters/store/following.ts";
import { grantsIn } from "./adapters/store/grants.ts";
import { journalIn } from "./adapters/store/journal.ts";
import { keyListingsIn } from "./adapters/store/keyListings.ts";
import { copyStore, type CopyProgress } from "./adapters/store/copy.ts";
import { leasesIn } from "./adapters/store/leases.ts";
import { nodeSqlite, openDatabase } from "./adapters/store/nodeSqlite.ts";
import { postgres } from "./adapters/store/postgres.ts";
import { registerIn } from "./adapters/store/register.ts";
import { settingsIn, type Settings } from "./adapters/store/settings.ts";
import { sqliteTrouble } from "./adapters/store/sqliteTrouble.ts";
import { openStoreDatabase, storeIn, type Database } from "./adapters/store/store.ts";
import { clearUnfinishedCopy, isUnfinishedCopy, refuseUnfinishedCopy } from "./adapters/store/unfinishedCopy.ts";
import { readTrustRoots, writeTrustRoots } from "./adapters/trustRootsFile.ts";
import { writeFileWhole } from "./adapters/wholeFile.ts";
import type { Config } from "./config.ts";
import type { Address } from "./core/address.ts";
import { digestOf } from "./core/digest.ts";
import type { EvidenceFile } from "./core/evidenceFile.ts";
import type { TrustRoot } from "./core/evidence.ts";
import { Fault } from "./core/fault.ts";
import type { Secret } from "./core/secret.ts";
import type { Block, Ledger } from "./core/ledger.ts";
import { parseLedger } from "./core/ledgerFile.ts";
import type { Seal } from "./core/seal.ts";
import type { ApiKeys, Grants, Journal } from "./flows/administrationPorts.ts";
import type { KeyListings } from "./flows/credentialSigning.ts";
import { makeEvidence } from "./flows/makeEvidence.ts";
import { followerOf } from "./flows/follow.ts";
import { identitiesThrough } from "./flows/identities.ts";
import type { GuardedFetcher, Identities } from "./flows/identityPorts.ts";
import type { FollowStore } from "./flows/followPorts.ts";
import type { Leases } from "./flows/leasePorts.ts";
import type { IdentityReader } from "./flows/ledgerIdentity.ts";
import type { Register, Store } from "./flows/issuePorts.ts";
import type { FinalBlocks } from "./flows/recheckFinal.ts";
import type { AuditingStore } from "./flows/auditPorts.ts";
import type { AdoptingStore } from "./flows/recoverPorts.ts";
import type { ProofReader, ProofSource } from "./flows/offlinePorts.ts";
import type { Clock, IndexFollower, LedgerEvents, LedgerReader, VerifyPorts } from "./flows/ports.ts";

export type { CopyProgress };
export { readTrustRoots, isFolderLocked, lockFolder, takePlace, unsignedTransaction, writeFileWhole, writeTrustRoots };

/** Told about what an operator should know. */
export type Notice = (message: string, details: Readonly<Record<string, unknown>>) => void;

/** Seconds since 1970. */
export const systemClock: Clock = () => Date.now() / 1000;

/** Where things lie in a data folder. */
export const filesIn = (dataFolder: string) => ({
  store: join(dataFolder, "store.sqlite"),
  /** The index of the process that has this place in the folder. */
  indexAt: (place: number) => join(dataFolder, place === 1 ? "index.sqlite" : `index-${place}.sqlite`),
  index: join(dataFolder, "index.sqlite"),
  ledger: join(dataFolder, "ledger.json"),
  trustRoots: join(dataFolder, "trust-roots.json"),
  demonstration: join(dataFolder, "demo.json"),
  keys: join(dataFolder, "keys"),
  credentialKeys: join(dataFolder, "keys", "credentials"),
  passphrase: join(dataFolder, "passphrase"),
  running: join(dataFolder, "running.json"),
});

/** The keys that this service signs with: in the folder, else in the token. */
export interface Keys extends Omit<KeyFolder, "signerFor"> {
  readonly folder: KeyFolder;
  readonly token: TokenKeys;
  signerFor(account: Address): Promise<TransactionSigner>;
}

/** What can be done with a data folder alone, with no ledger at hand. What is stored here a running service carries. */
export interface Office {
  readonly store: Store;
  readonly finalBlocks: FinalBlocks;
  readonly adopting: AdoptingStore;
  readonly auditing: AuditingStore;
  readonly register: Register;
  readonly settings: Settings;
  readonly apiKeys: ApiKeys;
  readonly grants: Grants;
  readonly journal: Journal;
  readonly following: FollowStore;
  /** How this process agrees with others on the same store; `null` where the store is its own. */
  readonly leases: Leases | null;
  readonly keys: Keys;
  /** What was said from here about identities themselves. */
  readonly listings: KeyListings;
  /** Keys that sign credentials. */
  readonly credentialKeys: CredentialKeys;
  close(): Promise<void>;
}

type OfficeConfig = Pick<Config, "dataFolder" | "passphraseFile"> & Partial<Pick<Config, "passphrase" | "token" | "databaseUrl" | "databasePoolSize">>;

/** Opens the data folder, making it when it is missing, and the store: in the folder, or in the database that is named. */
export async function openOffice(config: OfficeConfig): Promise<Office> {
  const { dataFolder, databaseUrl = null, databasePoolSize = COMMAND_POOL_SIZE } = config;
  makeFolder(dataFolder);
  const dialect = databaseUrl === null ? nodeSqlite(filesIn(dataFolder).store) : postgres({ url: databaseUrl.reveal(), poolSize: databasePoolSize });
  const db: Database = await openStoreDatabase(dialect);
  await refuseUnfinishedCopy(db).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  return {
    ...{ store: storeIn(db), finalBlocks: finalBlocksIn(db), adopting: adoptionIn(db), auditing: auditingIn(db) },
    register: registerIn(db),
    settings: settingsIn(db),
    ...{ apiKeys: apiKeysIn(db), grants: grantsIn(db), journal: journalIn(db), listings: keyListingsIn(db), following: followingIn(db) },
    leases: databaseUrl === null ? null : leasesIn(db, randomUUID()),
    ...keysFor(config),
    close: () => db.destroy(),
  };
}

/**
 * Copies the folder's store into the database at `to`, which must be empty or a copy that was broken off. Holds the folder meanwhile.
 *
 * @returns the tables, with how many rows each has.
 */
export async function copyStoreTo(to: Secret, { dataFolder, progress }: { dataFolder: string; progress: (step: CopyProgress) => void }): Promise<readonly CopyProgress[]> {
  const release = lockFolder(dataFolder);
  try {
    const { store } = filesIn(dataFolder);
    // Its tables are brought up to date first, so that both have the same.
    await (await openStoreDatabase(nodeSqlite(store))).destroy();
    const target = await openEmptied(to);
    return await copyStore(store, target, progress).finally(() => target.destroy());
  } finally {
    release();
  }
}

async function openEmptied(to: Secret): Promise<Database> {
  const open = (): Promise<Database> => openStoreDatabase(postgres({ url: to.reveal(), poolSize: COMMAND_POOL_SIZE }));
  const found = await open();
  if (!(await isUnfinishedCopy(found))) return found;
  await clearUnfinishedCopy(found).finally(() => found.destroy());
  return open();
}

/** What a single command needs. */
const COMMAND_POOL_SIZE = 2;

function keysFor({ dataFolder, passphraseFile, passphrase = null, token: options = null }: Parameters<typeof openOffice>[0]): Pick<Office, "keys" | "credentialKeys"> {
  const files = filesIn(dataFolder);
  const folder = openKeyFolder({ folder: files.keys, passphrase: { file: passphraseFile, text: passphrase }, ownPassphraseFile: files.passphrase });
  const token = tokenKeys(files.keys, options);
  const keys: Keys = {
    ...folder,
    ...{ folder, token },
    has: (account) => folder.has(account) || token.has(account),
    signerFor: (account) => (folder.has(account) || !token.has(account) ? folder.signerFor(account) : token.signerFor(account)),
  };
  return { keys, credentialKeys: openCredentialKeys(files.credentialKeys, folder) };
}

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Fault("data_folder_unusable", `The data folder ${dataFolder} cannot be made or read: ${(error as Error).message}`, { cause: error });
  }
}

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
  const { ledgerUrl, ledgerFile, confirmations, databaseUrl } = config;
  if (databaseUrl !== null && ledgerUrl === null) {
    throw new Fault("configuration_invalid", "TRADESEAL_DATABASE_URL needs TRADESEAL_LEDGER_URL and TRADESEAL_LEDGER_FILE: the embedded ledger belongs to one process, and a store on PostgreSQL may have many.");
  }
  const release = databaseUrl === null ? lockFolder(config.dataFolder) : shareFolder(config.dataFolder);
  try {
    const { ledgerUrl, ledgerFile, confirmations, ledgerStaleAfterSeconds: staleAfterSeconds } = config;
    const ledger = ledgerUrl === null ? await startLedger(config, { keys, settings }, notice) : connect(readLedgerFile(ledgerFile!), { url: ledgerUrl, confirmations, staleAfterSeconds, notice });
    return { ...ledger, close: () => ledger.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
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

/** The node of a connected ledger, as a source of proofs. */
export const proofSourceOn = ({ connection }: Pick<ConnectedLedger, "connection">): ProofSource => proofSource(connection);

/** The reader of proofs. Its tries are loaded only when somebody needs them. */
export const proofReaderHere = async (): Promise<ProofReader> => (await import("./adapters/proofs.ts")).proofReader;

/** Evidence of a seal's anchor, proven by the connected ledger's node. */
export async function evidenceFrom(ledger: ConnectedLedger, seal: Seal): Promise<EvidenceFile> {
  const made = await makeEvidence(seal, { source: proofSourceOn(ledger), proofs: await proofReaderHere(), ledger: ledger.ledger });
  return made.evidence;
}

/** The text of a JSON file in the data folder, or `null` when there is none. */
export const readIfThere = (file: string): string | null => (existsSync(file) ? readFileSync(file, "utf8") : null);
