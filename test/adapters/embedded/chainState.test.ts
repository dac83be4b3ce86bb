/**
 * Goal: a snapshot is the chain's state, less the traces and nothing else; and what is patched stays as it was.
 * Method: a real chain that anchors a large batch, compared before and after.
 */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slim } from "../../../src/adapters/embedded/chainState.ts";
import { nodeCalls } from "../../../src/adapters/embedded/nodeCalls.ts";
import type { Leaf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { person, startLedger } from "../ledger/chain.ts";
import { until } from "../../until.ts";

const issuer = person("issuer");
let world: Awaited<ReturnType<typeof startLedger>>;
beforeAll(async () => {
  world = await startLedger([issuer]);
});
afterAll(() => world.stop());

test("traces go, everything else stays, in the file and in the running chain", async () => {
  const { call } = nodeCalls(Number(new URL(world.chain.url).port));
  const leaves = Array.from({ length: 2_000 }, (_, number) => number.toString(16).padStart(64, "0") as Leaf);
  const body = { kind: "anchor" as const, issuer: issuer.address, documentType: parseDocumentType("861"), leaves, root: treeOf(leaves).root, isPublished: true };
  const { attempt, block } = await world.carry(body, issuer.address);
  const receipt = await call("eth_getTransactionReceipt", attempt.hash);
  await until(async () => (await world.reader.head()).finalNumber >= block.number);

  const dump = String(await call("anvil_dumpState"));
  const text = gunzipSync(Buffer.from(dump.slice(2), "hex")).toString();
  expect(JSON.stringify(JSON.parse(text))).toBe(text);
  expect(text).not.toMatch(/"traces":\[\{/);
  expect(Buffer.from(slim(dump).file).toString()).toBe(text);

  expect(await call("eth_getTransactionReceipt", attempt.hash)).toEqual(receipt);
  expect(await world.events.eventsBetween(block.number, block.number)).toMatchObject([{ leaves }]);
});
