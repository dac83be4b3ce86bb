// What the page that checks documents says beyond one verdict: ways to give something, codes, credentials, many results.

import type { Advice, TypeWords } from "./words.ts";

/** The words of the check page. Functions take names that are fit to be shown. */
export interface DeskWords {
  readonly intake: {
    readonly ways: string;
    readonly folder: string;
    readonly scan: string;
    readonly paste: string;
    readonly pasteLabel: string;
    /** What is sent of what was pasted, said before it is. */
    readonly pastePrivacy: string;
    readonly check: string;
    readonly pasted: string;
    readonly empty: string;
    readonly notRecognised: string;
    readonly tooLong: string;
    lookingAt(count: number): string;
    leftOut(limit: number): string;
  };
  readonly scan: {
    readonly title: string;
    /** What is sent of a code, said before it is. */
    readonly privacy: string;
    readonly starting: string;
    readonly looking: string;
    readonly picture: string;
    readonly reading: string;
    readonly close: string;
    readonly noCamera: string;
    readonly notAllowed: string;
    readonly notSecure: string;
    readonly noCode: string;
    readonly unreadable: string;
    readonly notOurs: string;
    readonly holds: string;
    /** Beside what a strange code holds. */
    readonly harmless: string;
  };
  readonly code: {
    /** What a code is called among the results. */
    named(number: string): string;
    readonly given: string;
  };
  /** Of a digest without its document: it can be any document's. */
  readonly byDigest: {
    /** In place of a verdict's label. */
    readonly label: string;
    authentic(parts: { readonly type: TypeWords; readonly issuer: string }): Advice & { readonly headline: string };
  };
  readonly credential: {
    readonly pasted: string;
    readonly pastedSeal: string;
    readonly given: string;
    readonly held: string;
    heldMeans(host: string): string;
    readonly wouldSend: string;
    readonly send: string;
    sendNamed(name: string): string;
    sendAll(count: number): string;
    readonly saysHow: string;
    /** A link to where presentations are asked for. */
    readonly toDesk: string;
    readonly flaw: string;
    readonly problems: string;
    readonly more: string;
  };
  readonly many: {
    readonly caption: string;
    readonly file: string;
    readonly verdict: string;
    readonly type: string;
    readonly issuer: string;
    readonly since: string;
    readonly filter: string;
    readonly all: string;
    readonly unanswered: string;
    readonly underWay: string;
    readonly held: string;
    readonly waiting: string;
    readonly reading: string;
    readonly asking: string;
    readonly exportCsv: string;
    readonly exported: string;
    readonly print: string;
    readonly stopAll: string;
    againAll(count: number): string;
    progress(done: number, total: number): string;
    /** Verdicts by their labels, with how often each came. */
    finished(counts: readonly (readonly [label: string, count: number])[]): string;
    patience(seconds: number): string;
    readonly nothingHere: string;
    open(name: string): string;
    sealsWaiting(count: number): string;
    readonly sealsTodo: string;
    andMore(count: number): string;
    readonly removeSeals: string;
  };
  readonly print: {
    readonly title: string;
    by(host: string): string;
    checked(from: string, until: string): string;
    counts(shown: number, all: number): string;
    readonly shows: string;
  };
  readonly csv: Readonly<
    Record<"file" | "digest" | "verdict" | "says" | "reason" | "type" | "issuer" | "issuerDid" | "since" | "standing" | "standingSince" | "seal" | "block" | "chain" | "checkedAt" | "service", string>
  >;
  readonly pending: { readonly title: string; readonly waits: string };
  readonly otherType: (expected: string, found: string) => string;
  readonly pictureHint: string;
  readonly pictureLook: string;
}
