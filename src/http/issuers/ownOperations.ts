// Operations about an issuer's own key, keys and identity, as OpenAPI describes them.

import { json, KEY_FAULTS, type Operation } from "../openapi/operationShapes.ts";

const ADDRESS = `0x${"d".repeat(40)}`;
const ISSUER = { did: `did:ethr:0x7a69:${ADDRESS}`, address: ADDRESS, name: "Chamber of Commerce of Example" };
const KEY = { id: "5f1d0c2b7a9e4f36", scopes: ["issue", "read"], createdAt: "2026-09-01T08:00:00Z" };
const CUSTOMS = `0x${"c".repeat(40)}`;
const BLOCK = { chainId: 31337, number: 9, hash: `0x${"b".repeat(64)}`, time: "2026-09-21T13:06:40Z" };

/** What an issuer asks about itself. */
export const ownOperations: readonly Operation[] = [
  {
    ...{ method: "get", path: "/v1/me", tag: "Issue", summary: "See whose key this is, and what may be issued with it now", needsKey: true },
    description: "mayIssue is what this verifier's trust roots lead to at the newest block; another verifier may believe others.",
    success: { status: 200, says: "You, your key, and your types.", content: json("Me", { issuer: ISSUER, key: KEY, mayIssue: [{ documentType: "861", by: { did: `did:ethr:0x7a69:${CUSTOMS}`, address: CUSTOMS, name: "Customs of Example" } }] }) },
    faults: KEY_FAULTS,
  },
  {
    ...{ method: "get", path: "/v1/keys", tag: "Issue", summary: "List your API keys", needsKey: true },
    description: "The keys themselves are not kept. Making and revoking them is the operator's: tradeseal api-key.",
    success: { status: 200, says: "Your keys, oldest first.", content: json("OwnKeys", { keys: [{ ...KEY, lastUsedOn: "2026-09-21", isThis: true }] }) },
    faults: KEY_FAULTS,
  },
  {
    ...{ method: "get", path: "/v1/identity", tag: "Issue", summary: "See who may speak for you on the ledger", needsKey: true },
    description: "The owner of your identity, and every delegate of the type tradeseal with its end, as the ledger has them at its newest block.",
    success: { status: 200, says: "Your identity.", content: json("OwnIdentity", { issuer: ISSUER, owner: ADDRESS, account: ADDRESS, mayWrite: true, isDeactivated: false, delegations: [], block: BLOCK }) },
    faults: [...KEY_FAULTS, "ledger_unreachable", "ledger_mismatch"],
  },
];
