/**
 * Goal: an audit finds every way in which store and ledger can differ, says which, and cries wolf about nothing else.
 * Method: documents, standings and a grant carried to a real ledger by a real store; then one difference is planted per row
 * in a copy of that store.
 */
import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digestOf, leafOf } from "../../../src/core/digest.ts";
import { parseDocumentType } from "../../../src/core/documentType.ts";
import { NO_END } from "../../../src/core/ledger.ts";
import { treeOf } from "../../../src/core/merkle.ts";
import { audit, type AuditReport, type Difference } from "../../../src/flows/auditing/audit.ts";
import { closeBatches } from "../../../src/flows/carrying/batch.ts";
import { carryAll } from "../../../src/flows/carrying/carry.ts";
import { acceptDocument, changeStanding } from "../../../src/flows/issuing/issue.ts";
import { openOffice, systemClock, type Office } from "../../../src/office.ts";
import { person, startLedger } from "../../adapters/ledger/chain.ts";
import { until } from "../../until.ts";

const [issuer, authority] = [person("audited issuer"), person("audited authority")];
const origin = parseDocumentType("861");
const bytes = (text: string) => new TextEncoder().encode(text);
let world: Awaited<ReturnType<typeof startLedger>>;
let original: string;
let copies = 0;

beforeAll(async () => {
  world = await startLedger([issuer, authority]);
  original = join(world.folder, "original");
  const office = await openOffice({ dataFolder: original, passphraseFile: null });
  for (const { address } of [issuer, authority]) await office.register.addIssuer({ address, name: address, account: address }, 1);
  await fill(office);
  await office.close();
});
afterAll(() => world.stop());

async function fill({ store, register }: Office): Promise<void> {
  const issue = { store, accounts: register, clock: systemClock, newId: randomUUID, randomLeaf: () => leafOf(digestOf(bytes(randomUUID()))) };
  const carry = async (): Promise<void> => {
    await closeBatches({ size: 100, ageSeconds: 0 }, issue);
    await until(async () => {
      for (const { address } of [issuer, authority]) await carryAll(address, { store, ledger: world.writer, clock: systemClock, resendAfterSeconds: 2, outbidAfterSeconds: 30, notice: () => {} });
      world.chain.nudge();
      return (await store.accountsAtWork()).length === 0;
    });
  };
  const asked = (text: string) => ({ issuer: issuer.address, digest: digestOf(bytes(text)), documentType: origin, reference: null, isPublished: true, isReanchor: false, idempotency: null });
  const documents = await Promise.all(["one", "two", "three"].map(async (text) => (await acceptDocument(asked(text), issue)).document));
  await carry();
  await changeStanding(documents[1]!, { standing: "suspended", reason: "fraud", replacement: null, note: null }, issue);
  await store.addWrite({ kind: "accredit", grantor: authority.address, grantee: issuer.address, documentType: origin, from: 0, until: NO_END, mayPassOn: false, name: "Issuer", credentialDigest: `0x${"0".repeat(64)}` }, authority.address);
  await store.addWrite({ kind: "delegate", identity: issuer.address, delegate: authority.address, validitySeconds: 1_000_000 }, issuer.address);
  await carry();
}

/** The report on a copy of the store in which `plant` was done. */
async function audited(plant: (database: DatabaseSync) => void): Promise<AuditReport> {
  const dataFolder = join(world.folder, `copy-${(copies += 1)}`);
  mkdirSync(dataFolder);
  cpSync(original, dataFolder, { recursive: true });
  const database = new DatabaseSync(join(dataFolder, "store.sqlite"));
  database.exec("PRAGMA foreign_keys = OFF");
  plant(database);
  database.close();
  const office = await openOffice({ dataFolder, passphraseFile: null });
  try {
    const issuers = (await office.register.issuers()).map(({ address }) => address);
    return await audit({ store: office.store, auditing: office.auditing, issuers, ledger: world.reader, events: world.events });
  } finally {
    await office.close();
  }
}

const sql = (...statements: string[]) => (database: DatabaseSync): void => statements.forEach((statement) => database.exec(statement));
const ANCHOR = "kind = 'anchor'", STANDING = "kind = 'standing'", GRANT = "kind = 'accredit'";

/** A document that was acknowledged and called final, and that nobody ever sent to the ledger. */
function plantPhantom(database: DatabaseSync): void {
  const leaf = leafOf(digestOf(bytes("phantom")));
  const body = JSON.stringify({ kind: "anchor", issuer: issuer.address, documentType: origin, root: treeOf([leaf]).root, leaves: [leaf], isPublished: true });
  database.prepare("INSERT INTO writes (account, kind, body, state, block_number, block_hash, block_time) SELECT account, kind, ?, state, block_number, block_hash, block_time FROM writes WHERE kind = 'anchor'").run(body);
  database.prepare("INSERT INTO documents (id, issuer, document_type, digest, leaf, is_published, generation, accepted_at, write_id, position) VALUES ('phantom', ?, ?, ?, ?, 1, 0, 1, (SELECT max(id) FROM writes), 0)").run(issuer.address, origin, digestOf(bytes("phantom")), leaf);
}

