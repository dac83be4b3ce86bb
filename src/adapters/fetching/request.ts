// One request to a stranger's host, bounded in time and size from its first packet to its last.

import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { SecureContext } from "node:tls";
import type { FetchWanted } from "../../flows/identities/identityPorts.ts";
import type { NameLookup } from "./names.ts";
import { Refusal } from "./refusal.ts";

/** How long a host may take. */
export interface Patience {
  /** Until the connection stands, name and certificate included. */
  readonly connectMs: number;
  /** Until the answer is complete. */
  readonly totalMs: number;
}

/** Where the request goes. */
export interface Place {
  readonly url: URL;
  readonly host: string;
  readonly isSecure: boolean;
}

/** What guards it. */
export interface Guard {
  readonly patience: Patience;
  readonly lookup: NameLookup;
  /** Whether a connection may go to this address. */
  readonly isAllowed: (address: string) => boolean;
  /** Whose certificates are believed; `null` for the usual authorities'. */
  readonly trust: SecureContext | null;
}

/** Enough for any honest host's headers. */
const HEADER_LIMIT_BYTES = 16 * 1024;

/** The body of the answer. Throws {@link Refusal}. */
export function askOnce(place: Place, wanted: FetchWanted, guard: Guard): Promise<Uint8Array> {
  const asked: Asked = { method: "GET", headers: { Accept: wanted.mediaTypes.join(", "), "Accept-Encoding": "identity" }, body: null };
  return exchange(place, asked, { guard, read: (response) => {
    refuseResponse(response, wanted);
    return bodyOf(response, wanted.limitBytes);
  } });
}

/** The body of the answer to JSON that is posted. Throws {@link Refusal}. */
export function questionOnce(place: Place, body: string, { wanted, guard }: { readonly wanted: FetchWanted; readonly guard: Guard }): Promise<Uint8Array> {
  const headers = { Accept: wanted.mediaTypes.join(", "), "Accept-Encoding": "identity", "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
  return exchange(place, { method: "POST", headers, body }, { guard, read: (response) => {
    refuseResponse(response, wanted);
    return bodyOf(response, wanted.limitBytes);
  } });
}

/** The status of the answer; what else it says is not read, however much it is. Throws {@link Refusal}. */
export function postOnce(place: Place, { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string }, guard: Guard): Promise<number> {
  const asked: Asked = { method: "POST", headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) }, body };
  return exchange(place, asked, { guard, read: async ({ statusCode = 0 }) => statusCode });
}

/** What goes over the wire. */
interface Asked {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

async function exchange<T>(place: Place, asked: Asked, { guard, read }: { readonly guard: Guard; readonly read: (response: http.IncomingMessage) => Promise<T> }): Promise<T> {
  const stop = new AbortController();
  const phase = new Phase(stop, guard.patience);
  try {
    return await read(await responseOf(place, asked, { guard, phase, signal: stop.signal }));
  } catch (error) {
    throw error instanceof Refusal ? error : phase.refusalFor(error);
  } finally {
    phase.end();
    // Closes the connection, whatever state it is in: nothing of a stranger's is kept open.
    stop.abort();
  }
}

/** How far a request has come, and how long it may take from there. */
class Phase {
  #now: "connecting" | "securing" | "waiting" = "connecting";
  #late: "connect_timeout" | "answer_timeout" | null = null;
  readonly #connectTimer: NodeJS.Timeout;
  readonly #totalTimer: NodeJS.Timeout;

  constructor(stop: AbortController, { connectMs, totalMs }: Patience) {
    const late = (what: "connect_timeout" | "answer_timeout"): void => {
      this.#late ??= what;
      stop.abort();
    };
    this.#connectTimer = setTimeout(() => late("connect_timeout"), connectMs);
    this.#totalTimer = setTimeout(() => late("answer_timeout"), totalMs);
  }

