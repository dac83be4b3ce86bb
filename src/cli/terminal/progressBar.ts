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

/** A bar under this label, with what `remarkOn` says behind it. Call `end` before anything else is printed. */
export function progressBar(label: string, remarkOn: (done: number, total: number) => string = () => ""): ProgressBar {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  let drawnAt = performance.now() + APPEARS_AFTER_MS - REDRAWN_EVERY_MS;
  let isShown = false;
  return {
    at(done, total) {
      if (performance.now() - drawnAt < REDRAWN_EVERY_MS) return;
      drawnAt = performance.now();
      isShown = true;
      process.stderr.write(`\r\u001b[K${barOf(label, done / Math.max(total, 1))}${remarkOn(done, total)}`);
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

/** How fast it goes and how long it will take, in things of this name, since now. */
export function paceOf(things: string): (done: number, total: number) => string {
  const begun = performance.now();
  return (done, total) => {
    const rate = done / ((performance.now() - begun) / 1000);
    return rate > 0 ? `  ${Math.floor(done)} of ${total} ${things}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${timeLeft((total - done) / rate)} left` : "";
  };
}

const timeLeft = (seconds: number): string => (seconds < 100 ? `${Math.ceil(seconds)} s` : seconds < 6_000 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3_600)} h`);
