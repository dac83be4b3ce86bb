// The moment that is looked at: a slider from the first statement to the latest end, and steps from change to change.

import { useMemo } from "preact/hooks";
import { dateOf } from "../../core/report.ts";
import { secondsOf } from "../../core/trustGraph.ts";
import { changeAfter, changeBefore, reachOf } from "./moments.ts";
import type { Scene } from "./picture.ts";
import { said } from "./speech.ts";

interface TimeSliderProps {
  readonly scene: Scene;
  readonly isNow: boolean;
  readonly onChoose: (moment: number | null) => void;
}

export function TimeSlider({ scene: { graph, moment, states }, isNow, onChoose }: TimeSliderProps) {
  const reach = useMemo(() => reachOf(graph), [graph]);
  const { time } = said;
  const now = secondsOf(graph.asOf);
  const place = isNow ? "now" : moment <= now ? "past" : "future";
  const shown = time.shown(dateOf(moment), place);
  const inForce = states.filter(({ path }) => path !== null).length;
  return (
    <section class="panel moment" aria-labelledby="moment-title">
      <h2 id="moment-title">{time.title}</h2>
      <p class="moment-shown" data-moment={moment} data-place={place}>{shown}</p>
      <div class="moment-track">
        <input
          type="range"
          class="moment-slider"
          aria-label={time.label}
          aria-valuetext={shown}
          min={reach.start}
          max={reach.end}
          step={reach.step}
          value={moment}
          onInput={({ currentTarget }) => onChoose(Number(currentTarget.value))}
        />
        <NowMark part={(now - reach.start) / (reach.end - reach.start)} />
      </div>
      <div class="moment-steps">
        <Step label={time.earlier} to={changeBefore(reach, moment)} onChoose={onChoose} />
        <Step label={time.later} to={changeAfter(reach, moment)} onChoose={onChoose} />
        <button type="button" class="button" disabled={isNow} onClick={() => onChoose(null)}>
          {time.backToNow}
        </button>
      </div>
      <p role="status" class="moment-count">{time.inForce(inForce, states.length)}</p>
      {place !== "now" && <p class="soft">{place === "past" ? time.byToday : time.byTodayFuture}</p>}
      {reach.hasMore && <p class="soft">{time.farEnds}</p>}
    </section>
  );
}

function Step({ label, to, onChoose }: { label: string; to: number | null; onChoose: (moment: number) => void }) {
  return (
    <button type="button" class="button" disabled={to === null} onClick={() => to !== null && onChoose(to)}>
      {label}
    </button>
  );
}

/** Where the present lies on the track. */
function NowMark({ part }: { part: number }) {
  return (
    <span class="moment-now" aria-hidden="true" style={{ "--part": String(part) }}>
      {said.time.now}
    </span>
  );
}
