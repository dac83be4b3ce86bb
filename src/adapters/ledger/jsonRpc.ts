// JSON-RPC 2.0 over HTTP. Calls of the same moment travel together, as one array.

import { Fault } from "../../core/fault.ts";
import { HttpPost, ReplyTooLarge } from "./httpPost.ts";

/** Nodes refuse larger arrays (geth takes 1,000 calls or 5 MB, anvil 2 MB). */
const ARRAY_LIMIT_CALLS = 100;
const ARRAY_LIMIT_CHARACTERS = 500_000;
/** More requests at a time do not make a node faster; they make the arrays smaller. */
const REQUESTS_AT_A_TIME = 4;
const TIMEOUT_MS = 2_000;
/** EIP-1474: the answer would be larger than somebody is willing to carry. */
const LIMIT_EXCEEDED = -32005;

/** The node understood the call and answered with an error. `data` holds what a contract reverted with, where there is any. */
export class RpcError extends Error {
  override readonly name = "RpcError";
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** For calls that a node may refuse: `null` where it does. Every other error goes on. */
export function noneIfRefused(error: unknown): null {
  if (error instanceof RpcError) return null;
  throw error;
}

/** How a call differs from most. */
export interface CallOptions {
  readonly timeoutMs?: number;
  /** Travels by itself and is never sent twice: for what is slow, large, or a command. */
  readonly isAlone?: boolean;
}

interface Call {
  readonly id: number;
  readonly body: string;
  readonly isAlone: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout | null;
  /** Set while the call is on its way. */
  request: Request | null;
}

interface Request {
  readonly calls: readonly Call[];
  readonly stop: AbortController;
}

/** A JSON-RPC endpoint. */
export class JsonRpc {
  readonly #post: HttpPost;
  readonly #timeoutMs: number;
  readonly #queue: Call[] = [];
  #requests = 0;
  #lastId = 0;
  #isFlushing = false;
  #failures = 0;

  constructor(url: string, { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number | undefined } = {}) {
    this.#post = new HttpPost(url);
    this.#timeoutMs = timeoutMs;
  }

  /** Grows whenever a connection ended or a request failed. While it stays the same, the same node answers. */
  get losses(): number {
    return this.#post.losses + this.#failures;
  }

  /** The node's answer. Throws `ledger_unreachable`, or {@link RpcError} when the node answers with an error. */
  call(method: string, params: readonly unknown[], { timeoutMs = this.#timeoutMs, isAlone = false }: CallOptions = {}): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = (this.#lastId += 1);
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const call: Call = { id, body, isAlone, resolve, reject, timer: null, request: null };
    call.timer = setTimeout(() => this.#expire(call, timeoutMs), timeoutMs);
    this.#queue.push(call);
    this.#flushSoon();
    return promise;
  }

  /** Closes the connections that are kept open. Calls on their way fail. */
  close(): void {
    this.#post.close();
  }

  /** After this turn of the event loop, so that calls which belong together travel together. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => {
      this.#isFlushing = false;
      while (this.#requests < REQUESTS_AT_A_TIME && this.#queue.length > 0) void this.#send(this.#take());
    });
  }

  #take(): Call[] {
    const calls: Call[] = [];
    let characters = 0;
    for (const call of this.#queue) {
      const isFull = calls.length === ARRAY_LIMIT_CALLS || characters + call.body.length > ARRAY_LIMIT_CHARACTERS;
      if (calls.length > 0 && (isFull || call.isAlone)) break;
      calls.push(call);
      characters += call.body.length;
      if (call.isAlone) break;
    }
    this.#queue.splice(0, calls.length);
    return calls;
  }

  async #send(calls: readonly Call[]): Promise<void> {
    const request: Request = { calls, stop: new AbortController() };
    for (const call of calls) call.request = request;
    this.#requests += 1;
    try {
      const body = calls.length === 1 ? calls[0]!.body : `[${calls.map((call) => call.body).join()}]`;
      const isRepeatable = !calls.some(({ isAlone }) => isAlone);
      deliver(JSON.parse(await this.#post.post(body, { signal: request.stop.signal, isRepeatable })), calls);
    } catch (error) {
      this.#fail(calls, error);
    }
    this.#requests -= 1;
    if (this.#queue.length > 0) this.#flushSoon();
  }

  #fail(calls: readonly Call[], error: unknown): void {
    const isTooLarge = error instanceof ReplyTooLarge;
    if (!isTooLarge) this.#failures += 1;
    const reason = isTooLarge ? new RpcError(LIMIT_EXCEEDED, error.message) : unreachable("The ledger's endpoint does not answer.", error);
    for (const call of calls) settle(call, () => call.reject(reason));
  }

  #expire(call: Call, timeoutMs: number): void {
    this.#failures += 1;
    settle(call, () => call.reject(unreachable(`The ledger's endpoint did not answer within ${timeoutMs} ms.`)));
    if (call.request === null) this.#queue.splice(this.#queue.indexOf(call), 1);
    else if (call.request.calls.every(({ timer }) => timer === null)) call.request.stop.abort();
  }
}

/** The fault of a ledger that does not answer, or not with sense. */
export const unreachable = (message: string, cause?: unknown): Fault => new Fault("ledger_unreachable", message, { cause });

/** A call is settled once: afterwards it has no timer. */
function settle(call: Call, how: () => void): void {
  if (call.timer === null) return;
  clearTimeout(call.timer);
  call.timer = null;
  how();
}

/** Gives each call its answer, in whatever order they came. A call without one fails. */
function deliver(reply: unknown, calls: readonly Call[]): void {
  const byId = new Map(calls.map((call) => [call.id, call]));
  for (const answer of Array.isArray(reply) ? reply : [reply]) {
    const call = byId.get(answer?.id);
    if (call !== undefined) settleWith(call, answer);
  }
  // Some nodes refuse a whole array with one error that names no call.
  const refusal = Array.isArray(reply) ? null : errorIn(reply);
  for (const call of calls) settle(call, () => call.reject(refusal ?? unreachable("The ledger's endpoint left a call unanswered.")));
}

function settleWith(call: Call, answer: Record<string, unknown>): void {
  const error = errorIn(answer);
  if (error !== null) settle(call, () => call.reject(error));
  else if (answer["result"] !== undefined) settle(call, () => call.resolve(answer["result"]));
}

function errorIn(answer: unknown): RpcError | null {
  const error = (answer as { error?: { code?: unknown; message?: unknown; data?: unknown } } | null)?.error;
  if (typeof error !== "object" || error === null) return null;
  return new RpcError(Number(error.code ?? 0), String(error.message ?? "The node gave no reason."), error.data);
}
