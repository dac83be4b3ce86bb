// What the page holds: whom the service believes, the graph of one type, the moment, and what is chosen.

import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Address } from "../../core/address.ts";
import type { ReportTrustRoot } from "../../core/report.ts";
import { secondsOf, type TrustGraph } from "../../core/trustGraph.ts";
import { trustRoots } from "../frame/service.ts";
import { troubleOf, type Trouble } from "../frame/trouble.ts";
import { fetchGraph } from "./graph.ts";
import { sceneAt, type Scene } from "./picture.ts";

/** What somebody looks at more closely. */
export type Choice = { readonly kind: "party"; readonly address: Address } | { readonly kind: "grant"; readonly grantor: Address; readonly grantee: Address };

export interface Trust {
  /** `null` until they are known. */
  readonly types: readonly string[] | null;
  readonly type: string | null;
  readonly graph: TrustGraph | null;
  readonly trouble: Trouble | null;
  readonly isLoading: boolean;
  readonly scene: Scene | null;
  /** The chosen moment; `null` for now. */
  readonly moment: number | null;
  choose(type: string): void;
  setMoment(moment: number | null): void;
  reload(): void;
}

/** In the address, so that a view can be handed on. */
const TYPE = "type";

/** All of it. Reloading keeps what is shown until the new graph is there. */
export function useTrust(): Trust {
  const [wanted, setWanted] = useState<string | null>(() => new URLSearchParams(location.search).get(TYPE));
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [moment, setMoment] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const leaving = new AbortController();
    setTrouble(null);
    load(wanted, leaving.signal).then(
      (answer) => void (leaving.signal.aborted || setLoaded(answer)),
      (error: unknown) => void (leaving.signal.aborted || setTrouble(troubleOf(error))),
    );
    return () => leaving.abort();
  }, [wanted, turn]);

  const types = loaded?.types ?? null;
  const type = wanted !== null && types?.includes(wanted) === true ? wanted : (loaded?.type ?? null);
  const shown = loaded !== null && loaded.graph !== null && loaded.graph.documentType === type ? loaded.graph : null;
  const scene = useMemo(() => (shown === null ? null : sceneAt(shown, moment ?? secondsOf(shown.asOf))), [shown, moment]);
  const choose = useCallback((chosen: string) => {
    const url = new URL(location.href);
    url.searchParams.set(TYPE, chosen);
    history.replaceState(null, "", url);
    setMoment(null);
    setWanted(chosen);
  }, []);
  return { types, type, graph: shown, trouble, isLoading: trouble === null && shown === null && types?.length !== 0, scene, moment, choose, setMoment, reload };
}

interface Loaded {
  readonly types: readonly string[];
  readonly type: string | null;
  readonly graph: TrustGraph | null;
}

async function load(wanted: string | null, signal: AbortSignal): Promise<Loaded> {
  const types = typesOf(await trustRoots());
  const type = types.find((each) => each === wanted) ?? types.find((each) => each === "861") ?? types[0] ?? null;
  return { types, type, graph: type === null ? null : await fetchGraph(type, signal) };
}

const typesOf = (roots: readonly ReportTrustRoot[]): string[] => [...new Set(roots.flatMap(({ documentTypes }) => documentTypes as readonly string[]))].sort();
