// The kinds of identifiers by which operators are known, in words.

import type { Scheme } from "../core/shapes/identifiers.ts";

/** What one language calls them: the schemes of credentials, and what else an operator may be looked up by. */
export type SchemeWords = Readonly<Record<Scheme | "DID" | "TIN", string>>;
