/**
 * Goal: challenges are made for whoever asks, never twice the same; what is signed reaches its judge in every form in which it may come.
 * Method: the real service over its real store; the judge repeats what it was asked.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { challenge as challengeSchema } from "../../../src/http/openapi/answers.ts";
import { model2, sdJwt } from "../../flows/credentialWorld.ts";
import { expectProblem, sendForm, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
beforeAll(async () => void (service = await startService({ judging: { judge: async (question) => ({ ...question, verdict: "not_found" }) as never, keysOf: () => Promise.reject(new Error("no test asks for it")) } })));
afterAll(() => service.stop());

describe("POST /v1/challenges", () => {
  test("makes a word of more than 128 bits, for five minutes", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendJson(service, "/v1/challenges", { body: { audience: "https://border.example" } })));
    const made = await Promise.all(answers.map(async (answer) => challengeSchema.strict().parse(await answer.json())));
    expect([answers[0]!.status, answers[0]!.headers.get("cache-control")]).toEqual([201, "no-store"]);
    expect(new Set(made.map(({ challenge }) => challenge)).size).toBe(5);
    expect(made[0]!.challenge).toMatch(/^[\w-]{43}$/);
    expect((Date.parse(made[0]!.expiresAt) - Date.now()) / 1000).toBeGreaterThan(290);
  });

  const wrong: readonly [what: string, body: object][] = [["no audience", {}], ["an empty one", { audience: "" }], ["a number", { audience: 7 }], ["hidden characters", { audience: "a\u0000" }], ["501 characters", { audience: "a".repeat(501) }], ["something else", { audience: "a", lasting: 9 }]];
  test.each(wrong)("%s is refused", async (_what, body) => void (await expectProblem(await sendJson(service, "/v1/challenges", { body }), 422, "request_malformed")));
});

describe("POST /v1/verifications", () => {
  const asked = async (body: object) => (await sendJson(service, "/v1/verifications", { body })).json();
  test("takes a credential, a code, or a presentation with challenge and audience", async () => {
    expect(await asked({ credential: "a.b.c" })).toMatchObject({ credential: "a.b.c" });
    expect(await asked({ code: "1.a.b" })).toMatchObject({ code: "1.a.b" });
    const question = { presentation: "a.b.c", challenge: "n", audience: "https://border.example" };
    expect(await asked(question)).toMatchObject(question);
  });

  test.each([{ presentation: "a" }, { presentation: "a", challenge: "n" }, { presentation: "a", challenge: "", audience: "a" }, { credential: 7 }, { credential: "a", seal: "b" }, { code: "" }])("refuses %j", async (body) =>
    void (await expectProblem(await sendJson(service, "/v1/verifications", { body }), 422, "request_malformed")));

  const dropped: readonly [what: string, file: string, credential: string][] = [
    ["as it is", `${model2()}\n`, "as is"],
    ["an SD-JWT", sdJwt(), "as is"],
    ["in JSON", JSON.stringify({ credential: model2() }), "inside"],
    ["enveloped", JSON.stringify({ type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${model2()}` }), "inside"],
  ];
  test.each(dropped)("judges a dropped file as a credential: %s", async (_what, file) => {
    const answer = (await (await sendForm(service, "/v1/verifications", [["file", new Blob([file])]])).json()) as { credential: string };
    expect(file).toContain(answer.credential);
    expect(answer.credential.split(".").length).toBeGreaterThanOrEqual(3);
  });

  test("a file of another kind is judged by its bytes, and so is a credential with a type", async () => {
    for (const file of ["%PDF-1.7", "{}", "a.b.c", JSON.stringify({ credential: "hello" })]) {
      expect(await (await sendForm(service, "/v1/verifications", [["file", new Blob([file])]])).json()).toMatchObject({ subject: { hasSeal: false } });
    }
    expect(await (await sendForm(service, "/v1/verifications", [["file", new Blob([model2()])], ["documentType", "AEO"]])).json()).toMatchObject({ subject: { documentType: "AEO" } });
  });
});
