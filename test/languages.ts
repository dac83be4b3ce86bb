// What a language's words are judged by, and how a whole table is read: every sentence in it, functions called with arguments that can be told again.

/** What every sentence of a language keeps to. */
export interface LanguageRules {
  /** In the headline of an authentic document, and elsewhere only beside `but`. */
  readonly genuine: RegExp;
  readonly but: RegExp;
  readonly stop: string;
  readonly question: string;
  readonly letters: RegExp;
  /** Words of this language's sentences are never these: they are English. */
  readonly foreign: RegExp;
}

const ENGLISH = /(?<![\p{L}\p{N}_.])(the|of|this|that|these|which|with|was|were|been|has|have|had|from|and|it|its|who|whom|what|when|by|not|is|are|be|you|your|will|issuer|issued|ledger|seal|check|ask|again|yes|since|until)(?![\p{L}\p{N}_])/iu;
/** Beside another script no Latin word stands, but names of things that have no other. */
const LATIN = /\p{Script=Latin}{2,}/u;
/** Names of things and codes that every language writes in the same way. */
const TERMS = /(?<![\p{L}\p{N}_])(CSV|did:ethr(?::0x…:0x…)?|https|tradeseal trust-root add|tradeseal_|«(?:accredit|issue)»|accredit|Standard Webhooks|Webhook|UN\/LOCODE|KGM, TNE, LTR, H87|CT, BX, BG, PX|KGM|TNE|LTR|H87|CT|BX|BG|PX|KEMBA|CO, EUR\.1, FORM-D|EUR\.1|FORM-D|CO|Tradeseal|API|PDF|JSON|multipart|SHA-256|UTC|QR|DID|UCR|HS|FOB|AEO[CFS]?|TIN|WCO|EORI|LEI|GLN|GS1|DUNS|MID|SCAC|IATA|IMO|FMC|TIR|US MID|W3C|vc\+jwt|jwt_vc_json|dc\+sd-jwt|SD-JWT|Idempotency-Key|\.seal\.json|back-to-back|de minimis|0x|kWh|k?g|t|h?l|m[²³]?|[a-f]|\([A-Z]{2}\))(?![\p{L}\p{N}_])/giu;
const latin = { stop: ".", question: "?", letters: /\p{Script=Latin}/u, foreign: ENGLISH };
const han = { stop: "。", question: "？", letters: /\p{Script=Han}/u, foreign: LATIN };

/** By BCP 47 tag; a language without a line here cannot be added. */
export const rules: Readonly<Record<string, LanguageRules>> = {
  en: { ...latin, genuine: /genuine|authentic/i, but: /\bbut\b/, foreign: /(?!)/ },
  fr: { ...latin, genuine: /authentique/i, but: /\bmais\b/, question: "\u202f?" },
  es: { ...latin, genuine: /aut[ée]ntic/i, but: /\bpero\b/ },
  pt: { ...latin, genuine: /aut[êé]ntic/i, but: /\bmas\b/ },
  ar: { genuine: /أصل|أصيل|صحيح/, but: /لكن/, stop: ".", question: "؟", letters: /\p{Script=Arabic}/u, foreign: LATIN },
  ru: { genuine: /подлин/i, but: /(?<!\p{L})но(?!\p{L})/u, stop: ".", question: "?", letters: /\p{Script=Cyrillic}/u, foreign: LATIN },
  "zh-Hans": { ...han, genuine: /真/, but: /但/ },
  "zh-Hant": { ...han, genuine: /真/, but: /但/ },
};

/** A sentence of a table, and where it stands; several of one function, called in several ways. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}

const marks = new WeakSet<object>();

/** An argument that stands for anything: in a sentence it shows its own name, so that it can be found again there. */
export function mark(name: string): string {
  const shown = (hint: string): string | number => (hint === "number" ? 5 : `⟦${name}⟧`);
  const members: Record<string, unknown> = {
    join: (between: string) => [`⟦${name}⟧`, `⟦${name}⟧`].join(between),
    toString: () => `⟦${name}⟧`,
    toLocaleString: () => `⟦${name}⟧`,
  };
  const made = new Proxy(() => undefined, {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return shown;
      if (key === Symbol.iterator) return function* () { yield mark(name); yield mark(name); };
      return typeof key === "string" && Object.hasOwn(members, key) ? members[key] : typeof key === "string" ? mark(`${name}.${key}`) : undefined;
    },
  });
  marks.add(made);
  return made as unknown as string;
}

const MARK = /⟦([^⟧]*)⟧/gu;
/** Which arguments a sentence shows. Whether it speaks of one document or of several is the language's choice. */
export const marksIn = (text: string): readonly string[] => [...new Set([...text.matchAll(MARK)].map(([, name]) => name!.replace(/\.(one|many)$/, "")))].sort();
/** The sentence without them. */
export const withoutMarks = (text: string): string => text.replace(MARK, "");
/** What is left to be written in the language itself. */
export const ownWordsOf = (text: string): string => withoutMarks(text).replace(TERMS, "");
/** Whether most of its own letters are the language's. */
export function isMostlyIn(letters: RegExp, text: string): boolean {
  const found = ownWordsOf(text).match(/\p{L}/gu) ?? [];
  return found.filter((letter) => letters.test(letter)).length >= found.length * 0.6;
}

/** The arguments of functions that look for codes in them, by their paths. Every other function gets marks. */
export type Samples = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** Every sentence of a table. */
export function leavesOf(table: unknown, samples: Samples, path = ""): readonly Leaf[] {
  if (typeof table === "string") return [{ path, text: table }];
  if (typeof table === "function") {
    if (marks.has(table)) return [{ path, text: String(table) }];
    const calls = samples[path] ?? [Array.from({ length: Math.max(1, table.length) }, (_, place) => mark(String(place)))];
    return calls.flatMap((given, at) => leavesOf((table as (...given: unknown[]) => unknown)(...given), {}, calls.length === 1 ? `${path}()` : `${path}(${at})`));
  }
  if (typeof table !== "object" || table === null) return [{ path, text: "" }];
  return Object.entries(table).flatMap(([key, value]) => leavesOf(value, samples, path === "" ? key : `${path}.${key}`));
}
