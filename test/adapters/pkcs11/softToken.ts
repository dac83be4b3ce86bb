// A token in software (SoftHSM), initialised for one test file. It is never skipped: where SoftHSM is missing, tests fail.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenOptions } from "../../../src/adapters/pkcs11/token.ts";

const LIBRARIES = ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"];

/** The token's PIN: long and odd enough to be found wherever it slips out. */
export const PIN = "7391846205";

/** Makes a token. SoftHSM reads `SOFTHSM2_CONF` when it is loaded, so that is set for this process too. */
export function softToken() {
  const module = LIBRARIES.find((file) => existsSync(file));
  if (module === undefined) throw new Error("SoftHSM is missing, and these tests are not skipped: apt-get install softhsm2");
  const folder = mkdtempSync(join(tmpdir(), "tradeseal-token-"));
  mkdirSync(join(folder, "tokens"));
  const configuration = join(folder, "softhsm2.conf");
  writeFileSync(configuration, `directories.tokendir = ${join(folder, "tokens")}\nlog.level = ERROR\n`);
  process.env["SOFTHSM2_CONF"] = configuration;
  const label = "tradeseal-test";
  execFileSync("softhsm2-util", ["--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "11112222"], { stdio: "pipe" });
  const pinFile = join(folder, "pin");
  writeFileSync(pinFile, `${PIN}\n`);
  const options: TokenOptions = { module, label, pinFile };
  const settings = { SOFTHSM2_CONF: configuration, TRADESEAL_PKCS11_MODULE: module, TRADESEAL_PKCS11_TOKEN: label, TRADESEAL_PKCS11_PIN_FILE: pinFile };
  return { options, settings, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
