// What telling issuers and watchers needs of the world: stored events, endpoints and their deliveries, watches.

import type { Address } from "../../core/address.ts";
import type { Digest, Leaf, Root } from "../../core/digest.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { EventKind, ServiceEvent } from "./eventKinds.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Block } from "../../core/ledger.ts";
import type { Known } from "../../core/watching.ts";
import type { FetchRefusal } from "../identities/identityPorts.ts";
import type { PartRole } from "../issuing/issuancePorts.ts";
import type { StoredDocument, WriteState } from "../issuing/issuePorts.ts";

/** The stored events. What changes a write's state stores its events in the same transaction. */
export interface Events {
  /** The sequence of the issuer's newest event; 0 before the first. */
  lastOf(issuer: Address): Promise<number>;
  /** The sequence of the issuer's oldest event that is kept; one more than the newest when none is. */
  oldestOf(issuer: Address): Promise<number>;
  /** The issuer's events behind sequence `after`, in order, at most `limit`. */
  after(issuer: Address, after: number, limit: number): Promise<readonly ServiceEvent[]>;
  /** Forgets events older than this moment, and failures that were given up before it. */
  forgetBefore(at: number): Promise<void>;
}

/** An issuer's endpoint for webhooks. */
export interface Webhook {
  readonly id: string;
  readonly issuer: Address;
  readonly url: string;
  readonly kinds: readonly EventKind[];
  readonly isEnabled: boolean;
  /** Why it was disabled, or why the last delivery failed. */
  readonly problem: string | null;
  /** Since when nothing was delivered but failures; `null` when the last delivery succeeded. */
  readonly failingSince: number | null;
  readonly createdAt: number;
  /** The secrets to sign with, the newest first. */
  readonly secrets: readonly string[];
}

/** One event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly kind: EventKind;
  readonly sequence: number;
  readonly body: string;
  /** How often it was tried, the present try included. */
  readonly attempts: number;
  readonly problem: string | null;
  readonly failedAt: number | null;
}

/** Endpoints and their deliveries. */
export interface Webhooks {
  /** @returns `null`, having stored nothing, when the issuer has `limit` of them. */
  add(webhook: Pick<Webhook, "id" | "issuer" | "url" | "kinds" | "createdAt"> & { readonly secret: string }, limit: number): Promise<Webhook | null>;
  of(issuer: Address, now: number): Promise<readonly Webhook[]>;
  byId(id: string, now: number): Promise<Webhook | null>;
  remove(id: string): Promise<void>;
  /** Signs with `secret` from now on, and with the one before it, too, until `previousUntil`. */
  rotate(id: string, secret: string, previousUntil: number): Promise<void>;
  /** Ends deliveries to the endpoint; those under way become failures. */
  disable(id: string, problem: string, now: number): Promise<void>;
  /** Failures behind sequence `after`, oldest first. */
  failuresOf(id: string, after: number, limit: number): Promise<readonly Delivery[]>;
  /** Takes failures up again (all, or of these events), and enables the endpoint. @returns how many. */
  replay(id: string, eventIds: readonly string[] | null, now: number): Promise<number>;
  /** Makes deliveries of new events, at most `window` open ones for an endpoint. @returns how many events were looked at. */
  spread(window: number, now: number): Promise<number>;
  /** Enabled endpoints for which something is due. */
  withDue(now: number): Promise<readonly Webhook[]>;
  /** Takes deliveries that are due, for `leaseSeconds`: nobody else takes them meanwhile. One waits for an earlier one about the same document, unless that was tried often. */
  claim(webhookId: string, limit: number, terms: { readonly now: number; readonly leaseSeconds: number }): Promise<readonly Delivery[]>;
  delivered(delivery: Delivery): Promise<void>;
  /** @param retryAt `null` to give it up. */
  failed(delivery: Delivery, outcome: { readonly problem: string; readonly retryAt: number | null; readonly now: number }): Promise<void>;
}

/** What became of a message that was posted. */
export type Posted = { readonly isAnswered: true; readonly status: number } | { readonly isAnswered: false; readonly refusal: FetchRefusal };

/** The one door by which anything is sent to strangers' hosts. Never rejects for what a host does. */
export interface GuardedPoster {
  post(url: string, message: { readonly body: string; readonly headers: Readonly<Record<string, string>> }): Promise<Posted>;
  /** What is wrong with the address by itself, before anybody is asked; `null` for nothing. */
  flawOf(url: string): FetchRefusal | null;
}

