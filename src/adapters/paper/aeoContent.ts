// What an AEO certificate says, box by box, in words for paper.

import type { AeoSubject } from "../../core/shapes/aeo.ts";
import { isolate } from "../../words/isolate.ts";
import { languageOf } from "../../words/languages.ts";
import { codeWord } from "../../words/operatorCodes.ts";
import type { PaperWords } from "../../words/paperWords.ts";
import { punctuationOf, type Punctuation } from "../../words/punctuation.ts";
import { fine, given, plain, type Block } from "./sheet.ts";

const strong = (text: string, size = 8.6): Block => ({ text, style: { weight: 700, size } });

const marksOf = ({ language }: PaperWords): Punctuation => punctuationOf(languageOf([language]));

/** A small name over a value, for each that is there. */
const named = (entries: readonly (readonly [name: string, value: string | undefined])[]): readonly Block[] => entries.flatMap(([name, value]) => (value === undefined || value === "" ? [] : [fine(name), plain(value)]));

/** Who is authorised: by which names, and where. */
export function operatorBlocks({ legalName, tradeNames = [], registeredAddress: address }: AeoSubject, words: PaperWords): readonly Block[] {
  const { colon, listed } = marksOf(words);
  const town = given(address.postcode, address.city).join(" ");
  return [strong(legalName, 13), ...given(address.line, town, words.country(address.country)).map(plain), ...(tradeNames.length === 0 ? [] : [fine(`${words.aeo.tradeNames}${colon}${tradeNames.map(isolate).join(listed)}`)])];
}

/** The numbers by which registers and software know the operator. */
export function identifierBlocks({ tin, otherIdentifiers = [], id }: AeoSubject, words: PaperWords): readonly Block[] {
  const { colon, comma } = marksOf(words);
  const others = otherIdentifiers.map(({ scheme, value, country }) => plain(`${given(scheme, country && words.country(country)).join(comma)}${colon}${value}`));
  return [fine(`${words.aeo.traderNumber}${comma}${words.country(tin.country)}`), strong(tin.identifier, 10), ...others, fine(id)];
}

/** What was decided: by which programme, of which kind, since when. */
export function authorisationBlocks({ authorisation }: AeoSubject, words: PaperWords): readonly Block[] {
  const { programme, type, tier, effectiveDate, lastValidationDate } = authorisation;
  const { aeo, codes } = words;
  return [
    strong(codeWord(codes.authorisationTypes, type)),
    ...named([[aeo.programme, given(programme, tier).join(marksOf(words).comma)], [aeo.effectiveSince, words.day(effectiveDate)], [aeo.lastValidated, lastValidationDate === undefined ? undefined : words.day(lastValidationDate)]]),
  ];
}

/** As what the operator is authorised, and in which trades. */
export function roleBlocks({ authorisation: { roles, sectors = [] } }: AeoSubject, words: PaperWords): readonly Block[] {
  const { aeo, codes } = words;
  const { listed } = marksOf(words);
  return named([[aeo.roles, roles.map((role) => codeWord(codes.roles, role)).join(listed)], [aeo.sectors, sectors.map((sector) => codeWord(codes.tradeSectors, sector)).join(listed)]]);
}

/** Partner by partner, who recognises it. */
export function recognitionBlocks({ mutualRecognition = [] }: AeoSubject, words: PaperWords): readonly Block[] {
  if (mutualRecognition.length === 0) return [fine(words.aeo.noRecognition)];
  return mutualRecognition.flatMap(({ partner, arrangementRef, recognisedFrom, partnerIdentifier, limits }) => [
    strong(words.country(partner)),
    // What stands in a language of its own must not turn the line around the day.
    plain(given(arrangementRef && isolate(arrangementRef), recognisedFrom && `${words.aeo.since} ${words.day(recognisedFrom)}`, limits && isolate(limits)).join("  ·  ")),
    ...given(partnerIdentifier && `${partnerIdentifier.scheme} ${partnerIdentifier.value}`).map(fine),
  ]);
}

/** Who issued it: the office that decided, then the authority. */
export function issuerFoot({ authorisation: { competentOffice: office, issuingCountry } }: AeoSubject, { issuer, words }: { issuer: { readonly name: string; readonly did: string }; words: PaperWords }): readonly Block[] {
  return [strong(issuer.name, 10), ...given(office && given(office.name, office.code && `(${office.code})`).join(" "), words.country(issuingCountry)).map(plain), fine(issuer.did)];
}
