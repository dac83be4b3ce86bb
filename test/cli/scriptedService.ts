// A service that answers by script, and remembers what it was asked.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly key: string | undefined;
  readonly body: any;
}

/** What it answers: a status and a body, or nothing at all. */
export type Answer = { readonly status?: number; readonly body?: unknown; readonly text?: string; readonly headers?: Record<string, string> } | "silence" | "hang up";

/** A running service. `script` may be changed at any time. */
export interface ScriptedService {
  readonly url: string;
  readonly asked: Asked[];
  script: (asked: Asked) => Answer;
  stop(): Promise<void>;
}

/** A problem as a service tells it. */
export const problem = (status: number, code: string, detail: string): Answer => ({ status, body: { type: `/problems/${code}`, title: code, status, code, detail, requestId: "r" } });

/** Starts a service on a loopback port. */
export async function startScripted(): Promise<ScriptedService> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = await askedIn(request);
    asked.push(one);
    reply(service.script(one), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service: ScriptedService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: () => ({ status: 404 }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

async function askedIn(request: IncomingMessage): Promise<Asked> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString();
  return { method: request.method!, path: request.url!, key: request.headers.authorization, body: bodyIn(text, request.headers["content-type"]) };
}

/** JSON, or lines of it. */
const bodyIn = (text: string, type: string | undefined): unknown => (text === "" ? undefined : type === "application/x-ndjson" ? text.trimEnd().split("\n").map((line) => JSON.parse(line)) : JSON.parse(text));

function reply(answer: Answer, response: ServerResponse): void {
  if (answer === "silence") return;
  if (answer === "hang up") return void response.destroy();
  const { status = 200, body, text, headers = {} } = answer;
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(text ?? JSON.stringify(body ?? {}));
}
