// Stories in plain sentences, carried out on a real ledger, and the report that a verifier then gives.
//
// "day 3 customs accredits chamber from day 1 until day 9 to pass on": said at noon of day 3; days begin at 00:00 UTC, and day 0 is
// a Monday. Each story has people of its own, so that none hears of another's.

import { id } from "ethers";
import type { Address } from "../../src/core/address.ts";
import { digestOf, leafOf, type Digest, type Leaf } from "../../src/core/digest.ts";
import { parseDocumentType, type DocumentType } from "../../src/core/documentType.ts";
import { NO_END, type Standing } from "../../src/core/ledger.ts";
import { treeOf } from "../../src/core/merkle.ts";
import type { Report } from "../../src/core/report.ts";
import { verify } from "../../src/flows/verifying/verify.ts";
import type { TimedLedger } from "./ledger.ts";

const DAY = 86_400;
const NOON = DAY / 2;
/** The day on which the verifier asks. */
export const TODAY = 30;
/** A story's days, and a pause. */
const STORY_DAYS = 42;

/** What is asked in the end: which document, whom one believes, as at when. */
export interface Asking {
  readonly about?: string;
  readonly believing?: readonly string[];
  /** The beginning of this day. */
  readonly asAtDay?: number;
  /** Asked before the last word is final. */
  readonly isEarly?: true;
}

/** Tells stories on one ledger, one after the other. */
export function storyteller(ledger: TimedLedger) {
  let told = 0;
  return async (story: string, documentType: string): Promise<(asking?: Asking) => Promise<Report>> => {
    const scene = new Scene(ledger, { monday: ledger.monday + STORY_DAYS * DAY * told, number: (told += 1), documentType: parseDocumentType(documentType) });
    for (const sentence of story.split(/[;\n]/).map((text) => text.trim()).filter((text) => text !== "")) await scene.happen(sentence);
    return (asking = {}) => scene.ask(asking);
  };
}

const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SENTENCE = /^(?:day (\d+)|(\w+day)):? (\w+)(?: through (\w+))? (cannot )?(\w+) ?(.*)$/;
const STANDINGS: Readonly<Record<string, Standing>> = { suspend: "suspended", reinstate: "active", revoke: "revoked", replace: "replaced" };

interface Speech {
  readonly speaker: Address;
  readonly account: Address;
  readonly second: number;
  /** What follows the verb. */
  readonly rest: string;
}

class Scene {
  readonly #ledger: TimedLedger;
  readonly #monday: number;
  readonly #number: number;
  readonly #documentType: DocumentType;
  #last = 0;
  #isSettled = false;

