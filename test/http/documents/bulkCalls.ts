// Bulk requests for tests: sent piece by piece, read line by line.

import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { createHash } from "node:crypto";
import type { Digest } from "../../../src/core/digest.ts";
import type { ServiceInTest } from "../serviceInTest.ts";

export const BULK = "/v1/documents:bulk";

/** The digest of a name. */
export const digestFor = (name: string): Digest => createHash("sha256").update(name).digest("hex") as Digest;

/** A line that asks for a document. */
export const lineFor = (name: string, more: object = {}): string => `${JSON.stringify({ digest: digestFor(name), documentType: "861", ...more })}\n`;

/** A bulk request that has begun. */
export interface Exchange {
  readonly upload: ClientRequest;
  readonly response: Promise<IncomingMessage>;
}

/** Begins a bulk request; nothing is sent of it yet but its head. */
export function beginBulk({ port, keys }: Pick<ServiceInTest, "port" | "keys">, headers: Record<string, string> = {}): Exchange {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const upload = httpRequest({ port, path: BULK, method: "POST", headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${keys.chamber}`, ...headers } }, resolve);
  upload.on("error", reject);
  promise.catch(() => {});
  upload.flushHeaders();
  return { upload, response: promise };
}

/** Sends the whole body, and gives the answer's lines and how it ended. */
export async function sendBulk(service: ServiceInTest, body: string | Uint8Array): Promise<{ lines: Answer[]; isWhole: boolean; status: number }> {
  const { upload, response } = beginBulk(service);
  upload.end(body);
  const answer = await response;
  return { status: answer.statusCode!, ...(await linesIn(answer)) };
}

/** A line of an answer. */
export type Answer = { digest?: string; id?: string; state?: string; line?: number; error?: { code: string; detail: string } };

/** All lines of an answer, and whether it ended properly. */
export async function linesIn(response: IncomingMessage): Promise<{ lines: Answer[]; isWhole: boolean }> {
  let text = "";
  response.setEncoding("utf8").on("data", (piece) => (text += piece)).on("error", () => {});
  await new Promise((resolve) => response.once("close", resolve));
  return { lines: text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Answer), isWhole: response.complete };
}
