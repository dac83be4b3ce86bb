// A stand-in for the service: the built page with the real headers, and an API that answers by script. What it answers
// shows only what the page makes of an answer; whether answers are right is tested on the real service.

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Report } from "../../src/core/report.ts";
import { trustRoots } from "./reports.ts";

/** The policy under which the service serves the page. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/** What the API does with the next question. */
export type Script = (question: { digest: string; seal?: unknown; documentType?: string; credential?: string; code?: string }) => Answer;
export type Answer = { report: Report } | { status: number; problem: Record<string, unknown>; headers?: Record<string, string> } | { status: number; raw: string } | "hang up" | "stay silent";

/** A call of any other resource. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a scripted resource does with a call. */
export type Route = (call: Call) => { status?: number; json: unknown } | { status: number; problem: Record<string, unknown> } | "hang up" | "stay silent";

/** What the API does with another call. */
export type Reply = { readonly status: number; readonly json?: unknown; readonly text?: string; readonly problem?: Record<string, unknown> } | "hang up" | "stay silent";

export class FakeService {
  script: Script = () => "hang up";
  /** Whether nothing is answered at all, as without a network. */
  isGone = false;
  /** What other paths answer, by the path. */
  readonly others = new Map<string, (search: URLSearchParams) => Answer | { json: unknown }>();
  /** How long each answer takes. */
  delayMs = 0;
  /** How many questions were under way at once, at most. */
  mostAtOnce = 0;
  #underWay = 0;
  /** Other resources, by method and path; `*` at the end stands for whatever follows. They go before the built ones. */
  readonly routes = new Map<string, Route>();
  /** The calls that they were asked with. */
  readonly calls: Call[] = [];
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
    if (this.isGone) return void response.destroy();
    response.setHeader("content-security-policy", CONTENT_SECURITY_POLICY);
    const { pathname, searchParams: query } = new URL(request.url!, "http://page");
    const other = this.others.get(pathname);
    if (other !== undefined) return send(other(query), response);
    const route = this.#routeOf(`${request.method} ${pathname}`);
    if (route !== null) return this.#play(route, { method: request.method!, path: pathname, query, headers: request.headers, body: await bodyOf(request) }, response);
    if (pathname === "/v1/trust-roots") return json(response, 200, { trustRoots });
    if (pathname === "/v1/verifications") {
      this.mostAtOnce = Math.max(this.mostAtOnce, (this.#underWay += 1));
      response.once("close", () => (this.#underWay -= 1));
      const body = await bodyOf(request);
      return void setTimeout(() => this.#answer(body, response), this.delayMs);
    }
    if (/^\/(v1|schemas)\//.test(pathname)) return this.#call(request, response);
    const path = normalize(pathname === "/" ? "/index.html" : extname(pathname) === "" ? `${pathname}.html` : pathname);
    if (path === "/index.html") response.setHeader("permissions-policy", "camera=(self), microphone=(), geolocation=()");
    try {
      const content = await readFile(join(this.#folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "x-content-type-options": "nosniff" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  #routeOf(name: string): Route | null {
    const starred = [...this.routes.keys()].find((key) => key.endsWith("*") && name.startsWith(key.slice(0, -1)));
    return this.routes.get(name) ?? (starred === undefined ? null : this.routes.get(starred)!);
  }

  #play(route: Route, call: Call, response: ServerResponse): void {
    this.calls.push(call);
    const answer = route(call);
    if (typeof answer === "string" || "problem" in answer) return send(answer, response);
    json(response, answer.status ?? 200, answer.json);
  }

  async #call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url!, "http://page");
    const reply = await this.api({ method: request.method!, path, query, headers: request.headers, body: await bodyOf(request) });
    if (typeof reply === "string") send(reply, response);
    else if (reply === null) send({ status: 404, problem: { code: "not_found", title: "", detail: "", requestId: "" } }, response);
    else if (reply.text !== undefined) response.writeHead(reply.status, { "content-type": "text/plain" }).end(reply.text);
    else if (reply.problem !== undefined) send({ status: reply.status, problem: reply.problem }, response);
    else json(response, reply.status, reply.json);
  }

  #answer(body: string, response: ServerResponse): void {
    this.asked.push(body);
    const question = JSON.parse(body) as Parameters<Script>[0];
    const answer = this.script(question);
    if (typeof answer === "string" || !("report" in answer)) return send(answer, response);
    // About something signed the script itself knows the digest.
    json(response, 200, { ...answer.report, subject: { ...answer.report.subject, ...(question.digest === undefined ? {} : { digest: question.digest }), hasSeal: question.seal !== undefined } });
  }
}

function send(answer: Answer | { json: unknown }, response: ServerResponse): void {
  if (answer === "hang up") response.destroy();
  else if (answer === "stay silent") return;
  else if ("raw" in answer) response.writeHead(answer.status, { "content-type": "text/html" }).end(answer.raw);
  else if ("problem" in answer) json(response, answer.status, answer.problem, { "content-type": "application/problem+json", ...answer.headers });
  else json(response, 200, "json" in answer ? answer.json : answer.report);
}

function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = { "content-type": "application/json" }): void {
  response.writeHead(status, headers).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
