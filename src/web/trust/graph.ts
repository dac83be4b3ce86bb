// Asking the service for the graph of grants.

import type { TrustGraph } from "../../core/trustGraph.ts";
import { readTrustGraph } from "../../core/trustGraphReader.ts";
import { jsonOf, patient, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";

/** The graph for this type as it is now. Rejects with {@link Unanswered}. */
export async function fetchGraph(documentType: string, signal: AbortSignal): Promise<TrustGraph> {
  const response = await request(`/v1/trust-graph?documentType=${encodeURIComponent(documentType)}`, { signal: patient(signal) });
  const graph = readTrustGraph(await jsonOf(response), documentType);
  if (graph === null) throw new Unanswered({ is: "unreadable_answer" });
  return graph;
}
