// What was acknowledged of a folder, kept in this tab so that it is shown as such when the page is loaded again.

import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { forgetAll, remember, remembered } from "../frame/signIn/tabMemory.ts";

/** A file that was accepted. */
export interface Acknowledged {
  readonly path: string;
  readonly digest: Digest;
  readonly id: string;
}

/** An earlier run. */
export interface EarlierRun {
  readonly documentType: DocumentType;
  readonly total: number;
  readonly acknowledged: readonly Acknowledged[];
}

/** The memory of one issuer. Acknowledgements are added in pieces, so that each write is small. */
export class FolderMemory {
  readonly #name: string;
  #pieces = 0;

  constructor(issuer: string) {
    this.#name = `folder.${issuer}.`;
  }

  /** Begins a run, and forgets the one before. @returns whether it can be kept. */
  begin(documentType: DocumentType, total: number): boolean {
    this.forget();
    return remember(`${this.#name}run`, JSON.stringify({ documentType, total }));
  }

  /** @returns whether it could be kept. */
  add(acknowledged: readonly Acknowledged[]): boolean {
    const rows = acknowledged.map(({ path, digest, id }) => [path, digest, id]);
    return remember(`${this.#name}${this.#pieces++}`, JSON.stringify(rows));
  }

  /** The earlier run, or `null`. */
  read(): EarlierRun | null {
    const run = remembered(`${this.#name}run`);
    if (run === null) return null;
    const acknowledged: Acknowledged[] = [];
    for (this.#pieces = 0; ; this.#pieces += 1) {
      const piece = remembered(`${this.#name}${this.#pieces}`);
      if (piece === null) break;
      for (const [path, digest, id] of JSON.parse(piece) as [string, Digest, string][]) acknowledged.push({ path, digest, id });
    }
    return { ...(JSON.parse(run) as Pick<EarlierRun, "documentType" | "total">), acknowledged };
  }

  forget(): void {
    forgetAll(this.#name);
    this.#pieces = 0;
  }
}
