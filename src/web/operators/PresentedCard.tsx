// What an operator presented: whether it holds, and what each certificate says, where its issuer did say so.

import { operatorWords } from "./operatorWords.ts";
import { presentedSubject } from "../../core/credentials/disclosed.ts";
import type { JsonObject } from "../../core/json.ts";
import { factsIn } from "../../words/credentialFacts.ts";
import { visible } from "../../words/visible.ts";
import { partyName, typeWords } from "../../words/sentences.ts";
import { words } from "../frame/language.ts";
import { VerdictMark } from "../report/VerdictMark.tsx";
import { OperatorName } from "./AuthorisationCard.tsx";
import type { Presented, PresentedCredential } from "./askPresentation.ts";
import { deskWords } from "./deskLanguage.ts";
import { ReportCard } from "./ReportCard.tsx";

/** A presentation has at most ten. */
const SHOWN_LIMIT = 10;

export function PresentedCard({ presented }: { presented: Presented }) {
  const { held, arrived, holder } = deskWords.presentation;
  const named = presented.subject.presentation?.holder;
  const isHeld = presented.verdict !== "altered" && presented.findings.some(({ check, outcome }) => check === "held" && outcome === "passed");
  return (
    <>
      <p class="desk-about">{arrived}</p>
      <ReportCard report={presented} id="presented-headline" holds={held}>
        {isHeld && named !== undefined && (
          <p class="desk-line">
            {holder}: <code class="hash">{visible(named)}</code>
          </p>
        )}
        {presented.credentials.slice(0, SHOWN_LIMIT).map((credential, at) => (
          <Credential key={`${at} ${credential.subject.digest}`} credential={credential} title={deskWords.presentation.credential(at + 1, presented.credentials.length)} isHeld={isHeld} />
        ))}
      </ReportCard>
    </>
  );
}

const SHAPES = { AEO: "aeo", TOI: "toi", 861: "coo", ACR: "acr" } as const;

/** Of what nobody is shown to have signed, or to hold, nothing is told that could be taken for the truth: a certificate that anybody may have copied gets no sign of a yes. */
function Credential({ credential, title, isHeld }: { credential: PresentedCredential; title: string; isHeld: boolean }) {
  const { verdict, subject, issuer } = credential;
  const isSaid = isHeld && (verdict === "authentic" || verdict === "no_longer_valid");
  const isYesOfNobody = !isHeld && verdict === "authentic";
  const told = subject.credential;
  const shape = Object.hasOwn(SHAPES, subject.documentType ?? "") ? SHAPES[subject.documentType as keyof typeof SHAPES] : null;
  const { legalName, ...said }: JsonObject = told === undefined || told.essentials === undefined ? {} : presentedSubject(told);
  return (
    <section class={`desk-credential tone-${isYesOfNobody ? "none" : verdict}`} data-credential={verdict}>
      <h3>
        {!isYesOfNobody && <VerdictMark verdict={verdict} />} {title}: {typeWords(subject.documentType, words).one}
        {!isYesOfNobody && `, ${deskWords.outcomes[verdict]}`}
      </h3>
      {isSaid && (
        <dl class="facts">
          {typeof legalName === "string" && (
            <div>
              <dt>{operatorWords.operator}</dt>
              <dd>
                <OperatorName name={legalName} />
              </dd>
            </div>
          )}
          {issuer !== undefined && (
            <div>
              <dt>{words.verdicts[verdict].issuer}</dt>
              <dd>
                <bdi>{partyName(issuer)}</bdi>
              </dd>
            </div>
          )}
          {(shape === null ? [] : factsIn(shape, said, deskWords.facts)).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
