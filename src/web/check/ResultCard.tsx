// One document, wherever it stands on its way to a verdict.

import type { Desk } from "./desk.ts";
import { HeldCard } from "./HeldCard.tsx";
import type { DocumentItem } from "./items.ts";
import { Progress } from "./Progress.tsx";
import { TroubleCard } from "./TroubleCard.tsx";
import { VerdictCard } from "./VerdictCard.tsx";

interface ResultCardProps {
  readonly item: DocumentItem;
  readonly desk: Desk;
}

export function ResultCard({ item, desk }: ResultCardProps) {
  const { id, state } = item;
  const remove = () => desk.remove(id);
  switch (state.is) {
    case "reading":
    case "asking":
      return <Progress item={item} state={state} onStop={remove} />;
    case "held":
      return <HeldCard item={item} onSend={() => void desk.send([id])} onRemove={remove} />;
    case "unanswered":
      return <TroubleCard item={item} state={state} onAgain={state.question === null && !desk.canBeReadAgain(id) ? null : () => void desk.again(id)} onRemove={remove} />;
    case "answered":
      return <VerdictCard item={item} answer={state} desk={desk} />;
  }
}
