// The HTTP server under the service: its patience with callers, and its answer to what is not HTTP.

import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import { titleOf, type Problem } from "./problem.ts";

/** The server for `service`, not yet listening. Stop it with `close()`, which waits for the answers under way. */
export function serverFor(service: Express): Server {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: REQUEST_LIMIT_MS, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 }, service);
  server.on("clientError", refuse);
  return server;
}

/** Time for 1 GiB at 300 kB a second. Slower senders are noticed by their pace (see body.ts). */
const REQUEST_LIMIT_MS = 3_600_000;

/** What cannot be read as HTTP never reaches the service, so it is answered here. */
function refuse({ code: cause }: NodeJS.ErrnoException, socket: Duplex): void {
  // In the middle of an answer another one would be taken for a part of it (Node's own handler looks at the same member).
  const isAnswering = (socket as { _httpMessage?: { headersSent?: boolean } })._httpMessage?.headersSent === true;
  if (cause === "ECONNRESET" || !socket.writable || isAnswering) return void socket.destroy();
  const [status, phrase, detail] = REFUSALS[cause ?? ""] ?? [400, "Bad Request", "This is not a readable HTTP request."];
  const code = "request_malformed";
  const problem: Problem = { type: `/problems/${code}`, title: titleOf(code), status, code, detail, requestId: randomUUID() };
  const body = JSON.stringify(problem);
  const headers = [`X-Request-Id: ${problem.requestId}`, "Content-Type: application/problem+json", `Content-Length: ${Buffer.byteLength(body)}`, "Connection: close"];
  socket.end([`HTTP/1.1 ${status} ${phrase}`, ...headers, "", body].join("\r\n"));
}

const REFUSALS: Readonly<Record<string, readonly [status: number, phrase: string, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "The request did not arrive in time."],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "The request has too many headers, or too long ones."],
};
