// Handing in: files are digested here, and their digests accepted by the service, many at a time.

import type { Digest } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Complaint } from "../terminal/complaint.ts";
import type { Hashers } from "../files/hashers.ts";
import { inParallel } from "../files/inParallel.ts";
import type { AcceptAnswer, ServiceClient } from "./serviceClient.ts";

/** A file that the service has accepted, and how far it had come when we last asked. */
export interface HandedIn {
  readonly file: string;
  readonly answer: AcceptAnswer;
}

/** What files are handed in as, and to whom. */
export interface Desk {
  readonly client: ServiceClient;
  readonly documentType: DocumentType;
  readonly reference: string | undefined;
  readonly signal: AbortSignal;
}

/** Documents in one request: the service stores so many together, and answers within a second. */
const PER_REQUEST = 1_000;

/** Hands in every file that can be read; the others are told as troubles. `onFile` hears of each. Throws what the service says against them. */
export async function handIn(files: readonly string[], desk: Desk, { hashers, onFile }: { hashers: Hashers; onFile: (count: number) => void }): Promise<{ handedIn: HandedIn[]; troubles: Complaint[] }> {
  const troubles: Complaint[] = [];
  const digested = await inParallel(files, hashers.atATime, async (file) => {
    desk.signal.throwIfAborted();
    try {
      return { file, digest: await hashers.digestOf(file) };
    } catch (error) {
      if (!(error instanceof Complaint)) throw error;
      troubles.push(error);
      onFile(1);
      return null;
    }
  });
  const readable = digested.filter((each) => each !== null);
  const answers = await acceptAll(readable.map(({ digest }) => digest), desk, onFile);
  return { handedIn: readable.map(({ file }, place) => ({ file, answer: answers[place]! })), troubles };
}

/** Hands in the digests, or asks how far they have come: that is the same, since nothing is accepted twice. */
export async function acceptAll(digests: readonly Digest[], { client, documentType, reference }: Desk, onFile: (count: number) => void = () => {}): Promise<AcceptAnswer[]> {
  const answers: AcceptAnswer[] = [];
  for (let start = 0; start < digests.length; start += PER_REQUEST) {
    const part = digests.slice(start, start + PER_REQUEST);
    answers.push(...(await client.acceptMany(part.map((digest) => ({ digest, documentType, ...(reference === undefined ? {} : { reference }) })))));
    onFile(part.length);
  }
  return answers;
}
