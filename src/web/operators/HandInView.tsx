// What an operator sees who followed a request: who asks, how to sign, and where to hand in.

import { Frame } from "../frame/Frame.tsx";
import { hrefOf, words } from "../frame/language.ts";
import type { Advice } from "../../words/words.ts";
import { visible } from "../../words/visible.ts";
import { InTrouble, UnderWay } from "./AskingCard.tsx";
import { handIn } from "./askPresentation.ts";
import { deskWords } from "./deskLanguage.ts";
import { PastedField } from "./PastedField.tsx";
import { commandFor } from "./RequestCard.tsx";
import { useAsking } from "./useAsking.ts";

interface Request {
  readonly challenge: string;
  readonly audience: string;
}

export function HandInView({ fragment }: { fragment: string }) {
  const { title, lead, badLink, back } = deskWords.handIn;
  const request = requestIn(fragment);
  return (
    <Frame look="desk">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {request === null ? <Note advice={badLink} outcome="bad_link" /> : <HandIn request={request} />}
      <p class="actions">
        <a href={hrefOf("/operators")}>{back}</a>
      </p>
    </Frame>
  );
}

/** The request in the address; `null` where it is not whole. */
function requestIn(fragment: string): Request | null {
  const given = new URLSearchParams(fragment);
  const [challenge, audience] = [given.get("present") ?? "", given.get("audience") ?? ""];
  return /^[\w-]{20,200}$/.test(challenge) && /^[^\p{C}]{1,500}$/u.test(audience) ? { challenge, audience } : null;
}

function HandIn({ request }: { request: Request }) {
  const { asks, otherPlace, careful, label, send, sent, gone } = deskWords.handIn;
  const { asked, ask, stop } = useAsking<boolean>();
  const isOver = asked.is === "answered";
  return (
    <>
      <article class="card desk-request">
        <dl class="facts">
          <div>
            <dt>{asks}</dt>
            <dd>
              <bdi class="party-name">{visible(request.audience)}</bdi>
            </dd>
          </div>
        </dl>
        {request.audience !== location.origin && <p class="party-likeness">{otherPlace}</p>}
        <p>{careful}</p>
        <details class="fold">
          <summary>{deskWords.presentation.command}</summary>
          <pre tabIndex={0} aria-label={deskWords.presentation.command}>
            {commandFor(request)}
          </pre>
        </details>
      </article>
      <div aria-live="polite">
        {asked.is === "asking" && <UnderWay onStop={stop} />}
        {asked.is === "unanswered" && <InTrouble trouble={asked.trouble} onAgain={stop} />}
        {isOver && <Note advice={asked.answer ? sent : gone} outcome={asked.answer ? "handed_in" : "gone"} />}
      </div>
      {!isOver && <PastedField id="hand-in" label={label} button={send} onText={(text) => ask((signal) => handIn(request.challenge, text, signal))} />}
    </>
  );
}

function Note({ advice: { means, todo }, outcome }: { advice: Advice; outcome: string }) {
  return (
    <article class="card tone-none" data-outcome={outcome}>
      <h2 class="headline headline-small">{means}</h2>
      <div class="todo">
        <h3>{words.page.todo}</h3>
        <p>{todo}</p>
      </div>
    </article>
  );
}
