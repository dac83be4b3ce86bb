// What this tab remembers of whoever is signed in, on every page (sessionStorage): the key if somebody asked for that, drafts, lists. Gone with the tab.

const PREFIX = "tradeseal.";
const KEY = "key";

/** The text under `name`, or `null`. */
export function remembered(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps `text` under `name`; `null` forgets it. @returns whether it is kept: a tab's memory has an end, and some browsers have none. */
export function remember(name: string, text: string | null): boolean {
  try {
    if (text === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets whatever was kept whose name begins so. */
export function forgetAll(beginning = ""): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX + beginning));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // Nothing could be kept there either.
  }
}

/** The key that somebody asked to keep, or `null`. */
export const keptKey = (): string | null => remembered(KEY);

/** Keeps the key until the tab is closed; `null` forgets it. @returns whether it is kept. */
export const keepKey = (apiKey: string | null): boolean => remember(KEY, apiKey) && apiKey !== null;
