// A chain that is not ours to keep: blocks come when the test says so, and can be taken away.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { computeAddress, id, SigningKey } from "ethers";
import { anvilBinary } from "../../../src/adapters/embedded/anvilBinary.ts";
import { runAnvil } from "../../../src/adapters/embedded/anvilProcess.ts";
import { nodeCalls } from "../../../src/adapters/embedded/nodeCalls.ts";
import { deployLedger } from "../../../src/adapters/ledger/deploy.ts";
import type { Address } from "../../../src/core/address.ts";
import { until } from "../../until.ts";

/** Passes requests on, except while it is shut: then they wait. */
async function gateBefore(target: string) {
  let opened = Promise.resolve();
  let underway = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await opened;
    underway += 1;
    try {
      response.end(await (await fetch(target, { method: "POST", body: Buffer.concat(chunks), headers: { "content-type": "application/json" } })).text());
    } catch {
      response.destroy();
    }
    underway -= 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async whileShut(act: () => Promise<unknown>): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened = promise;
      await until(() => underway === 0);
      await act();
      resolve();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const RICH = `0x${(10n ** 24n).toString(16)}`;

/** Starts it, with our contracts. A block is final when two epochs of `slots` follow it; with many slots, none ever is. */
export async function startExternalChain({ slots }: { slots: number }) {
  const args = ["--port", "0", "--chain-id", "31338", "--accounts", "1", "--no-cors", "--no-mining", "--hardfork", "osaka", "--gas-limit", "60000000", "--slots-in-an-epoch", String(slots)];
  const anvil = await runAnvil(anvilBinary(), args, () => {});
  const { call, close } = nodeCalls(anvil.port);
  const mine = async (count = 1): Promise<void> => {
    for (let each = 0; each < count; each += 1) await call("evm_mine");
  };
  const fund = async (...accounts: readonly (Address | string)[]): Promise<void> => {
    for (const account of accounts) await call("anvil_setBalance", account, RICH);
  };
  const deployer = new SigningKey(id("deployer of an external ledger"));
  await fund(computeAddress(deployer));
  const url = `http://127.0.0.1:${anvil.port}`;
  const ledger = await deployLedger({ url, deployer, nudge: () => void mine() });
  const gate = await gateBefore(url);
  return {
    ...{ url: gate.url, ledger, call, mine, fund },
    /** Exchanges the newest blocks for as many empty ones. Nobody is answered meanwhile: anvil clears its state and fills it again. */
    reorganise: (depth: number) => gate.whileShut(() => call("anvil_reorg", depth, [])),
    async stop() {
      await gate.close();
      close();
      anvil.kill("SIGKILL");
      await anvil.ended;
    },
  };
}
