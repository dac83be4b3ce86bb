// The officer's desk, from top to bottom: what may be asked, and what was asked lately.

import { useLayoutEffect, useState } from "preact/hooks";
import type { ComponentChild } from "preact";
import type { DeskView } from "../../words/operatorsPageWords.ts";
import { Frame } from "../frame/Frame.tsx";
import { deskWords as words } from "./deskLanguage.ts";
import { HandInView } from "./HandInView.tsx";
import { KeyFold } from "./KeyFold.tsx";
import { ListView } from "./ListView.tsx";
import { LookUpView } from "./LookUpView.tsx";
import { PaperView } from "./PaperView.tsx";
import { PresentationView } from "./PresentationView.tsx";
import { RecentChecks } from "./RecentChecks.tsx";
import { RecognitionsView } from "./RecognitionsView.tsx";
import { useRecent } from "./recent.ts";

const views: readonly DeskView[] = ["operator", "list", "paper", "presentation", "recognitions"];

export function OperatorsPage() {
  const fragment = useFragment();
  if (fragment.startsWith("present=")) return <HandInView key={fragment} fragment={fragment} />;
  return <Desk chosen={views.find((view) => view === fragment) ?? "operator"} />;
}

/** Every view stays as it is while another is looked at: nothing that was answered is lost. */
function Desk({ chosen }: { chosen: DeskView }) {
  const recent = useRecent();
  const bodies: Readonly<Record<DeskView, ComponentChild>> = {
    operator: <LookUpView onAnswer={recent.note} />,
    list: <ListView onAnswer={recent.note} />,
    paper: <PaperView isShown={chosen === "paper"} onAnswer={recent.note} />,
    presentation: <PresentationView onAnswer={recent.note} />,
    recognitions: <RecognitionsView isShown={chosen === "recognitions"} />,
  };
  return (
    <Frame look="desk">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav class="desk-views" aria-label={words.viewsLabel}>
        {views.map((view) => (
          <a key={view} href={`#${view}`} aria-current={view === chosen ? "true" : undefined}>
            {words.views[view].name}
          </a>
        ))}
      </nav>
      <KeyFold isShown={chosen === "operator" || chosen === "list"} />
      {views.map((view) => (
        <section key={view} hidden={view !== chosen} data-view={view} aria-labelledby={`view-${view}`}>
          <h2 id={`view-${view}`}>{words.views[view].title}</h2>
          <p class="soft">{words.views[view].lead}</p>
          {bodies[view]}
        </section>
      ))}
      <RecentChecks recent={recent} />
    </Frame>
  );
}

function useFragment(): string {
  const [fragment, setFragment] = useState(location.hash.slice(1));
  useLayoutEffect(() => {
    const read = (): void => setFragment(location.hash.slice(1));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return fragment;
}
