// Accreditations and withdrawals: stored in the data folder, carried to the ledger by the service.

import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import { grantingFrom, vouchedNamesIn } from "../app.ts";
import type { Address } from "../core/address.ts";
import type { DocumentType } from "../core/documentType.ts";
import type { Doing } from "../flows/trust/administrationPorts.ts";
import type { GrantPorts, Said } from "../flows/trust/grants.ts";
import type { Write } from "../flows/issuing/issuePorts.ts";
import { noLedgerAtHand } from "../flows/verifying/ledgerWord.ts";
import { Complaint } from "./terminal/complaint.ts";
import { runningService, type DataOptions, type OpenFolder } from "./folder/dataFolder.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { doingHere } from "./folder/doing.ts";
import { namesIn } from "./folder/issuerNames.ts";
import { dataOption, timeoutOption, typesOption, waitOption, type Wait } from "./terminal/options.ts";
import { partyNamed } from "./folder/parties.ts";
import { progressBar } from "./terminal/progressBar.ts";
import { remark, say } from "./terminal/terminal.ts";

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
export const grantExits = { 0: "stored, and as far as --wait says", 1: "the ledger can never take it, for the reason told", 2: "stored, and not final yet", 65: "there is no data folder" } as const;

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
  say(asked: AskedOf, ports: GrantPorts): Promise<Said>;
  sentence(grantor: string, documentType: DocumentType): string;
}

/** What both commands ask for in the same way. */
export interface AskedOf {
  readonly grantor: Address;
  readonly account: Address;
  readonly grantee: Address;
  readonly documentTypes: readonly DocumentType[];
  readonly idempotency: null;
  readonly doing: Doing;
}

/** Stores what is to be said for each of the types, and waits as long as the caller wants. */
export async function forEachType({ grantor, grantee, type, wait, timeout }: GrantOptions, folder: OpenFolder, saying: Saying): Promise<ExitCode> {
  const { office, config } = folder;
  const [speaker, hearer] = [await partyNamed(grantor, folder), await partyNamed(grantee, folder)];
  const account = await office.register.accountFor(speaker.address);
  if (account === null) throw new Complaint("wrong_use", `This data folder holds no key of ${speaker.address}: only its own issuers can accredit and withdraw from here.`);
  const asked = { grantor: speaker.address, account, grantee: hearer.address, documentTypes: type, idempotency: null, doing: doingHere() };
  const { grants, saidAnew, withoutCredential } = await saying.say(asked, grantingFrom(office, { ledgerWord: noLedgerAtHand, vouchedNames: () => vouchedNamesIn(config), names: () => namesIn(folder) }));
  for (const { id, body } of grants) say(`stored   ${saying.sentence(speaker.name ?? speaker.address, body.documentType)}.`, `         id ${id}`);
  if (saidAnew.length > 0) say(`         For ${saidAnew.join(", ")} a withdrawal that takes nothing goes before it, so that the ledger records the grant anew.`);
  if (withoutCredential.length > 0) remark("No credential carries it: the key of the grantor's owner is not here, so no key for signing credentials can be listed for it.");
  return carried(grants.map(({ writeId }) => ({ id: writeId })), { wait, timeout }, folder);
}

/** Says who carries what was stored, and waits as long as the caller wants. */
export async function carried(writes: readonly { readonly id: number }[], { wait, timeout }: Pick<GrantOptions, "wait" | "timeout">, folder: OpenFolder): Promise<ExitCode> {
  const running = runningService(folder.config.dataFolder);
  if (running === null) remark("No service runs on this data folder. The next one that does carries it to the ledger: tradeseal serve");
  else if (wait === "none") remark(`The service at ${running.url} carries it to the ledger within a second or two.`);
  return wait === "none" ? exitCodes.fine : untilFinal(writes, { folder, timeoutSeconds: timeout });
}

const PAUSE_MS = 200;

/** Waits until the writes are final. Throws the complaint `not_reached_in_time`. */
export async function untilFinal(writes: readonly { readonly id: number }[], { folder, timeoutSeconds }: { folder: OpenFolder; timeoutSeconds: number }): Promise<ExitCode> {
  const { store } = folder.office;
  const bar = progressBar("Waiting until final");
  const deadline = performance.now() + timeoutSeconds * 1000;
  try {
    for (;;) {
      const now = await Promise.all(writes.map(async ({ id }) => (await store.writeById(id))!));
      const refused = now.filter(({ state }) => state === "refused");
      const open = now.filter(({ state }) => state !== "final" && state !== "refused");
      if (open.length === 0) return refused.length === 0 ? done() : givenUp(refused);
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

/** What the ledger can never take is given up, so that it does not stand in the way of what comes after. */
function givenUp(refused: readonly Write[]): ExitCode {
  for (const { problem } of refused) say(`refused  ${problem}`);
  return exitCodes.no;
}

/** A refusal is tried again and again, so it is told only when the time is over. */
function late(open: readonly Write[]): ExitCode {
  for (const { problem } of open) if (problem !== null) remark(`So far: ${problem}`);
  throw new Complaint("not_reached_in_time", "It is stored, and not final on the ledger yet. It goes on by itself while a service runs.");
}
