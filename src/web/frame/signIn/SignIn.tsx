// Signing in with an API key, and who is signed in.

import { useEffect, useRef, useState } from "preact/hooks";
import { signInTables } from "../../../words/tables.ts";
import { visible } from "../../../words/visible.ts";
import { Party } from "../../report/Party.tsx";
import { Field } from "../Field.tsx";
import { wordsFrom } from "../language.ts";
import { Tick } from "../Tick.tsx";
import { troubleAdvice, TroubleNote } from "../TroubleNote.tsx";
import { Unanswered, type Trouble } from "../trouble.ts";
import { keptKey, signIn, signOut, useSession, type Session } from "./session.ts";

const said = await wordsFrom(signInTables);

/** The form, or who is signed in. A key that this tab keeps is tried at once. */
export function SignIn() {
  const session = useSession();
  const [last, setLast] = useState<"entered" | "left" | null>(null);
  const hasLeft = last === "left";
  const leave = (): void => {
    signOut();
    setLast("left");
  };
  return (
    <div class="sign-in">
      <p role="status" class={hasLeft && session === null ? "soft" : "unseen"}>{session !== null ? said.signedIn(visible(session.holder.issuer.name)) : hasLeft ? said.signedOut : ""}</p>
      {session === null ? <SignInForm hasFocus={hasLeft} onEnter={() => setLast("entered")} /> : <SignedIn session={session} hasFocus={last === "entered"} onLeave={leave} />}
    </div>
  );
}

/** Of what was just used nothing is left: the focus goes to what stands in its place. */
function SignedIn({ session: { holder, isKept }, hasFocus, onLeave }: { session: Session; hasFocus: boolean; onLeave: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void (hasFocus && heading.current!.focus()), []);
  const names: Readonly<Record<string, string>> = said.scopes;
  return (
    <div class="signed-in">
      <h3 ref={heading} tabIndex={-1}>{said.signedIn(visible(holder.issuer.name))}</h3>
      <Party party={{ did: holder.issuer.did }} />
      <p class="soft">{said.mayDo(holder.scopes.map((scope) => names[scope] ?? visible(scope)))} {isKept ? said.kept : said.notKept}</p>
      <button type="button" class="button" onClick={onLeave}>{said.signOut}</button>
    </div>
  );
}

function SignInForm({ hasFocus, onEnter }: { hasFocus: boolean; onEnter: () => void }) {
  const { trouble, isAsking, isEmpty, enter } = useEntering();
  const [isKept, setKept] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => void (hasFocus && field.current!.focus()), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    onEnter();
    enter(field.current!.value.trim(), isKept);
    if (field.current!.value.trim() === "") field.current!.focus();
  };
  return (
    <form class="form" onSubmit={submit} aria-labelledby="sign-in-title">
      <h3 id="sign-in-title">{said.title}</h3>
      <p class="soft">{said.lead}</p>
      <Field id="sign-in" label={said.key} hint={said.keyHint} error={isEmpty ? said.empty : null}>
        {(described) => <input {...described} ref={field} type="password" autocomplete="off" spellcheck={false} maxLength={500} />}
      </Field>
      <div role="alert" class="tone-none">
        {trouble !== null && (
          <>
            <p class="wrong">{troubleAdvice(trouble).means}</p>
            <TroubleNote trouble={trouble} />
          </>
        )}
      </div>
      <Tick id="keep" label={said.keep} hint={said.keepHint} isTicked={isKept} onTick={setKept} />
      <button type="submit" class="button button-main" disabled={isAsking}>{isAsking ? said.signingIn : said.signIn}</button>
    </form>
  );
}

function useEntering() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const enter = (apiKey: string, isKept: boolean): void => {
    setTrouble(null);
    setEmpty(apiKey === "");
    if (apiKey === "") return;
    setAsking(true);
    signIn(apiKey, isKept ? "until the tab is closed" : "in memory").catch((error: unknown) => {
      setAsking(false);
      if (!(error instanceof Unanswered)) throw error;
      setTrouble(error.trouble);
    });
  };
  useEffect(() => {
    const kept = keptKey();
    if (kept !== null) enter(kept, true);
  }, []);
  return { trouble, isAsking, isEmpty, enter };
}
