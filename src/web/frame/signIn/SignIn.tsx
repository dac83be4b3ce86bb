// Signing in with an API key: the way in and why somebody is out, or who is in.

import type { ComponentChildren } from "preact";
import { visible } from "../../../words/visible.ts";
import { says } from "./says.ts";
import type { Standing } from "./session.ts";
import { SignedIn } from "./SignedIn.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { useStanding } from "./useStanding.ts";
import { WhyOut } from "./WhyOut.tsx";

interface SignInProps {
  /** The one below whatever it stands under. */
  readonly heading: "h2" | "h3";
  /** What else is told to whoever is signed in. */
  readonly children?: ComponentChildren;
}

export function SignIn({ heading, children }: SignInProps) {
  const standing = useStanding();
  const isResuming = standing.is === "asking" && standing.from === "tab";
  return (
    <div class="sign-in">
      <p role="status" class={isResuming || isOutByChoice(standing) ? "soft" : "unseen"}>{statusOf(standing)}</p>
      {standing.is === "out" && standing.why !== null && <WhyOut trouble={standing.why} before={standing.before} />}
      {standing.is === "in" ? <SignedIn standing={standing} heading={heading}>{children}</SignedIn> : !isResuming && <SignInForm standing={standing} heading={heading} />}
    </div>
  );
}

const isOutByChoice = (standing: Standing): boolean => standing.is === "out" && standing.why === null && standing.before === "in";

/** Read out when it changes. After an entry the title has the focus, and is read out by that. */
function statusOf(standing: Standing): string {
  if (standing.is === "in") return standing.from === "entry" ? "" : says.signedIn(visible(standing.me.issuer.name));
  if (standing.is === "asking") return says.signingIn;
  return isOutByChoice(standing) ? says.signedOut : "";
}
