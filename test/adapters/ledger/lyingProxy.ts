// A proxy before a real node, which passes everything on and changes the answers that it is told to change.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Call } from "./fakeNode.ts";

/** An answer as a node gives it. */
export interface Answer {
  result?: unknown;
  error?: { code: number; message: string };
}

/** What becomes of the node's honest answer to a call. */
export type Lie = (call: Call, honest: Answer) => Answer;

/** Starts a proxy before `target`. It is honest until its `lie` is set. `calls` are those it has passed on. */
export async function lyingProxy(target: string) {
  const proxy = { url: "", lie: null as Lie | null, calls: [] as Call[], close: async () => {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const calls = [JSON.parse(body) as Call | Call[]].flat();
    proxy.calls.push(...calls);
    try {
      const answers = [(await (await fetch(target, { method: "POST", body, headers: { "content-type": "application/json" } })).json()) as { id: number } & Answer].flat();
      const told = answers.map(({ id, ...honest }) => ({ id, ...(proxy.lie === null ? honest : proxy.lie(calls.find((call) => call.id === id)!, honest)) }));
      response.end(JSON.stringify(body.startsWith("[") ? told : told[0]));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  proxy.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return proxy;
}
