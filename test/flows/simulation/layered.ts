// Ports over ports: how the simulation steps between the service and its world.

import type { Store } from "../../../src/flows/issuing/issuePorts.ts";

type Member = (...args: unknown[]) => unknown;

/** The same port as a plain object, every call of which goes through `around`. */
export function eachCall<T extends object>(port: T, around: (name: string, call: () => unknown) => unknown): T {
  const names = [...Object.keys(port), ...Object.getOwnPropertyNames(Object.getPrototypeOf(port))].filter((name) => name !== "constructor" && typeof Reflect.get(port, name) === "function");
  const members = names.map((name) => [name, (...args: unknown[]) => around(name, () => (Reflect.get(port, name) as Member).apply(port, args))]);
  return Object.fromEntries(members) as T;
}

/** The store with some of it changed, also where it is used under a lease. */
export function changed(store: Store, change: (lower: Store) => Partial<Store>): Store {
  return { ...store, ...change(store), under: (lease) => changed(store.under(lease), change) };
}
