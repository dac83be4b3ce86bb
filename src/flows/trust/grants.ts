// Grants: takes accreditations and withdrawals from grantors, and gives back where they stand.

import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import { NO_END, type GrantName } from "../../core/ledger.ts";
import type { NameBook } from "../../core/names.ts";
import { dateOf } from "../../core/report.ts";
import { certified, type AccreditBody, type Certified } from "./accreditationCredentials.ts";
import type { Doing, GrantBody, GrantCredential, Grants, NewGrants, StoredGrant } from "./administrationPorts.ts";
import type { CredentialSigning } from "../issuing/credentialSigning.ts";
import { checkName } from "./nameCheck.ts";
import type { Clock } from "../ports.ts";

/** What both requests name. Times in Unix seconds. */
interface Asked {
  readonly grantor: Address;
  /** The account that signs in the grantor's name. */
  readonly account: Address;
  readonly grantee: Address;
  readonly documentTypes: readonly DocumentType[];
  /** `null`: now. */
  readonly from: number | null;
  readonly idempotency: NewGrants["idempotency"];
  readonly doing: Doing;
}

/** What a grantor asks to have said. */
export interface GrantRequest extends Asked {
  readonly name: string;
  /** `null`: without an end. */
  readonly until: number | null;
  readonly mayPassOn: boolean;
  readonly isLikenessKnown: boolean;
  /** Where it holds, for the credential alone; `null`: not said. */
  readonly jurisdiction: string | null;
  /** Have it recorded again though the ledger's last word is the same. */
  readonly isAnew: boolean;
}

export interface WithdrawalRequest extends Asked {
  readonly isCompromised: boolean;
}

/** What granting needs of the world. */
export interface GrantPorts {
  readonly grants: Grants;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly nameBooks: () => Promise<readonly NameBook[]>;
  readonly ledgerWord: LedgerWord;
  readonly signing: CredentialSigning;
}

/** What the ledger has from a grantor. Without a ledger at hand each answer is the careful one. */
export interface LedgerWord {
  /** `false` also when it is not known. */
  isLastWord(body: GrantBody, account: Address): Promise<boolean>;
  /** Whether the last word was said while somebody above called the grantor's keys stolen, so that it does not count. `false` also when it is not known. */
  isLastWordSilenced(name: GrantName): Promise<boolean>;
  /** Whether there is something to withdraw. */
  hasSpoken(name: GrantName): Promise<boolean>;
}

/** The statements as stored, and what was special about them. */
export interface Said {
  readonly grants: readonly StoredGrant[];
  /** Types for which the ledger's last word is this already: it is not recorded a second time. */
  readonly saidAlready: readonly DocumentType[];
  /** Types for which it was the last word already, and is recorded anew behind a withdrawal that takes nothing. */
  readonly saidAnew: readonly DocumentType[];
  /** Types for which no credential carries the grant, since nobody here can sign for the grantor. */
  readonly withoutCredential: readonly DocumentType[];
}

/**
 * Stores grants, one for each type, each with its signed credential, and only then answers. A renewal is a grant with a later end.
 *
 * The ledger drops an exact repeat of its last word. Where that word does not count, because it was said in a window that
 * somebody above called compromised, or where the caller asks for it, a withdrawal from the grant's own end on is said
 * between: it takes nothing, and the grant after it is recorded anew.
 *
 * @throws Fault `name_refused`, `name_look_alike`, `idempotency_conflict`, `request_malformed`.
 */
export async function grant(request: GrantRequest, ports: GrantPorts): Promise<Said> {
  const earlier = await answeredBefore(request, ports);
  if (earlier !== null) return earlier;
  const { grantee: address, name, isLikenessKnown, until } = request;
  const from = momentOf(request, ports);
  if (until !== null && until <= from) throw new Fault("request_malformed", `The accreditation would end (${dateOf(until)}) before it begins (${dateOf(from)}).`);
  const likeness = checkName({ address, name, isLikenessKnown }, await ports.nameBooks());
  const signer = await ports.signing.signerFor(request.grantor, request.account, request.doing);
  const asked = typesOf(request).map((documentType) => certified(grantOf(request, { from, documentType }), request.jurisdiction, signer));
  const bodies = asked.map(({ body }) => body);
  const repeats = await Promise.all(bodies.map((body) => repeatOf(body, request, ports)));
  const statements = bodies.flatMap((body, place) => [...(repeats[place] === "anew" ? [withdrawalOfNothing(body)] : []), body]);
  const grants = await store(request, { statements, answers: bodies, credentials: asked, remarks: likeness === null ? {} : { despiteLikeness: likeness } }, ports);
  const typesThat = (repeat: Repeat): DocumentType[] => bodies.flatMap(({ documentType }, place) => (repeats[place] === repeat ? [documentType] : []));
  return { grants, saidAlready: typesThat("already"), saidAnew: typesThat("anew"), withoutCredential: signer === null ? typesOf(request) : [] };
}

