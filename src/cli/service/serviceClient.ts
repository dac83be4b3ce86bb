// The service as the command line uses it, over HTTP.

import { setTimeout as pause } from "node:timers/promises";
import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { Standing } from "../../core/ledger.ts";
import { dateOf, type Report } from "../../core/report.ts";
import { readReport } from "../../core/reportReader.ts";
import { writeSeal, type Seal } from "../../core/seal.ts";
import { readAcceptAnswers } from "./acceptAnswers.ts";
import { digestOfClaimed, type AccreditationReport } from "../../flows/verifying/verifyAccreditation.ts";
import type { CredentialReport } from "../../flows/verifying/verifyCredential.ts";
import { faultFrom, silenceOf } from "./serviceFaults.ts";
import { streamedAnswer, type StreamedQuestion } from "./streamedAnswer.ts";

/** A document as its issuer sees it. */
export interface DocumentAnswer {
  readonly id: string;
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly state: "accepted" | "batched" | "sent" | "included" | "final";
  readonly standing: Standing;
  readonly anchoredAt?: string;
  readonly root?: string;
  /** Why the ledger refuses it, while it does. */
  readonly problem?: string;
}

/** A document to be accepted. */
export interface AcceptRequest {
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly reference?: string;
}

/** A document that was accepted, and how far it has come. */
export type AcceptAnswer = Pick<DocumentAnswer, "id" | "digest" | "state">;

/** A word about another's document, as its speaker sees it. */
export interface StandingWordAnswer {
  readonly id: string;
  readonly state: DocumentAnswer["state"];
  readonly standing: Standing;
  readonly problem?: string;
  readonly warnings: readonly { readonly code: string; readonly means: string }[];
}

/** What is asked of a service. Every call throws `service_unreachable` when no answer comes, or none with sense. */
export interface ServiceClient {
  readonly url: string;
  verify(question: { digest: Digest; seal: Seal | null; documentType: DocumentType | null; asAt?: number | null }): Promise<Report>;
  /** Has them accepted, now or before, and tells in their order how far they have come. At most a thousand. Throws what the service says against one of them. */
  acceptMany(requests: readonly AcceptRequest[]): Promise<readonly AcceptAnswer[]>;
  /** Judges a signed credential. */
  verifyCredential(text: string): Promise<AccreditationReport | CredentialReport>;
  document(id: string): Promise<DocumentAnswer>;
  documentsWith(digest: Digest, documentType: DocumentType | null): Promise<readonly DocumentAnswer[]>;
  /** The text of the document's seal. Throws `not_anchored_yet` before there is one. */
  seal(id: string): Promise<string>;
  setStanding(id: string, change: { standing: Standing; replacement?: Digest; reason?: string }): Promise<DocumentAnswer>;
  /** Says something about another's document. */
  takeBack(word: { issuer: string; documentType: DocumentType; digest: Digest; standing: Standing; replacement?: Digest; reason?: string }): Promise<StandingWordAnswer>;
  standingWord(id: string): Promise<StandingWordAnswer>;
  /** Asks for anything else; the answer is a JSON object, empty where the service has nothing to say. */
  ask(method: string, path: string, body?: object): Promise<Readonly<Record<string, unknown>>>;
  /** Sends a text, and gives the answer line by line as it comes. */
  stream(path: string, question: StreamedQuestion): AsyncGenerator<string>;
}

/** Where a service is, and how it is asked. */
export interface ServiceAccess {
  readonly url: string;
  /** Needed for what only issuers may do. */
  readonly apiKey: string | null;
  /** How long one answer may take. */
  readonly patienceSeconds: number;
  /** Aborted when nothing more is to be asked. */
  readonly signal?: AbortSignal;
}

