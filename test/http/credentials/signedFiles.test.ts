/**
 * Goal: a signed text comes to the same answer by whatever road: as a file or in JSON; a presentation without its challenge, and what is too long, is said to be that, and never "not found".
 * Method: the service on a ledger that knows nothing; each text by each road.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report as reportSchema } from "../../../src/http/openapi/answers.ts";
import { signedJudge } from "../../../src/flows/verifying/judgeSigned.ts";
import { encoded, model1, sdJwt, World } from "../../flows/credentialWorld.ts";
import { expectProblem, sendForm, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

const PATH = "/v1/verifications";
const S = "A".repeat(86);
const jwt = (header: unknown, payload: unknown): string => `${encoded(header)}.${encoded(payload)}.${S}`;
const vp = jwt({ alg: "ES256", typ: "vp+jwt", kid: "did:x#1" }, { type: ["VerifiablePresentation"], nonce: "n", aud: "a" });
const bound = sdJwt() + jwt({ alg: "ES256", typ: "kb+jwt" }, { nonce: "n", aud: "a" });
const long = (characters: number): string => jwt({ alg: "ES256", typ: "JWT" }, { vc: { type: ["VerifiableCredential"] }, fill: "x".repeat(Math.floor(characters * 0.75)) });

const world = new World();
let service: ServiceInTest;
beforeAll(async () => void (service = await startService({ judging: signedJudge({ ...world.ports, challenges: world.challenges }) })));
afterAll(() => service.stop());

const asFile = (content: string, more: Record<string, string> = {}): Promise<Response> => sendForm(service, PATH, [["file", new Blob([content])], ...Object.entries(more)]);
const asJson = (body: object): Promise<Response> => sendJson(service, PATH, { body });

describe("a presentation as a file asks for its challenge", () => {
  test.each([["vp+jwt", vp], ["SD-JWT with key binding", bound], ["JSON around one", JSON.stringify({ presentation: vp })]])("%s", async (_what, content) => {
    expect(await expectProblem(await asFile(content), 422, "challenge_missing")).toMatch(/POST \/v1\/challenges/);
  });
  test("but with a type it is its bytes that are asked about", async () => expect(((await (await asFile(vp, { documentType: "380" })).json()) as { verdict: string }).verdict).toBe("not_found"));
});

describe("what claims to be a credential is one by every road", () => {
  test.each<[what: string, text: string, flaw: string]>([
    ["a key twice",             jwt({ alg: "ES256", typ: "JWT" }, '{"iss":"did:x:y","iss":"did:x:z","vc":{"type":["VerifiableCredential"]}}'), "payload_malformed"],
    ["a typ out of use",        jwt({ alg: "ES256", typ: "vc+sd-jwt" }, { iss: "did:x:y", vct: "https://x" }),                                "type_unexpected"],
    ["a signature cut short",   model1().replace(/[^.]+$/, "A".repeat(84)),                                                                                     "signature_malformed"],
  ])("%s", async (_what, text, flaw) => {
    for (const reply of [await asFile(text), await asJson({ credential: text })]) {
      const report = reportSchema.parse(await reply.json());
      expect(report).toMatchObject({ verdict: "altered", reason: "credential_malformed", flaw });
    }
  });
});

describe("longer than is read, by every road", () => {
  test.each([61_500, 63_000, 95_000, 1_000_000])("%i characters", async (characters) => {
    for (const reply of [await asFile(long(characters)), await asJson({ credential: long(characters) }), await asJson({ challenge: "c", audience: "a", presentation: long(characters) })]) {
      expect(await expectProblem(reply, 413, "credential_too_large")).toMatch(/61440/);
    }
  });
  test("in pieces, and with no length before", async () => {
    const whole = JSON.stringify({ credential: long(95_000) });
    const pieces = new ReadableStream({ start: (to) => (to.enqueue(Buffer.from(whole.slice(0, 40_000))), to.enqueue(Buffer.from(whole.slice(40_000))), to.close()) });
    expect(await expectProblem(await fetch(service.url + PATH, { method: "POST", headers: { "content-type": "application/json" }, body: pieces, duplex: "half" } as never), 413, "credential_too_large")).toMatch(/61440/);
  });
  test("other JSON that is too long is that", async () => expect(await expectProblem(await asJson({ digest: "a".repeat(95_000) }), 400, "body_malformed")).toMatch(/65536/));
});
