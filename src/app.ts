// The application: a service in full. With office.ts and ledgerAccess.ts the only place where ports meet adapters.

import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as pauseMs } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { EmbeddedLedger } from "./adapters/embedded/embeddedChain.ts";
import { nodePlatform } from "./adapters/credentials/platform.ts";
import { isSignatureByNative } from "./adapters/credentials/signatures.ts";
import { unpackGzip } from "./adapters/credentials/unpack.ts";
import { guardedFetcher } from "./adapters/fetching/guardedFetcher.ts";
import { SqliteIndex } from "./adapters/index/sqliteIndex.ts";
import { identityHistory } from "./adapters/ledger/identityHistory.ts";
import { ledgerWriter } from "./adapters/ledger/writer.ts";
import { openDatabase } from "./adapters/store/nodeSqlite.ts";
import type { Settings } from "./adapters/store/settings.ts";
import { readTrustRoots, trustRootsIn } from "./adapters/trustRootsFile.ts";
import type { Config } from "./config.ts";
import type { Address } from "./core/address.ts";
import { digestOf, leafOf } from "./core/digest.ts";
import { Fault } from "./core/fault.ts";
import { NameBook } from "./core/names.ts";
import { parseStatusList } from "./core/credentials/statusListNames.ts";
import { credentialSigning, signerListed, type SigningPorts } from "./flows/issuing/credentialSigning.ts";
import type { CredentialPorts } from "./flows/verifying/credentialPorts.ts";
import { statusListSource } from "./flows/verifying/statusListSource.ts";
import { keepAnchoringJournal, type AnchorJournalPorts } from "./flows/auditing/anchorJournal.ts";
import { sharedDuties } from "./flows/carrying/duties.ts";
import { startFollowing } from "./flows/following/following.ts";
import type { GuardedPoster } from "./flows/following/followPorts.ts";
import type { GrantPorts, LedgerWord } from "./flows/trust/grants.ts";
import type { IssuingPorts } from "./flows/issuing/signCredential.ts";
import type { PaperIssuingPorts } from "./flows/issuing/issueWithPapers.ts";
import { paperMaker } from "./adapters/paper/papers.ts";
import { knownNames } from "./flows/verifying/knownNames.ts";
import { ledgerWordOf } from "./flows/verifying/ledgerWord.ts";
import { identitiesThrough } from "./flows/identities/identities.ts";
import type { GuardedFetcher, Identities } from "./flows/identities/identityPorts.ts";
import type { IssuePorts, LedgerWriter, Register } from "./flows/issuing/issuePorts.ts";
import { IssuerDocuments } from "./flows/identities/issuerDocuments.ts";
import { operatorDesk, type OperatorDesk } from "./flows/operators/operatorDesk.ts";
import { ownIdentitiesOf, type OwnIdentities } from "./flows/identities/ownIdentities.ts";
import type { VerifyPorts } from "./flows/ports.ts";
import { keepRechecking, recheckFinal, type RecheckPorts } from "./flows/carrying/recheckFinal.ts";
import { statusLists, type StatusLists } from "./flows/issuing/servedStatusLists.ts";
import { silencesOf } from "./flows/trust/silences.ts";
import { watchDelegations } from "./flows/following/watchDelegations.ts";
import { startWorking, type Worker } from "./flows/carrying/work.ts";
import { type ConnectedLedger, openLedger, ledgerDigest, readLedgerFile, openIndex, type OpenIndex, verifierOn } from "./ledgerAccess.ts";
import { type Notice, systemClock, takePlace, filesIn, type Office, openOffice } from "./office.ts";

/** A service in full, without its HTTP. */
export interface App extends Office {
  readonly config: Config;
  readonly publicUrl: string;
  readonly ledger: ConnectedLedger;
  readonly writer: LedgerWriter;
  readonly verify: VerifyPorts;
  readonly issue: IssuePorts;
  readonly granting: GrantPorts;
  readonly issuing: PaperIssuingPorts;
  readonly statusLists: StatusLists;
  /** DIDs of anybody and their documents. */
  readonly identities: Identities;
  readonly ownIdentities: OwnIdentities;
  /** What judging credentials needs. */
  readonly judging: CredentialPorts;
  readonly desk: OperatorDesk;
  readonly worker: Worker;
  /** Tells what is wrong with an endpoint's address. */
  readonly poster: GuardedPoster;
}

