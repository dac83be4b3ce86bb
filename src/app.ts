// The application: the only place where ports meet adapters.

import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pauseMs } from "node:timers/promises";
import { start as startEmbeddedLedger } from "./adapters/embedded/anvil.ts";
import type { EmbeddedLedger } from "./adapters/embedded/embeddedChain.ts";
import { SqliteIndex } from "./adapters/index/sqliteIndex.ts";
import { isFolderLocked, lockFolder } from "./adapters/folderLock.ts";
import { openCredentialKeys, type CredentialKeys } from "./adapters/credentialKeys.ts";
import { guardedFetcher } from "./adapters/fetching/guardedFetcher.ts";
import { openKeyFolder, type KeyFolder } from "./adapters/keyFolder.ts";
import { LedgerConnection } from "./adapters/ledger/connection.ts";
import { deployLedger } from "./adapters/ledger/deploy.ts";
import { ledgerEvents } from "./adapters/ledger/events.ts";
import { identityHistory } from "./adapters/ledger/identityHistory.ts";
import { ledgerReader } from "./adapters/ledger/reader.ts";
import { ledgerWriter } from "./adapters/ledger/writer.ts";
import { nodeSqlite, openDatabase } from "./adapters/store/nodeSqlite.ts";
import { registerIn } from "./adapters/store/register.ts";
import { settingsIn, type Settings } from "./adapters/store/settings.ts";
import { openStoreDatabase, storeIn, type Database } from "./adapters/store/store.ts";
import { readTrustRoots, trustRootsIn, writeTrustRoots } from "./adapters/trustRootsFile.ts";
import { writeFileWhole } from "./adapters/wholeFile.ts";
import type { Config } from "./config.ts";
import { digestOf, leafOf } from "./core/digest.ts";
import type { TrustRoot } from "./core/evidence.ts";
import { Fault } from "./core/fault.ts";
import type { Ledger } from "./core/ledger.ts";
import { parseLedger } from "./core/ledgerFile.ts";
import { followerOf } from "./flows/follow.ts";
import { identitiesThrough } from "./flows/identities.ts";
import type { Identities } from "./flows/identityPorts.ts";
import type { IssuePorts, LedgerWriter, Register, Store } from "./flows/issuePorts.ts";
import { ownIdentitiesOf, type OwnIdentities } from "./flows/ownIdentities.ts";
import type { Clock, IndexFollower, LedgerEvents, LedgerReader, VerifyPorts } from "./flows/ports.ts";
import { startWorking, type Worker } from "./flows/work.ts";

export { readTrustRoots, isFolderLocked, writeFileWhole, writeTrustRoots };

/** Told about what an operator should know. */
export type Notice = (message: string, details: Readonly<Record<string, unknown>>) => void;

/** Seconds since 1970. */
export const systemClock: Clock = () => Date.now() / 1000;

/** Where things lie in a data folder. */
export const filesIn = (dataFolder: string) => ({
  store: join(dataFolder, "store.sqlite"),
  index: join(dataFolder, "index.sqlite"),
  ledger: join(dataFolder, "ledger.json"),
  trustRoots: join(dataFolder, "trust-roots.json"),
  demonstration: join(dataFolder, "demo.json"),
  keys: join(dataFolder, "keys"),
  credentialKeys: join(dataFolder, "keys", "credentials"),
  passphrase: join(dataFolder, "passphrase"),
  running: join(dataFolder, "running.json"),
});

/** What can be done with a data folder alone, with no ledger at hand. What is stored here a running service carries. */
export interface Office {
  readonly store: Store;
  readonly register: Register;
  readonly settings: Settings;
  readonly keys: KeyFolder;
  /** Keys that sign credentials. */
  readonly credentialKeys: CredentialKeys;
  close(): Promise<void>;
}

