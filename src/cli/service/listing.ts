// Lists that a service gives page by page.

import type { ServiceClient } from "./serviceClient.ts";

/** Every item of the list at `path`; a service that gives no list gives none. */
export async function allPages(client: ServiceClient, path: string, name: string): Promise<Readonly<Record<string, unknown>>[]> {
  const all: Readonly<Record<string, unknown>>[] = [];
  for (let cursor: unknown = null; cursor !== undefined; ) {
    const { [name]: items, next } = await client.ask("GET", cursor === null ? path : `${path}?cursor=${encodeURIComponent(String(cursor))}`);
    if (Array.isArray(items)) all.push(...(items as typeof all));
    cursor = Array.isArray(items) && items.length > 0 ? next : undefined;
  }
  return all;
}
