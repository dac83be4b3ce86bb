// Schemas of answers. openapi.json is made from them; tests hold every answer of the service against them.

import { z } from "zod";
import { checks, type CheckName } from "../../core/checks.ts";
import { credentialFormats } from "../../core/credentials/credential.ts";
import { standingReasons, standings } from "../../core/ledger.ts";
import type { Likeness } from "../../core/names.ts";
import type { Reason } from "../../core/outcome.ts";
import type { StandingWarning } from "../../core/standing.ts";
import type { Verdict } from "../../core/verdict.ts";
import { partRoles } from "../../flows/issuing/issuancePorts.ts";
import { writeStates } from "../../flows/issuing/issuePorts.ts";
import { english } from "../../words/english/table.ts";
import { INTERNAL, STATUS, type ProblemCode } from "../server/problem.ts";
import { digest, documentType } from "./schemas.ts";

/** The keys of a table that must be complete: its type makes a forgotten one a compile error. */
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => Object.keys(table) as [K, ...K[]];

export const verdictNames = keysOf<Verdict>(english.verdicts);
const reasonNames = keysOf<Reason>(english.reasons);
const warningNames = keysOf<StandingWarning>(english.standingWarnings);
export const problemCodes: [ProblemCode, ...ProblemCode[]] = [...keysOf(STATUS), INTERNAL];

export const time = z.string().regex(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/).meta({ format: "date-time", description: "RFC 3339, in UTC.", examples: ["2026-09-21T13:06:40Z"] });
const address = z.string().regex(/^0x[0-9a-f]{40}$/).describe("An account or identity on the ledger.");
export const did = z.string().regex(/^did:ethr:0x[0-9a-f]+:0x[0-9a-f]{40}$/).describe("The identity as a decentralized identifier, with its chain spelt out.");
const chainHash = z.string().regex(/^0x[0-9a-f]{64}$/);
const root = digest.describe("RFC 9162 Merkle tree hash of the batch.");
const name = z.string().describe("From a trust root's configuration or a grant on the ledger; never from the document.");

export const reason = z.enum(reasonNames).describe("Why a check did not pass. Reasons are added, never renamed.");
export const verdict = z.enum(verdictNames).describe("What all findings amount to. Only authentic is a yes; undetermined means: ask again.");
const standing = z.enum(standings);

const likeness = z.enum(keysOf<Likeness>(english.likenesses)).describe("How the name may deceive a reader: a word of it mixes scripts, or it looks like somebody else's name. Codes are added, never renamed.");

export const party = z.object({ did, address, name: name.optional(), likeness: likeness.optional() });
export const trustRoot = z.object({ did, address, name, documentTypes: z.array(documentType) });

export const block = z
  .object({ chainId: z.int(), number: z.int(), hash: chainHash, time })
  .describe("The newest block. Everything in the answer was read at this one block.");

export const grant = z.object({ grantor: party, grantee: party, documentType, from: time, until: time.optional(), recordedAt: time });

export const reportStanding = z.object({
  standing,
  since: time.optional(),
  reason: z.enum(standingReasons).optional(),
  by: party.optional(),
  account: address.optional(),
  isFinal: z.boolean().describe("Whether no reorganisation takes the statement away any more. Bad news counts before.").optional(),
  replacement: digest.optional(),
});

export const anchor = z.object({
  verdict,
  reason: reason.optional(),
  issuer: party,
  documentType,
  root,
  isFinal: z.boolean().describe("Whether no reorganisation takes the record away any more.").optional(),
  anchoredAt: time.optional(),
  blockNumber: z.int().optional(),
  size: z.int().describe("Leaves in the batch.").optional(),
  account: address.describe("The account that acted for the issuer: its owner or a delegate.").optional(),
  path: z.array(grant).describe("The grants from a trust root to the issuer at the moment of anchoring, root first. Empty for a trust root itself, absent when there is no path.").optional(),
  vouchingRoots: z.array(party).describe("Every trust root from which a path led to the issuer at the moment of anchoring, the nearest first; at most 20.").optional(),
  presentPath: z.array(grant).describe("For rights that last (AEO, TOI, ACR): the grants from a trust root to the issuer now, or at the past moment asked about. Absent when there is no such path.").optional(),
  standing: reportStanding.optional(),
  replaces: z.array(z.object({ leaf: digest.describe("RFC 9162 leaf hash of its digest."), since: time, digest: digest.describe("Where this service anchored it publicly itself: the ledger keeps leaves alone.").optional() }))
    .describe("Of a document that is genuine, or was: the earlier documents of this issuer and type in whose place the issuer put this one, finally; the newest first, at most 20. No verdict rests on it. Absent when there are none, or none are known.").optional(),
});

