// Watch: judges watched documents again when something may have changed their verdict, and tells whoever asked.

import type { Address } from "../../core/address.ts";
import { leafOf, type Digest } from "../../core/digest.ts";
import { isLastingRight, type DocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { parseSeal, writeSeal, type Seal } from "../../core/seal.ts";
import { afterJudging, dueAfter, judgedIn, tiesIn, type Judged } from "../../core/watching.ts";
import type { Tie, Watch, Watches } from "./followPorts.ts";
import type { VerifyPorts } from "../ports.ts";
import { verify } from "../verifying/verify.ts";

/** What watching needs. */
export interface WatchPorts {
  readonly watches: Watches;
  readonly verify: VerifyPorts;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** What somebody asks to watch. */
export interface WatchRequest {
  readonly id: string;
  readonly holder: Address;
  readonly digest: Digest;
  readonly documentType: DocumentType | null;
  readonly issuer: Address | null;
  readonly seal: Seal | null;
}

/** Watches of one holder. */
const WATCHES_LIMIT = 100_000;

/**
 * Judges the document and stores the watch with that verdict. The same question again answers with the first one.
 *
 * @throws Fault `limit_reached` when the holder has too many.
 */
export async function watch({ id, holder, digest, documentType, issuer, seal }: WatchRequest, { watches, verify: ports }: WatchPorts): Promise<Watch> {
  const report = await verify({ digest, documentType, seal }, ports);
  const now = ports.clock();
  const judged = judgedIn(report, issuer);
  const stored = await watches.add(
    {
      ...{ id, holder, digest, leaf: leafOf(digest), documentType, issuer, seal: seal === null ? null : writeSeal(seal), root: seal?.root ?? null },
      ...{ ...judged, doubtSince: judged.verdict === "undetermined" ? now : null, createdAt: now, judgedAt: now, judgedBlock: report.block?.number ?? 0, stirredBlock: 0 },
      // Once more at once: what happened between judging and storing, no one was told to look for.
      dueAt: now,
    },
    tiesOf(report),
    WATCHES_LIMIT,
  );
  if (stored === null) throw new Fault("limit_reached", `You watch ${WATCHES_LIMIT} documents already. Remove some first.`);
  return stored;
}

const tiesOf = (report: Report): Tie[] => tiesIn(report).map(({ issuer, documentType }) => ({ issuer: issuer.address, documentType }));

/** Watches that are judged in one go, and how many of them at a time: however much is due, requests get their turn. */
const BATCH = 64;
const AT_ONCE = 8;
/** Longer than a judgement takes on a ledger that answers only after every timeout. */
const LEASE_SECONDS = 300;
/** After a judgement at a block before the one in which something was seen: the endpoint lags. */
const LAG_PAUSE_SECONDS = 2;

/** Judges watches that are due. @returns how many. */
export async function judgeDue(ports: WatchPorts): Promise<number> {
  const claimed = await ports.watches.claim(BATCH, { now: ports.verify.clock(), leaseSeconds: LEASE_SECONDS });
  const left = claimed.values();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const each of left) await judgeAgain(each, ports).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  // One that cannot be judged holds up no other; its claim ends, and it is tried again.
  if (failures.length > 0) throw failures[0];
  return claimed.length;
}

async function judgeAgain(watch: Watch, { watches, verify: ports, random }: WatchPorts): Promise<void> {
  const { digest, documentType, issuer, seal } = watch;
  const report = await verify({ digest, documentType, seal: seal === null ? null : parseSeal(seal) }, ports);
  const now = ports.clock();
  const isBehind = report.block !== undefined && report.block.number < watch.stirredBlock;
  if (isBehind) return watches.putOff(watch, now + LAG_PAUSE_SECONDS);
  const { known, isTold } = afterJudging(watch, judgedIn(report, issuer), now);
  const dueAt = dueAfter(known, report, { now, spread: random(), turns: await turnsOf(digest, report, ports) });
  const told = isTold ? tellingOf(watch, known, report) : null;
  await watches.settle(watch, { ...known, judgedAt: now, judgedBlock: report.block?.number ?? watch.judgedBlock, dueAt, ties: tiesOf(report), told });
}

/** When a right that was issued here begins and ends, by the credential that was issued with it: its verdict turns then, and nothing happens on the ledger. */
export async function turnsOf(digest: Digest, report: Report, { issuedWith }: Pick<VerifyPorts, "issuedWith">): Promise<readonly number[]> {
  if (issuedWith === undefined) return [];
  const rights = tiesIn(report).filter(({ documentType }) => isLastingRight(documentType));
  const periods = await Promise.all(rights.map(async ({ issuer, documentType }) => (await issuedWith({ issuer: issuer.address, documentType, digest }))?.period ?? null));
  return periods.flatMap((period) => [period?.from ?? null, period?.until ?? null]).filter((moment) => moment !== null);
}

/** What the holder is told: before, now, and by which block. */
function tellingOf(watch: Watch, now: Judged, report: Report): JsonObject {
  const { id, digest, documentType, issuer } = watch;
  const standing = report.anchors.find(({ verdict }) => verdict === now.verdict)?.standing;
  const members = {
    ...{ watchId: id, digest, documentType: documentType ?? undefined, issuer: issuer ?? undefined },
    ...{ ...viewOf(now), previous: viewOf(watch), standing: standing === undefined || standing.standing === "active" ? undefined : standing },
    ...{ block: report.block, checkedAt: report.checkedAt },
  };
  // Members without a value are left out, and what is left is plain JSON.
  return JSON.parse(JSON.stringify(members)) as JsonObject;
}

const viewOf = ({ verdict, reason }: Judged): JsonObject => ({ verdict, ...(reason === null ? {} : { reason }) });
