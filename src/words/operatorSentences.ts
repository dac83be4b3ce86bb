// Sentences about operators: an authorisation in one line.

import type { Authorisation } from "../core/authorisation.ts";
import { partyName, standingParts, typeWords } from "./sentences.ts";
import type { OperatorsPageWords } from "./operatorsPageWords.ts";
import type { Words } from "./words.ts";

/** The authorisation in one line, as on the desk: "Authorised: genuine AEO certificate by Customs of Southland, recognised by … since …". */
export function authorisationHeadline({ documentType, verdict, reason, issuer, standing, recognition }: Authorisation, words: Words, desk: OperatorsPageWords): string {
  const last = recognition?.at(-1);
  return desk.headline({
    ...{ verdict, type: typeWords(documentType, words), issuer: partyName(issuer), reason: reason ?? null },
    standing: standing === undefined ? null : standingParts(standing),
    recognition: last === undefined ? null : { by: partyName(last.grantor), since: last.from },
  });
}
