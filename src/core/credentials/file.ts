// Signed texts as files: recognised by what they claim to be, however badly they keep to it.

import { JWS_LIMIT_BYTES, objectIn } from "./compact.ts";
import { isObject, parseJson, type Json } from "../json.ts";
import { fromBase64url } from "../textEncodings.ts";

/** So much of a file tells whether it is something signed: the longest there is, with a line break at its end or a JSON object around it. */
export const SIGNED_FILE_LIMIT_BYTES = JWS_LIMIT_BYTES + 1_024;

/** What a file claims to be. Nothing of it is true for that. `too_large`: a credential or a presentation that is longer than any that is read. */
export type SignedText = { readonly is: "credential" | "presentation"; readonly text: string } | { readonly is: "too_large" };

const COMPACT = /^[\w-]+\.[\w-]*\.[\w-]*(?:~[\w.~-]*)?$/;
/** What was signed, its signature cut off: as a file these bytes have the digest that was anchored, and none of them would be asked after period and status lists. */
const CUT_OFF = /^[\w-]+\.[\w-]+$/;
const ENVELOPE = /^data:application\/(?:v[cp]\+jwt|(?:dc|vc|vp)\+sd-jwt|jwt),/;
/** How a long one begins, as it is or in JSON. */
const BEGINNING = /^(?:"|\{\s*"(?:credential|presentation)"\s*:\s*")?([\w-]+\.[\w-]+)/;

/**
 * The credential or presentation in the bytes of a file: as it is, as a JSON string, in a member "credential" or "presentation", or enveloped (VC data model 2.0). `null` for any other file.
 *
 * `length` is the file's, where `bytes` are only its first `SIGNED_FILE_LIMIT_BYTES`.
 */
export function signedTextIn(bytes: Uint8Array, length: number = bytes.length): SignedText | null {
  const text = new TextDecoder().decode(bytes.subarray(0, SIGNED_FILE_LIMIT_BYTES)).trim();
  if (length > SIGNED_FILE_LIMIT_BYTES) {
    const [, beginning] = BEGINNING.exec(text) ?? [];
    return beginning === undefined || claimOf(beginning) === null ? null : { is: "too_large" };
  }
  if (isCutOff(text)) return { is: "credential", text };
  const found = COMPACT.test(text) ? { text, isPresented: false } : inJson(text);
  if (found === null || !COMPACT.test(found.text)) return null;
  const claim = found.isPresented ? "presentation" : claimOf(found.text);
  if (claim === null) return null;
  return found.text.length > JWS_LIMIT_BYTES ? { is: "too_large" } : { is: claim, text: found.text };
}

/** Whether the text is a signed credential without its signature. It is no document, whatever is asked about it. */
export function isCutOff(text: string): boolean {
  if (!CUT_OFF.test(text)) return false;
  const header = fromBase64url(text.split(".")[0]!);
  return header !== null && typeof objectIn(header)?.["alg"] === "string";
}

function inJson(text: string): { readonly text: string; readonly isPresented: boolean } | null {
  if (!/^["{]/.test(text)) return null;
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    return null;
  }
  if (typeof value === "string") return { text: value, isPresented: false };
  const { credential, presentation, id } = isObject(value) ? value : {};
  if (typeof presentation === "string") return { text: presentation, isPresented: true };
  if (typeof credential === "string") return { text: credential, isPresented: false };
  return typeof id === "string" && ENVELOPE.test(id) ? { text: id.replace(ENVELOPE, ""), isPresented: false } : null;
}

/** The header's `typ`, also in one that means two things: what nobody should read may still claim to be something. */
const TYP = /"typ"\s*:\s*"(?:application\/)?(v[cp]\+jwt|(?:dc|vc)\+sd-jwt)"/i;
const KEY_BINDING = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Other software signs other things in the same form: only what says that it is one is taken for a credential or a presentation. */
function claimOf(text: string): "credential" | "presentation" | null {
  const [jwt = "", ...others] = text.split("~");
  const [header, payload] = jwt.split(".").map(looselyDecoded);
  const typ = TYP.exec(textOf(header))?.[1]?.toLowerCase() ?? null;
  const claim = typ === null ? claimIn(payload) : typ === "vp+jwt" ? "presentation" : "credential";
  // A key binding behind its disclosures makes an SD-JWT a presentation.
  return claim === "credential" && KEY_BINDING.test(others.at(-1) ?? "") ? "presentation" : claim;
}

function claimIn(payload: Uint8Array | undefined): "credential" | "presentation" | null {
  const claims = payload === undefined ? null : objectIn(payload);
  if (claims === null) {
    const text = textOf(payload);
    return /"vct?"\s*:|"VerifiableCredential"/.test(text) ? "credential" : /"vp"\s*:|"VerifiablePresentation"/.test(text) ? "presentation" : null;
  }
  const types = [claims["type"] ?? null].flat();
  if (["vc", "vct"].some((name) => Object.hasOwn(claims, name)) || types.includes("VerifiableCredential")) return "credential";
  return isObject(claims["vp"]) || types.includes("VerifiablePresentation") ? "presentation" : null;
}

/** The bytes of a part that breaks off, or that is spelt in another way than the one allowed: as far as they go. */
const looselyDecoded = (part: string): Uint8Array => fromBase64url(part) ?? fromBase64url(part.slice(0, part.length - (part.length % 4))) ?? new Uint8Array();
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
