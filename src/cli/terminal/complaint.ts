// Complaints: what the command line itself finds wrong, before or after anybody else is asked.

export type ComplaintCode =
  | "wrong_use" // The command as typed cannot be carried out.
  | "file_unreadable" // A file cannot be read or written.
  | "not_reached_in_time"; // What was waited for has not happened yet.

/** Thrown on purpose, like a fault; the message is for the person at the terminal. */
export class Complaint extends Error {
  override readonly name = "Complaint";
  readonly code: ComplaintCode;

  constructor(code: ComplaintCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const plainWords: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is no folder",
  EACCES: "permission is missing",
  EPERM: "permission is missing",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

/** Why the system could not do it, in plain words. */
const systemReason = (error: unknown): string => plainWords[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message;

/** The complaint about a file that could not be read or written. */
export const unreadableFile = (what: string, error: unknown): Complaint => new Complaint("file_unreadable", `${what}: ${systemReason(error)}.`, { cause: error });
