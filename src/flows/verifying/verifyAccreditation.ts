// Verify an accreditation credential: it is judged by the ledger alone, wherever it was found.

import { findingsOn, type AccreditationEvidence, type CertifiedGrant } from "../../core/accreditationChecks.ts";
import { accreditationIn, NO_CREDENTIAL, type Accreditation } from "../../core/accreditationCredential.ts";
import { didOf } from "../../core/address.ts";
import type { DidDocument } from "../../core/identities/didDocument.ts";
import type { Digest } from "../../core/digest.ts";
import { parseDocumentType, type DocumentType } from "../../core/documentType.ts";
import { digestOfSigningInput, parseSignedCredential, type SignedCredential } from "../../core/credentials/jws.ts";
import { periodOf, type Period } from "../../core/credentials/dates.ts";
import type { CredentialFlaw } from "../../core/credentials/flaws.ts";
import { entriesIn, type StatusEntry } from "../../core/credentials/statusEntries.ts";
import { Fault } from "../../core/fault.ts";
import { NO_END, type Block, type GrantStatement, type Head } from "../../core/ledger.ts";
import { answer, failed, outcomeNamed, silence, unknown, type Asked } from "../../core/outcome.ts";
import { blockNamed, dateOf, trustRootsNamed, type Report, type ReportParty, type ReportSubject } from "../../core/report.ts";
import { conclude, type Finding } from "../../core/verdict.ts";
import type { CredentialPorts } from "./credentialPorts.ts";
import type { Identities } from "../identities/identityPorts.ts";
import { IssuerDocuments } from "../identities/issuerDocuments.ts";
import type { LedgerEvents, VerifyPorts } from "../ports.ts";
import { statusesOf } from "./statusAnswers.ts";
import { ask, deactivationsAt, grantsAt, lookAround, rootsFor } from "./verify.ts";

/** What verifying an accreditation needs beside what verifying a document needs. */
export interface AccreditationPorts extends VerifyPorts {
  readonly events: LedgerEvents;
  readonly identities: Identities;
}

/** What an accreditation credential says: nothing of it is true for being here. Times are RFC 3339 in UTC. */
export interface SaidByCredential {
  readonly issuer: string;
  readonly grantor: ReportParty;
  readonly grantee: ReportParty;
  readonly documentType: DocumentType;
  readonly from: string;
  readonly until?: string;
  readonly mayPassOn: boolean;
  readonly jurisdiction?: string;
}

/** A report as on a document, about an accreditation credential. */
export interface AccreditationReport extends Report {
  /** The digest is that of what was signed. */
  readonly subject: ReportSubject & { readonly credential?: SaidByCredential };
  /** What is wrong with the bytes, where they are no credential of the form they claim. */
  readonly flaw?: CredentialFlaw | "no_accreditation_credential";
  /** The grant on the ledger that says the same. `credentialDigest` is absent where it names no credential. */
  readonly grant?: { readonly recordedAt: string; readonly blockNumber: number; readonly credentialDigest?: string };
}

/** Accreditations are themselves rights that last. */
const ACCREDITATION = parseDocumentType("ACR");

/**
 * Tells whether `text` is the accreditation that the ledger knows, by somebody entitled to give it, and whether it still stands.
 *
 * A silent ledger does not throw: it makes the verdict `undetermined`.
 */
export async function verifyAccreditation(text: string, ports: CredentialPorts): Promise<AccreditationReport> {
  const trimmed = text.trim();
  const read = readAccreditation(trimmed);
  if (typeof read === "string") return { ...concluded(malformedFindings("credential_malformed")), flaw: read, subject: subjectOf(digestOfClaimed(trimmed)), ...around(ports) };
  const { credential, said } = read;
  const { evidence: gathered, head } = await evidenceOn(read, ports);
  const evidence = await withStatuses(gathered, read, ports);
  return { ...concluded(findingsOn(evidence)), subject: { ...subjectOf(credential.digest), credential: particulars(credential, said) }, ...grantIn(evidence), ...blockIn(head, ports), ...around(ports) };
}

const subjectOf = (digest: Digest): ReportSubject => ({ digest, documentType: ACCREDITATION, hasSeal: false });

