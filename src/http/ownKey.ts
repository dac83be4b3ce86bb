// /v1/api-key: whose key came with the request, and what it opens.

import type { Express } from "express";
import { z } from "zod";
import { didOf } from "../core/address.ts";
import { scopes, type Scope } from "../flows/administrationPorts.ts";
import { party } from "./answers.ts";
import { issuerOf, keyOf, scopesOf, type Authenticate } from "./apiKey.ts";
import { json, KEY_FAULTS, type Operation } from "./operationShapes.ts";
import type { ServiceParts } from "./parts.ts";
import { addResource } from "./resource.ts";

/** Adds the resource. */
export function addOwnKey(app: Express, authenticate: Authenticate, { ledger: { chainId } }: Pick<ServiceParts, "ledger">): void {
  addResource(app, {
    path: "/v1/api-key",
    audience: "issuers",
    get: [
      authenticate(...scopes),
      (_request, response) => {
        const { address, name } = issuerOf(response);
        response.json({ id: keyOf(response).replace(/^key:/, ""), issuer: { did: didOf(address, chainId), address, name }, scopes: scopesOf(response) });
      },
    ],
  });
}

export const ownKey = z.object({
  id: z.string().describe("The key's id, as the operator's list and the journal have it. Never the key."),
  issuer: party.extend({ name: z.string().describe("As registered here. Reports take names from grants instead.") }),
  scopes: z.array(z.enum(scopes)).describe("What the key opens."),
});

const ADDRESS = "0xdddddddddddddddddddddddddddddddddddddddd";
const EXAMPLE_SCOPES: readonly Scope[] = ["accredit", "read"];

/** The one operation. */
export const ownKeyOperation: Operation = {
  ...{ method: "get", path: "/v1/api-key", tag: "Service", summary: "See whose your API key is, and what it opens", needsKey: true },
  success: { status: 200, says: "The key's issuer and scopes.", content: json("OwnKey", { id: "5f1d0c2b7a9e4f36", issuer: { did: `did:ethr:0x7a69:${ADDRESS}`, address: ADDRESS, name: "Customs of Example" }, scopes: EXAMPLE_SCOPES }) },
  faults: KEY_FAULTS,
};
