// The way in: an API key, and where it may stay.

import { useState } from "preact/hooks";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Trouble } from "../frame/trouble.ts";
import { Field } from "./Field.tsx";
import { says } from "./says.ts";
import type { Session, Standing } from "./session.ts";

export function SignIn({ session, standing }: { session: Session; standing: Exclude<Standing, { is: "in" }> }) {
  const [isMissing, setMissing] = useState(false);
  const { sign } = says;
  const isAsking = standing.is === "asking";
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const entered = new FormData(form);
    const apiKey = String(entered.get("key")).trim();
    setMissing(apiKey === "");
    if (apiKey === "") form.querySelector("input")?.focus();
    else if (!isAsking) void session.signIn(apiKey, entered.has("keep") ? "keep" : "forget");
  };
  return (
    <>
      <p class="lead">{says.lead}</p>
      {standing.is === "out" && standing.why !== null && <WhyOut trouble={standing.why} wasIn={standing.wasIn} />}
      {/* Should the script fail, the method keeps the key out of the address; the policy then forbids the request. */}
      <form class="card card-slim sign-in" method="post" aria-labelledby="sign-in" onSubmit={submit} noValidate>
        <h2 id="sign-in">{sign.title}</h2>
        <p class="soft">{sign.lead}</p>
        <Field id="api-key" label={sign.key} hint={sign.keyHint} error={isMissing ? sign.needed : null}>
          {(described) => <input {...described} name="key" type="password" autocomplete="off" spellcheck={false} autocapitalize="off" required />}
        </Field>
        <label class="tick">
          <input type="checkbox" name="keep" aria-describedby="keep-hint" />
          <span>{sign.keep}</span>
        </label>
        <p class="soft" id="keep-hint">
          {sign.keepHint}
        </p>
        <button type="submit" class="button button-main" aria-disabled={isAsking}>
          {isAsking ? sign.asking : sign.in}
        </button>
      </form>
    </>
  );
}

/** Why somebody is out who wants to be in. A key's own trouble is told in words for its holder. */
function WhyOut({ trouble, wasIn }: { trouble: Trouble; wasIn: boolean }) {
  const code = trouble.is === "problem" ? trouble.problem.code : "";
  const known = Object.hasOwn(says.sign.why, code) ? says.sign.why[code as keyof typeof says.sign.why] : null;
  const { means } = known ?? troubleAdvice(trouble);
  return (
    <div class="card card-slim tone-altered notice" role="alert" data-trouble={code || trouble.is}>
      <p class="label">{wasIn ? says.sign.ended : says.sign.failed}</p>
      <p class="notice-said">{means}</p>
      {known === null ? <TroubleNote trouble={trouble} /> : <p>{known.todo}</p>}
    </div>
  );
}
