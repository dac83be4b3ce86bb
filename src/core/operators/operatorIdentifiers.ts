// Identifiers by which an operator is known, in one spelling, so that only the whole of one finds it.

import type { JsonObject } from "../json.ts";
import type { ShapeName } from "../shapes/credential.ts";

/** One of an operator's numbers, or its DID. */
export interface NamedIdentifier {
  readonly scheme: string;
  readonly value: string;
}

/** The identifier in the one spelling in which it is kept and looked for: capitals, without blanks and marks between. A DID is compared letter by letter. */
export const normalisedIdentifier = (value: string): string => (/^did:/.test(value.trim()) ? value.trim() : value.normalize("NFKC").toUpperCase().replace(/[\s./_-]/gu, ""));

/** Every identifier in the subject of an AEO certificate or a transport-operator identifier that has no problems; none in other subjects. */
export function identifiersIn(name: ShapeName, subject: JsonObject): readonly NamedIdentifier[] {
  if (name !== "aeo" && name !== "toi") return [];
  const { id, tin, operatorIdentifier, otherIdentifiers = [], identifiers = [] } = subject as unknown as Identified;
  const given = [...(operatorIdentifier === undefined ? [] : [operatorIdentifier]), ...otherIdentifiers, ...identifiers];
  const all = [{ scheme: "DID", value: id }, ...(tin === undefined ? [] : tinsIn(tin)), ...given].map(({ scheme, value }) => ({ scheme, value: normalisedIdentifier(value) }));
  return [...new Map(all.filter(({ value }) => value !== "").map((identifier) => [`${identifier.scheme} ${identifier.value}`, identifier])).values()];
}

interface Identified {
  readonly id: string;
  readonly tin?: Tin;
  readonly operatorIdentifier?: NamedIdentifier;
  readonly otherIdentifiers?: readonly NamedIdentifier[];
  readonly identifiers?: readonly NamedIdentifier[];
}

interface Tin {
  readonly country: string;
  readonly identifier: string;
  readonly scheme: string;
}

/** A trader identification number is told with its country before it (WCO), or as its country writes it. */
const tinsIn = ({ country, identifier, scheme }: Tin): NamedIdentifier[] => [
  ...[{ scheme, value: identifier }, { scheme: "TIN", value: identifier }],
  { scheme: "WCO-TIN", value: identifier.startsWith(country) ? identifier : country + identifier },
];
