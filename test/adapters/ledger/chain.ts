// A real chain with the real contracts, for one test file.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { computeAddress, id, SigningKey } from "ethers";
import { start } from "../../../src/adapters/embedded/anvil.ts";
import { LedgerConnection } from "../../../src/adapters/ledger/connection.ts";
import { deployLedger } from "../../../src/adapters/ledger/deploy.ts";
import { ledgerEvents } from "../../../src/adapters/ledger/events.ts";
import { ledgerReader } from "../../../src/adapters/ledger/reader.ts";
import { ledgerWriter } from "../../../src/adapters/ledger/writer.ts";
import { parseAddress, type Address } from "../../../src/core/address.ts";
import type { Attempt, Receipt, WriteBody } from "../../../src/flows/issuing/issuePorts.ts";
import { until } from "../../until.ts";

/** A key that is the same in every run, and its account. */
export function person(name: string) {
  const key = new SigningKey(id(name));
  return { key, address: parseAddress(computeAddress(key)) };
}

/** An empty folder, and what removes it. */
export async function folder() {
  const name = await mkdtemp(path.join(tmpdir(), "tradeseal-"));
  return { name, remove: () => rm(name, { recursive: true, force: true }) };
}

/** Starts a chain, deploys the ledger on it, and funds `people`. */
export async function startLedger(people: readonly ReturnType<typeof person>[]) {
  const place = await folder();
  const chain = await start(place.name);
  const deployer = person("deployer");
  await chain.fund([deployer.address, ...people.map(({ address }) => address)]);
  const ledger = await deployLedger({ url: chain.url, deployer: deployer.key, nudge: () => chain.nudge() });
  const connection = new LedgerConnection({ ledger, url: chain.url });
  const keys = new Map(people.map(({ address, key }) => [address, key]));
  const writer = ledgerWriter(connection, async (account) => keys.get(account)!);

  /** Signs and sends, and waits for the block. */
  async function carry(body: WriteBody, account: Address): Promise<Receipt & { attempt: Pick<Attempt, "hash" | "raw"> }> {
    const attempt = await writer.sign(body, { account, nonce: await writer.nonceOf(account), replaced: null });
    await writer.broadcast(attempt.raw);
    chain.nudge();
    let receipt: Receipt | null = null;
    await until(async () => (receipt = await writer.receiptOf(attempt.hash)) !== null);
    return { ...receipt!, attempt };
  }

  const stop = async (): Promise<void> => {
    connection.close();
    await chain.stop();
    await place.remove();
  };
  return { keys, chain, ledger, connection, reader: ledgerReader(connection), writer, events: ledgerEvents(connection), carry, stop, folder: place.name };
}
