// Measures how fast credentials are verified with warm keys, beside did-jwt-vc's own verifyCredential on the very same credentials in the same run.
//
//   npm run measure:credentials
//   npm run measure:credentials -- --bar 15     ends with exit code 1 when the whole verdict on ES256 is not at least 15 times as fast
//
// 500 different credentials of each kind. A round puts a hundred of them before each contestant in turn, so that whatever else the
// machine does slows all of them alike; told is the median of the rounds. Every single answer is looked at.

import { createHash, createPublicKey, verify } from "node:crypto";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { verifyCredential } from "did-jwt-vc";
import { compactVerify } from "jose";
import { nodePlatform } from "../src/adapters/credentials/platform.ts";
import { isSignatureByNative } from "../src/adapters/credentials/signatures.ts";
import { parseCredential } from "../src/core/credentials/credential.ts";
import { shapeProblems } from "../src/core/credentials/essentials.ts";
import { signingBy } from "../src/core/credentials/signing.ts";
import { isSignatureBy } from "../src/core/signature.ts";
import { credentialJudge } from "../src/flows/verifying/verifyCredential.ts";
import { customsDid, model1, model2, NOW, sdJwt, signers, type Signer } from "../test/flows/credentialWorld.ts";
import { differentCredentials, portsOver, resolverOf } from "./credentialsAtHand.ts";
import { findOut, race, type Contestant } from "./race.ts";

const CREDENTIALS = 500;

/** The whole verdict, as the service gives it. */
function wholeVerdict(texts: readonly string[], check = isSignatureByNative): Contestant {
  const judge = credentialJudge({ ...portsOver(texts), isSignatureBy: check });
  return async (text) => (await judge.judge(text)).verdict === "authentic";
}

/** Read strictly, key, signature, dates and shape: what other software verifies, and no more. */
function asOthersDo(signer: Signer): Contestant {
  const method = { id: `${customsDid}#${signer.key.thumbprint}`, otherId: null, purposes: ["assertionMethod"] as const, key: { kind: "public", publicKey: signer.key } as const };
  return (text) => {
    const parsed = parseCredential(text, nodePlatform);
    if (typeof parsed === "string") return false;
    const document = { id: customsDid, alsoKnownAs: [parsed.issuer], methods: [method], isDeactivated: false };
    const signing = signingBy(parsed, { isAnswered: true, value: document }, isSignatureByNative);
    const isTimely = parsed.from !== null && parsed.from <= NOW && parsed.until !== null && NOW < parsed.until;
    return signing.isAnswered && signing.value === "fits" && isTimely && shapeProblems(parsed).length === 0;
  };
}

const µs = (number: number): string => `${number.toFixed(0).padStart(6)} µs`;
const times = (theirs: number, ours: number): string => `${(theirs / ours).toFixed(1).padStart(5)} ×`;

/** Ours beside did-jwt-vc, which speaks data model 1.1 alone. Returns how many times as fast the whole verdict is. */
async function besideDidJwtVc(signer: Signer): Promise<number> {
  const texts = differentCredentials(model1, { signer, count: CREDENTIALS });
  const resolver = resolverOf(signer);
  const theirs: Contestant = async (text) => (await verifyCredential(text, resolver, { policies: { now: NOW } })).verified;
  const contestants = { theirs, alike: asOthersDo(signer), whole: wholeVerdict(texts) };
  const bare = new Map(texts.map((text) => [text, parseCredential(text) as Exclude<ReturnType<typeof parseCredential>, string>]));
  await findOut(texts[0]!, contestants);
  const found = await race(texts, { ...contestants, bare: (text) => isSignatureByNative(signer.key, bare.get(text)!.signingInput, bare.get(text)!.signature) });
  console.log(`jwt_vc_json ${signer.algorithm.padEnd(7)}${µs(found.theirs)}   ${µs(found.alike)} ${times(found.theirs, found.alike)}   ${µs(found.whole)} ${times(found.theirs, found.whole)}   ${µs(found.bare)} ${times(found.theirs, found.bare)}`);
  return found.theirs / found.whole;
}

/** Ours beside the usual library of the other formats, for comparison. These check the signature, jose nothing of the credential. */
async function besideOthers(): Promise<void> {
  const { ES256: signer } = signers;
  const key = createPublicKey({ key: { ...signer.key.jwk }, format: "jwk" });
  const jose: Contestant = async (text) => JSON.parse(new TextDecoder().decode((await compactVerify(text, key)).payload)).type.includes("AEOCredential");
  const hasher = (data: string | ArrayBuffer): Uint8Array => new Uint8Array(createHash("sha256").update(typeof data === "string" ? data : Buffer.from(data)).digest());
  const verifier = async (input: string, signature: string): Promise<boolean> => verify("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  const instance = new SDJwtVcInstance({ hasher, verifier });
  const library: Contestant = async (text) => (await instance.verify(text, { currentDate: NOW })).payload.iss !== undefined;
  for (const [format, make, name, theirs] of [["vc+jwt", model2, "jose", jose], ["dc+sd-jwt", sdJwt, "@sd-jwt", library]] as const) {
    const texts = differentCredentials(make, { signer, count: CREDENTIALS });
    const contestants = { theirs, whole: wholeVerdict(texts), inJavaScript: wholeVerdict(texts, isSignatureBy) };
    await findOut(texts[0]!, contestants);
    const found = await race(texts, contestants);
    console.log(`${`${format} ES256`.padEnd(19)}${µs(found.whole)}   in JavaScript alone, as in a browser ${µs(found.inJavaScript)}   ${name} ${µs(found.theirs)}`);
  }
}

async function measure(bar: number | null): Promise<void> {
  const load = (): string => loadavg().map((each) => each.toFixed(1)).join(" ");
  console.log(`${CREDENTIALS} different credentials a row; Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "processor"}, load ${load()} at the start`);
  console.log("                 did-jwt-vc   read, key, signature,    the whole verdict   signature alone,");
  console.log("              verifyCredential   dates, shape                              node:crypto");
  let reached = Infinity;
  for (const signer of Object.values(signers)) {
    const found = await besideDidJwtVc(signer);
    if (signer === signers.ES256) reached = found;
  }
  await besideOthers();
  console.log(`Theirs: resolving (the document at hand), signature in JavaScript, dates, form. The whole verdict: front door, digest, anchor, key as of the anchor's
block, signature, entitlement, dates, standing, shape and the report; ledger and index answer from memory at once. Load ${load()} at the end.`);
  if (bar !== null && reached < bar) {
    console.error(`The whole verdict on ES256 is ${reached.toFixed(1)} times as fast, and was to be ${bar} times.`);
    process.exitCode = 1;
  }
}

const WRONG_USE = 64;
const { values } = parseArgs({ options: { bar: { type: "string" } } });
const bar = values.bar === undefined ? null : Number(values.bar);
if (Number.isNaN(bar)) {
  console.error(`--bar ${values.bar} is no number. Say how many times as fast the whole verdict must be, such as --bar 15.`);
  process.exit(WRONG_USE);
}
await measure(bar);
