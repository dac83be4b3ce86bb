// Anchoring the journal: its head goes on the ledger once a day when it has grown, so that nobody can shorten it unseen.

import type { Address } from "../../core/address.ts";
import { digestOf } from "../../core/digest.ts";
import { parseDocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import { headDocument, JOURNAL_TYPE } from "../../core/journal.ts";
import type { Journal, RememberedHead } from "../trust/administrationPorts.ts";
import { acceptDocument } from "../issuing/issue.ts";
import type { IssuePorts, Register } from "../issuing/issuePorts.ts";

/** What anchoring the journal needs. */
export interface AnchorJournalPorts {
  readonly journal: Journal;
  readonly register: Pick<Register, "issuers">;
  readonly issue: IssuePorts;
  /** The issuer in whose name heads are anchored; `null` for the first registered. */
  readonly issuerName: string | null;
}

/** What became of it. */
export type HeadAnchored = { readonly anchored: number } | { readonly anchored: null; readonly because: "nothing_new" | "not_due" | "no_issuer" };

/** Hands the journal's head in for anchoring when there is one that is new and `everySeconds` have passed since the last. */
export async function anchorJournal(everySeconds: number, ports: AnchorJournalPorts): Promise<HeadAnchored> {
  const { journal, issue } = ports;
  const heads = await journal.heads();
  // A head that was remembered and not accepted: something broke off between the two.
  for (const head of heads) if (head.documentId === null) await handIn(head, ports);
  const [last, row] = [heads.at(-1), await journal.head()];
  if (row === null || (last !== undefined && last.number >= row.number)) return { anchored: null, because: "nothing_new" };
  const since = last?.at ?? Date.parse((await journal.after(0, 1))[0]!.at) / 1000;
  if (issue.clock() - since < everySeconds) return { anchored: null, because: "not_due" };
  const issuer = await issuerFor(ports);
  if (issuer === null) return { anchored: null, because: "no_issuer" };
  const head = { number: row.number, hash: row.hash, issuer, digest: digestOf(headDocument(row)), at: issue.clock() };
  await journal.rememberHead(head);
  await handIn(head, ports);
  return { anchored: row.number };
}

/** The normal road, leaf unpublished: what the journal says is nobody else's business. Handing in twice is harmless. */
async function handIn({ number, issuer, digest }: Pick<RememberedHead, "number" | "issuer" | "digest">, { journal, issue }: AnchorJournalPorts): Promise<void> {
  const request = { issuer, digest, documentType: parseDocumentType(JOURNAL_TYPE), reference: `journal ${number}`, isPublished: false, isReanchor: false, idempotency: null };
  const { document } = await acceptDocument(request, issue);
  await journal.setHeadDocument(number, document.id);
}

async function issuerFor({ register, issuerName }: AnchorJournalPorts): Promise<Address | null> {
  const issuers = await register.issuers();
  const named = issuerName === null ? issuers[0] : issuers.find(({ name }) => name === issuerName);
  if (named === undefined && issuerName !== null) throw new Fault("configuration_invalid", `TRADESEAL_JOURNAL_ISSUER names "${issuerName}", which is no issuer here: the journal's head is not anchored.`);
  return named?.address ?? null;
}

export interface KeepAnchoringPorts extends AnchorJournalPorts {
  readonly everySeconds: number;
  /** Resolves after `seconds`, or at once when `signal` is aborted. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  readonly notice: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** Whether it is time is looked at this often. */
const LOOK_EVERY_SECONDS = 60;

/** Anchors the journal's head whenever it is time, until it is told to stop. */
export function keepAnchoringJournal(ports: KeepAnchoringPorts): { stop(): Promise<void> } {
  const told = new AbortController();
  const run = async (): Promise<void> => {
    while (!told.signal.aborted) {
      try {
        await anchorJournal(ports.everySeconds, ports);
      } catch (error) {
        ports.notice("the journal's head could not be handed in; it is tried again", { problem: error instanceof Fault ? error.message : error });
      }
      await ports.pause(Math.min(ports.everySeconds, LOOK_EVERY_SECONDS), told.signal);
    }
  };
  const running = run();
  return {
    async stop() {
      told.abort();
      await running;
    },
  };
}
