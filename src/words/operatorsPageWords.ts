// What is said on the officer's desk: looking operators and papers up, and asking operators to present.

import type { Reason } from "../core/outcome.ts";
import type { Verdict } from "../core/verdict.ts";
import type { CredentialFactWords } from "./credentialFacts.ts";
import type { SchemeWords } from "./identifierSchemes.ts";
import type { Advice, StandingParts, TypeWords } from "./words.ts";

/** What can be done on the desk. */
export type DeskView = "operator" | "list" | "paper" | "presentation" | "recognitions";

/** What a certificate is known by beside its number. */
export type DeskThing = "exporterName" | "consigneeName" | "exporterIdentifier" | "invoiceNumber" | "transportDocument";

/** What became of a line of a list, or of a question that was remembered: a verdict, or none. */
export type DeskOutcome = Verdict | "nothing" | "unknown" | "unasked";

/** What a headline about an authorisation or a certificate is made of; names are fit to be shown. */
export interface DeskParts {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly type: TypeWords;
  readonly issuer: string;
  readonly standing: StandingParts | null;
  readonly recognition: { readonly by: string; readonly since: string } | null;
}

/** What a yes means where it is about more, or less, than an authorisation. */
export interface DeskYes extends Advice {
  headline(parts: Pick<DeskParts, "type" | "issuer">): string;
}

/** The words of the desk. Names are fit to be shown; times are RFC 3339. */
export interface OperatorsPageWords {
  readonly title: string;
  readonly lead: string;
  readonly viewsLabel: string;
  readonly views: Readonly<Record<DeskView, { readonly name: string; readonly title: string; readonly lead: string }>>;
  /** How an authorisation or a certificate stands. Only of `authentic` it may sound like a yes. */
  headline(parts: DeskParts): string;
  /** A verdict or another end of a question, in a word or two. */
  readonly outcomes: Readonly<Record<DeskOutcome, string>>;
  /** What to do where an authorisation holds. */
  readonly authorised: Advice;
  /** What credentials say, in rows. */
  readonly facts: CredentialFactWords;
  readonly ask: string;
  readonly asking: string;
  readonly stop: string;
  readonly again: string;
  readonly noAnswer: string;

  readonly identifier: string;
  readonly identifierHint: string;
  readonly identifierMissing: string;
  readonly scheme: string;
  readonly anyScheme: string;
  readonly schemes: SchemeWords;
  readonly found: { readonly here: string; readonly partner: string };
  readonly foundTerm: string;
  readonly nothingTitle: string;
  readonly incompleteTitle: string;
  readonly incompleteNothing: string;
  readonly answerFor: (identifier: string) => string;
  readonly asOf: (block: number, time: string) => string;

  readonly key: { readonly fold: string; readonly hint: string };

  readonly list: {
    readonly label: string;
    hint(limit: number): string;
    readonly file: string;
    readonly start: string;
    readonly empty: string;
    tooMany(count: number, limit: number): string;
    /** How many rows have an answer. */
    progress(done: number, of: number): string;
    pausing(seconds: number): string;
    readonly stopped: string;
    readonly done: string;
    readonly caption: string;
    readonly columns: Readonly<Record<"line" | "identifier" | "answer" | "operator" | "until" | "issuer", string>>;
    readonly filter: string;
    readonly filterText: string;
    readonly all: string;
    readonly noneFits: string;
    readonly more: (count: number) => string;
    shown(count: number, of: number): string;
    readonly download: string;
    readonly print: string;
    readonly incomplete: string;
    furtherOnes(count: number): string;
  };

  readonly paper: {
    readonly issuer: string;
    readonly chooseIssuer: string;
    readonly otherIssuer: string;
    readonly issuersUnknown: string;
    readonly did: string;
    readonly didHint: string;
    readonly didWrong: string;
    readonly number: string;
    readonly thing: string;
    readonly things: Readonly<Record<DeskThing, string>>;
    readonly value: string;
    readonly valueHint: string;
    readonly missing: string;
    readonly nothing: Advice & { readonly headline: string };
    /** Beside an answer that is a yes: it is about the issuer's own copy. */
    readonly holds: DeskYes;
    /** Of a certified true copy: a lost paper has its number, too. */
    readonly copy: string;
    certificate(number: string, date: string): string;
  };

  readonly presentation: {
    readonly start: string;
    readonly startHint: string;
    readonly scan: string;
    readonly picture: string;
    readonly link: string;
    readonly copyLink: string;
    readonly copied: string;
    readonly challenge: string;
    readonly audience: string;
    readonly command: string;
    readonly commandHint: string;
    goodUntil(time: string): string;
    readonly waiting: string;
    readonly ended: string;
    readonly endedTodo: string;
    readonly another: string;
    readonly paste: string;
    readonly pasteHint: string;
    readonly chooseFile: string;
    readonly judge: string;
    readonly empty: string;
    readonly arrived: string;
    /** Beside an answer that is a yes: about whoever signed the request. */
    readonly held: DeskYes;
    readonly holder: string;
    credential(number: number, of: number): string;
  };

  /** What an operator sees who followed the link. */
  readonly handIn: {
    readonly title: string;
    readonly lead: string;
    readonly asks: string;
    readonly otherPlace: string;
    readonly careful: string;
    readonly label: string;
    readonly send: string;
    readonly sent: Advice;
    readonly gone: Advice;
    readonly badLink: Advice;
    readonly back: string;
  };

  readonly recognitions: {
    readonly whole: string;
    readonly caption: string;
    readonly columns: Readonly<Record<"recogniser" | "recognised" | "type" | "state", string>>;
    more(count: number): string;
  };

  readonly recent: {
    readonly title: string;
    readonly remember: string;
    readonly rememberHint: string;
    readonly none: string;
    readonly caption: string;
    readonly columns: Readonly<Record<"time" | "kind" | "end" | "answer", string>>;
    readonly clear: string;
    readonly cleared: string;
    lines(count: number): string;
  };
}
