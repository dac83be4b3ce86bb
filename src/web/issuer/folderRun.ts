// A folder on its way to the ledger: read here, sent in chunks, followed until it is final; stopped, gone on with, and resumed after a reload.

import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { Stage } from "../../words/issuerWords.ts";
import type { Session } from "../frame/signIn/session.ts";
import { Unanswered, troubleOf, type Trouble } from "../frame/trouble.ts";
import { digestOfGiven } from "./digesting.ts";
import { referenceOf, type Handed } from "./accept.ts";
import { acceptMany, isPassing, type LineAnswer } from "./bulk.ts";
import { isUnreadable, pathOf } from "./droppedFiles.ts";
import { FolderMemory, type EarlierRun } from "./folderMemory.ts";

/** A file of the run. */
export interface Entry {
  readonly path: string;
  readonly file: File;
  digest?: Digest;
  id?: string;
  stage?: Stage;
  /** Why it was not accepted, in the service's words; empty: it could not be read here. */
  refusal?: string;
}

export type Phase = "ready" | "running" | "waiting" | "stopped" | "done" | "broken";

const CHUNK = 200;
/** Files read at once: small ones wait for the disk more than for the processor. */
const READERS = 4;
/** Waits before what failed is sent again; then a person is asked. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const FOLLOW_CHUNK = 1_000;
const FOLLOW_MS = 2_000;
/** What operating systems leave in folders. */
const LEFTOVER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i;

/** Holds the run. Its entries change in place, since there may be a hundred thousand: read after each change that it tells. */
export class FolderRun {
  entries: readonly Entry[] = [];
  leftOut: readonly string[] = [];
  documentType: DocumentType | null = null;
  phase: Phase = "ready";
  trouble: Trouble | null = null;
  earlier: EarlierRun | null;
  /** Whether a reload would remember what was accepted. */
  isKept = true;
  readonly #session: Session;
  readonly #onChange: () => void;
  readonly #memory: FolderMemory;
  #running: AbortController | null = null;
  #following: Promise<void> | null = null;

  constructor({ session, issuer, onChange }: { session: Session; issuer: string; onChange: () => void }) {
    this.#session = session;
    this.#onChange = onChange;
    this.#memory = new FolderMemory(issuer);
    this.earlier = this.#memory.read();
  }

  /** Takes these files in place of what was there. */
  choose(files: readonly File[], type: DocumentType | null): void {
    this.stop();
    const isLeftover = (file: File): boolean => LEFTOVER.test(file.name);
    this.leftOut = files.filter(isLeftover).map(({ name }) => name);
    this.entries = files.filter((file) => !isLeftover(file)).map((file) => ({ path: pathOf(file), file }));
    this.documentType = type ?? this.earlier?.documentType ?? this.documentType;
    this.trouble = null;
    this.#set("ready");
  }

  setType(type: DocumentType | null): void {
    this.documentType = type;
    this.#onChange();
  }

  /** Reads and sends whatever has no answer yet, until everything has. */
  async start(): Promise<void> {
    if (this.documentType === null || !this.mayStart || this.#running !== null) return;
    if (this.phase === "ready") this.isKept = this.#begin(this.documentType);
    const running = (this.#running = new AbortController());
    this.trouble = null;
    this.#set("running");
    try {
      await this.#send(running.signal);
    } catch (error) {
      if (running.signal.aborted) return;
      this.#running = null;
      this.trouble = troubleOf(error);
      this.#set("broken");
      return;
    }
    if (running.signal.aborted) return;
    this.#running = null;
    this.#memory.forget();
    this.#set("done");
  }

  /** Stops reading and sending. What was accepted stays accepted. */
  stop(): void {
    if (this.#running === null) return;
    this.#running.abort();
    this.#running = null;
    this.#set("stopped");
  }

  /** Forgets this list and the earlier one; nothing on the ledger changes. */
  forget(): void {
    this.stop();
    this.#memory.forget();
    this.earlier = null;
    this.entries = [];
    this.leftOut = [];
    this.#set("ready");
  }

  /** Whether it is known what the files are, and no unfinished run of another type would be forgotten by starting. */
  get mayStart(): boolean {
    return this.documentType !== null && (this.earlier === null || this.earlier.documentType === this.documentType);
  }

  get accepted(): number {
    return this.entries.filter(({ id }) => id !== undefined).length;
  }

  /** What was accepted in an earlier run is taken over where the file still has the same digest; that is found out by reading it. */
  #begin(documentType: DocumentType): boolean {
    const known = this.earlier?.documentType === documentType ? this.earlier.acknowledged : [];
    this.#known = new Map(known.map(({ path, digest, id }) => [path, { digest, id }]));
    this.earlier = null;
    return this.#memory.begin(documentType, this.entries.length) && this.#memory.add(known);
  }

  #known = new Map<string, { readonly digest: Digest; readonly id: string }>();

  async #send(signal: AbortSignal): Promise<void> {
    for (let open = this.#open(); open.length > 0; open = this.#open()) {
      const chunk = open.slice(0, CHUNK);
      await this.#readAll(chunk, signal);
      const readable = chunk.filter(({ digest, refusal, id }) => digest !== undefined && refusal === undefined && id === undefined);
      if (readable.length > 0) await this.#sendChunk(readable, signal);
      this.#onChange();
      this.#follow();
    }
  }

  #open = (): readonly Entry[] => this.entries.filter(({ id, refusal }) => id === undefined && refusal === undefined);

  async #readAll(chunk: readonly Entry[], signal: AbortSignal): Promise<void> {
    const waiting = chunk.filter(({ digest }) => digest === undefined).values();
    const reader = async (): Promise<void> => {
      for (const entry of waiting) await this.#readOne(entry, signal);
    };
    await Promise.all(Array.from({ length: READERS }, reader));
  }

