// Papers drawn by this service, in the one language that it prints in so far.

import type { PaperMaker } from "../../flows/paperPorts.ts";
import { englishPaper } from "../../words/englishPaper.ts";

/** Draws papers in English. What it draws with is loaded when the first paper is drawn: most processes draw none. */
export const paperMaker: PaperMaker = {
  origin: async (sheet) => (await import("./originPaper.ts")).drawOrigin({ ...sheet, words: englishPaper }),
  unprintableIn: async (value, at) => (await import("./unprintable.ts")).unprintableIn(value, at),
};
