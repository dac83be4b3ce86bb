// A grant or withdrawal as its grantor sees it, with what the ledger says now.

import type { z } from "zod";
import { NO_CREDENTIAL } from "../../core/accreditationCredential.ts";
import { didOf, type Address } from "../../core/address.ts";
import { wordAt } from "../../core/grantWord.ts";
import { NO_END, type GrantName, type Head } from "../../core/ledger.ts";
import { dateOf, type ReportParty } from "../../core/report.ts";
import type { StoredGrant } from "../../flows/trust/administrationPorts.ts";
import { unlessSilent } from "../../flows/verifying/ledgerWord.ts";
import type { VerifyPorts } from "../../flows/ports.ts";
import type { grantView, ledgerWord } from "./grantSchemas.ts";

/** A statement as its grantor sees it. Times are RFC 3339 in UTC. */
export type GrantView = Omit<z.output<typeof grantView>, "grantor" | "grantee"> & { readonly grantor: ReportParty; readonly grantee: ReportParty };
type LedgerSays = z.output<typeof ledgerWord>;

/** The statement, without asking the ledger. */
export function viewOf({ id, body, acceptedAt, state, problem, recordedAt }: StoredGrant, chainId: number): GrantView {
  const party = (address: Address): ReportParty => ({ did: didOf(address, chainId), address });
  const { grantor, grantee, documentType, from } = body;
  const particulars =
    body.kind === "accredit"
      ? { grantee: { ...party(grantee), name: body.name }, ...(body.until === NO_END ? {} : { until: dateOf(body.until) }), mayPassOn: body.mayPassOn, ...(body.credentialDigest === NO_CREDENTIAL ? {} : { credentialDigest: body.credentialDigest.slice(2) }) }
      : { grantee: party(grantee), compromised: body.isCompromised };
  return {
    ...{ id, kind: body.kind === "accredit" ? "grant" : "withdrawal", grantor: party(grantor), documentType, from: dateOf(from), ...particulars },
    ...{ state, acceptedAt: dateOf(Math.floor(acceptedAt)) },
    ...(problem === null ? {} : { problem }),
    ...(recordedAt === null ? {} : { recordedAt: dateOf(recordedAt) }),
  };
}

/** The statements, each with what the ledger says now about its grantee and type, all at one newest block. */
export async function withLedgerWord(statements: readonly StoredGrant[], { verify, chainId }: { readonly verify: VerifyPorts; readonly chainId: number }): Promise<readonly GrantView[]> {
  const { ledger, clock } = verify;
  const head = await unlessSilent(() => ledger.head(), null);
  const words = new Map<string, Promise<LedgerSays>>();
  const askOnce = (name: GrantName): Promise<LedgerSays> => {
    const key = `${name.grantee} ${name.documentType}`;
    const known = words.get(key) ?? (head === null ? Promise.resolve("silent" as const) : wordOn(name, { head, verify, now: clock() }));
    words.set(key, known);
    return known;
  };
  return Promise.all(statements.map(async (statement) => ({ ...viewOf(statement, chainId), ledgerSays: await askOnce(statement.body) })));
}

async function wordOn(name: GrantName, { head, verify, now }: { head: Head; verify: VerifyPorts; now: number }): Promise<LedgerSays> {
  const statements = await unlessSilent(() => verify.ledger.grantsOf(name, head), null);
  return statements === null ? "silent" : wordAt(statements, { moment: Math.max(now, head.time), finalBlock: head.finalNumber });
}
