// Silences: which of an identity's words do not count, because somebody above it calls its keys stolen for the moment at which they were said.

import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { judgeGrants } from "../../core/entitlement.ts";
import type { Head } from "../../core/ledger.ts";
import type { VerifyPorts } from "../ports.ts";
import { ask, deactivationsAt, grantsAt, lookAround, rootsFor } from "../verifying/verify.ts";

/** Answers about moments that were named when it was asked for, in Unix seconds. */
export interface Silences {
  /** Whether what was said then may not count. Asked before good news is believed. */
  isSilenced(moment: number): boolean;
  /** Whether it surely does not count. Asked before bad news is dismissed. */
  isSurelySilenced(moment: number): boolean;
}

/** Where nobody can tell, bad news counts and good news does not. */
const UNKNOWN: Silences = { isSilenced: () => true, isSurelySilenced: () => false };

/** What of the issuer's words for the type counts, by this verifier's trust roots, as of block `head`. */
export async function silencesOf({ issuer, documentType, moments }: { issuer: Address; documentType: DocumentType; moments: readonly number[] }, head: Head, ports: VerifyPorts): Promise<Silences> {
  const reached = await ask(ports.follower.reach(head));
  if (!reached.isAnswered || !reached.value) return UNKNOWN;
  const around = lookAround({ issuer, documentType }, ports);
  const [grants, deactivatedIn] = await Promise.all([ask(grantsAt(head, { documentType, around }, ports)), ask(deactivationsAt(head, around, ports))]);
  if (!grants.isAnswered || !deactivatedIn.isAnswered) return UNKNOWN;
  const graph = { trustRoots: new Set(rootsFor(documentType, ports.trustRoots())), lists: grants.value.lists, finalBlock: head.finalNumber, deactivatedIn: deactivatedIn.value };
  const judged = judgeGrants(graph, moments.map((moment) => ({ identity: issuer, moment })));
  if (!judged.isAnswered) return UNKNOWN;
  const { value } = judged;
  return { isSilenced: (moment) => value.isSilenced({ identity: issuer, moment }), isSurelySilenced: (moment) => value.isSurelySilenced({ identity: issuer, moment }) };
}
