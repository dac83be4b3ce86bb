// Sending a statement: once, however often it has to be tried.

import { useRef, useState } from "preact/hooks";
import type { Json } from "../../../core/json.ts";
import { newNonce } from "../../frame/nonce.ts";
import { session } from "../../frame/signIn/useStanding.ts";
import { Unanswered, troubleOf, type Trouble } from "../../frame/trouble.ts";
import { readAccepted, type Accepted } from "./statements.ts";

export interface Sending {
  readonly isSending: boolean;
  readonly trouble: Trouble | null;
  send(body: Json): void;
  forget(): void;
}

/** The same body is sent under the same name again, so that a lost answer never makes two statements. */
export function useSending(path: string, onAccepted: (accepted: Accepted) => void): Sending {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const named = useRef<{ readonly text: string; readonly key: string } | null>(null);
  const send = (body: Json): void => {
    const text = JSON.stringify(body);
    if (named.current?.text !== text) named.current = { text, key: newNonce() };
    setTrouble(null);
    setSending(true);
    accepted(path, body, named.current.key)
      .then(onAccepted, (error: unknown) => setTrouble(troubleOf(error)))
      .finally(() => setSending(false));
  };
  return { isSending, trouble, send, forget: () => setTrouble(null) };
}

async function accepted(path: string, body: Json, name: string): Promise<Accepted> {
  const answer = readAccepted(await session.json(path, { method: "POST", body, headers: { "idempotency-key": name } }));
  if (answer === null) throw new Unanswered({ is: "unreadable_answer" });
  return answer;
}
