/**
 * Goal: who made a challenge is told what came of the presentation handed in for it, once, and nobody else is told anything.
 * Method: the real service over its real store; the judge repeats what it was asked. A good hand-in, spoilt in one way per test.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { challenge as challengeSchema, handedIn } from "../../../src/http/openapi/answers.ts";
import { expectProblem, get, sendJson } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

let service: ServiceInTest;
let judged = 0;
beforeAll(async () => {
  const judge = async (question: object) => ((judged += 1), { ...question, verdict: "not_found" }) as never;
  service = await startService({ judging: { judge, keysOf: () => Promise.reject(new Error("no test asks for it")) } });
});
afterAll(() => service.stop());

const audience = "https://border.example";
const make = async (body: object = { audience, handIn: true }) => challengeSchema.strict().parse(await (await sendJson(service, "/v1/challenges", { body })).json());
const handIn = (challenge: string, presentation = "a.b.c") => sendJson(service, `/v1/challenges/${challenge}/presentation`, { body: { presentation } });
const fetchAnswer = (challenge: string, token?: string) => get(service, `/v1/challenges/${challenge}/answer`, token);

test("handed in: told to who has the token, with the challenge's own audience; then it is gone", async () => {
  const { challenge, answerToken } = await make();
  const response = await handIn(challenge);
  expect([response.status, handedIn.strict().parse(await response.json())]).toEqual([202, { state: "handed_in" }]);
  const answer = await fetchAnswer(challenge, answerToken);
  expect([answer.status, answer.headers.get("cache-control"), await answer.json()]).toEqual([200, "no-store", { presentation: "a.b.c", challenge, audience, verdict: "not_found" }]);
  await pause(100);
  await expectProblem(await fetchAnswer(challenge, answerToken), 404, "not_found");
});

test("who asks before is answered when it comes", async () => {
  const { challenge, answerToken } = await make();
  const waiting = fetchAnswer(challenge, answerToken);
  await pause(300);
  await handIn(challenge);
  expect([(await waiting).status, await (await waiting).json()]).toMatchObject([200, { challenge }]);
});

test("of many who hand in at once one is judged", async () => {
  const { challenge } = await make();
  const before = judged;
  const statuses = await Promise.all(Array.from({ length: 8 }, async (_, at) => (await handIn(challenge, `a.b.${at}`)).status));
  expect([statuses.filter((status) => status === 202).length, statuses.filter((status) => status === 404).length, judged - before]).toEqual([1, 7, 1]);
});

test("nothing is told without the token, with another's, and of a challenge that nobody made", async () => {
  const [one, other] = [await make(), await make()];
  await handIn(one.challenge);
  await expectProblem(await fetchAnswer(one.challenge), 401, "key_missing");
  for (const token of [other.answerToken!, one.challenge, "x"]) await expectProblem(await fetchAnswer(one.challenge, token), 404, "not_found");
  for (const challenge of ["A".repeat(43), "x", "%00".repeat(30)]) await expectProblem(await fetchAnswer(challenge, one.answerToken), 404, "not_found");
  expect((await fetchAnswer(one.challenge, one.answerToken)).status).toBe(200);
});

test("nothing is taken for a challenge that was made for handing over in person, or that nobody made", async () => {
  const { challenge, answerToken } = await make({ audience });
  expect(answerToken).toBeUndefined();
  const before = judged;
  for (const each of [challenge, "A".repeat(43), "x"]) await expectProblem(await handIn(each), 404, "not_found");
  expect(judged).toBe(before);
});

test.each([{}, { presentation: "" }, { presentation: 7 }, { presentation: "a", more: 1 }])("%j is refused, and takes no place", async (body) => {
  const { challenge } = await make();
  await expectProblem(await sendJson(service, `/v1/challenges/${challenge}/presentation`, { body }), 422, "request_malformed");
  expect((await handIn(challenge)).status).toBe(202);
});
