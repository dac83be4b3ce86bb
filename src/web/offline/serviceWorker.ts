// The service worker: keeps the pages and the snapshot, so that both are there without a network. Answers about documents are never kept.

/// <reference lib="webworker" />

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Another name throws away what older versions kept. */
const KEPT = "tradeseal-1";
/** The pages' files, as the builder lists them. */
const FILES = "/files.json";
const SNAPSHOT = "/v1/snapshot";
/** Somebody at a counter on a bad line would rather have the page of yesterday than wait. */
const PATIENCE_MS = 4_000;

worker.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => worker.clients.claim())));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(keptFirst(request));
  else if (url.pathname === SNAPSHOT) event.respondWith(newestFirst(request, SNAPSHOT));
  else if (request.mode === "navigate" && pageAt(url.pathname) !== null) event.respondWith(newestFirst(request, pageAt(url.pathname)!).finally(() => event.waitUntil(keepAll())));
});

/** The page's own name for an address, without what is asked on it; `null` for what is no page of ours. */
const pageAt = (path: string): string | null => (/^\/(c|operators|issuer|trust)?$/.test(path) ? path : null);

/** Fetches what is not kept yet, and forgets files that no page names any more. A network that fails leaves everything as it is. */
async function keepAll(): Promise<void> {
  const [kept, response] = await Promise.all([caches.open(KEPT), fetch(FILES, { cache: "no-store" }).catch(() => null)]);
  if (response?.ok !== true) return;
  const { assets, pages } = (await response.json()) as { assets: readonly string[]; pages: readonly string[] };
  const have = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  await kept.addAll([...assets, ...pages].filter((path) => !have.has(path)));
  await Promise.all([...have].filter((path) => path.startsWith("/assets/") && !assets.includes(path)).map((path) => kept.delete(path)));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

/** Files whose names hold their digest never change. */
async function keptFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(KEPT)).put(request, response.clone());
  return response;
}

async function newestFirst(request: Request, name: string): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) await (await caches.open(KEPT)).put(name, response.clone());
    return response;
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match(name);
    if (kept === undefined) throw error;
    return kept;
  }
}