  async #readOne(entry: Entry, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    try {
      if (isUnreadable(entry.file)) throw new Unanswered({ is: "unreadable_file" });
      entry.digest = await digestOfGiven(entry.file, signal);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      entry.refusal = "";
      return;
    }
    const known = this.#known.get(entry.path);
    if (known?.digest === entry.digest) Object.assign(entry, { id: known.id, stage: "accepted" });
  }

  async #sendChunk(chunk: readonly Entry[], signal: AbortSignal): Promise<void> {
    let rest = chunk;
    for (let tries = 0; rest.length > 0; ) {
      const { answers, trouble } = await acceptMany(rest.map(this.#handed), { session: this.#session, signal }).catch((error: unknown) => ({ answers: [] as readonly LineAnswer[], trouble: troubleOf(error) }));
      this.#note(rest, answers);
      rest = rest.slice(answers.length);
      signal.throwIfAborted();
      if (trouble === null) continue;
      tries = answers.length > 0 ? 1 : tries + 1;
      if (!isPassing(trouble) || tries > WAITS_MS.length) throw new Unanswered(trouble);
      this.trouble = trouble;
      this.#set("waiting");
      await pause(WAITS_MS[tries - 1]!, signal);
      this.trouble = null;
      this.#set("running");
    }
  }

  #handed = ({ digest, path }: Entry): Handed => ({ digest: digest!, documentType: this.documentType!, reference: referenceOf(path) });

  #note(entries: readonly Entry[], answers: readonly LineAnswer[]): void {
    answers.forEach((answer, place) => {
      const entry = entries[place]!;
      if ("error" in answer) entry.refusal = answer.error.detail;
      else Object.assign(entry, { id: answer.id, stage: answer.state });
    });
    const acknowledged = entries.slice(0, answers.length).filter(({ id }) => id !== undefined);
    if (acknowledged.length > 0) this.isKept = this.#memory.add(acknowledged.map(({ path, digest, id }) => ({ path, digest: digest!, id: id! }))) && this.isKept;
  }

  /** Asks how far the accepted ones have come, some at a time, by sending them again: that changes nothing. */
  #follow(): void {
    this.#following ??= this.#followAll().finally(() => (this.#following = null));
  }

  async #followAll(): Promise<void> {
    const entries = this.entries;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, FOLLOW_MS));
      const open = entries.filter(({ id, stage }) => id !== undefined && stage !== "final").slice(0, FOLLOW_CHUNK);
      if (open.length === 0 || this.entries !== entries || this.phase === "stopped" || this.#session.standing.is !== "in") return;
      const { answers } = await acceptMany(open.map(this.#handed), { session: this.#session, signal: AbortSignal.timeout(60_000) }).catch(() => ({ answers: [] as readonly LineAnswer[] }));
      answers.forEach((answer, place) => void ("state" in answer && (open[place]!.stage = answer.state)));
      this.#onChange();
    }
  }

  #set(phase: Phase): void {
    this.phase = phase;
    this.#onChange();
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true });
  });
