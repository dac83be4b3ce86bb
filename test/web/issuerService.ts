// The API as an issuer sees it, by script: documents that move on when they are looked at, and whatever trouble a test wants.

import type { DocumentType } from "../../src/core/documentType.ts";
import { jsonSchemaOf } from "../../src/core/shapes/jsonSchema.ts";
import { shapes } from "../../src/core/shapes/shapes.ts";
import type { Call, Reply } from "./fakeService.ts";

export const KEY = "tradeseal_0011223344556677_notarealkey";
export const ISSUER = "0x" + "d".repeat(40);

/** A document in the scripted service. */
export interface FakeDocument {
  readonly id: string;
  readonly digest: string;
  readonly documentType: string;
  readonly reference?: string;
  role?: string;
  state: string;
  standing: string;
  acceptedAt: string;
  problem?: string;
  replacement?: string;
}

export const problem = (status: number, code: string, more: object = {}): Reply => ({ status, problem: { type: `/problems/${code}`, title: "A title.", status, code, detail: "A detail.", requestId: "r-9", ...more } });

/** Holds what was handed in. `trouble` is asked first, with each call; what it answers is the answer. */
export class IssuerService {
  readonly calls: Call[] = [];
  documents: FakeDocument[] = [];
  webhooks: { id: string; url: string; events: string[]; enabled: boolean }[] = [];
  scopes = ["issue", "read"];
  name = "Chamber of Example";
  mayIssue: readonly { documentType: string; by?: object; until?: string }[] | undefined = [{ documentType: "861" as DocumentType, by: { did: "did:x:customs", name: "Customs of Example" }, until: "2031-01-01T00:00:00Z" }];
  trouble: (call: Call) => Reply | null | Promise<Reply | null> = () => null;
  pdfHref = "/v1/credentials/c1/document";
  problemOf: string | undefined;

  /** Calls of this method and path. */
  sent = (method: string, path: string): Call[] => this.calls.filter((call) => call.method === method && call.path === path);

  async answer(call: Call): Promise<Reply | null> {
    this.calls.push(call);
    const trouble = await this.trouble(call);
    if (trouble !== null) return trouble;
    const { path } = call;
    if (path.startsWith("/schemas/")) return { status: 200, json: jsonSchemaOf(shapes[path.split("/")[2] as "coo"], "http://x") };
    if (call.headers.authorization !== `Bearer ${KEY}`) return problem(401, "key_unknown");
    if (path.startsWith("/v1/documents")) return this.#documents(call);
    if (path.startsWith("/v1/credentials")) return this.#credentials(call);
    return this.#own(call);
  }