const WEI_PER_GWEI = 1_000_000_000n;

/** What a process does: everything, or one of both where several share a store. */
export type Role = "everything" | "api" | "worker";

const RESEND_AFTER_SECONDS = 2;
const OUTBID_AFTER_SECONDS = 30;
/** More than are ever under way (deliver.ts). */
const POSTS_AT_ONCE = 400;

/** Opens everything that a service needs and, unless it is for the API alone, sets the worker to work. */
export async function openApp(config: Config, notice: Notice, role: Role = "everything"): Promise<App> {
  if (role !== "everything" && config.databaseUrl === null) {
    throw new Fault("configuration_invalid", "API and worker are parted only where they share a store on PostgreSQL (TRADESEAL_DATABASE_URL). With SQLite one process does both: tradeseal serve.");
  }
  const office = await openOffice(config);
  try {
    return await openAppIn(office, { config, notice, role });
  } catch (error) {
    await office.close();
    throw error;
  }
}

async function openAppIn(office: Office, { config, notice, role }: { config: Config; notice: Notice; role: Role }): Promise<App> {
  const files = filesIn(config.dataFolder);
  const publicUrl = await fixedPublicUrl(config, office.settings);
  const ledger = await openLedger(config, office, notice);
  // A node that does not have the newest block in which something of ours is final lies behind: what it knows nothing of was said.
  for (const block of await office.finalBlocks.finalBlocksBelow(Number.MAX_SAFE_INTEGER, 1)) ledger.connection.remember(block);
  const openedIndex = indexFor(config, { ledger, notice });
  const verify = { ...verifierOn(ledger, openedIndex, trustRootsIn(files.trustRoots, notice)), issuedWith: office.issuances.issuedWith, publishedDigests: office.publishedDigests };
  const issue = issuingFrom(office);
  const signing = ledgerWriter(ledger.connection, (account) => office.keys.signerFor(account), { feeCap: BigInt(config.maxFeeGwei) * WEI_PER_GWEI });
  const writer = ledger.embedded === null ? signing : onEmbedded(signing, ledger.embedded);
  const poster = guardedFetcher({ isLoopbackAllowed: config.isLoopbackFetched, fetchesAtOnce: POSTS_AT_ONCE });
  const working = role === "api" ? NO_WORK : await startAllWork(office, { config, notice, issue, writer, ledger, verify, poster });
  const close = async (): Promise<void> => {
    await working.stop();
    await ledger.close();
    openedIndex.close();
    await office.close();
  };
  const granting = grantingFrom(office, { ledgerWord: ledgerWordOf(verify, writer), vouchedNames: () => knownNames(verify), names: async () => ({ chainId: ledger.ledger.chainId, publicUrl }) });
  const resolving = identitiesOn(ledger, { config, publicUrl, accounts: office.register });
  const issuing = issuingCredentials(office, { signing: granting.signing, publicUrl });
  const own = statusListsOf(issuing, { register: office.register, verify });
  const { fetcher, ...identifying } = resolving;
  const lists = statusListSource({ fetcher, clock: systemClock, ownListAt: (url) => ownListAt(url, { publicUrl, own }) });
  const judging: CredentialPorts = { ...verify, events: ledger.events, identities: identifying.identities, lists, unpack: unpackGzip, isSignatureBy: isSignatureByNative, platform: nodePlatform };
  return { ...office, config, publicUrl, ledger, writer, verify, issue, granting, issuing, statusLists: own, ...identifying, judging, desk: deskOn(office, { config, judging, ...identifying }), worker: working, poster, close };
}

interface WorkParts extends Pick<App, "config" | "issue" | "writer" | "ledger" | "verify" | "poster"> {
  readonly notice: Notice;
}

/** Work is done elsewhere, and others look for it by themselves. */
const NO_WORK: Worker = { nudge: () => {}, stop: async () => {} };

