// One run of `tradeseal anchor`: wave after wave of files, so that as many as there are need no more memory than one wave.

import { countNamed, filesNamed } from "./files/filesToAnchor.ts";
import { handIn, type Desk, type HandedIn } from "./service/handIn.ts";
import { Hashers } from "./files/hashers.ts";
import { inParallel } from "./files/inParallel.ts";
import type { Wait } from "./terminal/options.ts";
import { paceOf, progressBar, type ProgressBar } from "./terminal/progressBar.ts";
import { finish } from "./anchorEnd.ts";
import { worstOf, type ExitCode } from "./terminal/exitCodes.ts";
import { remark, say } from "./terminal/terminal.ts";
import { tell } from "./terminal/troubles.ts";
import { hasReached, untilReached } from "./service/untilReached.ts";

/** Files of a wave. Two batches and a half: to wait for the last of them costs little beside reading them all. */
const WAVE_FILES = 10_000;
const SEALS_AT_A_TIME = 16;

/** How far it is waited, and how long in each wave. */
interface Terms {
  readonly wait: Wait;
  readonly timeoutSeconds: number;
}

/** Anchors files, and knows how far it has come. */
export class AnchorRun {
  readonly #desk: Desk;
  readonly #terms: Terms;
  readonly #codes = new Set<ExitCode>();
  readonly #states = new Set<HandedIn["answer"]["state"]>();
  #hashers: Hashers | null = null;
  #bar: ProgressBar = { at: () => {}, end: () => {} };
  #files = 0;
  #handedIn = 0;
  #finished = 0;
  #seals = 0;

  constructor(desk: Desk, terms: Terms) {
    this.#desk = desk;
    this.#terms = terms;
  }

  /** Anchors what these names stand for. Throws what the service says against it. @returns the worst of what happened. */
  async anchor(names: readonly string[]): Promise<ExitCode> {
    const { files, seals, hidden } = await countNamed(names);
    this.#files = files;
    this.#hashers = new Hashers(files, this.#desk.signal);
    this.#bar = progressBar("Anchoring", paceOf("files"));
    let wave: string[] = [];
    for await (const found of filesNamed(names)) {
      this.#desk.signal.throwIfAborted();
      if (found.is === "trouble") this.#tell(found.trouble);
      if (found.is === "file") wave.push(found.file);
      if (wave.length < WAVE_FILES) continue;
      await this.#anchorWave(wave);
      wave = [];
    }
    if (wave.length > 0) await this.#anchorWave(wave);
    this.#bar.end();
    if (seals > 0) remark(seals === 1 ? "Left out: 1 seal, which lies beside its document." : `Left out: ${seals} seals, which lie beside their documents.`);
    if (hidden > 0) remark(`Left out: ${hidden} hidden ${hidden === 1 ? "file or folder" : "files or folders"}. Name them themselves if they are meant.`);
    remark(...this.#advice());
    return worstOf([...this.#codes]);
  }

  /** How far it has come, in words. */
  counts(): string {
    return `${this.#handedIn} of ${this.#files} files handed in, ${this.#seals} seals written or there already`;
  }

  async end(): Promise<void> {
    this.#bar.end();
    await this.#hashers?.close();
  }

  async #anchorWave(files: readonly string[]): Promise<void> {
    const onFile = (count: number): void => {
      this.#handedIn += count;
      this.#show();
    };
    const { handedIn, troubles } = await handIn(files, this.#desk, { hashers: this.#hashers!, onFile });
    const { wait, timeoutSeconds } = this.#terms;
    const reached = await untilReached(handedIn, this.#desk, { wait, deadline: performance.now() + timeoutSeconds * 1000 });
    const ends = await inParallel(reached, SEALS_AT_A_TIME, async (each) => {
      this.#desk.signal.throwIfAborted();
      const end = await finish(each, this.#desk, wait);
      this.#finished += 1;
      if (end.hasSeal) this.#seals += 1;
      this.#show();
      return end;
    });
    this.#bar.end();
    for (const { line, code, state, trouble } of ends) {
      say(line);
      this.#states.add(state);
      if (trouble === undefined) this.#codes.add(code);
      else this.#tell(trouble);
    }
    for (const trouble of troubles) this.#tell(trouble);
    this.#finished += troubles.length;
  }

  #tell(trouble: unknown): void {
    this.#bar.end();
    this.#codes.add(tell(trouble));
  }

  /** To hand in is half of the work. */
  #show(): void {
    this.#bar.at((this.#handedIn + this.#finished) / 2, this.#files);
  }

  #advice(): string[] {
    const { wait } = this.#terms;
    const states = [...this.#states];
    if (states.some((state) => !hasReached(state, wait))) return ["What was handed in is kept and goes on by itself. Run the same command again to wait for it and to get the seals."];
    if (states.some((state) => !hasReached(state, "included"))) return ["Accepted means: stored, on its way to the ledger. Run the same command with --wait included to get the seals."];
    if (states.includes("included")) return ["Included means: in a block. Verifiers say authentic once that block is final."];
    return [];
  }
}
