// Items by what became of them: the six verdicts, and what has none.

import type { Verdict } from "../../../core/verdict.ts";
import { words } from "../../frame/language.ts";
import type { DocumentItem } from "../items.ts";
import { said } from "../words.ts";

export type Group = Verdict | "unanswered" | "held" | "underWay";

/** In the order in which they are offered: what needs a person's attention does not stand last. */
const ORDER: readonly Group[] = ["authentic", "altered", "not_found", "not_entitled", "no_longer_valid", "undetermined", "unanswered", "held", "underWay"];

export function groupOf({ state }: DocumentItem): Group {
  switch (state.is) {
    case "answered":
      return state.report.verdict;
    case "reading":
    case "asking":
      return "underWay";
    case "held":
    case "unanswered":
      return state.is;
  }
}

/** The group in a word or two. */
export const labelOf = (group: Group): string => (group === "unanswered" || group === "held" || group === "underWay" ? said.many[group] : words.verdicts[group].label);

/** Every group that has items, with how many. */
export function countsOf(items: readonly DocumentItem[]): readonly (readonly [group: Group, count: number])[] {
  const counts = new Map<Group, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  return ORDER.flatMap((group) => (counts.has(group) ? [[group, counts.get(group)!] as const] : []));
}
