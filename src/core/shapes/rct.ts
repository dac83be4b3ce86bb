// The receipt: what a service found when it checked a document, signed by that service. It says who checked what, when and with which trust roots.

import { standingReasons } from "../ledger.ts";
import { documentTypeCode } from "./codes.ts";
import { credentialAround, type CredentialShape, type Rule } from "./credential.ts";
import { code, filled, list, may, must, object, whole, type ShapeType } from "./shape.ts";
import { did, form, lines, moment, text } from "./texts.ts";

const receiptVerdicts = ["authentic", "altered", "not_found", "undetermined", "not_entitled", "no_longer_valid"] as const;
const checkNames = ["integrity", "identified", "anchored", "entitled", "current", "held"] as const;
const outcomes = ["passed", "failed", "unknown"] as const;
/** Reason codes are for ever and ever more: only their form is checked. */
const reason = form({ pattern: "[a-z_]{1,60}", most: 60, expects: "a reason code, such as revoked" });
const hash = (says: string) => form({ pattern: "0x[0-9a-f]{64}", most: 66, expects: says });
const open = { shown: "public", source: "this service" } as const;

const finding = object({
  check: must(code(checkNames, "a check, such as anchored"), { ...open, says: "the question" }),
  outcome: must(code(outcomes, "passed, failed or unknown"), { ...open, says: "its answer" }),
  reason: may(reason, { ...open, says: "why it is no yes" }),
});

const party = object({
  id: must(did, { ...open, says: "its DID", iri: "@id" }),
  name: may(text(200), { ...open, says: "its name, from a grant or a trust root" }),
});

const believed = object({
  id: must(did, { ...open, says: "its DID", iri: "@id" }),
  name: must(text(200), { ...open, says: "its name, as the verifier has it" }),
  documentTypes: must(list(documentTypeCode, 100), { ...open, says: "what it was believed for" }),
});

const block = object({
  chainId: must(whole(1, Number.MAX_SAFE_INTEGER), { ...open, says: "the chain", source: "EIP-155" }),
  number: must(whole(0, Number.MAX_SAFE_INTEGER), { ...open, says: "the block's number" }),
  hash: must(hash("the block's hash, 0x and 64 hex characters"), { ...open, says: "the block's hash" }),
  time: must(moment, { ...open, says: "the block's time" }),
});

const subject = object({
  type: filled(list(text(100), 10), { ...open, says: "VerificationReceipt", source: "W3C VC 2.0" }),
  receiptNumber: must(text(40), { ...open, says: "the receipt's number" }),
  checkedAt: must(moment, { ...open, says: "when it was checked, by the service's clock" }),
  digest: must(form({ pattern: "[0-9a-f]{64}", most: 64, expects: "a SHA-256 digest, 64 hex characters in lower case" }), { ...open, says: "what was checked, by its digest" }),
  documentType: may(documentTypeCode, { ...open, says: "its type: of the record that counts, else the one asked for" }),
  documentTypeAsked: may(documentTypeCode, { ...open, says: "the type that the question named" }),
  issuerAsked: may(did, { ...open, says: "the issuer whom the question named" }),
  asAt: may(moment, { ...open, says: "the past moment that was asked about" }),
  seal: may(lines(8_000), { ...open, says: "the seal that was given, as text", source: "docs/seal-format.md" }),
  verdict: must(code(receiptVerdicts, "a verdict, such as authentic"), { ...open, says: "the verdict" }),
  reason: may(reason, { ...open, says: "why it is not authentic" }),
  standingReason: may(code(standingReasons, "a reason of a standing, such as fraud"), { ...open, says: "why it was taken back" }),
  findings: must(list(finding, 6), { ...open, says: "every check, with its answer" }),
  documentIssuer: may(party, { ...open, says: "who issued it, by the ledger" }),
  anchoredAt: may(moment, { ...open, says: "since when it stands on the ledger" }),
  block: may(block, { ...open, says: "the block at which everything was read; absent when the ledger was silent" }),
  trustRoots: may(list(believed, 100), { ...open, says: "whom the verifier believed" }),
});

export type ReceiptSubject = ShapeType<typeof subject>;

const rules: readonly Rule<ReceiptSubject>[] = [
  function* ({ verdict, reason: why, findings }) {
    if ((verdict === "authentic") === (why !== undefined)) yield { path: ["reason"], code: "contradiction", detail: "Expected a reason beside every verdict but authentic, and none beside that." };
    if (verdict === "authentic" && findings.some(({ outcome }) => outcome !== "passed")) yield { path: ["verdict"], code: "contradiction", detail: "Expected another verdict than authentic where a check is not passed." };
  },
];

/** The receipt. It does not say that anything is true: that is judged again whenever it is shown. */
export const rct: CredentialShape<typeof subject> = {
  ...{ name: "rct", type: "VerificationReceiptCredential", documentType: "RCT", subjectType: "VerificationReceipt", title: "receipt" },
  alsoTypes: [],
  alsoSubjectTypes: [],
  alsoContexts: [],
  subject,
  credential: credentialAround(subject),
  rules,
};