/** The digest of what stands before the last dot (of an SD-JWT: of the issuer's part): what would have been signed. */
export function digestOfClaimed(text: string): Digest {
  const [jwt = ""] = text.trim().split("~");
  return digestOfSigningInput(jwt.slice(0, Math.max(jwt.lastIndexOf("."), 0)));
}

/** What stands in a report whatever was found. */
export function around({ ledger, trustRoots, clock }: Pick<AccreditationPorts, "ledger" | "trustRoots" | "clock">): Pick<Report, "anchors" | "trustRoots" | "checkedAt"> {
  return { anchors: [], trustRoots: trustRootsNamed(trustRoots(), ledger.id.chainId), checkedAt: dateOf(Math.floor(clock())) };
}

/** A finding of every check on bytes that are not what they claim to be. */
export const malformedFindings = (reason: "credential_malformed" | "presentation_malformed"): readonly Finding[] => [
  { check: "integrity", outcome: failed(reason) },
  ...(["identified", "anchored", "entitled", "current"] as const).map((check) => ({ check, outcome: unknown(reason) })),
];

/** The findings with the verdict that follows from them. */
export function concluded(findings: readonly Finding[]): Pick<AccreditationReport, "verdict" | "reason" | "findings"> {
  const { verdict, reason } = conclude(findings);
  return { verdict, ...(reason === null ? {} : { reason }), findings: findings.map(({ check, outcome }) => ({ check, ...outcomeNamed(outcome) })) };
}

type Said = Accreditation & { readonly chainId: number };

/** An accreditation credential that was read. */
interface ReadAccreditation {
  readonly credential: SignedCredential;
  readonly said: Said;
  readonly period: Period;
  readonly statuses: readonly StatusEntry[];
}

function readAccreditation(text: string): ReadAccreditation | NonNullable<AccreditationReport["flaw"]> {
  const credential = parseSignedCredential(text);
  if (typeof credential === "string") return credential;
  const said = accreditationIn(credential);
  if (said === null) return "no_accreditation_credential";
  const { payload } = credential;
  const period = periodOf(payload, "narrower");
  if (typeof period === "string") return period;
  const statuses = entriesIn(payload["credentialStatus"], payload["status"]);
  return typeof statuses === "string" ? statuses : { credential, said, period, statuses };
}

/** Nobody's list is fetched unless everything else is a yes. */
async function withStatuses(evidence: AccreditationEvidence, { statuses, said }: ReadAccreditation, ports: CredentialPorts): Promise<AccreditationEvidence> {
  if (statuses.length === 0) return evidence;
  const isYesSoFar = conclude(findingsOn(evidence)).verdict === "authentic" && evidence.head.isAnswered;
  const answers = isYesSoFar
    ? await statusesOf({ statuses }, { head: evidence.head.value, identity: said.grantor, now: evidence.now }, { ports, documents: new IssuerDocuments(ports) })
    : statuses.map((entry) => ({ purpose: entry?.purpose ?? ("unknown" as const), says: "silent" as const }));
  return { ...evidence, claim: { ...evidence.claim, statuses: answers } };
}

async function evidenceOn({ credential, said, period }: ReadAccreditation, ports: AccreditationPorts): Promise<{ evidence: AccreditationEvidence; head: Asked<Head> }> {
  const { ledger, follower, trustRoots, clock } = ports;
  const { grantee, documentType, chainId } = said;
  const head: Asked<Head> = chainId === ledger.id.chainId ? await ask(ledger.head()) : silence("ledger_unknown");
  const common = { credential, said, claim: { ...period, statuses: [] }, head, trustRoots: rootsFor(documentType, trustRoots()), now: clock() };
  if (!head.isAnswered) return { head, evidence: { ...common, grant: head, document: head, grants: head, deactivatedIn: head } };
  const at = head.value;
  const isInStep = await ask(follower.reach(at));
  const surroundings = isInStep.isAnswered && isInStep.value ? lookAround({ issuer: grantee, documentType }, ports) : null;
  const behind = silence(isInStep.isAnswered ? "index_behind" : isInStep.reason);
  const grant = await ask(grantOf(credential, said, { at, ports }));
  const [document, grants, deactivatedIn] = await Promise.all([
    documentAt(credential, said, { grant, at, ports }),
    surroundings === null ? behind : ask(grantsAt(at, { documentType, around: surroundings }, ports)),
    surroundings === null ? behind : ask(deactivationsAt(at, surroundings, ports)),
  ]);
  return { head, evidence: { ...common, grant, document, grants: grants.isAnswered ? answer(grants.value.lists) : grants, deactivatedIn } };
}

