// Deliver: takes stored events to the endpoints that asked for them, again and again until they are taken or given up.

import { signatureHeader } from "../../core/webhookSignature.ts";
import type { Delivery, Events, GuardedPoster, Posted, Webhook, Webhooks } from "./followPorts.ts";
import type { Clock } from "../ports.ts";

/** What delivering needs. */
export interface DeliverPorts {
  readonly webhooks: Webhooks;
  readonly events: Events;
  readonly poster: GuardedPoster;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Pauses after the first try, the second, …: the times of the Standard Webhooks text, a good three days in all. */
export const RETRY_PAUSES_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** An endpoint that took nothing for so long is disabled. */
const DISABLED_AFTER_SECONDS = 5 * 86_400;
/** Longer than any try takes, so that nothing is tried twice at a time. */
const LEASE_SECONDS = 60;
/** Open deliveries of one endpoint; what comes after waits as an event. */
const WINDOW = 1_000;
/** Tries under way to one endpoint; one that fails is tried one at a time. */
const AT_ONCE = 8;
/** Tries under way in all. */
const AT_ONCE_IN_ALL = 200;

/** Tries under way, by endpoint. */
export type UnderWay = Map<string, Set<Promise<void>>>;

/**
 * Begins whatever is due, and does not wait for it: a slow endpoint holds up its own deliveries and nobody else's.
 *
 * @returns how much there was to do.
 */
export async function deliverDue(underWay: UnderWay, ports: DeliverPorts): Promise<number> {
  const { webhooks, clock } = ports;
  let begun = await webhooks.spread(WINDOW, clock());
  // Who has the fewest tries under way comes first.
  const due = (await webhooks.withDue(clock())).toSorted((left, right) => sizeOf(underWay, left) - sizeOf(underWay, right));
  for (const webhook of due) {
    const room = Math.min((webhook.failingSince === null ? AT_ONCE : 1) - sizeOf(underWay, webhook), AT_ONCE_IN_ALL - sizeInAll(underWay));
    const claimed = room <= 0 ? [] : await webhooks.claim(webhook.id, room, { now: clock(), leaseSeconds: LEASE_SECONDS });
    for (const delivery of claimed) begin(delivery, webhook, { underWay, ports });
    begun += claimed.length;
  }
  return begun;
}

const sizeOf = (underWay: UnderWay, { id }: Webhook): number => underWay.get(id)?.size ?? 0;
const sizeInAll = (underWay: UnderWay): number => [...underWay.values()].reduce((sum, { size }) => sum + size, 0);

function begin(delivery: Delivery, webhook: Webhook, { underWay, ports }: { underWay: UnderWay; ports: DeliverPorts }): void {
  const own = underWay.get(webhook.id) ?? new Set();
  underWay.set(webhook.id, own);
  // What fails here (a closed store) leaves the delivery as it is: its lease ends, and it is tried again.
  const trying = tryOnce(delivery, webhook, ports).catch(() => {}).finally(() => {
    own.delete(trying);
    if (own.size === 0) underWay.delete(webhook.id);
  });
  own.add(trying);
}

/** One try, and what follows from it. */
async function tryOnce(delivery: Delivery, webhook: Webhook, { webhooks, poster, clock, random }: DeliverPorts): Promise<void> {
  const timestampSeconds = Math.floor(clock());
  const { eventId, body, attempts } = delivery;
  const signature = signatureHeader({ id: eventId, timestampSeconds, body }, webhook.secrets);
  const headers = { "Content-Type": "application/json", "webhook-id": eventId, "webhook-timestamp": String(timestampSeconds), "webhook-signature": signature };
  const posted = await poster.post(webhook.url, { body, headers });
  const problem = problemIn(posted);
  const now = clock();
  if (problem === null) return webhooks.delivered(delivery);
  const pause = RETRY_PAUSES_SECONDS[attempts - 1];
  // A tenth more or less, so that endpoints that failed together do not come back together.
  await webhooks.failed(delivery, { problem, retryAt: pause === undefined ? null : now + pause * (0.9 + 0.2 * random()), now });
  if (posted.isAnswered && posted.status === 410) return webhooks.disable(webhook.id, "The endpoint answered 410: it is gone.", now);
  const isGivenUp = webhook.failingSince !== null && now - webhook.failingSince > DISABLED_AFTER_SECONDS;
  if (isGivenUp) await webhooks.disable(webhook.id, `For five days nothing could be delivered. Last: ${problem}`, now);
}

function problemIn(posted: Posted): string | null {
  if (!posted.isAnswered) return `Nothing was delivered: ${posted.refusal}.`;
  if (posted.status >= 200 && posted.status < 300) return null;
  return posted.status >= 300 && posted.status < 400 ? `The endpoint pointed elsewhere (${posted.status}); nobody follows.` : `The endpoint answered ${posted.status}.`;
}
