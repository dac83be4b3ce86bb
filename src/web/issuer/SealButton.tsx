// A document's seal, as a file. It is there once the document is in a block.

import { useState } from "preact/hooks";
import { troubleAdvice } from "../frame/TroubleNote.tsx";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import type { Session } from "../frame/signIn/session.ts";
import type { OwnDocument } from "./answers.ts";
import { saveFile } from "../frame/saving.ts";
import { says } from "./says.ts";

export function SealButton({ document, name, session }: { document: OwnDocument; name: string; session: Session }) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  if (document.state !== "included" && document.state !== "final") return null;
  const fetchSeal = async (): Promise<void> => {
    setTrouble(null);
    try {
      const response = await session.call(`/v1/documents/${document.id}/seal`);
      saveFile(await response.blob(), `${document.documentType}-${document.digest.slice(0, 16)}.seal.json`);
    } catch (error) {
      setTrouble(error instanceof Unanswered ? error.trouble : { is: "no_connection" });
    }
  };
  return (
    <>
      <button type="button" class="button" aria-label={says.anchor.sealOf(name)} onClick={() => void fetchSeal()}>
        {says.anchor.seal}
      </button>
      {trouble !== null && <p role="alert">{troubleAdvice(trouble).means}</p>}
    </>
  );
}
