// What came of trying a signature, as outcomes of two checks.

import { failed, passed, unknown, type Asked, type Outcome } from "../outcome.ts";

/** What came of looking for the key and trying it. */
export type Signing = Asked<"fits" | "signature_invalid" | "key_not_in_did">;

/** Does the signature fit the bytes? */
export function signatureOutcome(signing: Signing): Outcome {
  if (!signing.isAnswered) return unknown(signing.reason);
  if (signing.value === "fits") return passed;
  return signing.value === "key_not_in_did" ? unknown("key_not_in_did") : failed("signature_invalid");
}

/** Does the key stand in the issuer's document? */
export function keyOutcome(signing: Signing): Outcome {
  if (!signing.isAnswered) return unknown(signing.reason);
  return signing.value === "key_not_in_did" ? failed("key_not_in_did") : passed;
}
