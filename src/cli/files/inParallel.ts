// Many small works, some of them at once.

/** The results of `work` on each item, in the items' order, at most `limit` of them under way at once. The first error ends it. */
export async function inParallel<T, R>(items: readonly T[], limit: number, work: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  const places = items.keys();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (const place of places) {
      if (hasFailed) return;
      results[place] = await work(items[place]!, place);
    }
  };
  const fail = (error: unknown): never => {
    hasFailed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, () => lane().catch(fail)));
  return results;
}
