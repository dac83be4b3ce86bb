// The page from top to bottom.

import { isDocumentType } from "../core/documentType.ts";
import { DropZone } from "./DropZone.tsx";
import { Foot } from "./Foot.tsx";
import { Header } from "./Header.tsx";
import { Overview } from "./Overview.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { SealCard } from "./SealCard.tsx";
import { TypeSelect } from "./TypeSelect.tsx";
import { waitingSeals } from "./desk.ts";
import { words } from "./language.ts";
import { useDesk } from "./useDesk.ts";

export function App() {
  const desk = useDesk();
  const documents = desk.items.filter((item) => item.kind === "document");
  return (
    <>
      <Header />
      <main class={desk.items.length > 0 ? "page page-busy" : "page"}>
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
      </main>
      <Foot />
    </>
  );
}
