// The chain's state on the disk: always one whole snapshot, never half of one.

import { open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const unzip = promisify(gunzip);

/** A file that is replaced in one piece. */
export class SnapshotFile {
  readonly path: string;

  constructor(folder: string) {
    this.path = path.join(folder, "state.json");
  }

  /** Whether there is a snapshot. */
  async exists(): Promise<boolean> {
    return (await readdir(path.dirname(this.path))).includes(path.basename(this.path));
  }

  /** Replaces the snapshot by `dump`, as `anvil_dumpState` gives it. When this returns, it has reached the disk. */
  async replace(dump: unknown): Promise<void> {
    const state = await unzip(Buffer.from(String(dump).slice(2), "hex"));
    const temporary = `${this.path}.new`;
    try {
      await writeThrough(temporary, state);
      await rename(temporary, this.path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(path.dirname(this.path));
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name of a file is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
