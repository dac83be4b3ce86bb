// Ports over ports: how the simulation steps between the service and its world.

type Member = (...args: unknown[]) => unknown;

/** `upper` where it has an answer, else `lower`. */
export function layered<T extends object>(lower: T, upper: Partial<T>): T {
  return new Proxy(lower, {
    get: (target, name) => {
      const member = (Reflect.get(upper, name) ?? Reflect.get(target, name)) as unknown;
      return typeof member === "function" && !Reflect.has(upper, name) ? (member as Member).bind(target) : member;
    },
  });
}

/** The same port, every call of which goes through `around`. */
export function eachCall<T extends object>(port: T, around: (name: string, call: () => unknown) => unknown): T {
  return new Proxy(port, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown;
      return typeof member === "function" ? (...args: unknown[]) => around(String(name), () => (member as Member).apply(target, args)) : member;
    },
  });
}
