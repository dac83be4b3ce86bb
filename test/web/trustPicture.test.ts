/**
 * Goal: the drawing shows who stands where, never more than a person can read, never a line through a box, and nothing in force that is not.
 * Method: pictures and plans of small and large worlds, at several widths; every line is walked along and held against every box.
 */
import { describe, expect, it } from "vitest";
import { secondsOf } from "../../src/core/trustGraph.ts";
import { layersOf } from "../../src/web/trust/layers.ts";
import { changeAfter, changeBefore, reachOf } from "../../src/web/trust/moments.ts";
import { DRAWN_LIMIT, nodeOf, pictureOf, sceneAt, type Picture } from "../../src/web/trust/picture.ts";
import { planOf } from "../../src/web/trust/places.ts";
import { addressOf, crowd, grantOf, graphOf, NOW, party, says, withdraws, world } from "./grants.ts";

const now = secondsOf(NOW);
const at = (time: string) => sceneAt(world, secondsOf(time));
const numbersIn = (picture: Picture): (number | string)[][] => picture.layers.map((layer) => layer.map((node) => (node.kind === "party" ? Number(node.id) : `+${node.count}`)).sort());

describe("layers", () => {
  it("go down from the trust roots, each as near to them as it can be", () => {
    expect(numbersIn(pictureOf(at(NOW), null))).toEqual([[1, 2], [3, 4, 9], [10, 5, 6, 7, 8].sort()]);
  });

  it("end where grants go in circles, and lose nobody to whom no way leads", () => {
    const parties = [party(1, "Root", { isTrustRoot: true }), party(2, "A"), party(3, "B"), party(4, "Lost")];
    const arrows = [[1, 2], [2, 3], [3, 2], [3, 1]].map(([grantor, grantee]) => ({ grantor: addressOf(grantor!), grantee: addressOf(grantee!) }));
    expect(layersOf(parties, arrows).map((layer) => layer.map(Number))).toEqual([[1], [2], [3], [4]]);
  });

  it("are put in an order in which fewer lines cross", () => {
    const parties = [party(1, "Root", { isTrustRoot: true }), party(2, "A"), party(3, "B"), party(4, "of B"), party(5, "of A")];
    const arrows = [[1, 2], [1, 3], [3, 4], [2, 5]].map(([grantor, grantee]) => ({ grantor: addressOf(grantor!), grantee: addressOf(grantee!) }));
    const [, above, below] = layersOf(parties, arrows).map((layer) => layer.map(Number));
    expect(above!.map((number) => ({ 2: 5, 3: 4 })[number])).toEqual(below);
  });
});

describe("states", () => {
  it.each<[what: string, number: number, time: string, isInForce: boolean, reason: string | null]>([
    ["a trust root, always",                         1, "1999-01-01T00:00:00Z", true,  null],
    ["by either of two grantors",                    3, NOW,                    true,  null],
    ["before anything was said",                     5, "2025-12-31T00:00:00Z", false, "accreditation_not_yet_valid"],
    ["in force",                                     5, NOW,                    true,  null],
    ["withdrawn",                                    6, NOW,                    false, "accreditation_withdrawn"],
    ["before the withdrawal",                        6, "2026-05-31T23:59:59Z", true,  null],
    ["stolen",                                       7, NOW,                    false, "compromised"],
    ["before the theft",                             7, "2026-06-30T00:00:00Z", true,  null],
    ["its grantor's right has ended",                5, "2031-06-01T00:00:00Z", false, "no_accreditation"],
    ["closed",                                       10, NOW,                   false, "issuer_deactivated"],
  ])("%s", (_what, number, time, isInForce, reason) => {
    const node = nodeOf(at(time), addressOf(number));
    expect({ isInForce: node.isInForce, reason: node.reason }).toEqual({ isInForce, reason });
  });

  it("tell the latest end of the grants that carry", () => expect(nodeOf(at("2026-08-15T00:00:00Z"), addressOf(4)).until).toBe(secondsOf("2036-01-01T00:00:00Z")));

  it("nothing is in force where not all grants are told", () => {
    const { states } = sceneAt(graphOf(world.parties, world.grants, { isComplete: false }), now);
    expect(new Set(states.map(({ reason }) => reason))).toEqual(new Set(["grants_too_many"]));
  });
});

