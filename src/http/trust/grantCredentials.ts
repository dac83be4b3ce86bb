// /v1/grants/{id}/credential: the signed credential that carries a grant, for whoever knows the grant's id.

import type { Express } from "express";
import { Fault } from "../../core/fault.ts";
import { limitByAddress } from "../server/addresses.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** What was signed never changes. */
const AGE_SECONDS = 86_400;

/** Adds the resource. A legal entity's accreditation is public; nothing is listed, so only who was told the id finds it. */
export function addGrantCredentials(app: Express, { granting: { grants }, rateLimit }: Pick<ServiceParts, "granting" | "rateLimit">): void {
  addResource(app, {
    path: "/v1/grants/:id/credential",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (request, response) => {
        const id = String(request.params["id"]);
        const text = await grants.credentialOf(id);
        if (text === null) throw new Fault("not_found", "There is no grant with this id here, or no credential carries it: withdrawals have none, nor have grants from before there were credentials.");
        response.set({ "Content-Type": "application/vc+jwt", "Content-Disposition": `attachment; filename="accreditation-${id}.jwt"`, "Cache-Control": `public, max-age=${AGE_SECONDS}` }).send(Buffer.from(text, "latin1"));
      },
    ],
  });
}
