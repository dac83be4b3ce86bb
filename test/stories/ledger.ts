// A real chain with the real contracts on which a test sets the time, and on which anybody can act.

import { computeAddress, id, SigningKey } from "ethers";
import { anvilBinary } from "../../src/adapters/embedded/anvilBinary.ts";
import { runAnvil } from "../../src/adapters/embedded/anvilProcess.ts";
import { nodeCalls } from "../../src/adapters/embedded/nodeCalls.ts";
import { SqliteIndex } from "../../src/adapters/index/sqliteIndex.ts";
import { LedgerConnection } from "../../src/adapters/ledger/connection.ts";
import { deployLedger } from "../../src/adapters/ledger/deploy.ts";
import { ledgerEvents } from "../../src/adapters/ledger/events.ts";
import { ledgerReader } from "../../src/adapters/ledger/reader.ts";
import { DELEGATE_TYPE } from "../../src/adapters/ledger/identities.ts";
import { callFor, interfaces } from "../../src/adapters/ledger/writeCalls.ts";
import { openDatabase } from "../../src/adapters/store/nodeSqlite.ts";
import type { Address } from "../../src/core/address.ts";
import type { TrustRoot } from "../../src/core/evidence.ts";
import { followerOf } from "../../src/flows/verifying/follow.ts";
import type { WriteBody } from "../../src/flows/issuing/issuePorts.ts";
import type { VerifyPorts } from "../../src/flows/ports.ts";

/** A Monday, 00:00 UTC. */
const FIRST_MONDAY = 1_704_067_200;
/** An account without a key: whoever owns nothing but it says nothing any more. */
const BURN_ADDRESS = "0x000000000000000000000000000000000000dead";

/** What happens to an identity in the DID registry. */
export type DidAct = { readonly kind: "handOver"; readonly to: Address } | { readonly kind: "deactivate" } | { readonly kind: "endDelegation"; readonly delegate: Address };

/** Starts it. Blocks come one a transaction, and at the time that is said. */
export async function startTimedLedger() {
  // Transactions cost nothing and need no key, so that a story needs nothing but its words.
  const args = ["--port", "0", "--chain-id", "31337", "--accounts", "1", "--no-cors", "--no-mining", "--hardfork", "osaka", "--slots-in-an-epoch", "1", "--base-fee", "0", "--gas-price", "0", "--auto-impersonate", "--timestamp", String(FIRST_MONDAY)];
  const anvil = await runAnvil(anvilBinary(), args, () => {});
  const { call, close } = nodeCalls(anvil.port);
  const deployer = new SigningKey(id("deployer of stories"));
  await call("anvil_setBalance", computeAddress(deployer), `0x${(10n ** 24n).toString(16)}`);
  const url = `http://127.0.0.1:${anvil.port}`;
  const ledger = await deployLedger({ url, deployer, nudge: () => void call("evm_mine") });
  const connection = new LedgerConnection({ ledger, url });
  const database = openDatabase(":memory:");
  const index = new SqliteIndex(database, "stories");
  const ports = (trustRoots: readonly TrustRoot[], now: number): VerifyPorts => ({
    ...{ ledger: ledgerReader(connection), index, follower: followerOf({ events: ledgerEvents(connection), index }) },
    trustRoots: () => trustRoots,
    clock: () => now,
  });

  /** Sends it as `account` in a block of this second. Rejects when the contract refuses. */
  const send = async (account: Address, { to, input }: { to: Address; input: string }, second: number): Promise<void> => {
    await call("evm_setNextBlockTimestamp", second);
    const hash = await call("eth_sendTransaction", { from: account, to, data: input, gas: "0x400000", gasPrice: "0x0" });
    await call("evm_mine");
    const receipt = (await call("eth_getTransactionReceipt", hash)) as { status: string } | null;
    if (receipt?.status !== "0x1") throw new Error("The transaction was included and reverted, or was not included.");
  };
  const dids = ledger.contracts.didRegistry.address;

  return {
    ports,
    /** Where the first story may begin. */
    monday: FIRST_MONDAY + 7 * 86_400,
    say: (account: Address, body: WriteBody, second: number) => send(account, callFor(body, ledger), second),
    act(account: Address, identity: Address, act: DidAct, second: number) {
      const input =
        act.kind === "endDelegation"
          ? interfaces.didRegistry.encodeFunctionData("revokeDelegate", [identity, DELEGATE_TYPE, act.delegate])
          : interfaces.didRegistry.encodeFunctionData("changeOwner", [identity, act.kind === "handOver" ? act.to : BURN_ADDRESS]);
      return send(account, { to: dids, input }, second);
    },
    /** Two blocks more make what was said final. */
    async settle(): Promise<void> {
      await call("evm_mine");
      await call("evm_mine");
    },
    async stop(): Promise<void> {
      connection.close();
      database.close();
      close();
      anvil.kill("SIGTERM");
      await anvil.ended;
    },
  };
}

/** A running one. */
export type TimedLedger = Awaited<ReturnType<typeof startTimedLedger>>;

