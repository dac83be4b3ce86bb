// The page of trust, from top to bottom: which type, which moment, the drawing with its details, the list, recognitions, and the administrator's part.

import { recognitionWords } from "../frame/recognitions.ts";
import { useCallback, useRef, useState } from "preact/hooks";
import type { Address } from "../../core/address.ts";
import { typeWords } from "../../words/sentences.ts";
import { Frame } from "../frame/Frame.tsx";
import { words } from "../frame/language.ts";
import { TroubleNote, troubleAdvice } from "../frame/TroubleNote.tsx";
import type { Act } from "./console/acts.ts";
import { GrantConsole } from "./console/GrantConsole.tsx";
import { Details } from "./Details.tsx";
import { Drawing } from "./Drawing.tsx";
import { GrantList } from "./GrantList.tsx";
import type { Scene } from "./picture.ts";
import { Recognitions } from "./Recognitions.tsx";
import { said } from "./speech.ts";
import { TimeSlider } from "./TimeSlider.tsx";
import { useTrust, type Choice, type Trust } from "./useTrust.ts";

export function TrustPage() {
  const trust = useTrust();
  const [turn, setTurn] = useState(0);
  const [act, setAct] = useState<Act | null>(null);
  const { reload } = trust;
  const heard = useCallback(() => {
    reload();
    setTurn((before) => before + 1);
  }, [reload]);
  return (
    <Frame look="page-wide">
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <TypeChoice trust={trust} />
      <Graph trust={trust} onAct={setAct} />
      <Recognitions turn={turn} />
      <GrantConsole graph={trust.graph} types={trust.types ?? []} act={act} onAct={setAct} onHeard={heard} />
    </Frame>
  );
}

function TypeChoice({ trust: { types, type, choose } }: { trust: Trust }) {
  if (types === null || types.length === 0) return null;
  return (
    <label class="expected">
      <span>{said.typeLabel}</span>
      <select value={type ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {types.map((each) => <option key={each} value={each}>{`${typeWords(each, words).one} (${each})`}</option>)}
      </select>
    </label>
  );
}

function Graph({ trust, onAct }: { trust: Trust; onAct: (act: Act) => void }) {
  const { types, graph, scene, trouble, isLoading, reload } = trust;
  return (
    <>
      {trouble !== null && (
        <section class="panel tone-none" data-trouble={trouble.is} role="alert">
          <h2>{said.notLoaded}</h2>
          <p>{troubleAdvice(trouble).means}</p>
          <TroubleNote trouble={trouble} />
          <button type="button" class="button" onClick={reload}>{said.again}</button>
        </section>
      )}
      <p role="status" class={isLoading ? "loading" : "unseen"}>{isLoading ? said.loading : ""}</p>
      {types?.length === 0 && <p class="panel">{said.noTypes}</p>}
      {graph !== null && scene !== null && (graph.grants.length === 0 ? <p class="panel">{said.nothingHere(typeWords(graph.documentType, words))}</p> : <Shown key={graph.documentType} trust={trust} scene={scene} onAct={onAct} />)}
    </>
  );
}

function Shown({ trust: { moment, setMoment }, scene, onAct }: { trust: Trust; scene: Scene; onAct: (act: Act) => void }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [around, setAround] = useState<Address | null>(null);
  const [filter, setFilter] = useState("");
  const cameFrom = useRef<HTMLElement | null>(null);
  const { graph } = scene;
  const choose = (chosen: Choice): void => {
    const focused = document.activeElement;
    // From one detail to the next: closing leads back to where it all began.
    if (focused instanceof HTMLElement && focused.closest(".details") === null) cameFrom.current = focused;
    setChoice(chosen);
  };
  const close = (): void => {
    setChoice(null);
    cameFrom.current?.focus();
  };
  const list = (grantor: Address): void => {
    setFilter(grantor);
    const title = document.getElementById("list-title");
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: "start" });
  };
  const isKnown = around !== null && scene.parties.has(around);
  return (
    <>
      {!graph.isComplete && <p class="panel tone-none" role="alert">{said.incomplete}</p>}
      <TimeSlider scene={scene} isNow={moment === null} onChoose={setMoment} />
      <div class="workbench">
        <Drawing scene={scene} around={isKnown ? around : null} chosen={choice} onChoose={choose} onList={list} onDrawAll={() => setAround(null)} />
        <Details scene={scene} choice={choice} onChoose={choose} onClose={close} onAround={setAround} onAct={onAct} />
      </div>
      <GrantList scene={scene} filter={filter} onFilter={setFilter} onChoose={choose} />
      <p class="soft">{said.asOf(graph.block.number, graph.block.time)} <a href={`/v1/trust-graph?documentType=${graph.documentType}`}>{recognitionWords.forPrograms}</a></p>
    </>
  );
}
