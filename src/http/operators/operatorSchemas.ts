// Schemas of the operators' desk, asked and answered. Requests are parsed by these, and openapi.json is made from them.

import { z } from "zod";
import { IDENTIFIER_LIMIT_CHARACTERS, partnerSilences } from "../../core/operators/partnerQuestion.ts";
import { scheme as schemeKind } from "../../core/shapes/identifiers.ts";
import { block, grant, party, problemCodes, reason, reportStanding, time, verdict } from "../openapi/answers.ts";
import { digest, documentType, says } from "../openapi/schemas.ts";

/** Every scheme by which an operator may be asked for: those of credentials, its DID, and its TIN in whatever spelling. */
export const schemes = [...new Set(["DID", "TIN", ...schemeKind.codes])] as [string, ...string[]];

const IS_IDENTIFIER = says(`an identifier of 1 to ${IDENTIFIER_LIMIT_CHARACTERS} characters, at least one of them no blank, point, slash or hyphen`);
const IS_SCHEME = says(`one of ${schemes.join(", ")}`);
const IS_QUESTION = says("a signed question, as docs/operators.md says");

const identifier = z.string(IS_IDENTIFIER).min(1, IS_IDENTIFIER).max(IDENTIFIER_LIMIT_CHARACTERS, IS_IDENTIFIER).regex(/[^\s./_-]/, IS_IDENTIFIER)
  .describe("One of the operator's identifiers, whole: its TIN, EORI, LEI, company number, DID or another. Capitals, blanks, points, slashes and hyphens do not matter; in a DID everything does.");
const scheme = z.enum(schemes, IS_SCHEME).describe("The scheme that the identifier belongs to. Any when absent.");

/** `GET /v1/operators`: the query. A line of `POST /v1/operators:list`. */
export const operatorQuery = z.strictObject({ identifier, scheme: scheme.optional() });

/** `POST /v1/operators:ask`. */
export const partnerQuestion = z.strictObject({ question: z.string(IS_QUESTION).min(1, IS_QUESTION).describe("The signed question (docs/operators.md).") });

const authorisation = z.object({
  documentType: documentType.describe("AEO for an AEO certificate, TOI for a transport-operator identifier."),
  type: z.string(),
  verdict,
  reason: reason.optional(),
  issuer: party,
  name: z.string().describe("The operator's name, as the credential has it.").optional(),
  says: z.record(z.string(), z.unknown()).describe("What the credential says of the authorisation: programme, type, roles and so on, as far as anybody who sees the credential may see it."),
  validFrom: time.optional(),
  validUntil: time.optional(),
  standing: reportStanding.optional(),
  recognition: z.array(grant).describe("The grants by which this verifier's trust roots recognise the issuer now, root first. Empty for a trust root itself; absent when there are none.").optional(),
  foundAt: z.enum(["here", "partner"]).describe("Whether this service issued it, or a partner's gave it. Either way it was judged here."),
  digest: digest.describe("The credential's digest, by which it is anchored."),
});

const silent = z.array(z.object({ authority: party, why: z.enum(partnerSilences) })).describe("Authorities of recognised programmes that were not heard in full. It does not follow that they authorised nobody.");
const isComplete = z.boolean().describe("Whether everybody was heard. When not, nothing follows from what is missing.");

/** `GET /v1/operators`: the answer. */
export const operatorFound = z.object({ authorisations: z.array(authorisation), isComplete, silent, block, checkedAt: time });

/** A line of the answer to `POST /v1/operators:list`. */
export const operatorLine = z.union([
  z.strictObject({
    line: z.int().describe("The number of the line, counted from 1."),
    identifier: z.string().describe("As it was sent."),
    scheme: z.string().optional(),
    answer: z.enum(["known", "nothing_known", "unknown"]).describe("unknown: nothing was found, and not everybody was heard."),
    authorisations: z.array(authorisation),
    isComplete,
    silent: z.array(z.object({ did: z.string(), why: z.enum(partnerSilences) })).optional(),
  }),
  z.strictObject({ line: z.int(), error: z.object({ code: z.enum(problemCodes), detail: z.string() }) }),
]);

/** `POST /v1/operators:ask`: the answer. */
export const partnerAnswer = z.object({
  credentials: z.array(z.object({ question: z.int().describe("The place of the question, counted from 0."), credential: z.string(), publishName: z.boolean().describe("Whether the holder lets anybody be told. When not, only authorities of recognised programmes may be.") })),
  isComplete: z.boolean().describe("Whether that is all that may be told."),
});
