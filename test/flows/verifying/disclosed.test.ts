/**
 * Goal: whoever hands a text over, or asks for a presentation, is told everything that was disclosed in it, and nobody else is told anything of that.
 * Method: the good credential of each format, whole and with members kept back; then every other way on which a report about it comes about.
 */
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/core/json.ts";
import { otherPart, presentedSubject, publicPart } from "../../../src/core/credentials/disclosed.ts";
import { marksIn } from "../../../src/core/shapes/disclosure.ts";
import { shapes } from "../../../src/core/shapes/shapes.ts";
import { parseCredential } from "../../../src/core/credentials/credential.ts";
import { makeChallenge } from "../../../src/flows/presenting/challenges.ts";
import { signedJudge } from "../../../src/flows/verifying/judgeSigned.ts";
import { credentialJudge } from "../../../src/flows/verifying/verifyCredential.ts";
import { report as reportSchema } from "../../../src/http/openapi/answers.ts";
import { issued, names } from "../../core/shapes/samples.ts";
import { goodPayload, hashOfText, jws, model1, model2, NOW, operatorKey, sdJwt, World } from "../credentialWorld.ts";
import { bytesOf, deskWorld } from "../operators/deskWorld.ts";

const [AUDIENCE, NONCE] = ["https://border.example", "kQ0y2Jm0vV0m2m3Zy1dF0k"];
const { legalName, registeredAddress } = goodPayload().credentialSubject;

async function told(make: () => string): Promise<any> {
  const world = new World();
  const report = await signedJudge({ ...world.ports, challenges: world.challenges }).judge({ credential: world.anchor(make()) });
  expect(reportSchema.parse(report)).toEqual(report);
  expect(report.verdict).toBe("authentic");
  return (report.subject as { credential?: unknown }).credential;
}

/** The SD-JWT with these disclosures alone. */
const showing = (...places: readonly number[]): string => {
  const [jwt, ...disclosures] = sdJwt().split("~");
  return [jwt, ...places.map((place) => disclosures[place]), ""].join("~");
};

describe("to whoever hands it over", () => {
  test.each([["2.0", model2], ["1.1", model1]] as const)("data model %s: the whole subject", async (_what, make) => {
    const credential = await told(() => make());
    expect(credential.disclosed).toMatchObject({ legalName, registeredAddress });
    expect(credential.essentials).not.toHaveProperty("legalName");
    expect(presentedSubject(credential)).toEqual(goodPayload().credentialSubject);
  });
  test("SD-JWT: what was disclosed, and not what was kept back", async () => {
    const shown = async (...places: readonly number[]): Promise<unknown> => {
      const { disclosed } = await told(() => showing(...places));
      return [disclosed.legalName, disclosed.registeredAddress];
    };
    expect(await shown(0)).toEqual([legalName, undefined]);
    expect(await shown(1)).toEqual([undefined, registeredAddress]);
    expect(await shown(0, 1)).toEqual([legalName, registeredAddress]);
    expect(await shown()).toEqual([undefined, undefined]);
  });
});

describe("to whoever asked for it to be presented", () => {
  async function presented(change: (payload: any) => void = () => {}): Promise<any> {
    const world = new World();
    await makeChallenge(AUDIENCE, { challenges: world.challenges, clock: () => NOW, newChallenge: () => NONCE });
    const text = world.anchor(showing(0));
    const payload = { nonce: NONCE, aud: AUDIENCE, iat: NOW, sd_hash: hashOfText(text) };
    change(payload);
    const presentation = text + jws({ alg: operatorKey.algorithm, typ: "kb+jwt" }, payload, operatorKey);
    return signedJudge({ ...world.ports, challenges: world.challenges }).judge({ presentation, challenge: NONCE, audience: AUDIENCE });
  }

  test("what its holder disclosed", async () => {
    const report = await presented();
    expect(report).toMatchObject({ verdict: "authentic", credentials: [{ subject: { credential: { disclosed: { legalName } } } }] });
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.subject.credential).toEqual(report.credentials[0].subject.credential);
  });
  test("but not what was presented to somebody else", async () => {
    const report = await presented((payload) => void (payload.aud = "https://elsewhere.example"));
    expect(report).toMatchObject({ verdict: "altered", reason: "audience_mismatch", credentials: [{ verdict: "authentic" }] });
    expect(JSON.stringify(report)).not.toMatch(/disclosed|legalName|registeredName/);
  });
});

describe("to nobody else", () => {
  test("a judgement for others tells what is for everybody", async () => {
    const world = new World();
    const report = await credentialJudge(world.ports).judgeParsed(parseCredential(world.anchor(model2())) as never);
    expect(report.verdict).toBe("authentic");
    expect(JSON.stringify(report)).not.toMatch(/disclosed|legalName|registeredAddress/);
  });
  test("the desk's answers are as they were", async () => {
    const world = await deskWorld();
    const credential = world.world.anchor(model2());
    world.partner = () => bytesOf({ credentials: [{ question: 0, credential, publishName: true }], isComplete: true });
    try {
      const { answers } = await world.desk.lookUp([{ scheme: "EORI", value: "BE0123456789" }], null);
      const [authorisation, ...others] = answers[0]!.authorisations;
      expect(others).toEqual([]);
      expect(Object.keys(authorisation!).toSorted()).toEqual(["digest", "documentType", "foundAt", "issuer", "name", "recognition", "says", "standing", "type", "validFrom", "validUntil", "verdict"]);
      expect(JSON.stringify(answers)).not.toMatch(/disclosed|registeredAddress|mutualRecognition/);
    } finally {
      await world.stop();
    }
  });
});

describe.each(names)("the parts of a subject: %s", (name) => {
  const { subject: kind } = shapes[name];
  const whole = { ...issued(name), addedByTheIssuer: { inner: [1] } } as unknown as JsonObject;
  const [essentials, disclosed] = [publicPart(kind, whole), otherPart(kind, whole)] as [JsonObject, JsonObject];
  const at = (value: unknown, pointer: string): unknown => pointer.split("/").slice(1).reduce<any>((inner, key) => inner?.[key], value);

  test("are the whole together", () => expect(presentedSubject({ essentials, disclosed })).toEqual(whole));
  test("every member that is not for everybody is in the one, and not in the other", () => {
    for (const { pointer } of marksIn(kind, whole)) {
      expect(at(disclosed, pointer), pointer).toEqual(at(whole, pointer));
      expect(at(essentials, pointer), pointer).toBeUndefined();
    }
  });
});
