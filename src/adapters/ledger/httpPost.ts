// One HTTP POST after another to one address, over connections that are kept open (node:http: several times faster here than fetch).

import http from "node:http";
import https from "node:https";

/** A larger reply is not read: whoever asked must ask for less. */
const REPLY_LIMIT_BYTES = 128 * 1024 * 1024;

/** The reply is larger than {@link REPLY_LIMIT_BYTES}. */
export class ReplyTooLarge extends Error {}

/** Posts JSON to one address. */
export class HttpPost {
  readonly #url: URL;
  readonly #agent: http.Agent;
  readonly #request: typeof http.request;
  readonly #watched = new WeakSet<object>();
  #losses = 0;

  constructor(url: string) {
    this.#url = new URL(url);
    const { Agent, request } = this.#url.protocol === "https:" ? https : http;
    this.#agent = new Agent({ keepAlive: true });
    this.#request = request as typeof http.request;
  }

  /** How many connections have ended so far. While it stays the same, the same listener answers. */
  get losses(): number {
    return this.#losses;
  }

  /** The reply to `body`. Rejects when there is none, when it is not 200, or when `signal` says stop. */
  async post(body: string, { signal, isRepeatable }: { signal: AbortSignal; isRepeatable: boolean }): Promise<string> {
    try {
      return await this.#postOnce(body, signal);
    } catch (error) {
      // A server may close a kept connection just as we use it. That, and nothing else, deserves a second try.
      if (isRepeatable && !signal.aborted && isReset(error)) return this.#postOnce(body, signal);
      throw error;
    }
  }

  /** Closes the connections that are kept open. */
  close(): void {
    this.#agent.destroy();
  }

  #postOnce(body: string, signal: AbortSignal): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const bytes = Buffer.from(body);
    const headers = { "content-type": "application/json", "content-length": bytes.length };
    const request = this.#request(this.#url, { method: "POST", agent: this.#agent, headers, signal }, (response) => {
      textOf(response).then(resolve, reject);
    });
    request.on("socket", (socket) => this.#watch(socket));
    request.on("error", reject);
    request.end(bytes);
    return promise;
  }

  #watch(socket: { once(event: "close", listener: () => void): unknown }): void {
    if (this.#watched.has(socket)) return;
    this.#watched.add(socket);
    socket.once("close", () => (this.#losses += 1));
  }
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > REPLY_LIMIT_BYTES) throw new ReplyTooLarge(`The reply has more than ${REPLY_LIMIT_BYTES} bytes.`);
    chunks.push(chunk);
  }
  if (response.statusCode !== 200) throw new Error(`The endpoint answered HTTP ${response.statusCode}.`);
  return Buffer.concat(chunks, bytes).toString();
}

const isReset = (error: unknown): boolean => ["ECONNRESET", "EPIPE"].includes((error as NodeJS.ErrnoException).code ?? "");
