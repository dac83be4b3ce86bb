// Vouchers: whom this verifier's trust roots vouch for, for what, from when until when.

import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { judgeGrants, type Entitlements, type GrantList } from "../../core/entitlement.ts";
import type { TrustRoot } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import type { GrantStatement, Head } from "../../core/ledger.ts";
import { silence, type Asked } from "../../core/outcome.ts";
import type { FoundGrant, VerifyPorts } from "../ports.ts";

/** One accreditation: the grantor's last grant to the grantee for the type. */
export interface Voucher {
  readonly grantee: Address;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly grantor: Address;
  readonly statement: GrantStatement;
  /** Whether a path of grants leads to the grantee now. */
  readonly isInForce: boolean;
  /** Whether somebody above the grantee calls its keys stolen now. */
  readonly isSilenced: boolean;
}

/** Of more grants for one type than these, only so many are listed, and none of them is called in force: a withdrawal may be among the others. */
export const LIST_LIMIT = 5_000;

/**
 * Every accreditation that leads on from the trust roots, in force or not.
 *
 * @throws Fault `ledger_unreachable` when ledger or index cannot answer for the newest block.
 */
export async function listVouchers(ports: VerifyPorts): Promise<{ head: Head; vouchers: readonly Voucher[]; isComplete: boolean }> {
  const head = await reachedHead(ports);
  const scope = scopeOf(head, ports);
  const below = await Promise.all(scope.types.map((documentType) => grantsBelow(documentType, scope, ports)));
  return { head, vouchers: below.flatMap(vouchersIn), isComplete: below.every(({ isComplete }) => isComplete) };
}

/** The newest block, once the index stands at it. Throws `ledger_unreachable` when it cannot. */
export async function reachedHead({ ledger, follower }: Pick<VerifyPorts, "ledger" | "follower">): Promise<Head> {
  const head = await ledger.head();
  if (!(await follower.reach(head))) throw new Fault("ledger_unreachable", "The index has not reached the newest block yet. Try again in a few seconds.");
  return head;
}

/** What is asked about: whom this verifier believes for which types, at which block and moment. */
export interface Scope {
  readonly roots: readonly TrustRoot[];
  readonly types: readonly DocumentType[];
  readonly head: Head;
  readonly moment: number;
}

/** The present, as this verifier sees it. */
export function scopeOf(head: Head, { trustRoots, clock }: Pick<VerifyPorts, "trustRoots" | "clock">): Scope {
  const roots = trustRoots();
  return { roots, types: [...new Set(roots.flatMap(({ documentTypes }) => documentTypes))], head, moment: Math.max(head.time, clock()) };
}

/** Every grant for one type that leads on from the trust roots, read and judged. */
export interface Below {
  readonly documentType: DocumentType;
  readonly lists: readonly GrantList[];
  /** By `grantor>grantee`, as the index found it. */
  readonly pairs: ReadonlyMap<string, FoundGrant>;
  readonly judged: Asked<Entitlements>;
  readonly deactivatedIn: ReadonlyMap<Address, number>;
  readonly moment: number;
  /** Whether these are all. */
  readonly isComplete: boolean;
}

/** Reads and judges the grants for one type. Each list is read from the contract: the index only says where to look. */
export async function grantsBelow(documentType: DocumentType, { roots, head, moment }: Scope, { ledger, index }: VerifyPorts): Promise<Below> {
  const trusted = roots.filter(({ documentTypes }) => documentTypes.includes(documentType)).map(({ address }) => address);
  const found = index.grantsBelow(documentType, trusted);
  const named = found.slice(0, LIST_LIMIT);
  const isComplete = named.length === found.length;
  const pairs = new Map(named.map((grant) => [`${grant.grantor}>${grant.grantee}`, grant]));
  const identities = new Set(named.flatMap(({ grantor, grantee }) => [grantor, grantee]));
  const deactivatedIn = new Map([...identities].flatMap((identity): [Address, number][] => (index.deactivatedIn(identity) === null ? [] : [[identity, index.deactivatedIn(identity)!]])));
  const lists: GrantList[] = await Promise.all(
    [...pairs.values()].map(async ({ grantor, grantee }) => ({ grantor, grantee, statements: await ledger.grantsOf({ grantor, grantee, documentType }, head) })),
  );
  const questions = [...identities].map((identity) => ({ identity, moment }));
  const judged = isComplete ? judgeGrants({ trustRoots: new Set(trusted), lists, finalBlock: head.finalNumber, deactivatedIn }, questions) : silence("grants_too_many");
  return { documentType, lists, pairs, judged, deactivatedIn, moment, isComplete };
}

function vouchersIn({ documentType, lists, pairs, judged, deactivatedIn, moment }: Below): Voucher[] {
  return lists.flatMap(({ grantor, grantee, statements }): Voucher[] => {
    const statement = statements.findLast(({ isGranted }) => isGranted);
    if (statement === undefined) return [];
    const question = { identity: grantee, moment };
    const isSilenced = judged.isAnswered && judged.value.isSilenced(question);
    // Grants that are too many to weigh are not called in force.
    const isVouchedFor = judged.isAnswered && judged.value.pathTo(question) !== null;
    const isInForce = isVouchedFor && !isSilenced && !deactivatedIn.has(grantee);
    return [{ grantee, grantor, documentType, statement, isInForce, isSilenced, name: nameOf(statements, pairs.get(`${grantor}>${grantee}`)!) }];
  });
}

/** A name from an event counts only where its hash is in the contract's storage. */
export const nameOf = (statements: readonly GrantStatement[], { name, particulars }: FoundGrant): string => (statements.some((statement) => statement.particulars === particulars) ? name : "");
