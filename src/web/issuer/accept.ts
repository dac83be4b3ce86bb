// Handing a document in, so that sending the same again never makes a second one.

import { digestOf, type Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { canonicalJson, type JsonObject } from "../../core/json.ts";
import type { Session } from "../frame/signIn/session.ts";
import { readDocument, type OwnDocument } from "./answers.ts";

/** What is handed in. */
export interface Handed {
  readonly digest: Digest;
  readonly documentType: DocumentType;
  readonly reference?: string;
}

/** The document as it was accepted, now or before. Rejects with `Unanswered`. */
export async function accept(handed: Handed, session: Session): Promise<OwnDocument> {
  const headers = { "idempotency-key": nameOfRequest({ ...handed }) };
  return readDocument(await session.json("/v1/documents", { method: "POST", body: handed, headers }));
}

/** A name of the request that follows from all it asks for: the same request has the same name, today and in a year. */
export const nameOfRequest = (asked: JsonObject): string => `console-${digestOf(new TextEncoder().encode(canonicalJson(asked)))}`;

const REFERENCE_CHARACTERS = 200;
/** What the service takes in no reference. */
const UNTAKEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A file's name as a reference; its end is what tells files apart, so a long one loses its beginning. */
export function referenceOf(name: string): string {
  const taken = name.replace(UNTAKEN, " ").toWellFormed();
  return taken.length <= REFERENCE_CHARACTERS ? taken : `…${taken.slice(1 - REFERENCE_CHARACTERS).replace(/^[\udc00-\udfff]/, "")}`;
}
