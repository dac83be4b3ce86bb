/**
 * Goal: whatever is kept from the verifier makes it doubt, never believe.
 * Method: ports that answer by script about one document in order; each test keeps something back.
 */

import { describe, expect, test } from "vitest";
import { digestOf, leafOf, type Leaf } from "../../../src/core/digest.ts";
import { Fault } from "../../../src/core/fault.ts";
import type { StandingStatement } from "../../../src/core/ledger.ts";
import { dateOf } from "../../../src/core/report.ts";
import { verify } from "../../../src/flows/verifying/verify.ts";
import type { FoundAnchor, VerifyPorts } from "../../../src/flows/ports.ts";
import { aeo, ANCHORED_AT, blockTime, chamber, customs, digest, granted, head, ledger, origin, seal, stands, stranger, trustRoot } from "../../core/world.ts";

const subject = { digest, seal: null, documentType: null };
const anchor = (issuer = chamber, blockNumber = ANCHORED_AT): FoundAnchor => ({ issuer, documentType: origin, root: seal.root, index: 2, size: 5, account: issuer, blockNumber });
const particulars = granted(100).particulars;

function ports({ anchors = [anchor()], changed = 0, known = 0, unreadable = null as string | null } = {}): VerifyPorts {
  return {
    ledger: {
      id: ledger,
      head: async () => head,
      anchorOf: async () => ({ ...blockTime(ANCHORED_AT), size: 5, hasLeaves: true }),
      standingsOf: (_speaker, { issuer }) => (issuer === unreadable ? Promise.reject(new Fault("ledger_unreachable", "too many")) : Promise.resolve([])),
      grantsOf: async () => [granted(100)],
      didChangedIn: async () => changed,
    },
    index: {
      reached: () => head,
      anchorsOf: (leaf) => (leaf === leafOf(digest) ? anchors : []),
      anchorNamed: () => null,
      grantsAbove: (grantee) => (grantee === chamber ? [{ grantor: customs, grantee: chamber, name: "Chamber", particulars }] : []),
      grantsBelow: () => [],
      deactivatedIn: () => null,
      changedIn: () => known,
      finalMark: () => null,
      spokenAbout: () => [],
      replacedWith: () => [],
    },
    follower: { reach: async () => true },
    trustRoots: () => [trustRoot(customs, origin)],
    clock: () => 2_005,
  };
}

const said = async (made: VerifyPorts): Promise<string> => {
  const { verdict, reason } = await verify(subject, made);
  return reason === undefined ? verdict : `${verdict}: ${reason}`;
};

test("in order: authentic, under the name that the grant gives", async () => {
  expect(await verify(subject, ports())).toMatchObject({ verdict: "authentic", issuer: { name: "Chamber" } });
});

test("a change of the issuer's DID that was kept from the index makes it doubt", async () => {
  expect(await said(ports({ changed: 1_500, known: 1_500 }))).toBe("authentic");
  expect(await said(ports({ changed: 1_500, known: 1_400 }))).toBe("undetermined: index_behind");
});

test("hundreds of strangers' anchors before the issuer's crowd it out neither of the verdict nor of the report", async () => {
  const crowd = Array.from({ length: 300 }, (_, each) => anchor(stranger, each));
  const report = await verify(subject, ports({ anchors: [...crowd, anchor()] }));
  expect(report.verdict).toBe("authentic");
  expect(report.anchors.length).toBeLessThanOrEqual(100);
});

test("with an issuer asked for, only its anchors count, and no others", async () => {
  const anchors = [anchor(stranger, 1), anchor()];
  const asked = (issuer: typeof chamber) => verify({ ...subject, issuer }, ports({ anchors }));
  expect(await asked(chamber)).toMatchObject({ verdict: "authentic", anchors: [{ issuer: { address: chamber } }] });
  expect(await asked(stranger)).toMatchObject({ verdict: "not_entitled", anchors: [{ issuer: { address: stranger } }] });
  expect(await asked(customs)).toMatchObject({ verdict: "not_found", anchors: [] });
});

test("a stranger who says more than can be read changes no verdict; an issuer whose words cannot be read leaves a doubt", async () => {
  const anchors = [anchor(stranger, 1), anchor()];
  expect(await said(ports({ anchors, unreadable: stranger }))).toBe("authentic");
  expect(await said(ports({ anchors: [anchor(stranger, 1)], unreadable: stranger }))).toBe("not_entitled: no_accreditation");
  expect(await said(ports({ unreadable: chamber }))).toBe("undetermined: ledger_silent");
});

