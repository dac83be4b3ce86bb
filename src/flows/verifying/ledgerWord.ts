// The ledger's word on grants, for whoever is about to say more. A ledger that does not answer is no reason not to store what shall be said.

import { judgeGrants, type GrantList } from "../../core/entitlement.ts";
import { Fault } from "../../core/fault.ts";
import type { GrantName } from "../../core/ledger.ts";
import type { LedgerWord } from "../trust/grants.ts";
import type { LedgerWriter } from "../issuing/issuePorts.ts";
import type { VerifyPorts } from "../ports.ts";

/** No ledger at hand: it is looked at when the words are carried there. */
export const noLedgerAtHand: LedgerWord = { isLastWord: async () => false, isLastWordSilenced: async () => false, hasSpoken: async () => true };

/** The word of the ledger that `verify` reads. */
export function ledgerWordOf(verify: VerifyPorts, { saidAlready }: Pick<LedgerWriter, "saidAlready">): LedgerWord {
  return {
    isLastWord: async (body, account) => unlessSilent(async () => (await saidAlready(body, account)) !== null, false),
    isLastWordSilenced: async (name) => unlessSilent(() => isSilenced(name, verify), false),
    // What the ledger itself cannot confirm is not refused on suspicion: it refuses by itself.
    hasSpoken: async (name) => unlessSilent(async () => (await verify.ledger.grantsOf(name, await verify.ledger.head())).length > 0, true),
  };
}

/** What is answered; `otherwise` while the ledger is silent, or another one answers. */
export async function unlessSilent<T, Otherwise>(ask: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Fault && (error.code === "ledger_unreachable" || error.code === "ledger_mismatch")) return otherwise;
    throw error;
  }
}

/** Whether the grantor's last word was said at a moment at which, by this verifier's trust roots, nothing that it said may count. */
async function isSilenced(name: GrantName, { ledger, index, follower, trustRoots }: VerifyPorts): Promise<boolean> {
  const { grantor, documentType } = name;
  const head = await ledger.head();
  const last = (await ledger.grantsOf(name, head)).at(-1);
  if (last === undefined || !(await follower.reach(head))) return false;
  const roots = trustRoots().filter(({ documentTypes }) => documentTypes.includes(documentType)).map(({ address }) => address);
  const above = index.grantsAbove(grantor, documentType, roots);
  const pairs = new Map(above.map((found) => [`${found.grantor}>${found.grantee}`, found]));
  const lists: GrantList[] = await Promise.all(
    [...pairs.values()].map(async (pair) => ({ grantor: pair.grantor, grantee: pair.grantee, statements: await ledger.grantsOf({ grantor: pair.grantor, grantee: pair.grantee, documentType }, head) })),
  );
  const question = { identity: grantor, moment: last.time };
  const judged = judgeGrants({ trustRoots: new Set(roots), lists, finalBlock: head.finalNumber, deactivatedIn: new Map() }, [question]);
  return judged.isAnswered && judged.value.isSilenced(question);
}
