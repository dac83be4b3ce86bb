// Asking a list: line by line as the service allows to anybody, or in one go for whoever is signed in.

import { session } from "../frame/signIn/useStanding.ts";
import { Unanswered } from "../frame/trouble.ts";
import { askList, askOperator, isProblem, type OperatorQuestion } from "./askOperator.ts";
import { isSettled, type ListRow } from "./listRows.ts";

/** Without a key: about five minutes at the pace that is allowed. */
export const OPEN_LIMIT = 100;
/** With one: what the service takes in one list. */
export const KEY_LIMIT = 10_000;
/** The service counts by the minute: within four such pauses it goes on. */
const PAUSE_SECONDS = 15;
const PAUSES = 5;

/** How a list is asked, and who hears how far it has come. */
export interface AskingRows {
  readonly signal: AbortSignal;
  /** Rows by their place, as they are answered. */
  readonly onRows: (rows: ReadonlyMap<number, ListRow>) => void;
  /** Seconds until it goes on; 0 when it does. */
  readonly onPause: (seconds: number) => void;
}

/** Asks every row that has no answer yet. Rejects with `Unanswered` where it cannot go on; what was answered stays. */
export async function askRows(rows: readonly ListRow[], asking: AskingRows): Promise<void> {
  const open = rows.map((row, place) => ({ row, place })).filter(({ row }) => !isSettled(row));
  if (session.standing.is === "in") return askTogether(open, asking);
  for (const { row, place } of open) {
    if (asking.signal.aborted) return;
    asking.onRows(new Map([[place, await askOne(row, asking)]]));
  }
}

type Placed = { readonly row: ListRow; readonly place: number };

async function askTogether(open: readonly Placed[], { signal, onRows }: AskingRows): Promise<void> {
  let answered = 0;
  for await (const lines of askList(open.map(({ row }) => row), signal)) {
    const filled = lines.map((line) => {
      const at = open[line.line - 1];
      if (at === undefined) throw new Unanswered({ is: "unreadable_answer" });
      return [at.place, "error" in line ? { ...at.row, refused: `${line.error.code}: ${line.error.detail}` } : { ...at.row, answer: line.found }] as const;
    });
    answered += filled.length;
    onRows(new Map(filled));
  }
  if (answered < open.length) throw new Unanswered({ is: "no_connection" });
}

/** The row with its answer, or with the service's refusal of it. */
async function askOne(row: ListRow, { signal, onPause }: AskingRows): Promise<ListRow> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return { ...row, answer: await askOperator(row satisfies OperatorQuestion, signal) };
    } catch (error) {
      if (isProblem(error, "request_malformed")) return { ...row, refused: detailOf(error) };
      if (!isProblem(error, "too_many_requests") || pauses >= PAUSES) throw error;
      await countDown(onPause, signal);
    }
  }
}

const detailOf = (error: unknown): string => (error instanceof Unanswered && error.trouble.is === "problem" ? error.trouble.problem.detail : "");

async function countDown(onPause: AskingRows["onPause"], signal: AbortSignal): Promise<void> {
  for (let seconds = PAUSE_SECONDS; seconds > 0 && !signal.aborted; seconds -= 1) {
    onPause(seconds);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  onPause(0);
}
