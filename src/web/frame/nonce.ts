// A word that no other request has: whoever sends a request again under the same one gets the first answer again.

/** 128 random bits, as hex. Not randomUUID, which browsers give only to pages that came over HTTPS. */
export const newNonce = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
