// The operators' desk: an operator's present authorisations by any of its identifiers, as far as its consent allows, each judged by ourselves at one newest block.

import { didOf, type Address } from "../../core/address.ts";
import { authorisationIn, identifiersOf, operatorShapes, presentOnes, type Authorisation } from "../../core/authorisation.ts";
import { parseCredential } from "../../core/credentials/credential.ts";
import { Fault } from "../../core/fault.ts";
import { isAskedAbout, type OperatorQuestion, type PartnerAnswer, type PartnerSilence } from "../../core/operators/partnerQuestion.ts";
import { blockNamed, dateOf, type Report, type ReportParty } from "../../core/report.ts";
import { answerPartner } from "./answerPartner.ts";
import { PartnerDoor, type PartnerWord } from "./askPartners.ts";
import type { StoredCredential, ToldOf } from "../issuing/issuancePorts.ts";
import type { DeskPorts } from "./operatorPorts.ts";
import { atHead, ProgrammeReader, type Authority, type Programmes } from "../trust/programmes.ts";
import { credentialJudge } from "../verifying/verifyCredential.ts";

/** An authority that was not heard in full, and why. */
export interface SilentAuthority {
  readonly authority: ReportParty;
  readonly why: PartnerSilence;
}

/** What is known of one operator. */
export interface OperatorAnswer {
  /** The best first. */
  readonly authorisations: readonly Authorisation[];
  /** Authorities that may know more. */
  readonly silent: readonly SilentAuthority[];
  /** Whether that is all. Where it is not, nothing follows from what is missing. */
  readonly isComplete: boolean;
}

/** Answers to several questions, all judged at one block. */
export interface DeskAnswer {
  /** In the order of the questions. */
  readonly answers: readonly OperatorAnswer[];
  readonly block: NonNullable<Report["block"]>;
  readonly checkedAt: string;
}

/** Tells what operators are authorised to. */
export interface OperatorDesk {
  /**
   * Looks up operators by identifiers in their one spelling, at most `QUESTIONS_LIMIT`. `asker` is the issuer who asks; `null` for anybody.
   *
   * @throws Fault `ledger_unreachable` when nobody can tell whose word counts.
   */
  lookUp(questions: readonly OperatorQuestion[], asker: Address | null): Promise<DeskAnswer>;
  /** Answers the signed question of a partner's service; see {@link answerPartner}. */
  answer(question: string): Promise<PartnerAnswer>;
}

/** Of one operator no more credentials are judged than these, the newest. */
const CREDENTIALS_OF_AN_OPERATOR = 20;
/** The ledger may move on while we judge: then everything is judged again at its new block. */
const TRIES = 4;

/** A desk through these ports. */
export function operatorDesk(ports: DeskPorts): OperatorDesk {
  const programmes = new ProgrammeReader(ports.judging);
  const door = new PartnerDoor(ports);
  return {
    answer: (question) => answerPartner(question, { ...ports, programmes }),
    async lookUp(questions, asker) {
      const before = await programmes.now();
      const isAuthority = asker !== null && before.typesOf(asker).length > 0;
      const words = await door.ask(questions, isAuthority ? "authority" : "anybody", before);
      for (let tries = 1; ; tries += 1) {
        const answer = await answerAt(await programmes.now(), { questions, asker, words }, ports);
        if (answer !== null) return answer;
        if (tries === TRIES) throw new Fault("ledger_unreachable", "The ledger moved on again and again while operators were looked up. Try again in a few seconds.");
      }
    },
  };
}

interface Looking {
  readonly questions: readonly OperatorQuestion[];
  readonly asker: Address | null;
  readonly words: readonly PartnerWord[];
}

/** A credential that may speak of the operator. Nothing of it is believed yet. */
interface Candidate {
  readonly text: string;
  readonly issuer: Address;
  /** The authority whose service gave it; `null` for one of our own store. */
  readonly from: Authority | null;
}

/** @returns `null` when the ledger has moved on meanwhile. */
async function answerAt(programmes: Programmes, looking: Looking, ports: DeskPorts): Promise<DeskAnswer | null> {
  const { head } = programmes;
  const pinned = { ...ports.judging, ledger: atHead(ports.judging.ledger, head) };
  const judge = credentialJudge(pinned, ports.documents);
  const answers = await Promise.all(looking.questions.map((question, place) => answerTo(question, place, { ...looking, programmes, ports, judge })));
  const { chainId } = ports.judging.ledger.id;
  if (answers.includes("behind")) return null;
  return { answers: answers as readonly OperatorAnswer[], block: blockNamed(head, chainId), checkedAt: dateOf(Math.floor(ports.judging.clock())) };
}