  constructor(ledger: TimedLedger, { monday, number, documentType }: { monday: number; number: number; documentType: DocumentType }) {
    this.#ledger = ledger;
    [this.#monday, this.#number, this.#documentType] = [monday, number, documentType];
  }

  /** Carries one sentence out. "cannot" says that the contract must refuse it. */
  async happen(sentence: string): Promise<void> {
    const found = SENTENCE.exec(sentence);
    if (found === null) throw new Error(`This is no sentence: ${sentence}`);
    const [, day, weekday, speaker, account = speaker, cannot, verb, rest] = found;
    const noon = this.#monday + (day === undefined ? dayOf(weekday!) : Number(day)) * DAY + NOON;
    const second = (this.#last = Math.max(noon, this.#last + 60));
    const speech: Speech = { speaker: this.#who(speaker!), account: this.#who(account!), second, rest: rest! };
    const refused = await this.#carry(verb!.replace(/s$/, ""), speech).then(() => null, (error: unknown) => error as Error);
    if (refused !== null && !/NotAuthorised|revert/i.test(refused.message)) throw refused;
    if ((refused !== null) !== (cannot !== undefined)) throw new Error(`${refused === null ? "It was possible" : `It was refused (${refused.message})`}: ${sentence}`);
  }

  async ask({ about = "M", believing = ["customs"], asAtDay, isEarly }: Asking): Promise<Report> {
    if (isEarly === undefined && !this.#isSettled) await this.#ledger.settle();
    this.#isSettled ||= isEarly === undefined;
    const trustRoots = believing.map((name) => ({ address: this.#who(name), name: title(name), documentTypes: [this.#documentType] }));
    const asAt = asAtDay === undefined ? null : this.#monday + asAtDay * DAY;
    return verify({ digest: this.#digest(about), seal: null, documentType: null, asAt }, this.#ledger.ports(trustRoots, this.#monday + TODAY * DAY));
  }

  #carry(verb: string, speech: Speech): Promise<void> {
    if (verb === "accredit") return this.#accredit(speech);
    if (verb === "withdraw") return this.#withdraw(speech);
    if (verb === "anchor") return this.#anchor(speech);
    if (verb in STANDINGS) return this.#setStanding(speech, STANDINGS[verb]!);
    return this.#act(verb, speech);
  }

  #accredit({ speaker: grantor, account, second, rest }: Speech): Promise<void> {
    const [, grantee, from, until, passesOn, type] = words(/^(\w+)(?: from day (\d+))?(?: until day (\d+))?( to pass on)?(?: for (\w+))?$/, rest);
    const period = { from: from === undefined ? second : this.#day(from), until: until === undefined ? NO_END : this.#day(until) };
    const credentialDigest = `0x${"00".repeat(32)}` as const;
    const documentType = type === undefined ? this.#documentType : parseDocumentType(type);
    const name = { grantor, grantee: this.#who(grantee!), documentType };
    return this.#ledger.say(account, { kind: "accredit", ...name, ...period, mayPassOn: passesOn !== undefined, name: title(grantee!), credentialDigest }, second);
  }

  #withdraw({ speaker: grantor, account, second, rest }: Speech): Promise<void> {
    const [, grantee, from, compromised] = words(/^(\w+)(?: from day (\d+))?( as compromised)?$/, rest);
    const name = { grantor, grantee: this.#who(grantee!), documentType: this.#documentType };
    return this.#ledger.say(account, { kind: "withdraw", ...name, from: from === undefined ? second : this.#day(from), isCompromised: compromised !== undefined }, second);
  }

  #anchor({ speaker: issuer, account, second, rest: document }: Speech): Promise<void> {
    const leaves = [this.#leaf(document)];
    return this.#ledger.say(account, { kind: "anchor", issuer, documentType: this.#documentType, root: treeOf(leaves).root, leaves, isPublished: true }, second);
  }

  #setStanding({ speaker, account, second, rest }: Speech, standing: Standing): Promise<void> {
    const [, document, issuer] = words(/^(\w+)(?: of (\w+))?$/, rest);
    const replacement = standing === "replaced" ? this.#digest("replacement") : null;
    const name = { speaker, issuer: issuer === undefined ? speaker : this.#who(issuer), documentType: this.#documentType, leaves: [this.#leaf(document!)] };
    return this.#ledger.say(account, { kind: "standing", ...name, standing, reason: "unspecified", replacement }, second);
  }

  #act(verb: string, { speaker, account, second, rest }: Speech): Promise<void> {
    if (verb === "deactivate") return this.#ledger.act(account, speaker, { kind: "deactivate" }, second);
    const [, name, days = "1000"] = words(/^(?:to )?(\w+)(?: for (\d+) days)?$/, rest);
    const other = this.#who(name!);
    if (verb === "delegate") return this.#ledger.say(account, { kind: "delegate", identity: speaker, delegate: other, validitySeconds: Number(days) * DAY }, second);
    if (verb === "dismisse") return this.#ledger.act(account, speaker, { kind: "endDelegation", delegate: other }, second);
    if (verb === "yield") return this.#ledger.act(account, speaker, { kind: "handOver", to: other }, second);
    throw new Error(`Nobody knows how to ${verb}.`);
  }

  #day = (day: string): number => this.#monday + Number(day) * DAY;
  #who = (name: string): Address => `0x${id(`${this.#number} ${name}`).slice(-40)}` as Address;
  #digest = (document: string): Digest => digestOf(new TextEncoder().encode(`${this.#number} ${document}`));
  #leaf = (document: string): Leaf => leafOf(this.#digest(document));
}

function dayOf(weekday: string): number {
  const day = WEEK.indexOf(weekday);
  if (day < 0) throw new Error(`${weekday} is no day.`);
  return day;
}

function words(pattern: RegExp, text: string): RegExpExecArray {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`This is not understood: ${text}`);
  return found;
}

/** What a grant calls its grantee, and what a verifier calls its trust root. */
export const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
