// The desk for anchoring: each file is digested here, handed in, and followed until it is final.

import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import type { Session } from "../frame/signIn/session.ts";
import { digestOfGiven } from "./digesting.ts";
import { accept, referenceOf, type Handed } from "./accept.ts";
import { readDocument, type OwnDocument } from "./answers.ts";

/** A file on the desk, and how far it is. */
export interface AnchorItem {
  readonly id: number;
  readonly name: string;
  readonly documentType: DocumentType;
  readonly state: AnchorState;
}

export type AnchorState =
  | { readonly is: "reading" }
  | { readonly is: "sending" }
  | { readonly is: "followed"; readonly document: OwnDocument; readonly isSilent: boolean }
  | { readonly is: "failed"; readonly trouble: Trouble; readonly handed: Handed | null };

/** Often at first, when something happens every second; later less. */
const LOOKS_MS = [700, 700, 1_000, 1_000, 1_500, 2_000, 3_000, 5_000];

/** Holds the items and moves them on. Read {@link AnchorDesk.items} after each change; they are replaced, never changed in place. */
export class AnchorDesk {
  items: readonly AnchorItem[] = [];
  readonly #session: Session;
  readonly #onChange: () => void;
  readonly #closing = new AbortController();
  readonly #files = new Map<number, File>();
  #reading: Promise<void> = Promise.resolve();
  #lastId = 0;

  constructor({ session, onChange }: { session: Session; onChange: () => void }) {
    this.#session = session;
    this.#onChange = onChange;
  }

  /** Reads the files one after the other, and hands each in. */
  add(files: readonly File[], documentType: DocumentType): void {
    for (const file of files) {
      const id = ++this.#lastId;
      this.#files.set(id, file);
      this.#set([...this.items, { id, name: file.name, documentType, state: { is: "reading" } }]);
      this.#reading = this.#reading.then(() => this.#read(id));
    }
  }

  /** Sends again what failed, or reads the file again when it had not come so far. */
  async again(id: number): Promise<void> {
    const item = this.#item(id);
    if (item?.state.is !== "failed") return;
    if (item.state.handed === null) await this.#read(id);
    else await this.#hand(id, item.state.handed);
  }

  /** Takes the item off the desk. What was accepted goes its way all the same. */
  remove(id: number): void {
    this.#files.delete(id);
    this.#set(this.items.filter((item) => item.id !== id));
  }

  /** Ends all looking. */
  close(): void {
    this.#closing.abort();
  }

  async #read(id: number): Promise<void> {
    const [file, item] = [this.#files.get(id), this.#item(id)];
    if (file === undefined || item === undefined || this.#closing.signal.aborted) return;
    this.#move(id, { is: "reading" });
    let digest: Digest;
    try {
      digest = await digestOfGiven(file, this.#closing.signal);
    } catch (error) {
      return this.#fail(id, error, null);
    }
    await this.#hand(id, { digest, documentType: item.documentType, reference: referenceOf(file.name) });
  }

  async #hand(id: number, handed: Handed): Promise<void> {
    this.#move(id, { is: "sending" });
    try {
      const document = await accept(handed, this.#session);
      this.#move(id, { is: "followed", document, isSilent: false });
      void this.#follow(id, document.id);
    } catch (error) {
      this.#fail(id, error, handed);
    }
  }

  async #follow(id: number, documentId: string): Promise<void> {
    for (let look = 0; ; look += 1) {
      const state = this.#item(id)?.state;
      if (state?.is !== "followed" || state.document.state === "final" || this.#closing.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, LOOKS_MS[Math.min(look, LOOKS_MS.length - 1)]));
      const document = await this.#look(documentId);
      const { state: before } = this.#item(id) ?? {};
      if (before?.is === "followed") this.#move(id, document === null ? { ...before, isSilent: true } : { is: "followed", document, isSilent: false });
    }
  }

  /** `null` when there is no answer: it is asked again. */
  async #look(documentId: string): Promise<OwnDocument | null> {
    try {
      return readDocument(await this.#session.json(`/v1/documents/${documentId}`));
    } catch (error) {
      if (error instanceof Unanswered) return null;
      throw error;
    }
  }

  #fail(id: number, error: unknown, handed: Handed | null): void {
    if (this.#closing.signal.aborted) return;
    this.#move(id, { is: "failed", trouble: error instanceof Unanswered ? error.trouble : { is: "unreadable_answer" }, handed });
    if (!(error instanceof Unanswered)) throw error;
  }

  #item = (id: number): AnchorItem | undefined => this.items.find((item) => item.id === id);

  #move(id: number, state: AnchorState): void {
    this.#set(this.items.map((item) => (item.id === id ? { ...item, state } : item)));
  }

  #set(items: readonly AnchorItem[]): void {
    this.items = items;
    if (!this.#closing.signal.aborted) this.#onChange();
  }
}
