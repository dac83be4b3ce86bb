// Options that several commands share, and how their values are read.

import { InvalidArgumentError, Option } from "commander";
import { JURISDICTION } from "../../core/accreditationCredential.ts";
import { parseDid, parseAddress, type Address } from "../../core/address.ts";
import { parseDocumentType, type DocumentType } from "../../core/documentType.ts";
import type { ChainHash } from "../../core/ledger.ts";
import { Fault } from "../../core/fault.ts";

/** A reader of option values for commander: what cannot be read becomes wrong use. */
export function reader<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof Fault) throw new InvalidArgumentError(`${error.message} [${error.code}]`);
      throw error;
    }
  };
}

/** A reader for an option that may be given several times. */
const eachWith = <T>(parse: (text: string) => T) => (text: string, former: readonly T[] | undefined): readonly T[] => [...(former ?? []), reader(parse)(text)];

/** `--type CODE`: one document type. */
export const typeOption = (description: string): Option => new Option("-t, --type <code>", description).argParser(reader(parseDocumentType));

/** `--type CODE`, once for each document type. */
export const typesOption = (description: string): Option => new Option("-t, --type <code...>", description).argParser(eachWith(parseDocumentType)).makeOptionMandatory();

/** `--data DIR`. */
export const dataOption = (): Option => new Option("--data <folder>", "data folder (default: TRADESEAL_DATA, else ./data)");

/** `--pkcs11 LABEL`. The token's PIN stands in a file that TRADESEAL_PKCS11_PIN_FILE names. */
export const pkcs11Option = (): Option => new Option("--pkcs11 <label>", "the key under this label in the token that TRADESEAL_PKCS11_TOKEN names; made there if it is not there yet");

/** `--service URL`. */
export const serviceOption = (): Option => new Option("--service <url>", "the Tradeseal service (default: TRADESEAL_SERVICE, else http://127.0.0.1:8080)").argParser(reader(parseServiceUrl));

/** `--key-file FILE`. A key never stands on the command line, where every user of the machine could read it. */
export const keyFileOption = (): Option => new Option("--key-file <file>", "file that holds the API key (default: the environment's TRADESEAL_API_KEY)");

/** How far a command waits. */
export const waits = ["final", "included", "none"] as const;
export type Wait = (typeof waits)[number];

const WAIT_MEANS: Readonly<Record<Wait, string>> = { final: "final: no reorganisation takes it away", included: "included: in a block", none: "none: stored by the service" };

/** `--wait STATE`. */
export const waitOption = (choices: readonly Wait[], byDefault: Wait): Option =>
  new Option("--wait <state>", choices.map((choice) => WAIT_MEANS[choice]).join("; ")).choices(choices).default(byDefault);

/** `--timeout SECONDS`: for what is waited for. */
export const timeoutOption = (): Option => new Option("--timeout <seconds>", "how long to wait; nothing is lost when it ends").argParser(reader(parseCount)).default(300);

/** An http or https address without a slash at its end. */
export function parseServiceUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError("It must be an http or https address.");
  return text.replace(/\/+$/, "");
}

/** A whole number of something. */
export function parseCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** A block's hash. */
export function parseChainHash(text: string): ChainHash {
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError("It must be 0x and 64 hex characters.");
  return text.toLowerCase() as ChainHash;
}

const DURATION = /^(\d{1,6})([smhd])$/;
const SECONDS_IN: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** A time span such as 90d, 12h, 30m or 45s, in seconds. */
export function parseDuration(text: string): number {
  const [, count, unit] = DURATION.exec(text) ?? [];
  const seconds = Number(count) * (SECONDS_IN[unit ?? ""] ?? NaN);
  if (!(seconds > 0)) throw new InvalidArgumentError("Write a time span such as 90d, 12h, 30m or 45s.");
  return seconds;
}

/** An authority that the person at the terminal believes; `documentTypes` is `null` for "all". */
export interface NamedTrustRoot {
  readonly address: Address;
  readonly documentTypes: readonly DocumentType[] | null;
}

/** Reads one more `--trust-root ADDRESS[=TYPES]`. */
export const parseTrustRoot = eachWith((text): NamedTrustRoot => {
  const [name = "", types] = text.split("=", 2);
  return { address: parseIdentity(name).identity, documentTypes: types === undefined ? null : parseTypes(types) };
});

/** The contract takes no longer names (`NAME_LIMIT_BYTES`). */
const NAME_LIMIT_BYTES = 200;

/** A legal entity's name. */
export function parseName(text: string): string {
  const name = text.trim();
  const isFit = name !== "" && Buffer.byteLength(name) <= NAME_LIMIT_BYTES && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
  if (!isFit) throw new InvalidArgumentError(`A name has 1 to ${NAME_LIMIT_BYTES} bytes, all of them visible.`);
  return name;
}

/** A country or a part of one. */
export function parseJurisdiction(text: string): string {
  if (!JURISDICTION.test(text)) throw new InvalidArgumentError("Write an ISO 3166 code, such as NO or ES-CT.");
  return text;
}

/** A list of document types, separated by commas. */
const parseTypes = (text: string): DocumentType[] => text.split(",").map((type) => parseDocumentType(type.trim()));

/** The identity that an address or a did:ethr names; `chainId` is `null` where the name does not tell. */
export function parseIdentity(text: string): { identity: Address; chainId: number | null } {
  return parseDid(text) ?? { identity: parseAddress(text), chainId: null };
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|z|[+-]\d\d:\d\d))?$/;

/** `--as-at TIME`: a moment of the past. */
export const asAtOption = (): Option =>
  new Option("--as-at <time>", "judge how it stood at this past moment: 2026-05-01 (00:00 UTC) or 2026-05-01T12:00:00Z").argParser(reader(parseTime));

/** Unix seconds of an RFC 3339 time, or of a date alone, which begins at 00:00 UTC. */
export function parseTime(text: string): number {
  const [, date, time = "00:00:00", zone = "Z"] = TIME.exec(text) ?? [];
  const seconds = Date.parse(`${date}T${time}${zone.toUpperCase()}`) / 1000;
  // A 30th of February is read as the 2nd of March by some: a date must come back as it was.
  const isReal = !Number.isNaN(seconds) && new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date!);
  if (!isReal || seconds < 0) throw new InvalidArgumentError("Write a date, 2026-05-01, or a time with its zone, 2026-05-01T12:00:00Z.");
  return seconds;
}
