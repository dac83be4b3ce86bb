// tradeseal serve: the service, with its embedded ledger and its demonstration unless told otherwise.

import { Command } from "commander";
import { readConfig } from "../config.ts";
import { startService, type RunningService } from "../serving.ts";
import { logFor, stopSignal } from "./terminal/running.ts";

/** The command `tradeseal serve`. */
export function serveCommand(): Command {
  return new Command("serve")
    .summary("start the service")
    .description("Starts the service: API, page, worker, and a ledger of its own unless one is named")
    .option("--no-demo", "do not set up the demonstration in a new data folder")
    .option("--api-only", "API and page without a worker: workers run beside it (tradeseal worker), on a store on PostgreSQL")
    .addHelpText("after", SETTINGS)
    .action(async ({ demo, apiOnly = false }: { demo: boolean; apiOnly?: boolean }) => {
      const config = readConfig();
      const log = logFor(config);
      const told = stopSignal();
      const service = await startService(config, { isDemonstrationWanted: demo, log, role: apiOnly ? "api" : "everything", signal: told });
      if (service === null) return;
      console.log(welcome(service));
      if (!told.aborted) await new Promise((resolve) => told.addEventListener("abort", resolve));
      console.log("Stopping.");
      await service.stop();
      console.log("Stopped. Everything acknowledged is kept.");
    });
}

function welcome({ url, demonstration, config }: RunningService): string {
  const lines = [`Tradeseal is ready at ${url}`, "", `  the page      ${url}/`, `  the API       ${url}/docs`, `  data folder   ${config.dataFolder}`, `  ledger        ${config.ledgerUrl === null ? "its own, for trying out" : `the one in ${config.ledgerFile}`}`];
  if (demonstration !== null) {
    const chamber = demonstration.issuers.find(({ role }) => role === "chamber")!;
    lines.push(
      "",
      "Try it: anchor a certificate of origin as the demonstration's chamber of commerce, then check it.",
      "",
      `  curl -s ${url}/v1/documents -H "Authorization: Bearer ${chamber.apiKey}" \\`,
      "       -F documentType=861 -F file=@docs/samples/certificate-of-origin.pdf",
      `  curl -s ${url}/v1/verifications -F file=@docs/samples/certificate-of-origin.pdf`,
      "",
      `All keys of the demonstration: ${config.dataFolder}/demo.json`,
    );
  }
  return `${lines.join("\n")}\n`;
}

const SETTINGS = `
Settings (environment):
  PORT                          port on which to listen (8080)
  TRADESEAL_HOST                address on which to listen (127.0.0.1)
  TRADESEAL_DATA                data folder (./data)
  TRADESEAL_PUBLIC_URL          address under which others reach the service; fixed at the first start
  TRADESEAL_DATABASE_URL        postgres://… holds the store, for several processes at once; SQLite in the data folder without it
  TRADESEAL_DATABASE_POOL       connections to it that one process opens at most (10)
  TRADESEAL_LEDGER_URL          JSON-RPC endpoint of an external ledger; the embedded one without it
  TRADESEAL_LEDGER_FILE         ledger.json of the external ledger
  TRADESEAL_CONFIRMATIONS       blocks until final, on a chain without the finalized tag
  TRADESEAL_LEDGER_STALE_AFTER  seconds after which the newest block is too old, on a chain whose blocks come steadily
  TRADESEAL_MAX_FEE_GWEI        the most that a unit of gas may cost (500); what is dearer waits
  TRADESEAL_MAX_UPLOAD          largest upload in bytes (1073741824)
  TRADESEAL_BATCH_SIZE          leaves in a batch (4000)
  TRADESEAL_BATCH_AGE           seconds a batch waits for company (2)
  TRADESEAL_MAX_WAITING         documents that may wait for the ledger; more are refused with 503 until it has taken some (2000000)
  TRADESEAL_RATE_LIMIT          requests a minute from one address (600)
  TRADESEAL_RATE_LIMIT_LOOPBACK 1 to limit loopback too
  TRADESEAL_TRUSTED_PROXIES     proxies in front of the service (0)
  TRADESEAL_PASSPHRASE_FILE     passphrase of the signing keys (made in the data folder)
  TRADESEAL_PASSPHRASE          the passphrase itself, where a file cannot be had
  TRADESEAL_PKCS11_MODULE       library of a token that holds signing keys (PKCS#11)
  TRADESEAL_PKCS11_TOKEN        the token's label
  TRADESEAL_PKCS11_PIN_FILE     file that holds its PIN
  TRADESEAL_JOURNAL_ISSUER      name of the issuer who anchors the journal's head (the first registered)
  TRADESEAL_JOURNAL_EVERY       seconds between heads of a growing journal (86400)
  TRADESEAL_RECEIPTS_BY         the issuer that signs receipts, by name or address (nobody; in the demonstration its customs)
  TRADESEAL_METRICS_TOKEN       Bearer token for /metrics; without it only callers on this machine may read them
  TRADESEAL_FETCH_LOOPBACK      1 to fetch from, and post to, this very machine without TLS: for development only
  TRADESEAL_LOG_LEVEL           debug, info, warn, error, silent (info)

Ends with 0 when stopped by a signal, 70 when something of ours broke.`;
