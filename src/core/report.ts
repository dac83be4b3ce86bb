// The report: verdict, findings and evidence as plain JSON, the same for service, page, command line and SDK.

import { didOf, type Address, type Did } from "./address.ts";
import type { Digest, Leaf, Root } from "./digest.ts";
import { isLastingRight, type DocumentType } from "./documentType.ts";
import type { Link } from "./entitlement.ts";
import type { Evidence, TrustRoot } from "./evidence.ts";
import { isFinal, type CheckName } from "./checks.ts";
import { NO_END, type Block, type ChainHash, type Standing, type StandingReason } from "./ledger.ts";
import { NameBook, type Likeness } from "./names.ts";
import { outcomeNamed, type Outcome, type Reason } from "./outcome.ts";
import { replacedIn } from "./predecessors.ts";
import { judge, type Judgement, type Verdict } from "./verdict.ts";

/** A verdict with all it rests on. Times are RFC 3339 in UTC. */
export interface Report {
  readonly verdict: Verdict;
  /** Why, when the verdict is not `authentic`. */
  readonly reason?: Reason;
  readonly subject: ReportSubject;
  readonly findings: readonly ReportFinding[];
  /** Who issued it, by the anchor that counts. The name comes from a grant or a trust root, never from the document. */
  readonly issuer?: ReportParty;
  /** Every anchor of these bytes that was found, by any issuer. */
  readonly anchors: readonly ReportAnchor[];
  /** The newest block, at which everything was read; absent when the ledger was silent. */
  readonly block?: ReportBlock;
  readonly trustRoots: readonly ReportTrustRoot[];
  /** When the verifier asked, by its own clock. An idle ledger's newest block can be older. */
  readonly checkedAt: string;
}

export interface ReportSubject {
  readonly digest: Digest;
  /** The type of the anchor that counts, else the one asked for. */
  readonly documentType?: DocumentType;
  readonly hasSeal: boolean;
  /** The past moment as at which it was judged. Absent: the report is about the present. */
  readonly asAt?: string;
}

export interface ReportFinding {
  readonly check: CheckName;
  readonly outcome: Outcome["is"];
  readonly reason?: Reason;
}

/** A block of the ledger. */
export interface ReportBlock {
  readonly chainId: number;
  readonly number: number;
  readonly hash: ChainHash;
  readonly time: string;
}

export interface ReportParty {
  readonly did: Did;
  readonly address: Address;
  readonly name?: string;
  /** How the name may deceive a reader: whom the DID names is who it is. Trust roots are never marked: this verifier named them itself. */
  readonly likeness?: Likeness;
}

export interface ReportTrustRoot {
  readonly did: Did;
  readonly address: Address;
  readonly name: string;
  readonly documentTypes: readonly DocumentType[];
}

/** One grant: who vouched for whom, from when until when, and when that was recorded. */
export interface ReportGrant {
  readonly grantor: ReportParty;
  readonly grantee: ReportParty;
  readonly documentType: DocumentType;
  readonly from: string;
  readonly until?: string;
  readonly recordedAt: string;
}

/** How the document stands, since when, by whose word. */
export interface ReportStanding {
  readonly standing: Standing;
  readonly since?: string;
  readonly reason?: StandingReason;
  readonly by?: ReportParty;
  readonly account?: Address;
  /** Whether no reorganisation takes the statement away any more. Bad news counts before. */
  readonly isFinal?: boolean;
  readonly replacement?: Digest;
}

/** An earlier document of the same issuer and type, in whose place this one was put: by the issuer's last word, and finally. */
export interface ReportReplaced {
  readonly leaf: Leaf;
  readonly since: string;
  /** Where the verifier knows it: the ledger keeps leaves alone. */
  readonly digest?: Digest;
}

export interface ReportAnchor {
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly issuer: ReportParty;
  readonly documentType: DocumentType;
  readonly root: Root;
  readonly isFinal?: boolean;
  readonly anchoredAt?: string;
  readonly blockNumber?: number;
  readonly size?: number;
  /** The account that acted for the issuer: its owner or a delegate. */
  readonly account?: Address;
  /** The grants from a trust root to the issuer at the moment of anchoring, root first. Empty for a trust root itself; absent when there is no path. */
  readonly path?: readonly ReportGrant[];
  /** Every trust root from which a path led to the issuer at the moment of anchoring, the nearest first. */
  readonly vouchingRoots?: readonly ReportParty[];
  /** For rights that last: the grants from a trust root to the issuer now, or at the past moment asked about. Absent when there is no such path. */
  readonly presentPath?: readonly ReportGrant[];
  readonly standing?: ReportStanding;
  /** Of a document that is genuine, or was: what it replaced, the newest first; at most 20. No verdict rests on it. Absent when there is nothing, or nothing is known. */
  readonly replaces?: readonly ReportReplaced[];
}

