// One's own statements, as the service keeps them: read strictly, asked for again until they are final.

import type { ReportParty } from "../../../core/report.ts";
import { isText, listOf, object, oneOf, optional } from "../../../core/reportReader.ts";

const statementStates = ["batched", "sent", "included", "final"] as const;
const ledgerWords = ["granted", "withdrawn", "compromised", "nothing", "silent"] as const;

/** A grant or withdrawal of one's own, and how far it has come. */
export interface OwnStatement {
  readonly id: string;
  readonly kind: "grant" | "withdrawal";
  readonly grantee: ReportParty;
  readonly documentType: string;
  readonly from: string;
  readonly until?: string;
  readonly mayPassOn?: boolean;
  readonly compromised?: boolean;
  readonly state: (typeof statementStates)[number];
  readonly problem?: string;
  readonly recordedAt?: string;
  readonly ledgerSays?: (typeof ledgerWords)[number];
}

/** What the service answers to a new statement. */
export interface Accepted {
  readonly grants: readonly OwnStatement[];
  readonly saidAlready: readonly string[];
  readonly saidAnew: readonly string[];
  readonly withoutCredential: readonly string[];
}

const isStatement = object({
  ...{ id: isText, kind: oneOf(["grant", "withdrawal"]), grantee: object({ did: isText, address: isText, name: optional(isText) }), documentType: isText },
  ...{ from: isText, until: optional(isText), state: oneOf(statementStates), problem: optional(isText), ledgerSays: optional(oneOf(ledgerWords)) },
});
const isPage = object({ grants: listOf(isStatement), next: optional(isText) });
const isAccepted = object({ grants: listOf(isStatement), saidAlready: listOf(isText), saidAnew: listOf(isText), withoutCredential: listOf(isText) });

/** One statement, or `null` when it is none. */
export const readStatement = (value: unknown): OwnStatement | null => (isStatement(value) ? (value as OwnStatement) : null);

/** A page of statements, or `null` when it is none. */
export const readStatements = (value: unknown): { readonly grants: readonly OwnStatement[]; readonly next?: string } | null => (isPage(value) ? (value as { grants: OwnStatement[]; next?: string }) : null);

/** What was accepted, or `null` when it is no such answer. */
export const readAccepted = (value: unknown): Accepted | null => (isAccepted(value) ? (value as Accepted) : null);

/** The statements with newer word on some of them; such as were not there yet come first. */
export function withNews(statements: readonly OwnStatement[], news: readonly OwnStatement[]): readonly OwnStatement[] {
  const byId = new Map(news.map((statement) => [statement.id, statement]));
  const known = new Set(statements.map(({ id }) => id));
  return [...news.filter(({ id }) => !known.has(id)), ...statements.map((statement) => byId.get(statement.id) ?? statement)];
}

/** A withdrawal names nobody: its grantee is called as another statement calls it, else as the graph does. */
export function withNames(statements: readonly OwnStatement[], known: readonly Pick<ReportParty, "address" | "name">[]): readonly OwnStatement[] {
  const names = new Map([...known, ...statements.toReversed().map(({ grantee }) => grantee)].flatMap(({ address, name }) => (name === undefined ? [] : [[address, name] as const])));
  return statements.map((statement) => {
    const name = statement.grantee.name ?? names.get(statement.grantee.address);
    return name === undefined ? statement : { ...statement, grantee: { ...statement.grantee, name } };
  });
}
