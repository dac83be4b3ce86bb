// What PostgreSQL and the way to it report when they cannot serve, as faults.

import { Fault } from "../../core/fault.ts";
import { storeUnavailable } from "./storeTrouble.ts";

/** Conditions that pass, by SQLSTATE or its class: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const PASSING = /^(08...|53...|57014|57P0[1-5]|58...|55P03|55006|25006|25P03|40001|40P01|XX00[01])$/;
/** Who we are, or where to: nothing that passes by waiting. */
const MISNAMED = /^(28...|3D000)$/;
const WAYS_LOST = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EAI_AGAIN|ENOTFOUND|ENOENT|EMFILE|ENFILE)$/;
/** What the client library says without a code. */
const CONNECTION_ENDED = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|The server does not support SSL)/i;

/** The fault that an error of the database stands for, or `null` when it is none of its troubles. */
export function postgresTrouble(error: unknown): Fault | null {
  if (error instanceof Fault) return error;
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (MISNAMED.test(code)) return new Fault("configuration_invalid", `The database refuses us: ${error.message} (TRADESEAL_DATABASE_URL).`, { cause: error });
  if (code === "53100") return storeUnavailable("its disk is full", error);
  if (code === "25006") return storeUnavailable("it is read-only at present", error);
  if (PASSING.test(code) || WAYS_LOST.test(code)) return storeUnavailable(`it does not answer, ${code}`, error);
  return code === "" && CONNECTION_ENDED.test(error.message) ? storeUnavailable("the connection to it ended", error) : null;
}
