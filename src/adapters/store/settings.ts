// Settings that a data folder remembers between starts.

import type { Database } from "./store.ts";

export interface Settings {
  get(name: string): Promise<string | null>;
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
      await db.insertInto("settings").values({ name, value }).onConflict((conflict) => conflict.column("name").doUpdateSet({ value })).execute();
    },
  };
}
