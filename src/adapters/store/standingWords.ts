// Words of issuers about documents that are not their own here, each with the write that carries it.

import type { Selectable, Transaction } from "kysely";
import { isFinalStanding } from "../../core/standing.ts";
import type { NewStandingWord, StandingChange, StandingWord, Store, WriteBody } from "../../flows/issuing/issuePorts.ts";
import { issuedTogether } from "./issuedTogether.ts";
import type { Tables } from "./schema.ts";
import type { Database } from "./store.ts";
import { insertWrite } from "./writes.ts";

/** The part of the store that keeps these words. */
export function standingWordsIn(db: Database): Pick<Store, "acceptStandingWord" | "standingWordById"> {
  return {
    acceptStandingWord: (word, account) =>
      db.transaction().execute(async (trx) => {
        const last = await lastWord(trx, word);
        const isSaid = last !== null && isSame(last, word);
        if (last !== null && !isSaid && isFinalStanding(last.standing)) return { forbiddenBy: last };
        const words = [...(isSaid ? [] : [word]), ...(await wordsOnOthers(trx, word))];
        if (isSaid && words.length === 0) return { word: last, isNew: false };
        const writeId = await insertWrite(trx, bodyOf(word, words), account);
        for (const each of words) await trx.insertInto("standing_words").values(rowOf(each, writeId)).execute();
        return { word: isSaid ? last : { ...word, writeId }, isNew: true };
      }),

    async standingWordById(id) {
      const row = await db.selectFrom("standing_words").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : wordFrom(row);
    },
  };
}

/** The same of everything that was issued with the document, as far as that is known here: a code that still stands on a paper that was taken back is a false yes. */
async function wordsOnOthers(trx: Transaction<Tables>, word: NewStandingWord): Promise<readonly NewStandingWord[]> {
  const { documents } = await issuedTogether(trx, word);
  const others: NewStandingWord[] = [];
  for (const { digest, leaf } of documents) {
    const other = { ...word, id: `${word.id}-${others.length + 1}`, digest, leaf };
    const last = await lastWord(trx, other);
    // What is final stays as it is, and what was never taken back need not be given back.
    const isOpen = last === null ? word.standing !== "active" : !isSame(last, word) && !isFinalStanding(last.standing);
    if (isOpen && digest !== word.replacement) others.push(other);
  }
  return others;
}

const isSame = (left: StandingChange, right: StandingChange): boolean => left.standing === right.standing && left.replacement === right.replacement;

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

function bodyOf({ speaker, issuer, documentType, standing, reason, replacement }: NewStandingWord, words: readonly NewStandingWord[]): WriteBody {
  return { kind: "standing", speaker, issuer, documentType, leaves: words.map(({ leaf }) => leaf), standing, reason, replacement };
}

const rowOf = ({ documentType, acceptedAt, ...word }: NewStandingWord, writeId: number) => ({ ...word, document_type: documentType, accepted_at: acceptedAt, write_id: writeId });

/** What stands in the store was checked at the door. */
function wordFrom({ id, speaker, issuer, document_type, digest, leaf, standing, reason, replacement, write_id }: Selectable<Tables["standing_words"]>): StandingWord {
  return { id, speaker, issuer, documentType: document_type, digest, leaf, standing, reason, replacement, writeId: write_id } as StandingWord;
}
