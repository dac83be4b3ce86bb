// What must hold when calm has returned, counted from the chain's final events and asked of the store.

import { progressOf } from "../../../src/flows/issuing/issue.ts";
import type { Store, StoredDocument } from "../../../src/flows/issuing/issuePorts.ts";
import type { AskedWord, DocumentRequest } from "./clients.ts";
import type { Word } from "./words.ts";
import type { World } from "./world.ts";

/** The laws that are broken now, in words. */
export async function lawsBrokenAtTheEnd(world: World, store: Store): Promise<string[]> {
  const events = world.chain.finalEvents;
  const { documents } = await store.documentsAfter(0, 10_000);
  const { requests, words } = world.clients;
  return [
    ...requests.flatMap((request) => brokenBy(request, documents)),
    ...(await Promise.all(documents.map((document) => brokenBecauseOf(document, { events, store, documents })))).flat(),
    ...[...words].flatMap(([subject, asked]) => brokenAbout(subject, asked, { events, isOrderHeld: !world.isNonceTaken && !world.isShared })),
    ...rootsSaidTwice(events),
  ];
}

/** One request is one document, however often it is asked. */
function brokenBy({ reference, key, isReanchor, answers }: DocumentRequest, documents: readonly StoredDocument[]): string[] {
  const stored = documents.filter((document) => document.reference === reference);
  const lost = answers.filter((id) => !documents.some((document) => document.id === id));
  return [
    ...lost.map((id) => `${id} was acknowledged for ${reference} and is not in the store`),
    ...(new Set(answers).size > 1 ? [`${reference} was answered with different documents: ${answers.join(", ")}`] : []),
    ...((key !== null || !isReanchor) && stored.length > 1 ? [`${reference} is stored ${stored.length} times`] : []),
  ];
}

interface Known {
  readonly events: readonly Word[];
  readonly store: Store;
  readonly documents: readonly StoredDocument[];
}

/** What was stored is final, stands on the ledger where the store says, and not more often than it was asked for. */
async function brokenBecauseOf(document: StoredDocument, { events, store, documents }: Known): Promise<string[]> {
  const { id, leaf, digest, batch } = document;
  const { state, write } = await progressOf(document, store);
  const anchors = events.filter(({ subject, word }) => subject.startsWith("anchor") && word.split(" ").includes(leaf));
  const generations = documents.filter((other) => other.digest === digest).length;
  const root = write?.body.kind === "anchor" ? `anchor ${write.body.root}` : "none";
  return [
    ...(state === "final" ? [] : [`document ${id} is ${state}, not final`]),
    ...(anchors.some(({ subject, word }) => subject === root && word.split(" ")[batch!.position] === leaf) ? [] : [`document ${id} is not on the ledger where the store says`]),
    ...(anchors.length >= 1 && anchors.length <= generations ? [] : [`document ${id} is on the ledger ${anchors.length} times and was asked for ${generations} times`]),
  ];
}

/**
 * What was acknowledged about a subject is on the ledger, in order, and nothing else is but what was asked without an answer.
 * Where order is not held, for another uses our nonces or a lease is lost between a look and a step, the last word is the right one.
 */
function brokenAbout(subject: string, asked: readonly AskedWord[], { events, isOrderHeld }: { events: readonly Word[]; isOrderHeld: boolean }): string[] {
  const said = events.filter((event) => event.subject === subject).map(({ word }) => word);
  const acknowledged = asked.map(({ word, isSure }) => `${word}${isSure ? "" : "?"}`);
  if (isOrderHeld ? isExplained(said, asked) : isLastRight(said, asked)) return [];
  return [`${subject}: asked [${acknowledged.join(", ")}], the ledger says [${said.join(", ")}]`];
}

/** Whether the last word is the last acknowledged one, or one asked for after it. Of what nobody spoke about, active is the word. */
function isLastRight(said: readonly string[], asked: readonly AskedWord[]): boolean {
  const lastSure = asked.findLastIndex(({ isSure }) => isSure);
  const possible = asked.slice(Math.max(0, lastSure)).map(({ word }) => word);
  return (lastSure < 0 ? ["active", ...possible] : possible).includes(said.at(-1) ?? "active");
}

/** Whether `said` is what the contract makes of the words asked for, each unacknowledged one said or not. */
function isExplained(said: readonly string[], asked: readonly AskedWord[], last = "active"): boolean {
  const [next, ...later] = asked;
  if (next === undefined) return said.length === 0;
  // The ledger drops a repeat of its last word.
  const isHeard = next.word === last ? isExplained(said, later, last) : said[0] === next.word && isExplained(said.slice(1), later, next.word);
  return isHeard || (!next.isSure && isExplained(said, later, last));
}

function rootsSaidTwice(events: readonly Word[]): string[] {
  const anchors = events.filter(({ subject }) => subject.startsWith("anchor")).map(({ subject }) => subject);
  return anchors.filter((subject, place) => anchors.indexOf(subject) !== place).map((subject) => `${subject} is on the ledger twice`);
}
