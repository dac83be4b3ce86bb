// The snapshot: what a device keeps of one block, so that it can say without a network what is certain and what was known then.

import { didOf, type Did } from "./address.ts";
import { keyOutcome, signatureOutcome } from "./credentials/signingOutcomes.ts";
import { leafOf, type Digest } from "./digest.ts";
import { leafStart } from "./snapshotLeaf.ts";
import type { DocumentType } from "./documentType.ts";
import { isSameLedger, type LedgerId } from "./ledger.ts";
import { rootFrom } from "./merkle.ts";
import { failed, outcomeNamed, passed, unknown, type Outcome } from "./outcome.ts";
import type { PublicJwk } from "./publicKey.ts";
import type { Report, ReportParty, ReportTrustRoot } from "./report.ts";
import type { Seal } from "./seal.ts";
import type { Signing } from "./credentials/signingOutcomes.ts";
import { conclude, type Finding } from "./verdict.ts";

/** What a service knows at one block of those whom its trust roots lead to. */
export interface Snapshot {
  readonly ledger: Pick<LedgerId, "chainId" | "genesis" | "anchorRegistry">;
  readonly block: NonNullable<Report["block"]>;
  readonly trustRoots: readonly ReportTrustRoot[];
  readonly issuers: readonly SnapshotIssuer[];
  /** The starts of leaves about whose standing anybody with a say ever said something. */
  readonly spoken: readonly string[];
  /** Whether issuers and leaves are all there are; when not, what is missing is not known to be missing. */
  readonly isComplete: boolean;
}

/** An issuer as it was at that block. */
export interface SnapshotIssuer {
  readonly did: Did;
  readonly name: string;
  /** What it was entitled to issue then. */
  readonly documentTypes: readonly DocumentType[];
  readonly keys: readonly { readonly thumbprint: string; readonly publicKeyJwk: PublicJwk }[];
}

/** What can be told without a network, beside the checks. */
export type OfflineFact =
  | "fits_seal" // Certain: the file is the one that the seal was made for.
  | "signed" // Certain but for a key that was taken back since: a key of the issuer's, as listed then, signed the code.
  | "key_unknown" // The issuer's keys of then do not include the one that signed; it may be new.
  | "accredited_then" // The issuer was entitled to this type at the snapshot's block.
  | "not_accredited_then" // It was not; it may be now.
  | "unknown_then" // The snapshot does not hold all issuers.
  | "nothing_said_then" // Nobody with a say had said anything about how it stands.
  | "spoken_then" // Something had been said: it may have been taken back.
  | "spoken_unknown_then"; // The snapshot does not hold all that was said.

/** A report made without a network: its verdict is never a yes. */
export interface OfflineReport {
  readonly report: Report;
  readonly facts: readonly OfflineFact[];
  readonly issuer: ReportParty;
}

/** What is judged: who is said to have issued it, as what, and the leaf by which the ledger speaks of it. */
interface Claimed {
  readonly digest: Digest;
  readonly issuer: Did;
  readonly address: ReportParty["address"];
  readonly documentType: DocumentType;
}

/** A document with its seal. */
export function judgeSealOffline(digest: Digest, seal: Seal, { snapshot, checkedAt }: { snapshot: Snapshot; checkedAt: string }): OfflineReport {
  const isHere = isSameLedger(seal.ledger, snapshot.ledger as LedgerId);
  const integrity = seal.digest !== digest ? failed("file_differs") : rootFrom(leafOf(digest), seal) === seal.root ? passed : failed("path_broken");
  const claimed = { digest, issuer: didOf(seal.issuer, seal.ledger.chainId), address: seal.issuer, documentType: seal.documentType };
  return reported(claimed, { integrity, identified: unknown("ledger_silent"), first: integrity.is === "passed" ? ["fits_seal"] : [], isHere, hasSeal: true }, { snapshot, checkedAt });
}

/** The code of a paper. `signing` was tried by the keys that the snapshot lists; a key that is not among them may be new, and is not known to be nobody's. */
export function judgeCodeOffline(claimed: Claimed, signing: Signing, around: { snapshot: Snapshot; checkedAt: string }): OfflineReport {
  const isKeyMissing = signing.isAnswered && signing.value === "key_not_in_did";
  const integrity = isKeyMissing ? unknown("did_unresolvable") : signatureOutcome(signing);
  const identified = isKeyMissing ? unknown("did_unresolvable") : keyOutcome(signing);
  const first: readonly OfflineFact[] = integrity.is === "passed" ? ["signed"] : isKeyMissing ? ["key_unknown"] : [];
  const isHere = claimed.issuer === didOf(claimed.address, around.snapshot.ledger.chainId);
  return reported(claimed, { integrity, identified, first, isHere, hasSeal: false }, around);
}

interface Judged {
  readonly integrity: Outcome;
  readonly identified: Outcome;
  readonly first: readonly OfflineFact[];
  /** Whether it is of the snapshot's ledger. */
  readonly isHere: boolean;
  readonly hasSeal: boolean;
}

function reported(claimed: Claimed, { integrity, identified, first, isHere, hasSeal }: Judged, { snapshot, checkedAt }: { snapshot: Snapshot; checkedAt: string }): OfflineReport {
  const { digest, issuer: did, address, documentType } = claimed;
  const silent = unknown(isHere ? "ledger_silent" : "ledger_unknown");
  const findings: readonly Finding[] = [
    { check: "integrity", outcome: integrity },
    { check: "identified", outcome: identified },
    ...(["anchored", "entitled", "current"] as const).map((check) => ({ check, outcome: silent })),
  ];
  const { verdict, reason } = conclude(findings);
  const known = isHere ? snapshot.issuers.find((issuer) => issuer.did === did) : undefined;
  const party: ReportParty = { did, address, ...(known === undefined ? {} : { name: known.name }) };
  const facts = verdict === "altered" ? [] : [...first, ...(isHere ? factsThen(claimed, known, snapshot) : [])];
  const report: Report = {
    ...{ verdict, subject: { digest, documentType, hasSeal }, anchors: [], trustRoots: snapshot.trustRoots, checkedAt },
    ...(reason === null ? {} : { reason }),
    findings: findings.map(({ check, outcome }) => ({ check, ...outcomeNamed(outcome) })),
  };
  return { report, facts, issuer: party };
}

function factsThen({ digest, documentType }: Claimed, known: SnapshotIssuer | undefined, { spoken, isComplete }: Snapshot): readonly OfflineFact[] {
  const isAccredited = known?.documentTypes.includes(documentType) === true;
  const isSpoken = spoken.includes(leafStart(leafOf(digest)));
  return [
    isAccredited ? "accredited_then" : isComplete ? "not_accredited_then" : "unknown_then",
    isSpoken ? "spoken_then" : isComplete ? "nothing_said_then" : "spoken_unknown_then",
  ];
}
