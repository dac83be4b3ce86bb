// How tests wait for what must come about. A machine that does several things at once is slow, not wrong: what has to be fast says its own limit.

export const PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 200;

/** Looks again and again; resolves to the first thing seen that is not `false`, `null` or `undefined`. A look that fails is repeated, and is the cause of the failure in the end. */
export async function until<T>(look: () => T | Promise<T>, limitMs = PATIENCE_MS): Promise<Exclude<T, false | null | undefined>> {
  let failure: unknown;
  const deadline = performance.now() + limitMs;
  for (let pauseMs = FIRST_PAUSE_MS; performance.now() < deadline; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    try {
      const seen = await look();
      if (seen !== false && seen !== null && seen !== undefined) return seen as Exclude<T, false | null | undefined>;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`Not so after ${limitMs} ms.`, { cause: failure });
}
