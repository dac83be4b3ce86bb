// The sign of a receipt: a slip of paper, in no verdict's shape.

/** It only repeats what the words beside it say, so screen readers pass it over. */
export function ReceiptMark() {
  return (
    <svg class="mark" data-mark="receipt" viewBox="0 0 48 48" aria-hidden="true">
      <path class="mark-line" d="M10 4h28v40l-4.700-4-4.600 4-4.700-4-4.700 4-4.600-4-4.700 4z" />
      <path class="mark-line" d="M17 14h14M17 22h14M17 30h8" />
    </svg>
  );
}
