// Schemas of credentials, asked for and answered. Requests are parsed by these, and openapi.json is made from them.

import { z } from "zod";
import { credentialFormats, issuableTypes } from "../../core/credentials/formats.ts";
import { operatorStatuses } from "../../core/operators/operatorStatus.ts";
import { standings } from "../../core/ledger.ts";
import { algorithms } from "../../core/publicKey.ts";
import { partRoles } from "../../flows/issuing/issuancePorts.ts";
import { limit, paperLanguage, says, standingRequest } from "../openapi/schemas.ts";

const IS_TYPE = says(issuableTypes.join(", "));
const IS_FORMAT = says(credentialFormats.join(", "));
const IS_ALGORITHM = says(algorithms.join(", "));
const IS_OBJECT = says("an object");
const IS_CONSENT = says('an object with "publishName" and "shareWithMraPartners", each true or false');
const IS_MOMENT = says("a moment with its zone (RFC 3339), such as 2026-01-15T00:00:00Z");
const IS_STATUS = says(operatorStatuses.join(", "));

/** What a holder lets this service tell. Kept here, never signed. */
export const consent = z
  .strictObject(
    {
      publishName: z.boolean(IS_CONSENT).describe("Anybody who asks for the operator by one of its identifiers may be told its name."),
      shareWithMraPartners: z.boolean(IS_CONSENT).describe("Authorities of partners in mutual recognition may be told what is not public."),
    },
    IS_CONSENT,
  )
  .describe("What the holder lets this service tell others. It is kept here, not signed, and can be taken back at once. Nothing is told unless it is given.");

/** `POST /v1/credentials`. */
export const credentialRequest = z.strictObject({
  type: z.enum(issuableTypes, IS_TYPE).describe("What it is: an AEO certificate (anchored as AEO), a transport-operator identifier (TOI), a certificate of origin (861)."),
  format: z.enum(credentialFormats, IS_FORMAT).describe("vc+jwt: data model 2.0, VC-JOSE-COSE. jwt_vc_json: data model 1.1 as JWT. dc+sd-jwt: SD-JWT VC, of which the holder shows what is asked for."),
  algorithm: z.enum(algorithms, IS_ALGORITHM).describe("ES256 when absent. A key of the algorithm is made and listed on the ledger where there is none yet.").optional(),
  credentialSubject: z.looseObject({}, IS_OBJECT).describe("What it says, by the shape of its type: see /schemas. Members that no shape names are kept and signed."),
  validFrom: z.string(IS_MOMENT).describe("From when it holds, RFC 3339 with its zone. Now when absent.").optional(),
  validUntil: z.string(IS_MOMENT).describe("Until when. When absent: three years (AEO certificate) or one (the others) after validFrom, counted as 365 days each.").optional(),
  consent: consent.optional(),
  document: z.boolean(says("true or false")).describe("Whether a PDF is made, too, with a code on it, all of one issuance. When absent, for certificates of origin; AEO certificates have one when it is asked for; other types have none.").optional(),
  language: paperLanguage.describe("The language of that PDF. When absent, the one that credentialSubject.document.language names, else en.").optional(),
});

/** `PUT /v1/credentials/{id}/standing`: as for documents, or in the words of the transport operators' data bank. */
export const credentialStandingRequest = z.union([
  standingRequest,
  z.strictObject({
    status: z.enum(operatorStatuses, IS_STATUS).describe("Transport-operator identifiers only. withdrawn: revoked, conditions_no_longer_met. end_of_activity: revoked, ended. excluded: suspended, conditions_no_longer_met. approved: active."),
  }),
]);

/** `GET /v1/credentials`: the query. */
export const credentialsQuery = z.strictObject({ limit, cursor: z.string().optional() });

const time = z.string().meta({ format: "date-time" });

/** A part of an issuance. */
export const issuedPart = z.object({ role: z.enum(partRoles), id: z.string(), digest: z.string(), href: z.string().describe("Where its bytes are, for a PDF that was made here; else where its state is.") });

const issued = {
  id: z.string(),
  format: z.enum(credentialFormats),
  credential: z.string().describe("As it was signed. An SD-JWT comes with all its disclosures: hand it to the holder alone."),
  digest: z.string().describe("SHA-256 of the signing input, by which it is anchored."),
  state: z.enum(["accepted", "batched", "sent", "included", "final"]).describe("How far its anchor has come."),
  documents: z.array(issuedPart).describe("Everything that was issued with it, where there is more than the credential: each is found at /v1/documents.").optional(),
};

/** What `POST /v1/credentials` answers. */
export const credentialIssued = z.object(issued);

/** What `GET /v1/credentials/{id}` answers. */
export const credentialView = z.object({
  ...issued,
  type: z.string(),
  documentId: z.string().describe("The document that it is anchored as, at /v1/documents."),
  validFrom: time,
  validUntil: time.optional(),
  issuedAt: time,
  anchoredAt: time.optional(),
  standing: z.enum(standings).describe("As last acknowledged."),
  replacement: z.string().optional(),
  consent,
});

/** What `GET /v1/credentials` answers. */
export const credentials = z.object({ credentials: z.array(credentialView), next: z.string().describe("The cursor of the next page; absent on the last one.").optional() });
