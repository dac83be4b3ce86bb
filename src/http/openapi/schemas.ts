// Schemas of requests. Requests are parsed by these, and openapi.json is made from them: there is no second description.

import { z } from "zod";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { JWS_LIMIT_BYTES } from "../../core/credentials/jws.ts";
import { standings } from "../../core/ledger.ts";
import { momentFrom } from "../../core/moment.ts";
import { languageTags } from "../../words/languages.ts";

/** What the fault says that a field must be. */
export const says = (error: string): { error: string } => ({ error });

const IS_DIGEST = says("64 lower-case hex characters, the SHA-256 of the document's bytes");
const IS_TYPE = says("1 to 8 capital letters or digits, for example 861 (certificate of origin) or AEO");
const IS_FLAG = says("true or false");
const IS_TEXT = says("text of 1 to 200 characters without control characters");
const IS_IDENTITY = says("an address, 0x and 40 hex characters, or a did:ethr that names its chain");
const IS_STANDING = says("suspended, active, revoked or replaced");
const IS_MOMENT = says("a past moment with its zone (RFC 3339), for example 2026-05-01T12:00:00Z");
const IS_CREDENTIAL = says("a signed credential, as text of at most 61,440 characters");
const IS_AUDIENCE = says("text of 1 to 500 characters without control characters");
const IS_CODE = says("the code of a paper, as text of at most 2,048 characters");
const IS_CHALLENGE = says("a challenge of 1 to 200 visible ASCII characters");
/** A code has at most 560 characters; an address may stand before it. */
const CODE_TEXT_LIMIT = 2_048;
const IS_SEAL = says("a seal, as a JSON object or as text that holds one");

/** A cast, not a transformation: the pattern is the whole of what the type promises. */
const branded = <T>(schema: z.ZodType<string>): z.ZodType<T, string> => schema as unknown as z.ZodType<T, string>;

export const digest = branded<Digest>(z.string(IS_DIGEST).regex(/^[0-9a-f]{64}$/, IS_DIGEST)).meta({
  description: "SHA-256 of a document's bytes, as 64 lower-case hex characters.",
  examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
});

export const documentType = branded<DocumentType>(z.string(IS_TYPE).regex(/^[A-Z0-9]{1,8}$/, IS_TYPE)).meta({
  description: "UN/CEFACT code list 1001 number where there is one (861 certificate of origin, 380 commercial invoice, 705 bill of lading, 851 phytosanitary certificate), else a code of ours (AEO, TOI, ACR, RCT).",
  examples: ["861"],
});

/** One line of text by which an issuer knows something. The pattern does without Unicode classes, so that every JSON Schema reader takes it alike. */
const text = z.string(IS_TEXT).regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,200}$/, IS_TEXT);
const reference = text.describe("Your own name for the document, kept with it and shown to you alone.").optional();
const formFlag = z.enum(["true", "false"], IS_FLAG);

const PUBLISH = "Whether the ledger names the document's leaf, so that anybody finds it by its bytes alone. With false only the root of its batch is recorded, and a verifier needs the seal. true when absent.";
const REANCHOR = "Asks for a new anchor though these bytes are anchored already: for a document anchored before its issuer was accredited. false when absent.";

/** `POST /v1/documents` as JSON. */
export const documentRequest = z.strictObject({
  digest,
  documentType,
  publish: z.boolean(IS_FLAG).describe(PUBLISH).optional(),
  reference,
  reanchor: z.boolean(IS_FLAG).describe(REANCHOR).optional(),
});

/** A line of `POST /v1/documents:bulk`. No reanchor: a line that is sent again must change nothing. */
export const bulkLine = documentRequest.omit({ reanchor: true });

/** `POST /v1/documents` as multipart: the text parts. */
export const documentForm = z.strictObject({
  documentType,
  publish: formFlag.describe(PUBLISH).optional(),
  reference,
  reanchor: formFlag.describe(REANCHOR).optional(),
});

const IS_LIMIT = says("a whole number from 1 to 100");
/** How many to list; a query's numbers are text. */
export const limit = z.string(IS_LIMIT).regex(/^([1-9]\d?|100)$/, IS_LIMIT).transform(Number).optional();
/** The language of what is printed. */
export const paperLanguage = z.enum(languageTags, says(`one of ${languageTags.join(", ")}`));
const IS_ACCEPTED = says("a moment with its zone (RFC 3339), for example 2026-05-01T00:00:00Z");
/** A moment in a query, as Unix seconds once it is read. */
const accepted = z.string(IS_ACCEPTED).refine((written) => momentFrom(written) !== null, IS_ACCEPTED).transform((written) => momentFrom(written)!).optional();
const IS_STATE = says("accepted, batched, sent, included or final");

