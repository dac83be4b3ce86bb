// A parser of multipart/form-data (RFC 7578, RFC 2046 section 5.1) that hands on the bytes of each part as they arrive.
//
// Why our own: the usual parser searches for boundaries byte by byte in JavaScript, which costs half as much again as the
// hashing itself. This one leaves the search to Buffer.indexOf, and refuses what it does not understand.

import { Fault } from "../../core/fault.ts";

/** How a part begins. */
export interface PartHead {
  readonly name: string;
  /** Whether the sender says that it is a file: it has a file name, or a type that is not plain text. */
  readonly isFile: boolean;
}

/** Where parts go, one after the other. What it throws ends the parsing. */
export interface PartSink {
  begin(head: PartHead): void;
  /** More bytes of the part. The buffer is the sink's only until it returns. */
  content(bytes: Buffer): void;
  end(): void;
}

/** Browsers send some hundred bytes of part headers; a long file name a few hundred more. */
const HEAD_LIMIT_BYTES = 8_192;
/** White space that mail gateways may add after a boundary. */
const PADDING_LIMIT_BYTES = 100;
const NOTHING = Buffer.alloc(0);
const CARRIAGE_RETURN = 0x0d;
const BOUNDARY = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i;
/** RFC 2046, `boundary`. */
const BOUNDARY_SIGNS = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/;

/** The boundary that a Content-Type names. Throws `body_malformed`. */
export function boundaryIn(contentType: string): string {
  const [, quoted, bare] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? bare ?? "";
  if (!BOUNDARY_SIGNS.test(boundary)) throw new Fault("body_malformed", "The Content-Type of a multipart body must name its boundary: 1 to 70 characters.");
  return boundary;
}

/** Takes a body in pieces of any size. It holds back no more than a part's headers or the beginning of a boundary. */
export class MultipartParser {
  readonly #delimiter: Buffer;
  readonly #sink: PartSink;
  /** A boundary follows a line end; the body's first one may follow nothing. */
  #held: Buffer = Buffer.from("\r\n");
  #place: "preamble" | "content" | "boundary" | "head" | "epilogue" = "preamble";

  constructor(boundary: string, sink: PartSink) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
    this.#sink = sink;
  }

  /** Takes the next bytes. Throws `body_malformed`, and what the sink throws. */
  write(chunk: Buffer): void {
    let rest: Buffer | null = this.#held.length === 0 ? chunk : this.#joined(chunk);
    this.#held = NOTHING;
    while (rest !== null && rest.length > 0) rest = this.#step(rest);
  }

  /** What was held back, and `chunk`. A large chunk is not copied for the sake of a line end that was no boundary. */
  #joined(chunk: Buffer): Buffer {
    const reach = this.#delimiter.length;
    const isLineEnd = this.#place === "content" && chunk.length > reach && !Buffer.concat([this.#held, chunk.subarray(0, reach)]).includes(this.#delimiter);
    if (!isLineEnd) return Buffer.concat([this.#held, chunk]);
    this.#sink.content(this.#held);
    return chunk;
  }

  /** Says that there are no more bytes. Throws `body_malformed` when the last boundary is missing. */
  end(): void {
    if (this.#place !== "epilogue") throw malformed("breaks off before its last boundary");
  }

  /** Takes what it can. @returns what is left for the next step, or `null` when more bytes must come first. */
  #step(data: Buffer): Buffer | null {
    switch (this.#place) {
      case "preamble":
      case "content":
        return this.#toBoundary(data);
      case "boundary":
        return this.#afterBoundary(data);
      case "head":
        return this.#head(data);
      case "epilogue":
        return null;
    }
  }

  #toBoundary(data: Buffer): Buffer | null {
    const found = data.indexOf(this.#delimiter);
    const end = found === -1 ? this.#possibleBoundaryIn(data) : found;
    if (this.#place === "content" && end > 0) this.#sink.content(data.subarray(0, end));
    if (found === -1) return this.#hold(data.subarray(end));
    if (this.#place === "content") this.#sink.end();
    this.#place = "boundary";
    return data.subarray(found + this.#delimiter.length);
  }

  /** Where a boundary might begin that the next bytes complete; the length of the data when nowhere. */
  #possibleBoundaryIn(data: Buffer): number {
    const begins = data.indexOf(CARRIAGE_RETURN, Math.max(0, data.length - this.#delimiter.length + 1));
    return begins === -1 ? data.length : begins;
  }

  #afterBoundary(data: Buffer): Buffer | null {
    const end = data.indexOf("\r\n");
    const line = data.toString("latin1", 0, end === -1 ? PADDING_LIMIT_BYTES : end);
    if (line.startsWith("--")) {
      this.#place = "epilogue";
      return null;
    }
    if (end === -1 && line.length < PADDING_LIMIT_BYTES) return this.#hold(data);
    if (end === -1 || !/^[ \t]*$/.test(line)) throw malformed("has something else on the line of a boundary");
    this.#place = "head";
    return data.subarray(end);
  }

  /** The head begins with the line end of its boundary, so a part without headers ends it, too. */
  #head(data: Buffer): Buffer | null {
    const end = data.indexOf("\r\n\r\n");
    if ((end === -1 ? data.length : end) > HEAD_LIMIT_BYTES) throw malformed("has a part with too long headers");
    if (end === -1) return this.#hold(data);
    this.#place = "content";
    this.#sink.begin(headFrom(data.toString("utf8", 0, end)));
    return data.subarray(end + "\r\n\r\n".length);
  }

  #hold(data: Buffer): null {
    this.#held = data;
    return null;
  }
}

const PARAMETER = /;\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gy;

function headFrom(text: string): PartHead {
  const headers = text.split("\r\n");
  const [disposition, second] = headers.filter((header) => /^content-disposition:/i.test(header));
  const [start = ""] = /^[^:]+:\s*form-data\s*/i.exec(disposition ?? "") ?? [];
  if (start === "" || second !== undefined) throw malformed("has a part without a Content-Disposition of form-data");
  const list = disposition!.slice(start.length);
  const parameters = new Map<string, string>();
  let readTo = 0;
  for (const { 0: all, 1: name, 2: quoted, 3: bare } of list.matchAll(PARAMETER)) {
    parameters.set(name!.toLowerCase(), quoted ?? bare!);
    readTo += all.length;
  }
  const name = parameters.get("name");
  if (name === undefined || list.slice(readTo).trim() !== "") throw malformed("has a part whose name cannot be read");
  const isPlain = !headers.some((header) => /^content-type:/i.test(header) && !/^content-type:\s*text\/plain/i.test(header));
  return { name, isFile: parameters.has("filename") || parameters.has("filename*") || !isPlain };
}

const malformed = (what: string): Fault => new Fault("body_malformed", `The multipart body ${what}.`);
