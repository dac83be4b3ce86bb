// A service that starts the embedded ledger, and then sends transactions until it is killed. For the tests beside it.

import { start } from "../../../src/adapters/embedded/anvil.ts";
import { nodeCalls } from "../../../src/adapters/embedded/nodeCalls.ts";

const chain = await start(process.argv[2]!);
const { call } = nodeCalls(Number(new URL(chain.url).port));
const [account] = (await call("eth_accounts")) as string[];
console.log(JSON.stringify({ url: chain.url, pid: chain.pid() }));
for (;;) {
  await call("eth_sendTransaction", { from: account, to: account, value: "0x1" });
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
}
