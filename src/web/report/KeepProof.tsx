// Keeping proof of a check: the service checks once more and signs what it finds.

import { useLayoutEffect, useState } from "preact/hooks";
import { language, words } from "../frame/language.ts";
import { jsonOf, PATIENCE_MS, request } from "../frame/service.ts";
import { troubleAdvice } from "../frame/TroubleNote.tsx";
import { Unanswered, type Trouble } from "../frame/trouble.ts";
import type { Question } from "./ask.ts";

interface Receipt {
  readonly number: string;
  readonly text: string;
  readonly sheet: string;
}

type State = { readonly is: "ready" } | { readonly is: "making" } | { readonly is: "made"; readonly receipt: Receipt } | { readonly is: "refused"; readonly trouble: Trouble };

export function KeepProof({ question }: { question: Question }) {
  const [state, setState] = useState<State>({ is: "ready" });
  const keep = (): void => {
    setState({ is: "making" });
    makeReceipt(question).then(
      (receipt) => setState({ is: "made", receipt }),
      (error: unknown) => {
        setState({ is: "refused", trouble: error instanceof Unanswered ? error.trouble : { is: "unreadable_answer" } });
        if (!(error instanceof Unanswered)) throw error;
      },
    );
  };
  const { keep: label, keepMeans, keeping } = words.receipt;
  return (
    <section class="proof" data-proof={state.is} aria-live="polite">
      {state.is === "made" ? (
        <Made receipt={state.receipt} />
      ) : (
        <>
          <button type="button" class="button" disabled={state.is === "making"} onClick={keep}>
            {state.is === "making" ? keeping : label}
          </button>
          <p class="soft">{state.is === "refused" ? said(state.trouble) : keepMeans}</p>
        </>
      )}
    </section>
  );
}

const said = (trouble: Trouble): string => {
  const { means, todo } = troubleAdvice(trouble);
  return `${means} ${todo}`;
};

function Made({ receipt: { number, text, sheet } }: { receipt: Receipt }) {
  const [file, setFile] = useState("");
  useLayoutEffect(() => {
    const address = URL.createObjectURL(new Blob([text], { type: "application/vc+jwt" }));
    setFile(address);
    return () => URL.revokeObjectURL(address);
  }, [text]);
  const { kept, keptMeans, file: fileLabel, sheet: sheetLabel } = words.receipt;
  return (
    <>
      <h3>{kept(number)}</h3>
      <p class="soft">{keptMeans}</p>
      <p class="actions">
        <a class="button" href={file} download={`receipt-${number}.jwt`}>
          {fileLabel}
        </a>
        <a class="button" href={sheet} download={`receipt-${number}.pdf`}>
          {sheetLabel}
        </a>
      </p>
    </>
  );
}

/** Longer than any: a page is drawn for it. */
const DRAWING_PATIENCE_MS = 2 * PATIENCE_MS;

async function makeReceipt(question: Question): Promise<Receipt> {
  const response = await request("/v1/receipts", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ ...question, language }),
    signal: AbortSignal.timeout(DRAWING_PATIENCE_MS),
  });
  const { number, receipt: text, id } = ((await jsonOf(response)) ?? {}) as Record<string, unknown>;
  // Only what a receipt of ours can be: the page offers it as a file.
  const isReceipt = typeof number === "string" && /^[A-Z0-9-]{1,40}$/.test(number) && typeof text === "string" && typeof id === "string" && /^[\w-]{1,80}$/.test(id);
  if (!isReceipt) throw new Unanswered({ is: "unreadable_answer" });
  return { number, text, sheet: `/v1/receipts/${id}/sheet` };
}
