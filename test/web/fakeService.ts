// A stand-in for the service: the built page with the real headers, and an API that answers by script. What it answers
// shows only what the page makes of an answer; whether answers are right is tested on the real service.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Report } from "../../src/core/report.ts";
import { trustRoots } from "./reports.ts";

/** The policy under which the service serves the page. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/** What the API does with the next question. */
export type Script = (question: { digest: string; seal?: unknown; documentType?: string }) => Answer;
export type Answer = { report: Report } | { status: number; problem: Record<string, unknown> } | { status: number; raw: string } | "hang up" | "stay silent";

/** A call of the API, and what is answered. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}
export type Reply = { readonly status: number; readonly json?: unknown; readonly text?: string; readonly problem?: Record<string, unknown> } | "hang up" | "stay silent";

export class FakeService {
  script: Script = () => "hang up";
  /** Other calls of the API, as {@link Call} tells them; `null`: there is no such route. */
  api: (call: Call) => Reply | null | Promise<Reply | null> = () => null;
  /** Bodies of all questions, as they came. */
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => void this.#respond(request, response));
  }

  /** Starts to listen; resolves to the origin. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("content-security-policy", CONTENT_SECURITY_POLICY);
    const { pathname } = new URL(request.url!, "http://page");
    if (pathname === "/v1/trust-roots") return json(response, 200, { trustRoots });
    if (pathname === "/v1/verifications") return this.#answer(await bodyOf(request), response);
    if (/^\/(v1|schemas)\//.test(pathname)) return this.#call(request, response);
    const path = normalize(pathname === "/" ? "/index.html" : extname(pathname) === "" ? `${pathname}.html` : pathname);
    try {
      const content = await readFile(join(this.#folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "x-content-type-options": "nosniff" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  async #call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url!, "http://page");
    const reply = await this.api({ method: request.method!, path, query, headers: request.headers, body: await bodyOf(request) });
    if (reply === "hang up") response.destroy();
    else if (reply === "stay silent") return;
    else if (reply === null) json(response, 404, { code: "not_found", title: "", detail: "", requestId: "" }, "application/problem+json");
    else if (reply.text !== undefined) response.writeHead(reply.status, { "content-type": "text/plain" }).end(reply.text);
    else if (reply.problem !== undefined) json(response, reply.status, reply.problem, "application/problem+json");
    else json(response, reply.status, reply.json);
  }

  #answer(body: string, response: ServerResponse): void {
    this.asked.push(body);
    const question = JSON.parse(body) as Parameters<Script>[0];
    const answer = this.script(question);
    if (answer === "hang up") response.destroy();
    else if (answer === "stay silent") return;
    else if ("raw" in answer) response.writeHead(answer.status, { "content-type": "text/html" }).end(answer.raw);
    else if ("problem" in answer) json(response, answer.status, answer.problem, "application/problem+json");
    else json(response, 200, { ...answer.report, subject: { ...answer.report.subject, digest: question.digest, hasSeal: question.seal !== undefined } });
  }
}

function json(response: ServerResponse, status: number, value: unknown, type = "application/json"): void {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
