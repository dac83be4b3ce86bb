// Another language for this page: a list of links. What lies on the page is asked for again: nothing is kept on the way.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { languages, languageTags } from "../../words/languages.ts";
import { inLanguage, language, marks, words } from "./language.ts";

const addressHere = (): string => location.pathname + location.search + location.hash;

export function LanguageChoice() {
  const choice = useRef<HTMLDetailsElement>(null);
  // Pages change their address without being loaded again.
  const [address, setAddress] = useState(addressHere);
  useLayoutEffect(() => closedFromOutside(choice.current!), []);
  return (
    <details class="language" ref={choice} onToggle={() => setAddress(addressHere())} onKeyDown={(event) => event.key === "Escape" && closeByKey(choice.current!)}>
      <summary>
        <svg class="language-mark" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" />
          <path d="M3 12h18M12 3c-5 5.500-5 12.500 0 18m0-18c5 5.500 5 12.500 0 18" />
        </svg>
        <span class="unseen">{words.frame.language + marks.colon}</span>
        {languages[language].name}
      </summary>
      <ul>
        {languageTags.map((tag) => (
          <li key={tag}>
            <a href={inLanguage(address, tag)} hreflang={tag} lang={tag} aria-current={tag === language ? "true" : undefined}>
              <bdi>{languages[tag].name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The focus goes back to what opened it. */
function closeByKey(choice: HTMLDetailsElement): void {
  if (!choice.open) return;
  choice.open = false;
  choice.querySelector("summary")!.focus();
}

/** Closes `choice` when somebody presses or goes elsewhere. @returns how to end that. */
function closedFromOutside(choice: HTMLDetailsElement): () => void {
  const listening = new AbortController();
  const look = ({ target }: Event): void => void (target instanceof Node && !choice.contains(target) && (choice.open = false));
  for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, look, { signal: listening.signal });
  return () => listening.abort();
}
