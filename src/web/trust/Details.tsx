// What is known of the party or grant that somebody chose: names, identities, and every word that was said.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Address } from "../../core/address.ts";
import type { GrantState } from "../../core/grantStates.ts";
import type { GraphGrant, GraphStatement } from "../../core/trustGraph.ts";
import { useMe } from "../frame/signIn/useStanding.ts";
import { Fact } from "../report/Fact.tsx";
import { Party } from "../report/Party.tsx";
import { draftFor, PROGRAMME, type Act } from "./console/acts.ts";
import { mayAccredit } from "./console/GrantConsole.tsx";
import { nodeOf, type Scene } from "./picture.ts";
import { lookOfGrant, nameIn, partyShort, said, stateLong, stateShort } from "./speech.ts";
import type { Choice } from "./useTrust.ts";

/** More neighbours are counted, and found in the list. */
const NEIGHBOURS = 20;

interface DetailsProps {
  readonly scene: Scene;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
  readonly onClose: () => void;
  readonly onAround: (address: Address) => void;
  readonly onAct: (act: Act) => void;
}

export function Details({ scene, choice, onChoose, onClose, onAround, onAct }: DetailsProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isGone = choice !== null && !isThere(scene, choice);
  // Focus goes to what was asked for; the page sends it back when it is closed.
  useLayoutEffect(() => {
    if (choice === null || isGone) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("section")?.scrollIntoView({ block: "nearest" });
  }, [choice, isGone]);
  if (choice === null || isGone) return <section class="panel details details-empty"><p class="soft">{said.details.none}</p></section>;
  const title = choice.kind === "party" ? said.details.party(nameIn(scene, choice.address)) : said.details.grant(nameIn(scene, choice.grantor), nameIn(scene, choice.grantee));
  return (
    <section class="panel details" aria-labelledby="details-title" onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <div class="details-head">
        <h2 id="details-title" ref={heading} tabIndex={-1}>{title}</h2>
        <button type="button" class="button details-close" aria-label={said.details.close} onClick={onClose}><span aria-hidden="true">×</span></button>
      </div>
      {choice.kind === "party" ? <PartyDetails scene={scene} address={choice.address} onChoose={onChoose} onAround={onAround} onAct={onAct} /> : <GrantDetails scene={scene} choice={choice} onChoose={onChoose} onAct={onAct} />}
    </section>
  );
}

const isThere = ({ parties, graph }: Scene, choice: Choice): boolean =>
  choice.kind === "party" ? parties.has(choice.address) : graph.grants.some(({ grantor, grantee }) => grantor === choice.grantor && grantee === choice.grantee);

