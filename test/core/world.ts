// A small world for the tests: one ledger, a customs authority, a chamber that it accredited, and a document in order.

import { didOf, type Address } from "../../src/core/address.ts";
import { digestOf, leafOf, type Digest } from "../../src/core/digest.ts";
import { parseDocumentType, type DocumentType } from "../../src/core/documentType.ts";
import type { GrantList } from "../../src/core/entitlement.ts";
import type { AnchorEvidence, Evidence, TrustRoot } from "../../src/core/evidence.ts";
import { NO_END, type ChainHash, type GrantStatement, type Head, type LedgerId, type StandingStatement } from "../../src/core/ledger.ts";
import { treeOf } from "../../src/core/merkle.ts";
import { answer } from "../../src/core/outcome.ts";
import type { Seal } from "../../src/core/seal.ts";

/** The address numbered `number`, so that a failing test shows who is meant. */
export const identity = (number: number): Address => `0x${number.toString(16).padStart(40, "0")}` as Address;
export const [customs, chamber, office, stranger, federation] = [1, 2, 3, 4, 5].map(identity) as [Address, Address, Address, Address, Address];

export const origin: DocumentType = parseDocumentType("861");
export const aeo: DocumentType = parseDocumentType("AEO");

export const ledger: LedgerId = {
  chainId: 31337,
  genesis: `0x${"9e".repeat(32)}` as ChainHash,
  anchorRegistry: "0x5fbdb2315678afecb367f032d93f642f64180aa3" as Address,
};

/** In this world a block takes a second and block numbers are times, so that rows read easily. */
export const blockTime = (time: number): { time: number; blockNumber: number } => ({ time, blockNumber: Math.max(0, Math.floor(time)) });

export const ANCHORED_AT = 1000;
export const FINAL_AT = 2000;
export const NEWEST_AT = 2010;

export const head: Head = { number: NEWEST_AT, hash: `0x${"4e".repeat(32)}`, time: NEWEST_AT, finalNumber: FINAL_AT };

type Made = Partial<GrantStatement>;
const particulars: ChainHash = `0x${"00".repeat(32)}`;

/** A grant recorded at `time`; unless told otherwise it starts then, has no end and may be passed on. */
export const granted = (time: number, change: Made = {}): GrantStatement => ({
  ...{ isGranted: true, from: time, until: NO_END, mayPassOn: true, isCompromised: false, particulars },
  ...blockTime(time),
  ...change,
});

/** A withdrawal recorded at `time`; unless told otherwise it starts then. */
export const withdrawn = (time: number, change: Made = {}): GrantStatement => granted(time, { isGranted: false, mayPassOn: false, ...change });

export const says = (grantor: Address, grantee: Address, ...statements: GrantStatement[]): GrantList => ({ grantor, grantee, statements });

/** A statement about the document's standing, recorded at `time`. */
export const stands = (standing: StandingStatement["standing"], time: number, change: Partial<StandingStatement> = {}): StandingStatement => ({
  ...{ standing, reason: "unspecified", replacement: null, account: office },
  ...blockTime(time),
  ...change,
});

export const documentBytes = new TextEncoder().encode("Certificate of origin 2026/0815");
export const digest: Digest = digestOf(documentBytes);

const tree = treeOf([0, 1, 2, 3, 4].map((index) => leafOf(index === 2 ? digest : digestOf(Uint8Array.of(index)))));

export const seal: Seal = {
  ...{ ledger, issuer: chamber, documentType: origin, digest },
  ...{ root: tree.root, index: 2, size: tree.size, path: tree.pathOf(2), unknown: {} },
};

/** The seal's members as a JSON reader would have them. */
export const sealMembers = {
  format: "tradeseal/1",
  ledger: { ...ledger },
  issuer: didOf(chamber, ledger.chainId) as string,
  documentType: "861",
  digest: digest as string,
  root: tree.root as string,
  index: 2,
  size: 5,
  path: tree.pathOf(2) as string[],
};

export const trustRoot = (address: Address, ...documentTypes: DocumentType[]): TrustRoot => ({ address, name: `Authority ${address.slice(-2)}`, documentTypes });

export const anchorInOrder: AnchorEvidence = {
  name: { issuer: chamber, documentType: origin, root: tree.root },
  record: answer({ ...blockTime(ANCHORED_AT), size: tree.size, hasLeaves: true }),
  account: office,
  grants: answer([says(customs, chamber, granted(100))]),
  names: new Map([[particulars, "Chamber of Commerce"]]),
  speeches: answer([]),
  deactivatedIn: answer(new Map()),
};

/** Anchored by a chamber that a trust root accredited, sealed, and nothing said against it. */
export const inOrder: Evidence = {
  subject: { digest, seal, documentType: null },
  ledger,
  trustRoots: [trustRoot(customs, origin)],
  head: answer(head),
  anchors: answer([anchorInOrder]),
  now: 2005,
};
