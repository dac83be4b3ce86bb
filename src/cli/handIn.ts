// Handing in: files are digested here, and their digests accepted by the service.

import type { DocumentType } from "../core/documentType.ts";
import { Complaint } from "./complaint.ts";
import { digestOfFile } from "./files.ts";
import { inParallel } from "./inParallel.ts";
import { progressBar } from "./progressBar.ts";
import type { DocumentAnswer, ServiceClient } from "./serviceClient.ts";

/** A file that the service has accepted, and where it stood when we last asked. */
export interface HandedIn {
  readonly file: string;
  readonly answer: DocumentAnswer;
}

/** Enough to fill the service's groups, which share one write to the disk. */
const AT_A_TIME = 16;

/** What is handed in, and to whom. */
interface Request {
  readonly client: ServiceClient;
  readonly documentType: DocumentType;
  readonly reference: string | undefined;
}

/** Hands in every file that can be read; the others are told as troubles. Throws what the service says against it. */
export async function handIn(files: readonly string[], { client, documentType, reference }: Request): Promise<{ handedIn: HandedIn[]; troubles: Complaint[] }> {
  const bar = progressBar("Handing in");
  const troubles: Complaint[] = [];
  let done = 0;
  try {
    const handedIn = await inParallel(files, AT_A_TIME, async (file): Promise<HandedIn | null> => {
      try {
        const digest = await digestOfFile(file);
        const answer = await client.accept({ digest, documentType, ...(reference === undefined ? {} : { reference }) });
        bar.at((done += 1), files.length);
        return { file, answer };
      } catch (error) {
        if (!(error instanceof Complaint)) throw error;
        troubles.push(error);
        return null;
      }
    });
    return { handedIn: handedIn.filter((each) => each !== null), troubles };
  } finally {
    bar.end();
  }
}
