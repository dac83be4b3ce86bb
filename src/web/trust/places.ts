// Places: where each box stands and which way each line takes, in a field of a given width. Lines run between the boxes.

import type { Picture, PictureLine, PictureNode } from "./picture.ts";

const NODE_WIDTH = 148;
/** Where there is room, boxes are wider. */
const NODE_WIDTH_MOST = 196;
const NODE_WIDTH_LEAST = 116;
const GAP_WIDTH = 28;
/** How high boxes are, and what lies between two rows. Of many parties less is said in each box. */
const ROOMY = { node: 100, channel: 52 };
const DENSE = { node: 74, channel: 42 };
const DENSE_FROM = 40;
const MARGIN = 16;
/** Lines of different grantors run beside one another. */
const LANES = 5;
const LANE_STEP = 5;
const CORNER = 8;
const ARROW = 7;

export interface PlacedNode {
  readonly node: PictureNode;
  /** From the field's starting side. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
  readonly place: number;
}

export interface PlacedLine {
  readonly line: PictureLine;
  /** As an SVG path. */
  readonly path: string;
  readonly arrow: string;
  /** Where a mark on the line may stand. */
  readonly mark: Point;
}

export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly nodeHeight: number;
  readonly isDense: boolean;
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The picture laid out in a field `width` pixels wide. A layer that is too wide for it goes on in a further row. */
export function planOf(picture: Picture, width: number): Plan {
  const isDense = picture.drawnCount >= DENSE_FROM;
  const pitch = isDense ? DENSE : ROOMY;
  const inner = Math.max(width - 2 * MARGIN, NODE_WIDTH_LEAST);
  const fits = (size: number): number => Math.max(1, Math.floor((inner + GAP_WIDTH) / (size + GAP_WIDTH)));
  const columns = Math.max(fits(NODE_WIDTH), Math.min(2, fits(NODE_WIDTH_LEAST)));
  const size = Math.min(NODE_WIDTH_MOST, (inner - (columns - 1) * GAP_WIDTH) / columns);
  const rows = picture.layers.flatMap((layer) => evenRows(layer, columns));
  const nodes = rows.flatMap((own, row) => {
    const start = (width - own.length * size - (own.length - 1) * GAP_WIDTH) / 2;
    return own.map((node, place): PlacedNode => ({ node, x: start + place * (size + GAP_WIDTH), y: row * (pitch.node + pitch.channel) + MARGIN, width: size, row, place }));
  });
  const height = rows.length * (pitch.node + pitch.channel) - pitch.channel / 2 + 2 * MARGIN;
  return { width, height, nodeHeight: pitch.node, isDense, nodes, lines: new Router(nodes, width, pitch).lines(picture.lines) };
}

/** Rows of about the same length: seven in rows of at most six are four and three. */
function evenRows(layer: readonly PictureNode[], columns: number): PictureNode[][] {
  const count = Math.ceil(layer.length / columns);
  const length = Math.ceil(layer.length / count);
  return Array.from({ length: count }, (_, row) => layer.slice(row * length, (row + 1) * length));
}

class Router {
  readonly #byId: ReadonlyMap<string, PlacedNode>;
  readonly #rows: readonly (readonly PlacedNode[])[];
  readonly #width: number;
  readonly #pitch: typeof ROOMY;

  constructor(nodes: readonly PlacedNode[], width: number, pitch: typeof ROOMY) {
    this.#pitch = pitch;
    this.#byId = new Map(nodes.map((node) => [node.node.id, node]));
    this.#rows = [...Map.groupBy(nodes, ({ row }) => row).values()];
    this.#width = width;
  }

  lines(lines: readonly PictureLine[]): readonly PlacedLine[] {
    const into = Map.groupBy(lines, ({ to }) => to);
    return lines.map((line) => {
      const [source, target] = [this.#byId.get(line.from)!, this.#byId.get(line.to)!];
      const arriving = into.get(line.to)!.toSorted((left, right) => this.#middleOf(left.from) - this.#middleOf(right.from));
      const spread = Math.min(16, target.width / (arriving.length + 1));
      const endX = target.x + target.width / 2 + (arriving.indexOf(line) - (arriving.length - 1) / 2) * spread;
      return this.#placed(line, this.#way(source, target, endX));
    });
  }

  #middleOf(id: string): number {
    const { x, width } = this.#byId.get(id)!;
    return x + width / 2;
  }

  /** From the bottom of one box to the top of the other, row by row through the gaps between boxes. */
  #way(source: PlacedNode, target: PlacedNode, endX: number): Point[] {
    const lane = source.place % LANES;
    const between = target.row > source.row ? range(source.row + 1, target.row - 1) : range(target.row, source.row).reverse();
    const { node, channel } = this.#pitch;
    const laneY = (row: number): number => row * (node + channel) + MARGIN - channel + 10 + lane * LANE_STEP;
    const first = source.row + 1;
    const points: Point[] = [{ x: source.x + source.width / 2, y: source.y + node }];
    let at = { x: points[0]!.x, y: laneY(first) };
    points.push(at);
    for (const row of between) {
      const x = this.#gapIn(row, endX) + (lane - (LANES - 1) / 2) * 3;
      const next = target.row > source.row ? row + 1 : row;
      points.push({ x, y: at.y }, { x, y: laneY(next) });
      at = { x, y: laneY(next) };
    }
    return [...points, { x: endX, y: at.y }, { x: endX, y: target.y - ARROW }];
  }

  /** The middle of the gap in this row that lies nearest. */
  #gapIn(row: number, wanted: number): number {
    const own = this.#rows[row]!;
    const gaps = [...own.map(({ x }) => x - GAP_WIDTH / 2), own.at(-1)!.x + own.at(-1)!.width + GAP_WIDTH / 2];
    const inside = gaps.map((x) => Math.min(Math.max(x, MARGIN / 2), this.#width - MARGIN / 2));
    return inside.toSorted((left, right) => Math.abs(left - wanted) - Math.abs(right - wanted))[0]!;
  }

  #placed(line: PictureLine, points: readonly Point[]): PlacedLine {
    const { x, y } = points.at(-1)!;
    return { line, path: rounded(points), arrow: `M${n(x - 5)} ${n(y)}h10l-5 ${ARROW}z`, mark: { x, y: y - 8 } };
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);

/** The way as an SVG path, its corners rounded. */
function rounded(points: readonly Point[]): string {
  const way = points.filter((point, place) => place === 0 || point.x !== points[place - 1]!.x || point.y !== points[place - 1]!.y);
  return way.map((point, place) => {
    if (place === 0) return `M${n(point.x)} ${n(point.y)}`;
    const next = way[place + 1];
    if (next === undefined) return `L${n(point.x)} ${n(point.y)}`;
    const [before, after] = [towards(point, way[place - 1]!), towards(point, next)];
    return `L${n(before.x)} ${n(before.y)}Q${n(point.x)} ${n(point.y)} ${n(after.x)} ${n(after.y)}`;
  }).join("");
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
