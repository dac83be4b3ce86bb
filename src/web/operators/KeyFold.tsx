// An API key, for whoever has one: the same session as on every page, so whoever signed in elsewhere in this tab is in.

import { visible } from "../../words/visible.ts";
import { says } from "../frame/signIn/says.ts";
import { SignIn } from "../frame/signIn/SignIn.tsx";
import { useMe } from "../frame/signIn/useStanding.ts";
import { deskWords } from "./deskLanguage.ts";

export function KeyFold({ isShown }: { isShown: boolean }) {
  const me = useMe();
  const { fold, hint } = deskWords.key;
  return (
    <details class="fold desk-key" hidden={!isShown}>
      <summary>{me === null ? fold : says.signedIn(visible(me.issuer.name))}</summary>
      {me === null && <p class="soft">{hint}</p>}
      <SignIn heading="h2" />
    </details>
  );
}
