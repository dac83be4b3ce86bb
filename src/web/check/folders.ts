// Folders that were dropped: every file in them, however deep, with its path.

/** What was dropped, folders opened. */
export interface Dropped {
  readonly files: readonly File[];
  /** Of files that lay in folders. */
  readonly paths: ReadonlyMap<File, string>;
  /** Paths of what the browser did not give. */
  readonly unreadable: readonly string[];
}

/** More files than this are not even looked for: the desk takes fewer, and says so. */
const FILES_LIMIT = 10_000;

/** Everything in `transfer`. Must be called while the drop is told of: later the browser forgets it. */
export function filesDropped(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry() ?? []) : []));
  const files = [...transfer.files];
  const isFolderAmong = entries.some(({ isDirectory }) => isDirectory);
  return isFolderAmong ? filesIn(entries) : Promise.resolve({ files, paths: new Map(), unreadable: [] });
}

async function filesIn(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  const found: (readonly [file: File, path: string])[] = [];
  const unreadable: string[] = [];
  const waiting = [...entries];
  // A folder that lies within itself, by a link, ends at the limit.
  for (let entry = waiting.shift(); entry !== undefined && found.length < FILES_LIMIT; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, "");
    try {
      if (entry.isDirectory) waiting.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
      else found.push([await fileOf(entry as FileSystemFileEntry), path]);
    } catch {
      unreadable.push(path);
    }
  }
  found.sort(([, left], [, right]) => (left < right ? -1 : 1));
  return { files: found.map(([file]) => file), paths: new Map(found), unreadable };
}

/** Browsers tell a folder's children by the hundred, until there are no more. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  while (children.length < FILES_LIMIT) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (more.length === 0) break;
    children.push(...more);
  }
  return children;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** Files chosen as a folder, each by its path there. */
export const pathsOf = (files: readonly File[]): ReadonlyMap<File, string> => new Map(files.map((file) => [file, file.webkitRelativePath || file.name]));
