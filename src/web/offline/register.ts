// Has the browser keep the pages for when there is no network. Without TLS, and in browsers without service workers, there is none.

import { knownSnapshot } from "./snapshot.ts";

/** Resolves to the time of the snapshot that this device keeps now; `null` when it cannot keep any. */
export async function keepForOffline(): Promise<string | null> {
  if (!("serviceWorker" in navigator)) return null;
  try {
    await navigator.serviceWorker.register("/sw.js");
    // What is fetched before the worker sees it is not kept.
    if (!(await isInCharge())) return null;
  } catch (error) {
    // Browsers refuse it on pages that they do not hold to be safe, and in private windows.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
  return (await knownSnapshot())?.block.time ?? null;
}

const PATIENCE_MS = 10_000;

async function isInCharge(): Promise<boolean> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller !== null) return true;
  await new Promise<void>((resolve) => {
    serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
  return serviceWorker.controller !== null;
}
