// /status/{list}: how credentials stand, as signed Bitstring Status Lists, for whoever verifies with other software.

import type { Express, Request } from "express";
import { Fault } from "../../core/fault.ts";
import { parseStatusList } from "../../core/credentials/statusListNames.ts";
import { limitByAddress } from "../server/addresses.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** Adds the resource. A list tells nothing of who is in it, so anybody may have the whole of it. */
export function addStatusLists(app: Express, { statusLists, rateLimit }: Pick<ServiceParts, "statusLists" | "rateLimit">): void {
  addResource(app, {
    path: "/status/:list",
    audience: "anyone",
    get: [
      limitByAddress(rateLimit),
      async (request, response) => {
        const name = parseStatusList(String(request.params["list"]));
        const list = name === null ? null : await statusLists.listNamed(name);
        if (list === null) throw new Fault("not_found", "There is no status list of this name here. A credential's credentialStatus names its own.");
        const tag = `"${list.tag}"`;
        response.set({ "Cache-Control": `public, max-age=${list.keepSeconds}`, ETag: tag });
        if (knows(request, tag)) response.status(304).end();
        else response.set("Content-Type", "application/vc+jwt").send(Buffer.from(list.text, "latin1"));
      },
    ],
  });
}

/** Whether the caller has this very text already (RFC 9110, section 13.1.2). */
const knows = ({ headers }: Request, tag: string): boolean => (headers["if-none-match"] ?? "").split(",").some((known) => known.trim().replace(/^W\//, "") === tag);
