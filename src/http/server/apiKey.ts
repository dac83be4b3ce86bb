// API keys: who is asking, by a Bearer token (RFC 6750), and for what.

import type { Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { byKey } from "../../core/journal.ts";
import type { Scope } from "../../flows/trust/administrationPorts.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { WrongKeys } from "./addresses.ts";
import type { ServiceParts } from "../parts.ts";

const BEARER = /^bearer +([\x21-\x7e]+) *$/i;

/** The issuer whose key came with the request that `response` answers. */
export const issuerOf = (response: Response): Issuer => response.locals["issuer"] as Issuer;

/** The key that came with the request, as the journal names it. */
export const keyOf = (response: Response): string => response.locals["key"] as string;

/** The id of the key that came with the request. */
export const keyIdOf = (response: Response): string => response.locals["keyId"] as string;

/** Lets keys pass that have one of these scopes, and nobody else. */
export type Authenticate = (...anyOf: readonly Scope[]) => RequestHandler;

/** Faults: `key_missing`, `key_unknown`, `key_expired`, `key_revoked`, `scope_missing`, `too_many_requests`. */
export function requireApiKey({ apiKeys, issue: { clock }, rateLimit }: Pick<ServiceParts, "apiKeys" | "issue" | "rateLimit">): Authenticate {
  const wrongKeys = new WrongKeys(rateLimit);
  return (...anyOf) => async (request, response, next) => {
    const apiKey = apiKeyOf(request);
    await wrongKeys.refuseGuessers(request, response);
    const holder = await apiKeys.holderOf(apiKey, clock());
    if (typeof holder === "string") {
      await wrongKeys.note(request);
      throw REFUSALS[holder]();
    }
    if (!anyOf.some((scope) => holder.scopes.includes(scope))) {
      throw new Fault("scope_missing", `This needs an API key with the scope ${anyOf.join(" or ")}. Yours has ${holder.scopes.join(", ")}.`);
    }
    Object.assign(response.locals, { issuer: holder.issuer, key: byKey(holder.keyId), keyId: holder.keyId });
    next();
  };
}

const REFUSALS = {
  unknown: () => new Fault("key_unknown", "This API key is not one of this service."),
  expired: () => new Fault("key_expired", "This API key has expired."),
  revoked: () => new Fault("key_revoked", "This API key was revoked."),
};

/** The Bearer token of the request. Throws `key_missing`. */
export function apiKeyOf({ headers: { authorization = "" } }: Request): string {
  const [, apiKey] = BEARER.exec(authorization) ?? [];
  if (apiKey === undefined) throw new Fault("key_missing", 'Send your API key in the header "Authorization: Bearer …".');
  return apiKey;
}
