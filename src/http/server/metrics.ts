// /metrics, for Prometheus: how the service does, in numbers. Never who asks, or about what.

import { createHash, timingSafeEqual } from "node:crypto";
import type { Express, Request, RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Secret } from "../../core/secret.ts";
import { Fault } from "../../core/fault.ts";
import type { Report } from "../../core/report.ts";
import { writeStates } from "../../flows/issuing/issuePorts.ts";
import type { StoreVitals } from "../../flows/carrying/vitals.ts";
import { isLoopback } from "./addresses.ts";
import { addResource } from "./resource.ts";

/** How far the service has come, at one moment. */
export interface Vitals {
  /** The ledger's newest and newest final block, and when the newest was made (Unix seconds); `null` while the ledger does not answer. */
  readonly head: { readonly number: number; readonly finalNumber: number; readonly time: number } | null;
  /** The last block whose events are all in the index. */
  readonly indexedNumber: number | null;
  /** What waits in the store; `null` while it does not answer. */
  readonly store: StoreVitals | null;
}

/** What the service counts, and where Prometheus reads it. */
export interface Metrics {
  /** Times every request. */
  readonly timing: RequestHandler;
  /** Counts a verdict. */
  judged(report: Pick<Report, "verdict" | "reason">): void;
  /** Counts something that an operator was told. `message` is one of a few fixed sentences. */
  noticed(message: string): void;
  /** Everything counted, in Prometheus' text format. */
  text(vitals: Vitals): Promise<string>;
  readonly contentType: string;
}

/** Metrics that start at zero. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    ...{ registers, name: "tradeseal_http_request_seconds", help: "Time from a request's first byte to the end of its answer, by route pattern." },
    ...{ labelNames: ["method", "route", "status"] as const, buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 5, 15, 60] },
  });
  const verdicts = new Counter({ registers, name: "tradeseal_verdicts_total", help: "Verdicts told, with their reason.", labelNames: ["verdict", "reason"] as const });
  const notices = new Counter({ registers, name: "tradeseal_notices_total", help: "What the log warned of, by sentence.", labelNames: ["notice"] as const });
  const vital = vitalGauges(registers);
  return {
    timing: timingInto(requests),
    judged: ({ verdict, reason }) => verdicts.inc({ verdict, reason: reason ?? "" }),
    noticed: (notice) => notices.inc({ notice }),
    text(vitals) {
      vital(vitals);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function vitalGauges(registers: Registry[]): (vitals: Vitals) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ registers, name: `tradeseal_${name}`, help });
  const answers = gauge("ledger_answers", "1 while the ledger answers, else 0.");
  const newest = gauge("ledger_block", "The ledger's newest block.");
  const final = gauge("ledger_final_block", "The newest block that no reorganisation takes away.");
  const time = gauge("ledger_block_time_seconds", "When the newest block was made.");
  const indexed = gauge("index_block", "The last block whose events are all in this process's index.");
  const tellStore = storeGauges(registers);
  return ({ head, indexedNumber, store }) => {
    tellStore(store);
    answers.set(head === null ? 0 : 1);
    if (head !== null) {
      newest.set(head.number);
      final.set(head.finalNumber);
      time.set(head.time);
    }
    indexed.set(indexedNumber ?? -1);
  };
}

/** What a silent store held at last is no news: then only its silence is told. */
function storeGauges(registers: Registry[]): (store: StoreVitals | null) => void {
  const gauge = (name: string, help: string): Gauge => new Gauge({ registers, name: `tradeseal_${name}`, help });
  const answers = gauge("store_answers", "1 while the store answers, else 0.");
  const waiting = gauge("documents_waiting", "Accepted documents that wait for a batch, counted up to 100,000.");
  const oldest = gauge("oldest_document_waiting_seconds", "How long the oldest of them has waited.");
  const writes = new Gauge({ registers, name: "tradeseal_writes", help: "Writes on their way to the ledger, by how far they have come.", labelNames: ["state"] as const });
  const stopped = gauge("writes_stopped", "Writes that something stops: an empty account, a key that does not open, a refusal.");
  const deliveries = gauge("deliveries_waiting", "Deliveries to webhooks that are still to be made.");
  const failed = gauge("deliveries_failed", "Deliveries to webhooks that were given up.");
  return (store) => {
    answers.set(store === null ? 0 : 1);
    for (const { gauge: each, value } of [
      { gauge: waiting, value: store?.documentsWaiting },
      { gauge: oldest, value: store === null ? undefined : store.oldestAcceptedAt === null ? 0 : Math.max(0, Date.now() / 1000 - store.oldestAcceptedAt) },
      { gauge: stopped, value: store?.writesStopped },
      { gauge: deliveries, value: store?.deliveriesWaiting },
      { gauge: failed, value: store?.deliveriesFailed },
    ]) each.set(value ?? NaN);
    for (const state of writeStates.filter((name) => name !== "final" && name !== "refused")) writes.set({ state }, store === null ? NaN : (store.writes.get(state) ?? 0));
  };
}

/** The route's pattern, not the address: addresses carry digests, and there are no end of them. */
function timingInto(requests: Histogram<"method" | "route" | "status">): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.once("close", () => {
      const route = (request.route as { path?: string } | undefined)?.path;
      requests.observe({ method: route === undefined ? "any" : request.method, route: route ?? "none", status: String(response.statusCode) }, (performance.now() - begun) / 1000);
    });
    next();
  };
}

/** Adds `/metrics`: with a token for whoever sends it (`Authorization: Bearer …`), without one for callers on this machine. */
export function addMetrics(app: Express, { metrics, vitals, metricsToken }: { metrics: Metrics; vitals: () => Promise<Vitals>; metricsToken: Secret | null }): void {
  addResource(app, {
    path: "/metrics",
    audience: "issuers",
    get: [
      async (request, response) => {
        refuseStrangers(request, metricsToken);
        response.set("Content-Type", metrics.contentType).send(await metrics.text(await vitals()));
      },
    ],
  });
}

/** A stranger learns from the numbers how much is issued here, which is nobody's business. */
function refuseStrangers(request: Request, token: Secret | null): void {
  if (token === null) {
    if (isLoopback(request)) return;
    throw new Fault("not_found", "There is nothing at this address.");
  }
  const wanted = `Bearer ${token.reveal()}`;
  const [asked, right] = [request.headers.authorization ?? "", wanted].map((text) => createHash("sha256").update(text).digest()) as [Buffer, Buffer];
  if (!timingSafeEqual(asked, right)) throw new Fault("key_unknown", "The metrics need the token that TRADESEAL_METRICS_TOKEN names, as a Bearer token.");
}
