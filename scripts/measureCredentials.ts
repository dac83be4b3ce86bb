// Measures how fast a credential is judged with warm keys, beside did-jwt-vc's own verifyCredential on the same credential in the same run.
//
//   npm run measure:credentials

import { verifyCredential } from "did-jwt-vc";
import { isSignatureBy } from "../src/core/signature.ts";
import { credentialJudge } from "../src/flows/verifyCredential.ts";
import { customsWeb, kidOf, model1, model2, sdJwt, signers, World } from "../test/flows/credentialWorld.ts";

const ROUNDS = 5;

/** The best of several rounds, in microseconds each: what disturbs only makes slower. */
async function microseconds(count: number, work: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    for (let each = 0; each < count; each += 1) await work();
    rounds.push(((performance.now() - startedAt) / count) * 1000);
  }
  return Math.min(...rounds);
}

/** A resolver that knows the document already. */
function resolver() {
  const methods = Object.values(signers).map((signer) => ({ id: kidOf(customsWeb, signer), type: "JsonWebKey2020", controller: customsWeb, publicKeyJwk: signer.key.jwk }));
  const didDocument = { id: customsWeb, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id), authentication: methods.map(({ id }) => id) };
  return { resolve: async () => ({ didResolutionMetadata: {}, didDocument, didDocumentMetadata: {} }) };
}

const row = (name: string, ours: number, theirs: number | null): void =>
  console.log(`${name.padEnd(34)} ${ours.toFixed(0).padStart(6)} µs   ${theirs === null ? "" : `did-jwt-vc ${theirs.toFixed(0).padStart(6)} µs   ${(theirs / ours).toFixed(1)} ×   (wanted: 15 ×)`}`);

console.log("A whole verdict (front door, signature, anchor, entitlement, dates, standing, shape), the ledger's answers at hand; theirs: the signature and dates.");
for (const signer of Object.values(signers)) {
  const world = new World();
  const judge = credentialJudge(world.ports);
  const text = world.anchor(model1(() => {}, { signer }));
  const known = resolver();
  if ((await judge.judge(text)).verdict !== "authentic") throw new Error("the credential that is measured must be a good one");
  const ours = await microseconds(2_000, () => judge.judge(text));
  const theirs = await microseconds(60, () => verifyCredential(text, known, { policies: { now: Math.floor(world.now) } }));
  row(`jwt_vc_json ${signer.algorithm}`, ours, theirs);
}
for (const [name, make] of [["vc+jwt", model2], ["dc+sd-jwt", sdJwt]] as const) {
  const world = new World();
  const judge = credentialJudge(world.ports);
  const text = world.anchor(make(() => {}, { signer: signers.ES256 }));
  row(`${name} ES256`, await microseconds(2_000, () => judge.judge(text)), null);
  world.isSignatureBy = isSignatureBy;
  const inJavaScript = credentialJudge(world.ports);
  row(`${name} ES256, as in the browser`, await microseconds(100, () => inJavaScript.judge(text)), null);
}
