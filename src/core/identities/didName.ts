// DIDs of the four methods that are resolved here, read strictly: one DID has one spelling.

import { parseDid, type Address } from "../address.ts";

/** What a DID says by itself. */
export type DidName =
  | { readonly method: "ethr"; readonly chainId: number; readonly identity: Address }
  | ({ readonly method: "web" } & WebPlace)
  | { readonly method: "key"; readonly multibase: string }
  | { readonly method: "jwk"; readonly encoded: string };

/** Where a did:web has its document. */
export interface WebPlace {
  readonly host: string;
  /** `null` for the one that goes without saying. */
  readonly port: number | null;
  /** Empty for a DID that is a host alone. */
  readonly segments: readonly string[];
}

/** A did:jwk with a P-256 key and several members has some 400 characters. */
const LIMIT_CHARACTERS = 2_000;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/**
 * A name of at least two labels whose last one is no number, so that no reader of URLs takes it for an address (`2130706433`, `0x7f.1`);
 * or this machine, which only a fetcher set up for development reaches.
 */
const HOST = new RegExp(`^(?:(?:${LABEL}\\.)+(?!(?:[0-9]+|0x[0-9a-f]*)$)${LABEL}|localhost|127\\.0\\.0\\.1)$`);
const HOST_LIMIT_CHARACTERS = 253;
/** No percent signs: what they could hide (`%2F`, `%40`, `%2e%2e`) has no business in a path. */
const SEGMENT = /^(?!\.+$)[A-Za-z0-9._-]{1,200}$/;
const PORT = /^[1-9][0-9]{0,4}$/;

/** What `text` says, or `null` when it is no DID of these methods, or none that is spelt as it must be. A path, query or fragment makes it none. */
export function parseDidName(text: unknown): DidName | null {
  if (typeof text !== "string" || text.length > LIMIT_CHARACTERS) return null;
  const [, method, rest = ""] = /^did:(ethr|web|key|jwk):(.+)$/s.exec(text) ?? [];
  switch (method) {
    case "ethr": {
      const parsed = parseDid(text);
      return parsed === null ? null : { method, ...parsed };
    }
    case "web": {
      const place = parseWebPlace(rest);
      return place === null ? null : { method, ...place };
    }
    case "key":
      return /^z[1-9A-HJ-NP-Za-km-z]+$/.test(rest) ? { method, multibase: rest } : null;
    case "jwk":
      return /^[A-Za-z0-9_-]+$/.test(rest) ? { method, encoded: rest } : null;
    default:
      return null;
  }
}

function parseWebPlace(text: string): WebPlace | null {
  const [authority, ...segments] = text.split(":");
  const [host, portText, ...more] = authority!.split("%3A");
  if (host!.length > HOST_LIMIT_CHARACTERS || !HOST.test(host!) || more.length > 0) return null;
  const port = portText === undefined ? null : PORT.test(portText) ? Number(portText) : NaN;
  // 443 goes without saying, so that one place has one DID.
  if (port !== null && !(port <= 65_535 && port !== 443)) return null;
  return segments.every((segment) => SEGMENT.test(segment)) ? { host: host!, port, segments } : null;
}

/** The did:web of a place under an address such as TRADESEAL_PUBLIC_URL, or `null` when none can name it. */
export function didWebUnder(publicUrl: string, segments: readonly string[]): string | null {
  const { protocol, hostname, port, pathname } = new URL(publicUrl);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  if (protocol !== "https:" && !isLoopback) return null;
  const path = [...pathname.split("/").filter((segment) => segment !== ""), ...segments];
  const portText = port === "" ? (protocol === "https:" ? "" : "%3A80") : `%3A${port}`;
  const did = `did:web:${[hostname + portText, ...path].join(":")}`;
  return parseDidName(did) === null ? null : did;
}

/** Where the document of a did:web is found. */
export function webAddressOf({ host, port, segments }: WebPlace, scheme: "https" | "http" = "https"): string {
  const path = segments.length === 0 ? ".well-known" : segments.join("/");
  return `${scheme}://${host}${port === null ? "" : `:${port}`}/${path}/did.json`;
}
