// Signing in, in English.

import type { SignInWords } from "../signInWords.ts";

export const englishSignIn: SignInWords = {
  title: "Sign in",
  lead: "With an API key of this service. You get one from whoever runs it.",
  key: "API key",
  keyHint: "It is sent to this service alone, and forgotten when you leave or reload this page.",
  keep: "Keep it until this tab is closed",
  keepHint: "Tick this only on a device that is yours alone.",
  signIn: "Sign in",
  signingIn: "Asking the service …",
  signOut: "Sign out",
  empty: "Enter the API key.",
  signedIn: (name) => `You speak for ${name}`,
  scopes: { issue: "issue", accredit: "accredit", read: "read" },
  mayDo: (scopes) => `This key may: ${scopes.join(", ")}.`,
  kept: "The key is kept until this tab is closed.",
  notKept: "The key is forgotten when you leave or reload this page.",
  signedOut: "You are signed out.",
};
