// A credential as its issuer sees it.

import { dateOf } from "../../core/report.ts";
import { shapes } from "../../core/shapes/shapes.ts";
import { progressOf } from "../../flows/issuing/issue.ts";
import type { Issuances, StoredCredential, StoredIssuance } from "../../flows/issuing/issuancePorts.ts";
import type { Store } from "../../flows/issuing/issuePorts.ts";

/** The parts of an issuance, each with where it is found. */
export function partsView({ parts }: Pick<StoredIssuance, "parts">): readonly { role: string; id: string; digest: string; href: string }[] {
  const credentialId = parts.find(({ credential }) => credential !== null)?.credential?.id;
  return parts.map(({ role, document: { id, digest } }) => ({ role, id, digest, href: role === "pdf" && credentialId !== undefined ? `/v1/credentials/${credentialId}/document` : `/v1/documents/${id}` }));
}

/** A credential as it was issued, and how far its anchor has come. */
export async function issuedView({ id, format, text, document }: StoredCredential, { parts }: Pick<StoredIssuance, "parts">, store: Pick<Store, "writeById">) {
  const { state } = await progressOf(document, store);
  const documents = partsView({ parts });
  return { id, format, credential: text, digest: document.digest, state, ...(parts.length > 1 ? { documents } : {}) };
}

/** The whole of what its issuer may know. */
export async function credentialViewOf(credential: StoredCredential, { issuances, store }: { issuances: Pick<Issuances, "issuanceById">; store: Pick<Store, "writeById"> }) {
  const { shape, document, validFrom, validUntil, consent, issuanceId } = credential;
  const { write } = await progressOf(document, store);
  return {
    ...(await issuedView(credential, (await issuances.issuanceById(issuanceId))!, store)),
    ...{ type: shapes[shape].type, documentId: document.id, validFrom: dateOf(validFrom) },
    ...(validUntil === null ? {} : { validUntil: dateOf(validUntil) }),
    issuedAt: dateOf(document.acceptedAt),
    ...(write?.block == null ? {} : { anchoredAt: dateOf(write.block.time) }),
    standing: document.standing,
    ...(document.replacement === null ? {} : { replacement: document.replacement }),
    consent,
  };
}
