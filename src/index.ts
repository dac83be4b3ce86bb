// Tradeseal for developers: what it takes to read, make and judge seals in a program of your own.

/** Digests, leaves and trees. */
export { digestOf, leafOf, parseDigest, type Digest, type Leaf, type Root } from "./core/digest.ts";
export { rootFrom, treeOf, type Inclusion, type Tree } from "./core/merkle.ts";

/** Seals. */
export { parseSeal, writeSeal, type Seal } from "./core/seal.ts";

/** Names of things. */
export { didOf, parseAddress, parseDid, type Address, type Did } from "./core/address.ts";
export { parseDocumentType, type DocumentType } from "./core/documentType.ts";
export { parseLedger } from "./core/ledgerFile.ts";
export type { Ledger, LedgerId, Standing, StandingReason } from "./core/ledger.ts";

/** Judging: `verify` gathers evidence through ports and judges it; `readReport` reads a service's answer. */
export { gather, verify } from "./flows/verifying/verify.ts";
export { connect, openIndex, readLedgerFile, verifierOn, type ConnectedLedger, type OpenIndex } from "./ledgerAccess.ts";
export { reportOn, type Report, type ReportAnchor, type ReportFinding, type ReportGrant, type ReportParty, type ReportReplaced, type ReportStanding, type ReportSubject, type ReportTrustRoot } from "./core/report.ts";
export { readReport, type AskedAbout } from "./core/reportReader.ts";
export type { Evidence, Subject, TrustRoot } from "./core/evidence.ts";
export type { CheckName } from "./core/checks.ts";
export type { Outcome, Reason } from "./core/outcome.ts";
export type { Verdict } from "./core/verdict.ts";
export type { VerifyPorts } from "./flows/ports.ts";

/** Credentials: what they hold, and what is wrong with one. */
export { problemsInCredential, problemsInSubject, type AnyShape, type CredentialShape, type ShapeName } from "./core/shapes/credential.ts";
export type { ShapeProblem, ShapeProblemCode } from "./core/shapes/problems.ts";
export { shapeNamed, shapeOfTypes, shapes } from "./core/shapes/shapes.ts";

/** Judging what is signed: `signedJudge` takes credentials, codes of papers and presentations, through the ports that `credentialPortsOn` puts together. */
export { signedJudge, type SignedJudge, type SignedQuestion } from "./flows/verifying/judgeSigned.ts";
export { makeChallenge } from "./flows/presenting/challenges.ts";
export { challengesInMemory } from "./flows/presenting/challengesInMemory.ts";
export { credentialPortsOn } from "./ledgerAccess.ts";
export type { Challenge, Challenges, CredentialPorts } from "./flows/verifying/credentialPorts.ts";
export type { CredentialReport } from "./flows/verifying/verifyCredential.ts";
export type { AccreditationReport } from "./flows/verifying/verifyAccreditation.ts";
export type { PresentationReport } from "./flows/presenting/verifyPresentation.ts";

/** Reading what is signed, without judging it; and presenting what one holds. */
export { parseCredential, type CredentialFormat, type ParsedCredential } from "./core/credentials/credential.ts";
export { parsePaperCode, type PaperCode } from "./core/paperCode.ts";
export type { CredentialFlaw } from "./core/credentials/flaws.ts";
export { present, type HolderKey, type Presentation, type Presenting } from "./flows/presenting/present.ts";

/** Faults: thrown on purpose when a question cannot be answered. Switch on `code`. */
export { Fault, type FaultCode } from "./core/fault.ts";
