// HTML out of text that may hold anything: what is put into a template is escaped, unless it is HTML already.

/** A piece of HTML, safe to be put into a page as it is. */
export interface Html {
  readonly text: string;
}

type Content = string | number | Html | readonly Content[];

/** Text of our own that is HTML, or a style sheet, already. */
export const raw = (text: string): Html => ({ text });

/** A template whose values are escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Html => raw(String.raw({ raw: parts }, ...values.map(escaped)));

function escaped(value: Content): string {
  if (typeof value === "object") return "text" in value ? value.text : value.map(escaped).join("");
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The little of Markdown (CommonMark) that our descriptions use: paragraphs, lists, code and strong words. A list item that begins with code can be linked to by it. */
export function markdown(source: string): Html {
  const blocks = source.split(/\n{2,}/).filter((block) => block !== "");
  return html`${blocks.map((block) => (block.startsWith("- ") ? html`<ul>${block.split("\n").map(itemOf)}</ul>` : html`<p>${inline(block)}</p>`))}`;
}

function itemOf(line: string): Html {
  const text = line.slice("- ".length);
  const [, name] = /^`(\w+)`/.exec(text) ?? [];
  return name === undefined ? html`<li>${inline(text)}</li>` : html`<li id="${name}">${inline(text)}</li>`;
}

const inline = (text: string): Html => raw(escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>").replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>"));
