// tradeseal present: a holder signs over credentials for whoever asked, and shows no more of them than was asked for.

import { Command } from "commander";
import { writeFileWhole } from "../office.ts";
import { present } from "../flows/presenting/present.ts";
import { visible } from "../words/visible.ts";
import { Complaint, unreadableFile } from "./terminal/complaint.ts";
import { readSmallFile } from "./files/files.ts";
import { readHolderKey } from "./files/holderKey.ts";
import { withHelp } from "./terminal/help.ts";
import { presentRequest } from "./presentRequest.ts";
import { clientFor } from "./service/serviceOptions.ts";
import { remark, say } from "./terminal/terminal.ts";

interface PresentOptions {
  readonly key: string;
  readonly request?: string;
  readonly challenge?: string;
  readonly audience?: string;
  readonly disclose?: readonly string[];
  readonly discloseAll?: true;
  readonly kid?: string;
  readonly out?: string;
}

/** The command `tradeseal present`. */
export function presentCommand(): Command {
  const command = new Command("present").summary("present credentials that you hold")
    .description("Signs over your credentials with your own key, for the challenge of whoever asks, and for nobody else. Of an SD-JWT nothing that may be kept back is shown, unless you name it. With --request it is handed in where the link leads; else nothing is sent: hand the text over yourself.")
    .argument("<files...>", "files with one credential each (.jwt, or an SD-JWT)")
    .requiredOption("-k, --key <file>", "your key: a JWK with its secret, such as 'tradeseal key holder' makes")
    .option("-r, --request <link>", "the link that you were given, in quotes: the presentation is handed in there")
    .option("-c, --challenge <text>", "the challenge that you were given")
    .option("-a, --audience <text>", "who gave it, as they call themselves")
    .option("-d, --disclose <pointers...>", "members of the subject to show, such as /legalName or /authorisation/coveredSites")
    .option("--disclose-all", "show everything")
    .option("--kid <url>", "your key as your DID document names it, such as did:web:you.example#key-1 (default: the DID that the key itself is)")
    .option("-o, --out <file>", "where to write the presentation (default: it is shown)")
    .action((files: string[], options: PresentOptions) => makePresentation(files, options));
  return withHelp(command, {
    examples: ["tradeseal present aeo.jwt --key holder.jwk --challenge 4f9c… --audience https://customs.example", "tradeseal present aeo.sd-jwt --key holder.jwk -c 4f9c… -a https://customs.example --disclose /legalName /registeredAddress", "tradeseal present aeo.jwt --key holder.jwk --request 'https://customs.example/operators#present=…&audience=…'"],
    exits: { 0: "made, and with --request handed in", 1: "nothing is awaited for the request any more", 2: "it could not be handed in now", 65: "a credential or the key cannot be read" },
  });
}

async function makePresentation(files: readonly string[], { key, disclose = [], discloseAll, out, ...options }: PresentOptions): Promise<void> {
  const holder = readHolderKey(key);
  const kid = options.kid ?? null;
  const { challenge, audience, service } = presentRequest(options);
  const wrong = disclose.find((pointer) => !pointer.startsWith("/"));
  if (wrong !== undefined) throw new Complaint("wrong_use", `What is to be shown is named by its place, which begins with a slash: /${visible(wrong)}.`);
  if (kid !== null && !/^did:[a-z0-9]+:[^#]+#.+$/.test(kid)) throw new Complaint("wrong_use", "--kid is a DID, # and the key's name, such as did:web:you.example#key-1.");
  const credentials = files.map((file) => readSmallFile("The credential", file).toString("utf8"));
  const made = await present({ credentials, challenge, audience, disclose: discloseAll ? "all" : disclose, kid, now: Date.now() / 1000 }, holder);
  for (const stranger of made.strangers) remark(`A credential speaks of ${visible(stranger)}, and you sign as ${visible(made.holder)}: a verifier will not take you for its holder. --kid names your key where your DID is not the key itself.`);
  if (out !== undefined) keep(out, made.text);
  if (service !== null) return handIn(service, { challenge, presentation: made.text });
  if (out === undefined) return say(made.text);
  say(`The presentation (${made.format}) is in ${visible(out)}. It holds for five minutes, and for ${visible(audience)} alone.`);
}

function keep(out: string, text: string): void {
  try {
    writeFileWhole(out, `${text}\n`);
  } catch (error) {
    throw unreadableFile(`The presentation ${out} cannot be written`, error);
  }
}

async function handIn(service: string, { challenge, presentation }: { readonly challenge: string; readonly presentation: string }): Promise<void> {
  await clientFor({ service, needsKey: false }).ask("POST", `/v1/challenges/${challenge}/presentation`, { presentation });
  say(`Handed in at ${service}. Whoever asked sees it now.`);
}
