// /healthz and /readyz, for whoever runs the service.

import type { Express } from "express";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "./resource.ts";

/** Adds both: one says that the process answers, the other whether it can do all its work. */
export function addHealth(app: Express, { readiness }: Pick<ServiceParts, "readiness">): void {
  addResource(app, { path: "/healthz", audience: "anyone", get: [(_request, response) => void response.json({ status: "ok" })] });
  addResource(app, { path: "/readyz", audience: "anyone", get: [async (_request, response) => {
    const { isReady, waitingFor } = await readiness();
    response.status(isReady ? 200 : 503).json({ isReady, waitingFor });
  }] });
}