  connected(isSecure: boolean): void {
    this.#now = isSecure ? "securing" : "waiting";
    if (!isSecure) clearTimeout(this.#connectTimer);
  }

  secured(): void {
    this.#now = "waiting";
    clearTimeout(this.#connectTimer);
  }

  end(): void {
    clearTimeout(this.#connectTimer);
    clearTimeout(this.#totalTimer);
  }

  /** What an error of the connection means by when it came. */
  refusalFor(cause: unknown): Refusal {
    if (this.#late !== null) return new Refusal(this.#late, { cause });
    if (this.#now === "connecting") return new Refusal("connect_failed", { cause });
    if (this.#now === "securing") return new Refusal("tls_failed", { cause });
    const isNoHttp = String((cause as NodeJS.ErrnoException).code).startsWith("HPE_");
    return new Refusal(isNoHttp ? "answer_malformed" : "answer_cut", { cause });
  }
}

interface Asking {
  readonly guard: Guard;
  readonly phase: Phase;
  readonly signal: AbortSignal;
}

function responseOf({ url, host, isSecure }: Place, { method, headers, body }: Asked, { guard, phase, signal }: Asking): Promise<http.IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const options: https.RequestOptions = {
    method,
    host,
    path: url.pathname + url.search,
    port: url.port === "" ? (isSecure ? 443 : 80) : url.port,
    headers: { Host: url.host, ...headers, "User-Agent": "Tradeseal" },
    agent: false,
    maxHeaderSize: HEADER_LIMIT_BYTES,
    lookup: guardedLookup(guard, signal),
    signal,
    ...(isSecure && isIP(host) === 0 ? { servername: host } : {}),
    ...(guard.trust === null ? {} : { secureContext: guard.trust }),
  };
  const request = (isSecure ? https : http).request(options, resolve);
  request.on("socket", (socket) => {
    socket.once("connect", () => phase.connected(isSecure));
    socket.once("secureConnect", () => phase.secured());
  });
  // After the response has begun, its own errors tell; this listener must stay, or they would end the process.
  request.on("error", reject);
  request.on("upgrade", (_response, socket) => {
    socket.destroy();
    reject(new Refusal("status_unexpected"));
  });
  request.end(body ?? undefined);
  return promise;
}

/**
 * What the connection itself asks for addresses. They are checked here and nowhere else, so the address that was checked
 * is the one connected to. One forbidden address among them is one too many: who has it there means harm, or is mistaken.
 */
function guardedLookup({ lookup, isAllowed }: Guard, signal: AbortSignal): LookupFunction {
  return (name, { all }, callback) => {
    const give = (addresses: readonly string[]): void => {
      if (addresses.length === 0) throw new Refusal("name_unresolvable");
      if (!addresses.every(isAllowed)) throw new Refusal("address_forbidden");
      const list = addresses.map((address) => ({ address, family: isIP(address) }));
      if (all === true) callback(null, list);
      else callback(null, list[0]!.address, list[0]!.family);
    };
    lookup(name, signal)
      .catch((cause: unknown) => Promise.reject(new Refusal("name_unresolvable", { cause })))
      .then(give)
      .catch((error: NodeJS.ErrnoException) => callback(error, ""));
  };
}

/** What the first lines of the answer tell already. */
function refuseResponse({ statusCode = 0, headers }: http.IncomingMessage, { limitBytes, mediaTypes }: FetchWanted): void {
  if (statusCode >= 300 && statusCode < 400) throw new Refusal("redirected");
  if (statusCode === 404 || statusCode === 410) throw new Refusal("not_there");
  if (statusCode !== 200) throw new Refusal("status_unexpected");
  if ((headers["content-encoding"] ?? "identity").toLowerCase() !== "identity") throw new Refusal("encoding_forbidden");
  const mediaType = (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (!mediaTypes.includes(mediaType)) throw new Refusal("type_unexpected");
  if (Number(headers["content-length"] ?? 0) > limitBytes) throw new Refusal("too_large");
}

async function bodyOf(response: http.IncomingMessage, limitBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new Refusal("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
