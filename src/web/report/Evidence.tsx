// What the verdict rests on, for whoever wants to check it or keep it.

import { useRef, useState } from "preact/hooks";
import type { Report } from "../../core/report.ts";
import { bodyOf, type AnyQuestion } from "./ask.ts";
import { Believed } from "./Believed.tsx";
import { words } from "../frame/language.ts";

export function Evidence({ report, question }: { report: Report; question: AnyQuestion }) {
  const { evidence, digest, block, noBlock, blockNamed, sent, answer, believes } = words.page;
  const text = JSON.stringify(report, null, 2);
  const whole = useRef<HTMLPreElement>(null);
  return (
    <details class="fold">
      <summary>{evidence}</summary>
      <dl class="facts">
        <div>
          <dt>{digest}</dt>
          <dd>
            <code class="hash">{report.subject.digest}</code>
          </dd>
        </div>
        <div>
          <dt>{block}</dt>
          <dd>
            {report.block === undefined ? noBlock : blockNamed(report.block.number, report.block.chainId, words.dateTime(report.block.time))}
            {report.block !== undefined && <code class="hash">{report.block.hash}</code>}
          </dd>
        </div>
        <div>
          <dt>{words.page.checkedAt}</dt>
          <dd>{words.dateTime(report.checkedAt)}</dd>
        </div>
        <div>
          <dt>{believes}</dt>
          <dd>
            <Believed roots={report.trustRoots} />
          </dd>
        </div>
      </dl>
      <h4>{sent}</h4>
      <Sent question={question} />
      <div class="evidence-head">
        <h4>{answer}</h4>
        <Copy text={text} whole={whole} />
      </div>
      <pre ref={whole} tabIndex={0} aria-label={answer}>
        {text}
      </pre>
    </details>
  );
}

/** The very body of the request. */
export function Sent({ question }: { question: AnyQuestion }) {
  return (
    <pre tabIndex={0} aria-label={words.page.sent} data-sent>
      {JSON.stringify(bodyOf(question), null, 2)}
    </pre>
  );
}

/** Copies; where the browser forbids it (pages without TLS), selects instead. */
function Copy({ text, whole }: { text: string; whole: { readonly current: HTMLPreElement | null } }) {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.page.copied);
    } catch {
      getSelection()?.selectAllChildren(whole.current!);
      setSaid(words.page.selected);
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        {words.page.copy}
      </button>
      <span role="status" class="soft">
        {said}
      </span>
    </>
  );
}
