// Adoption: takes documents into the store that were anchored before it was, as final.

import type { Address } from "../../core/address.ts";
import type { Block } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import type { AdoptedBatch, AdoptedDocument, AdoptedWord, AdoptingStore } from "../../flows/recovering/recoverPorts.ts";
import type { Database } from "./store.ts";

/** PostgreSQL takes 65,535 parameters in a statement, SQLite half of that. */
const ROWS_PER_STATEMENT = 500;

type Connection = Pick<Database, "selectFrom" | "insertInto">;

/** The part of the store that adopts. */
export function adoptionIn(db: Database): AdoptingStore {
  return {
    adopt: (batch) =>
      db.transaction().execute(async (trx) => {
        const missing = await unknownOf(trx, batch);
        if (missing.length === 0) return 0;
        const { name, leaves, block, account } = batch;
        const writeId = await insertFinal(trx, { body: { kind: "anchor", ...name, leaves, isPublished: true }, block, account });
        for (const word of batch.words) await insertWord(trx, word, { batch, missing });
        for (let start = 0; start < missing.length; start += ROWS_PER_STATEMENT) {
          await trx.insertInto("documents").values(missing.slice(start, start + ROWS_PER_STATEMENT).map((document) => rowOf(document, { batch, writeId }))).execute();
        }
        return missing.length;
      }),
  };
}

/** Documents of which the store has none of the same bytes, issuer, type and generation. */
async function unknownOf(trx: Connection, { name, documents }: AdoptedBatch): Promise<readonly AdoptedDocument[]> {
  const known = new Set<string>();
  for (let start = 0; start < documents.length; start += ROWS_PER_STATEMENT) {
    const digests = documents.slice(start, start + ROWS_PER_STATEMENT).map(({ digest }) => digest as string);
    const rows = await trx
      .selectFrom("documents")
      .select(["digest", "generation"])
      .where("digest", "in", digests)
      .where("issuer", "=", name.issuer)
      .where("document_type", "=", name.documentType)
      .execute();
    for (const { digest, generation } of rows) known.add(`${digest} ${generation}`);
  }
  return documents.filter(({ digest, generation }) => !known.has(`${digest} ${generation}`));
}

/** The write as if this store had carried it: should the ledger lose its block, it is carried again. */
async function insertFinal(trx: Connection, { body, block, account }: { body: WriteBody; block: Block; account: Address }): Promise<number> {
  const row = { account, kind: body.kind, body: JSON.stringify(body), state: "final", block_number: block.number, block_hash: block.hash, block_time: block.time, not_before: 0 };
  const { id } = await trx.insertInto("writes").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Of documents that the store knew already it knows the words, too. */
async function insertWord(trx: Connection, { block, ...word }: AdoptedWord, { batch: { name, account }, missing }: { batch: AdoptedBatch; missing: readonly AdoptedDocument[] }): Promise<void> {
  const { issuer, documentType } = name;
  const first = new Set(missing.filter(({ generation }) => generation === 0).map(({ leaf }) => leaf));
  const leaves = word.leaves.filter((leaf) => first.has(leaf));
  if (leaves.length > 0) await insertFinal(trx, { body: { kind: "standing", speaker: issuer, issuer, documentType, ...word, leaves }, block, account });
}

/** When it was accepted nobody remembers; the block's time is the earliest that is known. */
const rowOf = ({ id, digest, leaf, position, generation, standing, replacement }: AdoptedDocument, { batch: { name, block }, writeId }: { batch: AdoptedBatch; writeId: number }) => ({
  ...{ id, issuer: name.issuer, document_type: name.documentType, digest, leaf, reference: null, is_published: 1 as const, generation },
  ...{ accepted_at: block.time, standing, replacement, write_id: writeId, position },
});
