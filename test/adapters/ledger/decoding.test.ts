/**
 * Goal: what we read and write by hand is what ethers reads and writes.
 * Method: random values through ethers' encoder and our decoder, and the other way; then bytes that no contract would give.
 */
import { id, Interface, keccak256, AbiCoder } from "ethers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accreditationRegistry, anchorRegistry, erc1056, standingRegistry } from "../../../src/adapters/contracts.generated.ts";
import { eventDecoder, eventTopics } from "../../../src/adapters/ledger/eventDecoding.ts";
import { anchorQuestion, decodeAnchor, decodeGrants, decodeStandings, grantsQuestion, standingsQuestion } from "../../../src/adapters/ledger/reader.ts";
import { callFor } from "../../../src/adapters/ledger/writeCalls.ts";
import type { Address } from "../../../src/core/address.ts";
import type { Leaf, Root } from "../../../src/core/digest.ts";
import type { DocumentType } from "../../../src/core/documentType.ts";
import { NO_END, standingReasons, standings, type ChainHash, type Ledger } from "../../../src/core/ledger.ts";

const anchors = new Interface(anchorRegistry.abi);
const standingsOf = new Interface(standingRegistry.abi);
const grants = new Interface(accreditationRegistry.abi);
const dids = new Interface(erc1056.abi);

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array) => Buffer.from(array).toString("hex"));
const anAddress = hex(20).map((text) => `0x${text}` as Address);
const aHash = hex(32);
const aType = fc.stringMatching(/^[A-Z0-9]{1,8}$/).map((text) => text as DocumentType);
const aNumber = fc.integer({ min: 0, max: NO_END });
const bytes8 = (type: string) => `0x${Buffer.from(type).toString("hex").padEnd(16, "0")}`;

describe("questions", () => {
  test("property: our call data is ethers' call data", () => {
    fc.assert(
      fc.property(anAddress, anAddress, aType, aHash, (one, other, documentType, hash) => {
        const type = bytes8(documentType);
        expect(anchorQuestion({ issuer: one, documentType, root: hash as Root })).toBe(anchors.encodeFunctionData("anchorOf", [one, type, `0x${hash}`]));
        expect(standingsQuestion(one, { issuer: other, documentType, leaf: hash as Leaf })).toBe(standingsOf.encodeFunctionData("statementsOf", [one, other, type, `0x${hash}`]));
        expect(grantsQuestion({ grantor: one, grantee: other, documentType })).toBe(grants.encodeFunctionData("statementsOf", [one, other, type]));
      }),
    );
  });

  test("property: a published batch is encoded as ethers encodes it", () => {
    fc.assert(
      fc.property(anAddress, aType, fc.array(aHash, { minLength: 1 }), (issuer, documentType, leaves) => {
        const { input } = callFor({ kind: "anchor", issuer, documentType, root: leaves[0] as Root, leaves: leaves as Leaf[], isPublished: true }, ledger);
        expect(input).toBe(anchors.encodeFunctionData("anchor", [issuer, bytes8(documentType), leaves.map((leaf) => `0x${leaf}`)]));
      }),
    );
  });
});

