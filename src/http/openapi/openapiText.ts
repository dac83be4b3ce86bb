// The words of the API's description, in Markdown: paragraphs, lists and code.

import { english } from "../../words/english/table.ts";
import { problemCodes, verdictNames } from "./answers.ts";
import { STATUS, titleOf, type ProblemCode } from "../server/problem.ts";

const DIGESTS = `A **digest** is the SHA-256 of a file's bytes, written as 64 lower-case hex characters. It is the same for everybody who holds the same file, and tells nothing about its content. Work it out with \`sha256sum FILE\` (Linux), \`shasum -a 256 FILE\` (macOS) or \`certutil -hashfile FILE SHA256\` (Windows). A digest is all that a verification needs, so the file need not leave your machine.`;

const INTRODUCTION = `Tradeseal answers one question about a trade document, for anyone, at once and without an account: are these the very bytes that were issued, by somebody who was entitled to issue them, and do they still stand?`;

const verdictList = (): string => verdictNames.map((name) => `- \`${name}\` ${english.verdicts[name].means}`).join("\n");

const VERDICTS = (): string => `A verification answers with one of six **verdicts**, always with status 200: a no is a successful answer, too. Only \`authentic\` is a yes.

${verdictList()}`;

const KEYS = `Issuers send their API key as \`Authorization: Bearer …\`. Verifying needs no key. A key has scopes: \`issue\` (documents), \`accredit\` (grants), \`read\` (looking at both); it can expire and be revoked. Give an \`Idempotency-Key\` (1 to 255 visible ASCII characters) with each document: the same request with the same key, sent again after a lost answer, gets the first one's answer; another request with that key gets 409.`;

const statusOf = (code: ProblemCode): number => (code === "internal" ? 500 : STATUS[code]);

const problemList = (): string => problemCodes.map((code) => `- \`${code}\` (${statusOf(code)}) ${titleOf(code)}`).join("\n");

const PROBLEMS = (): string => `Everything but an answer is a **problem** (RFC 9457, \`application/problem+json\`) with one of these codes:

${problemList()}`;

const UNREADABLE = `What cannot be read as HTTP at all is refused with \`request_malformed\` and the status 400, 408 or 431.`;

/** What stands at the head of the description. */
export const description = (): string => [INTRODUCTION, DIGESTS, VERDICTS(), KEYS, PROBLEMS(), UNREADABLE].join("\n\n");
