// What was put on its way to the ledger, written down: grants in their register, and every write in the journal.

import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../core/json.ts";
import type { Act } from "../../core/journal.ts";
import type { Doing, GrantBody, NewGrants } from "../../flows/trust/administrationPorts.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import { noteIn, type Connection } from "./journal.ts";

/** What was said, and the write that carries it. */
interface Noted {
  readonly id: string;
  readonly body: GrantBody;
  readonly writeId: number;
  readonly remarks?: NewGrants["remarks"];
}

/** Writes a grant or withdrawal into the register of grants and into the journal. */
export async function noteGrant(trx: Connection, { id, body, writeId, remarks = {} }: Noted, { by, at }: Doing): Promise<void> {
  const { grantor, grantee, documentType, kind, ...particulars } = body;
  const name = body.kind === "accredit" ? body.name : null;
  await trx.insertInto("grants").values({ id, grantor, grantee, document_type: documentType, name, write_id: writeId, accepted_at: at }).execute();
  const details = { grantId: id, grantor, grantee, documentType, ...particulars, ...remarks };
  await noteIn(trx, { at, by, act: kind === "accredit" ? "granted" : "withdrawn", details });
}

const OTHER_ACTS: Readonly<Partial<Record<string, Act>>> = { delegate: "delegated" };

/** Writes down what a write of any kind will say; of grants and withdrawals the register is kept, too. */
export async function noteWrite(trx: Connection, { body, writeId }: { body: WriteBody; writeId: number }, doing: Doing): Promise<void> {
  if (body.kind === "accredit" || body.kind === "withdraw") return noteGrant(trx, { id: randomUUID(), body, writeId }, doing);
  const { kind, ...details } = body;
  await noteIn(trx, { ...doing, act: OTHER_ACTS[kind] ?? "said_on_ledger", details: { kind, ...(details as unknown as JsonObject) } });
}
