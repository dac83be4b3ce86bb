// One document, wherever it stands on its way to a verdict.

import { Progress } from "./Progress.tsx";
import { TroubleCard } from "./TroubleCard.tsx";
import { VerdictCard } from "./VerdictCard.tsx";
import type { Desk } from "./desk.ts";
import type { DocumentItem } from "./items.ts";

interface ResultCardProps {
  readonly item: DocumentItem;
  /** The only one is shown in full, several are folded. */
  readonly isOnly: boolean;
  readonly desk: Desk;
}

export function ResultCard({ item, isOnly, desk }: ResultCardProps) {
  const { state } = item;
  const again = () => void desk.again(item.id);
  const remove = () => desk.remove(item.id);
  const check = (digest: string) => void desk.addDigest(digest);
  switch (state.is) {
    case "reading":
    case "asking":
      return <Progress item={item} state={state} onStop={remove} />;
    case "unanswered":
      return <TroubleCard item={item} state={state} onAgain={again} onRemove={remove} />;
    case "answered":
      return <VerdictCard item={item} answer={state} isOpen={isOnly} actions={{ again, remove, check }} />;
  }
}
