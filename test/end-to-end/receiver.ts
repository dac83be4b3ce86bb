// A receiver of webhooks on loopback, which does what its path says, and remembers what came.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What came to the receiver. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly event: { readonly type: string; readonly id: string; readonly sequence: number; readonly data: Record<string, unknown> };
}

type Behaviour = (response: ServerResponse, request: IncomingMessage, times: number) => void;

/** By path. Whatever else is asked for is taken. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  "/fails": (response) => response.writeHead(500).end(),
  "/fails-twice": (response, _request, times) => response.writeHead(times <= 2 ? 503 : 204).end(),
  "/hangs": () => undefined,
  "/redirects": (response) => response.writeHead(302, { Location: "/taken-after-redirect" }).end(),
  "/gone": (response) => response.writeHead(410).end(),
  "/huge": (response) => {
    response.writeHead(200);
    const more = (): void => void (!response.destroyed && response.write(Buffer.alloc(65_536)) && setImmediate(more));
    response.on("drain", more);
    more();
  },
  "/resets": (_response, request) => request.socket.destroy(),
};

/** Starts it on a free port. */
export async function startReceiver() {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const [path, body] = [request.url!, Buffer.concat(pieces).toString()];
    received.push({ path, headers: request.headers as Record<string, string>, body, event: JSON.parse(body) as Received["event"] });
    const behave = behaviours[path] ?? ((answer: ServerResponse) => answer.writeHead(204).end());
    behave(response, request, received.filter((each) => each.path === path).length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    at: (path: string) => received.filter((each) => each.path === path),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

