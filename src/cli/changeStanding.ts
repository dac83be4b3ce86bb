// Taking documents back, and giving them back their standing: what revoke, suspend, reinstate and replace share.

import { Command, Option } from "commander";
import type { Digest } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import { Fault } from "../core/fault.ts";
import { standingReasons } from "../core/ledger.ts";
import { visible } from "../words/visible.ts";
import { Complaint } from "./terminal/complaint.ts";
import { digestsMeant } from "./files/credentialFiles.ts";
import { exitCodes, worstOf, type ExitCode } from "./terminal/exitCodes.ts";
import { noteOn, progress, standingLine, type Change } from "./standingLines.ts";
import { keyFileOption, parseIdentity, reader, serviceOption, timeoutOption, typeOption, waitOption, waits, type Wait } from "./terminal/options.ts";
import type { DocumentAnswer, ServiceClient } from "./service/serviceClient.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { say } from "./terminal/terminal.ts";
import { takeBackOne } from "./takeBack.ts";
import { tell } from "./terminal/troubles.ts";
import { untilSaid } from "./service/untilSaid.ts";

/** Options of every such command. */
export interface StandingOptions extends ServiceOptions {
  readonly type?: DocumentType;
  readonly reason?: string;
  /** Somebody else, who anchored the documents. */
  readonly issuer?: string;
  readonly wait: Wait;
  readonly timeout: number;
}

const REASON = `a word that goes on the ledger (${standingReasons.join(", ")}), or any other text, which stays with the service as your private note`;

/** What was typed, once it is known to name somebody. */
function parseParty(text: string): string {
  parseIdentity(text);
  return text;
}

/** The command with the options that all of these have. */
export const withStandingOptions = (command: Command): Command =>
  command
    .addOption(typeOption("their document type, needed only where the same file was anchored as several types"))
    .addOption(new Option("--issuer <party>", "whose documents they are, by DID or address: for those who vouched for that issuer; needs --type").argParser(reader(parseParty)))
    .addOption(new Option("--reason <word-or-text>", REASON))
    .addOption(waitOption(waits, "included"))
    .addOption(timeoutOption())
    .addOption(serviceOption())
    .addOption(keyFileOption());

/** What exit codes mean here. */
export const standingExits = { 0: "done, as far as --wait says", 1: "refused: not your document, or no longer possible", 2: "not there yet, or the service does not answer", 65: "a file cannot be read" } as const;

/** Changes how the documents stand, one after the other; trouble with one does not stop the others. */
export async function changeStandings(names: readonly string[], change: Change, options: StandingOptions): Promise<ExitCode> {
  const client = clientFor({ ...options, needsKey: true });
  const { reason = options.reason } = change;
  const codes: ExitCode[] = [];
  for (const name of names) {
    try {
      codes.push(await changeOne(name, { ...change, ...(reason === undefined ? {} : { reason }) }, { client, options }));
    } catch (error) {
      say(`not changed   ${visible(name)}`);
      codes.push(tell(error));
      if (error instanceof Fault && (error.code === "service_unreachable" || error.code === "key_unknown")) break;
    }
  }
  return worstOf(codes);
}

async function changeOne(name: string, change: Change, { client, options }: { client: ServiceClient; options: StandingOptions }): Promise<ExitCode> {
  const { type = null, issuer, wait, timeout } = options;
  if (issuer !== undefined) return takeBackOne(name, change, { client, issuer, type, wait, timeout });
  const document = await documentOf(name, { client, type });
  await client.setStanding(document.id, change);
  const isSaid = wait === "none" || (await untilSaid(document, change.standing, { client, wait, timeoutSeconds: timeout }));
  say(`${standingLine(change, name)}   ${progress(wait, isSaid)}${noteOn(change.reason)}`);
  return isSaid ? exitCodes.fine : exitCodes.undetermined;
}

/** Those of the first digest under which there are any. */
async function documentsMeant(digests: readonly Digest[], { client, type }: { client: ServiceClient; type: DocumentType | null }): Promise<readonly DocumentAnswer[]> {
  for (const digest of digests) {
    const documents = await client.documentsWith(digest, type);
    if (documents.length > 0) return documents;
  }
  return [];
}

/** What the caller anchored under these bytes; the first time counts, since the bytes have one standing however often they were anchored. */
async function documentOf(name: string, { client, type }: { client: ServiceClient; type: DocumentType | null }): Promise<DocumentAnswer> {
  const documents = await documentsMeant(await digestsMeant(name), { client, type });
  const first = documents.at(-1);
  if (first === undefined) throw new Fault("not_found", `You have anchored no document with these bytes${type === null ? "" : ` as ${type}`}: ${visible(name)}.`);
  const types = [...new Set(documents.map(({ documentType }) => documentType))];
  if (types.length > 1) throw new Complaint("wrong_use", `You have anchored these bytes as ${types.join(" and as ")}. Say which you mean with --type.`);
  return first;
}