describe("answers", () => {
  test("property: an anchor", () => {
    fc.assert(
      fc.property(aNumber, aNumber, fc.integer({ min: 1, max: NO_END }), fc.boolean(), (time, blockNumber, size, hasLeaves) => {
        const answer = anchors.encodeFunctionResult("anchorOf", [[time, blockNumber, size, hasLeaves]]);
        expect(decodeAnchor(answer)).toEqual({ time, blockNumber, size, hasLeaves });
      }),
    );
  });

  test("all zero is no anchor", () => {
    expect(decodeAnchor(anchors.encodeFunctionResult("anchorOf", [[0, 0, 0, false]]))).toBeNull();
  });

  const aStanding = fc.record({
    standing: fc.integer({ min: 0, max: 3 }),
    reason: fc.integer({ min: 0, max: 255 }),
    time: aNumber,
    blockNumber: aNumber,
    account: anAddress,
    replacement: fc.oneof(aHash, fc.constant("0".repeat(64))),
  });

  test("property: standings", () => {
    fc.assert(
      fc.property(fc.array(aStanding), (said) => {
        const answer = standingsOf.encodeFunctionResult("statementsOf", [said.map((one) => ({ ...one, replacement: `0x${one.replacement}` }))]);
        const expected = said.map(({ standing, reason, replacement, ...rest }) => ({
          ...rest,
          standing: standings[standing],
          reason: standingReasons[reason] ?? "unspecified",
          replacement: /^0+$/.test(replacement) ? null : replacement,
        }));
        expect(decodeStandings(answer)).toEqual(expected);
      }),
    );
  });

  const aGrant = fc.record({ from: aNumber, until: aNumber, time: aNumber, blockNumber: aNumber, granted: fc.boolean(), mayPassOn: fc.boolean(), compromised: fc.boolean(), particulars: aHash.map((hash) => `0x${hash}`) });

  test("property: grants; a withdrawal has no end", () => {
    fc.assert(
      fc.property(fc.array(aGrant), (said) => {
        const expected = said.map(({ granted, compromised, until, ...rest }) => ({ ...rest, isGranted: granted, isCompromised: compromised, until: granted ? until : NO_END }));
        expect(decodeGrants(grants.encodeFunctionResult("statementsOf", [said]))).toEqual(expected);
      }),
    );
  });

  const word = (number: number) => number.toString(16).padStart(64, "0");
  const nonsense: readonly [what: string, answer: unknown][] = [
    ["no text",                     7],
    ["nothing",                     "0x"],
    ["half a word",                 `0x${word(32).slice(1)}`],
    ["no hex",                      `0x${"g".repeat(64)}`],
    ["a list longer than it is",    `0x${word(32)}${word(9)}`],
    ["a list of 2^60",              `0x${word(32)}${word(2 ** 60)}`],
    ["a list somewhere else",       `0x${word(64)}${word(0)}`],
    ["a number too large",          `0x${"f".repeat(64 * 4)}`],
  ];
  for (const [what, answer] of nonsense) {
    test(`${what} is no answer`, () => {
      for (const decode of [decodeAnchor, decodeStandings, decodeGrants]) expect(() => decode(answer)).toThrow(expect.objectContaining({ code: "ledger_unreachable" }));
    });
  }

  test("a standing that does not exist is no answer", () => {
    const words = [32, 1, 4, 0, 0, 0, 0, 0].map(word).join("");
    expect(() => decodeStandings(`0x${words}`)).toThrow(expect.objectContaining({ code: "ledger_unreachable" }));
  });
});

const contract = (digit: string) => ({ address: `0x${digit.repeat(40)}` as Address, codeHash: `0x${digit.repeat(64)}` as ChainHash });
const contracts: Ledger["contracts"] = { didRegistry: contract("1"), anchorRegistry: contract("2"), standingRegistry: contract("3"), accreditationRegistry: contract("4") };
const ledger: Ledger = { chainId: 1, genesis: `0x${"0".repeat(64)}`, contracts };
const decode = eventDecoder(contracts);
const place = { blockNumber: 7, blockHash: `0x${"ab".repeat(32)}` as ChainHash, logIndex: 3 };
const rawPlace = { blockNumber: "0x7", blockHash: place.blockHash, logIndex: "0x3" };
const logOf = (address: Address, abi: Interface, [name, values]: [string, readonly unknown[]]) => ({ address, ...abi.encodeEventLog(name, values), ...rawPlace });

