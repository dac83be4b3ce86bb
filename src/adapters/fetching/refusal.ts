// A refusal on its way out of the fetcher. It never leaves this folder: outside, it is a value.

import type { FetchRefusal } from "../../flows/identities/identityPorts.ts";

/** Why nothing was fetched. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: FetchRefusal;

  constructor(code: FetchRefusal, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
