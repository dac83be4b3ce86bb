// /v1/documents:bulk: documents by the million, as a stream of lines, each answered once it is stored durably.

import type { Express, Request, RequestHandler, Response } from "express";
import { setTimeout as pause } from "node:timers/promises";
import { acceptMany } from "../../flows/issuing/bulk.ts";
import type { Backlog } from "../../flows/carrying/backlog.ts";
import { refuseDeactivated } from "../../flows/issuing/issue.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { refuseOtherThanLines } from "../server/body.ts";
import { acceptedLine, readLine, refusedLine, type ReadLine } from "./bulkLines.ts";
import { BulkPlaces } from "./bulkPlaces.ts";
import { LineCutter, type Line } from "../server/lines.ts";
import { breakOff } from "../server/lingering.ts";
import type { ServiceParts } from "../parts.ts";
import { problemFor, RETRY_SECONDS } from "../server/problem.ts";
import { requestIdOf } from "../server/requestLog.ts";
import { addResource } from "../server/resource.ts";
import { piecesOf, writeSlowly } from "../server/streaming.ts";

type Parts = Pick<ServiceParts, "issue" | "nudge" | "verify" | "log"> & { readonly backlog: Backlog };

/** Adds the resource. */
export function addBulk(app: Express, authenticate: Authenticate, parts: Parts): void {
  addResource(app, { path: "/v1/documents\\:bulk", audience: "issuers", post: [authenticate("issue"), bulkHandler(parts)] });
}

function bulkHandler(parts: Parts): RequestHandler {
  const places = new BulkPlaces();
  return async (request, response) => {
    refuseOtherThanLines(request);
    refuseDeactivated(issuerOf(response), parts.verify.index);
    // Of use only while nothing was answered: later the connection breaks off.
    response.set("Retry-After", String(RETRY_SECONDS));
    const leave = places.take(issuerOf(response).address);
    try {
      await parts.backlog.refuseWhenFull("in bulk");
      await answerLines(new Exchange(request, response, parts));
    } finally {
      leave();
    }
  };
}

async function answerLines(exchange: Exchange): Promise<void> {
  try {
    const cutter = new LineCutter();
    for await (const piece of piecesOf(exchange.request)) await exchange.answer(cutter.push(piece));
    await exchange.answer(cutter.end());
    exchange.end();
  } catch (error) {
    if (!exchange.response.headersSent) throw error;
    exchange.breakOff(error);
  }
}

/** Lines that are stored together. The store's own groups are as large. */
const GROUP_LINES = 1_000;
/** While too many documents wait for the ledger, the sender waits so long, too, before it is sent away. */
const ROOM_PATIENCE_SECONDS = 30;
const ROOM_POLL_SECONDS = 0.25;

/** One request and its answer, as far as they have come. */
class Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly #parts: Parts;
  readonly #issuer: Issuer;
  #answered = 0;

  constructor(request: Request, response: Response, parts: Parts) {
    this.request = request;
    this.response = response;
    this.#parts = parts;
    this.#issuer = issuerOf(response);
  }

  /** Answers the lines in their order, group by group. */
  async answer(lines: readonly Line[]): Promise<void> {
    for (let start = 0; start < lines.length; start += GROUP_LINES) await this.#answerGroup(lines.slice(start, start + GROUP_LINES));
  }

  end(): void {
    this.#begin();
    this.response.end();
  }

  /** Tells the first line that has no answer what happened, and ends in the middle. */
  breakOff(error: unknown): void {
    const { code, detail, status } = problemFor(error, requestIdOf(this.response));
    if (status >= 500) this.#parts.log.error({ requestId: requestIdOf(this.response), code, err: error, answeredLines: this.#answered }, "bulk request broken off");
    breakOff(this.request, this.response, refusedLine(this.#answered + 1, { code, detail }));
  }

  async #answerGroup(lines: readonly Line[]): Promise<void> {
    const { issue, backlog, nudge } = this.#parts;
    // An issuer may give up its identity while its lines come.
    refuseDeactivated(this.#issuer, this.#parts.verify.index);
    const read = lines.map((line) => readLine(line, this.#issuer.address));
    await this.#waitForRoom();
    const accepted = await acceptMany(read.flatMap((line) => ("asked" in line ? [line.asked] : [])), issue);
    const fresh = accepted.filter(({ isNew }) => isNew).length;
    backlog.note(fresh);
    if (fresh > 0) nudge();
    const answers = accepted.values();
    const answerTo = (line: ReadLine): string => ("asked" in line ? acceptedLine(answers.next().value!) : refusedLine(line.number, { code: line.fault.code, detail: line.fault.message }));
    await this.#write(read.map(answerTo).join(""));
    this.#answered += lines.length;
  }

  async #write(text: string): Promise<void> {
    this.#begin();
    await writeSlowly(this.response, text);
  }

  #begin(): void {
    if (this.response.headersSent) return;
    this.response.removeHeader("Retry-After");
    this.response.status(200).set("Content-Type", "application/x-ndjson");
  }

  async #waitForRoom(): Promise<void> {
    const { backlog } = this.#parts;
    const deadline = performance.now() + ROOM_PATIENCE_SECONDS * 1000;
    while (!(await backlog.hasRoom("in bulk"))) {
      if (performance.now() > deadline || this.response.destroyed) throw backlog.full("in bulk");
      await pause(ROOM_POLL_SECONDS * 1000);
    }
  }
}
