// Challenges in the memory of one process: enough for a verifier that runs by itself. Several that share their work keep them in a store.

import type { Challenge, Challenges } from "../verifying/credentialPorts.ts";

/** Challenges that end with this process. A challenge of an earlier run is unknown. */
export function challengesInMemory(): Challenges {
  const known = new Map<string, Challenge & { isUsed: boolean }>();
  return {
    async add(challenge, forgetBefore) {
      for (const [text, { expiresAt }] of known) if (expiresAt < forgetBefore) known.delete(text);
      known.set(challenge.challenge, { ...challenge, isUsed: false });
    },
    async use(challenge) {
      const found = known.get(challenge);
      if (found === undefined) return { is: "unknown" };
      if (found.isUsed) return { is: "used" };
      found.isUsed = true;
      return { is: "fresh", audience: found.audience, expiresAt: found.expiresAt };
    },
  };
}
