// /recognitions: who recognises whom, as a page. No script, nothing from elsewhere.

import { createHash } from "node:crypto";
import type { Express, Request, RequestHandler } from "express";
import type { ReportParty } from "../../core/report.ts";
import { unlessSilent } from "../../flows/verifying/ledgerWord.ts";
import { languageOf, languages, type Language } from "../../words/languages.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import type { RecognitionWords } from "../../words/recognitionWords.ts";
import { recognitionTables, tables } from "../../words/tables.ts";
import type { Words } from "../../words/words.ts";
import { brand, BRAND_STYLE } from "./brand.ts";
import { html, raw, type Html } from "./html.ts";
import { pageHeaders } from "./pages.ts";
import type { RecognitionsView, RecognitionView } from "../trust/recognitions.ts";
import { addResource } from "../server/resource.ts";

/** The colours are those of the verification page. */
const STYLE = `
:root { color-scheme: light dark; --paper: #f3f5f4; --card: #fff; --ink: #14211f; --soft: #4c5957; --line: #d2d9d7; --accent: #0b5566; --yes: #0a673a; --yes-tint: #e5f3ea; --no: #8a4a00; --no-tint: #fcf1e1; }
@media (prefers-color-scheme: dark) { :root { --paper: #0e1514; --card: #17201e; --ink: #e9efed; --soft: #acb9b6; --line: #313e3b; --accent: #86cddd; --yes: #74d6a0; --yes-tint: #12291d; --no: #f2b869; --no-tint: #34250f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; margin: 0 0 0.75rem; }
h2 { font-size: 1.125rem; margin: 0 0 0.75rem; } h3 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
p { margin: 0 0 0.75rem; max-width: 46rem; } .soft { color: var(--soft); font-size: 0.9375rem; }
nav { margin-bottom: 1.5rem; font-weight: 650; }
a { color: var(--accent); text-underline-offset: 0.2em; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; margin: 1.25rem 0; }
.wide { overflow-x: auto; } .wide:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
table { border-collapse: collapse; min-width: 100%; } caption { text-align: start; color: var(--soft); padding-bottom: 0.5rem; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.625rem 0.75rem; border-top: 1px solid var(--line); min-width: 9rem; font-weight: 400; overflow-wrap: anywhere; } th { font-weight: 650; }
.yes { background: var(--yes-tint); color: var(--yes); font-weight: 650; } .no { background: var(--no-tint); color: var(--no); } .none { color: var(--soft); }
li { margin: 0.25rem 0; overflow-wrap: anywhere; } ul { margin: 0; padding-inline-start: 1.25rem; }
header { margin-block: -1rem 1.5rem; } .brand svg { color: var(--accent); }
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

interface PageParts {
  readonly ask: () => Promise<RecognitionsView>;
  readonly limit: RequestHandler;
  readonly publicUrl: string;
}

/** Adds the page. Where the ledger is silent, it says so. */
export function addRecognitionsPage(app: Express, { ask, limit, publicUrl }: PageParts): void {
  const show: RequestHandler = async (request, response) => {
    const chosen = languageNamed(request);
    const language = chosen ?? languageOf((request.headers["accept-language"] ?? "").split(",").map((each) => each.split(";")[0]!));
    const view = await unlessSilent(ask, null);
    if (view === null) response.status(503).set("Retry-After", "5");
    response.set({ "Cache-Control": "no-cache", Vary: "Accept-Language" }).type("html").send(recognitionsPage(view, { chosen, language, words: { ...(await tables[language]()), recognitions: await recognitionTables[language]() } }));
  };
  addResource(app, { path: "/recognitions", audience: "issuers", get: [pageHeaders(POLICY, publicUrl), limit, show] });
}

/** The language that the address names; `null` where it names none. */
const languageNamed = ({ query: { lang } }: Request): Language | null => (typeof lang === "string" ? languageOf([lang]) : null);

/** Every word of the page. */
type PageWords = Words & { readonly recognitions: RecognitionWords };

/** What the page is written in. */
interface Speech {
  /** The language that the address named. */
  readonly chosen: Language | null;
  readonly language: Language;
  readonly words: PageWords;
}

/** The whole page; `null` where nothing could be read. */
export function recognitionsPage(view: RecognitionsView | null, { chosen, language, words }: Speech): string {
  const { title, lead, none, silent, tooMany, asOf, forPrograms } = words.recognitions;
  return html`<!doctype html>
<html lang="${language}" dir="${languages[language].direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body>
${brand(chosen)}
<main>
<h1>${title}</h1>
<p>${lead}</p>
${view === null ? html`<p role="alert">${silent}</p>` : view.recognitions.length === 0 ? html`<p>${none}</p>` : sections(view, words)}
${view === null || view.isComplete ? "" : html`<p role="alert">${tooMany}</p>`}
${view === null ? "" : html`<p class="soft">${asOf(view.block.number, view.block.time)} <a href="/v1/recognitions">${forPrograms}</a></p>`}
</main>
</body>
</html>
`.text;
}

const sections = ({ recognitions }: RecognitionsView, words: PageWords): Html[] => [...Map.groupBy(recognitions, ({ documentType }) => documentType)].map(([type, own]) => section(type, own, words));

function section(documentType: string, own: readonly RecognitionView[], words: PageWords): Html {
  const { caption, paths } = words.recognitions;
  const inForce = own.filter(({ path }) => path !== undefined);
  return html`<section id="${documentType}">
<h2 id="title-${documentType}">${caption(typeWords(documentType, words))}</h2>
${matrix(own, words)}
${inForce.length === 0 ? "" : html`<h3>${paths}</h3><ul>${inForce.map((each) => html`<li>${pathSentence(each, words)}</li>`)}</ul>`}
</section>
`;
}

/** Who recognises down the side, who is recognised across the top. */
function matrix(own: readonly RecognitionView[], words: PageWords): Html {
  const { recogniser, recognised, nothing } = words.recognitions;
  const rows = distinct(own.map((each) => each.recogniser));
  const columns = distinct(own.map((each) => each.recognised));
  const cell = (row: ReportParty, column: ReportParty): Html => {
    const found = own.find((each) => each.recogniser.address === row.address && each.recognised.address === column.address);
    return found === undefined ? html`<td class="none">${nothing}</td>` : html`<td class="${found.isInForce ? "yes" : "no"}">${cellText(found, words)}</td>`;
  };
  return html`<div class="wide" tabindex="0" role="group" aria-labelledby="title-${own[0]!.documentType}"><table>
<thead><tr><th scope="col">${recogniser} ↓ / ${recognised} →</th>${columns.map((column) => html`<th scope="col" title="${column.did}">${partyName(column)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" title="${row.did}">${partyName(row)}</th>${columns.map((column) => cell(row, column))}</tr>`)}</tbody>
</table></div>`;
}

function cellText({ isInForce, from, until, reason }: RecognitionView, words: PageWords): string {
  return isInForce ? words.recognitions.inForce(from, until ?? null) : words.recognitions.notInForce(reason ?? "no_accreditation", until ?? null);
}

function pathSentence({ path = [] }: RecognitionView, words: PageWords): string {
  return words.recognitions.path([path[0]!.grantor, ...path.map(({ grantee }) => grantee)].map(partyName));
}

const distinct = (parties: readonly ReportParty[]): ReportParty[] => [...new Map(parties.map((party) => [party.address, party])).values()];
