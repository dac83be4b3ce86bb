// The desk: where files and digests are put down, and where each goes on until there is an answer.

import { isHash, type Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { parseJson } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { writeSeal } from "../../core/seal.ts";
import type { Question } from "../report/ask.ts";
import type { Reading } from "./hashing.ts";
import { questionOf, type DocumentItem, type DocumentState, type Item, type SealItem } from "./items.ts";
import { recognise, sealFor } from "./seals.ts";
import { Unanswered, type Trouble } from "../frame/trouble.ts";

/** What the desk needs of the world. */
export interface DeskPorts {
  digestOfFile(file: File, reading: Reading): Promise<Digest>;
  ask(question: Question, signal: AbortSignal): Promise<Report>;
  /** Called after every change. */
  onChange(): void;
}

/** Holds the items and moves them on. Read {@link Desk.items} after each change; they are replaced, never changed in place. */
export class Desk {
  items: readonly Item[] = [];
  expectedType: DocumentType | null = null;
  readonly #ports: DeskPorts;
  readonly #running = new Map<number, AbortController>();
  /** Files are read one after the other: together they would only slow each other down. */
  #reading: Promise<void> = Promise.resolve();
  #lastId = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** Puts down what was dropped or chosen together: documents and seals, in any order. */
  async addFiles(files: readonly File[]): Promise<void> {
    const given = await Promise.all(files.map(async (file) => ({ file, found: await recognise(file) })));
    const seals = given.flatMap(({ file, found }): SealItem[] => (found.is === "seal" ? [{ kind: "seal", id: this.#newId(), name: file.name, seal: found.seal }] : []));
    const documents = given.flatMap(({ file, found }) => (found.is === "document" ? [{ file, item: this.#newDocument(file.name, file.size) }] : []));
    const broken = given.flatMap(({ file, found }): DocumentItem[] =>
      found.is === "broken_seal" ? [{ ...this.#newDocument(file.name, file.size), state: unreadableSeal(found.fault.message) }] : [],
    );
    this.#set([...this.items, ...broken, ...documents.map(({ item }) => item), ...seals]);

    this.#offer(seals);
    const waiting = this.#waitingSeals();
    const only = documents.length === 1 && waiting.length === 1 ? waiting[0]! : null;
    await Promise.all(documents.map(({ file, item }) => this.#check(file, item.id, only)));
  }

  /** Puts down a document of which only the digest is known. */
  async addDigest(text: string): Promise<void> {
    const digest = text.trim().toLowerCase();
    const item = this.#newDocument(null, null);
    const isDigest = isHash(digest);
    this.#set([...this.items, isDigest ? item : { ...item, state: { is: "unanswered", question: null, trouble: { is: "bad_link" } } }]);
    if (isDigest) await this.#ask(item.id, { digest: digest as Digest });
  }

  /** Sets which type is expected, and asks again about every document with that. */
  async expect(type: DocumentType | null): Promise<void> {
    this.expectedType = type;
    this.#ports.onChange();
    await Promise.all(this.#documents().map(({ id }) => this.again(id)));
  }

  /** Asks the same question again, if one was asked. */
  async again(id: number): Promise<void> {
    const item = this.#document(id);
    const question = item === undefined ? null : questionOf(item);
    if (question !== null) await this.#ask(id, question);
  }

  /** Stops what runs for the item and takes it away, with its seal. */
  remove(id: number): void {
    this.#running.get(id)?.abort();
    this.#running.delete(id);
    const seal = this.#document(id)?.seal ?? null;
    this.#set(this.items.filter((item) => item.id !== id && item !== seal));
  }

  clear(): void {
    for (const running of this.#running.values()) running.abort();
    this.#running.clear();
    this.#set([]);
  }

  /** Gives newly arrived seals to documents that were put down before them. */
  #offer(seals: readonly SealItem[]): void {
    for (const item of this.#documents()) {
      const question = questionOf(item);
      const seal = question === null || item.seal !== null ? null : sealFor({ name: item.name ?? "", digest: question.digest }, seals);
      if (question !== null && seal !== null) void this.#ask(item.id, { digest: question.digest }, seal);
    }
  }

  async #check(file: File, id: number, only: SealItem | null): Promise<void> {
    const digest = await this.#read(file, id);
    if (digest === null || this.#document(id) === undefined) return;
    await this.#ask(id, { digest }, sealFor({ name: file.name, digest }, this.#seals()) ?? only);
  }

  #read(file: File, id: number): Promise<Digest | null> {
    const running = this.#start(id);
    const onProgress = (bytes: number): void => this.#move(id, { is: "reading", bytes });
    const reading = this.#reading.then(async () => {
      try {
        return running.aborted ? null : await this.#ports.digestOfFile(file, { onProgress, signal: running });
      } catch (error) {
        this.#fail(id, { error, question: null, running });
        return null;
      }
    });
    this.#reading = reading.then(
      () => undefined,
      () => undefined,
    );
    return reading;
  }

  async #ask(id: number, { digest, seal: sealJson }: Question, found?: SealItem | null): Promise<void> {
    const running = this.#start(id);
    const seal = found == null ? sealJson : parseJson(writeSeal(found.seal));
    const question: Question = {
      digest,
      ...(seal === undefined ? {} : { seal }),
      ...(this.expectedType === null ? {} : { documentType: this.expectedType }),
    };
    this.#move(id, { is: "asking", question }, found);
    try {
      const report = await this.#ports.ask(question, running);
      if (!running.aborted) this.#move(id, { is: "answered", question, report });
    } catch (error) {
      this.#fail(id, { error, question, running });
    }
  }

  /** Trouble is shown; what was stopped on purpose is not; a mistake of ours is shown and goes up to the browser too. */
  #fail(id: number, { error, question, running }: { error: unknown; question: Question | null; running: AbortSignal }): void {
    if (running.aborted) return;
    const trouble: Trouble = error instanceof Unanswered ? error.trouble : { is: "unreadable_answer" };
    this.#move(id, { is: "unanswered", question, trouble });
    if (!(error instanceof Unanswered)) throw error;
  }

  /** What ran for the item before is overtaken. */
  #start(id: number): AbortSignal {
    this.#running.get(id)?.abort();
    const running = new AbortController();
    this.#running.set(id, running);
    return running.signal;
  }

  #move(id: number, state: DocumentState, seal: SealItem | null = null): void {
    this.#set(this.items.map((item) => (item.kind === "document" && item.id === id ? { ...item, state, seal: seal ?? item.seal } : item)));
  }

  #set(items: readonly Item[]): void {
    this.items = items;
    this.#ports.onChange();
  }

  #newDocument = (name: string | null, size: number | null): DocumentItem => ({ kind: "document", id: this.#newId(), name, size, seal: null, state: { is: "reading", bytes: 0 } });
  #newId = (): number => ++this.#lastId;
  #documents = (): DocumentItem[] => this.items.filter((item) => item.kind === "document");
  #seals = (): SealItem[] => this.items.filter((item) => item.kind === "seal");
  #document = (id: number): DocumentItem | undefined => this.#documents().find((item) => item.id === id);
  #waitingSeals = (): SealItem[] => waitingSeals(this.items);
}

/** Seals that no document on the desk uses yet. */
export function waitingSeals(items: readonly Item[]): SealItem[] {
  const used = new Set(items.map((item) => (item.kind === "document" ? item.seal : null)));
  return items.filter((item) => item.kind === "seal").filter((item) => !used.has(item));
}

const unreadableSeal = (detail: string): DocumentState => ({
  is: "unanswered",
  question: null,
  trouble: { is: "problem", problem: { code: "seal_malformed", title: "", detail, requestId: "", errors: [] } },
});