/** A digest that somebody wants to be told about. */
export interface Watch extends Known {
  readonly id: string;
  /** Whose key asked for it. */
  readonly holder: Address;
  readonly digest: Digest;
  readonly leaf: Leaf;
  readonly documentType: DocumentType | null;
  /** The only issuer whose anchors count, or `null`. */
  readonly issuer: Address | null;
  /** A seal's canonical text, or `null`. */
  readonly seal: string | null;
  readonly root: Root | null;
  readonly createdAt: number;
  readonly judgedAt: number;
  /** The block at which it was judged. */
  readonly judgedBlock: number;
  /** The newest block in which something was seen that may change its verdict. */
  readonly stirredBlock: number;
  readonly dueAt: number;
}

/** A tie of a watch: its verdict rests on what is said above this issuer, for this type. */
export interface Tie {
  readonly issuer: Address;
  readonly documentType: DocumentType;
}

/** How far the ledger was read for watches: to its newest block, and to the newest that was final. */
export interface WatchPlace {
  readonly seen: Block;
  readonly final: Block;
  /** A digest of whom this verifier believed. */
  readonly believed: string;
}

/** What a judgement changes of a watch. */
export interface WatchOutcome extends Known {
  readonly judgedAt: number;
  readonly judgedBlock: number;
  readonly dueAt: number;
  readonly ties: readonly Tie[];
  /** What the holder is told, stored with it; `null` for nothing. */
  readonly told: JsonObject | null;
}

/** The watches. */
export interface Watches {
  /** Stores it; the same question of the same holder answers with the first one. @returns `null` when the holder has `limit` of them. */
  add(watch: Watch, ties: readonly Tie[], limit: number): Promise<Watch | null>;
  byId(id: string): Promise<Watch | null>;
  /** The holder's watches before place `before` (of a page), newest first. */
  of(holder: Address, page: { readonly before: { readonly createdAt: number; readonly id: string } | null; readonly limit: number }): Promise<readonly Watch[]>;
  remove(id: string): Promise<void>;
  isAny(): Promise<boolean>;
  /** The types that ties are of. */
  types(): Promise<readonly DocumentType[]>;
  /** Takes watches that are due, for `leaseSeconds`: nobody else takes them meanwhile. */
  claim(limit: number, terms: { readonly now: number; readonly leaseSeconds: number }): Promise<readonly Watch[]>;
  /** Stores a judgement of a claimed watch, unless something was stirred meanwhile: then it is due already. */
  settle(watch: Watch, outcome: WatchOutcome): Promise<void>;
  /** Puts a claimed watch off without a judgement. */
  putOff(watch: Watch, dueAt: number): Promise<void>;
  place(): Promise<WatchPlace | null>;
  /** Moves on from `from`, unless somebody else has. */
  moveTo(place: WatchPlace, from: WatchPlace | null): Promise<void>;
  /** Makes due what watches these leaves or roots, before everything else. */
  stirNamed(names: { readonly leaves: readonly Leaf[]; readonly roots: readonly Root[] }, block: number): Promise<void>;
  /** Makes due what is tied to these issuers for the type, a thousand at a time. */
  stirTied(documentType: DocumentType, issuers: readonly Address[], terms: { readonly block: number; readonly now: number }): Promise<void>;
  /** Makes due what was judged above block `number`, a thousand at a time. */
  stirAbove(number: number, now: number): Promise<void>;
}

/** Which of an issuer's documents are wanted. */
export interface DocumentFilter {
  readonly digest?: Digest | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly reference?: string | undefined;
  readonly state?: "accepted" | Exclude<WriteState, "refused"> | undefined;
  /** Accepted at this moment or later, in Unix seconds. */
  readonly acceptedFrom?: number | undefined;
  /** Accepted before this moment. */
  readonly acceptedUntil?: number | undefined;
}

/** Documents page by page. */
export interface DocumentPages {
  /** Newest first, before place `before` (`null` at first); each with its place. */
  documentsOf(issuer: Address, filter: DocumentFilter, page: { readonly before: number | null; readonly limit: number }): Promise<readonly { readonly place: number; readonly document: StoredDocument }[]>;
  /** Which part of what was issued together each of these documents is, by id; those that were issued alone are not in it. */
  rolesOf(documentIds: readonly string[]): Promise<ReadonlyMap<string, PartRole>>;
}

/** Everything that is kept for following. */
export interface FollowStore {
  readonly events: Events;
  readonly webhooks: Webhooks;
  readonly watches: Watches;
  readonly pages: DocumentPages;
}
