// Recent checks of this device: time, kind, the last characters and the answer. Nothing is kept unless somebody ticks that it may be.

import { useState } from "preact/hooks";
import type { DeskOutcome, DeskView } from "../../words/operatorsPageWords.ts";

/** One check as it is remembered. No name, no whole identifier. */
export interface RecentCheck {
  readonly time: string;
  readonly kind: Exclude<DeskView, "recognitions">;
  /** The last four characters of what was asked for; of a list the number of its lines. */
  readonly end: string;
  /** Absent for a list. */
  readonly outcome?: DeskOutcome;
}

export type NoteCheck = (check: Omit<RecentCheck, "time">) => void;

/** What is remembered on this device, and whether anything is. */
export interface Recent {
  readonly isOn: boolean;
  readonly checks: readonly RecentCheck[];
  readonly note: NoteCheck;
  readonly turn: (isOn: boolean) => void;
  readonly clear: () => void;
}

const PLACE = "tradeseal-desk-recent";
const REMEMBERED_LIMIT = 50;

export function useRecent(): Recent {
  const [checks, setChecks] = useState<readonly RecentCheck[] | null>(kept);
  const write = (next: readonly RecentCheck[] | null): void => {
    setChecks(next);
    try {
      if (next === null) localStorage.removeItem(PLACE);
      else localStorage.setItem(PLACE, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing: the list lasts as long as the page.
    }
  };
  return {
    isOn: checks !== null,
    checks: checks ?? [],
    // What another tab kept meanwhile stays.
    note: (check) => kept() !== null && write([{ ...check, end: [...check.end].slice(-12).join(""), time: new Date().toISOString() }, ...(kept() ?? [])].slice(0, REMEMBERED_LIMIT)),
    turn: (isOn) => write(isOn ? [] : null),
    clear: () => write([]),
  };
}

/** `null` where nothing may be kept. */
function kept(): readonly RecentCheck[] | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return Array.isArray(value) ? value.filter(isCheck).slice(0, REMEMBERED_LIMIT) : null;
  } catch {
    return null;
  }
}

const isCheck = (value: unknown): value is RecentCheck => {
  const { time, kind, end } = (value ?? {}) as Record<string, unknown>;
  return typeof time === "string" && typeof kind === "string" && typeof end === "string";
};
