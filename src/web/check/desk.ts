// The desk: where files, digests, credentials and codes are put down, and where each goes on until there is an answer.

import type { Digest } from "../../core/digest.ts";
import { isHash } from "../../core/isHash.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { parseJson } from "../../core/json.ts";
import type { PaperCode } from "../../core/paperCode.ts";
import type { Report } from "../../core/report.ts";
import { writeSeal } from "../../core/seal.ts";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import type { AnyQuestion, Question, SignedQuestion } from "../report/ask.ts";
import type { Reading } from "./hashing.ts";
import { isUnderWay, questionOf, signedState, unreadableSeal, waitingSeals, type DocumentItem, type DocumentState, type Item, type SealItem } from "./items.ts";
import { Lanes } from "./lanes.ts";
import { recognise, sealFor, type Given } from "./seals.ts";
import { readText, type GivenText } from "./texts.ts";
import type { ScannedCode } from "./scannedCode.ts";

/** What the desk needs of the world. */
export interface DeskPorts {
  digestOfFile(file: File, reading: Reading): Promise<Digest>;
  /** `code` is the paper's code that the question is about; `null` for everything else. */
  ask(question: AnyQuestion, signal: AbortSignal, code: PaperCode | null): Promise<Report>;
  /** Called after every change. */
  onChange(): void;
}

/** More items would make the page slow, and nobody reads them. */
export const ITEMS_LIMIT = 2_000;
/** Items that are shown in full beside each other; when one more is opened, the oldest is folded. */
const OPEN_LIMIT = 3;

