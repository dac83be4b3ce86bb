// tradeseal stamp: puts a code onto a PDF that exists already, and has both recorded together.

import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { digestOf } from "../core/digest.ts";
import type { DocumentType } from "../core/documentType.ts";
import { Fault } from "../core/fault.ts";
import { isDate } from "../core/moment.ts";
import { parsePaperCode, shortName, type PaperCode } from "../core/paperCode.ts";
import { stampedPdf, type Stamp } from "../stamping.ts";
import { Complaint, unreadableFile } from "./terminal/complaint.ts";
import { exitCodes, type ExitCode } from "./terminal/exitCodes.ts";
import { withHelp } from "./terminal/help.ts";
import { keyFileOption, parseCount, reader, serviceOption, typeOption } from "./terminal/options.ts";
import type { ServiceClient } from "./service/serviceClient.ts";
import { clientFor, type ServiceOptions } from "./service/serviceOptions.ts";
import { remark, say } from "./terminal/terminal.ts";

interface StampOptions extends ServiceOptions {
  readonly out: string;
  readonly type: DocumentType;
  readonly number: string;
  readonly date: string;
  readonly party?: readonly string[];
  readonly page: number;
  readonly at?: NonNullable<Stamp["at"]>;
  readonly size: number;
}

/** A smaller code is not read from a poor picture; a larger one is most of a page. */
const SIZES = { usual: 45, least: 35, most: 120 } as const;
const INPUT_LIMIT_BYTES = 64 * 2 ** 20;

/** The command `tradeseal stamp`. */
export function stampCommand(): Command {
  const command = new Command("stamp").summary("put a code onto a PDF, and have both recorded")
    .description("Writes a copy of a PDF with a code on one of its pages, and has the copy and the code recorded on the ledger in your name, together: what is said of one later is said of both. The code says number, date, type and parties, signed with your key by the service; only these and digests are sent. Text and drawing of the PDF stay as they are, byte for byte; the code stands on white, so choose a free place and look at the result before you hand it out. Encrypted and digitally signed PDFs are refused.")
    .argument("<file>", "the PDF")
    .requiredOption("--out <file>", "where the stamped copy goes; nothing is overwritten")
    .addOption(typeOption("its document type, such as 380 (commercial invoice)").makeOptionMandatory())
    .requiredOption("--number <text>", "the document's own number, as it is printed")
    .requiredOption("--date <date>", "the day of issue, as 2026-06-03", parseDay)
    .option("--party <name>", "whom it is about, in its order; up to three times", (name: string, former: readonly string[] | undefined) => [...(former ?? []), name])
    .option("--page <n>", "the page, from 1 on", reader(parseCount), 1)
    .option("--at <x,y>", "the code's upper left corner in millimetres from the page's (default: the lower right corner)", parsePlace)
    .option("--size <mm>", `the code's side in millimetres, ${SIZES.least} to ${SIZES.most}`, reader(parseCount), SIZES.usual)
    .addOption(serviceOption())
    .addOption(keyFileOption())
    .action(async (file: string, options: StampOptions) => void (process.exitCode = await stamp(file, options)));
  return withHelp(command, {
    examples: ['TRADESEAL_API_KEY=... tradeseal stamp invoice.pdf --out invoice-stamped.pdf --type 380 --number INV-7 --date 2026-06-02 --party "Example Trading Ltd"', "tradeseal stamp invoice.pdf --out stamped.pdf --type 380 --number INV-7 --date 2026-06-02 --page 2 --at 150,20 --key-file api-key.txt", "tradeseal anchor stamped.pdf --type 380      (afterwards, for its seal)"],
    exits: { 0: "stamped, and stored by the service for recording", 1: "refused: the API key is not known, for example", 2: "the service does not answer; nothing was written, run it again", 65: "the PDF cannot be read or stamped, the copy cannot be written, or there is a file with its name" },
  });
}

async function stamp(file: string, { out, page, at, size, ...asked }: StampOptions): Promise<ExitCode> {
  if (size < SIZES.least || size > SIZES.most) throw new Complaint("wrong_use", `A code measures ${SIZES.least} to ${SIZES.most} mm; --size says ${size}.`);
  if (page < 1) throw new Complaint("wrong_use", "Pages are counted from 1 on.");
  const bytes = readPdf(file);
  const client = clientFor({ ...asked, needsKey: true });
  const { link, code } = await codeFrom(client, asked);
  const stamped = await stampedPdf(bytes, { link, page, at: at ?? null, millimetres: size });
  write(out, stamped);
  const digest = digestOf(stamped);
  try {
    await client.ask("POST", "/v1/papers", { digest, code });
  } catch (error) {
    // A code that nobody recorded must not be handed out.
    rmSync(out, { force: true });
    remark(`Nothing was recorded, so ${out} was removed again.`);
    throw error;
  }
  say(`stamped  ${out}   ${digest}`);
  if (size < SIZES.usual) remark(`At ${size} mm the code may not be read from a poor picture; ${SIZES.usual} mm are.`);
  remark(`Stored for recording, with its code. Look at the page before you hand it out. For its seal: tradeseal anchor ${out} --type ${asked.type}`);
  return exitCodes.fine;
}

/** The service's code, which must say what was asked and nothing else. */
async function codeFrom(client: ServiceClient, { type, number, date, party = [] }: Pick<StampOptions, "type" | "number" | "date" | "party">): Promise<{ link: string; code: string }> {
  const { link, code } = await client.ask("POST", "/v1/codes", { documentType: type, number, date, ...(party.length === 0 ? {} : { parties: party }) });
  const read = typeof link === "string" && typeof code === "string" && link.endsWith(`#${code}`) ? readable(code) : null;
  const isAsked = read !== null && read.documentType === type && read.number === number && read.date === date && read.parties.join("\n") === party.map(shortName).join("\n");
  if (!isAsked) throw new Fault("service_unreachable", `What answers at ${client.url} gave a code that does not say what was asked. Nothing was written.`);
  return { link: link as string, code: code as string };
}

function readable(code: string): PaperCode | null {
  try {
    return parsePaperCode(code);
  } catch {
    return null;
  }
}

function readPdf(file: string): Uint8Array {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new Error("it is no plain file");
    if (found.size > INPUT_LIMIT_BYTES) throw new Error(`it has more than ${INPUT_LIMIT_BYTES / 2 ** 20} MiB`);
    return Uint8Array.from(readFileSync(file));
  } catch (error) {
    throw unreadableFile(`The file ${file} cannot be read`, error);
  }
}

function write(out: string, bytes: Uint8Array): void {
  try {
    writeFileSync(out, bytes, { flag: "wx", flush: true });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw unreadableFile(`The stamped copy ${out} cannot be written`, isThere ? new Error("there is a file with this name already, and nothing is overwritten") : error);
  }
}

function parseDay(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError("Write a day that exists, as 2026-06-03.");
  return text;
}

function parsePlace(text: string): { x: number; y: number } {
  const [, x, y] = /^(\d{1,4}(?:\.\d{1,2})?),(\d{1,4}(?:\.\d{1,2})?)$/.exec(text) ?? [];
  if (x === undefined || y === undefined) throw new InvalidArgumentError("Write two numbers, as 150,20: millimetres from the left and from the top.");
  return { x: Number(x), y: Number(y) };
}
