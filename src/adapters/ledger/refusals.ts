// Why the ledger refuses a write, in words.

import { Interface, type ErrorDescription, type Result } from "ethers";
import { Fault } from "../../core/fault.ts";
import { standings } from "../../core/ledger.ts";
import { RpcError, unreachable } from "./jsonRpc.ts";
import { interfaces } from "./writeCalls.ts";

/** What the contracts' errors mean, for people. An error that is not listed is told by its name and arguments. */
const meanings: Readonly<Record<string, (args: Result) => string>> = {
  NotAuthorised: ([identity, account]) => `the account ${account} may not speak for the identity ${identity}: it is not its owner, and no delegation to it is in force`,
  EmptyBatch: () => "the batch has no leaves",
  NoDocumentType: () => "the document type is missing",
  NoRoot: () => "the root is missing",
  SizeContradicted: ([root, recorded, claimed]) => `the root ${root} was anchored with ${recorded} leaves, not ${claimed}`,
  NoLeaves: () => "no leaf is named",
  ReplacementMismatch: ([standing, replacement]) => `the standing ${standings[Number(standing)]} does not go with the replacement ${replacement}`,
  StandingIsFinal: ([leaf, present]) => `the leaf ${leaf} is ${standings[Number(present)]}, which is final`,
  NoGrantee: () => "the grantee is missing",
  NameLength: ([bytesGiven]) => `the name must have 1 to 200 bytes and has ${bytesGiven}`,
  PeriodEmpty: ([from, until]) => `no moment lies between ${from} and ${until}`,
  NothingToWithdraw: ([grantor, grantee]) => `${grantor} never accredited ${grantee} for this document type`,
};

/** JSON-RPC errors by which nodes refuse a transaction: reverted, or not acceptable to the pool. All others are their own trouble. */
const REFUSAL_CODES = new Set([3, -32000, -32003, -32602]);

/** The fault that a node's error means: `write_refused` or `write_impossible` with the reason in words, or `ledger_unreachable`. Other errors stay what they are. */
export function refusalFrom(error: unknown): unknown {
  if (!(error instanceof RpcError)) return error;
  const described = describe(revertBytes(error.data));
  if (described !== null) return new Fault(mayPass(described) ? "write_refused" : "write_impossible", `The ledger refuses this: ${described}.`, { cause: error });
  if (REFUSAL_CODES.has(error.code)) return new Fault("write_refused", `The ledger's endpoint refuses this: ${error.message}`, { cause: error });
  return unreachable(`The ledger's endpoint could not do this: ${error.message}`, error);
}

/** A delegation can be renewed (ERC-1056 refuses by a plain `Error`), and a batch put together otherwise; what else the contracts refuse they refuse for good. */
const mayPass = (described: string): boolean => /^(NotAuthorised|SizeContradicted|Error):/.test(described);

/** Nodes put the revert's bytes into `data` itself or into an object there. */
function revertBytes(data: unknown): string | null {
  const bytes = typeof data === "object" && data !== null ? (data as { data?: unknown }).data : data;
  return typeof bytes === "string" && /^0x([0-9a-f]{2}){4,}$/i.test(bytes) ? bytes : null;
}

function describe(bytes: string | null): string | null {
  const error = bytes === null ? null : parse(bytes);
  if (error === null) return null;
  const meaning = meanings[error.name]?.(error.args) ?? `${error.args.join(", ")}`;
  return `${error.name}: ${meaning}`;
}

function parse(bytes: string): ErrorDescription | null {
  try {
    return Object.values(interfaces).reduce<ErrorDescription | null>((found, contract: Interface) => found ?? contract.parseError(bytes), null);
  } catch {
    // Bytes that only look like one of the errors say nothing.
    return null;
  }
}