/** Holds the items and moves them on. Read {@link Desk.items} after each change; they are replaced, never changed in place. */
export class Desk {
  items: readonly Item[] = [];
  expectedType: DocumentType | null = null;
  /** Which items are shown in full. What comes alone is, what comes with others is not. */
  openIds: readonly number[] = [];
  /** Files of which nobody knows yet what they are. */
  lookingAt = 0;
  /** Whether files were left out because there was no room. */
  isFull = false;
  readonly #ports: DeskPorts;
  readonly #lanes: Lanes;
  readonly #running = new Map<number, AbortController>();
  readonly #files = new Map<number, File>();
  /** Files are read one after the other: together they would only slow each other down. */
  #reading: Promise<void> = Promise.resolve();
  #lastId = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#lanes = new Lanes(() => ports.onChange());
  }

  /** Until when the service asked for patience, as `performance.now` counts; `null` when it did not. */
  get waitingUntil(): number | null {
    return this.#lanes.waitingUntil;
  }

  /** Puts down what was dropped or chosen together: documents, credentials and seals, in any order. `paths` names those that lay in folders. */
  async addFiles(files: readonly File[], paths: ReadonlyMap<File, string> = new Map()): Promise<void> {
    const taken = files.slice(0, Math.max(0, ITEMS_LIMIT - this.items.length - this.lookingAt));
    this.isFull = taken.length < files.length;
    const found = await this.#recogniseAll(taken);
    const given = taken.map((file, at) => this.#itemFor(file, paths.get(file) ?? file.name, found[at]!));
    const seals = given.filter((item) => item.kind === "seal");
    const documents = given.filter((item) => item.kind === "document");
    if (documents.length === 1) this.#open(documents[0]!.id);
    this.#set([...this.items, ...documents, ...seals]);

    const offered = this.#offer(seals);
    const toRead = documents.filter(({ state }) => state.is === "reading");
    const waiting = waitingSeals(this.items);
    const only = toRead.length === 1 && waiting.length === 1 ? waiting[0]! : null;
    await Promise.all([offered, ...toRead.map((item) => this.#check(item.id, only))]);
  }

  /** Puts down files that the browser did not give, so that none is passed over in silence. */
  addUnreadable(names: readonly string[]): void {
    this.#set([...this.items, ...names.map((name) => this.#newDocument({ name, state: { is: "unanswered", question: null, trouble: { is: "unreadable_file" } } }))]);
  }

  /** Puts down a document of which only the digest is known. */
  async addDigest(text: string): Promise<void> {
    const digest = text.trim().toLowerCase();
    const isDigest = isHash(digest);
    const item = this.#newDocument(isDigest ? {} : { state: { is: "unanswered", question: null, trouble: { is: "bad_link" } } });
    this.#addAlone(item);
    if (isDigest) await this.#ask(item.id, { digest: digest as Digest });
  }

  /** Puts down what a text turns out to be. Tells what that is at once; the answer comes later. */
  async addText(text: string, sealName: string): Promise<GivenText["is"]> {
    const given = await readText(text);
    if (given.is === "digest") void this.addDigest(given.digest);
    if (given.is === "code") void this.addCode(given.code);
    if (given.is === "credential" || given.is === "refused") this.#addAlone(this.#newDocument({ what: "credential", state: signedState(given) }));
    if (given.is === "seal") {
      const seal: SealItem = { kind: "seal", id: this.#newId(), name: sealName, seal: given.seal };
      this.#set([...this.items, seal]);
      void this.#offer([seal]);
    }
    return given.is;
  }

  /** Asks about the code of a paper. */
  async addCode({ code, question }: ScannedCode): Promise<void> {
    const item = this.#newDocument({ what: "code", code, state: { is: "asking", question } });
    this.#addAlone(item);
    await this.#ask(item.id, question);
  }

  /** Sends what was held back, because somebody said so now. */
  async send(ids: readonly number[]): Promise<void> {
    const held = ids.flatMap((id): [number, SignedQuestion][] => {
      const state = this.#document(id)?.state;
      return state?.is === "held" ? [[id, state.question]] : [];
    });
    await Promise.all(held.map(([id, question]) => this.#ask(id, question)));
  }

  /** Sets which type is expected, and asks again about every document with that. What is signed names its own type. */
  async expect(type: DocumentType | null): Promise<void> {
    this.expectedType = type;
    this.#ports.onChange();
    await Promise.all(this.documents().flatMap(({ id, what, state }) => (what === "document" && state.is !== "reading" ? [this.again(id)] : [])));
  }

  /** Asks the same question again; reads the file again where it came to no question. */
  async again(id: number): Promise<void> {
    const item = this.#document(id);
    const question = item === undefined ? null : questionOf(item);
    if (question !== null) await this.#ask(id, question);
    else if (this.canBeReadAgain(id)) await this.#check(id, null);
  }

  /** Whether the file is at hand. */
  canBeReadAgain = (id: number): boolean => this.#files.has(id);

  /** The file that the item came as; absent for what came without one. */
  fileOf = (id: number): File | undefined => this.#files.get(id);

  /** Stops what runs for the item and takes it away, with its seal. */
  remove(id: number): void {
    const seal = this.#document(id)?.seal ?? null;
    this.#removeAll(this.items.filter((item) => item.id === id || item === seal));
  }

  /** Takes away seals that wait for their documents. */
  removeWaitingSeals = (): void => this.#removeAll(waitingSeals(this.items));

  /** Stops everything that is under way. What was answered stays, and the rest can be asked again. */
  stop(): void {
    for (const item of this.documents().filter(isUnderWay)) {
      this.#running.get(item.id)?.abort();
      this.#move(item.id, { is: "unanswered", question: questionOf(item), trouble: { is: "stopped" } });
    }
  }

  clear(): void {
    this.isFull = false;
    this.#removeAll(this.items);
  }

  /** Shows the item in full, or folds it. */
  toggle(id: number): void {
    if (this.openIds.includes(id)) this.openIds = this.openIds.filter((other) => other !== id);
    else this.#open(id);
    this.#ports.onChange();
  }

  documents = (): DocumentItem[] => this.items.filter((item) => item.kind === "document");

  async #recogniseAll(files: readonly File[]): Promise<readonly Given[]> {
    this.lookingAt += files.length;
    this.#ports.onChange();
    try {
      return await Promise.all(files.map(recognise));
    } finally {
      this.lookingAt -= files.length;
      this.#ports.onChange();
    }
  }

  #itemFor(file: File, name: string, found: Given): Item {
    if (found.is === "seal") return { kind: "seal", id: this.#newId(), name, seal: found.seal };
    const item = { name, size: file.size };
    if (found.is === "broken_seal") return this.#newDocument({ ...item, state: unreadableSeal(found.fault.message) });
    if (found.is === "credential" || found.is === "refused") return this.#newDocument({ ...item, what: "credential", state: signedState(found) });
    const document = this.#newDocument(item);
    this.#files.set(document.id, file);
    return document;
  }

  #addAlone(item: DocumentItem): void {
    this.#open(item.id);
    this.#set([...this.items, item]);
  }

  #open(id: number): void {
    this.openIds = [...this.openIds, id].slice(-OPEN_LIMIT);
  }

  #removeAll(gone: readonly Item[]): void {
    for (const { id } of gone) {
      this.#running.get(id)?.abort();
      this.#running.delete(id);
      this.#files.delete(id);
    }
    this.#set(this.items.filter((item) => !gone.includes(item)));
  }

  /** Gives newly arrived seals to documents that were put down before them. */
  async #offer(seals: readonly SealItem[]): Promise<void> {
    const asking = this.documents().map((item) => {
      const question = item.what === "document" ? questionOf(item) : null;
      const seal = question === null || item.seal !== null ? null : sealFor({ name: item.name ?? "", digest: question.digest }, seals);
      return question === null || seal === null ? null : this.#ask(item.id, { digest: question.digest }, seal);
    });
    await Promise.all(asking);
  }

  async #check(id: number, only: SealItem | null): Promise<void> {
    const digest = await this.#read(id);
    const item = this.#document(id);
    if (digest === null || item === undefined) return;
    const seals = this.items.filter((other) => other.kind === "seal");
    await this.#ask(id, { digest }, sealFor({ name: item.name ?? "", digest }, seals) ?? only);
  }

  #read(id: number): Promise<Digest | null> {
    const running = this.#start(id);
    const file = this.#files.get(id)!;
    const onProgress = (bytes: number): void => this.#move(id, { is: "reading", bytes });
    onProgress(0);
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
    return reading.then((digest) => (running.aborted ? null : digest));
  }

  async #ask(id: number, asked: AnyQuestion, found?: SealItem | null): Promise<void> {
    const running = this.#start(id);
    const code = this.#document(id)?.code ?? null;
    const question = "signed" in asked || code !== null ? asked : this.#completed(asked, found ?? null);
    this.#move(id, { is: "asking", question }, found);
    try {
      const report = await this.#lanes.run(() => this.#ports.ask(question, running, code), running);
      if (!running.aborted) this.#move(id, { is: "answered", question, report });
    } catch (error) {
      this.#fail(id, { error, question, running });
    }
  }

  /** The question with the seal that was found, and with what is expected now. */
  #completed({ digest, seal: sealJson }: Question, found: SealItem | null): Question {
    const seal = found === null ? sealJson : parseJson(writeSeal(found.seal));
    return { digest, ...(seal === undefined ? {} : { seal }), ...(this.expectedType === null ? {} : { documentType: this.expectedType }) };
  }

  /** Trouble is shown; what was stopped on purpose is not; a mistake of ours is shown and goes up to the browser too. */
  #fail(id: number, { error, question, running }: { error: unknown; question: AnyQuestion | null; running: AbortSignal }): void {
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

  #newDocument = (more: Partial<DocumentItem>): DocumentItem => ({ kind: "document", what: "document", name: null, size: null, seal: null, code: null, state: { is: "reading", bytes: 0 }, ...more, id: this.#newId() });
  #newId = (): number => ++this.#lastId;
  #document = (id: number): DocumentItem | undefined => this.documents().find((item) => item.id === id);
}
