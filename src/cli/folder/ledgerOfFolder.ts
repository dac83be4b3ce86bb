// The ledger of a data folder: the running service's, an external one, or the embedded one for as long as we need it.

import { connect, openLedger, readLedgerFile, type ConnectedLedger } from "../../ledgerAccess.ts";
import { filesIn, type Notice } from "../../office.ts";
import { runningService, type OpenFolder, type RunningService } from "./dataFolder.ts";
import { remark } from "../terminal/terminal.ts";

/** Tells an operator at the terminal. */
export const noticeHere: Notice = (message, details) => remark(`Note: ${message} ${JSON.stringify(details)}`);

/** Does `work` on the folder's ledger. `running` is the service that works beside us, if one does. */
export async function onLedger<T>({ config, office }: OpenFolder, work: (ledger: ConnectedLedger, running: RunningService | null) => Promise<T>): Promise<T> {
  const running = runningService(config.dataFolder);
  // A running service holds the folder: we speak to its ledger beside it.
  const ledger =
    running === null
      ? await openLedger(config, office, noticeHere)
      : connect(readLedgerFile(config.ledgerFile ?? filesIn(config.dataFolder).ledger), { url: running.rpc, confirmations: config.confirmations });
  try {
    return await work(ledger, running);
  } finally {
    await ledger.close();
  }
}
