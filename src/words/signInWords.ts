// What is said around signing in with an API key.

import type { FaultCode } from "../core/fault.ts";
import type { Advice } from "./words.ts";

/** The words of the sign-in, the same on every page that has one. */
export interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly key: string;
  readonly keyHint: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly signOut: string;
  readonly missing: string;
  /** Read out once it has happened. */
  readonly signedOut: string;
  /** Over the reason, when a key opens nothing any more. */
  readonly ended: string;
  /** Over the reason, when nobody was signed in yet. */
  readonly failed: string;
  /** Why a key opens nothing, told to its holder. */
  readonly why: Readonly<Record<Extract<FaultCode, "key_unknown" | "key_expired" | "key_revoked" | "key_missing">, Advice>>;
  signedIn(name: string): string;
  readonly scopes: Readonly<Record<"issue" | "accredit" | "read", string>>;
  mayDo(scopes: readonly string[]): string;
  expires(when: string): string;
  readonly kept: string;
  readonly notKept: string;
}