/** The service that `access` leads to. */
export function serviceAt(access: ServiceAccess): ServiceClient {
  const { url } = access;
  const ask = <T>(method: string, path: string, body?: object): Promise<T> => requestJson({ access, method, path, body });
  const documentFrom = (answer: unknown): DocumentAnswer => (isDocument(answer) ? answer : nonsense(url));
  const wordFrom = (answer: unknown): StandingWordAnswer => (isStandingWord(answer) ? answer : nonsense(url));
  return {
    url,
    ask,
    stream: (path, question) => streamedAnswer(access, path, question),
    async verify({ digest, seal, documentType, asAt = null }) {
      const question = { digest, ...(seal === null ? {} : { seal: writeSeal(seal) }), ...(documentType === null ? {} : { documentType }), ...(asAt === null ? {} : { asAt: dateOf(asAt) }) };
      const report = readReport(await ask("POST", "/v1/verifications", question), { digest, hasSeal: seal !== null, asAt });
      return report ?? nonsense(url);
    },
    acceptMany: async (requests) => readAcceptAnswers(await requestText({ access, method: "POST", path: "/v1/documents:bulk", lines: requests }), requests) ?? nonsense(url),
    async verifyCredential(text) {
      const report = readReport(await ask("POST", "/v1/verifications", { credential: text }), { digest: digestOfClaimed(text), hasSeal: false });
      return report === null ? nonsense(url) : (report as AccreditationReport | CredentialReport);
    },
    document: async (id) => documentFrom(await ask("GET", `/v1/documents/${encodeURIComponent(id)}`)),
    async documentsWith(digest, documentType) {
      const query = new URLSearchParams({ digest, ...(documentType === null ? {} : { documentType }) });
      const { documents } = await ask<{ documents?: unknown }>("GET", `/v1/documents?${query}`);
      return Array.isArray(documents) ? documents.map(documentFrom) : nonsense(url);
    },
    seal: (id) => requestText({ access, method: "GET", path: `/v1/documents/${encodeURIComponent(id)}/seal` }),
    setStanding: async (id, change) => documentFrom(await ask("PUT", `/v1/documents/${encodeURIComponent(id)}/standing`, change)),
    takeBack: async (word) => wordFrom(await ask("POST", "/v1/standings", word)),
    standingWord: async (id) => wordFrom(await ask("GET", `/v1/standings/${encodeURIComponent(id)}`)),
  };
}

function isStandingWord(value: unknown): value is StandingWordAnswer {
  if (typeof value !== "object" || value === null) return false;
  const { id, state, standing, warnings } = value as Record<string, unknown>;
  const isWarning = (warning: unknown): boolean => typeof (warning as { means?: unknown } | null)?.means === "string";
  return [id, state, standing].every((member) => typeof member === "string") && Array.isArray(warnings) && warnings.every(isWarning);
}

function isDocument(value: unknown): value is DocumentAnswer {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["id", "digest", "documentType", "state", "standing"];
  return texts.every((name) => typeof (value as Record<string, unknown>)[name] === "string");
}

function nonsense(url: string): never {
  throw new Fault("service_unreachable", `What answers at ${url} does not answer as a Tradeseal service does.`);
}

interface Request {
  readonly access: ServiceAccess;
  readonly method: string;
  readonly path: string;
  readonly body?: object | undefined;
  /** Sent as lines of JSON, in place of `body`. */
  readonly lines?: readonly object[];
}

async function requestJson<T>(request: Request): Promise<T> {
  const text = await requestText(request);
  if (text === "") return {} as T;
  try {
    const value = JSON.parse(text) as T;
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below.
  }
  return nonsense(request.access.url);
}

/** A service that is busy is asked again, at its own pace. Each of our calls may be repeated without harm. */
const TRIES = 5;
const LONGEST_PAUSE_SECONDS = 60;

async function requestText(request: Request): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const response = await send(request);
    if (response.isOk) return response.text;
    const fault = faultFrom(response, request.access.url);
    const isBusy = fault.code === "too_many_requests" || fault.code === "overloaded" || fault.code === "store_unavailable";
    if (!isBusy || tries === TRIES) throw fault;
    await pause(Math.min(response.retryAfterSeconds, LONGEST_PAUSE_SECONDS) * 1000, undefined, { signal: request.access.signal });
  }
}

/** An answer, whatever it says. */
export interface Answer {
  readonly isOk: boolean;
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds: number;
}

async function send({ access: { url, apiKey, patienceSeconds, signal }, method, path, body, lines }: Request): Promise<Answer> {
  const content = lines !== undefined ? { type: NDJSON, text: lines.map((line) => `${JSON.stringify(line)}\n`).join("") } : body !== undefined ? { type: "application/json", text: JSON.stringify(body) } : null;
  const headers = {
    Accept: lines === undefined ? "application/json" : `${NDJSON}, application/json`,
    ...(content === null ? {} : { "Content-Type": content.type }),
    ...(apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` }),
  };
  try {
    const late = AbortSignal.timeout(patienceSeconds * 1000);
    // A redirect could carry key and question to somebody else.
    const init = { method, headers, redirect: "error" as const, signal: signal === undefined ? late : AbortSignal.any([late, signal]), ...(content === null ? {} : { body: content.text }) };
    const response = await fetch(url + path, init);
    const text = await textOf(response);
    return { isOk: response.ok, status: response.status, text, retryAfterSeconds: Number(response.headers.get("Retry-After")) || 1 };
  } catch (error) {
    throw silenceOf(error, url, patienceSeconds);
  }
}

const NDJSON = "application/x-ndjson";

/** No honest answer is larger. */
const ANSWER_LIMIT_BYTES = 16 * 2 ** 20;

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > ANSWER_LIMIT_BYTES) throw new RangeError("its answer is too large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