test("what was said of the code that was issued with it counts for the document, whoever said it, and how; good news of the one does not heal the other", async () => {
  const code = leafOf(digestOf(Uint8Array.of(1)));
  const speaking = (words: Readonly<Record<string, readonly StandingStatement[]>>, leaves: readonly Leaf[] = [code]): VerifyPorts => {
    const made = ports();
    return { ...made, ledger: { ...made.ledger, standingsOf: async (speaker, { leaf }) => words[`${speaker} ${leaf}`] ?? [] }, issuedWith: async () => ({ period: null, leaves }) };
  };
  expect(await said(speaking({}))).toBe("authentic");
  for (const speaker of [customs, chamber]) expect(await said(speaking({ [`${speaker} ${code}`]: [stands("suspended", 1_500)] }))).toBe("no_longer_valid: suspended");
  expect(await said(speaking({ [`${stranger} ${code}`]: [stands("revoked", 1_500)] }))).toBe("authentic");
  expect(await said(speaking({ [`${customs} ${code}`]: [stands("suspended", 1_500), stands("active", 1_600)] }))).toBe("authentic");
  expect(await said(speaking({ [`${customs} ${leafOf(digest)}`]: [stands("suspended", 1_500)], [`${customs} ${code}`]: [stands("active", 1_600)] }))).toBe("no_longer_valid: suspended");
  expect(await said(speaking({ [`${customs} ${code}`]: [stands("suspended", 1_500)] }, []))).toBe("authentic");
});

test("the credential's period ends a right, and no fact, that was issued with it", async () => {
  const issuedWith = async () => ({ period: { from: 0, until: 2_000 }, leaves: [] });
  expect(await said({ ...ports(), issuedWith })).toBe("authentic");
  const lasting = { ...ports({ anchors: [{ ...anchor(), documentType: aeo }] }), trustRoots: () => [trustRoot(customs, aeo)] };
  expect([await said(lasting), await said({ ...lasting, issuedWith })]).toEqual(["authentic", "no_longer_valid: expired"]);
});

describe("what it replaced", () => {
  const old = leafOf(digestOf(Uint8Array.of(1)));
  const other = leafOf(digestOf(Uint8Array.of(3)));
  const replaced = stands("replaced", 1_500, { replacement: digest });
  /** The index tells of both; the ledger says what it says. */
  const replacing = (says: (leaf: Leaf) => Promise<readonly StandingStatement[]>, change: Partial<VerifyPorts> = {}): VerifyPorts => {
    const made = ports();
    const asked: VerifyPorts["ledger"]["standingsOf"] = async (speaker, { leaf }) => (leaf === leafOf(digest) || speaker !== chamber ? [] : says(leaf));
    return { ...made, ledger: { ...made.ledger, standingsOf: asked }, index: { ...made.index, replacedWith: ({ issuer }, limit) => (issuer === chamber && limit <= 20 ? [old, other] : []) }, ...change };
  };
  const told = async (made: VerifyPorts) => {
    const { verdict, anchors } = await verify(subject, made);
    return [verdict, anchors[0]!.replaces];
  };
  const since = dateOf(1_500);

  test("is read from the ledger: what the index alone says is not told", async () => {
    expect(await told(replacing(async (leaf) => (leaf === old ? [replaced] : [])))).toEqual(["authentic", [{ leaf: old, since }]]);
    expect(await told(replacing(async () => []))).toEqual(["authentic", undefined]);
    expect(await told(replacing(async () => [stands("replaced", 1_500, { replacement: digestOf(Uint8Array.of(9)) })]))).toEqual(["authentic", undefined]);
  });

  test("is told by the issuer's word that decides: a later one of another account changes nothing", async () => {
    const elsewhere = stands("replaced", 1_400, { replacement: digestOf(Uint8Array.of(9)) });
    expect(await told(replacing(async () => [elsewhere, replaced]))).toEqual(["authentic", undefined]);
    expect(await told(replacing(async () => [stands("suspended", 1_300), replaced, elsewhere]))).toEqual(["authentic", [{ leaf: old, since }, { leaf: other, since }]]);
  });

  test("is left out where the ledger is silent about it, and no verdict hears of that", async () => {
    expect(await told(replacing(() => Promise.reject(new Fault("ledger_unreachable", "too many"))))).toEqual(["authentic", undefined]);
  });

  test("has its digest where this verifier knows it for this issuer and type", async () => {
    const publishedDigests: VerifyPorts["publishedDigests"] = async (leaves, { issuer, documentType }) => new Map(leaves.includes(old) && issuer === chamber && documentType === origin ? [[old, digestOf(Uint8Array.of(1))]] : []);
    expect(await told(replacing(async () => [replaced], { publishedDigests }))).toEqual(["authentic", [{ leaf: old, since, digest: digestOf(Uint8Array.of(1)) }, { leaf: other, since }]]);
  });
});

test("an index that is behind, a silent ledger and another ledger are three kinds of doubt", async () => {
  expect(await said({ ...ports(), follower: { reach: async () => false } })).toBe("undetermined: index_behind");
  expect(await said({ ...ports(), follower: { reach: () => Promise.reject(new Fault("ledger_unreachable", "lags")) } })).toBe("undetermined: ledger_silent");
  const foreign = { ...ports(), ledger: { ...ports().ledger, head: () => Promise.reject(new Fault("ledger_mismatch", "other")) } };
  expect(await said(foreign)).toBe("undetermined: ledger_unknown");
});

test("an error of ours is no silence: it is thrown", async () => {
  await expect(verify(subject, { ...ports(), follower: { reach: () => Promise.reject(new TypeError("bug")) } })).rejects.toThrow(TypeError);
});
