// What the issuer's console says. Functions take names that are fit to be shown.

import type { TypeWords } from "./words.ts";

/** The words of the issuer's console. */
export interface IssuerWords {
  readonly title: string;
  readonly lead: string;
  readonly sections: Readonly<Record<IssuerSection, string>>;
  readonly sectionsLabel: string;
  readonly documentType: string;
  readonly otherType: string;
  readonly otherTypeHint: string;
  readonly chooseType: string;
  readonly loading: string;
  readonly again: string;
  readonly copy: string;
  readonly copied: string;
  readonly command: string;
  readonly mayIssue: MayIssueWords;
  readonly anchor: AnchorWords;
  readonly folder: FolderWords;
  readonly list: ListWords;
  readonly standing: StandingDialogWords;
  readonly issue: IssueWords;
  readonly keys: KeyWords;
  readonly hooks: HookWords;
}

/** The parts of the console. */
export const issuerSections = ["anchor", "folder", "documents", "issue", "settings"] as const;
export type IssuerSection = (typeof issuerSections)[number];

/** How far a document has come, as the service tells it. */
export const stages = ["accepted", "batched", "sent", "included", "final"] as const;
export type Stage = (typeof stages)[number];

/** What may be issued with a key, by those whom the service believes. */
interface MayIssueWords {
  readonly lead: string;
  by(type: string, by: string, until: string | null): string;
  asRoot(type: string): string;
  readonly nothing: string;
  readonly unknown: string;
  readonly readOnly: string;
}

interface AnchorWords {
  readonly lead: string;
  readonly drop: string;
  readonly dropNow: string;
  readonly choose: string;
  readonly privacy: string;
  readonly typeFirst: string;
  readonly log: string;
  readonly reading: string;
  readonly sending: string;
  readonly stages: Readonly<Record<Stage, { readonly name: string; readonly means: string }>>;
  readonly stagesLabel: string;
  stageSaid(name: string, stage: string): string;
  readonly failed: string;
  readonly retry: string;
  readonly remove: string;
  readonly seal: string;
  sealOf(name: string): string;
  readonly open: string;
  openNamed(name: string): string;
  retryNamed(name: string): string;
  removeNamed(name: string): string;
  problem(said: string): string;
  readonly silent: string;
  notEntitled(many: string): string;
}

interface FolderWords {
  readonly lead: string;
  readonly choose: string;
  readonly drop: string;
  readonly start: string;
  readonly stop: string;
  readonly goOn: string;
  readonly forget: string;
  chosen(count: number): string;
  leftOut(count: number, names: string): string;
  readonly empty: string;
  progress(done: number, total: number): string;
  readonly phases: Readonly<Record<"ready" | "running" | "waiting" | "stopped" | "done" | "broken", string>>;
  tally(stage: string, count: number): string;
  refused(count: number): string;
  resume(accepted: number, total: number, type: string): string;
  readonly notKept: string;
  readonly caption: string;
  readonly file: string;
  readonly state: string;
  readonly waits: string;
  readonly refusedWord: string;
  readonly unreadable: string;
  more(count: number): string;
  readonly save: string;
  readonly otherType: string;
}

interface ListWords {
  readonly search: string;
  readonly reference: string;
  readonly referenceHint: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly fromFile: string;
  readonly type: string;
  readonly anyType: string;
  readonly state: string;
  readonly anyState: string;
  readonly from: string;
  readonly until: string;
  readonly narrow: string;
  readonly find: string;
  readonly clear: string;
  readonly caption: string;
  readonly document: string;
  readonly accepted: string;
  readonly standing: string;
  readonly none: string;
  readonly noneFound: string;
  readonly newer: string;
  readonly older: string;
  page(count: number, page: number): string;
  readonly noReference: string;
  readonly back: string;
  readonly anchoredAt: string;
  readonly replacement: string;
  readonly checkNow: string;
  readonly checkBehind: string;
  readonly checkPage: string;
  readonly change: string;
  readonly changeHint: string;
  readonly over: string;
  readonly acknowledged: string;
}

