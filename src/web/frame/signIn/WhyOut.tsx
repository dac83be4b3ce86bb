// Why somebody is out who wants to be in. A key's own trouble is told in words for its holder.

import { troubleAdvice, TroubleNote } from "../TroubleNote.tsx";
import type { Trouble } from "../trouble.ts";
import { says } from "./says.ts";

export function WhyOut({ trouble, before }: { trouble: Trouble; before: "in" | "out" }) {
  const code = trouble.is === "problem" ? trouble.problem.code : "";
  const known = Object.hasOwn(says.why, code) ? says.why[code as keyof typeof says.why] : null;
  return (
    <div class="why-out tone-altered" role="alert" data-trouble={code || trouble.is}>
      <p class="label">{before === "in" ? says.ended : says.failed}</p>
      <p class="why-out-means">{(known ?? troubleAdvice(trouble)).means}</p>
      {known === null ? <TroubleNote trouble={trouble} /> : <p>{known.todo}</p>}
    </div>
  );
}
