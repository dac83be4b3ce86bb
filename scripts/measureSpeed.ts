// Measures what is promised of speed, beside something that anyone knows, in the same run.
//
//   npm run measure:speed

import { createHash, randomBytes } from "node:crypto";
import { digestOf, leafOf, type Leaf } from "../src/core/digest.ts";
import { rootFrom, treeOf } from "../src/core/merkle.ts";
import { startServiceProcess, temporaryFolder } from "./serviceProcess.ts";

const leaves: Leaf[] = Array.from({ length: 100_000 }, () => leafOf(digestOf(randomBytes(32))));

const seconds = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
};

/** Building and checking trees, beside hashing as many times with the platform's own SHA-256. */
async function measureTrees(): Promise<void> {
  const input = randomBytes(65);
  const bare = await seconds(() => leaves.forEach(() => createHash("sha256").update(input).digest()));
  const built = await seconds(() => treeOf(leaves));
  const tree = treeOf(leaves);
  const proofs = Array.from({ length: 2_000 }, (_, each) => ({ index: each * 49, size: leaves.length, path: tree.pathOf(each * 49) }));
  const checked = await seconds(() => proofs.forEach((inclusion) => rootFrom(leaves[inclusion.index]!, inclusion)));
  console.log(`tree of 100,000 leaves          ${(built * 1000).toFixed(0)} ms   (100,000 times SHA-256 by node:crypto: ${(bare * 1000).toFixed(0)} ms)`);
  console.log(`one path of 17 hashes checked   ${((checked / proofs.length) * 1e6).toFixed(1)} µs   (allowed: 25 µs)`);
}

/** Accepting, and verifying by digest, over HTTP on one connection each of 32. */
async function measureService(): Promise<void> {
  const service = await startServiceProcess({ dataFolder: temporaryFolder() });
  const digests = Array.from({ length: 5_000 }, () => randomBytes(32).toString("hex"));
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
    await (await fetch(service.url + path, { method: "POST", headers, body: JSON.stringify(body) })).arrayBuffer();
  };
  const each = async (work: (digest: string) => Promise<void>): Promise<number> => {
    const lanes = digests.values();
    return digests.length / (await seconds(() => Promise.all(Array.from({ length: 32 }, async () => { for (const digest of lanes) await work(digest); }))));
  };
  console.log(`ready after                     ${service.secondsToReady.toFixed(1)} s   (allowed: 5 s)`);
  console.log(`accepted, each durably stored   ${(await each((digest) => post("/v1/documents", { digest, documentType: "861" }))).toFixed(0)} a second`);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  console.log(`verified by digest              ${(await each((digest) => post("/v1/verifications", { digest }))).toFixed(0)} a second`);
  await service.stop();
}

await measureTrees();
await measureService();