function PartyDetails({ scene, address, onChoose, onAround, onAct }: { scene: Scene; address: Address } & Pick<DetailsProps, "onChoose" | "onAround" | "onAct">) {
  const party = scene.parties.get(address)!;
  const { details } = said;
  return (
    <>
      <dl class="facts">
        <Fact term={details.identity}><Party party={party} /></Fact>
        <Fact term={details.atMoment}>{partyShort(nodeOf(scene, address))}</Fact>
      </dl>
      {party.isTrustRoot && <p>{details.believed}</p>}
      {party.closedInBlock !== undefined && <p>{details.closed(party.closedInBlock)}</p>}
      <Neighbours title={details.received} states={scene.states.filter(({ list }) => list.grantee === address)} nameOf={({ list }) => nameIn(scene, list.grantor)} onChoose={onChoose} />
      <Neighbours title={details.given} states={scene.states.filter(({ list }) => list.grantor === address)} nameOf={({ list }) => nameIn(scene, list.grantee)} onChoose={onChoose} />
      <div class="row-actions">
        <button type="button" class="button" onClick={() => onAround(address)}>{details.focus}</button>
        <Accredit scene={scene} address={address} onAct={onAct} />
      </div>
    </>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly states: readonly GrantState[];
  readonly nameOf: (state: GrantState) => string;
  readonly onChoose: (choice: Choice) => void;
}

function Neighbours({ title, states, nameOf, onChoose }: NeighboursProps) {
  return (
    <div>
      <h3>{title}</h3>
      {states.length === 0 ? <p class="soft">{said.details.nothing}</p> : (
        <ul class="neighbours">
          {states.slice(0, NEIGHBOURS).map((state) => (
            <li key={`${state.list.grantor} ${state.list.grantee}`}>
              <button type="button" class="neighbour" onClick={() => onChoose({ kind: "grant", grantor: state.list.grantor, grantee: state.list.grantee })}>
                <bdi class="neighbour-name">{nameOf(state)}</bdi>
                <span class={`state state-${lookOfGrant(state)}`}>{stateShort(state)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {states.length > NEIGHBOURS && <p class="soft">{said.details.andMore(states.length - NEIGHBOURS)}</p>}
    </div>
  );
}

function GrantDetails({ scene, choice, onChoose, onAct }: { scene: Scene; choice: Extract<Choice, { kind: "grant" }> } & Pick<DetailsProps, "onChoose" | "onAct">) {
  const { details } = said;
  const { grantor, grantee } = choice;
  const isOurs = (each: { grantor: Address; grantee: Address }): boolean => each.grantor === grantor && each.grantee === grantee;
  const state = scene.states.find(({ list }) => isOurs(list))!;
  const grant = scene.graph.grants.find(isOurs)!;
  return (
    <>
      <p class={`state state-${lookOfGrant(state)}`}>{stateLong(state)}</p>
      <dl class="facts">
        <Fact term={details.grantor}><PartyLink scene={scene} address={grantor} onChoose={onChoose} /></Fact>
        <Fact term={details.grantee}><PartyLink scene={scene} address={grantee} onChoose={onChoose} /></Fact>
      </dl>
      <Statements grant={grant} finalNumber={scene.graph.block.finalNumber} />
      <Withdraw scene={scene} grant={grant} onAct={onAct} />
    </>
  );
}

/** For whoever is signed in, and is somebody else. */
function Accredit({ scene, address, onAct }: { scene: Scene; address: Address; onAct: (act: Act) => void }) {
  const me = useMe();
  if (me === null || !mayAccredit(me) || me.issuer.address === address) return null;
  const { documentType } = scene.graph;
  const act = (): void => onAct({ is: documentType === PROGRAMME ? "recognise" : "accredit", start: draftFor(documentType, scene.parties.get(address)) });
  return <button type="button" class="button" onClick={act}>{documentType === PROGRAMME ? said.administration.recognise : said.administration.accredit}</button>;
}

/** For whoever is signed in as the grantor. */
function Withdraw({ scene, grant: { grantor, grantee }, onAct }: { scene: Scene; grant: GraphGrant; onAct: (act: Act) => void }) {
  const me = useMe();
  if (me === null || !mayAccredit(me) || me.issuer.address !== grantor) return null;
  const act = (): void => onAct({ is: "withdraw", grantee: scene.parties.get(grantee)!, documentType: scene.graph.documentType });
  return <button type="button" class="button" onClick={act}>{said.administration.withdraw}</button>;
}

function PartyLink({ scene, address, onChoose }: { scene: Scene; address: Address; onChoose: (choice: Choice) => void }) {
  const party = scene.parties.get(address)!;
  return (
    <>
      <Party party={party} />
      <button type="button" class="link" onClick={() => onChoose({ kind: "party", address })}>{said.details.party(nameIn(scene, address))}</button>
    </>
  );
}

/** More words than these nobody reads here; the service gives them all to programs. */
const STATEMENTS = 50;

function Statements({ grant: { statements }, finalNumber }: { grant: GraphGrant; finalNumber: number }) {
  const { details } = said;
  return (
    <div>
      <h3>{details.statements}</h3>
      <p class="soft">{details.statementsHint}</p>
      <ol class="statements" reversed>
        {statements.toReversed().slice(0, STATEMENTS).map((statement, place) => <Statement key={statements.length - place} statement={statement} isFinal={statement.blockNumber <= finalNumber} />)}
      </ol>
      {statements.length > STATEMENTS && <p class="soft">{details.andMore(statements.length - STATEMENTS)}</p>}
    </div>
  );
}

function Statement({ statement: { kind, from, until, mayPassOn, compromised, recordedAt, blockNumber }, isFinal }: { statement: GraphStatement; isFinal: boolean }) {
  const { details } = said;
  const what = kind === "grant" ? details.granted(mayPassOn ? details.mayPassOn : details.mayNotPassOn) : compromised ? details.withdrawnStolen : details.withdrawn;
  return (
    <li>
      <strong>{what}</strong>
      <span>{details.covers(from, until ?? null)}</span>
      <span class="soft">{details.recorded(recordedAt, blockNumber)}</span>
      {!isFinal && kind === "grant" && <span class="soft">{details.notFinal}</span>}
    </li>
  );
}
