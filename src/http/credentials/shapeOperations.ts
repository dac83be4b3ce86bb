// The operations by which other software gets the shapes of credentials, as OpenAPI describes them.

import { shapes } from "../../core/shapes/shapes.ts";
import type { Operation } from "../openapi/operations.ts";

const titles = Object.values(shapes).map(({ name, title }) => `${name} (${title})`);
const name = { name: "name", in: "path", required: true, description: `Which shape: ${titles.join(", ")}.`, schema: { type: "string", enum: Object.keys(shapes) }, example: "aeo" };

/** Schemas and contexts. */
export const shapeOperations: readonly Operation[] = [
  {
    ...{ method: "get", path: "/schemas/{name}/v1.json", tag: "Service", summary: "The JSON Schema of a credential" },
    description: "What a credential's `credentialSchema` points to. May be kept for a day.",
    parameters: [name],
    success: { status: 200, says: "A JSON Schema, draft 2020-12.", content: { "application/schema+json": { schema: { type: "object" } } } },
    faults: ["not_found"],
  },
  {
    ...{ method: "get", path: "/contexts/{name}/v1", tag: "Service", summary: "The JSON-LD context of a credential" },
    description: "What the last entry of a credential's `@context` points to. May be kept for a day.",
    parameters: [name],
    success: { status: 200, says: "A JSON-LD 1.1 context.", content: { "application/ld+json": { schema: { type: "object" } } } },
    faults: ["not_found"],
  },
];
