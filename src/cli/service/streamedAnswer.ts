// A streamed answer: a text sent to a service, and what it answers, line by line as it comes.

import { Fault } from "../../core/fault.ts";
import { faultFrom, silenceOf } from "./serviceFaults.ts";
import type { ServiceAccess } from "./serviceClient.ts";

/** What is sent, and in which form the answer is wanted. */
export interface StreamedQuestion {
  readonly type: string;
  readonly text: string;
  readonly accept: string;
}

/** A line is answered when every partner of its group was asked: that may take a while. */
const QUIET_SECONDS = 120;
/** No honest line is longer. */
const LINE_LIMIT_CHARACTERS = 2 ** 22;

/** The lines of the answer, without their ends. Throws what the service says, and `service_unreachable` when the answer breaks off. */
export async function* streamedAnswer({ url, apiKey, signal }: ServiceAccess, path: string, { type, text, accept }: StreamedQuestion): AsyncGenerator<string> {
  const quiet = new AbortController();
  const timer = setTimeout(() => quiet.abort(new DOMException("The answer is late.", "TimeoutError")), QUIET_SECONDS * 1000);
  let given = 0;
  try {
    const headers = { Accept: `${accept}, application/problem+json;q=0.1`, "Content-Type": type, ...(apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` }) };
    // A redirect could carry key and question to somebody else.
    const response = await fetch(url + path, { method: "POST", headers, body: text, redirect: "error", signal: signal === undefined ? quiet.signal : AbortSignal.any([quiet.signal, signal]) });
    if (!response.ok) throw faultFrom({ isOk: false, status: response.status, text: await response.text(), retryAfterSeconds: 0 }, url);
    for await (const line of linesOf(response, () => timer.refresh())) {
      given += 1;
      yield line;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw given === 0 ? silenceOf(error, url, QUIET_SECONDS) : new Fault("service_unreachable", `The service at ${url} broke off after ${given} lines of its answer. Nothing was changed: ask again.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function* linesOf(response: Response, heard: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of response.body ?? []) {
    heard();
    const pieces = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = pieces.pop()!;
    if (rest.length > LINE_LIMIT_CHARACTERS) throw new RangeError("a line of its answer is too long");
    for (const line of pieces) yield line.replace(/\r$/, "");
  }
  if (rest !== "") yield rest;
}
