// One's own statements while the page is open: loaded, added to, and followed until each is final.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { patient } from "../../frame/service.ts";
import { session } from "../../frame/signIn/useStanding.ts";
import { Unanswered, troubleOf, type Trouble } from "../../frame/trouble.ts";
import { readStatement, readStatements, withNews, type OwnStatement } from "./statements.ts";

const LOOK_EVERY_MS = 1_000;
const LOOK_AGAIN_MS = 5_000;
/** No more are asked about at once. */
const FOLLOWED = 20;

export interface Statements {
  readonly all: readonly OwnStatement[] | null;
  readonly hasOlder: boolean;
  readonly trouble: Trouble | null;
  /** The last look at those on their way went unanswered. */
  readonly isBehind: boolean;
  add(accepted: readonly OwnStatement[]): void;
  loadOlder(): void;
  reload(): void;
}

/** `onHeard` is called when the ledger has a statement, and again when it is final. */
export function useStatements(onHeard: () => void): Statements {
  const [all, setAll] = useState<readonly OwnStatement[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = useCallback((before: string | null) => {
    setTrouble(null);
    pageBefore(before).then(({ grants, next: following }) => {
      setAll((known) => (before === null ? grants : [...(known ?? []), ...grants]));
      setNext(following ?? null);
    }, (error: unknown) => setTrouble(troubleOf(error)));
  }, []);
  useEffect(() => load(null), [load]);
  const add = useCallback((accepted: readonly OwnStatement[]) => setAll((known) => withNews(known ?? [], accepted)), []);
  const isBehind = useFollowing({ all, add, onHeard });
  return { all, hasOlder: next !== null, trouble, isBehind, add, loadOlder: () => load(next), reload: () => load(null) };
}

async function pageBefore(before: string | null) {
  const page = readStatements(await session.json(`/v1/grants${before === null ? "" : `?before=${encodeURIComponent(before)}`}`));
  if (page === null) throw new Unanswered({ is: "unreadable_answer" });
  return page;
}

interface Following {
  readonly all: readonly OwnStatement[] | null;
  readonly add: (news: readonly OwnStatement[]) => void;
  readonly onHeard: () => void;
}

/** Looks at whatever is on its way until nothing is. Returns whether the last look went unanswered. */
function useFollowing({ all, add, onHeard }: Following): boolean {
  const [isBehind, setBehind] = useState(false);
  const [look, setLook] = useState(0);
  const heard = useRef(onHeard);
  heard.current = onHeard;
  const waiting = (all ?? []).filter(({ state }) => state !== "final").slice(0, FOLLOWED);
  const names = waiting.map(({ id, state }) => `${id} ${state}`).join();
  useEffect(() => {
    if (waiting.length === 0) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const answers = await Promise.allSettled(waiting.map(({ id }) => statementNow(id, leaving.signal)));
      if (leaving.signal.aborted) return;
      const news = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
      setBehind(news.length < answers.length);
      add(news);
      if (news.some(({ id, state }) => isOnLedger(state) && state !== waiting.find((each) => each.id === id)!.state)) heard.current();
      setLook(look + 1);
    }, isBehind ? LOOK_AGAIN_MS : LOOK_EVERY_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [names, look]);
  return isBehind;
}

const isOnLedger = (state: OwnStatement["state"]): boolean => state === "included" || state === "final";

async function statementNow(id: string, leaving: AbortSignal): Promise<OwnStatement> {
  const statement = readStatement(await session.json(`/v1/grants/${encodeURIComponent(id)}`, { signal: patient(leaving) }));
  if (statement === null) throw new Unanswered({ is: "unreadable_answer" });
  return statement;
}
