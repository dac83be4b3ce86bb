// The graph of grants: for one document type, all that was ever said from the trust roots downwards, at one newest block.

import { didOf, type Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { GrantList } from "../../core/entitlement.ts";
import { grantStates, type GrantState } from "../../core/grantStates.ts";
import { NO_END, type GrantStatement } from "../../core/ledger.ts";
import type { NameBook } from "../../core/names.ts";
import { silence } from "../../core/outcome.ts";
import { dateOf } from "../../core/report.ts";
import type { GraphGrant, GraphParty, GraphStatement, TrustGraph } from "../../core/trustGraph.ts";
import { knownNames } from "../verifying/knownNames.ts";
import type { VerifyPorts } from "../ports.ts";
import { grantsBelow, nameOf, reachedHead, scopeOf, type Below } from "./vouchers.ts";

/** More statements than these are not told: whoever may pass on can write as many as it likes. */
export const STATEMENTS_LIMIT = 20_000;

/**
 * Every grant for the type that leads on from this verifier's trust roots, in force or not, with every statement.
 *
 * @throws Fault `ledger_unreachable` when ledger or index cannot answer for the newest block.
 */
export async function trustGraph(documentType: DocumentType, ports: VerifyPorts): Promise<TrustGraph> {
  const head = await reachedHead(ports);
  const scope = scopeOf(head, ports);
  const found = await grantsBelow(documentType, scope, ports);
  const below = withinLimit(found);
  const states = grantStates(below.lists, { judged: below.judged, moment: below.moment, isClosed: (identity) => below.deactivatedIn.has(identity) });
  const { chainId } = ports.ledger.id;
  return {
    documentType,
    parties: new Parties(below, { states, roots: scope.roots, known: knownNames(ports), chainId }).all(),
    grants: states.map(grantOf),
    isComplete: below.isComplete,
    asOf: dateOf(Math.floor(below.moment)),
    block: { chainId, number: head.number, finalNumber: head.finalNumber, hash: head.hash, time: dateOf(head.time) },
  };
}

/** With too many statements only as many lists as fit are told, and none of them is called in force. */
function withinLimit(below: Below): Below {
  let room = STATEMENTS_LIMIT;
  const lists = below.lists.filter(({ statements: { length } }) => {
    const hasRoom = length <= room;
    if (hasRoom) room -= length;
    return hasRoom;
  });
  return lists.length === below.lists.length ? below : { ...below, lists, isComplete: false, judged: silence("grants_too_many") };
}

const grantOf = ({ list: { grantor, grantee, statements }, path, reason }: GrantState): GraphGrant => ({
  ...{ grantor, grantee, statements: statements.map(statementOf), isInForce: path !== null },
  ...(reason === null ? {} : { reason }),
});

const statementOf = ({ isGranted, from, until, mayPassOn, isCompromised, time, blockNumber }: GrantStatement): GraphStatement => ({
  ...{ kind: isGranted ? "grant" : "withdrawal", from: dateOf(from), ...(until === NO_END ? {} : { until: dateOf(until) }) },
  ...{ mayPassOn, compromised: isCompromised, recordedAt: dateOf(time), blockNumber },
});

interface Naming {
  readonly states: readonly GrantState[];
  readonly roots: ReturnType<typeof scopeOf>["roots"];
  readonly known: NameBook;
  readonly chainId: number;
}

class Parties {
  readonly #below: Below;
  readonly #naming: Naming;
  /** As this verifier calls those whom it believes for any type. */
  readonly #own: ReadonlyMap<Address, string>;
  readonly #given: ReadonlyMap<Address, string>;

  constructor(below: Below, naming: Naming) {
    this.#below = below;
    this.#naming = naming;
    this.#own = new Map(naming.roots.map(({ address, name }) => [address, name]));
    this.#given = namesGiven(below, naming.states);
  }

  /** Trust roots first. */
  all(): readonly GraphParty[] {
    const { lists, documentType } = this.#below;
    const believed = this.#naming.roots.filter(({ documentTypes }) => documentTypes.includes(documentType)).map(({ address }) => address);
    const addresses = new Set([...believed, ...lists.flatMap(({ grantor, grantee }) => [grantor, grantee])]);
    return [...addresses].map((address) => this.#party(address, believed.includes(address)));
  }

  #party(address: Address, isTrustRoot: boolean): GraphParty {
    const { known, chainId } = this.#naming;
    const given = this.#given.get(address);
    const name = this.#own.get(address) ?? given;
    const likeness = this.#own.has(address) || given === undefined ? null : known.likenessOf({ address, name: given });
    const closedInBlock = this.#below.deactivatedIn.get(address);
    return {
      ...{ did: didOf(address, chainId), address, isTrustRoot },
      ...(name === undefined ? {} : { name }),
      ...(likeness === null ? {} : { likeness }),
      ...(closedInBlock === undefined ? {} : { closedInBlock }),
    };
  }
}

/** By the newest grant, one in force before others. */
function namesGiven({ pairs }: Below, states: readonly GrantState[]): ReadonlyMap<Address, string> {
  const lastTime = ({ statements }: GrantList): number => statements.findLast(({ isGranted }) => isGranted)?.time ?? 0;
  const ordered = states.toSorted((left, right) => Number(left.path !== null) - Number(right.path !== null) || lastTime(left.list) - lastTime(right.list));
  return new Map(ordered.flatMap(({ list: { grantor, grantee, statements } }) => {
    const name = nameOf(statements, pairs.get(`${grantor}>${grantee}`)!);
    return name === "" ? [] : [[grantee, name] as const];
  }));
}
