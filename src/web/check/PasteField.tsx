// A field for whatever can be pasted or typed. Nothing is sent before its button is pressed.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Desk } from "./desk.ts";
import type { Dropped } from "./folders.ts";
import type { GivenText } from "./texts.ts";
import { said } from "./words.ts";

const refusals: Partial<Record<GivenText["is"], string>> = { empty: said.intake.empty, nothing: said.intake.notRecognised, too_long: said.intake.tooLong };

export function PasteField({ desk, onFiles }: { desk: Desk; onFiles: (given: Dropped) => void }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [wrong, setWrong] = useState("");
  const [note, setNote] = useState("");
  usePaste({
    onFiles: (files) => onFiles({ files, paths: new Map(), unreadable: [] }),
    onText: (text) => {
      fold.current!.open = true;
      field.current!.value = text;
      field.current!.focus();
      setWrong("");
      setNote(said.intake.pasted);
    },
  });
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    setNote("");
    const refusal = refusals[await desk.addText(field.current!.value, said.credential.pastedSeal)] ?? "";
    setWrong(refusal);
    if (refusal === "") field.current!.value = "";
    field.current!.focus();
  };
  return (
    <details class="paste" ref={fold}>
      <summary>{said.intake.paste}</summary>
      <form onSubmit={(event) => void check(event)}>
        <label for="pasted">{said.intake.pasteLabel}</label>
        <textarea ref={field} id="pasted" rows={3} spellcheck={false} autocomplete="off" aria-invalid={wrong !== ""} aria-describedby="pasted-wrong pasted-privacy" />
        <p id="pasted-wrong" class="wrong" role="alert">
          {wrong}
        </p>
        <p id="pasted-privacy" class="soft">
          {said.intake.pastePrivacy}
        </p>
        <button class="button">{said.intake.check}</button>
        <span role="status" class="soft">
          {note}
        </span>
      </form>
    </details>
  );
}

/** Takes what is pasted anywhere on the page but into a field. */
function usePaste({ onFiles, onText }: { onFiles: (files: readonly File[]) => void; onText: (text: string) => void }): void {
  useLayoutEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { clipboardData: given, target } = event;
      if (given === null || (target instanceof Element && target.closest("input, textarea, dialog") !== null)) return;
      const files = [...given.files];
      const text = given.getData("text/plain");
      if (files.length === 0 && text.trim() === "") return;
      event.preventDefault();
      if (files.length > 0) onFiles(files);
      else onText(text);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
