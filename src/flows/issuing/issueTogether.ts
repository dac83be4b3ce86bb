// Issue together: a credential and whatever goes with it, stored as one issuance before anybody is answered.

import { leafOf, type Digest } from "../../core/digest.ts";
import { documentTypeOf, shapeOfType } from "../../core/credentials/formats.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import { PARTS_LIMIT, type IssuanceAcceptance, type NewCredential, type NewIssuance, type PartRole, type StoredIssuance } from "./issuancePorts.ts";
import type { Paper } from "./paperPorts.ts";
import { signCredential, type Asking, type CredentialRequest, type IssuingPorts } from "./signCredential.ts";

/** A part as whoever makes it knows it. */
export interface FreshPart {
  readonly role: PartRole;
  readonly digest: Digest;
  /** A name of the issuer's own for the part's document. */
  readonly reference: string | null;
  readonly credential: NewCredential | null;
  /** What was drawn for it here. */
  readonly paper?: Paper;
}

/** What is asked for, but for its parts. */
export interface TogetherRequest extends Asking {
  readonly documentType: DocumentType;
  readonly idempotency: NewIssuance["idempotency"];
}

/** Two requests that draw the same place at the same moment are rare; more than this many times in a row is a mistake of ours. */
const TRIES = 5;

/**
 * Stores what `make` makes as one issuance, and only then answers. The same request with the same Idempotency-Key answers with the first one, byte for byte.
 *
 * `make` may be called again, when a status place that it drew was taken meanwhile.
 *
 * @throws Fault `idempotency_conflict`, `part_taken_back` when a part of it was taken back for good before, `limit_reached`, and whatever `make` throws.
 */
export async function issueTogether(request: TogetherRequest, make: () => Promise<readonly FreshPart[]>, ports: IssuingPorts): Promise<{ issuance: StoredIssuance; isNew: boolean }> {
  const { issuer: { address: issuer }, documentType, idempotency } = request;
  const earlier = idempotency === null ? null : await ports.issuances.answered(issuer, idempotency);
  if (earlier !== null) return unlessConflict(earlier)!;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const parts = (await make()).map((part) => ({ ...part, documentId: ports.newUuid(), leaf: leafOf(part.digest) }));
    const accepted = unlessConflict(await ports.issuances.accept({ id: ports.newUuid(), issuer, documentType, acceptedAt: ports.clock(), parts, idempotency }));
    if (accepted !== null) return accepted;
  }
  throw new Error("Invariant broken: a free place in a status list is soon found.");
}

/** One credential by itself. @throws Fault as {@link issueTogether} and `signCredential` do. */
export async function issueCredential(request: CredentialRequest & Pick<TogetherRequest, "idempotency">, asking: Asking, ports: IssuingPorts): Promise<{ issuance: StoredIssuance; isNew: boolean }> {
  const make = async (): Promise<readonly FreshPart[]> => {
    const { credential, digest } = await signCredential(request, asking, ports);
    return [{ role: "credential", digest, reference: null, credential }];
  };
  return issueTogether({ ...asking, documentType: documentTypeOf(shapeOfType(request.type)), idempotency: request.idempotency }, make, ports);
}

/** What was accepted; `null` when a place was taken meanwhile. */
function unlessConflict(acceptance: IssuanceAcceptance): { issuance: StoredIssuance; isNew: boolean } | null {
  if (!("conflict" in acceptance)) return acceptance;
  if (acceptance.conflict === "place") return null;
  if (acceptance.conflict === "parts") throw new Fault("limit_reached", `These bytes were issued with ${PARTS_LIMIT - 1} other parts already, and all of them stand or fall together. Issue another paper: a file with a code of its own has bytes of its own.`);
  if (acceptance.conflict === "taken_back") throw new Fault("part_taken_back", "Something of this was issued before and taken back for good: the file itself, or the code of a paper with the same number, day and names. What is issued with it would be taken back, too. Give another number, or mark a certified true copy as one.");
  throw new Fault("idempotency_conflict", "This Idempotency-Key was used for another request before. Use a new key for a new request.");
}
