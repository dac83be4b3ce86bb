/**
 * Goal: a status list is never kinder than the ledger, never older than it says, and signed no more often than it must be.
 * Method: one entry, a ledger and a store that say what the row says; a signer that counts.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { Head, Standing, StandingStatement } from "../../../src/core/ledger.ts";
import { readStatusList, statusIn } from "../../../src/core/credentials/statusList.ts";
import type { StatusPurpose } from "../../../src/core/credentials/statusListNames.ts";
import { statusLists, type StatusListPorts } from "../../../src/flows/issuing/servedStatusLists.ts";
import { chamber, origin } from "../../core/world.ts";

const POSITION = 131_071;
const leaf = leafOf(digestOf(Buffer.from("a credential")));
const head: Head = { number: 20, hash: `0x${"a".repeat(64)}`, time: 1_790_000_000, finalNumber: 10 };

/** A world in which one credential stands so in the store, and the ledger says this of it. */
function world({ stored = "active" as Standing, said = [] as readonly (readonly [Standing, number])[], stolenFrom = Infinity, isSure = true } = {}) {
  const state = { stored, said, now: 1_790_000_000, isSilent: false, isSignerGone: false, signatures: 0, reads: 0, lists: 1, key: "1", workSeconds: 0 };
  const statements = (): StandingStatement[] => state.said.map(([standing, blockNumber]) => ({ standing, blockNumber, reason: "unspecified", replacement: null, time: blockNumber, account: chamber }));
  const ports: StatusListPorts = {
    issuances: { newestList: async () => state.lists, listedIn: async (_, { after }) => (after < POSITION ? [{ position: POSITION, documentType: origin, leaf, standing: state.stored }] : []) },
    issuers: async () => [{ address: chamber, name: "Chamber", account: chamber, successor: null }],
    ledger: {
      head: async () => {
        if (state.isSilent) throw new Fault("ledger_unreachable", "Silent.");
        return head;
      },
      standingsOf: async () => ((state.reads += 1), (state.now += state.workSeconds), statements()),
    },
    signing: { signerFor: async () => (state.isSignerGone ? null : { chainId: 1, didWeb: "did:web:x.example", kid: `did:web:x.example#${state.key}`, algorithm: "ES256", base: "https://x.example", sign: async () => ((state.signatures += 1), new Uint8Array(64)) }) },
    silences: async () => ({ isSilenced: (moment) => moment >= stolenFrom, isSurelySilenced: (moment) => isSure && moment >= stolenFrom }),
    publicUrl: "https://x.example",
    clock: () => state.now,
    gzip: (bytes) => gzipSync(bytes),
  };
  const lists = statusLists(ports);
  const list = (purpose: StatusPurpose = "revocation", number = 1) => lists.listNamed({ issuer: chamber, purpose, number });
  return { state, list };
}

const payloadOf = (text: string) => JSON.parse(Buffer.from(text.split(".")[1]!, "base64url").toString());
function setIn(text: string): number[] {
  const bits = gunzipSync(Buffer.from(payloadOf(text).credentialSubject.encodedList.slice(1), "base64url"));
  return [...bits].flatMap((byte, at) => Array.from({ length: 8 }, (_, bit) => (byte & (0x80 >> bit) ? 8 * at + bit : -1)).filter((position) => position >= 0));
}

const rows: readonly [what: string, stored: Standing, said: readonly (readonly [Standing, number])[], revocation: boolean, suspension: boolean][] = [
  ["nothing was ever said",                                      "active",    [],                                                  false, false],
  ["suspended and acknowledged, the ledger has not heard it",    "suspended", [],                                                  false, true],
  ["revoked and acknowledged, the ledger still says suspended",  "revoked",   [["suspended", 5]],                                  true,  true],
  ["revoked on the ledger alone: the store was lost",            "active",    [["revoked", 5]],                                    true,  false],
  ["suspended in a block that is not final",                     "active",    [["suspended", 15]],                                 false, true],
  ["reinstated in a block that is not final",                    "active",    [["suspended", 5], ["active", 15]],                  false, true],
  ["reinstated in a final block",                                "active",    [["suspended", 5], ["active", 8]],                   false, false],
  ["reinstated, and suspended again",                            "active",    [["suspended", 5], ["active", 8], ["suspended", 9]], false, true],
  ["replaced",                                                   "active",    [["replaced", 5]],                                   true,  false],
];

test.each(rows)("%s", async (_what, stored, said, revocation, suspension) => {
  const { list } = world({ stored, said });
  expect(setIn((await list("revocation"))!.text)).toEqual(revocation ? [POSITION] : []);
  expect(setIn((await list("suspension"))!.text)).toEqual(suspension ? [POSITION] : []);
});

