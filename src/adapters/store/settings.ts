// Settings that a data folder remembers between starts.

import { createHash } from "node:crypto";
import { BY_SERVICE } from "../../core/journal.ts";
import { noteIn } from "./journal.ts";
import type { Database } from "./store.ts";

export interface Settings {
  get(name: string): Promise<string | null>;
  /** Remembers the value. The journal learns that it was changed, not what it is: a digest shows which value it was. */
  set(name: string, value: string): Promise<void>;
}

/** The settings in an open database. */
export function settingsIn(db: Database): Settings {
  return {
    async get(name) {
      const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
      return row?.value ?? null;
    },
    async set(name, value) {
      await db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
        if (known?.value === value) return;
        await trx.insertInto("settings").values({ name, value }).onConflict((conflict) => conflict.column("name").doUpdateSet({ value })).execute();
        const valueDigest = createHash("sha256").update(value).digest("hex");
        await noteIn(trx, { at: Date.now() / 1000, by: BY_SERVICE, act: "setting_changed", details: { name, valueDigest } });
      });
    },
  };
}
