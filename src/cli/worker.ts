// tradeseal worker: carries what was accepted to the ledger, beside other workers and any number of API processes.

import { Command } from "commander";
import { readConfig } from "../config.ts";
import { startWorker } from "../serving.ts";
import { withHelp } from "./terminal/help.ts";
import { logFor, stopSignal } from "./terminal/running.ts";

/** The command `tradeseal worker`. */
export function workerCommand(): Command {
  const command = new Command("worker").summary("carry what was accepted to the ledger, beside other workers").description("Carries what was accepted to the ledger. Any number of workers agree through the store on PostgreSQL who does what").action(async () => {
    const config = readConfig();
    const told = stopSignal();
    const worker = await startWorker(config, { log: logFor(config) });
    console.log("The worker is at work.");
    if (!told.aborted) await new Promise((resolve) => told.addEventListener("abort", resolve));
    console.log("Stopping.");
    await worker.stop();
    console.log("Stopped. What it had under way, other workers go on with.");
  });
  return withHelp(command, {
    examples: ["TRADESEAL_DATABASE_URL=postgres://… TRADESEAL_LEDGER_URL=http://… TRADESEAL_LEDGER_FILE=ledger.json tradeseal worker"],
    exits: { 0: "stopped by a signal", 2: "the store or the ledger did not answer at the start" },
  });
}
