// /v1/receipts: proof that this service checked a document, what it found and when; signed, anchored, as a file and as a page to print.

import type { Express, Request, RequestHandler } from "express";
import { Fault } from "../../core/fault.ts";
import type { Json } from "../../core/json.ts";
import type { Backlog } from "../../flows/carrying/backlog.ts";
import type { StoredCredential } from "../../flows/issuing/issuancePorts.ts";
import { makeReceipt } from "../../flows/issuing/receipts.ts";
import { limitByAddress, limitForAll } from "../server/addresses.ts";
import { readJson } from "../server/body.ts";
import { issuedView } from "../credentials/credentialView.ts";
import { parseInput } from "../server/input.ts";
import type { ServiceParts } from "../parts.ts";
import { receiptRequest } from "./receiptSchemas.ts";
import { addResource } from "../server/resource.ts";
import { signedNames, subjectAsked } from "../documents/verifications.ts";

type Parts = Pick<ServiceParts, "receipts" | "issue" | "issuing" | "papers" | "verify" | "nudge" | "rateLimit"> & { readonly backlog: Backlog };

/** Each is signed, drawn and anchored at this service's cost. */
const RECEIPTS_A_MINUTE = 10;
/** Addresses are cheap; what is signed and drawn is kept for ever, and anchoring it may cost money. */
const RECEIPTS_A_MINUTE_FOR_ALL = 120;

/** Adds the resources. Whoever knows a receipt's id may have it: it names a digest and holds nothing of the document. */
export function addReceipts(app: Express, parts: Parts): void {
  const audience = "anyone";
  addResource(app, { path: "/v1/receipts", audience, post: [limitByAddress({ ...parts.rateLimit, perMinute: RECEIPTS_A_MINUTE }), limitForAll({ ...parts.rateLimit, perMinute: RECEIPTS_A_MINUTE_FOR_ALL }), makeHandler(parts)] });
  addResource(app, { path: "/v1/receipts/:id", audience, get: [limitByAddress(parts.rateLimit), showHandler(parts)] });
  addResource(app, { path: "/v1/receipts/:id/sheet", audience, get: [limitByAddress(parts.rateLimit), sheetHandler(parts)] });
}

function makeHandler({ receipts, issue, backlog, nudge, verify }: Parts): RequestHandler {
  return async (request, response) => {
    const body = await readJson(request);
    refuseSigned(body);
    const { language = "en", ...asked } = parseInput(receiptRequest, body);
    await backlog.refuseWhenFull("alone");
    const { issuance, report } = await makeReceipt(subjectAsked(asked, verify), language, receipts);
    backlog.note(issuance.parts.length);
    nudge();
    const { credential } = issuance.parts[0]!;
    response.status(201).location(`/v1/receipts/${credential!.id}`).json({ ...(await viewOf(credential!, issuance, { issue })), report });
  };
}

/** A receipt holds a digest alone, and whoever checks it judges that again: of something signed the text would be needed. */
function refuseSigned(body: Json): void {
  const named = typeof body === "object" && body !== null ? signedNames.find((name) => Object.hasOwn(body, name)) : undefined;
  if (named === undefined) return;
  throw new Fault("request_malformed", `A receipt is made of a document, by its "digest", not of a ${named}: to judge that again its text would be needed, which a receipt must not hold. Ask about the digest of a file; or keep what was signed: a credential or a code can be checked again at any time.`);
}

async function viewOf(credential: StoredCredential, issuance: Parameters<typeof issuedView>[1], { issue }: Pick<Parts, "issue">) {
  const { id, credential: receipt, digest, state } = await issuedView(credential, issuance, issue.store);
  return { id, number: credential.document.reference!, receipt, digest, state, sheet: `/v1/receipts/${id}/sheet` };
}

async function receiptFor(request: Request, { issuing: { issuances } }: Pick<Parts, "issuing">) {
  const credential = await issuances.credentialById(String(request.params["id"]));
  const issuance = credential?.shape === "rct" ? await issuances.issuanceById(credential.issuanceId) : null;
  if (credential === null || issuance === null) throw new Fault("not_found", "There is no receipt with this id.");
  return { credential, issuance };
}

function showHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { credential, issuance } = await receiptFor(request, parts);
    response.json(await viewOf(credential, issuance, parts));
  };
}

function sheetHandler(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { credential, issuance } = await receiptFor(request, parts);
    const pdf = issuance.parts.find(({ role }) => role === "pdf");
    const paper = pdf === undefined ? null : await parts.papers.paperOf(pdf.document.id);
    if (paper === null) throw new Fault("not_found", "No page was drawn for this receipt.");
    response.set({ "Content-Type": paper.mediaType, "Content-Disposition": `attachment; filename="receipt-${credential.document.reference}.pdf"`, "Cache-Control": "private, no-store" }).send(Buffer.from(paper.bytes));
  };
}
