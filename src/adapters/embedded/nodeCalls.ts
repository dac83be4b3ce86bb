// Calls to our own anvil. They wait as long as it takes: a stopped anvil goes on where it was when it is continued.

import http from "node:http";

/** The connection broke before an answer came: nobody knows whether the call was carried out. */
export class CallLost extends Error {
  override readonly name = "CallLost";
}

/** Makes one JSON-RPC call. Rejects with {@link CallLost} when the connection breaks. */
export type NodeCall = (method: string, ...params: readonly unknown[]) => Promise<unknown>;

/** Calls to the anvil on this port of this machine. */
export function nodeCalls(port: number): { readonly call: NodeCall; close(): void } {
  const agent = new http.Agent({ keepAlive: true });
  return {
    call: async (method, ...params) => {
      const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const { result, error } = JSON.parse(await post(body, { port, agent })) as { result?: unknown; error?: { message: string } };
      if (error !== undefined) throw new Error(`The embedded ledger refused ${method}: ${error.message}`);
      return result;
    },
    close: () => agent.destroy(),
  };
}

function post(body: string, { port, agent }: { port: number; agent: http.Agent }): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const lost = (cause: unknown): void => reject(new CallLost("The connection to the embedded ledger broke.", { cause }));
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const request = http.request({ host: "127.0.0.1", port, method: "POST", agent, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => resolve(Buffer.concat(chunks).toString()));
    response.on("error", lost);
  });
  request.on("error", lost);
  request.end(body);
  return promise;
}
