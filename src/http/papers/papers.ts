// Papers: PDFs that were issued with credentials, codes to be printed, and certificates looked up by what stands on them.

import { setTimeout as pause } from "node:timers/promises";
import type { Express, RequestHandler, Response } from "express";
import { parseDocumentType } from "../../core/documentType.ts";
import { Fault } from "../../core/fault.ts";
import { parsePaperCode } from "../../core/paperCode.ts";
import { findCertificate } from "../../flows/issuing/findCertificate.ts";
import type { Backlog } from "../../flows/carrying/backlog.ts";
import { refuseDeactivated } from "../../flows/issuing/issue.ts";
import { issueTogether } from "../../flows/issuing/issueTogether.ts";
import { codePart, signerOf } from "../../flows/issuing/issueWithPapers.ts";
import { signPaperCode } from "../../flows/issuing/paperCodes.ts";
import { verify } from "../../flows/verifying/verify.ts";
import { limitByAddress } from "../server/addresses.ts";
import { issuerOf, keyOf, type Authenticate } from "../server/apiKey.ts";
import { readJson } from "../server/body.ts";
import { partsView } from "../credentials/credentialView.ts";
import { idempotencyOf } from "../server/idempotency.ts";
import { parseInput } from "../server/input.ts";
import { certificateQuestion, codeRequest, paperRequest } from "./paperSchemas.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { identityGiven } from "../issuers/identityGiven.ts";

type Parts = Pick<ServiceParts, "issuing" | "papers" | "verify" | "nudge" | "rateLimit" | "metrics"> & { readonly backlog: Backlog };

/** Adds the resources of papers. */
export function addPapers(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const mayIssue = authenticate("issue");
  addResource(app, { path: "/v1/credentials/:id/document", audience, get: [authenticate("read", "issue"), documentHandler(parts)] });
  addResource(app, { path: "/v1/codes", audience, post: [mayIssue, codeHandler(parts)] });
  addResource(app, { path: "/v1/papers", audience, post: [mayIssue, paperHandler(parts)] });
  addResource(app, { path: "/v1/certificates\\:find", audience: "anyone", post: [limitByAddress({ ...parts.rateLimit, perMinute: QUESTIONS_A_MINUTE }), findHandler(parts)] });
}

function documentHandler({ issuing: { issuances }, papers }: Parts): RequestHandler {
  return async (request, response) => {
    const credential = await issuances.credentialById(String(request.params["id"]));
    // Whether it is another's is nobody's business.
    if (credential === null || credential.issuer !== issuerOf(response).address) throw new Fault("not_found", "There is no credential of yours with this id.");
    const pdf = (await issuances.issuanceById(credential.issuanceId))?.parts.find(({ role }) => role === "pdf");
    const paper = pdf === undefined ? null : await papers.paperOf(pdf.document.id);
    if (paper === null) throw new Fault("not_found", "No document was issued with this credential: certificates of origin have one unless none was wanted, AEO certificates where one was asked for.");
    response.set({ "Content-Type": paper.mediaType, "Content-Disposition": `attachment; filename="${pdf!.document.documentType}-${pdf!.document.digest.slice(0, 16)}.pdf"`, "Cache-Control": "private, no-store" }).send(Buffer.from(paper.bytes));
  };
}

const askingIn = (response: Response, clock: () => number): Parameters<typeof signerOf>[0] => ({ issuer: issuerOf(response), doing: { by: keyOf(response), at: clock() } });

function codeHandler({ issuing, verify: { index }, nudge }: Parts): RequestHandler {
  return async (request, response) => {
    const issuer = issuerOf(response);
    refuseDeactivated(issuer, index);
    const { documentType, number, date, parties = [] } = parseInput(codeRequest, await readJson(request));
    const signer = await signerOf(askingIn(response, issuing.clock), {}, issuing);
    const { code, link, digest } = await signPaperCode({ documentType, number, date, parties }, { signer, issuer: issuer.address, publicUrl: issuing.publicUrl });
    // A key that was just made has to be listed on the ledger.
    nudge();
    response.json({ code, link, digest, documentType });
  };
}

function paperHandler({ issuing, verify: { index, ledger }, nudge, backlog }: Parts): RequestHandler {
  return async (request, response) => {
    const { address } = issuerOf(response);
    refuseDeactivated(issuerOf(response), index);
    await backlog.refuseWhenFull("alone");
    const asked = parseInput(paperRequest, await readJson(request));
    const code = parsePaperCode(asked.code);
    if (code.issuer !== address || code.chainId !== ledger.id.chainId) throw new Fault("code_malformed", "The code is not one of yours on this ledger: ask for it with POST /v1/codes, by the same API key's issuer.");
    if (code.digest === asked.digest) throw new Fault("code_malformed", "The digest is the code's own; send that of the paper's file.");
    const parts = [{ role: "pdf", digest: asked.digest, reference: code.number, credential: null }, codePart({ code: asked.code, digest: code.digest, link: "" }, code.number)] as const;
    const terms = { ...askingIn(response, issuing.clock), documentType: code.documentType, idempotency: idempotencyOf(request, { ...asked }) };
    const { issuance, isNew } = await issueTogether(terms, async () => parts, issuing);
    if (isNew) backlog.note(parts.length);
    if (isNew) nudge();
    response.status(202).json({ id: issuance.id, state: "accepted", documents: partsView(issuance) });
  };
}

/** A person at a counter asks for fewer; whoever tries out words asks for more. */
const QUESTIONS_A_MINUTE = 10;
/** No answer comes sooner, so that its time tells nothing. */
const FLOOR_MS = 300;

function findHandler({ issuing: { issuances }, papers, verify: ports, metrics }: Parts): RequestHandler {
  return async (request, response) => {
    const { issuer, documentType = parseDocumentType("861"), number, knows } = parseInput(certificateQuestion, await readJson(request));
    const asked = identityGiven(issuer, { chainId: ports.ledger.id.chainId, what: "issuer" });
    const question = { issuer: asked, documentType, number, knows };
    const [found] = await Promise.all([findCertificate(question, { issuances, papers }), pause(FLOOR_MS)]);
    if (found === null) throw new Fault("not_found", "No certificate of this issuer fits what you told. Compare number, issuer and the other word with the paper; this says nothing about papers that were issued elsewhere.");
    const { digest } = found.paper.document;
    // Another issuer may have recorded these bytes, too: that is no word of the one whose certificate it is.
    const report = await verify({ digest, seal: null, documentType, issuer: asked, asAt: null }, ports);
    metrics.judged(report);
    response.json({ certificate: { number, issueDate: found.subject.issueDate, documentType, digest, isCopy: found.subject.flags.certifiedTrueCopy }, report });
  };
}