/** What may be done to a standing. */
export type StandingChange = "suspend" | "reinstate" | "revoke" | "replace";

interface StandingDialogWords {
  readonly buttons: Readonly<Record<StandingChange, string>>;
  title(change: StandingChange, type: TypeWords): string;
  /** `reads` is the very headline that others will read. */
  consequence(change: StandingChange, reads: string): string;
  readonly together: string;
  readonly forEver: string;
  readonly notForEver: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly chooseReason: string;
  readonly reasonNeeded: string;
  readonly newDocument: string;
  readonly newDocumentHint: string;
  readonly newFile: string;
  readonly newNeeded: string;
  readonly sameDocument: string;
  readonly understood: string;
  readonly understoodNeeded: string;
  readonly confirm: Readonly<Record<StandingChange, string>>;
  readonly cancel: string;
  readonly sending: string;
  done(change: StandingChange): string;
}

/** What an operator lets this service tell others. */
interface ConsentWords {
  readonly title: string;
  readonly hint: string;
  readonly publishName: string;
  readonly shareWithMraPartners: string;
  readonly save: string;
  readonly saved: string;
}

interface IssueWords {
  readonly lead: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<"coo" | "aeo" | "toi", string>>;
  readonly required: string;
  readonly requiredMark: string;
  optional(count: number): string;
  item(name: string, number: number): string;
  add(name: string): string;
  remove(name: string, number: number): string;
  limit(least: number, most: number): string;
  readonly choose: string;
  readonly validUntil: string;
  readonly validUntilHint: string;
  readonly paperLanguage: string;
  readonly consent: ConsentWords;
  readonly draftKept: string;
  readonly draftLost: string;
  readonly clear: string;
  readonly clearQuestion: string;
  readonly clearCancel: string;
  readonly send: string;
  readonly sending: string;
  errors(count: number): string;
  /** What is wrong with a field, by the service's code. */
  readonly problems: Readonly<Record<string, string>>;
  readonly otherProblem: string;
  readonly unknownOutcome: string;
  readonly issued: string;
  readonly issuedLead: string;
  readonly pdf: string;
  readonly pdfOpen: string;
  readonly pdfFetching: string;
  readonly credential: string;
  readonly credentialHint: string;
  readonly another: string;
  readonly parts: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly earlier: string;
  readonly earlierNone: string;
  readonly typeNames: Readonly<Record<string, string>>;
  issuedOn(when: string): string;
  holdsUntil(when: string): string;
  detailsOf(what: string): string;
}

interface KeyWords {
  readonly keys: string;
  readonly keysLead: string;
  readonly id: string;
  readonly scopes: string;
  readonly made: string;
  readonly lastUsed: string;
  readonly never: string;
  readonly state: string;
  readonly isThis: string;
  readonly works: string;
  expired(when: string): string;
  revoked(when: string): string;
  until(when: string): string;
  readonly byOperator: string;
  readonly makeKey: string;
  readonly revokeKey: string;
  readonly delegation: string;
  readonly delegationLead: string;
  readonly owner: string;
  readonly signsHere: string;
  readonly mayWrite: string;
  readonly mayWriteYes: string;
  readonly mayWriteNo: string;
  readonly deactivated: string;
  readonly delegates: string;
  readonly noDelegates: string;
  inForce(until: string): string;
  ended(when: string): string;
  readonly readAt: string;
  readonly renew: string;
  readonly endDelegation: string;
  readonly rotate: string;
}

interface HookWords {
  readonly title: string;
  readonly lead: string;
  readonly url: string;
  readonly urlHint: string;
  readonly events: string;
  readonly eventNames: Readonly<Record<string, string>>;
  readonly add: string;
  readonly none: string;
  readonly secret: string;
  readonly secretHint: string;
  readonly secretSeen: string;
  readonly working: string;
  disabled(why: string): string;
  failing(since: string, why: string): string;
  readonly remove: string;
  removeNamed(url: string): string;
  removeQuestion(url: string): string;
  readonly removed: string;
  readonly cancel: string;
  readonly eventsNeeded: string;
}
