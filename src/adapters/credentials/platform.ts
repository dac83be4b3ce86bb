// Digests and base64url by Node itself: some ten and four times as fast as in JavaScript.

import { hash } from "node:crypto";
import type { Platform } from "../../core/credentials/platform.ts";
import type { Digest } from "../../core/digest.ts";

/** Gives the same answers as the core's own. */
export const nodePlatform: Platform = {
  digestOf: (bytes) => hash("sha256", bytes, "hex") as Digest,
  fromBase64url(text) {
    const bytes = Buffer.from(text, "base64url");
    // Node reads anything. What it writes of that is the one spelling.
    return bytes.toString("base64url") === text ? bytes : null;
  },
};
