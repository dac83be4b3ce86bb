/**
 * Goal: the program in docs/verifying-credentials.md judges credentials and presentations on a ledger of its own choosing, as the page says.
 * Method: it is run as it stands, with this package in place of its name, beside a service whose ledger it reads; the service issues, the program judges.
 */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServiceProcess, temporaryFolder, type ServiceProcess } from "../../scripts/serviceProcess.ts";
import { subjects } from "../core/shapes/samples.ts";
import { tradeseal } from "../cli/program.ts";
import { until } from "../until.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolder();
let service: ServiceProcess;
let program: ChildProcessWithoutNullStreams;
let lines: AsyncIterator<string>;

beforeAll(async () => {
  service = await startServiceProcess({ dataFolder: temporaryFolder(), settings: { TRADESEAL_BATCH_AGE: "0" } });
  const page = readFileSync(join(root, "docs/verifying-credentials.md"), "utf8");
  const [, code] = /## In a program of your own[\s\S]*?```ts\n([\s\S]*?)```/.exec(page)!;
  writeFileSync(join(folder, "judge.mts"), code!.replace('"tradeseal"', JSON.stringify(pathToFileURL(join(root, "src/index.ts")).href)));
  symlinkSync(join(service.dataFolder, "ledger.json"), join(folder, "ledger.json"));
  const customs = service.demo.issuers.find(({ role }) => role === "customs")!.did.split(":").at(-1)!;
  program = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "judge.mts"], { cwd: folder, env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], RPC: service.demo.rpc, CUSTOMS: customs } });
  program.stderr.pipe(process.stderr);
  lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
});
afterAll(async () => {
  program?.kill();
  await service?.stop();
});

const next = async (): Promise<string> => (await lines.next()).value as string;
async function said(line: string): Promise<string> {
  program.stdin.write(`${line}\n`);
  return next();
}
async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${service.keyOf("customs")}`, "content-type": "application/json" };
  return (await (await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })).json()) as T;
}

test("a credential, its presentation, and both after it was revoked", async () => {
  const challenge = await next();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = privateKey.export({ format: "jwk" });
  writeFileSync(join(folder, "holder.jwk"), JSON.stringify(jwk));
  const holder = `did:jwk:${Buffer.from(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y })).toString("base64url")}`;
  const { id, credential } = await call<{ id: string; credential: string }>("POST", "/v1/credentials", { type: "AEOCredential", format: "dc+sd-jwt", credentialSubject: { ...subjects.aeo, id: holder } });
  await until(async () => (await call<{ state: string }>("GET", `/v1/credentials/${id}`)).state === "final");
  expect(await said(credential)).toBe("authentic  Customs of Example");
  writeFileSync(join(folder, "aeo.sd-jwt"), credential);
  const presented = async (): Promise<string> => {
    const { stdout } = await tradeseal(["present", "aeo.sd-jwt", "--key", "holder.jwk", "-c", challenge, "-a", "https://border.example", "--disclose", "/legalName"], { folder });
    return said(`presentation ${stdout.trim()}`);
  };
  expect(await presented()).toBe("authentic  Customs of Example");
  expect(await presented(), "the challenge was used").toBe("altered challenge_used Customs of Example");
  await call("PUT", `/v1/credentials/${id}/standing`, { standing: "revoked", reason: "ended" });
  await expect.poll(() => said(credential)).toBe("no_longer_valid revoked Customs of Example");
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.stdin.end();
  expect(await ended).toBe(0);
});
