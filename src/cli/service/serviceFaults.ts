// What a service says when it cannot do what was asked, and what it means when it says nothing.

import { Fault, type FaultCode } from "../../core/fault.ts";
import { english } from "../../words/english/table.ts";
import { visible } from "../../words/visible.ts";
import type { Answer } from "./serviceClient.ts";

const DETAIL_CHARACTERS = 600;

/** The fault that the answer tells of. What is no problem of ours (RFC 9457) did not come from a Tradeseal service. */
export function faultFrom({ status, text }: Answer, url: string): Fault {
  return faultNamed(problemIn(text), url) ?? new Fault("service_unreachable", `What answers at ${url} (status ${status}) does not answer as a Tradeseal service does.`);
}

/** The fault that a service calls by this code; `null` for a code that is none. */
export function faultNamed({ code, detail }: { code: unknown; detail: string }, url: string): Fault | null {
  const isKnown = typeof code === "string" && Object.hasOwn(english.faults, code);
  if (isKnown) return new Fault(code as FaultCode, visible(detail, DETAIL_CHARACTERS));
  if (code === "internal") return new Fault("service_unreachable", `Something went wrong inside the service at ${url}. Try again; if it lasts, tell its operator.`);
  return null;
}

function problemIn(text: string): { code: unknown; detail: string } {
  try {
    const { code, detail } = JSON.parse(text) as { code?: unknown; detail?: unknown };
    return { code, detail: typeof detail === "string" ? detail : "The service gave no reason." };
  } catch {
    return { code: null, detail: "" };
  }
}

const plainWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNRESET: "the connection broke off",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no network",
  UND_ERR_CONNECT_TIMEOUT: "no connection came about in time",
};

/** The fault of a service that gave no answer. */
export function silenceOf(error: unknown, url: string, patienceSeconds: number): Fault {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const isLate = name === "TimeoutError";
  const reason = isLate ? `no answer within ${patienceSeconds} seconds` : (plainWords[cause?.code ?? ""] ?? cause?.message ?? message);
  return new Fault("service_unreachable", `The service at ${url} cannot be reached: ${reason}.`, { cause: error });
}
