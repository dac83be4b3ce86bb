// Signing in, in English.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const englishSignIn: SignInWords = {
  title: "Sign in",
  lead: "With the API key that the operator of this service gave you. Documents can be checked without one.",
  key: "API key",
  keyHint: "It begins with tradeseal_. It is sent to this service alone, and forgotten when you leave or reload this page.",
  keep: "Keep it until this tab is closed",
  keepHint: "Tick this only on a device that is yours alone.",
  signIn: "Sign in",
  signingIn: "Asking the service …",
  signOut: "Sign out",
  missing: "Enter your API key.",
  signedOut: "You are signed out.",
  ended: "You were signed out.",
  failed: "You could not be signed in.",
  why: {
    key_unknown: { means: "This API key is not known here.", todo: "Check that it was copied whole, and that it is a key of this service." },
    key_expired: { means: "This API key has expired.", todo: "Ask the operator of this service for a new one. What was accepted with the old one stays as it is." },
    key_revoked: { means: "This API key was taken back.", todo: "Ask the operator of this service why, and for a new one. What was accepted with the old one stays as it is." },
    key_missing: { means: "The API key did not arrive.", todo: "Sign in again. If it happens again, something between you and the service takes the key away: tell the operator." },
  },
  signedIn: (name) => `You speak for ${name}`,
  scopes: { issue: "issue", accredit: "accredit", read: "read" },
  mayDo: (scopes) => `This key may: ${scopes.join(", ")}.`,
  expires: (when) => `It expires on ${dateTime(when)}.`,
  kept: "The key is kept until this tab is closed.",
  notKept: "The key is forgotten when you leave or reload this page.",
};
