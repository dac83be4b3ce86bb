// Countries in traditional Chinese, by their ISO 3166-1 codes.

const countries = new Intl.DisplayNames(["zh-Hant"], { type: "region", fallback: "code" });

/** The country's name, and the code; what is no code as it came. */
export const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? `${countries.of(code) ?? code} (${code})` : code);