test.each<[what: string, said: readonly (readonly [Standing, number])[], isSure: boolean, revocation: boolean, suspension: boolean]>([
  ["revoked by a thief",                       [["revoked", 6]],                    true,  false, false],
  ["revoked by what is perhaps a thief",       [["revoked", 6]],                    false, true,  false],
  ["revoked before the theft",                 [["revoked", 4]],                    true,  true,  false],
  ["suspended, and reinstated by a thief",     [["suspended", 4], ["active", 6]],   true,  false, true],
  ["suspended, and perhaps by a thief reinstated", [["suspended", 4], ["active", 6]], false, false, true],
])("with keys that were stolen from block 5 on: %s", async (_what, said, isSure, revocation, suspension) => {
  const { list } = world({ said, stolenFrom: 5, isSure });
  expect([setIn((await list("revocation"))!.text).length, setIn((await list("suspension"))!.text).length]).toEqual([Number(revocation), Number(suspension)]);
});

test("signed once however many ask, again when it changes, and when it grows old; never of a list that is not there", async () => {
  const { state, list } = world();
  const texts = await Promise.all(Array.from({ length: 50 }, () => list()));
  expect([new Set(texts.map((one) => one!.text)).size, state.signatures, state.reads]).toEqual([1, 1, 1]);
  state.now += 4;
  await list();
  expect(state.reads).toBe(1);
  state.now += 1;
  expect([(await list())!.text, state.signatures, state.reads]).toEqual([texts[0]!.text, 1, 2]);
  state.stored = "revoked";
  state.now += 5;
  expect([setIn((await list())!.text), state.signatures]).toEqual([[POSITION], 2]);
  state.now += 1_800;
  const renewed = payloadOf((await list())!.text);
  expect([state.signatures, Date.parse(renewed.validFrom) / 1000, Date.parse(renewed.validUntil) / 1000]).toEqual([3, state.now, state.now + 3_600]);
  expect([await list("revocation", 2), state.signatures]).toEqual([null, 3]);
  // A clock that was set back: the list of the future is not served for ever.
  state.now -= 100_000;
  expect(Date.parse(payloadOf((await list())!.text).validFrom) / 1000).toBe(state.now);
});

/** What a verifier makes of the list that it was given, so many seconds later. */
function believed(text: string, now: number): string {
  const list = readStatusList(text)!;
  return statusIn(list, { purpose: "revocation", index: 7, list: payloadOf(text).id }, { bits: gunzipSync(list.packed), now });
}

test.each([["at once", 0], ["in ten seconds", 10]])("worked out %s: at any moment the list that is served is believed, also by who kept it for a minute behind a cache", async (_what, workSeconds) => {
  const { state, list } = world();
  state.workSeconds = workSeconds;
  for (let asked = 0; asked < 400; asked += 1) {
    const { text, keepSeconds } = (await list())!;
    expect(believed(text, state.now + keepSeconds + 60), `after ${asked} questions`).toBe("clear");
    state.now += 7;
  }
  const { text } = (await list())!;
  expect(believed(text, state.now + 3 * payloadOf(text).credentialSubject.ttl), "and not for ever").toBe("silent");
});

test("another key signs: at once, however young the list is", async () => {
  const { state, list } = world();
  await list();
  state.key = "2";
  const { text } = (await list())!;
  expect(JSON.parse(Buffer.from(text.split(".")[0]!, "base64url").toString()).kid).toBe("did:web:x.example#2");
  await list();
  expect(state.signatures).toBe(2);
});

test("another key signs: the list is signed anew, though nothing in it changed", async () => {
  const { state, list } = world();
  await list();
  state.key = "2";
  state.now += 5;
  expect(JSON.parse(Buffer.from((await list())!.text.split(".")[0]!, "base64url").toString())).toMatchObject({ kid: "did:web:x.example#2" });
  expect(state.signatures).toBe(2);
});

test("a silent ledger: no list, and the next one as soon as it answers", async () => {
  const { state, list } = world();
  await list();
  state.isSilent = true;
  state.now += 5;
  await expect(list()).rejects.toMatchObject({ code: "ledger_unreachable" });
  state.isSilent = false;
  expect(setIn((await list())!.text)).toEqual([]);
});

test("of an identity that was given up, with no key left, there is no list: nobody could sign it", async () => {
  const { state, list } = world();
  expect(await list()).not.toBeNull();
  state.isSignerGone = true;
  state.now += 3_600;
  expect(await list()).toBeNull();
});
