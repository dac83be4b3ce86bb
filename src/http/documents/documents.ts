// /v1/documents: what issuers have anchored, how far it has come, its seals.

import type { Express, Request, RequestHandler, Response } from "express";
import { Fault } from "../../core/fault.ts";
import { ledgerIdOf } from "../../core/ledger.ts";
import { writeSeal } from "../../core/seal.ts";
import type { Backlog } from "../../flows/carrying/backlog.ts";
import { acceptDocument, progressOf, refuseDeactivated, sealOf, type AnchorRequest } from "../../flows/issuing/issue.ts";
import type { StoredDocument, Store } from "../../flows/issuing/issuePorts.ts";
import { issuerOf, type Authenticate } from "../server/apiKey.ts";
import { bodyKindOf, readJson } from "../server/body.ts";
import { cursorAt, placeIn } from "../server/cursor.ts";
import { viewOf, viewsOf } from "./documentView.ts";
import { idempotencyOf } from "../server/idempotency.ts";
import { parseInput } from "../server/input.ts";
import { readUpload } from "../server/multipart.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { documentForm, documentRequest, documentsQuery } from "../openapi/schemas.ts";

type Parts = Pick<ServiceParts, "issue" | "following" | "ledger" | "nudge" | "uploadLimitBytes" | "verify"> & { readonly backlog: Backlog };

/** Adds the resources of documents. `authenticate` runs before anything is read. */
export function addDocuments(app: Express, authenticate: Authenticate, parts: Parts): void {
  const { store } = parts.issue;
  const { pages } = parts.following;
  const audience = "issuers";
  const [mayRead, mayIssue] = [authenticate("read", "issue"), authenticate("issue")];
  addResource(app, { path: "/v1/documents", audience, get: [mayRead, listHandler(parts)], post: [mayIssue, acceptHandler(parts)] });
  addResource(app, { path: "/v1/documents/:id", audience, get: [mayRead, async (request, response) => {
    response.json(await viewOf(await documentFor(request, response, store), { store, pages }));
  }] });
  addResource(app, { path: "/v1/documents/:id/seal", audience, get: [mayRead, sealHandler(parts)] });
}

/** The document that the path names, when it belongs to the caller. Throws `not_found`: whether it is another's is nobody's business. */
export async function documentFor(request: Request, response: Response, store: Pick<Store, "documentById">): Promise<StoredDocument> {
  const document = await store.documentById(String(request.params["id"]));
  if (document === null || document.issuer !== issuerOf(response).address) throw new Fault("not_found", "There is no document of yours with this id.");
  return document;
}

function acceptHandler({ issue, nudge, uploadLimitBytes, verify, backlog }: Parts): RequestHandler {
  return async (request, response) => {
    refuseDeactivated(issuerOf(response), verify.index);
    await backlog.refuseWhenFull("alone");
    const given = idempotencyOf(request, null);
    const asked = bodyKindOf(request) === "json" ? fromJson(await readJson(request)) : await fromForm(request, uploadLimitBytes);
    const idempotency = given === null ? null : idempotencyOf(request, { ...asked });
    const { document, isNew } = await acceptDocument({ ...asked, issuer: issuerOf(response).address, idempotency }, issue);
    if (isNew) backlog.note(1);
    if (isNew) nudge();
    const { id, digest, documentType, standing } = document;
    const { state } = await progressOf(document, issue.store);
    response.status(202).location(`/v1/documents/${id}`).json({ id, digest, documentType, state, standing });
  };
}

/** What a caller asks for; two requests with the same of these are the same request. */
type Asked = Omit<AnchorRequest, "issuer" | "idempotency">;

function fromJson(body: unknown): Asked {
  const { digest, documentType, publish = true, reference = null, reanchor = false } = parseInput(documentRequest, body);
  return { digest, documentType, reference, isPublished: publish, isReanchor: reanchor };
}

async function fromForm(request: Request, fileLimitBytes: number): Promise<Asked> {
  const { digest, fields } = await readUpload(request, { fileLimitBytes, partNames: Object.keys(documentForm.shape) });
  const { documentType, publish = "true", reference = null, reanchor = "false" } = parseInput(documentForm, fields);
  return { digest, documentType, reference, isPublished: publish === "true", isReanchor: reanchor === "true" };
}

/** Documents that are listed in one answer, unless fewer are asked for. */
const PAGE = 100;

function listHandler({ following: { pages }, issue: { store } }: Parts): RequestHandler {
  return async (request, response) => {
    const { limit = PAGE, cursor, ...filter } = parseInput(documentsQuery, request.query);
    const found = await pages.documentsOf(issuerOf(response).address, filter, { before: cursor === undefined ? null : placeIn(cursor), limit: limit + 1 });
    const page = found.slice(0, limit);
    const next = found.length > limit ? { next: cursorAt(page.at(-1)!.place) } : {};
    response.json({ documents: await viewsOf(page.map(({ document }) => document), { store, pages }), ...next });
  };
}

/** The seal's canonical bytes. Its file name is made of what cannot harm: never of anything a caller named. */
function sealHandler({ issue: { store }, ledger }: Parts): RequestHandler {
  return async (request, response) => {
    const document = await documentFor(request, response, store);
    const seal = writeSeal(await sealOf(document, { store, ledger: ledgerIdOf(ledger) }));
    const fileName = `${document.documentType}-${document.digest.slice(0, 16)}.seal.json`;
    response.set({ "Content-Type": "application/json", "Content-Disposition": `attachment; filename="${fileName}"` }).send(Buffer.from(seal));
  };
}
