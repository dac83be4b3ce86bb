// Acceptance: stores a group of documents in one transaction, each once.

import type { Selectable, Transaction } from "kysely";
import type { Acceptance, NewDocument, StoredDocument } from "../../flows/issuing/issuePorts.ts";
import { overRows } from "./manyRows.ts";
import { documentFrom } from "./rows.ts";
import type { Tables } from "./schema.ts";

type Trx = Transaction<Tables>;

/** One answer for each document, in order. Documents of the same group count as earlier ones, too. */
export async function acceptAll(trx: Trx, documents: readonly NewDocument[]): Promise<readonly Acceptance[]> {
  const keys = await usedKeys(trx, documents);
  const known = await knownDocuments(trx, documents);
  const fresh: StoredDocument[] = [];
  const answers: Acceptance[] = [];
  for (const asked of documents) {
    const used = asked.idempotency === null ? undefined : keys.get(keyName(asked));
    const answer = used === undefined ? accept(asked, known) : repeat(asked, used);
    if ("document" in answer && answer.isNew) fresh.push(answer.document);
    if ("document" in answer && asked.idempotency !== null && used === undefined) {
      keys.set(keyName(asked), { requestDigest: asked.idempotency.requestDigest, document: answer.document, isNew: true });
    }
    answers.push(answer);
  }
  await insertDocuments(trx, fresh);
  await insertKeys(trx, keys);
  return answers;
}

interface UsedKey {
  readonly requestDigest: string;
  readonly document: StoredDocument;
  readonly isNew: boolean;
}

const keyName = ({ issuer, idempotency }: NewDocument): string => `${issuer} ${idempotency!.key}`;
const bytesName = ({ issuer, documentType, digest }: Pick<NewDocument, "issuer" | "documentType" | "digest">): string => `${issuer} ${documentType} ${digest}`;

function repeat({ idempotency }: NewDocument, used: UsedKey): Acceptance {
  return used.requestDigest === idempotency!.requestDigest ? { document: used.document, isNew: false } : { conflict: "idempotency" };
}

type KnownDocuments = Map<string, StoredDocument[]>;

function accept(asked: NewDocument, known: KnownDocuments): Acceptance {
  const earlier = known.get(bytesName(asked)) ?? [];
  if (earlier.length > 0 && !asked.isReanchor) return { document: earlier[0]!, isNew: false };
  const { id, issuer, documentType, digest, leaf, reference, isPublished, acceptedAt } = asked;
  // A reanchored document inherits how its bytes stand: the ledger knows standings by leaf, not by anchor.
  const { standing, replacement } = earlier.at(-1) ?? { standing: "active" as const, replacement: null };
  const document: StoredDocument = { id, issuer, documentType, digest, leaf, reference, isPublished, acceptedAt, generation: earlier.length, standing, replacement, batch: null };
  known.set(bytesName(asked), [...earlier, document]);
  return { document, isNew: true };
}

/** SQLite takes 32,766 parameters in a statement; a group needs at most this many rows at once. */
const ROWS_PER_STATEMENT = 500;

async function inChunks<T>(rows: readonly T[], run: (chunk: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) await run(rows.slice(start, start + ROWS_PER_STATEMENT));
}

async function usedKeys(trx: Trx, documents: readonly NewDocument[]): Promise<Map<string, UsedKey>> {
  const used = new Map<string, UsedKey>();
  const names = [...new Set(documents.flatMap(({ idempotency }) => (idempotency === null ? [] : [idempotency.key])))];
  await inChunks(names, async (chunk) => {
    const rows = await trx
      .selectFrom("idempotency_keys as used")
      .innerJoin("documents", "documents.id", "used.document_id")
      .selectAll("documents")
      .select(["used.issuer as key_issuer", "used.key as key_name", "used.request_digest"])
      .where("used.key", "in", chunk)
      .execute();
    for (const row of rows) used.set(`${row.key_issuer} ${row.key_name}`, { requestDigest: row.request_digest, document: documentFrom(row), isNew: false });
  });
  return used;
}

async function knownDocuments(trx: Trx, documents: readonly NewDocument[]): Promise<KnownDocuments> {
  const known: KnownDocuments = new Map();
  const digests = [...new Set(documents.map(({ digest }) => digest as string))];
  const compile = (_: Trx, some: readonly string[]) => trx.selectFrom("documents").selectAll().where("digest", "in", some).orderBy("generation");
  const rows = await overRows<string, Selectable<Tables["documents"]>, Trx>("known", digests, { trx, statement: { compile, valuesOf: (digest) => [digest] } });
  for (const document of rows.map(documentFrom)) {
    const before = known.get(bytesName(document));
    if (before === undefined) known.set(bytesName(document), [document]);
    else before.push(document);
  }
  return known;
}

async function insertDocuments(trx: Trx, documents: readonly StoredDocument[]): Promise<void> {
  const compile = (_: Trx, some: readonly StoredDocument[]) => trx.insertInto("documents").values(some.map(rowOf));
  await overRows("insert", documents, { trx, statement: { compile, valuesOf: (document) => Object.values(rowOf(document)) } });
}

const rowOf = ({ id, issuer, documentType, digest, leaf, reference, isPublished, generation, acceptedAt, standing, replacement }: StoredDocument) => ({
  ...{ id, issuer, document_type: documentType, digest, leaf, reference, is_published: isPublished ? (1 as const) : (0 as const) },
  ...{ generation, accepted_at: acceptedAt, standing, replacement, write_id: null, position: null },
});

async function insertKeys(trx: Trx, keys: ReadonlyMap<string, UsedKey>): Promise<void> {
  const rows = [...keys].filter(([, { isNew }]) => isNew).map(([name, { requestDigest, document }]) => ({
    ...{ issuer: document.issuer, key: name.slice(name.indexOf(" ") + 1), request_digest: requestDigest, document_id: document.id },
  }));
  await inChunks(rows, (chunk) => trx.insertInto("idempotency_keys").values(chunk).execute());
}
