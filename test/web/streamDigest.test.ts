/**
 * Goal: a file read piece by piece has the digest of the whole, and a broken stream never has one.
 * Method: cut bytes in every way, compare with the digest of the whole, and with FIPS 180-4's own example.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOf } from "../../src/core/digest.ts";
import { digestOfStream } from "../../src/web/check/streamDigest.ts";

const streamOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

it("property: the pieces do not matter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 })), async (pieces) => {
      const whole = new Uint8Array(pieces.flatMap((piece) => [...piece]));
      const heard: number[] = [];
      expect(await digestOfStream(streamOf(pieces), (bytes) => heard.push(bytes))).toBe(digestOf(whole));
      expect(heard.at(-1) ?? 0).toBe(whole.length);
    }),
  );
});

it("known answer from outside: FIPS 180-4, one million times a", async () => {
  const pieces = Array.from({ length: 1000 }, () => new Uint8Array(1000).fill(0x61));
  expect(await digestOfStream(streamOf(pieces), () => {})).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
});

it("a stream that breaks has no digest", async () => {
  const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("moved")) });
  await expect(digestOfStream(broken, () => {})).rejects.toThrow("moved");
});
