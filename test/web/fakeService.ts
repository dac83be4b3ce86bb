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

export class FakeService {
  script: Script = () => "hang up";
  /** Whether nothing is answered at all, as without a network. */
  isGone = false;
  /** What other paths answer, by the path. */
  readonly others = new Map<string, (search: URLSearchParams) => Answer | { json: unknown }>();
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
    if (this.isGone) return void response.destroy();
    response.setHeader("content-security-policy", CONTENT_SECURITY_POLICY);
    const { pathname, searchParams } = new URL(request.url!, "http://page");
    const other = this.others.get(pathname);
    if (other !== undefined) return send(other(searchParams), response);
    if (pathname === "/v1/trust-roots") return json(response, 200, { trustRoots });
    if (pathname === "/v1/verifications") return this.#answer(await bodyOf(request), response);
    const path = normalize(pathname === "/" ? "/index.html" : extname(pathname) === "" ? `${pathname}.html` : pathname);
    try {
      const content = await readFile(join(this.#folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "x-content-type-options": "nosniff" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  #answer(body: string, response: ServerResponse): void {
    this.asked.push(body);
    const question = JSON.parse(body) as Parameters<Script>[0];
    const answer = this.script(question);
    if (typeof answer === "string" || !("report" in answer)) return send(answer, response);
    json(response, 200, { ...answer.report, subject: { ...answer.report.subject, digest: question.digest, hasSeal: question.seal !== undefined } });
  }
}

function send(answer: Answer | { json: unknown }, response: ServerResponse): void {
  if (answer === "hang up") response.destroy();
  else if (answer === "stay silent") return;
  else if ("raw" in answer) response.writeHead(answer.status, { "content-type": "text/html" }).end(answer.raw);
  else if ("problem" in answer) json(response, answer.status, answer.problem, "application/problem+json");
  else json(response, 200, "json" in answer ? answer.json : answer.report);
}

function json(response: ServerResponse, status: number, value: unknown, type = "application/json"): void {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
