// The way in: an API key, and whether it may stay.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { aloud, Field } from "../Field.tsx";
import { Tick } from "../Tick.tsx";
import { says } from "./says.ts";
import type { Standing } from "./session.ts";
import { session } from "./useStanding.ts";

export function SignInForm({ standing, heading: Heading }: { standing: Standing; heading: "h2" | "h3" }) {
  const [isMissing, setMissing] = useState(false);
  const [isKept, setKept] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isAsking = standing.is === "asking";
  // Of what somebody used who was in nothing is left: the focus goes to what stands in its place.
  useLayoutEffect(() => void (standing.is === "out" && standing.before === "in" && field.current!.focus()), []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const apiKey = field.current!.value.trim();
    setMissing(apiKey === "");
    if (apiKey === "") field.current!.focus();
    else if (!isAsking) void session.signIn(apiKey, isKept ? "keep" : "forget");
  };
  return (
    // Should the script fail, the method keeps the key out of the address; the policy then forbids the request.
    <form class="form" method="post" aria-labelledby="sign-in-title" onSubmit={submit} noValidate>
      <Heading id="sign-in-title">{says.title}</Heading>
      <p class="soft">{says.lead}</p>
      <Field id="api-key" label={says.key} hint={says.keyHint} error={aloud(isMissing ? says.missing : undefined)}>
        {(described) => <input {...described} ref={field} name="key" type="password" autocomplete="off" spellcheck={false} autocapitalize="off" maxLength={500} required />}
      </Field>
      <Tick id="keep-key" label={says.keep} hint={says.keepHint} isTicked={isKept} onTick={setKept} />
      <button type="submit" class="button button-main" aria-disabled={isAsking}>{isAsking ? says.signingIn : says.signIn}</button>
    </form>
  );
}
