// Ask partners: has the services of recognised authorities give what they issued to an operator. What they give is judged by others; nothing here believes it.

import { didOf, type Address } from "../../core/address.ts";
import { objectIn } from "../../core/credentials/compact.ts";
import { signedCredentialText, signingInputOf } from "../../core/credentials/jws.ts";
import { questionPayload, QUESTION_TYP, readPartnerAnswer, type AskedFor, type OperatorQuestion, type PartnerAnswer, type PartnerSilence, type QuestionTerms } from "../../core/operators/partnerQuestion.ts";
import { fetchLimits } from "../identities/identityPorts.ts";
import type { DeskPorts, ListedSigner } from "./operatorPorts.ts";
import { PartnerAddresses } from "./partnerAddresses.ts";
import type { Authority, Programmes } from "../trust/programmes.ts";

/** What came of asking one authority. */
export type PartnerWord = { readonly authority: Authority } & ({ readonly answer: PartnerAnswer } | { readonly silence: PartnerSilence });

/** More authorities than this are not asked: there are about a hundred programmes in the world. */
const AUTHORITIES_LIMIT = 150;
/** So many are asked at a time. The fetcher has places for others, too. */
const AT_ONCE = 24;
/** Who did not answer is not asked again for so long: else one dead service would hold up every question. */
const SILENCE_SECONDS = 30;
const SILENCES_LIMIT = 500;
/** Ten of the largest credentials. */
const ANSWER_TO_ONE_BYTES = 700_000;

/** Asks partners, and remembers who was silent a moment ago. */
export class PartnerDoor {
  readonly #ports: DeskPorts;
  readonly #addresses: PartnerAddresses;
  readonly #silent = new Map<string, { readonly silence: PartnerSilence; readonly since: number }>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#addresses = new PartnerAddresses(ports);
  }

  /** Puts the questions to every authority that is not of this service. At most as many questions as `QUESTIONS_LIMIT`. */
  async ask(questions: readonly OperatorQuestion[], askedFor: AskedFor, programmes: Programmes): Promise<readonly PartnerWord[]> {
    const own = new Set((await this.#ports.register.issuers()).map(({ address }) => address));
    const asked = programmes.authorities.slice(0, AUTHORITIES_LIMIT);
    const words: PartnerWord[] = programmes.authorities.slice(AUTHORITIES_LIMIT).map((authority) => ({ authority, silence: "too_many" }));
    const asker = await this.#asker(own, programmes);
    for (let start = 0; start < asked.length; start += AT_ONCE) {
      const some = await Promise.all(asked.slice(start, start + AT_ONCE).map((authority) => this.#word(authority, { questions, askedFor, programmes, asker, isOwn: own.has(authority.address) })));
      words.push(...some.filter((word) => word !== null));
    }
    return words;
  }

  /** The first issuer of this service that is of a programme, and has its key listed. */
  async #asker(own: ReadonlySet<Address>, programmes: Programmes): Promise<Asker | null> {
    for (const address of own) {
      const signer = programmes.typesOf(address).length === 0 ? null : await this.#ports.signerOf(address);
      if (signer !== null) return { did: didOf(address, this.#ports.judging.ledger.id.chainId), signer };
    }
    return null;
  }

  /** @returns `null` where there is nobody to ask. */
  async #word(authority: Authority, { asker, isOwn, ...asking }: Asking): Promise<PartnerWord | null> {
    const place = await this.#addresses.addressOf(authority.address, { head: asking.programmes.head, isOwn });
    // A trust root may only vouch for others, and then issues nothing that anybody could be asked for.
    if (place.is === "own" || (place.is === "none" && authority.isTrustRoot)) return null;
    if (place.is !== "found") return { authority, silence: place.is === "none" ? "no_address" : "no_answer" };
    if (asker === null) return { authority, silence: "cannot_ask" };
    const { clock } = this.#ports.judging;
    // Of each authority for itself: another's address is easily named as one's own.
    const name = `${authority.address} ${place.url}`;
    const known = this.#silent.get(name);
    if (known !== undefined && clock() - known.since < SILENCE_SECONDS) return { authority, silence: known.silence };
    const answer = await this.#answerFrom(place.url, { ...asking, asker, audience: authority.address });
    if (typeof answer !== "string") return { authority, answer };
    if (answer === "busy") return { authority, silence: "no_answer" };
    if (this.#silent.size >= SILENCES_LIMIT) this.#silent.clear();
    this.#silent.set(name, { silence: answer, since: clock() });
    return { authority, silence: answer };
  }

  async #answerFrom(url: string, { questions, askedFor, asker, audience }: Omit<Asking, "isOwn" | "asker" | "programmes"> & { readonly asker: Asker; readonly audience: Address }): Promise<PartnerAnswer | PartnerSilence | "busy"> {
    const { fetcher, judging } = this.#ports;
    const question = await signedQuestion({ questions, askedFor, asker: asker.did, audience: didOf(audience, judging.ledger.id.chainId), now: judging.clock() }, asker.signer);
    const got = await fetcher.ask(url, JSON.stringify({ question }), { limitBytes: Math.min(fetchLimits.partnerAnswerBytes, questions.length * ANSWER_TO_ONE_BYTES), mediaTypes: ["application/json"] });
    // That is our own fault, and soon over.
    if (!got.isFetched && got.refusal === "too_busy") return "busy";
    if (!got.isFetched) return got.refusal === "status_unexpected" ? "refused" : "no_answer";
    return readPartnerAnswer(objectIn(got.bytes)) ?? "no_answer";
  }
}

interface Asker {
  readonly did: string;
  readonly signer: ListedSigner;
}

interface Asking {
  readonly questions: readonly OperatorQuestion[];
  readonly askedFor: AskedFor;
  readonly programmes: Programmes;
  readonly asker: Asker | null;
  readonly isOwn: boolean;
}

/** The question, signed for its one audience. */
async function signedQuestion(terms: QuestionTerms, { algorithm, thumbprint, sign }: ListedSigner): Promise<string> {
  const input = signingInputOf({ alg: algorithm, kid: `${terms.asker}#${thumbprint}`, typ: QUESTION_TYP }, questionPayload(terms));
  return signedCredentialText(input, await sign(new TextEncoder().encode(input)));
}
