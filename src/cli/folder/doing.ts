// Who acts at the command line, as the journal names them.

import { userInfo } from "node:os";
import { systemClock } from "../../office.ts";
import { byUser } from "../../core/journal.ts";
import type { Doing } from "../../flows/trust/administrationPorts.ts";

/** The operating system's user, now. */
export const doingHere = (): Doing => ({ by: byUser(userName()), at: systemClock() });

/** Not every user has a name: one of a container may have a number alone. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "unknown");
  }
}
