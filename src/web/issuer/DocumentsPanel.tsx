// Your documents: found and listed, or one of them.

import type { Me } from "./answers.ts";
import { DocumentList } from "./DocumentList.tsx";
import { OneDocument } from "./OneDocument.tsx";
import type { Session } from "./session.ts";

export function DocumentsPanel({ session, me, id }: { session: Session; me: Me; id: string }) {
  return id === "" ? <DocumentList session={session} /> : <OneDocument session={session} me={me} id={decodeURIComponent(id)} />;
}
