// Which service is asked, and with which key.

import { readClientConfig } from "../../config.ts";
import { Fault } from "../../core/fault.ts";
import { readSmallFile } from "../files/files.ts";
import { serviceAt, type ServiceClient } from "./serviceClient.ts";
import { remark } from "../terminal/terminal.ts";

/** Options of every command that asks a service. */
export interface ServiceOptions {
  readonly service?: string | undefined;
  readonly keyFile?: string | undefined;
}

/** The service that is meant. Throws `key_missing` when a key is needed and there is none. */
export function clientFor({ service, keyFile, needsKey, signal }: ServiceOptions & { needsKey: boolean; signal?: AbortSignal }): ServiceClient {
  const { serviceUrl, apiKey, patienceSeconds } = readClientConfig();
  const url = service ?? serviceUrl;
  if (!needsKey) return serviceAt({ url, apiKey: null, patienceSeconds });
  const key = keyFile === undefined ? apiKey : readSmallFile("The key file", keyFile).toString().trim();
  if (key === null || key === "") throw new Fault("key_missing", "This needs your API key: put it into TRADESEAL_API_KEY, or into a file and name that with --key-file.");
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Fault("key_missing", "What was given as the API key is none: a key is one word of visible ASCII characters.");
  warnOfOpenRoad(url);
  return serviceAt({ url, apiKey: key, patienceSeconds, ...(signal === undefined ? {} : { signal }) });
}

/** On this machine nobody listens on the way. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function warnOfOpenRoad(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === "http:" && !LOOPBACK.test(hostname)) remark(`Warning: your API key travels to ${url} unencrypted. Use https.`);
}
