// Your documents: found and listed, or one of them.

import type { Me } from "../frame/signIn/me.ts";
import type { Session } from "../frame/signIn/session.ts";
import { DocumentList } from "./DocumentList.tsx";
import { OneDocument } from "./OneDocument.tsx";

export function DocumentsPanel({ session, me, id }: { session: Session; me: Me; id: string }) {
  return id === "" ? <DocumentList session={session} /> : <OneDocument session={session} me={me} id={decodeURIComponent(id)} />;
}
