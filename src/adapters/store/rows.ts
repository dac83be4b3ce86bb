// Rows of the store as the values that flows know. What stands in the store was checked at the door.

import type { Selectable } from "kysely";
import type { Block } from "../../core/ledger.ts";
import type { Attempt, StoredDocument, Write, WriteBody } from "../../flows/issuing/issuePorts.ts";
import type { Tables } from "./schema.ts";

/** The document that a row holds. */
export function documentFrom(row: Selectable<Tables["documents"]>): StoredDocument {
  const { id, issuer, document_type, digest, leaf, reference, is_published, generation, accepted_at, standing, replacement, write_id, position } = row;
  return {
    ...{ id, issuer, documentType: document_type, digest, leaf, reference, isPublished: is_published === 1, generation, acceptedAt: accepted_at, standing, replacement },
    batch: write_id === null ? null : { writeId: write_id, position: position! },
  } as StoredDocument;
}

/** The write that a row and its parsed body hold. */
export function writeFrom(row: Omit<Selectable<Tables["writes"]>, "body">, body: WriteBody): Write {
  const { id, account, state, block_number, block_hash, block_time, problem, not_before } = row;
  const block = block_number === null ? null : ({ number: block_number, hash: block_hash, time: block_time } as Block);
  return { id, account, body, state, block, problem, notBefore: not_before } as Write;
}

/** The attempt that a row holds. */
export function attemptFrom(row: Selectable<Tables["attempts"]>): Attempt {
  const { write_id, account, nonce, hash, raw, max_fee_per_gas, sent_at, last_sent_at } = row;
  return { writeId: write_id, account, nonce, hash, raw, maxFeePerGas: BigInt(max_fee_per_gas), sentAt: sent_at, lastSentAt: last_sent_at } as Attempt;
}