/** Opens the data folder, making it when it is missing. */
export async function openOffice({ dataFolder, passphraseFile }: Pick<Config, "dataFolder" | "passphraseFile">): Promise<Office> {
  const files = filesIn(dataFolder);
  makeFolder(dataFolder);
  const db: Database = await openStoreDatabase(nodeSqlite(files.store));
  return {
    store: storeIn(db),
    register: registerIn(db),
    settings: settingsIn(db),
    keys: openKeyFolder(files.keys, passphraseFile ?? files.passphrase),
    credentialKeys: openCredentialKeys(files.credentialKeys, () => readFileSync(passphraseFile ?? files.passphrase, "utf8").trim()),
    close: () => db.destroy(),
  };
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
  close(): Promise<void>;
}

/** Connects to the external ledger that the configuration names, or starts the embedded one and puts the contracts on it. Holds the data folder meanwhile. */
export async function openLedger(config: Config, { keys, settings }: Pick<Office, "keys" | "settings">, notice: Notice): Promise<ConnectedLedger> {
  const release = lockFolder(config.dataFolder);
  try {
    const { ledgerUrl, ledgerFile, confirmations } = config;
    const ledger = ledgerUrl === null ? await startLedger(config, { keys, settings }, notice) : connect(readLedgerFile(ledgerFile!), { url: ledgerUrl, confirmations });
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
    const ledger = await deployLedger({ url: embedded.url, deployer: await keys.signerFor(deployer), nudge: () => embedded.nudge() });
    writeFileWhole(filesIn(dataFolder).ledger, ledgerText(ledger));
    return connect(ledger, { url: embedded.url, confirmations: null, embedded });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** `ledger.json` as it is written and published. */
export const ledgerText = (ledger: Ledger): string => `${JSON.stringify({ format: "tradeseal-ledger/1", ...ledger }, null, 2)}\n`;

/** The ledger that a file describes. Throws `configuration_invalid`. */
export function readLedgerFile(file: string): Ledger {
  try {
    return parseLedger(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Fault("configuration_invalid", `The ledger file ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

async function rememberedKey(name: string, { keys, settings }: Pick<Office, "keys" | "settings">) {
  const known = await settings.get(`key.${name}`);
  if (known !== null) return known as Awaited<ReturnType<KeyFolder["create"]>>;
  const account = await keys.create();
  await settings.set(`key.${name}`, account);
  return account;
}

/** Connects to a ledger; nothing is asked of it yet. */
export function connect(ledger: Ledger, { url, confirmations, embedded = null }: { url: string; confirmations: number | null; embedded?: EmbeddedLedger | null }): ConnectedLedger {
  const connection = new LedgerConnection({ ledger, url, confirmationCount: confirmations });
  return {
    ...{ ledger, url, embedded, connection },
    reader: ledgerReader(connection),
    events: ledgerEvents(connection),
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
  const index = new SqliteIndex(database, digestOf(Buffer.from(ledgerText(ledger))));
  return { index, follower: followerOf({ events, index, ...options }), close: () => database.close() };
}

/** What a verifier needs, put together. */
export function verifierOn({ reader }: Pick<ConnectedLedger, "reader">, { index, follower }: OpenIndex, trustRoots: () => readonly TrustRoot[]): VerifyPorts {
  return { ledger: reader, index, follower, trustRoots, clock: systemClock };
}

/** A service in full, without its HTTP. */
export interface App extends Office {
  readonly config: Config;
  readonly publicUrl: string;
  readonly ledger: ConnectedLedger;
  readonly writer: LedgerWriter;
  readonly verify: VerifyPorts;
  readonly issue: IssuePorts;
  /** DIDs of anybody and their documents. */
  readonly identities: Identities;
  readonly ownIdentities: OwnIdentities;
  readonly worker: Worker;
}

const RESEND_AFTER_SECONDS = 2;
const OUTBID_AFTER_SECONDS = 30;

/** Opens everything that a service needs and sets the worker to work. */
export async function openApp(config: Config, notice: Notice): Promise<App> {
  const office = await openOffice(config);
  const files = filesIn(config.dataFolder);
  const publicUrl = await fixedPublicUrl(config, office.settings);
  const ledger = await openLedger(config, office, notice);
  const openedIndex = openIndex(files.index, ledger, { notice });
  const verify = verifierOn(ledger, openedIndex, trustRootsIn(files.trustRoots, notice));
  const issue: IssuePorts = {
    ...{ store: office.store, accounts: office.register, clock: systemClock },
    newId: randomUUID,
    randomLeaf: () => leafOf(digestOf(randomBytes(32))),
  };
  const signing = ledgerWriter(ledger.connection, (account) => office.keys.signerFor(account));
  const writer = ledger.embedded === null ? signing : onEmbedded(signing, ledger.embedded);
  // Whatever was final on blocks that the ledger no longer has is carried again.
  await office.store.reopenAbove((await ledger.reader.head()).finalNumber);
  const worker = startWorking({
    ...{ ...issue, ledger: writer, notice, resendAfterSeconds: RESEND_AFTER_SECONDS, outbidAfterSeconds: OUTBID_AFTER_SECONDS },
    limits: { size: config.batchSize, ageSeconds: config.batchAgeSeconds },
    pause: async (seconds, signal) => void (await pauseMs(seconds * 1000, undefined, { signal }).catch(() => {})),
  });
  const close = async (): Promise<void> => {
    await worker.stop();
    await ledger.close();
    openedIndex.close();
    await office.close();
  };
  return { ...office, config, publicUrl, ledger, writer, verify, issue, ...identitiesOn(ledger, { config, publicUrl, accounts: office.register }), worker, close };
}

/** Own DIDs and all others, resolved on this ledger and through the one guarded fetcher. */
function identitiesOn({ ledger: { chainId }, connection, events }: ConnectedLedger, { config, publicUrl, accounts }: Pick<App, "config" | "publicUrl"> & { accounts: Register }): Pick<App, "identities" | "ownIdentities"> {
  const { isLoopbackFetched } = config;
  const history = identityHistory(connection);
  const ownIdentities = ownIdentitiesOf({ publicUrl, chainId, accounts, history, ledger: events });
  const fetcher = guardedFetcher({ isLoopbackAllowed: isLoopbackFetched });
  const identities = identitiesThrough({ chainId, history, fetcher, clock: systemClock, isLoopbackFetched, ownIdentity: (did) => ownIdentities.identityOf(did) });
  return { identities, ownIdentities };
}

/** On the embedded chain every account of ours is funded, and the chain is told when a transaction waits. */
function onEmbedded(writer: LedgerWriter, embedded: EmbeddedLedger): LedgerWriter {
  const funded = new Set<string>();
  return {
    ...writer,
    async sign(body, terms) {
      if (!funded.has(terms.account)) await embedded.fund([terms.account]);
      funded.add(terms.account);
      return writer.sign(body, terms);
    },
    async broadcast(raw) {
      await writer.broadcast(raw);
      embedded.nudge();
    },
  };
}

/** The address that the first start fixed: seals, DIDs and links that name it stay true. */
async function fixedPublicUrl({ publicUrl, port }: Config, settings: Settings): Promise<string> {
  const fixed = await settings.get("publicUrl");
  if (fixed !== null && publicUrl !== null && publicUrl !== fixed) {
    throw new Fault("configuration_invalid", `TRADESEAL_PUBLIC_URL was fixed to ${fixed} when this data folder was first used; it cannot become ${publicUrl}.`);
  }
  const chosen = fixed ?? publicUrl ?? `http://127.0.0.1:${port}`;
  if (fixed === null) await settings.set("publicUrl", chosen);
  return chosen;
}

/** The text of a JSON file in the data folder, or `null` when there is none. */
export const readIfThere = (file: string): string | null => (existsSync(file) ? readFileSync(file, "utf8") : null);
