/** A copy of a JSON value with another value at `pointer`; `undefined` takes the member away. */
export function changed(value: unknown, pointer: string, to: unknown): unknown {
  const copy = structuredClone(value);
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop()!;
  const holder = steps.reduce((at, step) => (at as Record<string, unknown>)[step], copy) as Record<string, unknown>;
  if (to === undefined) delete holder[last];
  else Object.defineProperty(holder, last, { value: to, enumerable: true, configurable: true, writable: true });
  return copy;
}
