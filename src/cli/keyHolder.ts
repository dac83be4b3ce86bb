// tradeseal key holder: a key for somebody who is to hold credentials and present them, in a file of its own.

import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { didJwkOf } from "../core/identities/didKeys.ts";
import { algorithms, type Algorithm } from "../core/publicKey.ts";
import { visible } from "../words/visible.ts";
import { unreadableFile } from "./terminal/complaint.ts";
import { withHelp } from "./terminal/help.ts";
import { readHolderKey } from "./files/holderKey.ts";
import { remark, say } from "./terminal/terminal.ts";

interface HolderOptions {
  readonly out: string;
  readonly algorithm: Algorithm;
}

/** The command `tradeseal key holder`. It touches no data folder: a holder's key is no issuer's. */
export function keyHolderCommand(): Command {
  const command = new Command("holder")
    .description("Makes a key for somebody who is to hold credentials, writes it to a new file that only you can read, and prints the DID that it is. Give the DID to whoever issues the credential, and the file to nobody: it is not encrypted.")
    .requiredOption("-o, --out <file>", "where to write the key, as a JWK with its secret; a file that is there is not overwritten")
    .addOption(new Option("--algorithm <name>", "what it signs with: ES256 (P-256), ES256K (secp256k1), EdDSA (Ed25519)").choices(algorithms).default("ES256"))
    .action(makeKey);
  return withHelp(command, { examples: ["tradeseal key holder --out holder.jwk", "tradeseal key holder --out holder.jwk --algorithm EdDSA"], exits: { 0: "made", 65: "the file is there already, or cannot be written" } });
}

function makeKey({ out, algorithm }: HolderOptions): void {
  writeNew(out, `${JSON.stringify(secretOf(algorithm))}\n`);
  // Read back as `present` will read it: no DID is given out for a key that cannot be used.
  const { publicKey } = readHolderKey(out);
  say(didJwkOf(publicKey));
  remark(`The key is in ${visible(out)}. Keep it: without it a credential for this DID cannot be presented. With it: tradeseal present CREDENTIAL --key ${visible(out)} ...`);
}

function secretOf(algorithm: Algorithm): object {
  const pair = algorithm === "EdDSA" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: algorithm === "ES256" ? "P-256" : "secp256k1" });
  return pair.privateKey.export({ format: "jwk" });
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw unreadableFile(`The key ${visible(file)} cannot be written`, isThere ? new Error("there is a file with this name already, and nothing is overwritten") : error);
  }
}
