// What is certain without a network, what was known when there was one, and what is not known.

import type { OfflineFact } from "../../core/snapshot.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { Party } from "../report/Party.tsx";
import type { MarkedReport } from "./offlineReport.ts";

/** Facts that speak against relying on it. */
const WARNINGS: ReadonlySet<OfflineFact> = new Set(["spoken_then", "not_accredited_then", "key_unknown"]);

/** Nothing for a report that a service made. */
export function OfflineFacts({ report }: { report: MarkedReport }) {
  if (report.offline === undefined) return null;
  const { facts, issuer, asOf } = report.offline;
  const { snapshot } = words;
  const parts = { issuer: partyName(issuer), type: typeWords(report.subject.documentType, words) };
  return (
    <section class="offline" data-offline={facts.join(" ")}>
      <h3>{snapshot.heading}</h3>
      <p>{snapshot.asOf(words.dateTime(asOf))}</p>
      {facts.length > 0 && (
        <>
          <p class="soft">{snapshot.claimed}</p>
          <Party party={issuer} />
          <ul>
            {facts.map((fact) => (
              <li key={fact} class={WARNINGS.has(fact) ? "party-likeness" : undefined}>
                {snapshot.facts[fact](parts)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="soft">{snapshot.notKnown}</p>
    </section>
  );
}
