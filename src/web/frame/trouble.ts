// Troubles: why there is no answer about a document. Never a verdict.

import type { FaultyPlace } from "../../core/fault.ts";

/** An error of the service, as its problem+json (RFC 9457) tells it. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  /** Every place that is wrong, where the service names places. */
  readonly errors: readonly FaultyPlace[];
}

/** What came between the question and its answer. */
export type Trouble =
  | { readonly is: "problem"; readonly problem: Problem }
  | { readonly is: "unreadable_file" } // The browser could not read it: moved, a folder, no permission.
  | { readonly is: "unreadable_answer" } // The service answered something that is no report about what was asked.
  | { readonly is: "no_connection" } // Nothing came back.
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
