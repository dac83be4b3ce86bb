// Configuration: reads the environment once, and says plainly what it cannot use.

import { resolve } from "node:path";
import { Fault } from "./core/fault.ts";
import { Secret } from "./core/secret.ts";

/** Every setting of a service, with its default filled in. */
export interface Config {
  /** Where the store, the keys and the embedded ledger live. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** The address under which others reach the service; fixed at the first start. */
  readonly publicUrl: string | null;
  readonly uploadLimitBytes: number;
  readonly batchSize: number;
  readonly batchAgeSeconds: number;
  /** How many documents may wait for a batch; more are refused until the ledger has taken some. */
  readonly waitingLimit: number;
  /** The PostgreSQL database that holds the store; `null` for SQLite in the data folder. Its address may hold a password. */
  readonly databaseUrl: Secret | null;
  /** Connections to it that one process opens at most. */
  readonly databasePoolSize: number;
  /** JSON-RPC endpoint of an external ledger; `null` for the embedded one. */
  readonly ledgerUrl: string | null;
  /** The file that describes the external ledger. */
  readonly ledgerFile: string | null;
  /** Blocks after which a block is final on a chain without the `finalized` tag; `null` to use the tag. */
  readonly confirmations: number | null;
  /** How old the newest block may be before the ledger's endpoint is held to be behind; `null` where blocks come only when somebody writes. */
  readonly ledgerStaleAfterSeconds: number | null;
  /** The most that a unit of gas may cost, in gwei. */
  readonly maxFeeGwei: number;
  /** The file with the passphrase of the signing keys; without it and {@link passphrase}, one is made in the data folder. */
  readonly passphraseFile: string | null;
  readonly passphrase: Secret | null;
  /** The token that holds signing keys, reached by PKCS#11; `null` for none. */
  readonly token: TokenConfig | null;
  readonly requestsPerMinute: number;
  readonly isLoopbackLimited: boolean;
  readonly trustedProxies: number;
  /** Whether documents of other identities may be fetched from this very machine, without TLS. For development only. */
  readonly isLoopbackFetched: boolean;
  readonly logLevel: string;
  /** What callers from other machines must send to read the metrics; `null` when none may. */
  readonly metricsToken: Secret | null;
  /** The issuer that answers for what this service finds, by address or name: it signs receipts. `null`: nobody, or in a demonstration its customs. */
  readonly receiptsBy: string | null;
  /** The name of the issuer who anchors the journal's head; `null` for the first registered. */
  readonly journalIssuer: string | null;
  /** How long the journal may grow before its head is anchored again. */
  readonly journalEverySeconds: number;
}

/** Where a passphrase comes from. */
export interface PassphraseSource {
  readonly file: string | null;
  readonly text: Secret | null;
}

/** How a token is reached by PKCS#11. */
export interface TokenConfig {
  /** The maker's library. */
  readonly module: string;
  /** The token's label. */
  readonly label: string;
  readonly pinFile: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration that the environment spells. Throws `configuration_invalid`, naming the variable. */
export function readConfig(environment: Environment = process.env): Config {
  const read = readerOf(environment);
  const ledgerUrl = read.url("TRADESEAL_LEDGER_URL");
  const ledgerFile = read.text("TRADESEAL_LEDGER_FILE");
  if (ledgerUrl !== null && ledgerFile === null) {
    throw new Fault("configuration_invalid", "TRADESEAL_LEDGER_URL needs TRADESEAL_LEDGER_FILE, the ledger.json that says which ledger stands there.");
  }
  const passphrase = passphraseSource(read, "TRADESEAL_PASSPHRASE");
  return {
    dataFolder: resolve(read.text("TRADESEAL_DATA") ?? "data"),
    host: read.text("TRADESEAL_HOST") ?? "127.0.0.1",
    port: read.count("PORT", { byDefault: 8080, most: 65_535 }),
    publicUrl: read.url("TRADESEAL_PUBLIC_URL"),
    uploadLimitBytes: read.count("TRADESEAL_MAX_UPLOAD", { byDefault: 2 ** 30, most: 2 ** 40 }),
    batchSize: read.count("TRADESEAL_BATCH_SIZE", { byDefault: 4_000, least: 2, most: 4_000 }),
    batchAgeSeconds: read.count("TRADESEAL_BATCH_AGE", { byDefault: 2, most: 3_600 }),
    waitingLimit: read.count("TRADESEAL_MAX_WAITING", { byDefault: 2_000_000, least: 1, most: 1_000_000_000 }),
    databaseUrl: databaseUrl(read),
    databasePoolSize: read.count("TRADESEAL_DATABASE_POOL", { byDefault: 10, least: 2, most: 1_000 }),
    ledgerUrl,
    ledgerFile,
    confirmations: read.text("TRADESEAL_CONFIRMATIONS") === null ? null : read.count("TRADESEAL_CONFIRMATIONS", { byDefault: 0, most: 10_000 }),
    ledgerStaleAfterSeconds: read.text("TRADESEAL_LEDGER_STALE_AFTER") === null ? null : read.count("TRADESEAL_LEDGER_STALE_AFTER", { byDefault: 0, least: 1, most: 31_536_000 }),
    maxFeeGwei: read.count("TRADESEAL_MAX_FEE_GWEI", { byDefault: 500, least: 1, most: 1_000_000 }),
    passphraseFile: passphrase.file,
    passphrase: passphrase.text,
    token: tokenConfig(read),
    requestsPerMinute: read.count("TRADESEAL_RATE_LIMIT", { byDefault: 600, least: 1, most: 1_000_000 }),
    isLoopbackLimited: read.text("TRADESEAL_RATE_LIMIT_LOOPBACK") === "1",
    trustedProxies: read.count("TRADESEAL_TRUSTED_PROXIES", { byDefault: 0, most: 10 }),
    isLoopbackFetched: read.text("TRADESEAL_FETCH_LOOPBACK") === "1",
    logLevel: read.text("TRADESEAL_LOG_LEVEL") ?? "info",
    metricsToken: secretFrom(read.text("TRADESEAL_METRICS_TOKEN")),
    receiptsBy: read.text("TRADESEAL_RECEIPTS_BY"),
    journalIssuer: read.text("TRADESEAL_JOURNAL_ISSUER"),
    journalEverySeconds: read.count("TRADESEAL_JOURNAL_EVERY", { byDefault: 86_400, least: 1, most: 31_536_000 }),
  };
}

/** The new passphrase that the environment names, for changing it. Throws `configuration_invalid` when it is named twice. */
export const readNewPassphrase = (environment: Environment = process.env): PassphraseSource => passphraseSource(readerOf(environment), "TRADESEAL_NEW_PASSPHRASE");

function passphraseSource(read: ReturnType<typeof readerOf>, name: string): PassphraseSource {
  const [text, file] = [read.text(name), read.text(`${name}_FILE`)];
  if (text !== null && file !== null) throw new Fault("configuration_invalid", `Set ${name} or ${name}_FILE, not both: which one counts would be a guess.`);
  return { file, text: secretFrom(text) };
}

const secretFrom = (text: string | null): Secret | null => (text === null ? null : new Secret(text));
function databaseUrl(read: ReturnType<typeof readerOf>): Secret | null {
  const value = read.text("TRADESEAL_DATABASE_URL");
  return value === null ? null : databaseAddress(value, "TRADESEAL_DATABASE_URL");
}

/** The address of a PostgreSQL database. Throws `configuration_invalid`, naming `setting` and not the address: that may hold a password. */
export function databaseAddress(value: string, setting: string): Secret {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) throw new Fault("configuration_invalid", `${setting} must be the address of a PostgreSQL database: postgres://user:password@host/database.`);
  return new Secret(value);
}

