// Verify: gathers the evidence about a document and has it judged.

import type { Address } from "../../core/address.ts";
import { leafOf, type Digest, type Leaf } from "../../core/digest.ts";
import { isLastingRight, type DocumentType } from "../../core/documentType.ts";
import type { GrantList } from "../../core/entitlement.ts";
import type { AnchorEvidence, Evidence, Speech, Subject } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import { isSameLedger, type AnchorName, type ChainHash, type Head } from "../../core/ledger.ts";
import { answer, silence, type Asked } from "../../core/outcome.ts";
import { reportOn, type Report } from "../../core/report.ts";
import { knownNames } from "./knownNames.ts";
import { predecessorsAt } from "./predecessors.ts";
import type { FoundAnchor, FoundGrant, VerifyPorts } from "../ports.ts";

/** More anchors of the same bytes than this are not judged. Those of issuers that a trust root ever led to come first, so strangers cannot crowd them out. */
const ANCHOR_LIMIT = 100;
/** More grantor–grantee pairs above one issuer than this are not followed; the verdict is then `undetermined`. */
const GRANT_LIMIT = 20_000;

/**
 * Tells whether the bytes with this digest were issued by somebody entitled, and still stand.
 *
 * A silent ledger does not throw: it makes the verdict `undetermined`.
 *
 * @throws Fault `request_malformed` when the moment asked about has not come yet.
 */
export async function verify(subject: Subject, ports: VerifyPorts): Promise<Report> {
  return reportOn(await gather(subject, ports));
}

/** Everything the verdict will rest on, all read at one newest block. */
export async function gather(subject: Subject, given: VerifyPorts): Promise<Evidence> {
  // One verdict, one list of trust roots, though the file may change meanwhile.
  const trustRoots = given.trustRoots();
  const ports: VerifyPorts = { ...given, trustRoots: () => trustRoots };
  const { ledger, clock } = ports;
  const head = await ask(ledger.head());
  const now = clock();
  const { asAt = null } = subject;
  // The ledger's time may be ahead of a slow clock.
  if (asAt !== null && asAt > Math.max(now, head.isAnswered ? head.value.time : 0)) throw new Fault("request_malformed", 'The moment in "asAt" has not come yet: only how a document stands now, or stood in the past, can be told.');
  const anchors = head.isAnswered ? await anchorsAt(head.value, subject, ports) : head;
  return { subject, ledger: ledger.id, trustRoots, head, anchors, now, knownNames: knownNames(ports) };
}

async function anchorsAt(head: Head, subject: Subject, ports: VerifyPorts): Promise<Asked<readonly AnchorEvidence[]>> {
  const { index, follower } = ports;
  const leaf = leafOf(subject.digest);
  const isIndexed = await ask(follower.reach(head));
  const isCurrent = isIndexed.isAnswered && isIndexed.value;
  if (!isCurrent && subject.seal === null) return isIndexed.isAnswered ? silence("index_behind") : isIndexed;

  if (subject.seal !== null && !isSameLedger(subject.seal.ledger, ports.ledger.id)) return answer([]);
  // From here to the first await the index cannot move: what it says holds for one block.
  const found = (subject.seal === null ? index.anchorsOf(leaf).filter(({ blockNumber }) => blockNumber <= head.number) : [sealed(subject, ports)]).filter(({ issuer }) => issuer === (subject.issuer ?? issuer));
  const known = perIssuer(found).map((name) => ({ name, leaf, digest: subject.digest, around: isCurrent ? lookAround(name, ports) : null }));
  const judged = known.toSorted((left, right) => Number(isStranger(left)) - Number(isStranger(right))).slice(0, ANCHOR_LIMIT);
  return answer(await Promise.all(judged.map((sought) => anchorAt(head, sought, ports))));
}

/** Of each issuer and type the first anchors and the last ones: more of the same crowd nobody out. */
const ANCHORS_PER_ISSUER = 6;

function perIssuer<T extends Named>(found: readonly T[]): T[] {
  const groups = Map.groupBy(found, ({ issuer, documentType }) => `${issuer} ${documentType}`);
  return [...groups.values()].flatMap((anchors) => anchors.filter((_, place) => place < ANCHORS_PER_ISSUER / 2 || place >= anchors.length - ANCHORS_PER_ISSUER / 2));
}

const isStranger = ({ around }: Pick<Sought, "around">): boolean => around !== null && !around.isTrustRoot && around.grants.length === 0;

type Named = AnchorName & { readonly account: Address | null };

function sealed({ seal }: Subject, { index }: VerifyPorts): Named {
  const { issuer, documentType, root } = seal!;
  return { issuer, documentType, root, account: index.anchorNamed({ issuer, documentType, root })?.account ?? null };
}

/** What the index knows around an anchor: who may have vouched for its issuer. */
export interface Surroundings {
  readonly isTrustRoot: boolean;
  readonly grants: readonly FoundGrant[];
  readonly deactivatedIn: ReadonlyMap<Address, number>;
  /** Per identity, the block of the newest change of its DID that the index knows. */
  readonly changedIn: ReadonlyMap<Address, number>;
}

