// How the page is built: static files without anything inline, so that the service can forbid everything else.

import { join } from "node:path";
import type { UserConfig } from "vite";

export const pageFolder = join(import.meta.dirname, "..", "..", "dist", "web");

/** A page for each: `operators.html` is served at `/operators`. */
export const PAGES = ["index.html", "c.html", "operators.html", "issuer.html", "trust.html"];
const SERVICE_WORKER = "offline/serviceWorker.ts";

export default {
  root: import.meta.dirname,
  base: "/",
  publicDir: "public",
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
    rolldownOptions: {
      input: [...PAGES, SERVICE_WORKER].map((file) => join(import.meta.dirname, file)),
      // A service worker serves what stands at or below its own address, and is known by it for ever.
      output: { entryFileNames: ({ name }) => (name === "serviceWorker" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  worker: { format: "es" },
} satisfies UserConfig;