/**
 * Stores withdrawals, one for each type, and only then answers.
 *
 * @throws Fault `nothing_to_withdraw` when the grantor never accredited the grantee for a type, `idempotency_conflict`.
 */
export async function withdraw(request: WithdrawalRequest, ports: GrantPorts): Promise<Said> {
  const earlier = await answeredBefore(request, ports);
  if (earlier !== null) return earlier;
  const { grantor, grantee, isCompromised } = request;
  const from = momentOf(request, ports);
  const bodies = typesOf(request).map((documentType) => ({ kind: "withdraw", grantor, grantee, documentType, from, isCompromised }) as const);
  for (const name of bodies) {
    const isKnown = (await ports.grants.lastAbout(name)) !== null || (await ports.ledgerWord.hasSpoken(name));
    if (!isKnown) throw new Fault("nothing_to_withdraw", `You never accredited ${grantee} for ${name.documentType}.`);
  }
  const already = await Promise.all(bodies.map((body) => ports.ledgerWord.isLastWord(body, request.account)));
  const grants = await store(request, { statements: bodies, answers: bodies, credentials: [], remarks: {} }, ports);
  return { grants, saidAlready: bodies.filter((_, place) => already[place]).map(({ documentType }) => documentType), saidAnew: [], withoutCredential: [] };
}

async function answeredBefore({ grantor, grantee, idempotency }: Asked, { grants }: GrantPorts): Promise<Said | null> {
  if (grantee === grantor) throw new Fault("request_malformed", "Grantor and grantee are the same.");
  const earlier = idempotency === null ? null : await grants.answered(grantor, idempotency);
  return earlier === null ? null : { grants: unlessConflict(earlier), saidAlready: [], saidAnew: [], withoutCredential: [] };
}

function unlessConflict(acceptance: Awaited<ReturnType<Grants["accept"]>>): readonly StoredGrant[] {
  if ("conflict" in acceptance) throw new Fault("idempotency_conflict", "This Idempotency-Key was used for another request before. Use a new key for a new request.");
  return acceptance.grants;
}

const momentOf = ({ from }: Asked, { clock }: GrantPorts): number => Math.floor(from ?? clock());
const typesOf = ({ documentTypes }: Asked): DocumentType[] => [...new Set(documentTypes)];

const grantOf = ({ grantor, grantee, until, mayPassOn, name }: GrantRequest, { from, documentType }: { from: number; documentType: DocumentType }): Omit<AccreditBody, "credentialDigest"> =>
  ({ kind: "accredit", grantor, grantee, documentType, from, until: until === null ? NO_END : Math.floor(until), mayPassOn, name });

type Repeat = "new" | "already" | "anew";

async function repeatOf(body: AccreditBody, { isAnew, account }: GrantRequest, { grants, ledgerWord }: GrantPorts): Promise<Repeat> {
  if (isAnew && (await grants.lastAbout(body)) !== null) return "anew";
  if (!(await ledgerWord.isLastWord(body, account))) return "new";
  return isAnew || (await ledgerWord.isLastWordSilenced(body)) ? "anew" : "already";
}

/** Covers only moments that the grant does not cover: it changes nothing but what the last word is. */
const withdrawalOfNothing = ({ grantor, grantee, documentType, until }: AccreditBody): GrantBody =>
  ({ kind: "withdraw", grantor, grantee, documentType, from: Math.min(until, NO_END - 1), isCompromised: false });

interface Saying extends Pick<NewGrants, "remarks"> {
  readonly statements: readonly GrantBody[];
  /** Those of the statements that the caller asked for. */
  readonly answers: readonly GrantBody[];
  readonly credentials: readonly Certified[];
}

async function store({ grantor, account, idempotency, doing }: Asked, { statements, answers, credentials, remarks }: Saying, { grants, newId }: GrantPorts): Promise<readonly StoredGrant[]> {
  const signed = await Promise.all(credentials.map(async ({ body, credential }) => [body, (await credential?.()) ?? null] as const));
  const credentialOf = new Map<GrantBody, GrantCredential | null>(signed);
  const named = statements.map((body) => ({ id: newId(), body, credential: credentialOf.get(body) ?? null }));
  const answeredBy = named.filter(({ body }) => answers.includes(body)).map(({ id }) => id);
  return unlessConflict(await grants.accept({ grantor, statements: named, account, answeredBy, idempotency, remarks, doing }));
}
