// A part of the console that is fetched when somebody wants it.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "../frame/language.ts";
import { says } from "./says.ts";

/** Shows the component that `what` fetches. */
export function Later<Props extends object>({ what, props }: { what: () => Promise<ComponentType<Props>>; props: Props }) {
  const [Found, setFound] = useState<{ readonly component: ComponentType<Props> } | "failed" | null>(null);
  const fetchIt = (): void => {
    setFound(null);
    what().then(
      (component) => setFound({ component }),
      () => setFound("failed"),
    );
  };
  useEffect(fetchIt, []);
  if (Found === null) return <p role="status">{says.loading}</p>;
  if (Found === "failed") {
    return (
      <div role="alert">
        <p>{words.page.troubles.no_connection.means}</p>
        <button type="button" class="button" onClick={fetchIt}>
          {says.again}
        </button>
      </div>
    );
  }
  return <Found.component {...props} />;
}
