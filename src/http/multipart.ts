// Multipart uploads (RFC 7578), streamed straight into SHA-256. Nothing touches the disk, and no file is ever held whole.

import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import busboy, { type Busboy } from "busboy";
import type { Request } from "express";
import type { Digest } from "../core/digest.ts";
import { Fault } from "../core/fault.ts";
import { SEAL_LIMIT_BYTES } from "../core/seal.ts";
import { withPatience } from "./body.ts";

/** What a multipart body brought. */
export interface Upload {
  readonly digest: Digest;
  /** The part "seal", sent as text or as a file. */
  readonly seal: Uint8Array | string | null;
  /** The other text parts, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a multipart body may bring: the part "file", and the parts named here. */
export interface UploadRules {
  readonly fileLimitBytes: number;
  readonly partNames: readonly string[];
}

/** Part headers, boundaries and the text parts beside the file, with room to spare. */
const OVERHEAD_BYTES = 131_072;
const TEXT_LIMIT_BYTES = 1_024;
/** A stranger's part name is shown to this length. */
const NAME_LIMIT = 40;

/**
 * Reads an upload, its parts in any order.
 *
 * @throws Fault `body_malformed`, `file_missing`, `file_too_large`, `seal_malformed`, or `request_malformed` naming the part.
 */
export async function readUpload(request: Request, rules: UploadRules): Promise<Upload> {
  const parser = parserFor(request);
  const reader = new UploadReader(rules);
  reader.refuseAbove(Number(request.headers["content-length"]));
  reader.listenTo(parser);
  request.on("data", (chunk: Buffer) => reader.count(chunk.length));
  request.pipe(parser);
  try {
    return await withPatience(request, reader);
  } finally {
    request.unpipe(parser);
    parser.destroy();
  }
}

function parserFor({ headers }: Request): Busboy {
  // A part's own limits are checked by name below; these stop a body that is nothing but parts.
  const limits = { fields: 20, files: 20, parts: 40, headerPairs: 100, fieldNameSize: 100, fieldSize: SEAL_LIMIT_BYTES + 1 };
  try {
    return busboy({ headers, limits, defParamCharset: "utf8" });
  } catch (error) {
    throw new Fault("body_malformed", "The Content-Type of a multipart body must name its boundary.", { cause: error });
  }
}

class UploadReader {
  readonly promise: Promise<Upload>;
  readonly reject: (fault: Fault) => void;
  readonly #resolve: (upload: Upload) => void;
  readonly #rules: UploadRules;
  readonly #seen = new Set<string>();
  readonly #fields: Record<string, string> = {};
  #digest: Digest | null = null;
  #seal: Uint8Array | string | null = null;
  #bodyBytes = 0;

  constructor(rules: UploadRules) {
    this.#rules = rules;
    const { promise, resolve, reject } = Promise.withResolvers<Upload>();
    this.promise = promise;
    this.reject = reject;
    this.#resolve = resolve;
  }

  listenTo(parser: Busboy): void {
    const tooMany = (): void => this.reject(new Fault("body_malformed", "The multipart body has too many parts."));
    parser.on("file", (name, stream) => this.#takeFile(name, stream));
    parser.on("field", (name, value, { valueTruncated }) => this.#takeText(name, value, valueTruncated ? Infinity : value.length));
    parser.on("partsLimit", tooMany).on("filesLimit", tooMany).on("fieldsLimit", tooMany);
    parser.on("error", () => this.reject(new Fault("body_malformed", "The multipart body breaks off or does not follow its format.")));
    parser.on("close", () => this.#finish());
  }

  /** Bytes before the first boundary belong to no part, so the whole is counted as well. */
  count(bytes: number): void {
    this.#bodyBytes += bytes;
    this.refuseAbove(this.#bodyBytes);
  }

  refuseAbove(bodyBytes: number): void {
    if (bodyBytes > this.#rules.fileLimitBytes + OVERHEAD_BYTES) this.#refuseSize();
  }

  #refuseSize(): void {
    this.reject(new Fault("file_too_large", `This service reads files of at most ${this.#rules.fileLimitBytes} bytes. Send the file's digest instead.`));
  }

  #takeFile(name: string, stream: Readable): void {
    // A parser that is stopped destroys its streams with an error; the fault has been told already.
    stream.on("error", () => {});
    if (!this.#admits(name)) return void stream.resume();
    if (name === "file") this.#hash(stream);
    else if (name === "seal") this.#keepSeal(stream);
    else {
      this.reject(new Fault("request_malformed", `The part "${name}" must be text, not a file.`));
      stream.resume();
    }
  }

  #hash(stream: Readable): void {
    const hash = createHash("sha256");
    let size = 0;
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > this.#rules.fileLimitBytes) this.#refuseSize();
      else hash.update(chunk);
    });
    stream.once("end", () => (this.#digest = hash.digest("hex") as string as Digest));
  }

  #keepSeal(stream: Readable): void {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > SEAL_LIMIT_BYTES) this.#refuseSeal();
      else chunks.push(chunk);
    });
    stream.once("end", () => (this.#seal = Buffer.concat(chunks)));
  }

  #takeText(name: string, value: string, size: number): void {
    if (!this.#admits(name)) return;
    if (name === "file") this.reject(new Fault("file_missing", 'The part "file" came as text. Send it as a file: its Content-Disposition needs a filename.'));
    else if (name === "seal" && size > SEAL_LIMIT_BYTES) this.#refuseSeal();
    else if (name === "seal") this.#seal = value;
    else if (size > TEXT_LIMIT_BYTES) this.reject(new Fault("request_malformed", `The part "${name}" is too long.`));
    else this.#fields[name] = value;
  }

  #refuseSeal(): void {
    this.reject(new Fault("seal_malformed", `The part "seal" has more than ${SEAL_LIMIT_BYTES} bytes: it is no seal.`));
  }

  #admits(name: string): boolean {
    const isKnown = name === "file" || this.#rules.partNames.includes(name);
    if (!isKnown) this.reject(new Fault("request_malformed", `The part "${name.slice(0, NAME_LIMIT)}" is not known here.`));
    if (isKnown && this.#seen.has(name)) this.reject(new Fault("request_malformed", `The part "${name}" stands twice.`));
    const isFirst = isKnown && !this.#seen.has(name);
    this.#seen.add(name);
    return isFirst;
  }

  #finish(): void {
    const digest = this.#digest;
    if (digest === null) this.reject(new Fault("file_missing", 'The multipart body has no part "file".'));
    else this.#resolve({ digest, seal: this.#seal, fields: this.#fields });
  }
}
