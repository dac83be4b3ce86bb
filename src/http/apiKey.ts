// API keys: who is asking, by a Bearer token (RFC 6750).

import type { Request, RequestHandler, Response } from "express";
import { Fault } from "../core/fault.ts";
import type { Issuer } from "../flows/issuePorts.ts";
import { WrongKeys } from "./addresses.ts";
import type { ServiceParts } from "./parts.ts";

const BEARER = /^bearer +([\x21-\x7e]+) *$/i;

/** The issuer whose key came with the request that `response` answers. */
export const issuerOf = (response: Response): Issuer => response.locals["issuer"] as Issuer;

/** Lets issuers pass, and nobody else. Faults: `key_missing`, `key_unknown`, `too_many_requests`. */
export function requireApiKey({ register, rateLimit }: Pick<ServiceParts, "register" | "rateLimit">): RequestHandler {
  const wrongKeys = new WrongKeys(rateLimit);
  return async (request, response, next) => {
    const apiKey = apiKeyOf(request);
    await wrongKeys.refuseGuessers(request, response);
    const issuer = await register.issuerByApiKey(apiKey);
    if (issuer === null) {
      await wrongKeys.note(request);
      throw new Fault("key_unknown", "This API key is not one of this service.");
    }
    response.locals["issuer"] = issuer;
    next();
  };
}

function apiKeyOf({ headers: { authorization = "" } }: Request): string {
  const [, apiKey] = BEARER.exec(authorization) ?? [];
  if (apiKey === undefined) throw new Fault("key_missing", 'Send your API key in the header "Authorization: Bearer …".');
  return apiKey;
}
