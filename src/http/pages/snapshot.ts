// /v1/snapshot: what a device keeps, so that it can check seals and codes without a network as far as that goes.

import type { Express } from "express";
import { takeSnapshot } from "../../flows/verifying/snapshot.ts";
import { limitByAddress } from "../server/addresses.ts";
import { shared } from "../issuers/issuers.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** It reads every grant again; a minute's age matters to nobody who is about to be without a network for hours. */
const AGE_SECONDS = 60;

/** Adds the resource. */
export function addSnapshot(app: Express, { verify, judging, rateLimit }: Pick<ServiceParts, "verify" | "judging" | "rateLimit">): void {
  const take = shared(() => takeSnapshot(verify, judging));
  let kept: { readonly text: string; readonly until: number } | null = null;
  addResource(app, {
    path: "/v1/snapshot",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (_request, response) => {
        if (kept === null || performance.now() > kept.until) kept = { text: JSON.stringify(await take()), until: performance.now() + AGE_SECONDS * 1_000 };
        response.set({ "Content-Type": "application/json", "Cache-Control": `public, max-age=${AGE_SECONDS}` }).send(kept.text);
      },
    ],
  });
}
