// Multipart uploads, streamed straight into SHA-256. Nothing touches the disk, and no file is ever held whole.

import { createHash } from "node:crypto";
import type { Request } from "express";
import type { Digest } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import { SIGNED_FILE_LIMIT_BYTES, signedTextIn, type SignedText } from "../../core/credentials/file.ts";
import { SEAL_LIMIT_BYTES } from "../../core/seal.ts";
import { withPatience } from "./body.ts";
import { boundaryIn, MultipartParser, type PartHead, type PartSink } from "./multipartParser.ts";

/** What a multipart body brought. */
export interface Upload {
  readonly digest: Digest;
  /** The credential or presentation that the file claims to be, or `null`. */
  readonly signed: SignedText | null;
  /** The part "seal", as it came. */
  readonly seal: Uint8Array | null;
  /** The other parts, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a multipart body may bring: the part "file", and the parts named here. */
export interface UploadRules {
  readonly fileLimitBytes: number;
  readonly partNames: readonly string[];
}

/** Part headers, boundaries and the small parts beside the file, with room to spare. */
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
  const { promise, resolve, reject } = Promise.withResolvers<Upload>();
  const { "content-type": contentType = "", "content-length": announced = "0" } = request.headers;
  const upload = new UploadReader(rules);
  upload.refuseAbove(Number(announced));
  const parser = new MultipartParser(boundaryIn(contentType), upload);

  const orReject = (take: () => void): void => {
    try {
      take();
    } catch (error) {
      request.off("data", onData);
      reject(error);
    }
  };
  const onData = (chunk: Buffer): void => orReject(() => (upload.count(chunk.length), parser.write(chunk)));
  request.on("data", onData).once("end", () => orReject(() => (parser.end(), resolve(upload.finish()))));
  return withPatience(request, { promise, reject });
}

/** Takes the parts as they come, and refuses what is out of place at once. */
class UploadReader implements PartSink {
  readonly #rules: UploadRules;
  readonly #hash = createHash("sha256");
  /** Small parts that have come, by name. */
  readonly #parts = new Map<string, Buffer>();
  #hasFile = false;
  /** How the file begins: as much as tells whether it is something signed. */
  #start: Buffer[] = [];
  #fileBytes = 0;
  #name = "";
  #pieces: Buffer[] = [];
  #partBytes = 0;
  #bodyBytes = 0;

  constructor(rules: UploadRules) {
    this.#rules = rules;
  }

  /** Bytes before the first boundary belong to no part, so the whole is counted as well. */
  count(bytes: number): void {
    this.#bodyBytes += bytes;
    this.refuseAbove(this.#bodyBytes);
  }

  refuseAbove(bodyBytes: number): void {
    if (bodyBytes > this.#rules.fileLimitBytes + OVERHEAD_BYTES) throw this.#tooLarge();
  }

  #tooLarge(): Fault {
    return new Fault("file_too_large", `This service reads files of at most ${this.#rules.fileLimitBytes} bytes. Send the file's digest instead.`);
  }

  begin({ name, isFile }: PartHead): void {
    const isKnown = name === "file" || this.#rules.partNames.includes(name);
    if (!isKnown) throw new Fault("request_malformed", `The part "${name.slice(0, NAME_LIMIT)}" is not known here.`);
    if (name === "file" ? this.#hasFile : this.#parts.has(name)) throw new Fault("request_malformed", `The part "${name}" stands twice.`);
    // Whoever forgets the sign for "a file" in a tool sends the file's name instead, and would have that anchored.
    if (name === "file" && !isFile) throw new Fault("file_missing", 'The part "file" came as text. Send it as a file: its Content-Disposition needs a filename.');
    this.#name = name;
    this.#pieces = [];
    this.#partBytes = 0;
  }

  content(bytes: Buffer): void {
    this.#partBytes += bytes.length;
    if (this.#name === "file") this.#hashOn(bytes);
    else this.#keep(bytes);
  }

  #hashOn(bytes: Buffer): void {
    if (this.#partBytes > this.#rules.fileLimitBytes) throw this.#tooLarge();
    this.#hash.update(bytes);
    const room = SIGNED_FILE_LIMIT_BYTES - this.#fileBytes;
    if (room > 0) this.#start.push(Buffer.from(bytes.subarray(0, room)));
    this.#fileBytes = this.#partBytes;
  }

  #keep(bytes: Buffer): void {
    const isSeal = this.#name === "seal";
    if (isSeal && this.#partBytes > SEAL_LIMIT_BYTES) throw new Fault("seal_malformed", `The part "seal" has more than ${SEAL_LIMIT_BYTES} bytes: it is no seal.`);
    if (!isSeal && this.#partBytes > TEXT_LIMIT_BYTES) throw new Fault("request_malformed", `The part "${this.#name}" is too long.`);
    this.#pieces.push(Buffer.from(bytes));
  }

  end(): void {
    if (this.#name === "file") this.#hasFile = true;
    else this.#parts.set(this.#name, Buffer.concat(this.#pieces));
  }

  /** All that came, once everything has. */
  finish(): Upload {
    if (!this.#hasFile) throw new Fault("file_missing", 'The multipart body has no part "file".');
    const seal = this.#parts.get("seal") ?? null;
    this.#parts.delete("seal");
    const fields = Object.fromEntries([...this.#parts].map(([name, bytes]) => [name, textOf(name, bytes)]));
    const signed = signedTextIn(Buffer.concat(this.#start), this.#fileBytes);
    return { digest: this.#hash.digest("hex") as string as Digest, signed, seal, fields };
  }
}

function textOf(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new Fault("request_malformed", `The part "${name}" is not UTF-8 text.`, { cause: error });
  }
}