  #own({ method, path, body }: Call): Reply | null {
    const issuer = { did: `did:ethr:0x7a69:${ISSUER}`, address: ISSUER, name: this.name };
    const key = { id: "0011223344556677", scopes: this.scopes, createdAt: "2026-01-01T00:00:00Z" };
    if (path === "/v1/me") return { status: 200, json: { issuer, key, ...(this.mayIssue === undefined ? {} : { mayIssue: this.mayIssue }) } };
    if (path === "/v1/keys") return { status: 200, json: { keys: [{ ...key, isThis: true, lastUsedOn: "2026-11-21" }, { ...key, id: "aa", isThis: false, revokedAt: "2026-02-01T00:00:00Z" }] } };
    if (path === "/v1/identity") return { status: 200, json: { issuer, owner: ISSUER, account: ISSUER, mayWrite: true, isDeactivated: false, delegations: [{ account: ISSUER, until: "2027-01-01T00:00:00Z", isInForce: true }], block: { chainId: 1, number: 7, hash: "0x", time: "2026-11-21T00:00:00Z" } } };
    if (path === "/v1/webhooks" && method === "GET") return { status: 200, json: { webhooks: this.webhooks } };
    if (path === "/v1/webhooks") {
      const made = { ...(JSON.parse(body) as { url: string; events: string[] }), id: `w${this.webhooks.length}`, enabled: true };
      this.webhooks.push(made);
      return { status: 201, json: { ...made, secret: "whsec_c2VjcmV0" } };
    }
    if (method === "DELETE") this.webhooks = this.webhooks.filter(({ id }) => !path.endsWith(`/${id}`));
    return method === "DELETE" ? { status: 200, json: {} } : null;
  }

  #documents({ method, path, query, body }: Call): Reply | null {
    if (path === "/v1/documents:bulk") return { status: 200, text: body.trim().split("\n").map((line) => this.#line(line)).join("") };
    if (path === "/v1/documents" && method === "POST") return { status: 202, json: this.accept(JSON.parse(body) as FakeDocument) };
    if (path === "/v1/documents") return this.#page(query);
    const document = this.documents.find(({ id }) => id === path.split("/")[3]);
    if (document === undefined) return null;
    if (path.endsWith("/standing")) Object.assign(document, JSON.parse(body));
    else if (path.endsWith("/seal")) return { status: 200, json: { digest: document.digest } };
    else moveOn(document);
    return { status: 200, json: document };
  }

  #line(line: string): string {
    const asked = JSON.parse(line) as FakeDocument;
    if (asked.reference?.includes("refused") === true) return `${JSON.stringify({ line: 1, error: { code: "request_malformed", detail: "The field <b>x</b> is wrong." } })}\n`;
    const known = this.documents.find(({ digest }) => digest === asked.digest);
    if (known !== undefined) moveOn(known);
    const { digest, id, state } = known ?? this.accept(asked);
    return `${JSON.stringify({ digest, id, state })}\n`;
  }

  /** The same digest and type again is the same document. */
  accept({ digest, documentType, reference }: Pick<FakeDocument, "digest" | "documentType" | "reference">): FakeDocument {
    const known = this.documents.find((each) => each.digest === digest && each.documentType === documentType);
    if (known !== undefined) return known;
    const more = { ...(reference === undefined ? {} : { reference }), ...(this.problemOf === undefined ? {} : { problem: this.problemOf }) };
    const made = { id: `d${this.documents.length + 1}`, digest, documentType, ...more, state: "accepted", standing: "active", acceptedAt: "2026-11-21T10:00:00Z" };
    this.documents.unshift(made);
    return made;
  }

  #page(query: URLSearchParams): Reply {
    const fits = (each: FakeDocument): boolean => (["reference", "digest", "documentType", "state"] as const).every((name) => query.get(name) === null || query.get(name) === each[name]);
    const [start, limit] = [Number(query.get("cursor") ?? 0), Number(query.get("limit") ?? 100)];
    const found = this.documents.filter(fits);
    return { status: 200, json: { documents: found.slice(start, start + limit), ...(found.length > start + limit ? { next: String(start + limit) } : {}) } };
  }

  #credentials({ method, path }: Call): Reply | null {
    if (path.endsWith("/document")) return { status: 200, text: "%PDF-1.7" };
    const documents = [{ role: "credential", id: "d1", digest: "ab".repeat(32), href: "/v1/documents/d1" }, { role: "pdf", id: "d2", digest: "cd".repeat(32), href: this.pdfHref }];
    const asked = JSON.parse(this.sent("POST", "/v1/credentials").at(-1)?.body ?? "{}") as { type?: string; consent?: object };
    const one = { id: "c1", format: "dc+sd-jwt", credential: "a.b.c~", digest: "ab".repeat(32), state: "final", type: asked.type, consent: asked.consent ?? { publishName: false, shareWithMraPartners: false }, documentId: "d1", issuedAt: "2026-06-03T10:00:00Z", standing: "suspended", documents };
    if (method === "GET" && path === "/v1/credentials") return { status: 200, json: { credentials: this.sent("POST", path).length === 0 ? [] : [one] } };
    return { status: method === "POST" ? 201 : 200, json: { id: "c1", format: "dc+sd-jwt", credential: "a.b.c~", digest: "ab".repeat(32), state: method === "POST" ? "accepted" : "final", documents } };
  }
}

const STATES = ["accepted", "batched", "sent", "included", "final"];

function moveOn(document: FakeDocument): void {
  document.state = STATES[Math.min(STATES.indexOf(document.state) + 1, STATES.length - 1)]!;
}
