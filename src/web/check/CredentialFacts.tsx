// What a credential says, and whose word that is shown to be. How it is told is fetched only when there is one.

import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Report } from "../../core/report.ts";
import { isIssuersWord } from "../../words/signedWords.ts";
import { words } from "../frame/language.ts";
import { credentialIn, flawIn, isAboutCredential, type ToldCredential } from "./credential.ts";
import { said } from "./words.ts";

export function CredentialFacts({ report }: { report: Report }) {
  if (!isAboutCredential(report)) return null;
  const [told, flaw] = [credentialIn(report), flawIn(report)];
  const isSaid = isIssuersWord(report);
  return (
    <section class="said" data-credential={isSaid ? "said" : "claimed"}>
      {flaw !== null && (
        <>
          <h3>{said.credential.flaw}</h3>
          <Later what={async () => (await import("./CredentialTold.tsx")).Flaw} props={{ flaw }} />
        </>
      )}
      {told !== null && (
        <>
          <h3>{isSaid ? words.signed.said : words.signed.claimed}</h3>
          {isSaid && <p class="soft">{said.credential.saysHow}</p>}
          <Later what={async () => (await import("./CredentialTold.tsx")).Told} props={{ told } satisfies { told: ToldCredential }} />
        </>
      )}
    </section>
  );
}

/** Shows the component that `what` fetches. Where it does not come, the report itself has everything. */
function Later<Props extends object>({ what, props }: { what: () => Promise<FunctionComponent<Props>>; props: Props }) {
  const [Found, setFound] = useState<{ readonly component: FunctionComponent<Props> } | "failed" | null>(null);
  useEffect(() => {
    what().then(
      (component) => setFound({ component }),
      () => setFound("failed"),
    );
  }, []);
  if (Found === null) return null;
  if (Found === "failed") return <p>{`${words.page.troubles.no_connection.means} ${said.credential.more}`}</p>;
  return <Found.component {...props} />;
}
