// What handing over and delegating need to know of identities on the ledger.

import type { Address } from "../../core/address.ts";
import type { Head } from "../../core/ledger.ts";

/** A delegation of type `tradeseal`: the delegate may write in the identity's name until its end. */
export interface Delegation {
  readonly delegate: Address;
  /** In Unix seconds, that second not included; of one that was revoked, when. */
  readonly end: number;
  readonly isInForce: boolean;
}

/** An identity as the ledger has it at one block. */
export interface LedgerIdentity {
  readonly identity: Address;
  /** The block at which this was read. */
  readonly head: Head;
  readonly owner: Address;
  /** The block of its last change of any kind; 0 when it never changed. */
  readonly lastChange: number;
  /** Whether it was ever given to nobody: verifiers count nothing that is anchored in its name from then on. */
  readonly isDeactivated: boolean;
  /** Everybody who ever was its delegate, ended ones included, oldest first. */
  readonly delegations: readonly Delegation[];
}

/** Whether the account may write in the identity's name. */
export const mayWrite = ({ owner, isDeactivated, delegations }: LedgerIdentity, account: Address): boolean => !isDeactivated && (owner === account || delegations.some(({ delegate, isInForce }) => delegate === account && isInForce));

/** Identities as the ledger has them at its newest block. Every call rejects with `ledger_unreachable` when no endpoint answers in time. */
export interface IdentityReader {
  identityOf(identity: Address): Promise<LedgerIdentity>;
}
