// Subjects as they are signed: what the caller gave, with what the service fills in.

import { withIdentityAnchor, type AnchoringIssuer } from "./anchor.ts";
import type { AeoSubject } from "./aeo.ts";
import type { AnyShape } from "./credential.ts";

/** A subject without problems (`problemsInSubject`), ready to be signed: with its types and, in an AEO certificate, UNTP's members. Nothing else of it is touched. */
export function issuedSubject(shape: AnyShape, subject: { readonly type?: readonly string[] }, issuer: AnchoringIssuer): object {
  const typed = { ...subject, type: [...new Set([...shape.alsoSubjectTypes, shape.subjectType, ...(subject.type ?? [])])] };
  return shape.name === "aeo" ? withIdentityAnchor(typed as unknown as AeoSubject, issuer) : typed;
}
