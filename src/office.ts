// The office: what can be done with a data folder, put together. With ledgerAccess.ts and app.ts the only place where ports meet adapters.

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openCredentialKeys, type CredentialKeys } from "./adapters/credentialKeys.ts";
import { checkedBackup, closeBackup, copyFile, copyKept, makeBackupFolder, putBack } from "./adapters/backupFolder.ts";
import { isFolderLocked, lockFolder, takePlace } from "./adapters/folderLock.ts";
import { openKeyFolder, type KeyFolder } from "./adapters/keys/keyFolder.ts";
import type { TransactionSigner } from "./adapters/ledger/writer.ts";
import { unsignedTransaction } from "./adapters/ledger/unsigned.ts";
import { tokenKeys, type TokenKeys } from "./adapters/pkcs11/tokenKeys.ts";
import { adoptionIn } from "./adapters/store/adoption.ts";
import { auditingIn } from "./adapters/store/auditing.ts";
import { awaitedAnswersIn } from "./adapters/store/awaitedAnswers.ts";
import { challengesIn } from "./adapters/store/challenges.ts";
import { apiKeysIn } from "./adapters/store/apiKeys.ts";
import { finalBlocksIn } from "./adapters/store/finalBlocks.ts";
import { followingIn } from "./adapters/store/following.ts";
import { grantsIn } from "./adapters/store/grants.ts";
import { issuancesIn } from "./adapters/store/issuances.ts";
import { journalIn } from "./adapters/store/journal.ts";
import { papersIn } from "./adapters/store/papers.ts";
import { publishedDigestsIn } from "./adapters/store/publishedDigests.ts";
import { keyListingsIn } from "./adapters/store/keyListings.ts";
import { backUpPostgres, backUpSqlite } from "./adapters/store/backup.ts";
import { copyStore, type CopyProgress } from "./adapters/store/copy.ts";
import { leasesIn } from "./adapters/store/leases.ts";
import { nodeSqlite } from "./adapters/store/nodeSqlite.ts";
import { postgres } from "./adapters/store/postgres.ts";
import { registerIn } from "./adapters/store/register.ts";
import { settingsIn, type Settings } from "./adapters/store/settings.ts";
import { openStoreDatabase, storeIn, type Database } from "./adapters/store/store.ts";
import { storeVitals } from "./adapters/store/vitals.ts";
import { clearUnfinishedCopy, isUnfinishedCopy, refuseUnfinishedCopy } from "./adapters/store/unfinishedCopy.ts";
import { readTrustRoots, writeTrustRoots } from "./adapters/trustRootsFile.ts";
import { writeFileWhole } from "./adapters/wholeFile.ts";
import type { Config } from "./config.ts";
import type { Address } from "./core/address.ts";
import { Fault } from "./core/fault.ts";
import type { Secret } from "./core/secret.ts";
import type { ApiKeys, Grants, Journal } from "./flows/trust/administrationPorts.ts";
import type { Challenges } from "./flows/verifying/credentialPorts.ts";
import type { AwaitedAnswers } from "./flows/presenting/handIn.ts";
import type { KeyListings } from "./flows/issuing/credentialSigning.ts";
import type { FollowStore } from "./flows/following/followPorts.ts";
import type { Issuances } from "./flows/issuing/issuancePorts.ts";
import type { Papers } from "./flows/issuing/paperPorts.ts";
import type { Leases } from "./flows/carrying/leasePorts.ts";
import type { Register, Store } from "./flows/issuing/issuePorts.ts";
import type { StoreVitals } from "./flows/carrying/vitals.ts";
import type { FinalBlocks } from "./flows/carrying/recheckFinal.ts";
import type { AuditingStore } from "./flows/auditing/auditPorts.ts";
import type { AdoptingStore } from "./flows/recovering/recoverPorts.ts";
import type { Clock, VerifyPorts } from "./flows/ports.ts";

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
  readonly issuances: Issuances;
  readonly papers: Papers;
  readonly publishedDigests: NonNullable<VerifyPorts["publishedDigests"]>;
  readonly journal: Journal;
  readonly following: FollowStore;
  /** How much waits. */
  readonly vitals: () => Promise<StoreVitals>;
  /** What holders are asked to sign when they present. */
  readonly challenges: Challenges;
  /** What they hand in, for who asked. */
  readonly awaited: AwaitedAnswers;
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
    ...{ apiKeys: apiKeysIn(db), grants: grantsIn(db), issuances: issuancesIn(db), papers: papersIn(db), publishedDigests: publishedDigestsIn(db), journal: journalIn(db), listings: keyListingsIn(db) },
    ...{ following: followingIn(db), challenges: challengesIn(db), awaited: awaitedAnswersIn(db), vitals: () => storeVitals(db) },
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

/** Everything of a data folder and its store that nobody can make again, copied into the new folder `to` while services run. @returns the files. */
export async function backUp({ dataFolder, databaseUrl }: BackupConfig, to: string, progress: (step: CopyProgress) => void): Promise<readonly string[]> {
  makeBackupFolder(to);
  const copy = filesIn(to).store;
  // The store first: whatever it speaks of, keys and the ledger's blocks, is then in what is copied after it.
  if (databaseUrl === null) await backUpSqlite(filesIn(dataFolder).store, copy);
  else {
    const source = await openStoreDatabase(postgres({ url: databaseUrl.reveal(), poolSize: COMMAND_POOL_SIZE }));
    await backUpPostgres(source, copy, progress).finally(() => source.destroy());
  }
  copyKept(dataFolder, to);
  return closeBackup(to, systemClock());
}

/** Puts the backup in `from` into a data folder without a store, and its store where the configuration wants it. Throws `data_folder_unusable` when the backup is not whole. */
export async function restore({ dataFolder, databaseUrl }: BackupConfig, from: string, progress: (step: CopyProgress) => void): Promise<{ readonly madeAt: string; readonly files: readonly string[] }> {
  const backup = await checkedBackup(from);
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) throw new Fault("data_folder_unusable", `${dataFolder} is not empty. Name a new data folder; what is there is left as it is.`);
  makeFolder(dataFolder);
  putBack(from, backup.files, dataFolder);
  const { store } = filesIn(dataFolder);
  copyFile(filesIn(from).store, store);
  if (databaseUrl !== null) {
    await copyStoreTo(databaseUrl, { dataFolder, progress });
    rmSync(store);
  }
  return backup;
}

type BackupConfig = Pick<Config, "dataFolder" | "databaseUrl">;

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

/** The text of a JSON file in the data folder, or `null` when there is none. */
export const readIfThere = (file: string): string | null => (existsSync(file) ? readFileSync(file, "utf8") : null);
