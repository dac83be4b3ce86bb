// Lingering close: answers a request whose body we do not want to the end.

import type { Request, Response } from "express";

/** Whether more of the request's body may come. */
export const isStillSending = ({ complete, headers }: Request): boolean => !complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0);

/** How long we go on reading, and forgetting, what the caller still sends. */
const LINGER_MS = 2_000;

/**
 * Sends `body` at once, though the caller is still sending, and then ends the connection.
 *
 * To close with unread bytes would reset the connection, and the caller might never see the answer. So the answer goes
 * out whole, what still arrives is dropped for a moment, and only then the response ends.
 */
export function refuseRest(request: Request, response: Response, body: Uint8Array): void {
  response.set("Connection", "close");
  response.write(body);
  const end = (): void => void response.end();
  const timer = setTimeout(end, LINGER_MS);
  request.once("end", end).once("close", end).resume();
  response.once("close", () => clearTimeout(timer));
}

/**
 * Sends `last`, and then ends the connection in the middle of the answer, so that nobody takes what came for all there is.
 *
 * What still arrives is dropped for a moment, as above: else the caller might never see the last words.
 */
export function breakOff(request: Request, response: Response, last: string): void {
  response.write(last);
  const end = (): void => void response.destroy();
  const timer = setTimeout(end, LINGER_MS);
  request.once("close", end).resume();
  response.once("close", () => clearTimeout(timer));
}
