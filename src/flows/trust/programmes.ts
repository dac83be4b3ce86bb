// Programmes: who authorises operators in the eyes of this verifier, now or until lately; read at one newest block.

import type { Address } from "../../core/address.ts";
import { operatorTypes } from "../../core/authorisation.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { TrustRoot } from "../../core/evidence.ts";
import type { Head } from "../../core/ledger.ts";
import type { Reason } from "../../core/outcome.ts";
import type { VerifyPorts } from "../ports.ts";
import { listRecognitions, type Recognition } from "./recognitions.ts";
import { reachedHead } from "./vouchers.ts";

/** Somebody who authorises operators. */
export interface Authority {
  readonly address: Address;
  /** From a trust root's configuration or a grant. */
  readonly name: string;
  readonly isTrustRoot: boolean;
}

/** Whose word on operators counts here. */
export interface Programmes {
  readonly head: Head;
  /** The types for which this identity is entitled now. */
  typesOf(identity: Address): readonly DocumentType[];
  /** Everybody who is recognised, or was until the recognition ended: what they issued may have to be told as ended. */
  readonly authorities: readonly Authority[];
  /** Whether these are all. */
  readonly isComplete: boolean;
}

/** Times end grants without a block. */
const AGE_SECONDS = 5;
/** A recognition that is over for one of these reasons was one. The others never held, or are better not trusted in. */
const ENDED: readonly (Reason | null)[] = ["accreditation_withdrawn", "accreditation_expired"];

interface Kept {
  readonly programmes: Promise<Programmes>;
  readonly roots: readonly TrustRoot[];
  readonly since: number;
}

/** Reads programmes, once for each newest block. */
export class ProgrammeReader {
  readonly #ports: VerifyPorts;
  #kept: (Kept & { readonly hash: string }) | null = null;

  constructor(ports: VerifyPorts) {
    this.#ports = ports;
  }

  /** The programmes at the newest block. Rejects with `ledger_unreachable` when nobody can tell. */
  async now(): Promise<Programmes> {
    const { clock, trustRoots } = this.#ports;
    const head = await reachedHead(this.#ports);
    const [roots, kept] = [trustRoots(), this.#kept];
    if (kept !== null && kept.hash === head.hash && kept.roots === roots && Math.abs(clock() - kept.since) < AGE_SECONDS) return kept.programmes;
    const programmes = programmesAt(head, { ...this.#ports, trustRoots: () => roots });
    this.#kept = { programmes, roots, since: clock(), hash: head.hash };
    programmes.catch(() => (this.#kept = null));
    return programmes;
  }
}

async function programmesAt(head: Head, ports: VerifyPorts): Promise<Programmes> {
  const { recognitions, isComplete } = await listRecognitions({ ...ports, ledger: atHead(ports.ledger, head) });
  const roots = ports.trustRoots().flatMap(({ address, name, documentTypes }) => (documentTypes.some((type) => operatorTypes.includes(type)) ? [{ address, name, documentTypes }] : []));
  const ours = recognitions.filter(({ documentType }) => operatorTypes.includes(documentType));
  return {
    head,
    isComplete,
    typesOf: (identity) => operatorTypes.filter((type) => {
      const own = ours.filter((each) => each.recognised === identity && each.documentType === type);
      const isRoot = roots.some((root) => root.address === identity && root.documentTypes.includes(type)) && ports.index.deactivatedIn(identity) === null;
      return (isRoot && !own.some(({ isSilenced }) => isSilenced)) || own.some(({ path }) => path !== null);
    }),
    authorities: authoritiesIn(roots, ours),
  };
}

/** The ledger, asked at this block whatever came since. */
export const atHead = <L extends { readonly head: () => Promise<Head> }>(ledger: L, head: Head): L => ({ ...ledger, head: async () => head });

function authoritiesIn(roots: readonly TrustRoot[], recognitions: readonly Recognition[]): readonly Authority[] {
  const held = recognitions.filter(({ path, reason }) => path !== null || ENDED.includes(reason)).map(({ recognised: address, name }) => ({ address, name, isTrustRoot: false }));
  return [...new Map([...held, ...roots.map(({ address, name }) => ({ address, name, isTrustRoot: true }))].map((each) => [each.address, each])).values()];
}
