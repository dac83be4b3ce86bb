// Where the anvil program lies. Its npm launcher hides how the program ended and takes the kills meant for it.

import { createRequire } from "node:module";
import path from "node:path";
import { Fault } from "../../core/fault.ts";

const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** The program for this platform. Throws `configuration_invalid` when there is none. */
export function anvilBinary(): string {
  const platform = `${process.platform}-${architectures[process.arch] ?? process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    // The platform's package belongs to the launcher, and may lie beneath it.
    const launcher = createRequire(here.resolve("@foundry-rs/anvil/package.json"));
    const folder = path.dirname(launcher.resolve(`@foundry-rs/anvil-${platform}/package.json`));
    return path.join(folder, "bin", process.platform === "win32" ? "anvil.exe" : "anvil");
  } catch (error) {
    throw new Fault("configuration_invalid", `There is no embedded ledger for ${platform}: give the URL of a ledger instead.`, { cause: error });
  }
}
