// Sending a statement: once, however often it has to be tried.

import { useRef, useState } from "preact/hooks";
import type { Json } from "../../../core/json.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { newIdempotencyKey, signedRequest } from "../../frame/signIn/signedRequest.ts";
import { Unanswered, troubleOf, type Trouble } from "../../frame/trouble.ts";
import { readAccepted, type Accepted } from "./statements.ts";

export interface Sending {
  readonly isSending: boolean;
  readonly trouble: Trouble | null;
  send(body: Json): void;
  forget(): void;
}

/** The same body is sent under the same name again, so that a lost answer never makes two statements. */
export function useSending({ apiKey }: Session, path: string, onAccepted: (accepted: Accepted) => void): Sending {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const named = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const send = (body: Json): void => {
    const text = JSON.stringify(body);
    if (named.current?.text !== text) named.current = { text, key: newIdempotencyKey() };
    setTrouble(null);
    setSending(true);
    accepted(apiKey, path, { body, idempotencyKey: named.current.key })
      .then(onAccepted, (error: unknown) => setTrouble(troubleOf(error)))
      .finally(() => setSending(false));
  };
  return { isSending, trouble, send, forget: () => setTrouble(null) };
}

async function accepted(apiKey: string, path: string, { body, idempotencyKey }: { body: Json; idempotencyKey: string }): Promise<Accepted> {
  const answer = readAccepted(await signedRequest(apiKey, path, { method: "POST", body, idempotencyKey }));
  if (answer === null) throw new Unanswered({ is: "unreadable_answer" });
  return answer;
}
