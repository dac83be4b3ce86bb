// Asking the service for the graph of grants, and for whom it believes.

import type { RecognitionAnswer } from "./matrix.ts";
import { readRecognitions } from "./matrix.ts";
import type { TrustGraph } from "../../core/trustGraph.ts";
import { readTrustGraph } from "../../core/trustGraphReader.ts";
import { jsonOf, PATIENCE_MS, request } from "../frame/service.ts";
import { Unanswered } from "../frame/trouble.ts";

/** The graph for this type as it is now. Rejects with {@link Unanswered}. */
export async function fetchGraph(documentType: string, signal: AbortSignal): Promise<TrustGraph> {
  const response = await request(`/v1/trust-graph?documentType=${encodeURIComponent(documentType)}`, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
  const graph = readTrustGraph(await jsonOf(response), documentType);
  if (graph === null) throw new Unanswered({ is: "unreadable_answer" });
  return graph;
}

/** Who recognises whom, now. Rejects with {@link Unanswered}. */
export async function fetchRecognitions(signal: AbortSignal): Promise<RecognitionAnswer> {
  const response = await request("/v1/recognitions", { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
  const answer = readRecognitions(await jsonOf(response));
  if (answer === null) throw new Unanswered({ is: "unreadable_answer" });
  return answer;
}
