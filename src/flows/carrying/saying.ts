// Saying: in whose name a write speaks.

import type { Address } from "../../core/address.ts";
import type { WriteBody } from "../issuing/issuePorts.ts";

/** The identity in whose name `body` is said. */
export function speakerOf(body: WriteBody): Address {
  switch (body.kind) {
    case "anchor":
      return body.issuer;
    case "standing":
      return body.speaker;
    case "accredit":
    case "withdraw":
      return body.grantor;
    case "delegate":
    case "revokeDelegate":
    case "changeOwner":
    case "attribute":
    case "revokeAttribute":
      return body.identity;
  }
}
