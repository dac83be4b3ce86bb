// Grants and withdrawals in the store: each with the write that carries it, and its line in the journal.

import type { Address } from "../../core/address.ts";
import type { GrantAcceptance, GrantBody, Grants, NewGrants, StoredGrant } from "../../flows/trust/administrationPorts.ts";
import type { Connection } from "./journal.ts";
import { noteGrant } from "./noteWrite.ts";
import type { Database } from "./store.ts";
import { insertWrite } from "./writes.ts";

/** The grants in an open database. */
export function grantsIn(db: Database): Grants {
  const first = async (rows: ReturnType<typeof grantRows>): Promise<StoredGrant | null> => {
    const row = await rows.executeTakeFirst();
    return row === undefined ? null : grantFrom(row);
  };
  return {
    accept: (request) => db.transaction().execute((trx) => acceptIn(trx, request)),
    answered: (grantor, idempotency) => answeredIn(db, grantor, idempotency),
    async credentialOf(id) {
      const row = await db.selectFrom("accreditation_credentials").select("text").where("grant_id", "=", id).executeTakeFirst();
      return row?.text ?? null;
    },
    byId: (id) => first(grantRows(db).where("grants.id", "=", id)),
    async of(grantor, { before, limit }) {
      const rows = grantRows(db).where("grants.grantor", "=", grantor).orderBy("grants.number", "desc").limit(limit);
      return (await (Number.isFinite(before) ? rows.where("grants.number", "<", before) : rows).execute()).map(grantFrom);
    },
    lastAbout: ({ grantor, grantee, documentType }) =>
      first(
        grantRows(db).where("grants.grantor", "=", grantor).where("grants.grantee", "=", grantee).where("grants.document_type", "=", documentType).orderBy("grants.number", "desc").limit(1),
      ),
    async names() {
      const rows = await db.selectFrom("grants").select(["grantee as address", "name"]).distinct().where("name", "is not", null).execute();
      return rows.map(({ address, name }) => ({ address: address as Address, name: name! }));
    },
  };
}

async function acceptIn(trx: Connection, { grantor, statements, account, answeredBy, idempotency, remarks, doing }: NewGrants): Promise<GrantAcceptance> {
  const earlier = idempotency === null ? null : await answeredIn(trx, grantor, idempotency);
  if (earlier !== null) return earlier;
  for (const { id, body, credential = null } of statements) {
    const writeId = await insertWrite(trx, body, account);
    await noteGrant(trx, { id, body, writeId, remarks }, doing);
    if (credential !== null) await trx.insertInto("accreditation_credentials").values({ grant_id: id, ...credential }).execute();
  }
  if (idempotency !== null) {
    await trx.insertInto("grant_keys").values({ issuer: grantor, key: idempotency.key, request_digest: idempotency.requestDigest, grant_ids: answeredBy.join(" ") }).execute();
  }
  return { grants: await grantsWith(trx, answeredBy), isNew: statements.length > 0 };
}

async function answeredIn(db: Connection, grantor: string, { key, requestDigest }: NonNullable<NewGrants["idempotency"]>): Promise<GrantAcceptance | null> {
  const used = await db.selectFrom("grant_keys").selectAll().where("issuer", "=", grantor).where("key", "=", key).executeTakeFirst();
  if (used === undefined) return null;
  return used.request_digest === requestDigest ? { grants: await grantsWith(db, used.grant_ids.split(" ")), isNew: false } : { conflict: "idempotency" };
}

async function grantsWith(db: Connection, ids: readonly string[]): Promise<readonly StoredGrant[]> {
  const found = (await grantRows(db).where("grants.id", "in", ids).execute()).map(grantFrom);
  return ids.flatMap((id) => found.find((grant) => grant.id === id) ?? []);
}

const grantRows = (db: Connection) =>
  db
    .selectFrom("grants")
    .innerJoin("writes", "writes.id", "grants.write_id")
    .select(["grants.number", "grants.id", "grants.write_id", "grants.accepted_at", "writes.body", "writes.state", "writes.problem", "writes.block_time"]);

type GrantRow = Awaited<ReturnType<ReturnType<typeof grantRows>["execute"]>>[number];

const grantFrom = ({ number, id, write_id, accepted_at, body, state, problem, block_time }: GrantRow): StoredGrant =>
  ({ number, id, body: JSON.parse(body) as GrantBody, writeId: write_id, acceptedAt: accepted_at, state, problem, recordedAt: block_time }) as StoredGrant;
