// Members as they stand in what was signed: names and codes as data, bounded whatever they are.

import type { Json, JsonObject } from "../../core/json.ts";
import { visible } from "../../words/visible.ts";
import { language } from "../frame/language.ts";
import { said } from "./words.ts";

/** Deeper or longer than this nobody reads; the whole of it stands in the report. */
const DEPTH_LIMIT = 5;
export const MEMBERS_LIMIT = 40;
const TEXT_CHARACTERS = 300;

export function Members({ value, depth }: { value: JsonObject; depth: number }) {
  const members = Object.entries(value);
  return (
    <>
      {members.slice(0, MEMBERS_LIMIT).map(([name, member]) => (
        <div key={name}>
          <dt>
            <bdi>{visible(name)}</bdi>
          </dt>
          <dd>
            <Value value={member} depth={depth} />
          </dd>
        </div>
      ))}
      {members.length > MEMBERS_LIMIT && (
        <div>
          <dt>…</dt>
          <dd>
            <More />
          </dd>
        </div>
      )}
    </>
  );
}

function Value({ value, depth }: { value: Json; depth: number }) {
  if (typeof value !== "object" || value === null) return <bdi>{visible(String(value ?? "–"), TEXT_CHARACTERS)}</bdi>;
  if (depth >= DEPTH_LIMIT) return <More />;
  if (!Array.isArray(value)) {
    return (
      <dl class="facts said-inner">
        <Members value={value as JsonObject} depth={depth + 1} />
      </dl>
    );
  }
  return (
    <ul class="said-list">
      {value.slice(0, MEMBERS_LIMIT).map((element: Json, at: number) => (
        <li key={at}>
          <Value value={element} depth={depth + 1} />
        </li>
      ))}
      {value.length > MEMBERS_LIMIT && (
        <li>
          <More />
        </li>
      )}
    </ul>
  );
}

const More = () => (
  <span class="soft" lang={language}>
    {said.credential.more}
  </span>
);
