// The languages that people may choose, and which of them suits somebody.

/** Every language by its BCP 47 tag: how its speakers call it, and in which direction it is written. */
export const languages = {
  en: { name: "English", direction: "ltr" },
  fr: { name: "Français", direction: "ltr" },
  es: { name: "Español", direction: "ltr" },
  pt: { name: "Português", direction: "ltr" },
  ru: { name: "Русский", direction: "ltr" },
  ar: { name: "العربية", direction: "rtl" },
  "zh-Hans": { name: "简体中文", direction: "ltr" },
  "zh-Hant": { name: "繁體中文", direction: "ltr" },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly direction: "ltr" | "rtl" }>>;

export type Language = keyof typeof languages;

/** For each language how to get its table, so that nobody loads a language that is not read. */
export type Tables<Table> = Readonly<Record<Language, () => Promise<Table>>>;

export const languageTags = Object.keys(languages) as readonly Language[];

/** The first of `tags` (BCP 47, the most wanted first) that is written here; English when none is. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const wanted = writtenAs(tag.trim().toLowerCase());
    const found = languageTags.find((language) => language.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return "en";
}

const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/;

/** A tag as the table has it: of a region only the language, of Chinese the script. */
function writtenAs(tag: string): string {
  if (/^zh\b/.test(tag)) return TRADITIONAL.test(tag) ? "zh-hant" : "zh-hans";
  return tag.split("-")[0]!;
}
