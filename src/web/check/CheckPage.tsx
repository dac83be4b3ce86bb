// The page that checks documents, from top to bottom.

import { isDocumentType } from "../../core/documentType.ts";
import { Frame } from "../frame/Frame.tsx";
import { words } from "../frame/language.ts";
import { Intake } from "./Intake.tsx";
import { Results } from "./Results.tsx";
import { TypeSelect } from "./TypeSelect.tsx";
import { useDesk } from "./useDesk.ts";

export function CheckPage() {
  const desk = useDesk();
  return (
    <Frame look={desk.items.length > 0 ? "page-busy" : ""}>
      <h1>{words.page.title}</h1>
      <p class="lead">{words.page.lead}</p>
      <Intake desk={desk} />
      <TypeSelect chosen={desk.expectedType} onChoose={(type) => void desk.expect(isDocumentType(type) ? type : null)} />
      <section aria-label={words.page.results}>
        <Results desk={desk} />
      </section>
    </Frame>
  );
}
