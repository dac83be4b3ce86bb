// Words of issuers about documents that are not their own here, each with the write that carries it.

import type { Selectable } from "kysely";
import { isFinalStanding } from "../../core/standing.ts";
import type { NewStandingWord, StandingWord, Store, WriteBody } from "../../flows/issuePorts.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";
import { insertWrite } from "./writes.ts";

/** The part of the store that keeps these words. */
export function standingWordsIn(db: Database): Pick<Store, "acceptStandingWord" | "standingWordById"> {
  return {
    acceptStandingWord: (word, account) =>
      db.transaction().execute(async (trx) => {
        const last = await lastWord(trx, word);
        if (last !== null && last.standing === word.standing && last.replacement === word.replacement) return { word: last, isNew: false };
        if (last !== null && isFinalStanding(last.standing)) return { forbiddenBy: last };
        const writeId = await insertWrite(trx, bodyOf(word), account);
        await trx.insertInto("standing_words").values(rowOf(word, writeId)).execute();
        return { word: { ...word, writeId }, isNew: true };
      }),

    async standingWordById(id) {
      const row = await db.selectFrom("standing_words").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : wordFrom(row);
    },
  };
}

async function lastWord(trx: Pick<Database, "selectFrom">, { speaker, issuer, documentType, leaf }: NewStandingWord): Promise<StandingWord | null> {
  const row = await trx
    .selectFrom("standing_words")
    .selectAll()
    .where("leaf", "=", leaf)
    .where("speaker", "=", speaker)
    .where("issuer", "=", issuer)
    .where("document_type", "=", documentType)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : wordFrom(row);
}

function bodyOf({ speaker, issuer, documentType, leaf, standing, reason, replacement }: NewStandingWord): WriteBody {
  return { kind: "standing", speaker, issuer, documentType, leaves: [leaf], standing, reason, replacement };
}

const rowOf = ({ documentType, acceptedAt, ...word }: NewStandingWord, writeId: number) => ({ ...word, document_type: documentType, accepted_at: acceptedAt, write_id: writeId });

/** What stands in the store was checked at the door. */
function wordFrom({ id, speaker, issuer, document_type, digest, leaf, standing, reason, replacement, write_id }: Selectable<Tables["standing_words"]>): StandingWord {
  return { id, speaker, issuer, documentType: document_type, digest, leaf, standing, reason, replacement, writeId: write_id } as StandingWord;
}
