// Make a challenge: a random word that a holder signs, once, so that a presentation cannot be shown again.

import type { Challenge, Challenges } from "../verifying/credentialPorts.ts";
import type { Clock } from "../ports.ts";

/** Long enough for a person with a telephone, short enough to be of no use to who copies it. */
export const CHALLENGE_SECONDS = 300;
/** For so long a challenge that has ended is told from one that never was. */
const REMEMBERED_SECONDS = 3_600;

/** What making challenges needs. */
export interface ChallengePorts {
  readonly challenges: Challenges;
  readonly clock: Clock;
  /** A new random text of at least 128 bits. */
  readonly newChallenge: () => string;
}

/** A new challenge for whoever presents to `audience`. */
export async function makeChallenge(audience: string, { challenges, clock, newChallenge }: ChallengePorts): Promise<Challenge> {
  const now = Math.floor(clock());
  const made = { challenge: newChallenge(), audience, expiresAt: now + CHALLENGE_SECONDS };
  await challenges.add(made, now - REMEMBERED_SECONDS);
  return made;
}