const planted: readonly [what: string, plant: (database: DatabaseSync) => void, found: Difference["kind"][]][] = [
  ["nothing",                                                () => {},                                                                                        []],
  ["a document that never came to the ledger",               plantPhantom,                                                                                    ["anchor_missing", "write_missing"]],
  ["a document in another place of its batch",               sql("UPDATE documents SET position = 0 WHERE number = 2"),                                       ["seal_broken"]],
  ["a standing that was acknowledged and not said",          sql("UPDATE documents SET standing = 'revoked' WHERE number = 1"),                               ["standing_differs"]],
  ["a standing on the ledger that the store contradicts",    sql("UPDATE documents SET standing = 'active' WHERE number = 2"),                                ["standing_differs"]],
  ["an anchor that the store forgot",                        sql("DELETE FROM standing_changes", "DELETE FROM documents", `DELETE FROM writes WHERE ${ANCHOR}`), ["unknown_to_store"]],
  ["a word on a standing that the store forgot",             sql("DELETE FROM standing_changes", `DELETE FROM writes WHERE ${STANDING}`),                     ["unknown_to_store"]],
  ["a grant that the store forgot",                          sql("DELETE FROM grants", `DELETE FROM writes WHERE ${GRANT}`),                                  ["unknown_to_store"]],
  ["a grant to somebody else",                               sql(`UPDATE writes SET body = replace(body, '"grantee":"${issuer.address}', '"grantee":"${authority.address}') WHERE ${GRANT}`), ["write_missing", "unknown_to_store"]],
  ["a withdrawal that was never said",                       sql(`UPDATE writes SET body = replace(body, '"accredit"', '"withdraw"') WHERE ${GRANT}`),        ["write_missing", "unknown_to_store"]],
  ["a revocation that was never said",                       sql(`UPDATE writes SET body = replace(body, '"suspended"', '"revoked"') WHERE ${STANDING}`), ["write_missing"]],
  ["a word with another reason than was said",               sql(`UPDATE writes SET body = replace(body, '"fraud"', '"ended"') WHERE ${STANDING}`),           ["write_missing"]],
  ["a grant with another end than was said",                 sql(`UPDATE writes SET body = replace(body, '"until":${NO_END}', '"until":5') WHERE ${GRANT}`),   ["write_missing"]],
  ["a delegation of another identity",                       sql(`UPDATE writes SET body = replace(body, '"identity":"${issuer.address}', '"identity":"${authority.address}') WHERE kind = 'delegate'`), ["write_missing"]],
  ["an anchor final in another block",                       sql(`UPDATE writes SET block_number = block_number - 1 WHERE ${ANCHOR}`),                        ["write_elsewhere"]],
  ["a standing final where the ledger is not final yet",     sql(`UPDATE writes SET block_number = 1000000 WHERE ${STANDING}`),                               ["unknown_to_store", "write_elsewhere"]],
  ["a standing final before it was said",                    sql(`UPDATE writes SET block_number = block_number - 1 WHERE ${STANDING}`),                      ["write_elsewhere"]],
  ["an anchor final in a block of another hash",             sql(`UPDATE writes SET block_hash = '0x${"7".repeat(64)}' WHERE ${ANCHOR}`),                      ["block_differs"]],
  ["an anchor final in a block that is not there yet",       sql(`UPDATE writes SET block_number = 1000000 WHERE ${ANCHOR}`),                                 ["unknown_to_store", "write_elsewhere"]],
  ["a write that the store has not seen included yet",       sql(`UPDATE writes SET state = 'sent', block_number = NULL, block_hash = NULL WHERE ${GRANT}`),   []],
];

for (const [what, plant, found] of planted) {
  test(`${what}: ${found.join(" and ") || "no difference"}`, async () => {
    const { differences, isComplete } = await audited(plant);
    expect(differences.map(({ kind }) => kind).toSorted()).toEqual(found.toSorted());
    expect(isComplete).toBe(true);
  });
}

test("what somebody else said in an issuer's name is named in full", async () => {
  const leaf = leafOf(digestOf(bytes("elsewhere")));
  const root = treeOf([leaf]).root;
  const { block } = await world.carry({ kind: "anchor", issuer: issuer.address, documentType: origin, root, leaves: [leaf], isPublished: true }, authority.address);
  await until(async () => (await world.reader.head()).finalNumber >= block.number);
  expect((await audited(() => {})).differences).toEqual([{ kind: "unknown_to_store", word: `anchor ${issuer.address} ${origin} ${root}`, blockNumber: block.number }]);
});
