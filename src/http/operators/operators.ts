// /v1/operators: an operator's present authorisations by one of its identifiers; and the questions of partners' services.

import { setTimeout as pause } from "node:timers/promises";
import type { Express, RequestHandler, Response } from "express";
import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { normalisedIdentifier } from "../../core/operators/operatorIdentifiers.ts";
import { IDENTIFIER_LIMIT_CHARACTERS, isIdentifierValue, type OperatorQuestion } from "../../core/operators/partnerQuestion.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { limitByAddress } from "../server/addresses.ts";
import type { Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { parseInput } from "../server/input.ts";
import { takeFrom, type Allowance } from "./operatorAllowance.ts";
import { operatorQuery, partnerQuestion } from "./operatorSchemas.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

type Parts = Pick<ServiceParts, "desk" | "rateLimit"> & { readonly allowance: Allowance };

/** A person at a counter asks for fewer; whoever tries out numbers asks for more. */
const QUESTIONS_A_MINUTE = 20;
/** No answer comes sooner, so that its time tells little. */
const FLOOR_MS = 300;

/** Adds the resources. */
export function addOperators(app: Express, authenticate: Authenticate, { desk, rateLimit, allowance }: Parts): void {
  const mayAsk = authenticate("read", "issue", "accredit");
  // A key is not needed; where one comes it must be good.
  const known: RequestHandler = (request, response, next) => (request.headers.authorization === undefined ? next() : mayAsk(request, response, next));
  const byAddress = limitByAddress({ ...rateLimit, perMinute: Math.min(QUESTIONS_A_MINUTE, rateLimit.perMinute) });
  // The officers of an authority may share an address: they are counted by their key's issuer.
  const limit: RequestHandler = (request, response, next) => {
    if (askerIn(response) === null) return void byAddress(request, response, next);
    takeFrom(allowance, response, 1);
    next();
  };
  addResource(app, { path: "/v1/operators", audience: "anyone", get: [known, limit, lookUpHandler(desk)] });
  addResource(app, { path: "/v1/operators\\:ask", audience: "issuers", post: [limitByAddress(rateLimit), async (request, response) => void response.json(await desk.answer(parseInput(partnerQuestion, await readJson(request)).question))] });
}

/** The issuer whose key came; `null` where none did. */
export const askerIn = (response: Response): Address | null => (response.locals["issuer"] as Issuer | undefined)?.address ?? null;

/** What is asked about, in the one spelling. Throws `request_malformed`. */
export function questionIn({ identifier, scheme }: { readonly identifier: string; readonly scheme?: string | undefined }): OperatorQuestion {
  const value = normalisedIdentifier(identifier);
  if (!isIdentifierValue(value)) throw new Fault("request_malformed", `The field "identifier" must be an identifier, of at most ${IDENTIFIER_LIMIT_CHARACTERS} characters and without hidden ones.`);
  return { scheme: scheme ?? null, value };
}

function lookUpHandler(desk: Parts["desk"]): RequestHandler {
  return async (request, response) => {
    const question = questionIn(parseInput(operatorQuery, request.query));
    const [{ answers, block, checkedAt }] = await Promise.all([desk.lookUp([question], askerIn(response)), pause(FLOOR_MS)]);
    const { authorisations, isComplete, silent } = answers[0]!;
    // One word for all: whether somebody is unknown or would not be named is not told.
    if (authorisations.length === 0 && isComplete) throw new Fault("not_found", "Nothing may be told of an operator with this identifier: there is none that is known here or to a recognised partner, or it gave no consent. Compare the identifier with the operator's papers, and ask the operator for its certificate.");
    response.json({ authorisations, isComplete, silent, block, checkedAt });
  };
}