const TOKEN_SETTINGS = ["TRADESEAL_PKCS11_MODULE", "TRADESEAL_PKCS11_TOKEN", "TRADESEAL_PKCS11_PIN_FILE"] as const;

function tokenConfig(read: ReturnType<typeof readerOf>): TokenConfig | null {
  const [module, label, pinFile] = TOKEN_SETTINGS.map(read.text) as [string | null, string | null, string | null];
  if (module === null && label === null && pinFile === null) return null;
  if (module === null || label === null || pinFile === null) throw new Fault("configuration_invalid", `${TOKEN_SETTINGS.join(", ")} go together: set all three or none.`);
  return { module, label, pinFile };
}

/** What the command line reads from the environment. */
export interface ClientConfig {
  readonly serviceUrl: string;
  readonly apiKey: string | null;
  /** How long one answer may take. */
  readonly patienceSeconds: number;
  /** Whether status lists may be fetched from this very machine, without TLS. For development only. */
  readonly isLoopbackFetched: boolean;
}

/** The client's configuration that the environment spells. */
export function readClientConfig(environment: Environment = process.env): ClientConfig {
  const read = readerOf(environment);
  return {
    serviceUrl: read.url("TRADESEAL_SERVICE") ?? "http://127.0.0.1:8080",
    apiKey: read.text("TRADESEAL_API_KEY"),
    // Longer than any honest answer takes.
    patienceSeconds: read.count("TRADESEAL_PATIENCE", { byDefault: 15, least: 1, most: 600 }),
    isLoopbackFetched: read.text("TRADESEAL_FETCH_LOOPBACK") === "1",
  };
}

/** What the command line must know before anything else. Reading it never fails. */
export interface TerminalConfig {
  /** Whether the locale says that UTF-8 is understood. */
  readonly isUtf8: boolean;
  /** `TRADESEAL_DEBUG=1`: an error of ours is shown with its stack. */
  readonly isDebugging: boolean;
}

/** The terminal's configuration that the environment spells (POSIX: the first of these that is set counts). */
export function readTerminalConfig(environment: Environment = process.env): TerminalConfig {
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "";
  return { isUtf8: /utf-?8/i.test(locale), isDebugging: environment["TRADESEAL_DEBUG"] === "1" };
}

/** Names in the environment that look like settings of ours and are none: misspelt ones would be passed over in silence. */
export function unknownSettings(environment: Environment = process.env): readonly string[] {
  const asked = new Set<string>();
  const asking = new Proxy<Environment>({}, { get: (_, name) => void asked.add(String(name)) });
  for (const read of [readConfig, readNewPassphrase, readClientConfig, readTerminalConfig]) read(asking);
  return Object.keys(environment).filter((name) => name.startsWith("TRADESEAL_") && !asked.has(name));
}

function readerOf(environment: Environment) {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  return {
    text,
    url(name: string): string | null {
      const value = text(name);
      if (value === null) return null;
      if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new Fault("configuration_invalid", `${name} must be an http or https address, not "${value}".`);
      return value.replace(/\/+$/, "");
    },
    count(name: string, { byDefault, least = 0, most }: { byDefault: number; least?: number; most: number }): number {
      const value = text(name);
      if (value === null) return byDefault;
      const number = /^\d+$/.test(value) ? Number(value) : NaN;
      if (!(number >= least && number <= most)) throw new Fault("configuration_invalid", `${name} must be a whole number from ${least} to ${most}, not "${value}".`);
      return number;
    },
  };
}
