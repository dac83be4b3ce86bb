// Handing an identity over, step by step, until the ledger says it for good: what rotate and deactivate share.

import { setTimeout as pause } from "node:timers/promises";
import type { ConnectedLedger } from "../../ledgerAccess.ts";
import type { Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { handOverOn, type HandOverStage } from "../../flows/identities/handOver.ts";
import type { LedgerIdentity } from "../../flows/identities/ledgerIdentity.ts";
import type { Issuer } from "../../flows/issuing/issuePorts.ts";
import { Complaint } from "../terminal/complaint.ts";
import type { OpenFolder } from "./dataFolder.ts";
import { onLedger } from "./ledgerOfFolder.ts";
import { remark, say } from "../terminal/terminal.ts";

/** How one command hands over. */
export interface HandingOver {
  /** Looks at the identity before anything is done, and notes to whom it goes. @returns that owner-to-be. */
  begin(seen: LedgerIdentity): Promise<Address>;
  readonly timeoutSeconds: number;
}

const PAUSE_MS = 250;

/** Hands the issuer over, from where an earlier run was interrupted if one was. @returns its owner, and the account that signs for it here, from now on. */
export async function handOver(issuer: Issuer, folder: OpenFolder, { begin, timeoutSeconds }: HandingOver): Promise<{ owner: Address; account: Address }> {
  return onLedger(folder, async (ledger, running) => {
    if (running === null) throw new Complaint("wrong_use", "No service runs on this data folder, and one must, to carry this to the ledger. Start it first: tradeseal serve");
    const successor = await begin(await ledger.identities.identityOf(issuer.address));
    const account = await untilDone({ ...issuer, successor }, { ledger, folder, deadline: performance.now() + timeoutSeconds * 1000 });
    return { owner: successor, account };
  });
}

interface Course {
  readonly ledger: ConnectedLedger;
  readonly folder: OpenFolder;
  readonly deadline: number;
}

async function untilDone(issuer: Issuer & { readonly successor: Address }, { ledger, folder, deadline }: Course): Promise<Address> {
  const { store, register, keys } = folder.office;
  let last = "";
  for (;;) {
    const stage = await handOverOn(issuer, { store, register, keys, identities: ledger.identities }).catch((error: unknown) => silenceUntil(deadline, error));
    if (stage?.is === "done") return stage.account;
    const text = stage === null ? last : stageText(stage);
    if (text !== last) say(text);
    last = text;
    if (stage !== null && performance.now() > deadline) return late(stage);
    await pause(PAUSE_MS);
  }
}

/** A ledger that is silent for a moment stops nothing: the next look begins anew. */
function silenceUntil(deadline: number, error: unknown): null {
  if (error instanceof Fault && error.code === "ledger_unreachable" && performance.now() < deadline) return null;
  throw error;
}

function stageText(stage: Exclude<HandOverStage, { is: "done" }>): string {
  if (stage.is === "carrying") return "carrying   what was accepted before goes to the ledger first";
  if (stage.is === "revoking") return "revoking   the delegations that are in force";
  return "changing   the owner, until no reorganisation takes it away";
}

function late(stage: HandOverStage): never {
  if ("problem" in stage && stage.problem !== null) remark(`The ledger refuses it so far: ${stage.problem}`);
  throw new Complaint("not_reached_in_time", "It is not done yet. Run the same command again to go on from here.");
}
