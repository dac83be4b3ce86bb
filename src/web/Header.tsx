// The head of the page: whose it is.

import { words } from "./language.ts";

export function Header() {
  return (
    <header class="head">
      <a class="brand" href="/">
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" stroke-width="2.5" stroke-dasharray="4.4 2.93" />
          <path d="M16 9v6M10 22v-3a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v3" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
        </svg>
        Tradeseal
      </a>
      <a href="/docs">{words.page.documentation}</a>
    </header>
  );
}
