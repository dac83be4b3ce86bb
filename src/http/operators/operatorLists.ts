// /v1/operators:list: up to 10,000 identifiers in, a table of operators out, each line answered as it comes.

import type { Express, Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { QUESTIONS_LIMIT } from "../../core/operators/partnerQuestion.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { contentOf } from "../server/body.ts";
import { BulkPlaces } from "../documents/bulkPlaces.ts";
import { LineCutter, type Line } from "../server/lines.ts";
import { breakOff } from "../server/lingering.ts";
import { takeFrom, type Allowance } from "./operatorAllowance.ts";
import { csvAnswers, csvLines, jsonAnswers, jsonLines, type AskedLine, type LineReader, type LineWriter } from "./operatorLines.ts";
import { askerIn } from "./operators.ts";
import type { ServiceParts } from "../parts.ts";
import { problemFor } from "../server/problem.ts";
import { requestIdOf } from "../server/requestLog.ts";
import { addResource } from "../server/resource.ts";
import { piecesOf, writeSlowly } from "../server/streaming.ts";

/** One list has no more identifiers. */
export const LIST_LIMIT = 10_000;

type Parts = Pick<ServiceParts, "desk" | "log"> & { readonly allowance: Allowance };

/** Adds the resource. Only who has a key may send lists: whoever could send them unnamed could try out a whole register. */
export function addOperatorLists(app: Express, authenticate: Authenticate, parts: Parts): void {
  addResource(app, { path: "/v1/operators\\:list", audience: "issuers", post: [authenticate("read", "issue", "accredit"), listHandler(parts)] });
}

function listHandler(parts: Parts): RequestHandler {
  const places = new BulkPlaces();
  return async (request, response) => {
    const reader = readerFor(request);
    const leave = places.take(issuerOf(response).address);
    try {
      await answerLines(new Exchange(request, response, { ...parts, reader, writer: request.accepts(["application/x-ndjson", "text/csv"]) === "text/csv" ? csvAnswers : jsonAnswers }));
    } finally {
      leave();
    }
  };
}

function readerFor(request: Request): LineReader {
  const { mediaType, isUtf8 } = contentOf(request);
  if (isUtf8 && mediaType === "text/csv") return csvLines();
  if (isUtf8 && mediaType === "application/x-ndjson") return jsonLines();
  throw new Fault("media_type_unsupported", "The Content-Type must be text/csv (columns identifier and scheme) or application/x-ndjson (one JSON object a line), in UTF-8.");
}

async function answerLines(exchange: Exchange): Promise<void> {
  try {
    const cutter = new LineCutter();
    for await (const piece of piecesOf(exchange.request)) await exchange.answer(cutter.push(piece));
    await exchange.answer(cutter.end());
    await exchange.end();
  } catch (error) {
    if (!exchange.response.headersSent) throw error;
    exchange.breakOff(error);
  }
}

type ExchangeParts = Parts & { readonly reader: LineReader; readonly writer: LineWriter };

/** One list and its answer, as far as they have come. */
class Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly #parts: ExchangeParts;
  #asked = 0;
  /** The first line that has no answer. */
  #next: Pick<AskedLine, "number" | "identifier" | "scheme"> = { number: 1, identifier: "", scheme: null };

  constructor(request: Request, response: Response, parts: ExchangeParts) {
    this.request = request;
    this.response = response;
    this.#parts = parts;
  }

  /** Answers the lines in their order, group by group. */
  async answer(lines: readonly Line[]): Promise<void> {
    const asked = lines.flatMap((line) => this.#parts.reader.read(line) ?? []);
    for (let start = 0; start < asked.length; start += QUESTIONS_LIMIT) await this.#answerGroup(asked.slice(start, start + QUESTIONS_LIMIT));
  }

  async end(): Promise<void> {
    await this.#write("");
    this.response.end();
  }

  /** Tells the first line that has no answer what happened, and ends in the middle. */
  breakOff(error: unknown): void {
    const { code, detail, status } = problemFor(error, requestIdOf(this.response));
    if (status >= 500) this.#parts.log.error({ requestId: requestIdOf(this.response), code, err: error, askedLines: this.#asked }, "list of operators broken off");
    breakOff(this.request, this.response, this.#parts.writer.refusal(this.#next, { code, detail }));
  }

  async #answerGroup(lines: readonly AskedLine[]): Promise<void> {
    const { desk, writer } = this.#parts;
    this.#next = lines[0]!;
    this.#count(lines.length);
    const questions = lines.flatMap((line) => ("question" in line ? [line.question] : []));
    const answers = (questions.length === 0 ? [] : (await desk.lookUp(questions, askerIn(this.response))).answers).values();
    await this.#write(lines.map((line) => ("question" in line ? writer.answer(line, answers.next().value!) : writer.refusal(line, { code: line.fault.code, detail: line.fault.message }))).join(""));
  }

  /** Lines that cannot be read count, too. Throws `limit_reached` and `too_many_requests`. */
  #count(lines: number): void {
    this.#asked += lines;
    if (this.#asked > LIST_LIMIT) throw new Fault("limit_reached", `One list has at most ${LIST_LIMIT} identifiers. Send the rest in another.`);
    takeFrom(this.#parts.allowance, this.response, lines);
  }

  async #write(text: string): Promise<void> {
    const { mediaType, head } = this.#parts.writer;
    const isFirst = !this.response.headersSent;
    if (isFirst) this.response.status(200).set("Content-Type", mediaType);
    await writeSlowly(this.response, (isFirst ? head : "") + text);
  }
}
