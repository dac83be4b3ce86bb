// Issuances in the store: what was issued together, stored with its documents in one transaction.

import type { Transaction } from "kysely";
import type { Address } from "../../core/address.ts";
import { isFinalStanding } from "../../core/standing.ts";
import { PARTS_LIMIT, type IssuanceAcceptance, type Issuances, type NewIssuance, type NewPart, type StoredIssuance } from "../../flows/issuing/issuancePorts.ts";
import type { StoredDocument } from "../../flows/issuing/issuePorts.ts";
import { acceptAll } from "./acceptance.ts";
import { credentialsIn, credentialWith } from "./credentials.ts";
import { issuedTogether, tiesIn } from "./issuedTogether.ts";
import { insertPaper } from "./papers.ts";
import { documentFrom } from "./rows.ts";
import type { Tables } from "./schema.ts";
import { statusPlacesIn } from "./statusPlaces.ts";
import type { Database } from "./store.ts";

/** The issuances in an open database. */
export function issuancesIn(db: Database): Issuances {
  return {
    accept: (issuance) =>
      db
        .transaction()
        .execute((trx) => acceptIn(trx, issuance))
        .catch((error: unknown) => {
          if (error instanceof Undone) return { conflict: error.conflict };
          throw error;
        }),
    answered: (issuer, idempotency) => answeredIn(db, issuer, idempotency),
    issuanceById: (id) => issuanceWith(db, id),
    ...credentialsIn(db),
    ...tiesIn(db),
    ...statusPlacesIn(db),
  };
}

/** Undoes the transaction: the credential names a place that another was given meanwhile, too much hangs together, or a part was taken back for good and would take the rest with it. */
class Undone extends Error {
  readonly conflict: "place" | "parts" | "taken_back";
  constructor(conflict: Undone["conflict"]) {
    super(conflict);
    this.conflict = conflict;
  }
}

async function acceptIn(trx: Transaction<Tables>, issuance: NewIssuance): Promise<IssuanceAcceptance> {
  const { id, issuer, idempotency, parts } = issuance;
  const earlier = idempotency === null ? null : await answeredIn(trx, issuer, idempotency);
  if (earlier !== null) return earlier;
  const documents = await acceptDocuments(trx, issuance);
  if (documents.some(({ standing }) => isFinalStanding(standing))) throw new Undone("taken_back");
  await trx.insertInto("issuances").values({ id, issuer }).execute();
  for (const [place, part] of parts.entries()) await insertPart(trx, part, { issuance, place, document: documents[place]! });
  if ((await issuedTogether(trx, documents[0]!)).documents.length >= PARTS_LIMIT) throw new Undone("parts");
  if (idempotency !== null) await trx.insertInto("issuance_keys").values({ issuer, key: idempotency.key, request_digest: idempotency.requestDigest, issuance_id: id }).execute();
  return { issuance: (await issuanceWith(trx, id))!, isNew: true };
}

async function acceptDocuments(trx: Transaction<Tables>, { issuer, documentType, acceptedAt, parts }: NewIssuance): Promise<readonly StoredDocument[]> {
  const asked = parts.map(({ documentId, digest, leaf, reference }) => ({ id: documentId, issuer, documentType, digest, leaf, reference, isPublished: true, isReanchor: false, idempotency: null, acceptedAt }));
  return (await acceptAll(trx, asked)).map((answer) => {
    if ("conflict" in answer) throw new Error("Invariant broken: parts of an issuance come without keys of their own.");
    return answer.document;
  });
}

interface Placing {
  readonly issuance: NewIssuance;
  readonly place: number;
  readonly document: StoredDocument;
}

async function insertPart(trx: Transaction<Tables>, { role, credential, paper }: NewPart, { issuance, place, document }: Placing): Promise<void> {
  const { id, issuer } = issuance;
  await trx.insertInto("issuance_documents").values({ issuance_id: id, document_id: document.id, place, role }).execute();
  if (paper !== undefined) await insertPaper(trx, paper, { issuance, documentId: document.id });
  if (credential === null) return;
  const { shape, format, text, subject, validFrom, validUntil, consent, places, identifiers } = credential;
  const row = { id: credential.id, issuance_id: id, document_id: document.id, issuer, shape, format, text, subject: JSON.stringify(subject), valid_from: validFrom, valid_until: validUntil };
  await trx.insertInto("credentials").values({ ...row, publish_name: consent.publishName ? 1 : 0, share_with_partners: consent.shareWithMraPartners ? 1 : 0 }).execute();
  for (const { purpose, list, position } of places) {
    const inserted = await trx
      .insertInto("status_places")
      .values({ issuer, purpose, list, position, credential_id: credential.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Undone("place");
  }
  for (const { scheme, value } of identifiers) await trx.insertInto("operator_identifiers").values({ scheme, value, credential_id: credential.id }).onConflict((conflict) => conflict.doNothing()).execute();
}

type Connection = Pick<Database, "selectFrom">;

async function answeredIn(db: Connection, issuer: Address, { key, requestDigest }: NonNullable<NewIssuance["idempotency"]>): Promise<IssuanceAcceptance | null> {
  const used = await db.selectFrom("issuance_keys").selectAll().where("issuer", "=", issuer).where("key", "=", key).executeTakeFirst();
  if (used === undefined) return null;
  return used.request_digest === requestDigest ? { issuance: (await issuanceWith(db, used.issuance_id))!, isNew: false } : { conflict: "idempotency" };
}

async function issuanceWith(db: Connection, id: string): Promise<StoredIssuance | null> {
  const issuance = await db.selectFrom("issuances").selectAll().where("id", "=", id).executeTakeFirst();
  if (issuance === undefined) return null;
  const rows = await db
    .selectFrom("issuance_documents as part")
    .innerJoin("documents", "documents.id", "part.document_id")
    .leftJoin("credentials", (join) => join.onRef("credentials.document_id", "=", "part.document_id").onRef("credentials.issuance_id", "=", "part.issuance_id"))
    .selectAll("documents")
    .select(["part.role", "credentials.id as credential_id"])
    .where("part.issuance_id", "=", id)
    .orderBy("part.place")
    .execute();
  const parts = await Promise.all(rows.map(async (row) => ({ role: row.role, document: documentFrom(row), credential: row.credential_id === null ? null : await credentialWith(db, row.credential_id) })));
  return { id, issuer: issuance.issuer as Address, parts: parts as StoredIssuance["parts"] };
}
