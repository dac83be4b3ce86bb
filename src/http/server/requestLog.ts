// The request log: an id for every request, and one line about it when it is over. Never names, keys or bodies.

import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Logger } from "pino";

const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** The id under which the log knows the request that `response` answers. */
export const requestIdOf = (response: Response): string => response.locals["requestId"] as string;

/** Gives each request its id (the caller's `X-Request-Id` when it is sane) and logs its outcome. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const given = request.headers["x-request-id"];
    const requestId = typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
    response.locals["requestId"] = requestId;
    response.setHeader("X-Request-Id", requestId);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // An answer is about this moment. Files that live longer say so themselves.
    response.setHeader("Cache-Control", "no-store");
    response.once("close", () => log.info(lineAbout(request, response, begun), "request"));
    next();
  };
}

/** The route's pattern, not the address: addresses carry digests and whatever strangers type. */
function lineAbout(request: Request, response: Response, begun: number): object {
  const { method } = request;
  const route = (request.route as { path?: string } | undefined)?.path ?? null;
  const durationMs = Math.round((performance.now() - begun) * 1000) / 1000;
  return { requestId: requestIdOf(response), method, route, status: response.statusCode, durationMs, ...(response.writableFinished ? {} : { isAborted: true }) };
}
