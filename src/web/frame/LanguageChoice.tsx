// Another language for this page. What lies on the page is asked for again: nothing is kept on the way.

import { languages, languageTags, type Language } from "../../words/languages.ts";
import { inLanguage, language, words } from "./language.ts";

export function LanguageChoice() {
  const choose = (chosen: string): void => location.assign(inLanguage(location.pathname + location.search + location.hash, chosen as Language));
  return (
    <label class="language">
      <svg class="language-mark" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
        <path d="M3 12h18M12 3c-5 5.500-5 12.500 0 18m0-18c5 5.500 5 12.500 0 18" />
      </svg>
      <select aria-label={words.frame.language} value={language} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {languageTags.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languages[tag].name}
          </option>
        ))}
      </select>
    </label>
  );
}