interface Judging extends Looking {
  readonly programmes: Programmes;
  readonly ports: DeskPorts;
  readonly judge: ReturnType<typeof credentialJudge>;
}

async function answerTo(question: OperatorQuestion, place: number, judging: Judging): Promise<OperatorAnswer | "behind"> {
  const { programmes, words, ports } = judging;
  const { chainId } = ports.judging.ledger.id;
  // The store is asked last, so that a consent that was taken back meanwhile counts.
  const own = await ownOnes(question, judging);
  const candidates: Candidate[] = [...own.map(({ text, issuer }) => ({ text, issuer, from: null })), ...words.flatMap((word) => givenBy(word, place, judging))];
  const judged = await Promise.all(candidates.map((candidate) => judgedOne(candidate, question, judging)));
  if (judged.includes("behind")) return "behind";
  const isSure = !judged.includes("unknown");
  const unusable = new Set(candidates.flatMap(({ from }, at) => (from !== null && judged[at] === "unusable" ? [from.address] : [])));
  const silent = words.flatMap((word) => silenceOf(word, unusable)).map(({ authority: { address, name }, why }) => ({ authority: { did: didOf(address, chainId), address, ...(name === "" ? {} : { name }) }, why }));
  const isComplete = programmes.isComplete && isSure && silent.length === 0 && own.length < CREDENTIALS_OF_AN_OPERATOR;
  return { authorisations: presentOnes(judged.filter((each): each is Authorisation => typeof each === "object")), silent, isComplete };
}

/** Of our own store only what authorities issued whom the trust roots ever led to: nobody else authorises anybody. */
async function ownOnes(question: OperatorQuestion, { asker, programmes, ports }: Judging): Promise<readonly StoredCredential[]> {
  const own = new Set((await ports.register.issuers()).map(({ address }) => address));
  const issuers = programmes.authorities.flatMap(({ address }) => (own.has(address) ? [address] : []));
  const isAuthority = asker !== null && programmes.typesOf(asker).length > 0;
  const told: ToldOf = { issuers, shapes: operatorShapes, by: asker, consent: [{ publishName: true }, ...(isAuthority ? [{ shareWithMraPartners: true }] : [])] };
  return ports.issuances.credentialsNaming(question, told, CREDENTIALS_OF_AN_OPERATOR);
}

function givenBy(word: PartnerWord, place: number, { asker, programmes }: Judging): readonly Candidate[] {
  if (!("answer" in word)) return [];
  const isAuthority = asker !== null && programmes.typesOf(asker).length > 0;
  const given = word.answer.credentials.filter(({ question, publishName }) => question === place && (publishName || isAuthority));
  return given.slice(0, CREDENTIALS_OF_AN_OPERATOR).map(({ credential }) => ({ text: credential, issuer: word.authority.address, from: word.authority }));
}

/** What the credential tells; `unusable` where it is not the issuer's own about this operator, `unknown` where nobody can tell, `behind` when the index has moved on. */
async function judgedOne({ text, issuer, from }: Candidate, question: OperatorQuestion, { judge }: Judging): Promise<Authorisation | "unusable" | "unknown" | "behind"> {
  const parsed = parseCredential(text.trim());
  if (typeof parsed === "string" || !operatorShapes.some((shape) => shape === parsed.shape?.name)) return "unusable";
  if (!isAskedAbout(identifiersOf(parsed), question)) return "unusable";
  const report = await judge.judgeParsed(parsed);
  if (report.verdict === "undetermined" && report.reason === "index_behind") return "behind";
  const told = authorisationIn(parsed, report, from === null ? "here" : "partner");
  if (told === null && report.verdict === "undetermined") return "unknown";
  return told === null || told.issuer.address !== issuer ? "unusable" : told;
}

function silenceOf(word: PartnerWord, unusable: ReadonlySet<Address>): readonly { authority: Authority; why: PartnerSilence }[] {
  const { authority } = word;
  if ("silence" in word) return [{ authority, why: word.silence }];
  if (unusable.has(authority.address)) return [{ authority, why: "unusable" }];
  return word.answer.isComplete ? [] : [{ authority, why: "cut_short" }];
}
