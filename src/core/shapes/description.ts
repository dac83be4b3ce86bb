// What the published schemas say of a member: what it means, and who is shown it. Whoever reads a schema can take the two apart again.

import type { Disclosure, Said } from "./shape.ts";

/** What a member means, as a sentence: of "the goods" it is "The goods." */
export type MeaningOf<Says extends string> = `${Capitalize<Says>}.`;

/** Who is shown a member that is not for everybody, as it stands behind what the member means. */
export const disclosureSentences = { holder: "Hidden until the holder shows it.", authorities: "For authorities only." } as const satisfies Readonly<Record<Exclude<Disclosure, "public">, string>>;

/** A description, taken apart. */
export interface ReadDescription {
  readonly meaning: string;
  readonly shown: Disclosure;
}

/** The description of a member. */
export const describe = ({ says, shown }: Pick<Said, "says" | "shown">): string => `${says[0]!.toUpperCase()}${says.slice(1)}.${shown === "public" ? "" : ` ${disclosureSentences[shown]}`}`;

/** What `describe` was given, with the meaning as a sentence. */
export function readDescription(description: string): ReadDescription {
  const found = (["holder", "authorities"] as const).find((shown) => description.endsWith(` ${disclosureSentences[shown]}`));
  return found === undefined ? { meaning: description, shown: "public" } : { meaning: description.slice(0, -disclosureSentences[found].length - 1), shown: found };
}