/** Everything that goes on without being asked for. */
async function startAllWork(office: Office, { config, notice, issue, writer, ledger, verify, poster }: WorkParts): Promise<Worker> {
  // What the embedded chain does not have after its start it has lost, and it is carried again. Of any other chain a node may only lie behind.
  if (ledger.embedded !== null) await office.store.reopenAbove((await ledger.reader.head()).finalNumber);
  const rechecking: RecheckPorts = { ...office, ledger: ledger.events, notice };
  await recheckFinal(rechecking);
  const recheck = keepRechecking({ ...rechecking, pause });
  const { store, leases } = office;
  const worker = startWorking({
    ...{ ...issue, ledger: writer, notice, pause, resendAfterSeconds: RESEND_AFTER_SECONDS, outbidAfterSeconds: OUTBID_AFTER_SECONDS },
    ...(leases === null ? {} : { duties: sharedDuties({ store, ledger: writer, leases, clock: systemClock, notice, pause }) }),
    limits: { size: config.batchSize, ageSeconds: config.batchAgeSeconds },
  });
  const anchoring = keepAnchoringJournal({ ...journalAnchoringOf(office, config), everySeconds: config.journalEverySeconds, pause, notice });
  const watch = watchDelegations({ register: office.register, identities: ledger.identities, clock: systemClock, notice, pause });
  const follows = startFollowing({ ...office.following, poster, verify, ledgerEvents: ledger.events, clock: systemClock, random: Math.random, pause, notice });
  return {
    nudge: () => worker.nudge(),
    async stop() {
      await follows.stop();
      await anchoring.stop();
      await watch.stop();
      await recheck.stop();
      await worker.stop();
    },
  };
}

/** The index is a throw-away file of each process: workers, too, judge what is watched. */
function indexFor({ dataFolder, databaseUrl }: Config, { ledger, notice }: { ledger: ConnectedLedger; notice: Notice }): OpenIndex {
  if (databaseUrl === null) return openIndex(filesIn(dataFolder).index, ledger, { notice });
  const { place, leave } = takePlace(dataFolder);
  const opened = openIndex(filesIn(dataFolder).indexAt(place), ledger, { notice });
  return { ...opened, close: () => (opened.close(), leave()) };
}

/** Own DIDs and all others, resolved on this ledger and through the one guarded fetcher. */
function identitiesOn({ ledger: { chainId }, connection, events }: ConnectedLedger, { config, publicUrl, accounts }: Pick<App, "config" | "publicUrl"> & { accounts: Register }): Pick<App, "identities" | "ownIdentities"> & { fetcher: GuardedFetcher } {
  const { isLoopbackFetched } = config;
  const history = identityHistory(connection);
  const ownIdentities = ownIdentitiesOf({ publicUrl, chainId, accounts, history, ledger: events });
  const fetcher = guardedFetcher({ isLoopbackAllowed: isLoopbackFetched });
  const identities = identitiesThrough({ chainId, history, fetcher, clock: systemClock, isLoopbackFetched, ownIdentity: (did) => ownIdentities.identityOf(did) });
  return { identities, ownIdentities, fetcher };
}

/** Names that the folder's trust roots vouched for, as far as its index has come. */
export function vouchedNamesIn({ dataFolder, ledgerFile }: Pick<Config, "dataFolder" | "ledgerFile">): NameBook {
  const files = filesIn(dataFolder);
  const roots = readTrustRoots(files.trustRoots);
  const file = ledgerFile ?? files.ledger;
  if (!existsSync(files.index) || !existsSync(file)) return new NameBook(roots);
  const database = openDatabase(files.index);
  try {
    const index = new SqliteIndex(database, ledgerDigest(readLedgerFile(file)));
    return knownNames({ index, trustRoots: () => roots, clock: systemClock });
  } finally {
    database.close();
  }
}

/** More than one question to partners needs at a time. Places of its own: questions to partners must not hold up verifications. */
const PARTNERS_AT_ONCE = 96;

/** The operators' desk, put together. */
function deskOn({ issuances, register, listings, credentialKeys: keys }: Office, { config: { isLoopbackFetched }, judging, ownIdentities }: Pick<App, "config" | "judging" | "ownIdentities">): OperatorDesk {
  const fetcher = guardedFetcher({ isLoopbackAllowed: isLoopbackFetched, fetchesAtOnce: PARTNERS_AT_ONCE });
  const signerOf = (issuer: Address) => signerListed(issuer, { listings, keys, clock: systemClock });
  return operatorDesk({ judging, documents: new IssuerDocuments(judging), issuances, register, ownIdentity: (did) => ownIdentities.identityOf(did), signerOf, fetcher, isLoopbackFetched });
}