/** More trust roots than this are not named: nobody reads them. */
const VOUCHING_ROOTS_LIMIT = 20;

/** Judges the evidence and writes everything down. */
export function reportOn(evidence: Evidence): Report {
  const { best, all } = judge(evidence);
  const { subject, head, ledger, trustRoots } = evidence;
  const { asAt = null } = subject;
  const write = new Writer(evidence);
  const documentType = best.anchor?.name.documentType ?? subject.documentType ?? subject.seal?.documentType;
  return {
    verdict: best.verdict,
    ...optional("reason", best.reason),
    subject: { digest: subject.digest, ...optional("documentType", documentType), hasSeal: subject.seal !== null, ...optional("asAt", asAt === null ? null : dateOf(asAt)) },
    findings: best.findings.map(({ check, outcome }) => ({ check, ...outcomeNamed(outcome) })),
    ...(best.anchor === null || best.verdict === "not_found" ? {} : { issuer: write.party(best.anchor.name.issuer, best) }),
    anchors: all.filter(isOnLedger).map((judgement) => write.anchor(judgement)),
    ...(head.isAnswered ? { block: blockNamed(head.value, ledger.chainId) } : {}),
    trustRoots: trustRootsNamed(trustRoots, ledger.chainId),
    checkedAt: dateOf(Math.floor(evidence.now)),
  };
}

/** The block as answers name it. */
export const blockNamed = ({ number, hash, time }: Block, chainId: number): ReportBlock => ({ chainId, number, hash, time: dateOf(time) });

/** The trust roots as answers name them. */
export const trustRootsNamed = (roots: readonly TrustRoot[], chainId: number): readonly ReportTrustRoot[] => roots.map(({ address, name, documentTypes }) => ({ did: didOf(address, chainId), address, name, documentTypes }));

/** A record that was not found is no anchor; one whose record was not answered may be. */
const isOnLedger = ({ anchor }: Judgement): boolean => anchor !== null && !(anchor.record.isAnswered && anchor.record.value === null);