describe("a crowd", () => {
  const graph = crowd(320, 9);
  const picture = pictureOf(sceneAt(graph, now), null);

  it("is drawn up to a limit; the rest is counted, each once, under its grantor", () => {
    const drawn = picture.layers.flat();
    expect(drawn.filter(({ kind }) => kind === "party")).toHaveLength(DRAWN_LIMIT);
    expect(drawn.reduce((sum, node) => sum + (node.kind === "more" ? node.count : 0), 0)).toBe(320 - DRAWN_LIMIT);
    expect([picture.drawnCount, picture.partyCount]).toEqual([DRAWN_LIMIT, 320]);
  });

  it("can be drawn around one of them, up and down", () => {
    expect(numbersIn(pictureOf(sceneAt(world, now), addressOf(4)))).toEqual([[1], [4, 9], [8]]);
    expect(pictureOf(sceneAt(graph, now), addressOf(300)).partyCount).toBe(3);
  });
});

describe("a plan", () => {
  const odd = graphOf(
    [party(1, "Root", { isTrustRoot: true }), ...[2, 3, 4, 5, 6].map((number) => party(number, `P${number}`))],
    [[1, 2], [2, 3], [3, 4], [1, 4], [4, 2], [3, 2], [2, 5], [2, 6], [5, 6], [6, 1]].map(([grantor, grantee]) => grantOf(grantor!, grantee!, [says({ mayPassOn: true })])),
  );

  it.each([["the world", world], ["circles and leaps", odd], ["a crowd", crowd(120, 7)]] as const)("%s: no box over another, no line through a box, nothing outside, at any width", (_what, graph) => {
    for (const width of [264, 330, 640, 900]) {
      const plan = planOf(pictureOf(sceneAt(graph, now), null), width);
      const boxes = plan.nodes.map(({ x, y, width: wide }) => ({ left: x, right: x + wide, top: y, bottom: y + plan.nodeHeight }));
      for (const [place, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(plan.height);
        expect(boxes.slice(place + 1).some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)).toBe(false);
      }
      for (const { path } of plan.lines) {
        for (const { x, y } of alongPath(path)) {
          const isInside = x >= 0 && x <= width && y <= plan.height;
          const isThrough = boxes.some(({ left, right, top, bottom }) => x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1);
          if (!isInside || isThrough) expect.fail(`${path} at ${x} ${y}`);
        }
      }
    }
  });
});

/** Points along a path of straight pieces and rounded corners, every nine pixels at most. */
function alongPath(path: string): { x: number; y: number }[] {
  const corners = [...path.matchAll(/[MLQ ]?(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  return corners.slice(1).flatMap((to, place) => {
    const from = corners[place]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 9));
    return Array.from({ length: steps + 1 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps }));
  });
}

describe("the slider", () => {
  it("reaches from before the first statement to after the latest end, and knows each change", () => {
    const reach = reachOf(world);
    expect(reach.start).toBeLessThan(secondsOf("2025-03-01T00:00:00Z"));
    expect(reach.end).toBeGreaterThan(secondsOf("2036-01-01T00:00:00Z"));
    expect(changeBefore(reach, secondsOf("2026-06-01T00:00:00Z"))).toBe(secondsOf("2026-02-04T12:00:00Z"));
    expect(changeAfter(reach, secondsOf("2031-01-01T00:00:00Z"))).toBe(secondsOf("2036-01-01T00:00:00Z"));
    expect([changeBefore(reach, reach.start), changeAfter(reach, reach.end)]).toEqual([null, null]);
  });

  it("is not stretched by what lies ages away, and says that there is more", () => {
    const far = graphOf(world.parties, [...world.grants.slice(0, 9), grantOf(3, 10, [says({ from: "1970-01-01T00:00:00Z" }), withdraws({ from: "9999-01-01T00:00:00Z" })])]);
    expect(reachOf(far)).toMatchObject({ hasMore: true, start: reachOf(world).start, end: reachOf(world).end });
    expect(reachOf(world).hasMore).toBe(false);
  });

  it("moves by the second where all was said within a minute", () => {
    const quick = graphOf(world.parties.slice(0, 3), [grantOf(1, 3, [says({ from: NOW, recordedAt: NOW, until: "2026-11-22T10:00:30Z" })])]);
    expect(reachOf(quick)).toMatchObject({ step: 1, start: now - 1, end: now + 31 });
  });
});
