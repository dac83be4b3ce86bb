// /docs: the description of the service as a page, made from the OpenAPI document. No script, nothing from elsewhere.

import { createHash } from "node:crypto";
import type { Express } from "express";
import { Fault } from "../../core/fault.ts";
import { problemCodes } from "../openapi/answers.ts";
import { brand, BRAND_STYLE } from "./brand.ts";
import { html, markdown, raw, type Html } from "./html.ts";
import { openApiFor, type Content, type OpenApi, type PathOperation } from "../openapi/openapi.ts";
import { pageHeaders } from "./pages.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

const STYLE = `
/* The colours are those of the verification page. */
:root { color-scheme: light dark; --paper: #f3f5f4; --card: #fff; --ink: #14211f; --line: #d2d9d7; --accent: #0b5566; }
@media (prefers-color-scheme: dark) { :root { --paper: #0e1514; --card: #17201e; --ink: #e9efed; --line: #313e3b; --accent: #86cddd; } }
body { background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; } h3 { margin-top: 2.5rem; }
code { overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { padding: 0.75rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: 4px; }
a { color: var(--accent); text-underline-offset: 0.2em; } .brand svg { color: var(--accent); }
.call { font-weight: 700; overflow-wrap: anywhere; }
summary { cursor: pointer; padding-block: 0.125rem; }
${BRAND_STYLE}`;

/** The hash admits this very style sheet, and no other. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: [`'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`],
  imgSrc: ["data:"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Adds the page, and the addresses of problem types, which lead into it. */
export function addDocs(app: Express, { publicUrl }: Pick<ServiceParts, "publicUrl">): void {
  const page = pageOf(openApiFor(publicUrl));
  addResource(app, { path: "/docs", audience: "issuers", get: [pageHeaders(POLICY, publicUrl), (_request, response) => void response.type("html").send(page)] });
  addResource(app, { path: "/problems/:code", audience: "issuers", get: [(request, response) => {
    const code = problemCodes.find((known) => known === request.params["code"]);
    if (code === undefined) throw new Fault("not_found", "There is no problem of this type.");
    response.redirect(303, `/docs#${code}`);
  }] });
}

/** The whole page. */
function pageOf({ info, paths, components }: OpenApi): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => callOf(`${method.toUpperCase()} ${path}`, operation)));
  const schemas = Object.entries(components.schemas).map(([name, schema]) => html`<details id="schema-${name}"><summary><code>${name}</code></summary><pre>${written(schema)}</pre></details>`);
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title}: the interface for programs</title><style>${raw(STYLE)}</style></head>
<body>
${brand(null)}
<main>
<h1>${info.title}: the interface for programs</h1>
<p>Version ${info.version}. For programs: <a href="/openapi.json">openapi.json</a>.</p>
${markdown(info.description)}
<h2>Calls</h2>
${calls}
<h2>Schemas</h2>
${schemas}
</main>
</body>
</html>
`.text;
}

function callOf(call: string, { summary, description = "", security, parameters = [], requestBody, responses }: PathOperation): Html {
  const fields = parameters.map((parameter) => html`<li><code>${parameter.name}</code> (${parameter.in}) ${parameter.description ?? ""}</li>`);
  const answers = Object.entries(responses).map(([status, { description: says, content }]) => html`<li><strong>${status}</strong> ${says}${Number(status) < 400 ? contentOf(content) : ""}</li>`);
  return html`<section>
<h3>${summary}</h3>
<p class="call"><code>${call}</code>${security === undefined ? "" : " (with an API key)"}</p>
${markdown(description)}
${fields.length === 0 ? "" : html`<p>Parameters</p><ul>${fields}</ul>`}
${requestBody === undefined ? "" : html`<p>Body</p><ul><li>${contentOf(requestBody.content)}</li></ul>`}
<p>Answers</p>
<ul>${answers}</ul>
</section>
`;
}

function contentOf(content: Content = {}): Html {
  return html`${Object.entries(content).map(([mediaType, { schema, example }]) => html` <code>${mediaType}</code>${schemaOf(schema)}${example === undefined ? "" : html`<pre>${written(example)}</pre>`}`)}`;
}

function schemaOf(schema: object): Html {
  const [, name] = /"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(schema)) ?? [];
  return name === undefined ? html`` : html`: <a href="#schema-${name}">${name}</a>`;
}

const written = (value: unknown): string => JSON.stringify(value, null, 2);
