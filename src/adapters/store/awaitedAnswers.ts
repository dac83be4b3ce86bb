// Answers to challenges that are awaited in the store, so that they are found by whichever process is asked.

import type { AwaitedAnswers } from "../../flows/presenting/handIn.ts";
import type { Database } from "./store.ts";

/** The awaited answers in an open database. */
export function awaitedAnswersIn(db: Database): AwaitedAnswers {
  return {
    async expect(challenge, tokenDigest) {
      await db.updateTable("challenges").set({ token_digest: tokenDigest }).where("challenge", "=", challenge).execute();
    },

    async claim(challenge, at) {
      // One statement: of two who hand in at once only one is judged.
      const open = db.updateTable("challenges").set({ handed_in_at: at }).where("challenge", "=", challenge).where("token_digest", "is not", null).where("handed_in_at", "is", null).where("expires_at", ">", at);
      const { numUpdatedRows } = await open.executeTakeFirst();
      if (numUpdatedRows === 0n) return null;
      const { audience } = await db.selectFrom("challenges").select("audience").where("challenge", "=", challenge).executeTakeFirstOrThrow();
      return audience;
    },

    async keep(challenge, answer) {
      await db.updateTable("challenges").set({ answer }).where("challenge", "=", challenge).where("answer", "is", null).execute();
    },

    async look({ challenge, tokenDigest }) {
      const row = await db.selectFrom("challenges").select(["answer", "expires_at", "handed_in_at"]).where("challenge", "=", challenge).where("token_digest", "=", tokenDigest).executeTakeFirst();
      return row === undefined ? null : { answer: row.answer, expiresAt: row.expires_at, isHandedIn: row.handed_in_at !== null };
    },

    async forget(challenge) {
      await db.updateTable("challenges").set({ answer: null, token_digest: null }).where("challenge", "=", challenge).execute();
    },

    async forgetEnded(before) {
      await db.updateTable("challenges").set({ answer: null, token_digest: null }).where("token_digest", "is not", null).where("expires_at", "<", before).execute();
    },
  };
}
