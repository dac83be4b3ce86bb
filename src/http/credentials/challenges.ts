// /v1/challenges: a random word for a holder to sign, good for one presentation.

import type { Express } from "express";
import { dateOf } from "../../core/report.ts";
import { limitByAddress } from "../server/addresses.ts";
import { readJson } from "../server/body.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { challengeRequest } from "../openapi/schemas.ts";

/** Adds the resource. Anybody may check what is presented, so anybody may ask for a challenge. */
export function addChallenges(app: Express, { rateLimit, makeChallenge, handIn }: Pick<ServiceParts, "rateLimit" | "makeChallenge" | "handIn">): void {
  addResource(app, {
    path: "/v1/challenges",
    audience: "anyone",
    post: [
      limitByAddress(rateLimit),
      async (request, response) => {
        const { audience, handIn: isHandedIn = false } = parseInput(challengeRequest, await readJson(request));
        const { challenge, expiresAt } = await makeChallenge(audience);
        const awaited = isHandedIn ? { answerToken: await handIn.expect(challenge) } : {};
        response.status(201).set("Cache-Control", "no-store").json({ challenge, audience, expiresAt: dateOf(expiresAt), ...awaited });
      },
    ],
  });
}
