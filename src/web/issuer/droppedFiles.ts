// Files out of what was dropped, also out of folders in folders (File and Directory Entries API).

/** Every file that was dropped; each knows its path (see {@link pathOf}). */
export async function filesIn(transfer: DataTransfer): Promise<readonly File[]> {
  // Asked for at once: after a pause browsers empty the list.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory === true)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await gather(entry, found);
  return found;
}

const paths = new WeakMap<File, string>();

/** The file's path within the folder that was given; its name when it was given by itself. */
export const pathOf = (file: File): string => paths.get(file) ?? (file.webkitRelativePath === "" ? file.name : file.webkitRelativePath);

async function gather(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)).catch(() => unreadable(entry.name));
    paths.set(file, entry.fullPath.replace(/^\//, ""));
    found.push(file);
  } else if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // A reader gives some at a time, and nothing at the end.
    try {
      for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) for (const each of some) await gather(each, found);
    } catch {
      // A folder that the browser may not look into is told by its name.
      found.push(unreadable(entry.fullPath.replace(/^\//, "")));
    }
  }
}

const entriesOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const unreadables = new WeakSet<File>();

/** Stands for a file that the browser would not give, so that it is told and not passed over. */
function unreadable(name: string): File {
  const file = new File([], name);
  unreadables.add(file);
  return file;
}

/** Whether the browser gave only the file's name. */
export const isUnreadable = (file: File): boolean => unreadables.has(file);
