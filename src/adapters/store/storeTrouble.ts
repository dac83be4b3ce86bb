// A store that does not answer, or takes nothing: said in one way, whichever database it is.

import { Fault } from "../../core/fault.ts";

/** The fault for a store in trouble. A commit whose answer was lost may have happened: so nothing is promised either way. */
export const storeUnavailable = (why: string, cause: unknown): Fault =>
  new Fault("store_unavailable", `The store cannot be used at the moment: ${why}. Ask again in a few seconds; the same request again does nothing twice.`, { cause });
