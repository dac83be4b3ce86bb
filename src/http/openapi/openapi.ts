// openapi.json (OpenAPI 3.1), made from the schemas and the list of operations.

import type { Express } from "express";
import { z } from "zod";
import * as answers from "./answers.ts";
import * as devices from "../pages/deviceSchemas.ts";
import * as credentials from "../credentials/credentialSchemas.ts";
import { description } from "./openapiText.ts";
import { operations, problemsOf, refTo, type Operation } from "./operations.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import * as following from "../following/followSchemas.ts";
import * as granting from "../trust/grantSchemas.ts";
import * as operators from "../operators/operatorSchemas.ts";
import * as own from "../issuers/ownSchemas.ts";
import * as papers from "../papers/paperSchemas.ts";
import * as receipts from "../papers/receiptSchemas.ts";
import * as requests from "./schemas.ts";
import { graphGrant, graphStatement, trustGraph } from "../trust/trustGraphSchemas.ts";

/** An OpenAPI document, as far as the page of documentation reads it. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, PathOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface PathOperation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export type Content = Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;

const part = (contentMediaType: string, description: string): z.ZodType => z.string().meta({ contentMediaType, description });
/** What a form brings beside its text parts. It is never held as text, so only the description has it. Parts come in any order. */
const file = part("application/octet-stream", "The document. It is hashed as it arrives and kept nowhere.");
const seal = part("application/json", "The seal, as text or as a file.").optional();

/** Schemas that have a name in the description. */
const named: Readonly<Record<string, z.ZodType>> = {
  Digest: requests.digest,
  DocumentType: requests.documentType,
  VerificationRequest: z.union([requests.verificationRequest, ...Object.values(requests.signedVerifications)]),
  VerificationForm: requests.verificationForm.extend({ file, seal }),
  ChallengeRequest: requests.challengeRequest,
  Challenge: answers.challenge,
  HandInRequest: requests.handInRequest,
  HandedIn: answers.handedIn,
  CredentialReport: answers.credentialReport,
  DocumentRequest: requests.documentRequest,
  DocumentForm: requests.documentForm.extend({ file }),
  BulkLine: requests.bulkLine,
  BulkAnswer: answers.bulkAnswer,
  StandingRequest: requests.standingRequest,
  StandingWordRequest: requests.standingWordRequest,
  StandingWord: answers.standingWord,
  Report: answers.report,
  Finding: answers.finding,
  Anchor: answers.anchor,
  Grant: answers.grant,
  Party: answers.party,
  Block: answers.block,
  TrustRoot: answers.trustRoot,
  TrustRoots: answers.trustRoots,
  TrustGraph: trustGraph,
  GraphGrant: graphGrant,
  GraphStatement: graphStatement,
  Issuers: answers.issuers,
  Recognitions: answers.recognitions,
  DocumentAccepted: answers.documentAccepted,
  Document: answers.document,
  Documents: answers.documents,
  Seal: answers.seal,
  Evidence: answers.evidence,
  CredentialRequest: credentials.credentialRequest,
  CredentialIssued: credentials.credentialIssued,
  CredentialView: credentials.credentialView,
  Credentials: credentials.credentials,
  CredentialStandingRequest: credentials.credentialStandingRequest,
  Consent: credentials.consent,
  GrantRequest: granting.grantRequest,
  WithdrawalRequest: granting.withdrawalRequest,
  GrantsAccepted: granting.grantsAccepted,
  GrantView: granting.grantView,
  Grants: granting.grants,
  CodeRequest: papers.codeRequest,
  CodeMade: papers.codeMade,
  PaperRequest: papers.paperRequest,
  PaperAccepted: papers.paperAccepted,
  CertificateQuestion: papers.certificateQuestion,
  CertificateFound: papers.certificateFound,
  ReceiptRequest: receipts.receiptRequest,
  Receipt: receipts.receipt,
  ReceiptMade: receipts.receiptMade,
  OperatorQuery: operators.operatorQuery,
  OperatorFound: operators.operatorFound,
  OperatorLine: operators.operatorLine,
  PartnerQuestion: operators.partnerQuestion,
  PartnerAnswer: operators.partnerAnswer,
  Me: own.me,
  OwnKeys: own.ownKeys,
  OwnIdentity: own.ownIdentity,
  WebhookRequest: following.webhookRequest,
  ReplayRequest: following.replayRequest,
  Webhook: following.webhook,
  WebhookMade: following.webhookMade,
  Webhooks: following.webhooks,
  WebhookRotated: following.webhookRotated,
  Failures: following.failures,
  Replayed: following.replayed,
  Event: following.event,
  WatchRequest: following.watchRequest,
  Watch: following.watch,
  Watches: following.watches,
  LedgerFile: answers.ledgerFile,
  DidDocument: answers.didDocument,
  IssuerKeys: devices.issuerKeys,
  Snapshot: devices.snapshot,
  Health: answers.health,
  Readiness: answers.readiness,
  Problem: answers.problem,
};

/** The description of the service that is found at `url`. */
export function openApiFor(url: string): OpenApi {
  const document = {
    openapi: "3.1.0",
    info: { title: "Tradeseal", version: "1.0.0", description: description(), license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url }],
    tags: [
      { name: "Verify", description: "For anyone, without a key." },
      { name: "Issue", description: "For issuers, with their API key." },
      { name: "Follow", description: "For anyone with an API key: be told what became of documents." },
      { name: "Accredit", description: "For authorities, with their API key." },
      { name: "Service", description: "About the service itself." },
    ],
    paths: pathsOf(operations),
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "An issuer's API key." } }, schemas: schemasByName() },
  };
  return document as unknown as OpenApi;
}

function schemasByName(): Record<string, object> {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) names.add(schema, { id });
  const { schemas } = z.toJSONSchema(names, { uri: (id) => refTo(id).$ref, io: "input", metadata: z.globalRegistry });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]));
}

function pathsOf(list: readonly Operation[]): Record<string, Record<string, object>> {
  const byPath = Map.groupBy(list, ({ path }) => path);
  return Object.fromEntries([...byPath].map(([path, own]) => [path, Object.fromEntries(own.map((operation) => [operation.method, written(operation)]))]));
}

function written(operation: Operation): object {
  const { tag, summary, description: says, needsKey, parameters, body, success } = operation;
  const { status, says: meaning, content, headers } = success;
  const answer = { description: meaning, ...(headers === undefined ? {} : { headers }), ...(content === undefined ? {} : { content }) };
  const refusals = [...problemsOf(operation)].map(([code, codes]) => [String(code), refusal(codes)]);
  return {
    tags: [tag],
    summary,
    ...(says === undefined ? {} : { description: says }),
    ...(needsKey === undefined ? {} : { security: [{ apiKey: [] }] }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: body } }),
    responses: { [String(status)]: answer, ...Object.fromEntries(refusals) },
  };
}

const refusal = (codes: readonly string[]): object => ({
  description: codes.join(", "),
  content: { "application/problem+json": { schema: refTo("Problem") } },
});

/** Adds `/openapi.json`. */
export function addOpenApi(app: Express, { publicUrl }: Pick<ServiceParts, "publicUrl">): void {
  const document = openApiFor(publicUrl);
  addResource(app, { path: "/openapi.json", audience: "anyone", get: [(_request, response) => void response.json(document)] });
}
