// /.well-known/tradeseal-ledger.json (RFC 8615): the ledger this service works with, for verifiers that trust no service.

import type { Express } from "express";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

const LEDGER_FORMAT = "tradeseal-ledger/1";

/** Adds the resource. */
export function addWellKnown(app: Express, { ledger }: Pick<ServiceParts, "ledger">): void {
  const { chainId, genesis, contracts } = ledger;
  const file = { format: LEDGER_FORMAT, chainId, genesis, contracts };
  addResource(app, { path: "/.well-known/tradeseal-ledger.json", audience: "anyone", get: [(_request, response) => void response.json(file)] });
}
