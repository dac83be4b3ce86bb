// Recognitions: for rights that last, who recognises whose, for what, since when, and by which path.

import type { Address } from "../../core/address.ts";
import { isLastingRight, type DocumentType } from "../../core/documentType.ts";
import type { Link } from "../../core/entitlement.ts";
import { grantStates } from "../../core/grantStates.ts";
import type { GrantStatement, Head } from "../../core/ledger.ts";
import type { Reason } from "../../core/outcome.ts";
import type { VerifyPorts } from "../ports.ts";
import { grantsBelow, nameOf, reachedHead, scopeOf, type Below } from "./vouchers.ts";

/** One authority's last grant to another for a right that lasts. */
export interface Recognition {
  readonly documentType: DocumentType;
  readonly recogniser: Address;
  readonly recognised: Address;
  /** As the grant calls the recognised. */
  readonly name: string;
  /** The grant in force; where none is, the last one there was. */
  readonly statement: GrantStatement;
  /** From when on it was withdrawn, where it was after that grant. */
  readonly withdrawnFrom: number | null;
  /** The grants from a trust root to the recognised, this one last; `null` when it is not in force. */
  readonly path: readonly Link[] | null;
  /** Whether somebody above the recognised calls its keys stolen. */
  readonly isSilenced: boolean;
  /** Why it is not in force. */
  readonly reason: Reason | null;
}

/**
 * Every recognition that this verifier's trust roots lead to, in force or not.
 *
 * @throws Fault `ledger_unreachable` when ledger or index cannot answer for the newest block.
 */
export async function listRecognitions(ports: VerifyPorts): Promise<{ head: Head; recognitions: readonly Recognition[]; isComplete: boolean }> {
  const head = await reachedHead(ports);
  const scope = scopeOf(head, ports);
  const below = await Promise.all(scope.types.filter(isLastingRight).map((documentType) => grantsBelow(documentType, scope, ports)));
  return { head, recognitions: below.flatMap(recognitionsIn), isComplete: below.every(({ isComplete }) => isComplete) };
}

function recognitionsIn({ documentType, lists, pairs, judged, deactivatedIn, moment }: Below): Recognition[] {
  return grantStates(lists, { judged, moment, isClosed: (identity) => deactivatedIn.has(identity) }).flatMap(({ list, path, isSilenced, reason }): Recognition[] => {
    const { grantor: recogniser, grantee: recognised, statements } = list;
    const last = statements.findLastIndex(({ isGranted }) => isGranted);
    if (last < 0) return [];
    const name = nameOf(statements, pairs.get(`${recogniser}>${recognised}`)!);
    const withdrawnFrom = statements.at(-1)!.isGranted ? null : statements.at(-1)!.from;
    return [{ documentType, recogniser, recognised, name, statement: path?.at(-1)!.statement ?? statements[last]!, withdrawnFrom, path, isSilenced, reason }];
  });
}
