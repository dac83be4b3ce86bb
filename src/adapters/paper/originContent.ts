// What a certificate of origin says, box by box, in words for paper.

import type { CooSubject } from "../../core/shapes/coo.ts";
import type { PaperWords } from "../../words/paperWords.ts";
import { fine, given, plain, type Block } from "./sheet.ts";

type Item = CooSubject["items"][number];
type Party = CooSubject["exporter"];

const strong = (text: string): Block => ({ text, style: { weight: 700 } });

/** Somebody with name, address and number. */
export function partyBlocks({ name, address, identifier }: Party, words: PaperWords): readonly Block[] {
  const town = address === undefined ? "" : given(address.postcode, address.city).join(" ");
  return [strong(name), ...given(address?.line, town, address && words.country(address.country)).map(plain), ...given(identifier && `${words.origin.identifier} ${identifier}`).map(fine)];
}

/** To whom the goods go. */
export const consigneeBlocks = ({ consignee }: CooSubject, words: PaperWords): readonly Block[] => (consignee === undefined ? [plain(words.origin.importerUnknown)] : partyBlocks(consignee, words));

/** Where the goods originate, and between which countries they travel. */
export function countryBlocks({ items, exportCountry, importCountry }: CooSubject, words: PaperWords): readonly Block[] {
  const origins = [...new Set(items.map(({ originCountry }) => originCountry))].map(words.country).join(", ");
  return [strong(origins), fine(words.origin.route(words.country(exportCountry), importCountry === undefined ? null : words.country(importCountry)))];
}

/** How the goods travel. */
export function transportBlocks({ transport, consignmentReference }: CooSubject, words: PaperWords): readonly Block[] {
  const { origin } = words;
  const means = given(transport?.mode && words.transportMode(transport.mode), given(transport?.meansName, transport?.voyage).join(", ")).join(": ");
  const { loadingPort = null, dischargePort = null } = transport ?? {};
  const route = loadingPort === null && dischargePort === null ? null : origin.route(loadingPort, dischargePort);
  return [
    ...given(means, route, transport?.departureDate && `${origin.departure} ${words.day(transport.departureDate)}`).map(plain),
    ...given(transport?.transportDocument && `${origin.transportDocument} ${transport.transportDocument}`, transport?.carrierId && `${origin.carrier} ${transport.carrierId}`, consignmentReference && `${origin.consignment} ${consignmentReference.ucr}`).map(fine),
  ];
}

/** Remarks, the ticks of the agreements, and the producer where it may be known. */
export function remarkBlocks({ remarks, flags, producer, producerConfidential }: CooSubject, words: PaperWords): readonly Block[] {
  const { marks, ...origin } = words.origin;
  const ticked = (["backToBack", "cumulation", "partialCumulation", "deMinimis", "exhibition"] as const).filter((flag) => flags[flag] === true).map((flag) => marks[flag]);
  const made = producer === undefined || producerConfidential ? [] : [`${origin.producer}: ${given(producer.name, producer.address?.city, producer.address && words.country(producer.address.country)).join(", ")}`];
  return given(ticked.join("  ·  "), ...made, producerConfidential && origin.producerConfidential, remarks).map(plain);
}

/** What must stand out: that it is a copy, came later, or took another's place. */
export function markBlocks({ flags, replaces, certificateNumber }: CooSubject, words: PaperWords): readonly Block[] {
  const { marks } = words.origin;
  const isCopy = flags.certifiedTrueCopy;
  const large = given(isCopy && marks.certifiedTrueCopy, flags.issuedRetroactively && marks.retroactive, replaces !== undefined && !isCopy && replaces.certificateNumber !== certificateNumber && marks.replacement);
  const told = replaces === undefined ? [] : [words.origin.replaces({ isCopy, number: replaces.certificateNumber, date: replaces.issueDate ?? null, reason: replaces.reason ?? null })];
  return [...(large.length === 0 ? [] : [{ text: large.join("  ·  "), style: { weight: 700, size: 10, colour: "#8a1c1c" } } as const]), ...told.map((text) => ({ text, style: { size: 8 } }))];
}

/** An item, cell by cell. */
export function itemCells(item: Item, words: PaperWords): readonly (readonly Block[])[] {
  const { origin } = words;
  const { originCriterion: criterion, invoice, fobValue } = item;
  return [
    [plain(String(item.sequence))],
    [plain(item.marks), fine(words.packages(item.packages.count, item.packages.kind))],
    [plain(item.description), fine(`${origin.hsCode} ${item.hsCode.slice(0, 4)}.${item.hsCode.slice(4)}${item.hsVersion === undefined ? "" : ` (${item.hsVersion})`}`)],
    [plain(item.originCountry), ...given(criterion?.code).map(strong), ...given(criterion?.valueContent && `${criterion.valueContent} %`).map(plain)],
    [plain(`${words.measure(item.grossWeight.value, item.grossWeight.unit)} ${origin.gross}`), fine(words.measure(item.quantity.value, item.quantity.unit)), ...given(fobValue && `${origin.valueFreeOnBoard} ${fobValue.currency} ${words.number(fobValue.amount)}`).map(fine)],
    invoice === undefined ? [] : [plain(invoice.number), fine(words.day(invoice.date)), ...given(invoice.thirdCountry && origin.thirdCountryInvoice).map(fine)],
  ];
}

/** What the body certifies, and by what right. */
export const certificationBlocks = ({ certification, issuerAccreditations = [] }: CooSubject): readonly Block[] => [plain(certification.statement), ...issuerAccreditations.map(({ scheme, code }) => fine(`${scheme} ${code}`))];

/** Under the certification: the officer, place and date. */
export const certificationFoot = ({ certification, issuePlace }: CooSubject, { words, issuer }: { words: PaperWords; issuer: string }): readonly Block[] => [
  ...given(certification.officerId && `${words.origin.officer} ${certification.officerId}`).map(fine),
  strong(issuer),
  plain(`${given(issuePlace.name, issuePlace.unlocode && `(${issuePlace.unlocode})`).join(" ")}, ${words.day(certification.date)}`),
];

/** Under the exporter's declaration: who declares, and when. */
export const declarationFoot = ({ exporterDeclaration: { signedBy, date } }: CooSubject, words: PaperWords): readonly Block[] => [strong(signedBy), plain(words.day(date))];
