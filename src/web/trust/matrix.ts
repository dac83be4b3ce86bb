// Recognitions, laid out as a matrix.

import type { ReportParty } from "../../core/report.ts";
import type { Recognition } from "../frame/recognitions.ts";

/** Wider or longer nobody reads; the rest is counted. */
const SIDE_LIMIT = 30;

export interface Matrix {
  readonly rows: readonly ReportParty[];
  readonly columns: readonly ReportParty[];
  cell(row: ReportParty, column: ReportParty): Recognition | undefined;
  /** How many recognitions do not fit. */
  readonly leftOut: number;
}

/** Who recognises down the side, who is recognised across the top. */
export function matrixOf(all: readonly Recognition[]): Matrix {
  const rows = distinct(all.map(({ recogniser }) => recogniser)).slice(0, SIDE_LIMIT);
  const columns = distinct(all.map(({ recognised }) => recognised)).slice(0, SIDE_LIMIT);
  const byPair = new Map(all.map((each) => [`${each.recogniser.address} ${each.recognised.address}`, each]));
  const cell = (row: ReportParty, column: ReportParty) => byPair.get(`${row.address} ${column.address}`);
  const shown = rows.flatMap((row) => columns.flatMap((column) => cell(row, column) ?? [])).length;
  return { rows, columns, cell, leftOut: byPair.size - shown };
}

const distinct = (parties: readonly ReportParty[]): ReportParty[] => [...new Map(parties.map((party) => [party.address, party])).values()];
