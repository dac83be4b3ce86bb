// Administrations on one ledger that belongs to none of them, each asked by its commands and its API.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startLedger } from "../adapters/ledger/chain.ts";
import { tradeseal, type Run } from "../cli/program.ts";
import { found, type Member } from "./member.ts";

/** An administration with a service of its own. */
export interface AskedMember extends Member {
  /** Runs a command on its folder or service. */
  command(...args: string[]): Promise<Run>;
  /** Asks its service, with its key unless told otherwise. */
  call(method: string, path: string, options?: { body?: object; key?: string | null }): Promise<{ status: number; body: any }>;
}

/** A ledger, and members to be founded on it. */
export async function startWorld(folder: string) {
  const chain = await startLedger([]);
  writeFileSync(join(folder, "ledger.json"), JSON.stringify({ format: "tradeseal-ledger/1", ...chain.ledger }));
  return {
    chain,
    /** A member that believes itself alone, whose account can pay. Its service is not started yet. */
    async found(name: string): Promise<AskedMember> {
      const member = await found(name, { folder, ledgerUrl: chain.chain.url, documentTypes: ["861", "AEO"], settings: { TRADESEAL_FETCH_LOOPBACK: "1" } });
      await chain.chain.fund([member.address]);
      return {
        ...member,
        command: (...args) => tradeseal(args, { folder, environment: { ...member.environment, TRADESEAL_API_KEY: member.apiKey } }),
        async call(method, path, { body, key = member.apiKey } = {}) {
          const headers = { "content-type": "application/json", ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
          const reply = await fetch(member.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
          return { status: reply.status, body: await reply.json() };
        },
      };
    },
  };
}
