// The boxes of the drawing: real buttons, one stop for the keyboard, arrow keys between them.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { likenessWarning } from "../../words/sentences.ts";
import type { Address } from "../../core/address.ts";
import { words } from "../frame/language.ts";
import type { PartyNode, Scene } from "./picture.ts";
import type { PlacedNode, Plan } from "./places.ts";
import { lookOf, nameIn, nameOf, partyLeast, partyShort, said } from "./speech.ts";
import type { Choice } from "./useTrust.ts";

interface BoxesProps {
  readonly plan: Plan;
  readonly scene: Scene;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  readonly onList: (grantor: Address) => void;
}

export function Boxes({ plan: { nodes, nodeHeight, isDense }, scene, chosen, onChoose, onList }: BoxesProps) {
  const [reached, setReached] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const current = nodes.some(({ node }) => node.id === reached) ? reached : nodes[0]?.node.id;
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [reached]);
  const move = (event: KeyboardEvent): void => {
    const next = neighbour(nodes, nodes.find(({ node }) => node.id === current)!, event.key);
    if (next === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setReached(next.node.id);
  };
  return (
    <div class="boxes" ref={list} role="group" aria-labelledby="drawing-title" aria-describedby="drawing-hint" onKeyDown={move}>
      {nodes.map((placed) => {
        const { node } = placed;
        const tabIndex = node.id === current ? 0 : -1;
        if (node.kind === "more") return <More key={node.id} place={placeOf(placed, nodeHeight)} text={said.drawing.more(node.count)} label={said.drawing.moreOf(node.count, nameIn(scene, node.grantor))} tabIndex={tabIndex} onClick={() => onList(node.grantor)} />;
        const open = () => {
          setReached(node.id);
          onChoose({ kind: "party", address: node.party.address });
        };
        return <Box key={node.id} place={placeOf(placed, nodeHeight)} node={node} say={isDense ? partyLeast : partyShort} isChosen={chosen?.kind === "party" && chosen.address === node.party.address} tabIndex={tabIndex} onClick={open} />;
      })}
    </div>
  );
}

const placeOf = ({ x, y, width }: PlacedNode, height: number) => ({ insetInlineStart: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });

interface BoxProps {
  readonly place: ReturnType<typeof placeOf>;
  readonly node: PartyNode;
  readonly say: (node: PartyNode) => string;
  readonly isChosen: boolean;
  readonly tabIndex: number;
  readonly onClick: () => void;
}

function Box({ place, node, say, isChosen, tabIndex, onClick }: BoxProps) {
  const look = node.party.isTrustRoot ? "root" : lookOf(node);
  const warning = likenessWarning(node.party, words);
  return (
    <button type="button" class={`box box-${look}`} data-party={node.party.address} data-look={look} style={place} tabIndex={tabIndex} aria-pressed={isChosen} onClick={onClick} title={warning ?? undefined}>
      <bdi class="box-name">{nameOf(node.party)}</bdi>
      <span class="box-state">
        {look === "stolen" && <Cross />}
        {say(node)}
      </span>
      {warning !== null && <span class="box-warning"><span aria-hidden="true">!</span><span class="unseen">{warning}</span></span>}
    </button>
  );
}

interface MoreProps {
  readonly place: ReturnType<typeof placeOf>;
  readonly text: string;
  readonly label: string;
  readonly tabIndex: number;
  readonly onClick: () => void;
}

function More({ place, text, label, tabIndex, onClick }: MoreProps) {
  return (
    <button type="button" class="box box-more" style={place} tabIndex={tabIndex} onClick={onClick}>
      <span aria-hidden="true">{text}</span>
      <span class="unseen">{label}</span>
    </button>
  );
}

const Cross = () => (
  <svg class="box-cross" viewBox="0 0 12 12" aria-hidden="true">
    <path d="M2 2l8 8m0-8l-8 8" />
  </svg>
);

/** The box to which a key leads. Left and right follow the direction of writing. */
function neighbour(nodes: readonly PlacedNode[], from: PlacedNode, key: string): PlacedNode | null {
  const isRightToLeft = document.documentElement.dir === "rtl";
  const inRow = (row: number) => nodes.filter((other) => other.row === row);
  const nearest = (row: number) => inRow(row).toSorted((left, right) => Math.abs(left.x - from.x) - Math.abs(right.x - from.x))[0] ?? null;
  const at = nodes.indexOf(from);
  switch (key) {
    case "ArrowDown": return nearest(from.row + 1);
    case "ArrowUp": return nearest(from.row - 1);
    case "ArrowRight": return nodes[at + (isRightToLeft ? -1 : 1)] ?? null;
    case "ArrowLeft": return nodes[at + (isRightToLeft ? 1 : -1)] ?? null;
    case "Home": return nodes[0] ?? null;
    case "End": return nodes.at(-1) ?? null;
    default: return null;
  }
}