export const finding = z.object({
  check: z.enum(keysOf<CheckName>({ ...checks, held: true })),
  outcome: z.enum(["passed", "failed", "unknown"]),
  reason: reason.optional(),
});

const saidByCredential = z
  .object({ issuer: z.string(), grantor: party, grantee: party, documentType, from: time, until: time.optional(), mayPassOn: z.boolean(), jurisdiction: z.string().optional() })
  .describe("What a credential says. Nothing of it is true for being here.");

/** Of an object or an array as it stands in somebody else's document. */
const anyObject = z.record(z.string(), z.unknown());

const toldByCredential = z
  .object({
    format: z.enum(credentialFormats),
    type: z.string().describe("Its own type, such as AEOCredential. Absent where it is of none that is known here.").optional(),
    id: z.string().optional(),
    issuer: z.string().describe("The DID that issued it, as it says itself."),
    holder: z.string().describe("The DID that it speaks of.").optional(),
    validFrom: time.optional(),
    validUntil: time.optional(),
    essentials: anyObject.describe("The members of its subject that are for everybody."),
    disclosed: anyObject.describe("The other members of its subject, as they stand in what was judged: those that a holder disclosed, and those that no schema names. Lists keep their places. Absent when there are none, and where a presentation was not shown to be the holder's.").optional(),
    problems: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).describe("Where it departs from the shape of its type.").optional(),
  })
  .describe("What a credential says. Nothing of it is true for being here.");

const toldByCode = z.object({ number: z.string(), date: z.string(), parties: z.array(z.string()), documentType }).describe("What the code of a paper says, for comparing with the paper by eye.");
const toldByPresentation = z.object({ format: z.enum(["vp+jwt", "jwt_vp_json", "dc+sd-jwt"]), holder: z.string().optional() });

const judged = z.object({ verdict: z.string(), reason: z.string().optional() });

/** Of a checked receipt: what is found about its document. */
const toldByReceipt = z
  .object({
    ...{ number: z.string(), digest, documentType: z.string().optional(), checkedAt: z.string() },
    asAt: time.describe("The past moment that the receipt is about. Absent: it is about the moment of the check.").optional(),
    said: judged.describe("What the receipt says was found."),
    then: judged.describe("As at the moment of the check, by all that the ledger says today and by this verifier's trust roots. Absent when the check had not reached the ledger, or names a moment that has not come.").optional(),
    now: judged.describe("How the document stands now."),
  })
  .describe("Of a receipt: its document, judged again.");

const reportMembers = {
  verdict,
  reason: reason.optional(),
  subject: z.object({ digest, documentType: documentType.optional(), hasSeal: z.boolean(), asAt: time.describe("The past moment as at which it was judged. Absent: the report is about the present.").optional(), credential: z.union([toldByCredential, saidByCredential]).optional(), code: toldByCode.optional(), receipt: toldByReceipt.optional(), presentation: toldByPresentation.optional() }),
  flaw: z.string().describe("Of a credential that is not built like one: what is wrong with it.").optional(),
  grant: z.object({ recordedAt: time, blockNumber: z.int(), credentialDigest: digest.describe("Absent where the grant names no credential.").optional() }).describe("Of an accreditation credential: the grant on the ledger that says the same.").optional(),
  findings: z.array(finding).describe("Every check, also the passed ones."),
  issuer: party.optional(),
  anchors: z.array(anchor).describe("Every anchor of these bytes that was found, by any issuer."),
  block: block.optional(),
  checkedAt: time.describe("When the verifier asked, by its own clock."),
  trustRoots: z.array(trustRoot).describe("Whom this verifier believes, for which types."),
};

