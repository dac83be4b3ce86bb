// A resource: one path, what may be done with it, and who may ask from which page.

import type { Express, RequestHandler, RequestParamHandler } from "express";
import { Fault } from "../../core/fault.ts";

/** One path of the service. Several handlers of a method run in order. */
export interface Resource {
  readonly path: string;
  /** `anyone`: scripts of any web page may call it. `issuers`: no page of another origin may, because such a page should not hold a key. */
  readonly audience: "anyone" | "issuers";
  readonly get?: readonly RequestHandler[];
  readonly post?: readonly RequestHandler[];
  readonly put?: readonly RequestHandler[];
  readonly delete?: readonly RequestHandler[];
}

/** Adds the resource to the service. Other methods get a 405 that names the right ones. */
export function addResource(app: Express, resource: Resource): void {
  const { path, audience, get = [], post = [], put = [], delete: remove = [] } = resource;
  const methods = methodsOf(resource);
  const route = app.route(path);
  if (audience === "anyone") route.all(allowAnyPage);
  if (get.length > 0) route.get(...get);
  if (post.length > 0) route.post(...post);
  if (put.length > 0) route.put(...put);
  if (remove.length > 0) route.delete(...remove);
  route.options((_request, response) => {
    if (audience === "anyone") response.set({ "Access-Control-Allow-Methods": methods, "Access-Control-Allow-Headers": "Content-Type, X-Request-Id", "Access-Control-Max-Age": "86400" });
    response.set("Allow", methods).status(204).end();
  });
  route.all((request, response, next) => {
    response.set("Allow", methods);
    next(new Fault("method_not_allowed", `${request.method} is not possible here. Possible: ${methods}.`));
  });
}

/** Every id of ours is made of these. */
const ID = /^[\x21-\x7e]{1,200}$/;

/** Turns away what cannot be an id before the store is asked: there are bytes that PostgreSQL takes in no text. */
export const refuseOddIds: RequestParamHandler = (_request, _response, next, id: string) => next(ID.test(id) ? undefined : new Fault("not_found", "There is nothing with this id."));

/** Fetch standard, CORS: nothing here depends on who asks, so any page may read the answer. */
const allowAnyPage: RequestHandler = (_request, response, next) => {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
  next();
};

const methodsOf = ({ get, post, put, delete: remove }: Resource): string =>
  [get === undefined ? [] : ["GET", "HEAD"], post === undefined ? [] : ["POST"], put === undefined ? [] : ["PUT"], remove === undefined ? [] : ["DELETE"], ["OPTIONS"]].flat().join(", ");