describe("events", () => {
  test("the topics are those of the contracts", () => {
    const names = [anchors.getEvent("Anchored"), grants.getEvent("Accredited"), grants.getEvent("Withdrawn"), standingsOf.getEvent("StandingSet"), ...["DIDOwnerChanged", "DIDDelegateChanged", "DIDAttributeChanged"].map((name) => dids.getEvent(name))];
    expect(eventTopics).toEqual(names.map((event) => event!.topicHash));
  });

  test("property: Anchored", () => {
    fc.assert(
      fc.property(anAddress, anAddress, aType, fc.array(aHash), aHash, (issuer, account, documentType, leaves, root) => {
        const log = logOf(contracts.anchorRegistry.address, anchors, ["Anchored", [issuer, bytes8(documentType), `0x${root}`, account, 9, leaves.map((leaf) => `0x${leaf}`)]]);
        expect(decode(log)).toEqual({ ...place, kind: "anchored", issuer, documentType, root, account, size: 9, leaves });
      }),
    );
  });

  test("property: Accredited, with the particulars that the contract keeps", () => {
    fc.assert(
      fc.property(anAddress, anAddress, aType, fc.string({ unit: "grapheme" }), aHash, (grantor, grantee, documentType, name, hash) => {
        const credentialDigest = `0x${hash}`;
        const log = logOf(contracts.accreditationRegistry.address, grants, ["Accredited", [grantor, grantee, bytes8(documentType), 1, 2, true, name, credentialDigest, grantor]]);
        const particulars = keccak256(AbiCoder.defaultAbiCoder().encode(["string", "bytes32", "address"], [name, credentialDigest, grantor]));
        expect(decode(log)).toEqual({ ...place, kind: "accredited", grantor, grantee, documentType, mayPassOn: true, name, credentialDigest, particulars });
      }),
    );
  });

  test("Withdrawn and StandingSet", () => {
    const [one, other, leaf] = [contracts.didRegistry.address, contracts.anchorRegistry.address, "5".repeat(64)];
    const withdrawn = logOf(contracts.accreditationRegistry.address, grants, ["Withdrawn", [one, other, bytes8("AEO"), 5, true, one]]);
    expect(decode(withdrawn)).toEqual({ ...place, kind: "withdrawn", grantor: one, grantee: other, documentType: "AEO" });
    const set = logOf(contracts.standingRegistry.address, standingsOf, ["StandingSet", [one, other, `0x${leaf}`, bytes8("861"), 2, 1, `0x${"0".repeat(64)}`, one]]);
    expect(decode(set)).toEqual({ ...place, kind: "standingSet", speaker: one, issuer: other, documentType: "861", leaf, replacement: null });
    const replaced = logOf(contracts.standingRegistry.address, standingsOf, ["StandingSet", [one, other, `0x${leaf}`, bytes8("861"), 3, 8, `0x${"d".repeat(64)}`, one]]);
    expect(decode(replaced)).toMatchObject({ leaf, replacement: "d".repeat(64) });
  });

  const ownerChanged = (owner: string) => logOf(contracts.didRegistry.address, dids, ["DIDOwnerChanged", [contracts.anchorRegistry.address, owner, 0]]);

  test("an owner that nobody is deactivates; any other does not", () => {
    const deactivated = { ...place, kind: "didChanged", identity: contracts.anchorRegistry.address, isDeactivated: true };
    expect(decode(ownerChanged("0x000000000000000000000000000000000000dEaD"))).toEqual(deactivated);
    expect(decode(ownerChanged(`0x${"0".repeat(40)}`))).toEqual(deactivated);
    expect(decode(ownerChanged(`0x${"7".repeat(40)}`))).toEqual({ ...deactivated, isDeactivated: false });
  });

  const good = logOf(contracts.anchorRegistry.address, anchors, ["Anchored", [contracts.didRegistry.address, bytes8("861"), `0x${"6".repeat(64)}`, contracts.didRegistry.address, 1, [`0x${"5".repeat(64)}`]]]);
  const withTopic = (index: number, topic: unknown) => ({ ...good, topics: good.topics.with(index, topic as string) });
  const spoilt: readonly [what: string, log: unknown][] = [
    ["nothing",                      null],
    ["no topics",                    { ...good, topics: undefined }],
    ["an unknown event",             withTopic(0, id("Other()"))],
    ["another contract's address",   { ...good, address: contracts.standingRegistry.address }],
    ["a stranger's address",         { ...good, address: `0x${"9".repeat(40)}` }],
    ["a topic less",                 { ...good, topics: good.topics.slice(0, 3) }],
    ["a topic that is no hash",      withTopic(3, "0x12")],
    ["a type in small letters",      withTopic(2, `${bytes8("aeo")}${"0".repeat(48)}`)],
    ["a type with a gap",            withTopic(2, `0x4100420000000000${"0".repeat(48)}`)],
    ["a type of zero",               withTopic(2, `0x${"0".repeat(64)}`)],
    ["data cut short",               { ...good, data: good.data.slice(0, -64) }],
    ["data that is no words",        { ...good, data: `${good.data}00` }],
    ["no data",                      { ...good, data: "0x" }],
    ["no block",                     { ...good, blockNumber: null }],
    ["a log that was removed",       { ...good, removed: true }],
  ];
  test("the log that the rows below spoil is good", () => expect(decode(good)).not.toBeNull());
  for (const [what, log] of spoilt) test(`${what}: left out`, () => expect(decode(log)).toBeNull());

  test("a name that is no UTF-8 is read all the same, and its particulars are those of its bytes", () => {
    const log = logOf(contracts.accreditationRegistry.address, grants, ["Accredited", [contracts.didRegistry.address, contracts.didRegistry.address, bytes8("AEO"), 1, 2, true, "ab", `0x${"1".repeat(64)}`, contracts.didRegistry.address]]);
    const spoiltName = { ...log, data: log.data.replace("6162".padEnd(64, "0"), "ff62".padEnd(64, "0")) };
    const particulars = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes", "bytes32", "address"], ["0xff62", `0x${"1".repeat(64)}`, contracts.didRegistry.address]));
    expect(decode(spoiltName)).toMatchObject({ kind: "accredited", name: "\ufffdb", particulars });
  });

  test("property: whatever a log holds, reading it never throws", () => {
    const aTopic = fc.oneof(fc.constantFrom(...eventTopics), aHash.map((hash) => `0x${hash}`), fc.anything());
    const address = fc.constantFrom(...Object.values(contracts).map((one) => one.address));
    const data = fc.array(fc.oneof(aHash, fc.nat(300).map((number) => number.toString(16).padStart(64, "0")))).map((words) => `0x${words.join("")}`);
    fc.assert(fc.property(address, fc.array(aTopic, { maxLength: 5 }), data, (from, topics, words) => void decode({ address: from, topics, data: words, ...rawPlace })));
  });
});
