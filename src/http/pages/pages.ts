// The pages: the built web folder under a strict content security policy, or a word on how to build it.

import { join, sep } from "node:path";
import express, { type Express, type RequestHandler } from "express";
import helmet from "helmet";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

const SELF = ["'self'"];
const NONE = ["'none'"];

/** Everything the page needs is its own; nothing it shows can run. */
const PAGE_POLICY = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: ["'self'", "data:"],
  connectSrc: SELF,
  workerSrc: SELF,
  manifestSrc: SELF,
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: NONE,
};

/** Headers for what a browser shows. `policy` is its content security policy. */
export function pageHeaders(policy: Readonly<Record<string, string[]>>, publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    frameguard: { action: "deny" },
    // Over plain HTTP the header means nothing, and a promise of HTTPS is the operator's to make.
    hsts: publicUrl.startsWith("https:"),
  });
}

/** What a page may use of the device: the camera, to read codes, on the page that checks alone. */
const NO_DEVICES = "camera=(), microphone=(), geolocation=()";
const CAMERA = "camera=(self), microphone=(), geolocation=()";
const CAMERA_PAGE = "index.html";

/** A name with a hash in it never means other bytes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** Adds the page at `/` and its files. */
export function addPages(app: Express, { webFolder, publicUrl }: Pick<ServiceParts, "webFolder" | "publicUrl">): void {
  const assets = join(webFolder, "assets") + sep;
  const files = express.static(webFolder, {
    redirect: false,
    // `operators.html` is the page at `/operators`.
    extensions: ["html"],
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader("Cache-Control", path.startsWith(assets) ? FOR_EVER : "no-cache");
      response.setHeader("Permissions-Policy", path === join(webFolder, CAMERA_PAGE) ? CAMERA : NO_DEVICES);
    },
  });
  app.use(pageHeaders(PAGE_POLICY, publicUrl), files);
  addResource(app, { path: "/", audience: "issuers", get: [(_request, response) => void response.status(404).type("html").send(NOT_BUILT)] });
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Tradeseal: the page is not built yet</title></head>
<body>
<h1>The page is not built yet</h1>
<p>The service works; only its page is missing. Build it with <code>npm run build</code> and load this page again.</p>
<p>The interface for programs is described at <a href="/docs">/docs</a>.</p>
</body>
</html>
`;
