// Counts from the ledger's events alone how often each document was anchored and each revocation was said.
// Shares no code with the service: its own JSON-RPC, its own decoding.

import { AbiCoder, id } from "ethers";

const ANCHORED = id("Anchored(address,bytes8,bytes32,address,uint40,bytes32[])");
const STANDING_SET = id("StandingSet(address,address,bytes32,bytes8,uint8,uint8,bytes32,address)");
const REVOKED = 2n;

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

/** How often each leaf was anchored and revoked by one issuer, by leaf as 64 hex characters. */
export async function countOnLedger(rpc: string, issuer: string): Promise<{ anchored: Map<string, number>; revoked: Map<string, number>; roots: number }> {
  const reply = await fetch(rpc, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_getLogs", params: [{ fromBlock: "0x0", toBlock: "latest", topics: [[ANCHORED, STANDING_SET]] }] }),
  });
  const { result } = (await reply.json()) as { result: readonly Log[] };
  const anchored = new Map<string, number>();
  const revoked = new Map<string, number>();
  const count = (map: Map<string, number>, leaf: string): void => void map.set(leaf.slice(2), (map.get(leaf.slice(2)) ?? 0) + 1);
  const ours = result.filter(({ topics }) => topics[1]!.toLowerCase().endsWith(issuer.slice(2).toLowerCase()));
  let roots = 0;
  for (const { topics, data } of ours) {
    if (topics[0] === ANCHORED) {
      roots += 1;
      const [, , leaves] = AbiCoder.defaultAbiCoder().decode(["address", "uint40", "bytes32[]"], data);
      for (const leaf of leaves as string[]) count(anchored, leaf);
    } else {
      const [, standing] = AbiCoder.defaultAbiCoder().decode(["bytes8", "uint8", "uint8", "bytes32", "address"], data);
      if (standing === REVOKED) count(revoked, topics[3]!);
    }
  }
  return { anchored, revoked, roots };
}