interface Where {
  readonly at: Head;
  readonly ports: AccreditationPorts;
}

/** The statement that says what the credential says. What it names as its credential is read from its event, which must fit the hash that the contract keeps. */
async function grantOf({ digest }: SignedCredential, said: Said, { at, ports }: Where): Promise<CertifiedGrant | null> {
  const statements = (await ports.ledger.grantsOf(said, at)).filter((each) => each.isGranted && each.from === said.from && each.until === said.until && each.mayPassOn === said.mayPassOn);
  const found = (await Promise.all(statements.slice(-STATEMENTS_LIMIT).map((statement) => certifiedIn(statement, said, ports)))).flat();
  const own = found.filter(({ credentialDigest }) => credentialDigest === `0x${digest}`);
  // Said again it is the same word; the last time it was said may count where an earlier one does not.
  return own.findLast(({ statement }) => statement.blockNumber <= at.finalNumber) ?? own.at(-1) ?? found.at(-1) ?? null;
}

/** Nobody renews the same words more often. */
const STATEMENTS_LIMIT = 20;

async function certifiedIn(statement: GrantStatement, { grantor, grantee, documentType, name }: Said, { events }: AccreditationPorts): Promise<CertifiedGrant[]> {
  const { blockNumber, particulars } = statement;
  const inBlock = await events.eventsBetween(blockNumber, blockNumber, { roots: [], documentTypes: [documentType] });
  const own = inBlock.flatMap((event) => (event.kind === "accredited" && event.grantor === grantor && event.grantee === grantee && event.documentType === documentType && event.particulars === particulars ? [event] : []));
  // The contract has the statement: an endpoint without its event keeps something back, and nobody knows then what it names.
  if (own.length === 0) throw new Fault("ledger_unreachable", `The ledger's endpoint does not give the accreditation in block ${blockNumber}.`);
  return own.flatMap((event) => (event.name === name ? [{ statement, credentialDigest: event.credentialDigest }] : []));
}

/** The grantor's document at the grant's block; for a credential that no grant names, the newest. */
async function documentAt({ digest }: SignedCredential, { grantor, chainId }: Said, { grant, at, ports }: Where & { readonly grant: Asked<CertifiedGrant | null> }): Promise<Asked<DidDocument>> {
  if (!grant.isAnswered) return grant;
  const isNamed = grant.value?.credentialDigest === `0x${digest}`;
  const block = isNamed ? await ask(ports.events.blockAt(grant.value!.statement.blockNumber)) : answer<Block | null>(at);
  if (!block.isAnswered) return block;
  if (block.value === null) return silence("did_unresolvable");
  const resolution = await ports.identities.resolve(didOf(grantor, chainId), block.value);
  if (resolution.is === "resolved") return answer(resolution.document);
  return silence(resolution.is === "unknown" && resolution.why === "ledger_silent" ? "ledger_silent" : "did_unresolvable");
}

function particulars({ issuer }: SignedCredential, { chainId, grantor, grantee, documentType, name, from, until, mayPassOn, jurisdiction }: Said): SaidByCredential {
  return {
    ...{ issuer, grantor: { did: didOf(grantor, chainId), address: grantor }, grantee: { did: didOf(grantee, chainId), address: grantee, name } },
    ...{ documentType, from: dateOf(from), ...(until === NO_END ? {} : { until: dateOf(until) }), mayPassOn, ...(jurisdiction === null ? {} : { jurisdiction }) },
  };
}

function grantIn({ grant }: AccreditationEvidence): Pick<AccreditationReport, "grant"> {
  if (!grant.isAnswered || grant.value === null) return {};
  const { statement, credentialDigest } = grant.value;
  return { grant: { recordedAt: dateOf(statement.time), blockNumber: statement.blockNumber, ...(credentialDigest === NO_CREDENTIAL ? {} : { credentialDigest: credentialDigest.slice(2) }) } };
}

const blockIn = (head: Asked<Head>, { ledger }: AccreditationPorts): Pick<AccreditationReport, "block"> => (head.isAnswered ? { block: blockNamed(head.value, ledger.id.chainId) } : {});
