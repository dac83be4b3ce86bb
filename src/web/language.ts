// The language of the page: the one place to choose another.

import { english } from "../words/english.ts";
import type { Words } from "../words/words.ts";

export const words: Words = english;
