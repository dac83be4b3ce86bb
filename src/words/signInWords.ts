// What is said around signing in with an API key.

/** The words of the sign-in that several pages share. */
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
  readonly empty: string;
  signedIn(name: string): string;
  readonly scopes: Readonly<Record<"issue" | "accredit" | "read", string>>;
  mayDo(scopes: readonly string[]): string;
  readonly kept: string;
  readonly notKept: string;
  /** Read out once it has happened. */
  readonly signedOut: string;
}
