// Signatures of webhooks, as Standard Webhooks 1.0 has them (symmetric, v1).

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

const PREFIX = "whsec_";

/** What is signed: the message as it goes over the wire. */
export interface SignedMessage {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: string;
}

/** The secret as it is shown to its owner. */
export const secretText = (secret: Uint8Array): string => PREFIX + toBase64(secret);

/** The value of `webhook-signature`: one signature for each secret, so that receivers can change theirs at leisure. */
export function signatureHeader({ id, timestampSeconds, body }: SignedMessage, secrets: readonly string[]): string {
  const content = new TextEncoder().encode(`${id}.${timestampSeconds}.${body}`);
  return secrets.map((secret) => `v1,${toBase64(hmac(sha256, fromBase64(secret.slice(PREFIX.length)), content))}`).join(" ");
}

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
