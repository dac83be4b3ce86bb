// The HTTP server under the service: its patience with callers, and its answer to what is not HTTP.

import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Express } from "express";
import { STATUS, titleOf, type Problem } from "./problem.ts";

/** The server for `service`, not yet listening. Stop it with `close()`, which waits for the answers under way. */
export function serverFor(service: Express): Server {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: REQUEST_LIMIT_MS, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 }, service);
  server.on("clientError", refuse);
  return server;
}

/** Time for 1 GiB at 300 kB a second. Slower senders are noticed by their pace (see body.ts). */
const REQUEST_LIMIT_MS = 3_600_000;

/** What cannot be read as HTTP never reaches the service, so it is answered here. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const code = "request_malformed";
  const isLate = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const status = isLate ? 408 : error.code === "HPE_HEADER_OVERFLOW" ? 431 : STATUS[code] === 422 ? 400 : STATUS[code];
  const detail = isLate ? "The request did not arrive in time." : "This is not a readable HTTP request.";
  const problem: Omit<Problem, "requestId"> = { type: `/problems/${code}`, title: titleOf(code), status, code, detail };
  const body = JSON.stringify(problem);
  socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}
