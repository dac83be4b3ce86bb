// Who is signed in, what the key may do, and how long it stays.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { visible } from "../../../words/visible.ts";
import { Party } from "../../report/Party.tsx";
import { says, scopeWords } from "./says.ts";
import type { Standing } from "./session.ts";
import { session } from "./useStanding.ts";

interface SignedInProps {
  readonly standing: Extract<Standing, { readonly is: "in" }>;
  readonly heading: "h2" | "h3";
  readonly children: ComponentChildren;
}

export function SignedIn({ standing: { me: { issuer, key }, from, isKept }, heading: Heading, children }: SignedInProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // Of the form nothing is left: the focus goes to what stands in its place.
  useLayoutEffect(() => void (from === "entry" && title.current!.focus()), []);
  return (
    <section class="signed-in" aria-labelledby="signed-in">
      <div class="signed-in-head">
        <div>
          <Heading id="signed-in" ref={title} tabIndex={-1}>{says.signedIn(visible(issuer.name))}</Heading>
          <Party party={{ did: issuer.did }} />
        </div>
        <button type="button" class="button" onClick={() => session.signOut()}>{says.signOut}</button>
      </div>
      <p class="soft">
        {says.mayDo(key.scopes.map(scopeWords))} {key.expiresAt === undefined ? "" : says.expires(visible(key.expiresAt))} {isKept ? says.kept : says.notKept}
      </p>
      {children}
    </section>
  );
}
