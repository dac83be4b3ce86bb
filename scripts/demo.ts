// The main job on the sample documents: every one of the six verdicts, from a service and a ledger of its own.
//
//   npm run demo

import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { halt } from "./haltProcess.ts";
import type { Report } from "../src/core/report.ts";
import { english } from "../src/words/english/table.ts";
import { advice, headline } from "../src/words/sentences.ts";
import { startServiceProcess, temporaryFolder, type Demo, type ServiceProcess } from "./serviceProcess.ts";

type Role = Demo["issuers"][number]["role"];

const sample = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(fileURLToPath(new URL(`../docs/samples/${name}.pdf`, import.meta.url))));

/** One line of the demonstration: what is checked, and what the service says. */
export interface Scene {
  readonly what: string;
  readonly report: Report;
}

/** Plays the demonstration and hands over each scene as it ends. */
export async function* play(): AsyncGenerator<Scene> {
  const service = await startServiceProcess({ dataFolder: temporaryFolder() });
  try {
    const stage = new Stage(service);
    const certificate = sample("certificate-of-origin");
    const { seal } = await stage.anchor("chamber", "861", certificate);
    yield { what: "the chamber's certificate of origin, as anchored", report: await stage.verify(certificate) };

    const changed = new Uint8Array(certificate);
    changed[4_000]! ^= 1;
    yield { what: "the same with one bit changed, and the seal of the original", report: await stage.verify(changed, { seal }) };
    yield { what: "the same with one bit changed, without a seal", report: await stage.verify(changed) };

    const invoice = sample("commercial-invoice");
    await stage.anchor("rogue", "380", invoice);
    yield { what: "an invoice anchored by a company that nobody accredits", report: await stage.verify(invoice) };
    yield { what: "the certificate of origin, where an invoice is asked for", report: await stage.verify(certificate, { documentType: "380" }) };

    const operator = sample("aeo-certificate");
    const { id } = await stage.anchor("customs", "AEO", operator);
    await stage.revoke("customs", id);
    yield { what: "an AEO certificate that customs revoked", report: await stage.verify(operator) };

    halt(service.demo.ledgerPid);
    const silent = await stage.verify(certificate);
    process.kill(service.demo.ledgerPid, "SIGCONT");
    yield { what: "the certificate of origin, while the ledger does not answer", report: silent };
    yield { what: "the certificate of origin, when it answers again", report: await stage.verify(certificate) };
  } finally {
    process.kill(service.demo.ledgerPid, "SIGCONT");
    await service.stop();
  }
}

class Stage {
  readonly #service: ServiceProcess;

  constructor(service: ServiceProcess) {
    this.#service = service;
  }

  /** Anchors the bytes and waits until no reorganisation takes the anchor away. */
  async anchor(role: Role, documentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ id: string; seal: string }> {
    const form = new FormData();
    form.set("documentType", documentType);
    form.set("file", new Blob([bytes]));
    const { id } = (await this.#call("/v1/documents", { method: "POST", role, body: form })) as { id: string };
    await this.#until(async () => ((await this.#call(`/v1/documents/${id}`, { role })) as { state: string }).state === "final");
    return { id, seal: JSON.stringify(await this.#call(`/v1/documents/${id}/seal`, { role })) };
  }

  async revoke(role: Role, id: string): Promise<void> {
    await this.#call(`/v1/documents/${id}/standing`, { method: "PUT", role, body: JSON.stringify({ standing: "revoked", reason: "conditions_no_longer_met" }) });
    await pause(1_000);
  }

  async verify(bytes: Uint8Array<ArrayBuffer>, { seal, documentType }: { seal?: string; documentType?: string } = {}): Promise<Report> {
    const form = new FormData();
    form.set("file", new Blob([bytes]));
    if (seal !== undefined) form.set("seal", seal);
    if (documentType !== undefined) form.set("documentType", documentType);
    return (await this.#call("/v1/verifications", { method: "POST", body: form })) as Report;
  }

  async #until(isSo: () => Promise<boolean>): Promise<void> {
    for (let patience = 400; patience > 0; patience -= 1) {
      if (await isSo()) return;
      await pause(50);
    }
    throw new Error("The document did not become final within 20 s.");
  }

  async #call(path: string, { method = "GET", role, body }: { method?: string; role?: Role; body?: FormData | string }): Promise<unknown> {
    const headers: Record<string, string> = {};
    if (role !== undefined) headers["authorization"] = `Bearer ${this.#service.keyOf(role)}`;
    if (typeof body === "string") headers["content-type"] = "application/json";
    const reply = await fetch(this.#service.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }
}

if (import.meta.main) {
  console.log("A service and a ledger of their own are started; the papers are in docs/samples.\n");
  for await (const { what, report } of play()) {
    const { means } = advice(report, english);
    console.log(`${report.verdict.padEnd(16)}${what}`);
    console.log(`${"".padEnd(16)}${headline(report, english)}`);
    console.log(`${"".padEnd(16)}${report.reason === undefined ? "" : `${report.reason}: `}${means}\n`);
  }
}
