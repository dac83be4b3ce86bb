// Two names that may be taken for one another, side by side, each with its identity.

import { isAddress, didOf, parseAddress } from "../../../core/address.ts";
import { visible } from "../../../words/visible.ts";
import { Tick } from "../../frame/Tick.tsx";
import type { Problem } from "../../frame/trouble.ts";
import { said } from "../speech.ts";

interface LookAlikeProps {
  readonly asked: { readonly name: string; readonly did: string };
  readonly problem: Problem;
  readonly chainId: number;
  readonly isKnown: boolean;
  readonly onKnown: (isKnown: boolean) => void;
}

export function LookAlike({ asked, problem: { looksLike }, chainId, isKnown, onKnown }: LookAlikeProps) {
  const { lookAlike } = said.administration;
  return (
    <div class="alike tone-no_longer_valid" role="alert" data-alike>
      <h3>{lookAlike.title}</h3>
      <div class="alike-pair">
        <Name title={lookAlike.asked} name={asked.name} did={asked.did} />
        {looksLike === undefined ? <p>{lookAlike.mixed}</p> : <Name title={lookAlike.other} name={looksLike.name} did={isAddress(looksLike.address) ? didOf(parseAddress(looksLike.address), chainId) : looksLike.address} />}
      </div>
      <p>{lookAlike.todo}</p>
      <Tick id="likeness-known" label={lookAlike.answerFor} isTicked={isKnown} onTick={onKnown} />
    </div>
  );
}

function Name({ title, name, did }: { title: string; name: string; did: string }) {
  return (
    <div class="alike-name">
      <p class="soft">{title}</p>
      <p class="alike-letters"><bdi>{visible(name)}</bdi></p>
      <code class="hash">{visible(did)}</code>
    </div>
  );
}
