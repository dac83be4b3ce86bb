// The words of this page, and how parties and states are put into them.

import type { Address } from "../../core/address.ts";
import type { GrantState } from "../../core/grantStates.ts";
import { NO_END } from "../../core/ledger.ts";
import type { Reason } from "../../core/outcome.ts";
import { dateOf } from "../../core/report.ts";
import type { GraphParty } from "../../core/trustGraph.ts";
import { trustTables } from "../../words/tables.ts";
import { notInForceNames, type NotInForce, type TrustWords } from "../../words/trustWords.ts";
import { visible } from "../../words/visible.ts";
import { wordsFrom } from "../frame/language.ts";
import type { PartyNode, Scene } from "./picture.ts";

/** What this page says. */
export const said = await wordsFrom(trustTables);

/** A name fit to be shown; the DID where there is none. */
export const nameOf = ({ name, did }: Pick<GraphParty, "name" | "did">): string => visible(name ?? did);

/** The same, by the party's address. */
export const nameIn = ({ parties }: Pick<Scene, "parties">, address: Address): string => nameOf(parties.get(address)!);

const wordsAgainst = (reason: Reason | null): TrustWords["states"]["not"][NotInForce] =>
  said.states.not[notInForceNames.find((name): name is NotInForce => name === reason) ?? "no_accreditation"];

const untilOf = (until: number | null): string | null => (until === null || until >= NO_END ? null : dateOf(until));

/** Whether the grant is in force, in a few words. */
export function stateShort({ path, reason }: GrantState): string {
  return path === null ? wordsAgainst(reason).short : said.states.inForce(untilOf(path.at(-1)!.statement.until));
}

/** The same as a sentence. */
export function stateLong(state: GrantState): string {
  return state.path === null ? wordsAgainst(state.reason).long : stateShort(state);
}

/** Whether the party is vouched for, in a few words. */
export function partyShort({ party, isInForce, reason, until }: PartyNode): string {
  if (party.isTrustRoot) return said.states.root;
  return isInForce ? said.states.inForce(untilOf(until)) : wordsAgainst(reason).short;
}

/** The same where there is little room. */
export function partyLeast({ party, isInForce, reason }: PartyNode): string {
  if (party.isTrustRoot) return said.states.root;
  return isInForce ? said.states.inForce(null) : wordsAgainst(reason).least;
}

/** How a state looks: the same for boxes, lines and rows. */
export function lookOf({ isInForce, reason }: { readonly isInForce: boolean; readonly reason: Reason | null }): "in" | "not" | "stolen" {
  if (isInForce) return "in";
  return reason === "compromised" ? "stolen" : "not";
}

export const lookOfGrant = ({ path, reason }: GrantState): "in" | "not" | "stolen" => lookOf({ isInForce: path !== null, reason });
