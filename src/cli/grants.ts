// Accreditations and withdrawals: stored in the data folder, carried to the ledger by the service.

import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import type { DocumentType } from "../core/documentType.ts";
import type { GrantName } from "../core/ledger.ts";
import type { Write, WriteBody } from "../flows/issuePorts.ts";
import { Complaint } from "./complaint.ts";
import { runningService, type DataOptions, type OpenFolder } from "./dataFolder.ts";
import { exitCodes, type ExitCode } from "./exitCodes.ts";
import { dataOption, timeoutOption, typesOption, waitOption, type Wait } from "./options.ts";
import { partyNamed } from "./parties.ts";
import { progressBar } from "./progressBar.ts";
import { remark, say } from "./terminal.ts";

/** Options of both commands. */
export interface GrantOptions extends DataOptions {
  readonly grantor: string;
  readonly grantee: string;
  readonly type: readonly DocumentType[];
  readonly from?: number;
  readonly wait: Wait;
  readonly timeout: number;
}

/** What exit codes mean here. */
export const grantExits = { 0: "stored, and as far as --wait says", 2: "stored, and not final yet", 65: "there is no data folder" } as const;

/** The command with the options that both have. */
export const withGrantOptions = (command: Command): Command =>
  command
    .requiredOption("--grantor <party>", "who says it: an issuer here, by name, address or DID")
    .requiredOption("--grantee <party>", "about whom: by address or DID, or an issuer here by name")
    .addOption(typesOption("document types, such as 861 380 AEO"))
    .addOption(waitOption(["final", "none"], "none"))
    .addOption(timeoutOption())
    .addOption(dataOption());

/** How one command says it. */
interface Saying {
  bodyFor(grant: GrantName): WriteBody;
  sentence(grantor: string, documentType: DocumentType): string;
}

/** Stores what is to be said for each of the types, and waits as long as the caller wants. */
export async function forEachType({ grantor, grantee, type, wait, timeout }: GrantOptions, folder: OpenFolder, { bodyFor, sentence }: Saying): Promise<ExitCode> {
  const { office } = folder;
  const [speaker, hearer] = [await partyNamed(grantor, folder), await partyNamed(grantee, folder)];
  const account = await office.register.accountFor(speaker.address);
  if (account === null) throw new Complaint("wrong_use", `This data folder holds no key of ${speaker.address}: only its own issuers can accredit and withdraw from here.`);
  if (speaker.address === hearer.address) throw new Complaint("wrong_use", "Grantor and grantee are the same.");
  const writes: Write[] = [];
  for (const documentType of new Set(type)) {
    writes.push(await office.store.addWrite(bodyFor({ grantor: speaker.address, grantee: hearer.address, documentType }), account));
    say(`stored   ${sentence(speaker.name ?? speaker.address, documentType)}.`);
  }
  return carried(writes, { wait, timeout }, folder);
}

/** Says who carries what was stored, and waits as long as the caller wants. */
export async function carried(writes: readonly Write[], { wait, timeout }: Pick<GrantOptions, "wait" | "timeout">, folder: OpenFolder): Promise<ExitCode> {
  const running = runningService(folder.config.dataFolder);
  if (running === null) remark("No service runs on this data folder. The next one that does carries it to the ledger: tradeseal serve");
  else if (wait === "none") remark(`The service at ${running.url} carries it to the ledger within a second or two.`);
  return wait === "none" ? exitCodes.fine : untilFinal(writes, { folder, timeoutSeconds: timeout });
}

const PAUSE_MS = 200;

async function untilFinal(writes: readonly Write[], { folder, timeoutSeconds }: { folder: OpenFolder; timeoutSeconds: number }): Promise<ExitCode> {
  const { store } = folder.office;
  const bar = progressBar("Waiting until final");
  const deadline = performance.now() + timeoutSeconds * 1000;
  try {
    for (;;) {
      const now = await Promise.all(writes.map(async ({ id }) => (await store.writeById(id))!));
      const open = now.filter(({ state }) => state !== "final");
      if (open.length === 0) return done();
      if (performance.now() > deadline) return late(open);
      bar.at(now.length - open.length, now.length);
      await pause(PAUSE_MS);
    }
  } finally {
    bar.end();
  }
}

function done(): ExitCode {
  say("final    on the ledger, where no reorganisation takes it away.");
  return exitCodes.fine;
}

/** A refusal is tried again and again, so it is told only when the time is over. */
function late(open: readonly Write[]): ExitCode {
  for (const { problem } of open) if (problem !== null) remark(`The ledger refuses it so far: ${problem}`);
  throw new Complaint("not_reached_in_time", "It is stored, and not final on the ledger yet. It goes on by itself while a service runs.");
}
