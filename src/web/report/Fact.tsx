// A fact: what it is called, and what it is. Facts stand in a list (`dl`).

import type { ComponentChildren } from "preact";

export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
