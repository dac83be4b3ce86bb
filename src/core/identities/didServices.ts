// Services in a did:web document (W3C DID Core, 5.4): where an authority's partners ask about operators.

import { isObject } from "../json.ts";
import { objectIn } from "../credentials/compact.ts";

/** The type of the service that answers partners' questions about operators (docs/operators.md). */
const OPERATORS_SERVICE = "TradesealOperators";
/** Where a service takes such questions, behind its public address. */
const OPERATORS_PATH = "/v1/operators:ask";

/** More services than this are not looked through. */
const SERVICES_LIMIT = 20;
const ADDRESS_LIMIT_CHARACTERS = 2_000;

/** The entry that an issuer's did:web document has for it. */
export const operatorsService = (did: string, publicUrl: string): { id: string; type: string; serviceEndpoint: string } => ({ id: `${did}#operators`, type: OPERATORS_SERVICE, serviceEndpoint: publicUrl + OPERATORS_PATH });

/** The address at which the document of `did` in these bytes of a stranger takes questions about operators, or `null`. */
export function operatorsAddressIn(bytes: Uint8Array, did: string): string | null {
  const document = objectIn(bytes);
  const services = document?.["id"] === did ? document["service"] : undefined;
  if (!Array.isArray(services)) return null;
  const entry = services.slice(0, SERVICES_LIMIT).find((each) => isObject(each) && (each["type"] === OPERATORS_SERVICE || (Array.isArray(each["type"]) && each["type"].includes(OPERATORS_SERVICE))));
  const address = isObject(entry) ? entry["serviceEndpoint"] : undefined;
  return typeof address === "string" && address.length <= ADDRESS_LIMIT_CHARACTERS ? address : null;
}
