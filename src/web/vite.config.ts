// How the page is built: static files without anything inline, so that the service can forbid everything else.

import { join } from "node:path";
import type { UserConfig } from "vite";

export const pageFolder = join(import.meta.dirname, "..", "..", "dist", "web");

/** A page for each: `operators.html` is served at `/operators`. */
const PAGES = ["index.html", "issuer.html"];

export default {
  root: import.meta.dirname,
  base: "/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: pageFolder,
    emptyOutDir: true,
    target: "es2022",
    // Inline assets would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Which script needs which: from that the first page's weight is told.
    manifest: true,
    rolldownOptions: { input: PAGES.map((page) => join(import.meta.dirname, page)) },
  },
  worker: { format: "es" },
} satisfies UserConfig;
