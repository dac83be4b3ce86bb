// What a rebuild read and restored, counted and told.

import type { Address } from "../../core/address.ts";
import { SpokenOf } from "../../flows/recovering/recoverStandings.ts";
import type { LedgerEvents } from "../../flows/ports.ts";
import { noticeHere } from "./ledgerOfFolder.ts";
import { say, table } from "../terminal/terminal.ts";

/** What was read. */
export class Tally {
  anchors = 0;
  withoutLeaves = 0;
  leaves = 0;
  grants = 0;
  unsound = 0;
  readonly spokenOf = new SpokenOf();

  /** Tells the operator of what contradicts itself, and counts it. */
  readonly notice: typeof noticeHere = (message, details) => {
    this.unsound += 1;
    noticeHere(message, details);
  };

  /** The events, counted as they are read; of one issuer, anchors and words on its documents alone. */
  counting(events: LedgerEvents, issuer: Address | null): LedgerEvents {
    return {
      ...events,
      eventsBetween: async (from, to) => {
        const all = await events.eventsBetween(from, to);
        const found = issuer === null ? all : all.filter((event) => !("issuer" in event) || event.issuer === issuer);
        for (const event of found) {
          this.spokenOf.note(event);
          if (event.kind === "accredited") this.grants += 1;
          if (event.kind !== "anchored") continue;
          this.anchors += 1;
          this.leaves += event.leaves.length;
          if (event.leaves.length === 0) this.withoutLeaves += 1;
        }
        return found;
      },
    };
  }

  /** Says what was read, and how long that took. */
  show(what: string, { blocks, seconds }: { blocks: number; seconds: number }): void {
    const { anchors, withoutLeaves, leaves, grants, unsound, spokenOf } = this;
    const withLeaves = anchors - withoutLeaves;
    say(
      what,
      ...table([
        ["blocks", `0 to ${blocks}`],
        ["anchors", withoutLeaves === 0 ? `${anchors}` : `${anchors}, ${withoutLeaves} of them without published leaves`],
        ["leaves", `${leaves}`],
        ["roots that match", `${withLeaves - unsound} of ${withLeaves}`],
        ["accreditations", `${grants}`],
        ["documents with a word on their standing", `${spokenOf.size}`],
        ["seconds", seconds.toFixed(2)],
      ]),
    );
  }
}
