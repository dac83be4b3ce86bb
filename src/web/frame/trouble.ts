// Troubles: why there is no answer about a document. Never a verdict.

import type { FaultyPlace } from "../../core/fault.ts";

/** An error of the service, as its problem+json (RFC 9457) tells it. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  /** How long the service asks to wait before the question comes again; absent when it does not say. */
  readonly retryAfterSeconds?: number;
  /** Of `name_look_alike`: who has the name that this one may be taken for. */
  readonly looksLike?: { readonly address: string; readonly name: string };
  /** Every place that is wrong, where the service names places. */
  readonly errors: readonly FaultyPlace[];
}

/** What came between the question and its answer. */
export type Trouble =
  | { readonly is: "problem"; readonly problem: Problem }
  | { readonly is: "unreadable_file" } // The browser could not read it: moved, a folder, no permission.
  | { readonly is: "unreadable_answer" } // The service answered something that is no report about what was asked.
  | { readonly is: "no_connection" } // Nothing came back.
  | { readonly is: "stopped" } // Somebody stopped it.
  | { readonly is: "bad_link" }; // The address of the page carries a digest that is none.

/** Thrown where a question stays without an answer. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble.is, options);
    this.trouble = trouble;
  }
}

/** The trouble that an error is. A mistake of ours goes up to the browser, where it is seen as one. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unanswered) return error.trouble;
  throw error;
}
