// The console, from top to bottom: the way in, or who is signed in and what there is to do.

import { Frame } from "../frame/Frame.tsx";
import { SignIn } from "../frame/signIn/SignIn.tsx";
import { session, useMe } from "../frame/signIn/useStanding.ts";
import { Console } from "./Console.tsx";
import { MayIssue } from "./MayIssue.tsx";
import { says } from "./says.ts";

export function IssuerPage() {
  const me = useMe();
  return (
    <Frame look="issuer">
      <h1>{says.title}</h1>
      {me === null && <p class="lead">{says.lead}</p>}
      <SignIn heading="h2">{me !== null && <MayIssue me={me} />}</SignIn>
      {me !== null && <Console key={me.key.id} session={session} me={me} />}
    </Frame>
  );
}