/** What the index knows around whoever is called `issuer`. */
export function lookAround({ issuer, documentType }: Pick<AnchorName, "issuer" | "documentType">, { index, trustRoots }: Pick<VerifyPorts, "index" | "trustRoots">): Surroundings {
  const roots = rootsFor(documentType, trustRoots());
  const grants = index.grantsAbove(issuer, documentType, roots);
  const deactivatedIn = new Map<Address, number>();
  const changedIn = new Map<Address, number>();
  for (const identity of new Set([issuer, ...grants.map(({ grantor }) => grantor)])) {
    const block = index.deactivatedIn(identity);
    if (block !== null) deactivatedIn.set(identity, block);
    changedIn.set(identity, index.changedIn(identity));
  }
  return { isTrustRoot: roots.includes(issuer), grants, deactivatedIn, changedIn };
}

/** Whom this verifier believes for the type. */
export const rootsFor = (type: DocumentType, roots: ReturnType<VerifyPorts["trustRoots"]>): Address[] =>
  roots.filter(({ documentTypes }) => documentTypes.includes(type)).map(({ address }) => address);

interface Sought {
  readonly digest: Digest;
  readonly name: Named | FoundAnchor;
  readonly leaf: Leaf;
  readonly around: Surroundings | null;
}

async function anchorAt(head: Head, { name: found, digest, leaf, around }: Sought, ports: VerifyPorts): Promise<AnchorEvidence> {
  const { issuer, documentType, root, account } = found;
  const name = { issuer, documentType, root };
  const behind = silence("index_behind");
  const issued = (await ports.issuedWith?.({ issuer, documentType, digest })) ?? { period: null, leaves: [] };
  // Nobody vouches for a stranger: it is not recognised whatever was said, so its words cannot be made too many to be read.
  const [record, grants, speeches, deactivatedIn, predecessors] = await Promise.all([
    ask(ports.ledger.anchorOf(name, head)),
    around === null ? behind : ask(grantsAt(head, { documentType, around }, ports)),
    around === null ? behind : ask(speechesAt(head, { name, leaves: [leaf, ...issued.leaves], around }, ports)).then((asked) => (asked.isAnswered || !isStranger({ around }) ? asked : answer([]))),
    around === null ? behind : ask(deactivationsAt(head, around, ports)),
    around === null || isStranger({ around }) ? behind : ask(predecessorsAt(head, { issuer, documentType, digest }, ports)),
  ]);
  // A fact does not end with the credential that told it.
  const period = isLastingRight(documentType) ? issued.period : null;
  return { period, name, record, account, grants: grants.isAnswered ? answer(grants.value.lists) : grants, names: grants.isAnswered ? grants.value.names : new Map(), speeches, deactivatedIn, ...(predecessors.isAnswered ? { predecessors: predecessors.value } : {}) };
}

/** Each list is read again from the contract: the index only says where to look. */
export async function grantsAt(head: Head, { documentType, around }: { documentType: DocumentType; around: Surroundings }, { ledger }: VerifyPorts) {
  const pairs = new Map(around.grants.map(({ grantor, grantee }) => [`${grantor}>${grantee}`, { grantor, grantee }]));
  if (pairs.size > GRANT_LIMIT) throw new Silence("grants_too_many");
  const lists: GrantList[] = await Promise.all(
    [...pairs.values()].map(async ({ grantor, grantee }) => ({ grantor, grantee, statements: await ledger.grantsOf({ grantor, grantee, documentType }, head) })),
  );
  return { lists, names: namesIn(lists, around.grants) };
}

/** A name from an event counts only where the ledger keeps its hash. */
function namesIn(lists: readonly GrantList[], grants: readonly FoundGrant[]): ReadonlyMap<ChainHash, string> {
  const confirmed = new Set(lists.flatMap(({ statements }) => statements.map(({ particulars }) => particulars)));
  return new Map(grants.flatMap(({ particulars, name }): [ChainHash, string][] => (confirmed.has(particulars) ? [[particulars, name]] : [])));
}

/** A deactivation is an event alone. The contract knows the block of each DID's last change, so an event that was kept from the index is missed. */
export async function deactivationsAt(head: Head, { deactivatedIn, changedIn }: Surroundings, { ledger }: VerifyPorts): Promise<ReadonlyMap<Address, number>> {
  const known = await Promise.all([...changedIn].map(async ([identity, block]) => (await ledger.didChangedIn(identity, head)) <= block));
  if (known.includes(false)) throw new Silence("index_behind");
  return deactivatedIn;
}

/** What was said of any part counts for each of them: who takes back a certificate may know its file alone, and not the code that is printed on it. */
async function speechesAt(head: Head, { name, leaves, around }: { name: AnchorName; leaves: readonly Leaf[]; around: Surroundings }, { ledger }: VerifyPorts): Promise<readonly Speech[]> {
  const { issuer, documentType } = name;
  const speakers = [...new Set([issuer, ...around.grants.map(({ grantor }) => grantor)])];
  return Promise.all(speakers.flatMap((speaker) => leaves.map(async (leaf) => ({ speaker, statements: await ledger.standingsOf(speaker, { issuer, documentType, leaf }, head) }))));
}

/** Something that cannot be known, for a reason of its own. */
class Silence extends Error {
  readonly reason;
  constructor(reason: "grants_too_many" | "index_behind") {
    super(reason);
    this.reason = reason;
  }
}

/** Turns a ledger that did not answer into silence, and lets every other error through: those are ours, not the world's. */
export async function ask<T>(question: Promise<T>): Promise<Asked<T>> {
  try {
    return answer(await question);
  } catch (error) {
    if (error instanceof Silence) return silence(error.reason);
    if (error instanceof Fault && error.code === "ledger_unreachable") return silence("ledger_silent");
    if (error instanceof Fault && error.code === "ledger_mismatch") return silence("ledger_unknown");
    throw error;
  }
}
