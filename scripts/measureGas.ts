// Measures what anchoring costs: documents sent to a real service, gas read from the ledger's receipts.
//
//   npm run measure:gas

import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "./serviceProcess.ts";

const SIZES = [1, 100, 1_000, 3_999];
/** What is allowed, by batch size. */
const BARS: Readonly<Record<number, number>> = { 1: 56_000, 1_000: 1_350 };
const AT_ONCE = 32;

/** The gas that one batch of `size` documents cost, leaves published and root proved on chain. */
export async function gasOfBatch(size: number): Promise<number> {
  // The batch closes as soon as it is full, so that all documents share one transaction.
  const settings = { TRADESEAL_BATCH_SIZE: String(size + 1), TRADESEAL_BATCH_AGE: "600" };
  const service = await startServiceProcess({ dataFolder: temporaryFolder(), settings });
  try {
    const ids = await anchorAll(service, size);
    await untilFinal(service, ids[0]!);
    return await gasOfTheAnchor(service);
  } finally {
    await service.stop();
  }
}

async function anchorAll(service: ServiceProcess, size: number): Promise<string[]> {
  const ids: string[] = [];
  const numbers = Array.from({ length: size }, (_, each) => each).values();
  const lane = async (): Promise<void> => {
    for (const each of numbers) {
      const digest = createHash("sha256").update(`document ${each}`).digest("hex");
      ids.push(((await call(service, "POST", "/v1/documents", { digest, documentType: "861" })) as { id: string }).id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return ids;
}

async function untilFinal(service: ServiceProcess, id: string): Promise<void> {
  for (let patience = 600; patience > 0; patience -= 1) {
    if (((await call(service, "GET", `/v1/documents/${id}`)) as { state: string }).state === "final") return;
    await pause(50);
  }
  throw new Error("The batch did not become final within 30 s.");
}

async function gasOfTheAnchor({ demo }: ServiceProcess): Promise<number> {
  const address = demo.ledger.contracts["anchorRegistry"]!.address;
  const logs = (await rpc(demo.rpc, "eth_getLogs", [{ fromBlock: "0x0", toBlock: "latest", address }])) as { transactionHash: string }[];
  if (logs.length !== 1) throw new Error(`One batch was expected on the ledger, there are ${logs.length}.`);
  const { gasUsed } = (await rpc(demo.rpc, "eth_getTransactionReceipt", [logs[0]!.transactionHash])) as { gasUsed: string };
  return Number(gasUsed);
}

async function rpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const reply = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }) });
  return ((await reply.json()) as { result: unknown }).result;
}

async function call(service: ServiceProcess, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${service.keyOf("chamber")}`, "content-type": "application/json" };
  const reply = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

if (import.meta.main) {
  console.log("documents   gas for all   gas for each   allowed for each");
  for (const size of SIZES) {
    const gas = await gasOfBatch(size);
    const each = Math.ceil(gas / size);
    console.log(`${String(size).padStart(9)}   ${gas.toLocaleString("en").padStart(11)}   ${each.toLocaleString("en").padStart(12)}   ${(BARS[size]?.toLocaleString("en") ?? "").padStart(16)}`);
    if (each > (BARS[size] ?? Infinity)) process.exitCode = 1;
  }
}
