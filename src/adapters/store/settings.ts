// Settings that a data folder remembers between starts.

import { createHash } from "node:crypto";
import { BY_SERVICE } from "../../core/journal.ts";
import { noteIn, type Connection } from "./journal.ts";
import type { Database } from "./store.ts";

export interface Settings {
  get(name: string): Promise<string | null>;
  /** Remembers the value. The journal learns that it was changed, not what it is: a digest shows which value it was. */
  set(name: string, value: string): Promise<void>;
  /** Remembers the value unless one is remembered already. @returns the one that is. */
  fix(name: string, value: string): Promise<string>;
}

/** The settings in an open database. */
export function settingsIn(db: Database): Settings {
  return {
    get: (name) => valueOf(db, name),

    async set(name, value) {
      await db.transaction().execute(async (trx) => {
        if ((await valueOf(trx, name)) !== value) await put(trx, name, value);
      });
    },

    fix: (name, value) =>
      db.transaction().execute(async (trx) => {
        const known = await valueOf(trx, name);
        if (known === null) await put(trx, name, value);
        return known ?? value;
      }),
  };
}

async function valueOf(db: Connection, name: string): Promise<string | null> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

async function put(trx: Connection, name: string, value: string): Promise<void> {
  await trx.insertInto("settings").values({ name, value }).onConflict((conflict) => conflict.column("name").doUpdateSet({ value })).execute();
  const valueDigest = createHash("sha256").update(value).digest("hex");
  await noteIn(trx, { at: Date.now() / 1000, by: BY_SERVICE, act: "setting_changed", details: { name, valueDigest } });
}
