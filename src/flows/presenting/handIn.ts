// Hand in: a holder sends its presentation to the service itself, and whoever made the challenge is told what came of it.

import { digestOf } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import type { Report } from "../../core/report.ts";
import type { SignedJudge } from "../verifying/judgeSigned.ts";
import type { Clock } from "../ports.ts";

/** Who fetches the answer to a challenge. */
export interface AnswerName {
  readonly challenge: string;
  /** SHA-256 of the word that only who made the challenge has. */
  readonly tokenDigest: string;
}

/** Answers that somebody awaits, kept where every process of the service sees them. Rejects with `store_unavailable`. */
export interface AwaitedAnswers {
  /** From now on the answer to this challenge may be handed in. */
  expect(challenge: string, tokenDigest: string): Promise<void>;
  /** Takes the one place that there is. @returns the challenge's audience, or `null` when nothing is awaited, it has ended, or somebody came before. */
  claim(challenge: string, at: number): Promise<string | null>;
  /** Keeps the answer, if there is none yet. */
  keep(challenge: string, answer: string): Promise<void>;
  /** How it stands; `null` for whoever has no right to know. */
  look(name: AnswerName): Promise<{ readonly answer: string | null; readonly expiresAt: number; readonly isHandedIn: boolean } | null>;
  /** Erases the answer: it was fetched. */
  forget(challenge: string): Promise<void>;
  /** Erases the answers to challenges that ended before. */
  forgetEnded(before: number): Promise<void>;
}

/** What handing in needs. */
export interface HandInPorts {
  readonly awaited: AwaitedAnswers;
  readonly judge: Pick<SignedJudge, "judge">;
  readonly clock: Clock;
  /** A new random text of at least 128 bits. */
  readonly newToken: () => string;
}

/** So long after its end a challenge's answer may still be fetched: it can have come at the last moment. */
const GRACE_SECONDS = 60;

/** What is to be told now: that there is nothing yet, or the report. */
export type AwaitedNow = { readonly is: "awaited" } | { readonly is: "here"; readonly report: string };

/** Handing in and fetching. */
export interface HandIn {
  /** Lets the answer to the challenge be handed in here. @returns the word by which it is fetched, which is kept nowhere. */
  expect(challenge: string): Promise<string>;
  /** Judges what is handed in, once, and keeps the report for who awaits it. Throws `not_found` when nothing is awaited for this challenge any more. */
  take(challenge: string, presentation: string): Promise<Report>;
  /** Throws `not_found` for a wrong token, an unknown challenge and one that has ended: one answer for all. */
  look(challenge: string, token: string): Promise<AwaitedNow>;
  /** Erases what was fetched. */
  forget(challenge: string): Promise<void>;
  /** Erases what nobody fetched in time. */
  forgetEnded(): Promise<void>;
}

/** Handing in, through these ports. */
export function handInOf({ awaited, judge, clock, newToken }: HandInPorts): HandIn {
  const forgetEnded = (): Promise<void> => awaited.forgetEnded(clock() - GRACE_SECONDS);
  return {
    forgetEnded,
    forget: (challenge) => awaited.forget(challenge),

    async expect(challenge) {
      const token = newToken();
      await forgetEnded();
      await awaited.expect(challenge, digestOfToken(token));
      return token;
    },

    async take(challenge, presentation) {
      const audience = await awaited.claim(challenge, clock());
      if (audience === null) throw new Fault("not_found", "No presentation is awaited for this challenge: it has ended, was made for handing over in person, or a presentation was handed in already. Ask whoever wants to see it for a new challenge.");
      const report = await judge.judge({ presentation, challenge, audience });
      await awaited.keep(challenge, JSON.stringify(report));
      return report;
    },

    async look(challenge, token) {
      const found = await awaited.look({ challenge, tokenDigest: digestOfToken(token) });
      // An answer that came in time may still be under judgement when the challenge ends.
      if (found === null || clock() > found.expiresAt + GRACE_SECONDS || (found.answer === null && !found.isHandedIn && clock() >= found.expiresAt)) {
        throw new Fault("not_found", "Nothing is awaited by this token for this challenge: it has ended, or its answer was fetched. Make a new challenge.");
      }
      return found.answer === null ? { is: "awaited" } : { is: "here", report: found.answer };
    },
  };
}

const digestOfToken = (token: string): string => digestOf(new TextEncoder().encode(token));