/** A report on a credential: as on a document. */
export const credentialReport = z.object(reportMembers);
export const report = credentialReport.extend({ credentials: z.array(credentialReport).describe("Of a presentation: a report on each credential in it. The worst counts.").optional() });

/** A challenge, for a holder to sign. */
export const challenge = z.object({
  ...{ challenge: z.string(), audience: z.string(), expiresAt: time },
  answerToken: z.string().describe("Fetches the answer that is handed in: keep it to yourself. Only where handIn was asked for.").optional(),
});

/** A presentation was handed in. */
export const handedIn = z.object({ state: z.literal("handed_in") });

const state = z
  .enum(["accepted", ...writeStates])
  .describe("accepted: stored durably. batched: has a root. sent: on its way. included: in a block, seal available. final: no reorganisation takes it away.");
const id = z.string();

export const documentAccepted = z.object({ id, digest, documentType, state, standing });

/** A line of the answer to `POST /v1/documents:bulk`. */
export const bulkAnswer = z.union([
  z.strictObject({ digest, id, state }),
  z.strictObject({
    line: z.int().describe("The number of the line, counted from 1."),
    error: z.object({ code: z.enum(problemCodes).describe("As in problems."), detail: z.string().describe("What is wrong with the line, for people. It names the field.") }),
  }),
]);

export const document = documentAccepted.extend({
  role: z.enum(partRoles).describe("Which part it is of what was issued together: the credential, its PDF, the code on the paper. Absent for a document that was anchored alone.").optional(),
  reference: z.string().optional(),
  acceptedAt: time.describe("When it was stored here."),
  anchoredAt: time.describe("The time of the block that holds it.").optional(),
  standing: standing.describe("As last acknowledged to you; a verifier sees it once the ledger has it."),
  replacement: digest.optional(),
  root: root.optional(),
  problem: z.string().describe("Why the ledger refuses it, while it does. It is tried again.").optional(),
});

export const standingWord = z.object({
  id,
  speaker: did.describe("You: the word is shown as yours."),
  issuer: did,
  documentType,
  digest,
  standing,
  reason: z.enum(standingReasons).describe("As it goes on the ledger."),
  replacement: digest.optional(),
  state: z.enum(writeStates).describe("batched: stored durably. sent: on its way. included: in a block, verifiers see it. final: no reorganisation takes it away."),
  recordedAt: time.optional(),
  problem: z.string().describe("Why the ledger refuses it, while it does. It is tried again.").optional(),
  warnings: z.array(z.object({ code: z.enum(warningNames), means: z.string() })).describe("What you should know by this verifier's trust roots and index. The word is said all the same: another verifier may see it otherwise."),
});

export const documents = z.object({ documents: z.array(document), next: z.string().describe("The cursor of the next page. Absent on the last.").optional() });

export const seal = z
  .looseObject({
    format: z.literal("tradeseal/1"),
    ledger: z.object({ chainId: z.int(), genesis: chainHash, anchorRegistry: address }),
    issuer: did,
    documentType,
    digest,
    root,
    index: z.int(),
    size: z.int(),
    path: z.array(digest).max(40),
  })
  .describe("The small portable file that leads from a document to its anchor. Written canonically (RFC 8785).");

const hexBytes = z.string().regex(/^0x([0-9a-f]{2})*$/);
const contractProof = z.looseObject({ address, accountProof: z.array(hexBytes), slots: z.array(z.object({ slot: chainHash, proof: z.array(hexBytes) })) });

export const evidence = z
  .looseObject({
    format: z.literal("tradeseal-evidence/1"),
    ledger: z.object({ chainId: z.int(), genesis: chainHash, anchorRegistry: address }),
    block: z.object({ hash: chainHash, header: hexBytes, isFinal: z.boolean() }),
    anchor: contractProof,
    standing: contractProof.optional(),
  })
  .describe("What the ledger keeps of an anchor at one block, with the proofs that lead there from the block's hash.");

