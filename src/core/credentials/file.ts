// Credentials as files: recognised by what they claim, however badly they keep to it.

import { JWS_LIMIT_BYTES, objectIn, typIn } from "./compact.ts";
import { isObject, parseJson, type Json } from "../json.ts";
import { fromBase64url } from "../textEncodings.ts";

/** A longer file is no credential: a line break at the end, or a JSON object around it, is no part of it. */
export const CREDENTIAL_FILE_LIMIT_BYTES = JWS_LIMIT_BYTES + 1_024;

const COMPACT = /^[\w-]+\.[\w-]*\.[\w-]*(?:~[\w.~-]*)?$/;
/** What was signed, its signature cut off: as a file these bytes have the digest that was anchored, and none of them would be asked after period and status lists. */
const CUT_OFF = /^[\w-]+\.[\w-]+$/;
const ENVELOPE = /^data:application\/(?:vc\+jwt|dc\+sd-jwt|vc\+sd-jwt|jwt),/;

/** The signed credential in the bytes of a file: as it is, as a JSON string, in a member "credential", or enveloped (VC data model 2.0). `null` for any other file. */
export function credentialTextIn(bytes: Uint8Array): string | null {
  if (bytes.length > CREDENTIAL_FILE_LIMIT_BYTES) return null;
  const text = new TextDecoder().decode(bytes).trim();
  if (isCutOff(text)) return text;
  const found = COMPACT.test(text) ? text : textInJson(text);
  return found !== null && COMPACT.test(found) && isClaimed(found) ? found : null;
}

/** Whether the text is a signed credential without its signature. It is no document, whatever is asked about it. */
export function isCutOff(text: string): boolean {
  if (!CUT_OFF.test(text)) return false;
  const header = fromBase64url(text.split(".")[0]!);
  return header !== null && typeof objectIn(header)?.["alg"] === "string";
}

function textInJson(text: string): string | null {
  if (!/^["{]/.test(text)) return null;
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    return null;
  }
  if (typeof value === "string") return value;
  const { credential, id } = isObject(value) ? value : {};
  if (typeof credential === "string") return credential;
  return typeof id === "string" && ENVELOPE.test(id) ? id.replace(ENVELOPE, "") : null;
}

/** Other software signs other things in the same form: only what says that it is a credential is taken for one. */
function isClaimed(text: string): boolean {
  const typ = typIn(text);
  if (typ === "vc+jwt" || typ === "dc+sd-jwt") return true;
  const payload = fromBase64url(text.split(".")[1]!);
  const claims = payload === null ? null : objectIn(payload);
  return claims !== null && (isObject(claims["vc"]) || [claims["type"] ?? null].flat().includes("VerifiableCredential"));
}
