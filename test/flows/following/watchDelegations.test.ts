/**
 * Goal: an operator hears in time that a delegation ends, once a day and not more, and at once when it has ended.
 * Method: one issuer, one delegation, a clock that is set; one way of standing per row.
 */
import { expect, test } from "vitest";
import { BURN_ADDRESS, parseAddress } from "../../../src/core/address.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { LedgerIdentity } from "../../../src/flows/identities/ledgerIdentity.ts";
import { lookOnce, watchDelegations, type WatchPorts } from "../../../src/flows/following/watchDelegations.ts";

const [identity, account, owner] = ["1", "2", "3"].map((digit) => parseAddress(`0x${digit.repeat(40)}`)) as [ReturnType<typeof parseAddress>, ReturnType<typeof parseAddress>, ReturnType<typeof parseAddress>];
const DAY = 86_400;
const NOW = 1_790_000_000;
const seenWith = (end: number | null, change: Partial<LedgerIdentity> = {}): LedgerIdentity => ({
  ...{ identity, owner, lastChange: 1, isDeactivated: false, head: { number: 9, hash: "0x1", time: NOW, finalNumber: 9 } },
  delegations: end === null ? [] : [{ delegate: account, end, isInForce: end > NOW }],
  ...change,
});

function watchOf(seen: () => LedgerIdentity, now: () => number = () => NOW) {
  const notices: string[] = [];
  const given: string[] = [];
  const ports: WatchPorts = {
    register: { issuers: async () => [{ address: identity, name: "Ministry", account, successor: null }], setSuccessor: async (_issuer, successor) => void given.push(successor) },
    identities: { identityOf: async () => seen() },
    clock: now,
    notice: (message, details) => notices.push(`${message} ${JSON.stringify(details)}`),
  };
  return { ports, notices, given };
}

const rows: readonly [what: string, seen: LedgerIdentity, says: RegExp | null][] = [
  ["it ends in 15 days",           seenWith(NOW + 15 * DAY),                       null],
  ["it ends in 14 days",           seenWith(NOW + 14 * DAY),                       null],
  ["it ends a second sooner",      seenWith(NOW + 14 * DAY - 1),                   /ends soon.*"ends":"2026-10-05T.*"days":13/],
  ["it ends in an hour",           seenWith(NOW + 3_600),                          /ends soon.*"days":0/],
  ["it ends now",                  seenWith(NOW),                                  /has ended; its documents wait/],
  ["it never was",                 seenWith(null),                                 /has not delegated to this service yet/],
  ["the account owns it itself",   seenWith(null, { owner: account }),             null],
  ["it was given up elsewhere",    seenWith(NOW + 99 * DAY, { isDeactivated: true }), /was given up/],
];

for (const [what, seen, says] of rows) {
  test(`${what}: ${says === null ? "nothing is said" : "said once"}`, async () => {
    const { ports, notices, given } = watchOf(() => seen);
    const told = new Map();
    for (let times = 0; times < 3; times += 1) await lookOnce(told, ports);
    expect(notices).toHaveLength(says === null ? 0 : 1);
    if (says !== null) expect(notices[0]).toMatch(says);
    expect(given.length > 0).toBe(seen.isDeactivated);
    expect(given.every((successor) => successor === BURN_ADDRESS)).toBe(true);
  });
}

test("each further day is told, a renewal ends it, and the next end is told anew", async () => {
  let [end, now] = [NOW + 3 * DAY + 100, NOW];
  const { ports, notices } = watchOf(() => ({ ...seenWith(end), delegations: [{ delegate: account, end, isInForce: end > now }] }), () => now);
  const told = new Map();
  for (; now < NOW + 2 * DAY; now += DAY / 4) await lookOnce(told, ports);
  expect(notices.map((notice) => /"days":(\d+)/.exec(notice)![1])).toEqual(["3", "2", "1"]);
  end += 90 * DAY;
  await lookOnce(told, ports);
  end = now - 1;
  await lookOnce(told, ports);
  expect(notices.at(-1)).toMatch(/has ended/);
});

test("a silent ledger stops nothing, and is not told here; an error of ours is", async () => {
  const silent = watchOf(() => { throw new Fault("ledger_unreachable", "No answer."); });
  await lookOnce(new Map(), silent.ports);
  expect(silent.notices).toEqual([]);
  const broken = watchOf(() => { throw new Error("ours"); });
  await lookOnce(new Map(), broken.ports);
  expect(broken.notices).toHaveLength(1);
});

test("it looks at once, and ends when it is told to", async () => {
  const { ports, notices } = watchOf(() => seenWith(null));
  const watch = watchDelegations({ ...ports, pause: (_seconds, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())) });
  await new Promise((resolve) => setImmediate(resolve));
  expect(notices).toHaveLength(1);
  await watch.stop();
});
