// Something that changes by itself, as a component holds it.

import { useReducer, useState } from "preact/hooks";

/** What `make` makes, once; the component is drawn again after every change that it tells. */
export function useChanging<T>(make: (onChange: () => void) => T): T {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  const [made] = useState(() => make(() => drawAgain(undefined)));
  return made;
}
