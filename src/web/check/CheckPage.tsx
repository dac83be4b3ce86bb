// The page that checks documents, from top to bottom.

import { isDocumentType } from "../../core/documentType.ts";
import { DropZone } from "./DropZone.tsx";
import { Frame } from "../frame/Frame.tsx";
import { Overview } from "./Overview.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { SealCard } from "./SealCard.tsx";
import { TypeSelect } from "./TypeSelect.tsx";
import { waitingSeals } from "./desk.ts";
import { words } from "../frame/language.ts";
import { useDesk } from "./useDesk.ts";

export function CheckPage() {
  const desk = useDesk();
  const documents = desk.items.filter((item) => item.kind === "document");
  return (
    <Frame look={desk.items.length > 0 ? "page-busy" : ""}>
      <h1>{words.page.title}</h1>
      <p class="lead">{words.page.lead}</p>
      <DropZone onFiles={(files) => void desk.addFiles(files)} />
      <TypeSelect chosen={desk.expectedType} onChoose={(type) => void desk.expect(isDocumentType(type) ? type : null)} />
      <section aria-label={words.page.results}>
        <Overview documents={documents} onClear={() => desk.clear()} />
        {waitingSeals(desk.items).map((seal) => (
          <SealCard key={seal.id} item={seal} onRemove={() => desk.remove(seal.id)} />
        ))}
        {documents.map((item) => (
          <ResultCard key={item.id} item={item} isOnly={documents.length === 1} desk={desk} />
        ))}
      </section>
    </Frame>
  );
}
