// A node that misbehaves by script.

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A JSON-RPC call as the node receives it. */
export interface Call {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What the node does with one request: the calls it came with, and where its reply goes. */
export type Act = (calls: readonly Call[], response: ServerResponse) => void;

/** Answers every call with what `answer` gives for it. */
export const answering =
  (answer: (call: Call) => unknown): Act =>
  (calls, response) =>
    response.end(JSON.stringify(calls.map((call) => ({ jsonrpc: "2.0", id: call.id, result: answer(call) }))));

/** Starts a node that does `act`, which may be changed at any time. `requests` are the calls of each request so far. */
export async function fakeNode(act: Act) {
  const requests: Call[][] = [];
  const node = { act, requests, url: "", close: async () => {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const calls = [JSON.parse(Buffer.concat(chunks).toString()) as Call | Call[]].flat();
      requests.push(calls);
      node.act(calls, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  node.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  node.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return node;
}
