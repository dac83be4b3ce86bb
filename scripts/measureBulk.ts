// Measures issuing in bulk: a real service takes digests by POST /v1/documents:bulk, beside bare rows in the same kind of store.
//
//   npm run measure:bulk                     50,000 digests
//   npm run measure:bulk -- 1000000          a million; TRADESEAL_BULK_WATCH=600 watches so many seconds (else 60) how they become final
//
// While they are accepted the ledger is held, so that all of them wait and nothing else is measured; TRADESEAL_BULK_LEDGER=1 lets it work.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { halt } from "./haltProcess.ts";
import { openDatabase } from "../src/adapters/store/nodeSqlite.ts";
import { bareRows } from "./bareRows.ts";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "./serviceProcess.ts";

const count = Number(process.argv[2] ?? 50_000);
const watchSeconds = Number(process.env["TRADESEAL_BULK_WATCH"] ?? 60);
/** As large as the service's own: a piece of the request that it finds in its buffer. */
const PART = 1_000;

/** What the service answered, and how its memory went. */
interface Sent {
  readonly seconds: number;
  readonly answers: number;
  readonly refused: number;
  readonly residentMib: readonly number[];
}

const mib = (pid: number): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

async function* lines(): AsyncGenerator<string> {
  for (let sent = 0; sent < count; sent += PART) {
    const part = Array.from({ length: Math.min(PART, count - sent) }, () => `{"digest":"${randomBytes(32).toString("hex")}","documentType":"861"}\n`);
    yield part.join("");
  }
}

/** Sends all lines in one request, reading the answers meanwhile. */
async function send(service: ServiceProcess): Promise<Sent> {
  const startedAt = performance.now();
  const headers = { Authorization: `Bearer ${service.keyOf("chamber")}`, "Content-Type": "application/x-ndjson" };
  const sending = request(`${service.url}/v1/documents:bulk`, { method: "POST", headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => void sending.once("response", resolve).once("error", reject));
  const reading = readAll(await startSending(sending, answered), service.pid);
  const { answers, refused, residentMib } = await reading;
  return { seconds: (performance.now() - startedAt) / 1000, answers, refused, residentMib };
}

async function startSending(sending: ClientRequest, answered: Promise<IncomingMessage>): Promise<IncomingMessage> {
  void (async () => {
    for await (const part of lines()) if (!sending.write(part)) await new Promise((resolve) => sending.once("drain", resolve));
    sending.end();
  })();
  const response = await answered;
  if (response.statusCode !== 200) throw new Error(`The service answered ${response.statusCode}.`);
  return response;
}

async function readAll(response: IncomingMessage, pid: number): Promise<Omit<Sent, "seconds">> {
  const residentMib = [mib(pid)];
  let [answers, refused] = [0, 0];
  for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
    answers += 1;
    if (!line.startsWith('{"digest"')) refused += 1;
    if (answers % Math.ceil(count / 10) === 0) residentMib.push(mib(pid));
  }
  return { answers, refused, residentMib };
}

/** Watches the store from beside: how many documents are final by now. */
async function watchFinal(service: ServiceProcess): Promise<void> {
  const store = openDatabase(join(service.dataFolder, "store.sqlite"));
  const finals = store.prepare("SELECT count(*) AS count FROM documents JOIN writes ON writes.id = documents.write_id WHERE writes.state = 'final'");
  const finalNow = (): number => (finals.get() as { count: number }).count;
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const before = finalNow();
  for (let now = before; now < count && seconds() < watchSeconds; now = finalNow()) {
    await pause(Math.min(10_000, watchSeconds * 100));
    const rate = (finalNow() - before) / seconds();
    console.log(`  after ${seconds().toFixed(0).padStart(4)} s  ${String(finalNow()).padStart(8)} final, ${rate.toFixed(0)} a second   service ${mib(service.pid)} MiB, ledger ${mib(service.demo.ledgerPid)} MiB`);
  }
  store.close();
}

const bareRate = (): Promise<number> => bareRows(join(temporaryFolder(), "bare.sqlite"), { count, perTransaction: PART });

// Before and after: other work on the same machine should not decide.
const bareBefore = await bareRate();
const service = await startServiceProcess({ dataFolder: temporaryFolder() });
const isHeld = process.env["TRADESEAL_BULK_LEDGER"] !== "1";
if (isHeld) halt(service.demo.ledgerPid);
const { seconds, answers, refused, residentMib } = await send(service).finally(() => process.kill(service.demo.ledgerPid, "SIGCONT"));
const rate = answers / seconds;
console.log(`accepted in one request          ${answers} (${refused} refused) in ${seconds.toFixed(1)} s: ${rate.toFixed(0)} a second${isHeld ? " (the ledger held)" : " (the ledger at work)"}`);
console.log(`memory of the service, tenths    ${residentMib.join(" ")} MiB`);
const bareAfter = await bareRate();
const bare = 2 / (1 / bareBefore + 1 / bareAfter);
console.log(`bare rows, ${PART} a transaction     ${bareBefore.toFixed(0)} a second before, ${bareAfter.toFixed(0)} after`);
console.log(`ratio                            ${((rate / bare) * 100).toFixed(0)} %   (wanted: 50 %)`);
console.log("as they become final:");
await watchFinal(service);
await service.stop();
