// Documents in a table. On a phone each row is a card; the roles keep it a table for screen readers.

import { typeWords } from "../../words/sentences.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import type { OwnDocument } from "./answers.ts";
import { partBehind } from "./partName.ts";
import { says } from "./says.ts";
import { StandingMark } from "./StandingMark.tsx";

export function DocumentTable({ documents }: { documents: readonly OwnDocument[] }) {
  const { list } = says;
  const heads = [list.document, list.accepted, list.state, list.standing];
  return (
    <table class="cards" role="table">
      <caption class="unseen">{list.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {documents.map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ document: { id, reference, documentType, role, digest, acceptedAt, state, standing } }: { document: OwnDocument }) {
  const { list, anchor } = says;
  return (
    <tr role="row" data-document={id}>
      <td role="cell">
        <a class="document-link" href={`#documents/${encodeURIComponent(id)}`}>
          <bdi>{reference === undefined ? list.noReference : visible(reference)}</bdi>
          {partBehind(role)}
        </a>
        <span class="soft">{typeWords(documentType, words).one}</span>
        <code class="hash">{visible(digest.slice(0, 16))}…</code>
      </td>
      <td role="cell">
        <span class="cell-name">{list.accepted} </span>
        {acceptedAt === undefined ? "" : words.dateTime(visible(acceptedAt))}
      </td>
      <td role="cell">
        <span class="cell-name">{list.state} </span>
        {anchor.stages[state]?.name ?? visible(state)}
      </td>
      <td role="cell">
        <span class="cell-name">{list.standing} </span>
        <StandingMark standing={standing} />
      </td>
    </tr>
  );
}
