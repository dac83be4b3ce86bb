// Lines of a bulk request as what they ask for, and lines of its answer.

import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { parseJson, type Json, type JsonObject } from "../../core/json.ts";
import type { BulkAcceptance, BulkRequest } from "../../flows/issuing/bulk.ts";
import { unreadableJson } from "../server/body.ts";
import { parseInput } from "../server/input.ts";
import { LINE_LIMIT_BYTES, type Line } from "../server/lines.ts";
import { bulkLine } from "../openapi/schemas.ts";

/** What a line asks for, or why it asks for nothing. */
export type ReadLine = { readonly number: number } & ({ readonly asked: BulkRequest } | { readonly fault: Fault });

/** The line as it is meant. A bad line is a value: it spoils nothing but itself. */
export function readLine(line: Line, issuer: Address): ReadLine {
  const { number } = line;
  try {
    const { digest, documentType, publish = true, reference = null } = parseInput(bulkLine, jsonIn(line));
    return { number, asked: { issuer, digest, documentType, reference, isPublished: publish } };
  } catch (error) {
    if (error instanceof Fault) return { number, fault: error };
    throw error;
  }
}

/** Why a line cannot be read at all. */
export const LINE_FLAWS = { too_long: `The line has more than ${LINE_LIMIT_BYTES} bytes.`, not_utf8: "The line is not UTF-8." } as const;

/** The object that a line of JSON is. Throws `body_malformed`, `request_malformed`. */
export function jsonLineIn(line: Line): JsonObject {
  if ("flaw" in line) throw new Fault("body_malformed", LINE_FLAWS[line.flaw]);
  if (line.text.trim() === "") throw new Fault("body_malformed", "The line is empty: each line holds one JSON object.");
  const value = parsed(line.text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Fault("request_malformed", "The line must be a JSON object.");
  return value as JsonObject;
}

function jsonIn(line: Line): Json {
  const value = jsonLineIn(line);
  if (!Object.hasOwn(value, "digest")) throw new Fault("digest_malformed", 'The field "digest" is missing. It must be 64 lower-case hex characters, the SHA-256 of the document\'s bytes.');
  return value;
}

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    throw unreadableJson("The line", error);
  }
}

/** The answer to a line that was accepted. Nothing in it needs escaping. */
export const acceptedLine = ({ document: { digest, id }, state }: BulkAcceptance): string => `{"digest":"${digest}","id":"${id}","state":"${state}"}\n`;

/** The answer to a line that spoiled itself; or, before the connection breaks off, the first that has no answer. */
export const refusedLine = (line: number, { code, detail }: { readonly code: string; readonly detail: string }): string => `${JSON.stringify({ line, error: { code, detail } })}\n`;
