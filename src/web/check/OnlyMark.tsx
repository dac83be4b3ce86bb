// The sign of a yes that is none about what somebody holds, in no verdict's shape.

import { ReceiptMark } from "../code/ReceiptMark.tsx";

/** Of a receipt a slip of paper, of a digest the number sign. It only repeats what the words beside it say, so screen readers pass it over. */
export function OnlyMark({ about }: { about: "receipt" | "digest" }) {
  if (about === "receipt") return <ReceiptMark />;
  return (
    <svg class="mark" data-mark="digest" viewBox="0 0 48 48" aria-hidden="true">
      <path class="mark-line" d="M19 6l-5 36M34 6l-5 36M8 17h33M7 31h33" />
    </svg>
  );
}
