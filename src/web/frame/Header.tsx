// The head of every page: whose it is, what else there is, in which language.

import type { FrameWords } from "../../words/frameWords.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { hrefOf, words } from "./language.ts";

/** Every page by its address, with the words for it. */
const pages: readonly (readonly [path: string, name: keyof FrameWords["pages"]])[] = [
  ["/", "check"],
  ["/operators", "operators"],
  ["/issuer", "issuer"],
  ["/trust", "trust"],
];

export function Header() {
  return (
    <header class="head">
      <a class="brand" href={hrefOf("/")}>
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="4.4 2.93" />
          <path d="M16 9v6M10 22v-3a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v3" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
        </svg>
        Tradeseal
      </a>
      <nav aria-label={words.frame.navigation}>
        {pages.map(([path, name]) => (
          <a key={path} href={hrefOf(path)} aria-current={location.pathname === path ? "page" : undefined}>
            {words.frame.pages[name]}
          </a>
        ))}
      </nav>
      <LanguageChoice />
    </header>
  );
}
