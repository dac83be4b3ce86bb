// Lines: newline-delimited JSON (NDJSON), cut out of a stream piece by piece. However long a line is, little of it is held.

import { isUtf8 } from "node:buffer";

/** A line is far shorter: a digest, a type and a reference, each character of it escaped. */
export const LINE_LIMIT_BYTES = 8_192;
const NEWLINE = 0x0a;

/** One line, without its end; or why it cannot be read. */
export type Line = { readonly number: number } & ({ readonly text: string } | { readonly flaw: "too_long" | "not_utf8" });

/** Cuts a stream into lines, numbered from 1. */
export class LineCutter {
  #rest: Buffer = EMPTY;
  #isTooLong = false;
  #count = 0;

  /** The lines that end in this piece. */
  push(piece: Buffer): Line[] {
    const end = piece.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.#keep(piece);
      return [];
    }
    const first = piece.indexOf(NEWLINE);
    const isCut = this.#isTooLong || this.#rest.length + first > LINE_LIMIT_BYTES;
    const head = isCut ? [this.#flawed("too_long")] : [];
    const whole = isCut ? piece.subarray(first + 1, Math.max(end, first + 1)) : Buffer.concat([this.#rest, piece.subarray(0, end)]);
    this.#rest = EMPTY;
    this.#isTooLong = false;
    const lines = isCut && first === end ? head : [...head, ...this.#linesIn(whole)];
    this.#keep(piece.subarray(end + 1));
    return lines;
  }

  /** The last line, when it has no newline at its end. */
  end(): Line[] {
    if (this.#isTooLong) return [this.#flawed("too_long")];
    const rest = this.#rest;
    this.#rest = EMPTY;
    return rest.length === 0 ? [] : this.#linesIn(rest);
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0 || this.#isTooLong) return;
    this.#isTooLong = this.#rest.length + piece.length > LINE_LIMIT_BYTES;
    // A copy: a few bytes must not hold the whole piece they came with.
    this.#rest = this.#isTooLong ? EMPTY : Buffer.concat([this.#rest, piece]);
  }

  /** No character's bytes hold a newline's byte, so that what is well-formed as a whole is well-formed line by line. */
  #linesIn(bytes: Buffer): Line[] {
    return isUtf8(bytes) ? bytes.toString("utf8").split("\n").map((text) => this.#line(text)) : this.#piecesOf(bytes).map((piece) => this.#decoded(piece));
  }

  #piecesOf(bytes: Buffer): Buffer[] {
    const pieces: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      pieces.push(bytes.subarray(start, end));
      start = end + 1;
    }
    return [...pieces, bytes.subarray(start)];
  }

  #decoded(bytes: Buffer): Line {
    return isUtf8(bytes) ? this.#line(bytes.toString("utf8")) : this.#flawed("not_utf8");
  }

  #line(text: string): Line {
    const isTooLong = text.length > LINE_LIMIT_BYTES / 3 && Buffer.byteLength(text) > LINE_LIMIT_BYTES;
    return isTooLong ? this.#flawed("too_long") : { number: (this.#count += 1), text };
  }

  #flawed(flaw: "too_long" | "not_utf8"): Line {
    return { number: (this.#count += 1), flaw };
  }
}

const EMPTY = Buffer.alloc(0);
