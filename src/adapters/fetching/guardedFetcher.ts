// The guarded fetcher: the only module that opens connections to strangers' hosts.

import { createSecureContext, rootCertificates } from "node:tls";
import type { GuardedPoster } from "../../flows/following/followPorts.ts";
import type { FetchRefusal, GuardedAsker, GuardedFetcher } from "../../flows/identities/identityPorts.ts";
import { addressesOf, type NameLookup } from "./names.ts";
import { Refusal } from "./refusal.ts";
import { askOnce, postOnce, questionOnce, type Guard, type Patience, type Place } from "./request.ts";
import { reachOf, type Reach } from "./publicAddresses.ts";

/** How the fetcher differs from its defaults. */
export interface FetcherOptions {
  /** Ports besides 443 that may be connected to. */
  readonly ports?: readonly number[];
  /** Lets this very machine be reached, on any port and without TLS, too. For development only. */
  readonly isLoopbackAllowed?: boolean;
  readonly patience?: Patience;
  /** How many fetches may be under way. */
  readonly fetchesAtOnce?: number;
  /** How names become addresses; by default, by asking the DNS. */
  readonly lookup?: NameLookup;
  /** Certificates of authorities that are believed besides the usual ones (PEM). */
  readonly authorities?: readonly string[];
}

const PATIENCE: Patience = { connectMs: 3_000, totalMs: 5_000 };
const FETCHES_AT_ONCE = 32;
const URL_LIMIT_CHARACTERS = 2_048;
const HTTPS_PORT = 443;

/** A fetcher that lets itself be led nowhere; what it posts goes nowhere else, either. */
export function guardedFetcher(options: FetcherOptions = {}): GuardedFetcher & GuardedAsker & GuardedPoster {
  const { patience = PATIENCE, fetchesAtOnce = FETCHES_AT_ONCE, lookup = addressesOf, authorities } = options;
  // Made once: reading all the authorities takes longer than a handshake.
  const trust = authorities === undefined ? null : createSecureContext({ ca: [...rootCertificates, ...authorities] });
  const guard: Guard = { patience, lookup, trust, isAllowed: (address) => isAllowed(reachOf(address), options) };
  let underWay = 0;
  const within = async <T>(ask: () => Promise<T>): Promise<T | FetchRefusal> => {
    if (underWay >= fetchesAtOnce) return "too_busy";
    underWay += 1;
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code;
    } finally {
      underWay -= 1;
    }
  };
  return {
    async fetch(url, wanted) {
      const bytes = await within(async () => askOnce(placeAt(url, options), wanted, guard));
      return typeof bytes === "string" ? { isFetched: false, refusal: bytes } : { isFetched: true, bytes };
    },
    async ask(url, body, wanted) {
      const bytes = await within(async () => questionOnce(placeAt(url, options), body, { wanted, guard }));
      return typeof bytes === "string" ? { isFetched: false, refusal: bytes } : { isFetched: true, bytes };
    },
    async post(url, message) {
      const status = await within(async () => postOnce(placeAt(url, options), message, guard));
      return typeof status === "string" ? { isAnswered: false, refusal: status } : { isAnswered: true, status };
    },
    flawOf: (url) => flawOf(url, options),
  };
}

function flawOf(url: string, options: FetcherOptions): FetchRefusal | null {
  try {
    placeAt(url, options);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

const isAllowed = (reach: Reach, { isLoopbackAllowed = false }: FetcherOptions): boolean => reach === "public" || (reach === "loopback" && isLoopbackAllowed);

/** What can be told from the address alone, before anybody is asked anything. */
function placeAt(text: string, options: FetcherOptions): Place {
  const url = text.length <= URL_LIMIT_CHARACTERS ? URL.parse(text) : null;
  if (url === null) throw new Refusal("url_malformed");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  const isLoopback = isNameOfThisMachine(host) || reachOf(host) === "loopback";
  const isDevelopment = isLoopback && (options.isLoopbackAllowed ?? false);
  const refusal = refusalOf(url, { host, isLoopback, isDevelopment, ports: options.ports ?? [] });
  if (refusal !== null) throw new Refusal(refusal);
  return { url, host, isSecure: url.protocol === "https:" };
}

interface Sight {
  readonly host: string;
  readonly isLoopback: boolean;
  readonly isDevelopment: boolean;
  readonly ports: readonly number[];
}

function refusalOf(url: URL, { host, isLoopback, isDevelopment, ports }: Sight): FetchRefusal | null {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isDevelopment)) return "scheme_forbidden";
  if (url.username !== "" || url.password !== "") return "userinfo_forbidden";
  if (isLoopback && !isDevelopment) return "address_forbidden";
  if (isLiteral(host) && reachOf(host) === "forbidden") return "address_forbidden";
  const port = url.port === "" ? HTTPS_PORT : Number(url.port);
  return port === HTTPS_PORT || isDevelopment || ports.includes(port) ? null : "port_forbidden";
}

/** The URL parser has brought every spelling of an IPv4 address into the dotted one. */
const isLiteral = (host: string): boolean => host.includes(":") || /^[0-9.]+$/.test(host);

/** RFC 6761: such names mean this machine, whatever a DNS server says. */
const isNameOfThisMachine = (host: string): boolean => host === "localhost" || host.endsWith(".localhost");
