// The PDF that was issued: fetched with the key at once, then seen in a tab of its own or saved.

import { useEffect, useState } from "preact/hooks";
import { AskedTrouble } from "../AskedTrouble.tsx";
import { saveFile } from "../../frame/saving.ts";
import { says } from "../says.ts";
import type { Session } from "../../frame/signIn/session.ts";
import { useAsking } from "../useAsking.ts";

export function PdfLinks({ href, name, session }: { href: string; name: string; session: Session }) {
  const { asked, again } = useAsking(href, async () => (await session.call(href)).blob());
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (asked.is !== "answered") return;
    const made = URL.createObjectURL(asked.value);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [asked]);
  const { issue } = says;
  if (asked.is === "trouble") return <AskedTrouble trouble={asked.trouble} onAgain={again} />;
  if (asked.is === "asking" || address === null) return <p role="status">{issue.pdfFetching}</p>;
  return (
    <div class="actions" data-pdf={asked.value.size}>
      <a class="button button-main" href={address} target="_blank" rel="noopener">
        {issue.pdfOpen}
      </a>
      <button type="button" class="button" onClick={() => saveFile(asked.value, name)}>
        {issue.pdf}
      </button>
    </div>
  );
}
