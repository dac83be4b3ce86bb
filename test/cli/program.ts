// The real program, run as a person or a script would run it.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Digest } from "../../src/core/digest.ts";

const ENTRY = join(import.meta.dirname, "../../src/cli/tradeseal.ts");

/** How a run came out. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `tradeseal` with these arguments, in `folder` and with nothing in its environment but `environment`. */
export async function tradeseal(args: readonly string[], { folder, environment = {} }: { folder: string; environment?: Record<string, string> }): Promise<Run> {
  const env = { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], LANG: "C.UTF-8", ...environment };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ENTRY, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout: await stdout, stderr: await stderr };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** What a run's table has under this name. */
export const valueOf = (name: string, { stdout }: Run): string => new RegExp(`^ +${name} {2,}(.*)$`, "m").exec(stdout)![1]!;

/** The digest of a file that holds this text. */
export const digestOf = (text: string): Digest => createHash("sha256").update(text).digest("hex") as Digest;

/** A folder of its own for one test file, with a way to put files into it. */
export function testFolder() {
  const name = mkdtempSync(join(tmpdir(), "tradeseal-cli-"));
  return {
    name,
    /** Writes a file, and gives its name within the folder. */
    file(file: string, content: string | Uint8Array): string {
      writeFileSync(join(name, file), content);
      return file;
    },
    at: (file: string): string => join(name, file),
    remove: () => rmSync(name, { recursive: true, force: true }),
  };
}
