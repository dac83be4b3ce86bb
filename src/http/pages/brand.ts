// The head of pages that are plain HTML: whose they are, and the way to the page that checks documents.

import type { Language } from "../../words/languages.ts";
import { html, raw, type Html } from "./html.ts";

/** The rules for {@link brand}; the page's own style sheet holds them. */
export const BRAND_STYLE = `
.brand { display: inline-flex; align-items: center; gap: 0.625rem; min-height: 2.75rem; font-size: 1.125rem; font-weight: 680; letter-spacing: -0.01em; color: inherit; text-decoration: none; }
.brand svg { width: 2rem; height: 2rem; }
.brand:focus-visible { outline: 3px solid; outline-offset: 3px; border-radius: 6px; }
`;

const MARK = raw(`<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5"><circle cx="16" cy="16" r="14" stroke-dasharray="4.4 2.93"/><path d="M16 9v6M10 22v-3a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v3" stroke-linecap="round"/></svg>`);

/** The head. `chosen`: the language that the address named; `null` where the browser decides. */
export const brand = (chosen: Language | null): Html => html`<header><a class="brand" href="${chosen === null ? "/" : `/?lang=${chosen}`}">${MARK}Tradeseal</a></header>`;
