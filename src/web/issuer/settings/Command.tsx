// A command for the operator, to be copied whole.

import { useState } from "preact/hooks";
import { marks } from "../../frame/language.ts";
import { says } from "../says.ts";

export function Command({ title, command }: { title: string; command: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(command);
      setCopied(true);
    } catch {
      // Without permission it can still be selected.
    }
  };
  return (
    <div class="command">
      <h4>{title}</h4>
      <pre tabIndex={0} role="region" aria-label={says.command + marks.colon + title}>
        <code>{command}</code>
      </pre>
      <button type="button" class="button" aria-label={says.copy + marks.colon + title} onClick={() => void copy()}>
        {says.copy}
      </button>
      <span role="status">{isCopied ? says.copied : ""}</span>
    </div>
  );
}
