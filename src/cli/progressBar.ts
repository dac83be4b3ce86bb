// Progress bars, on the standard error and only where a person looks at it.

/** How a long work is coming on. */
export interface ProgressBar {
  /** `total` may grow while the work goes on. */
  at(done: number, total: number): void;
  /** Takes the bar away again. */
  end(): void;
}

const WIDTH_CHARACTERS = 24;
/** Work that is over sooner than this shows no bar. */
const APPEARS_AFTER_MS = 300;
const REDRAWN_EVERY_MS = 100;

/** A bar under this label. Call `end` before anything else is printed. */
export function progressBar(label: string): ProgressBar {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  let drawnAt = performance.now() + APPEARS_AFTER_MS - REDRAWN_EVERY_MS;
  let isShown = false;
  return {
    at(done, total) {
      if (performance.now() - drawnAt < REDRAWN_EVERY_MS) return;
      drawnAt = performance.now();
      isShown = true;
      process.stderr.write(`\r\u001b[K${barOf(label, done / Math.max(total, 1))}`);
    },
    end() {
      if (isShown) process.stderr.write("\r\u001b[K");
      isShown = false;
    },
  };
}

function barOf(label: string, part: number): string {
  const full = Math.round(Math.min(part, 1) * WIDTH_CHARACTERS);
  return `${label} [${"#".repeat(full)}${".".repeat(WIDTH_CHARACTERS - full)}] ${Math.floor(Math.min(part, 1) * 100)} %`;
}