class Writer {
  readonly #evidence: Evidence;
  readonly #names: NameBook;
  /** The same few stand in path, grants and standing. */
  readonly #parties = new Map<Judgement, Map<Address, ReportParty>>();

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#names = evidence.knownNames ?? namesWithin(evidence);
  }

  party(address: Address, judgement: Judgement): ReportParty {
    const parties = this.#parties.get(judgement) ?? new Map<Address, ReportParty>();
    if (parties.size === 0) this.#parties.set(judgement, parties);
    const written = parties.get(address) ?? this.#party(address, judgement);
    parties.set(address, written);
    return written;
  }

  #party(address: Address, judgement: Judgement): ReportParty {
    const asTrustRoot = this.#evidence.trustRoots.find((root) => root.address === address)?.name;
    const asGrantee = asTrustRoot === undefined ? nameByGrant(address, judgement) : undefined;
    const likeness = asGrantee === undefined ? null : this.#names.likenessOf({ address, name: asGrantee });
    return { did: didOf(address, this.#evidence.ledger.chainId), address, ...optional("name", asTrustRoot ?? asGrantee), ...optional("likeness", likeness) };
  }

  anchor(judgement: Judgement): ReportAnchor {
    const { anchor, facts, verdict, reason } = judgement;
    const { name, record, account } = anchor!;
    const { head } = this.#evidence;
    return {
      verdict,
      ...optional("reason", reason),
      issuer: this.party(name.issuer, judgement),
      documentType: name.documentType,
      root: name.root,
      ...(record.isAnswered && record.value !== null && head.isAnswered
        ? { isFinal: isFinal(record.value, head.value), anchoredAt: dateOf(record.value.time), blockNumber: record.value.blockNumber, size: record.value.size }
        : {}),
      ...optional("account", account),
      ...this.#vouching(judgement),
      ...(facts.isAnswered ? { standing: this.#standing(judgement) } : {}),
      ...replacesIn(judgement),
    };
  }

  /** Who stood behind the issuer when it anchored, and, where that matters, who does now. */
  #vouching(judgement: Judgement): Pick<ReportAnchor, "path" | "vouchingRoots" | "presentPath"> {
    if (!judgement.facts.isAnswered) return {};
    const { entitlements, anchoring, present, anchor } = judgement.facts.value;
    const written = (path: readonly Link[] | null): readonly ReportGrant[] | null => path?.map((link) => this.#grant(link, judgement)) ?? null;
    const roots = entitlements.rootsBehind(anchoring, VOUCHING_ROOTS_LIMIT).map((root) => this.party(root, judgement));
    return {
      ...optional("path", written(entitlements.pathTo(anchoring))),
      ...optional("vouchingRoots", roots.length > 0 ? roots : null),
      ...optional("presentPath", isLastingRight(anchor.name.documentType) && !entitlements.isSilenced(present) ? written(entitlements.pathTo(present)) : null),
    };
  }

  #grant({ grantor, grantee, statement }: Link, judgement: Judgement): ReportGrant {
    return {
      grantor: this.party(grantor, judgement),
      grantee: this.party(grantee, judgement),
      documentType: judgement.anchor!.name.documentType,
      from: dateOf(statement.from),
      ...(statement.until === NO_END ? {} : { until: dateOf(statement.until) }),
      recordedAt: dateOf(statement.time),
    };
  }

  #standing(judgement: Judgement): ReportStanding {
    const deciding = judgement.facts.isAnswered ? judgement.facts.value.deciding : null;
    if (deciding === null) return { standing: "active" };
    const { standing, time, reason, speaker, account, blockNumber, replacement } = deciding;
    const { head } = this.#evidence;
    const isFinal = head.isAnswered && blockNumber <= head.value.finalNumber;
    return { standing, since: dateOf(time), reason, by: this.party(speaker, judgement), account, isFinal, ...optional("replacement", replacement) };
  }
}

function replacesIn(judgement: Judgement): Pick<ReportAnchor, "replaces"> {
  const replaced = replacedIn(judgement);
  return replaced.length === 0 ? {} : { replaces: replaced.map(({ leaf, since, digest }) => ({ leaf, since: dateOf(since), ...optional("digest", digest) })) };
}

/** The name in the grant that carries the path. Where there is no path, the one in the last grant there was. */
function nameByGrant(address: Address, { anchor, facts }: Judgement): string | undefined {
  if (!facts.isAnswered || anchor === null || !anchor.grants.isAnswered) return undefined;
  const { entitlements, anchoring } = facts.value;
  const onPath = entitlements.pathTo(anchoring)?.find(({ grantee }) => grantee === address)?.statement;
  const told = anchor.grants.value.filter(({ grantee }) => grantee === address).flatMap(({ statements }) => statements.findLast(({ isGranted }) => isGranted) ?? []);
  const statement = onPath ?? told[0];
  return statement === undefined ? undefined : anchor.names.get(statement.particulars);
}

/** Trust roots, and everybody whom a grant in the evidence names. */
function namesWithin({ trustRoots, anchors }: Evidence): NameBook {
  const book = new NameBook(trustRoots);
  for (const { grants, names } of anchors.isAnswered ? anchors.value : []) {
    for (const { grantee: address, statements } of grants.isAnswered ? grants.value : []) {
      for (const { particulars } of statements) if (names.has(particulars)) book.add({ address, name: names.get(particulars)! });
    }
  }
  return book;
}

/** The last second that RFC 3339 can write. */
const LAST_SECOND = 253_402_300_799;

/** Blocks and grants come again with every report. Strangers' moments must not fill the memory. */
const REMEMBERED_LIMIT = 1_000;
const remembered = new Map<number, string>();

/** `seconds` since 1970 as RFC 3339 in UTC. */
export function dateOf(seconds: number): string {
  const known = remembered.get(seconds);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  const written = new Date(Math.min(seconds, LAST_SECOND) * 1000).toISOString().replace(".000Z", "Z");
  remembered.set(seconds, written);
  return written;
}

/** A member that is left out when there is nothing to say. */
function optional<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
