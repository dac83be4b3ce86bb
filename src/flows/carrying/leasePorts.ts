// Leases: how several workers agree, through the store, who of them does what.

/** One worker's right to do one thing. It may be lost at any moment; whatever is stored under it is refused from then on. */
export interface Lease {
  /** What is leased: an account that signs, or a duty that one worker at a time has. */
  readonly name: string;
  readonly holder: string;
  /** Another number each time that it changes hands. */
  readonly fence: number;
}

/** The leases of one worker. They run out unless they are renewed. */
export interface Leases {
  /** @returns the lease, or `null` while another worker holds it. */
  take(name: string): Promise<Lease | null>;
  /** @returns those that still hold, and do so for longer now. */
  renew(leases: readonly Lease[]): Promise<readonly Lease[]>;
  isHeld(lease: Lease): Promise<boolean>;
  /** Others may take them at once. */
  giveBack(leases: readonly Lease[]): Promise<void>;
}

/** Thrown when somebody else does by now what was begun here. Nothing was stored, and nothing is wrong. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Within how many seconds after its holder was last heard of a lease can be taken by another. */
export const LEASE_SECONDS = 15;
/** How often leases are renewed: four times may fail before one is lost. */
export const RENEW_EVERY_SECONDS = 3;
