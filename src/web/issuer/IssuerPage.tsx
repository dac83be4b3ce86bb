// The console, from top to bottom: the way in, or who is signed in and what there is to do.

import { useEffect, useReducer, useState } from "preact/hooks";
import { Frame } from "../frame/Frame.tsx";
import { Console } from "./Console.tsx";
import { says } from "./says.ts";
import { Session } from "./session.ts";
import { SignIn } from "./SignIn.tsx";

export function IssuerPage() {
  const session = useSession();
  const { standing } = session;
  return (
    <Frame look="issuer">
      <h1>{says.title}</h1>
      {standing.is === "in" ? <Console session={session} me={standing.me} /> : <SignIn session={session} standing={standing} />}
    </Frame>
  );
}

/** The session, for as long as the page is open; the component that uses it is drawn again after every change. */
function useSession(): Session {
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  const [session] = useState(() => new Session(() => drawAgain(undefined)));
  useEffect(() => void session.resume(), [session]);
  return session;
}
