/**
 * Goal: other software finds schemas and contexts where credentials say they are, may keep them, and gets nothing else there.
 * Method: the real service; the addresses that the shapes themselves tell.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf } from "../../../src/core/shapes/context.ts";
import { jsonSchemaOf } from "../../../src/core/shapes/jsonSchema.ts";
import { shapeMembers, shapes } from "../../../src/core/shapes/shapes.ts";
import { expectProblem, get } from "../calls.ts";
import { startService, type ServiceInTest } from "../serviceInTest.ts";

const publicUrl = "http://tradeseal.test";
let service: ServiceInTest;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

test.each(Object.values(shapes))("$name: schema and context stand where its credentials point", async (shape) => {
  const { credentialSchema, "@context": contexts } = shapeMembers(shape, publicUrl);
  const [schema, context] = await Promise.all([credentialSchema.id, contexts.at(-1)!].map((address) => get(service, address.replace(publicUrl, ""))));
  expect(await schema!.json()).toEqual(jsonSchemaOf(shape, publicUrl));
  expect(await context!.json()).toEqual(contextOf(shape, publicUrl));
  for (const [response, mediaType] of [[schema!, "application/schema+json"], [context!, "application/ld+json"]] as const) {
    expect(response.headers.get("content-type")).toContain(mediaType);
    expect([response.headers.get("cache-control"), response.headers.get("access-control-allow-origin")]).toEqual(["public, max-age=86400", "*"]);
  }
});

test.each(["/schemas/xyz/v1.json", "/schemas/aeo/v2.json", "/schemas/__proto__/v1.json", "/schemas/constructor/v1.json", "/schemas/AEO/v1.json", "/contexts/toString/v1", "/contexts/aeo/v1.json"])("%s: not found", async (path) => {
  await expectProblem(await get(service, path), 404, "not_found");
});

test("only to be read", async () => {
  await expectProblem(await get(service, "/contexts/aeo/v1", undefined, "POST"), 405, "method_not_allowed");
});
