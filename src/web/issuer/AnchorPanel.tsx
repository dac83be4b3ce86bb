// Anchoring by drag and drop: files, their type, and how far each has come.

import { useState } from "preact/hooks";
import type { DocumentType } from "../../core/documentType.ts";
import { visible } from "../../words/visible.ts";
import type { Me } from "../frame/signIn/me.ts";
import type { AnchorDesk, AnchorItem } from "./anchorDesk.ts";
import { AnchorCard } from "./AnchorCard.tsx";
import { DropField } from "./DropField.tsx";
import type { FolderRun } from "./folderRun.ts";
import { says } from "./says.ts";
import { NotEntitled, TypeChoice } from "./TypeChoice.tsx";
import { mayIssueHere } from "./MayIssue.tsx";

/** More files at once are a folder: shown as a list, sent in bulk. */
const FEW_FILES = 50;

export function AnchorPanel({ desk, run, me }: { desk: AnchorDesk; run: FolderRun; me: Me }) {
  const [type, setType] = useState<DocumentType | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { anchor } = says;
  if (!mayIssueHere(me)) return <p>{says.mayIssue.readOnly}</p>;
  const take = (files: readonly File[]): void => {
    if (files.length > FEW_FILES) {
      run.choose(files, type);
      location.hash = "#folder";
    } else if (type === null) {
      setMissing(true);
      document.getElementById("anchor-type")?.focus();
    } else desk.add(files, type);
  };
  return (
    <>
      <p class="soft">{anchor.lead}</p>
      <TypeChoice
        id="anchor-type"
        chosen={type}
        error={isMissing && type === null ? anchor.typeFirst : null}
        onChoose={(chosen) => {
          setType(chosen);
          setMissing(false);
        }}
      />
      <NotEntitled me={me} type={type} />
      <DropField says={{ drop: anchor.drop, dropNow: anchor.dropNow, choose: anchor.choose, hint: anchor.privacy }} onFiles={take} isFolder={false} />
      <StageLog items={desk.items} />
      {desk.items.toReversed().map((item) => (
        <AnchorCard key={item.id} item={item} desk={desk} />
      ))}
    </>
  );
}

/** What becomes of the documents, read out as it happens. */
function StageLog({ items }: { items: readonly AnchorItem[] }) {
  const { anchor } = says;
  return (
    <div role="log" class="unseen" aria-label={anchor.log}>
      {items.map(({ id, name, state }) => {
        if (state.is === "failed") return <p key={id}>{anchor.stageSaid(visible(name), anchor.failed)}</p>;
        if (state.is !== "followed") return null;
        const stage = anchor.stages[state.document.state]?.name;
        return stage === undefined ? null : <p key={`${id} ${stage}`}>{anchor.stageSaid(visible(name), stage)}</p>;
      })}
    </div>
  );
}
