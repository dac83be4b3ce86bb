// /schemas/{name}/v1.json and /contexts/{name}/v1: the shapes of the credentials, for other software to check and read them by.

import type { Express, RequestHandler } from "express";
import { Fault } from "../../core/fault.ts";
import { contextOf } from "../../core/shapes/context.ts";
import type { AnyShape, ShapeName } from "../../core/shapes/credential.ts";
import { jsonSchemaOf } from "../../core/shapes/jsonSchema.ts";
import { shapes } from "../../core/shapes/shapes.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

/** A version never changes, but for additions that no reader minds. */
const AGE_SECONDS = 86_400;

/** Adds the two resources. */
export function addShapes(app: Express, { publicUrl }: Pick<ServiceParts, "publicUrl">): void {
  addResource(app, { path: "/schemas/:name/v1.json", audience: "anyone", get: [document("application/schema+json", (shape) => jsonSchemaOf(shape, publicUrl))] });
  addResource(app, { path: "/contexts/:name/v1", audience: "anyone", get: [document("application/ld+json", (shape) => contextOf(shape, publicUrl))] });
}

/** Answers with what is made of the shape that the address names. All are made once, at the start. */
function document(mediaType: string, made: (shape: AnyShape) => object): RequestHandler {
  const names = Object.keys(shapes) as ShapeName[];
  const texts = new Map<string, string>(names.map((name) => [name, JSON.stringify(made(shapes[name]))]));
  return (request, response) => {
    const { name } = request.params;
    const text = typeof name === "string" ? texts.get(name) : undefined;
    if (text === undefined) throw new Fault("not_found", `There is no shape of this name. There are: ${names.join(", ")}.`);
    response.set({ "Content-Type": mediaType, "Cache-Control": `public, max-age=${AGE_SECONDS}` }).send(text);
  };
}