const accreditation = z.object({
  documentType,
  by: party,
  from: time,
  until: time.describe("Absent when it has no end.").optional(),
  mayPassOn: z.boolean(),
  recordedAt: time,
  isInForce: z.boolean().describe("Whether a path of grants leads from a trust root to the issuer now."),
});

const isComplete = z.boolean().describe("Whether these are all. When not, none of them is called in force: a withdrawal may be among the others.");

export const issuer = z.object({ did, address, name, accreditations: z.array(accreditation) });
export const issuers = z.object({ issuers: z.array(issuer), isComplete, block });

export const recognition = z.object({
  documentType,
  recogniser: party,
  recognised: party,
  from: time,
  until: time.describe("The first moment at which it is not in force any more. Absent when it has no end.").optional(),
  recordedAt: time,
  mayPassOn: z.boolean().describe("Whether the recognised may recognise others for this type."),
  isInForce: z.boolean().describe("Whether this very grant carries the recognised now, by a path from a trust root."),
  reason: reason.optional(),
  path: z.array(grant).describe("The grants from a trust root to the recognised, this one last. Absent when it is not in force.").optional(),
});
export const recognitions = z.object({ recognitions: z.array(recognition), isComplete, block });

export const trustRoots = z.object({ trustRoots: z.array(trustRoot) });

const contract = z.object({ address, codeHash: chainHash.describe("keccak-256 of the code that stands at the address.") });

export const ledgerFile = z.object({
  format: z.literal("tradeseal-ledger/1"),
  chainId: z.int(),
  genesis: chainHash.describe("Hash of block 0."),
  contracts: z.object({ didRegistry: contract, anchorRegistry: contract, standingRegistry: contract, accreditationRegistry: contract }),
  firstBlock: z.int().min(0).describe("A block before which none of the contracts said anything: reading can begin there, else at block 0.").optional(),
});

export const publicKeyJwk = z.object({ kty: z.enum(["EC", "OKP"]), crv: z.enum(["P-256", "secp256k1", "Ed25519"]), x: z.string(), y: z.string().optional() });
const keyId = z.string().describe("The DID, # and the key's thumbprint (RFC 7638).");

export const didDocument = z
  .object({
    "@context": z.array(z.string()),
    id: z.string(),
    controller: z.string().describe("Of the service's own document: the issuer that answers for receipts, where there is one.").optional(),
    alsoKnownAs: z.array(did).describe("The identity on the ledger that this document mirrors; none for the service itself."),
    verificationMethod: z.array(z.object({ id: keyId, type: z.literal("JsonWebKey2020"), controller: z.string(), publicKeyJwk })),
    authentication: z.array(keyId),
    assertionMethod: z.array(keyId).describe("Keys that may sign credentials."),
    service: z.array(z.object({ id: z.string(), type: z.literal("TradesealOperators"), serviceEndpoint: z.string() })).describe("Where partners ask about operators (docs/operators.md). Absent for a closed identity.").optional(),
  })
  .describe("A DID document. What counts is the ledger: a key that it does not list at the block in question is none of the issuer's.");

export const health = z.object({ status: z.literal("ok") });
export const readiness = z.object({ isReady: z.boolean(), waitingFor: z.array(z.string()) });

export const problem = z
  .object({
    type: z.string().describe("/problems/ and the code."),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes).describe("Switch on this. Codes are added, never renamed."),
    detail: z.string().describe("What was wrong this time, for people. It names the field."),
    requestId: z.string().describe("As in the header X-Request-Id, and in the operator's log."),
    errors: z
      .array(z.object({ pointer: z.string().describe("Where, as a JSON pointer (RFC 6901)."), code: z.string(), detail: z.string().describe("What was expected and what was found.") }))
      .optional()
      .describe("Every place that is wrong, where there are places to name."),
    looksLike: z.object({ address, name: z.string() }).optional().describe("Who has the name that the one asked for may be taken for (name_look_alike)."),
  })
  .describe("Problem details (RFC 9457).");
