// Bodies: JSON read strictly from a request, within limits of size and time.

import type { Request } from "express";
import { Fault } from "../../core/fault.ts";
import { parseJson, type Json } from "../../core/json.ts";

/** A request with a seal in it has a few kilobytes. */
const JSON_LIMIT_BYTES = 65_536;

/** Which of the two kinds of body the request carries. Throws `media_type_unsupported`. */
export function bodyKindOf(request: Request): "json" | "multipart" {
  const { mediaType, isUtf8 } = contentOf(request);
  if (mediaType === "multipart/form-data") return "multipart";
  if (mediaType === "application/json" && isUtf8) return "json";
  throw new Fault("media_type_unsupported", "The Content-Type must be application/json (in UTF-8) or multipart/form-data.");
}

/** Refuses a body that is not lines of JSON. Throws `media_type_unsupported`. */
export function refuseOtherThanLines(request: Request): void {
  const { mediaType, isUtf8 } = contentOf(request);
  if (mediaType !== "application/x-ndjson" || !isUtf8) throw new Fault("media_type_unsupported", "The Content-Type must be application/x-ndjson (in UTF-8): one JSON object a line.");
}

/** What the request carries. Throws `media_type_unsupported` for a compressed body. */
export function contentOf({ headers }: Request): { mediaType: string; isUtf8: boolean } {
  const { "content-type": contentType = "", "content-encoding": encoding = "identity" } = headers;
  if (encoding !== "identity") throw new Fault("media_type_unsupported", "Compressed bodies are not read: leave out Content-Encoding.");
  const [mediaType = "", ...parameters] = contentType.toLowerCase().split(";");
  const isUtf8 = parameters.every((parameter) => !/^\s*charset=/.test(parameter) || /^\s*charset="?utf-8"?\s*$/.test(parameter));
  return { mediaType: mediaType.trim(), isUtf8 };
}

/** What is wrong with a body that is too large, by its beginning; `null`: nothing but that. */
type TooLarge = (beginning: string) => Fault | null;

/** The request's body as JSON that means one thing only. Throws `body_malformed`; for one that is too large what `tooLargeIn` makes of it. */
export async function readJson(request: Request, tooLargeIn: TooLarge | null = null): Promise<Json> {
  if (bodyKindOf(request) !== "json") throw new Fault("media_type_unsupported", "The Content-Type must be application/json.");
  const bytes = await readBytes(request, tooLargeIn);
  if (bytes.length === 0) throw new Fault("body_malformed", "The body is empty.");
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw unreadableJson("The body", error);
  }
}

/** The fault of JSON that cannot be read. */
export const unreadableJson = (what: string, error: unknown): Fault => new Fault("body_malformed", `${what} is not readable JSON: ${sentence(error)}`, { cause: error });

/** Parsers quote the text they choke on; a caller knows it already, and a log should not. */
const sentence = (error: unknown): string => (error instanceof SyntaxError && !error.message.includes("JSON") ? `${error.message}.` : "it breaks off, is not JSON, or is not UTF-8.");

function readBytes(request: Request, tooLargeIn: TooLarge | null): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  const tooLarge = (beginning: Buffer): void => reject(tooLargeIn?.(beginning.toString("latin1")) ?? new Fault("body_malformed", `A JSON body has at most ${JSON_LIMIT_BYTES} bytes.`));
  const isAnnounced = Number(request.headers["content-length"]) > JSON_LIMIT_BYTES;
  if (isAnnounced && tooLargeIn === null) tooLarge(Buffer.of());
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (isAnnounced || size > JSON_LIMIT_BYTES) tooLarge(chunks[0] ?? chunk);
    else chunks.push(chunk);
  });
  request.once("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
  return withPatience(request, { promise, reject });
}

/** A sender must move at least this much in this time, or it only wants to hold the connection. */
export const PACE = { bytes: 1_024, seconds: 10 } as const;

interface Reading<T> {
  readonly promise: Promise<T>;
  readonly reject: (error: unknown) => void;
}

/** Ends a reading whose sender goes away or crawls. Throws `body_malformed`. */
export async function withPatience<T>(request: Request, { promise, reject }: Reading<T>): Promise<T> {
  let before = request.socket.bytesRead;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    if (bytesRead - before < PACE.bytes) reject(new Fault("body_malformed", `The body arrives too slowly: less than ${PACE.bytes} bytes in ${PACE.seconds} seconds.`));
    before = bytesRead;
  }, PACE.seconds * 1000);
  const brokenOff = (): void => {
    // A request also closes after its end, and a fault that nobody needs costs its stack trace.
    if (!request.readableEnded) reject(new Fault("body_malformed", "The body broke off before its end."));
  };
  request.once("error", brokenOff).once("close", brokenOff);
  try {
    return await promise;
  } finally {
    clearInterval(timer);
    request.off("error", brokenOff).off("close", brokenOff);
  }
}
