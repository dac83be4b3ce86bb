// Countries by their ISO 3166-1 codes, in any language.

/** Names countries in `language` (BCP 47): the country's name, and the code; what is no code as it came. */
export function countriesIn(language: string): (code: string) => string {
  const countries = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  return (code) => (/^[A-Z]{2}$/.test(code) ? `${countries.of(code) ?? code} (${code})` : code);
}
