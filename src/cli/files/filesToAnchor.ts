// Files to anchor: those that were named, and those in the folders that were named. What is left out is told.

import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Complaint, unreadableFile } from "../terminal/complaint.ts";

/** What was found: a file, something that cannot be anchored, or something that nobody means when he names its folder. */
export type Found = { readonly is: "file"; readonly file: string } | { readonly is: "trouble"; readonly trouble: Complaint } | { readonly is: "leftOut"; readonly why: LeftOut };

/** Seals lie beside their documents, and are none themselves. Hidden files are the system's. */
export type LeftOut = "seals" | "hidden";

const SEAL_FILE = /\.seal\.json(\.old-\d+)?$/;

/** Everything that these names stand for, folders walked in the order of their names, one folder's names held at a time. */
export async function* filesNamed(names: readonly string[]): AsyncGenerator<Found> {
  for (const name of names) {
    const isFolder = await stat(name).then((found) => found.isDirectory(), () => false);
    if (!isFolder) yield { is: "file", file: name };
    else yield* filesIn(name);
  }
}

async function* filesIn(folder: string): AsyncGenerator<Found> {
  let count = 0;
  for await (const found of walk(folder)) {
    if (found.is !== "leftOut") count += 1;
    yield found;
  }
  if (count === 0) yield trouble(`The folder ${folder} holds no file to anchor.`);
}

async function* walk(folder: string): AsyncGenerator<Found> {
  const entries = await entriesOf(folder);
  if (entries instanceof Complaint) return yield { is: "trouble", trouble: entries };
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) yield { is: "leftOut", why: "hidden" };
    else if (entry.isDirectory()) yield* walk(path);
    else if (SEAL_FILE.test(entry.name)) yield { is: "leftOut", why: "seals" };
    // A link could lead out of the folder, or round in a circle.
    else if (entry.isSymbolicLink()) yield trouble(`${path} is a symbolic link and was left out: name it itself if it is meant.`);
    else if (!entry.isFile()) yield trouble(`${path} is no plain file and was left out.`);
    else yield { is: "file", file: path };
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[] | Complaint> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    return unreadableFile(`The folder ${folder} cannot be read`, error);
  }
}

const trouble = (message: string): Found => ({ is: "trouble", trouble: new Complaint("file_unreadable", message) });

/** How many files there are, and how many things are left out. Troubles are told when the files are taken. */
export async function countNamed(names: readonly string[]): Promise<{ files: number } & Readonly<Record<LeftOut, number>>> {
  const counts = { files: 0, seals: 0, hidden: 0 };
  for await (const found of filesNamed(names)) {
    if (found.is === "file") counts.files += 1;
    if (found.is === "leftOut") counts[found.why] += 1;
  }
  return counts;
}
