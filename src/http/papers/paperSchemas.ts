// Schemas of papers: codes to be printed, papers with their codes, certificates looked up by their numbers.

import { z } from "zod";
import { knownThings } from "../../flows/issuing/findCertificate.ts";
import { CODE_LIMIT_CHARACTERS } from "../../core/paperCode.ts";
import { report } from "../openapi/answers.ts";
import { issuedPart } from "../credentials/credentialSchemas.ts";
import { digest, documentType, identity, says } from "../openapi/schemas.ts";

const IS_NUMBER = says("the paper's own number, 1 to 40 characters without control characters");
const IS_DAY = says("a day, as YYYY-MM-DD");
const IS_PARTIES = says("at most three names, each of 1 to 200 characters");
const IS_CODE = says("a code as it was answered: 1.….…");
const IS_KNOWN = says(`an object with thing (one of ${knownThings.join(", ")}) and value (1 to 200 characters)`);

const number = z.string(IS_NUMBER).regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,40}$/, IS_NUMBER).describe("The number that is printed on the paper.");

/** `POST /v1/codes`. */
export const codeRequest = z.strictObject({
  documentType,
  number,
  date: z.string(IS_DAY).regex(/^\d{4}-\d\d-\d\d$/, IS_DAY).describe("The day of issue, as it is printed."),
  parties: z.array(z.string(IS_PARTIES).min(1, IS_PARTIES).max(200, IS_PARTIES), IS_PARTIES).max(3, IS_PARTIES).describe("Those the paper is about, in its order. Long names are clipped. Absent: none.").optional(),
});

/** `POST /v1/codes`: the answer. */
export const codeMade = z.object({ code: z.string().describe("The code, docs/code-format.md."), link: z.string().describe("What the QR code spells: the code behind the address of this service's page."), digest, documentType });

/** `POST /v1/papers`. */
export const paperRequest = z.strictObject({
  digest: digest.describe("SHA-256 of the paper's file, with the code on it."),
  code: z.string(IS_CODE).min(1, IS_CODE).max(CODE_LIMIT_CHARACTERS, IS_CODE).describe("The code that stands on it."),
});

/** `POST /v1/papers`: the answer. */
export const paperAccepted = z.object({ id: z.string().describe("The issuance's."), state: z.literal("accepted"), documents: z.array(issuedPart) });

/** `POST /v1/certificates:find`. */
export const certificateQuestion = z.strictObject({
  issuer: identity.describe("Who issued it: its DID with the chain spelt out, or its address."),
  number,
  documentType: documentType.optional().describe("861 when absent."),
  knows: z.strictObject({ thing: z.enum(knownThings, IS_KNOWN), value: z.string(IS_KNOWN).min(1, IS_KNOWN).max(200, IS_KNOWN) }, IS_KNOWN).describe("One more thing that stands on the paper. Capitals, blanks and points do not matter."),
});

/** `POST /v1/certificates:find`: the answer. */
export const certificateFound = z.object({
  certificate: z.object({ number: z.string(), issueDate: z.string(), documentType, digest: digest.describe("SHA-256 of the certificate's PDF as it was issued."), isCopy: z.boolean().describe("Whether it is a certified true copy, which its paper says. A paper of this number that does not say so is another one: what was lost.") }),
  report: report.describe("The judgement on that PDF as this issuer's, now: anchors of others do not count."),
});
