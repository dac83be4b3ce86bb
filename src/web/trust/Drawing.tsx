// The drawing: boxes for parties, lines for grants, from the trust roots downwards. The list beside it says the same in words.

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Address } from "../../core/address.ts";
import { typeWords } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { Boxes } from "./Boxes.tsx";
import { pictureOf, type Scene } from "./picture.ts";
import { planOf, type PlacedLine } from "./places.ts";
import { lookOfGrant, nameIn, said, stateShort } from "./speech.ts";
import type { Choice } from "./useTrust.ts";

interface DrawingProps {
  readonly scene: Scene;
  readonly around: Address | null;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  readonly onList: (grantor: Address) => void;
  readonly onDrawAll: () => void;
}

export function Drawing({ scene, around, chosen, onChoose, onList, onDrawAll }: DrawingProps) {
  const [field, width] = useWidth();
  const picture = useMemo(() => pictureOf(scene, around), [scene, around]);
  const plan = useMemo(() => planOf(picture, width), [picture, width]);
  const { drawing } = said;
  const states = picture.lines.flatMap(({ state }) => state ?? []);
  const summary = drawing.summary({ parties: picture.drawnCount, inForce: states.filter(({ path }) => path !== null).length, grants: states.length, type: typeWords(scene.graph.documentType, words) });
  return (
    <section class="panel" aria-labelledby="drawing-title">
      <h2 id="drawing-title">{drawing.title}</h2>
      <p class="soft" id="drawing-hint">{drawing.hint}</p>
      {around !== null && (
        <p class="drawing-around">
          <span>{drawing.around(nameIn(scene, around))}</span>
          <button type="button" class="button" onClick={onDrawAll}>{drawing.drawAll}</button>
        </p>
      )}
      {picture.drawnCount < picture.partyCount && <p class="soft">{drawing.limited(picture.drawnCount, picture.partyCount)}</p>}
      <div class={plan.isDense ? "plane plane-dense" : "plane"} ref={field} style={{ height: `${plan.height}px` }}>
        <svg class="lines" role="img" aria-label={summary} width={plan.width} height={plan.height} viewBox={`0 0 ${plan.width} ${plan.height}`}>
          {inDrawingOrder(plan.lines).map((placed) => (
            <Line key={`${placed.line.from} ${placed.line.to}`} placed={placed} scene={scene} chosen={chosen} onChoose={onChoose} />
          ))}
        </svg>
        <Boxes plan={plan} scene={scene} chosen={chosen} onChoose={onChoose} onList={onList} />
      </div>
      <Legend />
    </section>
  );
}

/** What is in force lies over what is not: lines of one grantor share a stretch. */
function inDrawingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const rank = ({ line: { state } }: PlacedLine): number => (state === null ? 0 : state.path === null ? 1 : 2);
  return lines.toSorted((left, right) => rank(left) - rank(right));
}

interface LineProps extends Pick<DrawingProps, "scene" | "chosen" | "onChoose"> {
  readonly placed: PlacedLine;
}

/** Reached by pointer here; by keyboard from the details of either end, and from the list. */
function Line({ placed: { line, path, arrow, mark }, scene, chosen, onChoose }: LineProps) {
  if (line.state === null) return <path class="line line-more" d={path} />;
  const { grantor, grantee } = line.state.list;
  const look = lookOfGrant(line.state);
  const isChosen = chosen !== null && (chosen.kind === "grant" ? chosen.grantor === grantor && chosen.grantee === grantee : chosen.address === grantor || chosen.address === grantee);
  return (
    <g class={`line-group line-${look}${isChosen ? " line-chosen" : ""}`} data-line={`${grantor} ${grantee}`} data-look={look} onClick={() => onChoose({ kind: "grant", grantor, grantee })}>
      <title>{`${said.details.grant(nameIn(scene, grantor), nameIn(scene, grantee))}. ${stateShort(line.state)}`}</title>
      <path class="line-reach" d={path} />
      <path class="line" d={path} />
      <path class="line-arrow" d={arrow} />
      {look === "stolen" && <path class="line-cross" d={`M${mark.x - 5} ${mark.y - 5}l10 10m0-10l-10 10`} />}
    </g>
  );
}

function Legend() {
  const { legend, legendInForce, legendNot, legendStolen } = said.drawing;
  const entries = [["in", legendInForce], ["not", legendNot], ["stolen", legendStolen]] as const;
  return (
    <ul class="legend" aria-label={legend}>
      {entries.map(([look, text]) => (
        <li key={look}>
          <svg class={`line-${look}`} viewBox="0 0 44 12" width="44" height="12" aria-hidden="true">
            <path class="line" d="M0 6h42" />
            {look === "stolen" && <path class="line-cross" d="M17 1l10 10m0-10l-10 10" />}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The width that there is for the drawing, whenever it changes. */
function useWidth() {
  const field = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useLayoutEffect(() => {
    setWidth(field.current!.clientWidth);
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(field.current!);
    return () => watch.disconnect();
  }, []);
  return [field, width] as const;
}
