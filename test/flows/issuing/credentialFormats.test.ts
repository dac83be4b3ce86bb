/**
 * Goal: a good credential is authentic in each format and algorithm, by whichever name its issuer goes, and nobody's host is asked.
 * Method: the world of credentials in perfect order.
 */
import { describe, expect, test } from "vitest";
import { isSignatureBy } from "../../../src/core/signature.ts";
import { credentialJudge } from "../../../src/flows/verifying/verifyCredential.ts";
import { credentialReport as reportSchema } from "../../../src/http/openapi/answers.ts";
import { customsDid, customsWeb, kidOf, model1, model2, operator, sdJwt, signers, World } from "../credentialWorld.ts";

const makers = { "vc+jwt": model2, jwt_vc_json: model1, "dc+sd-jwt": sdJwt } as const;

describe.each(Object.entries(makers))("%s", (format, make) => {
  test.each(Object.values(signers))("signed with $algorithm is authentic", async (signer) => {
    const world = new World();
    const report = await credentialJudge(world.ports).judge(world.anchor(make(() => {}, { signer })));
    expect(report).toMatchObject({ verdict: "authentic", subject: { documentType: "AEO", credential: { format, type: "AEOCredential", issuer: customsWeb, holder: operator } } });
    expect(reportSchema.parse(report), "the description says all there is in a report").toEqual(report);
    expect(world.asked).toEqual([]);
    world.isSignatureBy = isSignatureBy;
    expect((await credentialJudge(world.ports).judge(make(() => {}, { signer }))).verdict, "another signature of the same words, by the browser's arithmetic").toBe("authentic");
  });

  test("its essentials are the public members alone; the others are told apart, to whoever gave the text", async () => {
    const world = new World();
    const { subject } = (await credentialJudge(world.ports).judge(world.anchor(make()))) as any;
    expect(subject.credential.essentials.authorisation.number).toBe("KEAEOF0001234");
    expect(JSON.stringify(subject.credential.essentials)).not.toMatch(/Port Road|Example Trading|KEEXATRA/);
    expect(subject.credential.disclosed).toMatchObject({ legalName: "Example Trading Ltd", registeredAddress: { line: "1 Port Road" } });
  });
});

test("an issuer by its did:ethr is the same issuer", async () => {
  const world = new World();
  const text = world.anchor(model2((payload) => void (payload.issuer.id = customsDid), { head: { kid: kidOf(customsDid, signers.ES256) } }));
  expect(await credentialJudge(world.ports).judge(text)).toMatchObject({ verdict: "authentic", issuer: { name: "Customs", did: customsDid } });
});
