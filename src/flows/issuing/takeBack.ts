// Take back: an issuer's word about a document that somebody else anchored, which counts where the speaker vouched for that issuer.

import type { Address } from "../../core/address.ts";
import { leafOf, type Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { StandingWarning } from "../../core/standing.ts";
import { refuseOwnReplacement } from "./issue.ts";
import type { IssuePorts, Issuer, StandingChange, StandingWord } from "./issuePorts.ts";
import type { VerifyPorts } from "../ports.ts";

/** What is to be said, about which document. */
export interface TakingBack extends StandingChange {
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly digest: Digest;
  /** A reason in words, which stays with this service. */
  readonly note: string | null;
}

/**
 * Stores the word, and only then answers. Saying the same again answers with the first word.
 *
 * Whether it counts is every verifier's own judgement, so nothing is refused for want of authority: see {@link warningsAbout}.
 *
 * @throws Fault `standing_forbidden` when the speaker revoked or replaced the document before, `request_malformed` when a
 * replacement is missing or out of place, or when the document is the speaker's own here and has a door of its own.
 */
export async function takeBack(speaker: Issuer, taking: TakingBack, { store, clock, newId }: Pick<IssuePorts, "store" | "clock" | "newId">): Promise<{ word: StandingWord; isNew: boolean }> {
  refuseContradictions(taking);
  if (taking.issuer === speaker.address) await refuseOwn(taking, store);
  await refuseOwnReplacement(taking, taking, store);
  const word = { ...taking, id: newId(), speaker: speaker.address, leaf: leafOf(taking.digest), acceptedAt: clock() };
  const acceptance = await store.acceptStandingWord(word, speaker.account);
  if ("word" in acceptance) return acceptance;
  throw new Fault("standing_forbidden", `You said of this document that it is ${acceptance.forbiddenBy.standing}, and that is final: you cannot say now that it is ${taking.standing}.`);
}

function refuseContradictions({ standing, replacement, digest }: TakingBack): void {
  if ((standing === "replaced") !== (replacement !== null)) {
    throw new Fault("request_malformed", 'The field "replacement" is the digest of the new document; it goes with "standing": "replaced", and only with it.');
  }
  if (replacement === digest) throw new Fault("request_malformed", 'The field "replacement" names the document itself.');
}

/** Changes of one document must not come by two doors: their order on the ledger would be anybody's guess. */
async function refuseOwn({ issuer, digest, documentType }: TakingBack, store: IssuePorts["store"]): Promise<void> {
  const own = (await store.documentsByDigest(issuer, digest)).find((document) => document.documentType === documentType);
  if (own !== undefined) throw new Fault("request_malformed", `The field "issuer" names yourself, and the document is yours here: change it at /v1/documents/${own.id}/standing.`);
}

/** What the speaker should know, by this verifier's trust roots and index, brought up to the newest block. */
export async function warningsAbout({ speaker, issuer, documentType, leaf }: StandingWord, { ledger, index, follower, trustRoots }: VerifyPorts): Promise<readonly StandingWarning[]> {
  if (!(await isReached({ ledger, follower }))) return ["not_looked_up"];
  const roots = trustRoots().filter(({ documentTypes }) => documentTypes.includes(documentType));
  const above = index.grantsAbove(issuer, documentType, roots.map(({ address }) => address));
  const isAbove = speaker === issuer || above.some(({ grantor }) => grantor === speaker);
  const isKnown = index.anchorsOf(leaf).some((anchor) => anchor.issuer === issuer && anchor.documentType === documentType);
  return [...(isAbove ? [] : ["not_above_issuer" as const]), ...(isKnown ? [] : ["document_unknown" as const])];
}

async function isReached({ ledger, follower }: Pick<VerifyPorts, "ledger" | "follower">): Promise<boolean> {
  try {
    return await follower.reach(await ledger.head());
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}
