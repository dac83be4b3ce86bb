// Recognitions as they come from the service, read strictly, and laid out as a matrix.

import type { ReportParty } from "../../core/report.ts";
import type { Reason } from "../../core/outcome.ts";

/** One recognition, as far as the matrix needs it. */
export interface Recognised {
  readonly documentType: string;
  readonly recogniser: ReportParty;
  readonly recognised: ReportParty;
  readonly from: string;
  readonly until?: string;
  readonly isInForce: boolean;
  readonly reason?: Reason;
}

export interface RecognitionAnswer {
  readonly recognitions: readonly Recognised[];
  readonly isComplete: boolean;
  readonly block: { readonly number: number; readonly time: string };
}

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null;
const isText = (value: unknown): boolean => typeof value === "string";
const isParty = (value: unknown): boolean => isObject(value) && isText(value["did"]) && isText(value["address"]) && (value["name"] === undefined || isText(value["name"]));

function isRecognition(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { documentType, recogniser, recognised, from, until, isInForce } = value;
  return isText(documentType) && isParty(recogniser) && isParty(recognised) && isText(from) && (until === undefined || isText(until)) && typeof isInForce === "boolean";
}

/** The answer, or `null` when it is none. */
export function readRecognitions(value: unknown): RecognitionAnswer | null {
  if (!isObject(value) || !Array.isArray(value["recognitions"]) || typeof value["isComplete"] !== "boolean") return null;
  const { block } = value;
  const isWhole = value["recognitions"].every(isRecognition) && isObject(block) && isText(block["time"]) && Number.isSafeInteger(block["number"]);
  return isWhole ? (value as unknown as RecognitionAnswer) : null;
}

/** Wider or longer nobody reads; the rest is counted. */
const SIDE_LIMIT = 30;

export interface Matrix {
  readonly rows: readonly ReportParty[];
  readonly columns: readonly ReportParty[];
  cell(row: ReportParty, column: ReportParty): Recognised | undefined;
  /** How many recognitions do not fit. */
  readonly leftOut: number;
}

/** Who recognises down the side, who is recognised across the top. */
export function matrixOf(all: readonly Recognised[]): Matrix {
  const rows = distinct(all.map(({ recogniser }) => recogniser)).slice(0, SIDE_LIMIT);
  const columns = distinct(all.map(({ recognised }) => recognised)).slice(0, SIDE_LIMIT);
  const byPair = new Map(all.map((each) => [`${each.recogniser.address} ${each.recognised.address}`, each]));
  const cell = (row: ReportParty, column: ReportParty) => byPair.get(`${row.address} ${column.address}`);
  const shown = rows.flatMap((row) => columns.flatMap((column) => cell(row, column) ?? [])).length;
  return { rows, columns, cell, leftOut: byPair.size - shown };
}

const distinct = (parties: readonly ReportParty[]): ReportParty[] => [...new Map(parties.map((party) => [party.address, party])).values()];
