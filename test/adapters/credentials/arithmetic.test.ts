/**
 * Goal: the platform's arithmetic gives the answers that the core's own gives, whatever it is asked.
 * Method: both beside each other, on digests of all lengths around a block, and on signatures whose halves are good, short, negative to ASN.1, zero or too large.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodePlatform } from "../../../src/adapters/credentials/platform.ts";
import { isSignatureByNative } from "../../../src/adapters/credentials/signatures.ts";
import { digestOf } from "../../../src/core/digest.ts";
import { isSignatureBy } from "../../../src/core/signature.ts";
import { newSigner, signature } from "../../flows/credentialWorld.ts";

test("digests, also of a part of a larger array", () => {
  const whole = Uint8Array.from({ length: 400 }, (_, at) => at * 7);
  for (let length = 0; length < 200; length += 1) expect(nodePlatform.digestOf(whole.subarray(length, 2 * length))).toBe(digestOf(whole.subarray(length, 2 * length)));
});

const signers = { ES256: newSigner("ES256"), ES256K: newSigner("ES256K") } as const;

test.each(Object.values(signers))("property: signatures by $algorithm, good and spoilt", (signer) => {
  const half = fc.oneof(
    fc.constant(null),
    fc.constantFrom("00".repeat(32), `${"00".repeat(31)}01`, `80${"00".repeat(31)}`, `00${"80".repeat(31)}`, `0000${"7f".repeat(30)}`, "ff".repeat(32)),
  );
  fc.assert(
    fc.property(fc.string(), half, half, (text, r, s) => {
      const bytes = Buffer.from(text);
      const good = signature(text, signer);
      const given = Buffer.concat([r === null ? good.subarray(0, 32) : Buffer.from(r, "hex"), s === null ? good.subarray(32) : Buffer.from(s, "hex")]);
      const answer = isSignatureByNative(signer.key, bytes, given);
      return answer === isSignatureBy(signer.key, bytes, given) && (r !== null || s !== null || answer);
    }),
    { numRuns: 200 },
  );
});

test("a signature whose half begins with zeros is as good as any", () => {
  const signer = signers.ES256;
  const all = Array.from({ length: 3_000 }, (_, each) => ({ text: `${each}`, made: signature(`${each}`, signer) }));
  const short = all.filter(({ made }) => made[0] === 0 || made[32] === 0);
  expect(short.length).toBeGreaterThan(0);
  expect(short.filter(({ text, made }) => !isSignatureByNative(signer.key, Buffer.from(text), made))).toEqual([]);
});