type GrantingOffice = Pick<Office, "grants" | "register" | "store" | "listings" | "credentialKeys">;

interface GrantingMeans extends Pick<SigningPorts, "names"> {
  readonly ledgerWord: LedgerWord;
  readonly vouchedNames: () => NameBook;
}

/** What granting needs, put together. Names are compared with those that trust roots vouched for, and with those known here. */
export function grantingFrom({ grants, register, store, listings, credentialKeys: keys }: GrantingOffice, { ledgerWord, vouchedNames, names }: GrantingMeans): GrantPorts {
  const nameBooks = async (): Promise<readonly NameBook[]> => [vouchedNames(), new NameBook([...(await register.issuers()), ...(await grants.names())])];
  const signing = credentialSigning({ listings, store, keys, names, clock: systemClock });
  return { grants, clock: systemClock, newId: randomUUID, nameBooks, ledgerWord, signing };
}

/** What issuing credentials needs, put together. Each identity's signer is the same one for grants and credentials, so that it makes one key. */
export const issuingCredentials = ({ issuances }: Pick<Office, "issuances">, { signing, publicUrl }: Pick<PaperIssuingPorts, "signing" | "publicUrl">): PaperIssuingPorts => ({ issuances, papers: paperMaker(), signing, publicUrl, clock: systemClock, newUuid: randomUUID, random: randomBytes });

/** This service's own list at the address, never asked for over the network; nothing that can be read where it has none of this name. */
async function ownListAt(url: string, { publicUrl, own }: { publicUrl: string; own: StatusLists }): Promise<string | null> {
  const base = `${publicUrl}/status/`;
  if (!url.startsWith(base)) return null;
  const name = parseStatusList(url.slice(base.length));
  return name === null ? "" : ((await own.listNamed(name))?.text ?? "");
}

/** Status lists of the credentials issued here. */
export const statusListsOf = (issuing: IssuingPorts, { register, verify }: Pick<Office, "register"> & Pick<App, "verify">): StatusLists => statusLists({ ...issuing, issuers: () => register.issuers(), ledger: verify.ledger, silences: (words, head) => silencesOf(words, head, verify), gzip: (bytes) => gzipSync(bytes, { level: 9 }) });

const pause = async (seconds: number, signal: AbortSignal): Promise<void> => void (await pauseMs(seconds * 1000, undefined, { signal }).catch(() => {}));

const issuingFrom = ({ store, register }: Pick<Office, "store" | "register">): IssuePorts => ({ store, accounts: register, clock: systemClock, newId: randomUUID, randomLeaf: () => leafOf(digestOf(randomBytes(32))) });

/** What anchoring the journal's head needs, put together. */
export const journalAnchoringOf = (office: Pick<Office, "store" | "register" | "journal">, { journalIssuer }: Pick<Config, "journalIssuer">): AnchorJournalPorts => ({
  ...{ journal: office.journal, register: office.register, issue: issuingFrom(office), issuerName: journalIssuer },
});

/** On the embedded chain every account of ours is funded, and the chain is told when a transaction waits. */
function onEmbedded(writer: LedgerWriter, embedded: EmbeddedLedger): LedgerWriter {
  const funded = new Set<string>();
  const fund = async (account: Address): Promise<void> => {
    if (!funded.has(account)) await embedded.fund([account]);
    funded.add(account);
  };
  return {
    ...writer,
    async sign(body, terms) {
      await fund(terms.account);
      return writer.sign(body, terms);
    },
    async broadcast(raw) {
      await writer.broadcast(raw);
      embedded.nudge();
    },
    async fill(account, nonce) {
      await fund(account);
      await writer.fill(account, nonce);
      embedded.nudge();
    },
  };
}

/** The address that the first start fixed: seals, DIDs and links that name it stay true. */
async function fixedPublicUrl({ publicUrl, port }: Config, settings: Settings): Promise<string> {
  const fixed = await settings.fix("publicUrl", publicUrl ?? `http://127.0.0.1:${port}`);
  if (publicUrl !== null && publicUrl !== fixed) {
    throw new Fault("configuration_invalid", `TRADESEAL_PUBLIC_URL was fixed to ${fixed} when this data folder was first used; it cannot become ${publicUrl}.`);
  }
  return fixed;
}