/** `GET /v1/documents`: the query. */
export const documentsQuery = z.strictObject({
  digest: digest.optional(),
  documentType: documentType.optional(),
  reference,
  state: z.enum(["accepted", "batched", "sent", "included", "final"], IS_STATE).optional(),
  acceptedFrom: accepted,
  acceptedUntil: accepted,
  limit,
  cursor: z.string().optional(),
});

const standingChange = {
  standing: z.enum(standings, IS_STANDING).describe("suspended and active alternate; revoked and replaced are final."),
  replacement: digest.describe("Digest of the new document. With replaced, and only with it.").optional(),
  reason: text
    .describe(
      "One of: unspecified, issued_in_error, wrong_content, lost_or_stolen, fraud, holder_request, under_investigation, conditions_no_longer_met, superseded, ended. It goes on the ledger. Any other text is kept as a private note, and the ledger says unspecified.",
    )
    .optional(),
};

/** `PUT /v1/documents/{id}/standing`. */
export const standingRequest = z.strictObject(standingChange);

export const identity = z.string(IS_IDENTITY).regex(/^(did:ethr:0x[1-9a-f][0-9a-f]{0,13}:)?0x[0-9a-fA-F]{40}$/, IS_IDENTITY);

/** `POST /v1/standings`. */
export const standingWordRequest = z.strictObject({
  issuer: identity.describe("Who anchored the document: its DID with the chain spelt out, or its address."),
  documentType,
  digest,
  ...standingChange,
});

/** A moment of the past, as Unix seconds once it is read. */
const asAt = z
  .string(IS_MOMENT)
  .regex(/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/, IS_MOMENT)
  .refine((text) => momentFrom(text) !== null, IS_MOMENT)
  .meta({
    format: "date-time",
    description: "A past moment, RFC 3339 with its zone: the document is judged as it stood then, by what the ledger says today. Fractions of a second are dropped. The report repeats it and says nothing about the present. A moment that has not come yet is refused.",
    examples: ["2026-05-01T12:00:00Z"],
  })
  .optional();

export const sealGiven = z.union([z.string(), z.looseObject({})], IS_SEAL).describe("The seal, as a JSON object or as text that holds one. With it, only the seal's own issuer and type are judged.");

/** `POST /v1/verifications` as JSON. */
export const verificationRequest = z.strictObject({
  digest,
  seal: sealGiven.optional(),
  documentType: documentType.describe("The type that you expect. A document of another type is then not_entitled, with the reason other_type.").optional(),
  issuer: identity.describe("The issuer that you expect: its DID with the chain spelt out, or its address. Anchors of others do not count.").optional(),
  asAt,
});

const signed = z.string(IS_CREDENTIAL).min(1, IS_CREDENTIAL).max(JWS_LIMIT_BYTES, IS_CREDENTIAL);
const audience = z.string(IS_AUDIENCE).regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{1,500}$/, IS_AUDIENCE).meta({ description: "For whom the presentation is made: your own name, as a DID or an address. Compared character by character.", examples: ["https://border.example"] });

/** `POST /v1/verifications` as JSON, with something signed in place of a document. */
export const signedVerifications = {
  credential: z.strictObject({ credential: signed.describe("A signed credential: vc+jwt (data model 2.0, VC-JOSE-COSE), a VC-JWT of data model 1.1, or dc+sd-jwt without key binding.") }),
  code: z.strictObject({ code: z.string(IS_CODE).min(1, IS_CODE).max(CODE_TEXT_LIMIT, IS_CODE).describe("The code of a paper (tradeseal-code/1), alone or with the address before it.") }),
  presentation: z.strictObject({
    presentation: signed.describe("A signed presentation: vp+jwt, a VP-JWT of data model 1.1, or dc+sd-jwt with key binding."),
    challenge: z.string(IS_CHALLENGE).regex(/^[\x21-\x7e]{1,200}$/, IS_CHALLENGE).describe("The challenge that the holder was given, from POST /v1/challenges. It is used up, whatever the verdict."),
    audience,
  }),
} as const;

/** `POST /v1/challenges`. */
export const challengeRequest = z.strictObject({
  audience,
  handIn: z.boolean(IS_FLAG).describe("Whether the holder may hand its presentation in at this service. Then the answer has an answerToken. false when absent.").optional(),
});

/** `POST /v1/challenges/{challenge}/presentation`. */
export const handInRequest = z.strictObject({ presentation: signed.describe("The presentation, signed for this challenge and its audience.") });

/** `POST /v1/verifications` as multipart: the text parts beside the seal. */
export const verificationForm = z.strictObject({ documentType: documentType.optional(), asAt });
