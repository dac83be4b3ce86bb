// A server on loopback that does to its callers whatever a path of its says.

import { createServer as createPlainServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { gzipSync } from "node:zlib";

/** What is said to whoever asks for a path. Anything may be written; `socket` tells when the caller is gone. */
export type Behaviour = (socket: Socket, reset: () => void) => void;

const head = (lines: readonly string[], status = "200 OK"): string => [`HTTP/1.1 ${status}`, ...lines, "", ""].join("\r\n");
const JSON_TYPE = "Content-Type: application/json";
const say = (socket: Socket, lines: readonly string[], body: string | Uint8Array = "{}", status?: string): void => void (socket.write(head([...lines, `Content-Length: ${Buffer.byteLength(body)}`], status)), socket.end(body));

/** Writes the same bytes for as long as somebody takes them. */
function forEver(socket: Socket, piece: string | Uint8Array): void {
  const more = (): void => {
    // Not all at once: the caller under test lives in the same process, and must have its turns.
    if (!socket.destroyed && socket.write(piece)) setImmediate(more);
  };
  socket.on("drain", more);
  more();
}

/** Writes a little, again and again. */
function slowly(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 50);
  socket.once("close", () => clearInterval(timer));
}

const PIECE = Buffer.alloc(64 * 1024, 0x20);

/** By path. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  "/good": (socket) => say(socket, [JSON_TYPE], '{"good":true}'),
  "/good-with-parameters": (socket) => say(socket, ["content-TYPE: Application/JSON ; charset=utf-8"], '{"good":true}'),
  "/full": (socket) => say(socket, [JSON_TYPE], Buffer.alloc(64 * 1024, 0x20)),
  "/one-too-many": (socket) => say(socket, [JSON_TYPE], Buffer.alloc(64 * 1024 + 1, 0x20)),
  "/huge-and-says-so": (socket) => (socket.write(head([JSON_TYPE, `Content-Length: ${300 * 1024 * 1024}`])), forEver(socket, PIECE)),
  "/endless-without-length": (socket) => (socket.write(head([JSON_TYPE, "Connection: close"])), forEver(socket, PIECE)),
  "/endless-in-chunks": (socket) => (socket.write(head([JSON_TYPE, "Transfer-Encoding: chunked"])), forEver(socket, Buffer.concat([Buffer.from("10000\r\n"), PIECE, Buffer.from("\r\n")]))),
  "/endless-chunk-extension": (socket) => (socket.write(head([JSON_TYPE, "Transfer-Encoding: chunked"])), socket.write("5;"), forEver(socket, Buffer.alloc(8192, 0x61))),
  "/gzip-bomb": (socket) => say(socket, [JSON_TYPE, "Content-Encoding: gzip"], gzipSync(Buffer.alloc(50 * 1024 * 1024))),
  "/gzip-bomb-in-disguise": (socket) => say(socket, [JSON_TYPE, "Content-Encoding: identity, GZIP"], gzipSync(Buffer.alloc(1024))),
  "/slow-headers": (socket) => (socket.write("HTTP/1.1 200 OK\r\n"), slowly(socket, "X: y\r\n")),
  "/slow-body": (socket) => (socket.write(head([JSON_TYPE, "Content-Length: 1000"])), slowly(socket, " ")),
  "/silence": () => undefined,
  "/endless-100-continue": (socket) => slowly(socket, "HTTP/1.1 100 Continue\r\n\r\n"),
  "/endless-headers": (socket) => (socket.write("HTTP/1.1 200 OK\r\n"), forEver(socket, "X-Much: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n")),
  "/301": (socket) => say(socket, [JSON_TYPE, "Location: /good"], "{}", "301 Moved Permanently"),
  "/302-to-loopback": (socket) => say(socket, [JSON_TYPE, "Location: http://127.0.0.1:1/"], "{}", "302 Found"),
  "/307": (socket) => say(socket, [JSON_TYPE, "Location: /good"], "{}", "307 Temporary Redirect"),
  "/404": (socket) => say(socket, [JSON_TYPE], "{}", "404 Not Found"),
  "/410": (socket) => say(socket, [JSON_TYPE], "{}", "410 Gone"),
  "/500": (socket) => say(socket, [JSON_TYPE], "{}", "500 Internal Server Error"),
  "/204": (socket) => (socket.write(head([JSON_TYPE], "204 No Content")), socket.end()),
  "/206": (socket) => say(socket, [JSON_TYPE], "{}", "206 Partial Content"),
  "/101": (socket) => void socket.write(head(["Upgrade: websocket", "Connection: Upgrade"], "101 Switching Protocols")),
  "/html": (socket) => say(socket, ["Content-Type: text/html"]),
  "/no-type": (socket) => say(socket, []),
  "/type-in-parameters": (socket) => say(socket, ["Content-Type: text/html; a=application/json"]),
  "/reset-at-once": (_socket, reset) => reset(),
  "/reset-in-the-body": (socket, reset) => (socket.write(head([JSON_TYPE, "Content-Length: 1000"]) + "{"), void setTimeout(reset, 20)),
  "/shorter-than-it-says": (socket) => (socket.write(head([JSON_TYPE, "Content-Length: 1000"])), void socket.end("{}")),
  "/not-http": (socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n"),
  "/two-lengths": (socket) => (socket.write(head([JSON_TYPE, "Content-Length: 2", "Content-Length: 5"])), void socket.end("{}{}{")),
  "/length-and-chunks": (socket) => (socket.write(head([JSON_TYPE, "Content-Length: 2", "Transfer-Encoding: chunked"])), void socket.end("2\r\n{}\r\n0\r\n\r\n")),
};

/** A server that is up, and what it saw. */
export interface HostileServer {
  readonly port: number;
  readonly connections: () => number;
  readonly requests: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the server; with `tls`, over TLS. */
export async function startHostile(tls: TlsOptions | null): Promise<HostileServer> {
  let connections = 0;
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  /** What lies under TLS, by the caller's port: only that can be reset. */
  const wires = new Map<number, Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
    let asked = "";
    socket.on("data", (bytes) => {
      asked += bytes.toString("latin1");
      if (!asked.includes("\r\n\r\n")) return;
      requests.push(asked);
      behaviours[asked.split(" ")[1]!]?.(socket, () => wires.get(socket.remotePort!)?.resetAndDestroy());
      asked = "";
    });
  };
  const server: Server = tls === null ? createPlainServer(serve) : createTlsServer(tls, serve);
  server.on("connection", (wire: Socket) => (wires.set(wire.remotePort!, wire), (connections += 1))).on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, connections: () => connections, requests: () => requests, stop };
}
