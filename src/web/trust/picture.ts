// The picture: which parties and grants are drawn at a moment, and what is said of each.

import type { Address } from "../../core/address.ts";
import type { GrantState } from "../../core/grantStates.ts";
import type { Reason } from "../../core/outcome.ts";
import { statesAt, type GraphParty, type TrustGraph } from "../../core/trustGraph.ts";
import { layersOf } from "./layers.ts";

/** More boxes than these nobody reads. */
export const DRAWN_LIMIT = 200;

/** A party, and whether anybody's grant carries it at the moment. */
export interface PartyNode {
  readonly kind: "party";
  readonly id: string;
  readonly party: GraphParty;
  readonly isInForce: boolean;
  /** Why not, by the most telling of its grants; `null` when it is in force. */
  readonly reason: Reason | null;
  /** Until when the grant lasts that carries it longest, in Unix seconds; `null` when it has no end or is not in force. */
  readonly until: number | null;
}

/** Those under one grantor that are not drawn. */
export interface MoreNode {
  readonly kind: "more";
  readonly id: string;
  readonly grantor: Address;
  readonly count: number;
}

export type PictureNode = PartyNode | MoreNode;

export interface PictureLine {
  readonly from: string;
  readonly to: string;
  readonly state: GrantState | null;
}

export interface Picture {
  /** From the trust roots downwards. */
  readonly layers: readonly (readonly PictureNode[])[];
  readonly lines: readonly PictureLine[];
  readonly drawnCount: number;
  readonly partyCount: number;
}

/** A graph at a moment: every grant's state, and every party by its address. */
export interface Scene {
  readonly graph: TrustGraph;
  readonly moment: number;
  readonly states: readonly GrantState[];
  readonly parties: ReadonlyMap<Address, GraphParty>;
}

/** Weighs the graph at a moment. */
export function sceneAt(graph: TrustGraph, moment: number): Scene {
  return { graph, moment, states: statesAt(graph, moment), parties: new Map(graph.parties.map((party) => [party.address, party])) };
}

/** What is drawn of the scene; with `around`, only who leads to that party and whom it leads to. */
export function pictureOf(scene: Scene, around: Address | null): Picture {
  const shown = around === null ? null : aroundParty(scene.states, around);
  const parties = scene.graph.parties.filter(({ address }) => shown === null || shown.has(address));
  const states = scene.states.filter(({ list }) => shown === null || (shown.has(list.grantor) && shown.has(list.grantee)));
  const all = layersOf(parties, states.map(({ list }) => list));
  const drawn = new Set(all.flat().slice(0, DRAWN_LIMIT));
  const more = moreNodes(states, drawn);
  const layers = all.map((layer, depth) => [
    ...layer.filter((address) => drawn.has(address)).map((address) => nodeOf(scene, address)),
    ...more.filter(({ grantor }) => all[depth - 1]?.includes(grantor)),
  ]);
  const lines = states.filter(({ list }) => drawn.has(list.grantor) && drawn.has(list.grantee)).map((state) => ({ from: state.list.grantor, to: state.list.grantee, state }));
  return {
    layers: layers.filter((layer) => layer.length > 0),
    lines: [...lines, ...more.map(({ grantor, id }) => ({ from: grantor, to: id, state: null }))],
    drawnCount: drawn.size,
    partyCount: parties.length,
  };
}

/** Each that is not drawn is counted once, under its first grantor that is. */
function moreNodes(states: readonly GrantState[], drawn: ReadonlySet<Address>): MoreNode[] {
  const first = new Map<Address, Address>();
  for (const { list } of states) if (drawn.has(list.grantor) && !drawn.has(list.grantee) && !first.has(list.grantee)) first.set(list.grantee, list.grantor);
  return [...Map.groupBy(first, ([, grantor]) => grantor)].map(([grantor, own]) => ({ kind: "more", id: `more-${grantor}`, grantor, count: own.length }));
}

/** The party as it stands at the scene's moment. */
export function nodeOf({ states, parties }: Scene, address: Address): PartyNode {
  const party = parties.get(address)!;
  const own = states.filter(({ list }) => list.grantee === address);
  const carrying = own.flatMap(({ path }) => (path === null ? [] : [path.at(-1)!.statement.until]));
  const isInForce = party.isTrustRoot || carrying.length > 0;
  const until = isInForce && !party.isTrustRoot ? Math.max(...carrying) : null;
  return { kind: "party", id: address, party, isInForce, reason: isInForce ? null : worstOf(own), until };
}

const severity: readonly Reason[] = ["compromised", "issuer_deactivated", "grants_too_many", "accreditation_withdrawn", "accreditation_expired", "accreditation_not_yet_valid"];

function worstOf(states: readonly GrantState[]): Reason {
  return severity.find((reason) => states.some((state) => state.reason === reason)) ?? "no_accreditation";
}

/** The party itself, all from whom a way leads to it, and all to whom a way leads from it. */
function aroundParty(states: readonly GrantState[], party: Address): ReadonlySet<Address> {
  const walk = (start: Address, next: (state: GrantState, at: Address) => Address | null): Set<Address> => {
    const seen = new Set([start]);
    for (const at of seen) for (const state of states) {
      const other = next(state, at);
      if (other !== null) seen.add(other);
    }
    return seen;
  };
  const above = walk(party, ({ list }, at) => (list.grantee === at ? list.grantor : null));
  const below = walk(party, ({ list }, at) => (list.grantor === at ? list.grantee : null));
  return new Set([...above, ...below]);
}
