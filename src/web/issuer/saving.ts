// Saving what the page has as a file on the device.

/** Long enough for the slowest browser to begin. */
const KEEP_MS = 60_000;

/** Has the browser save `content` under `name`. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
