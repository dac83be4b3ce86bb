// What a credential says, readable: its members in words as near as they come, whatever they are.

import type { Json } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { isIssuersWord } from "../../words/signedWords.ts";
import { visible } from "../../words/visible.ts";
import { words } from "../frame/language.ts";
import { credentialIn, flawIn, type ToldCredential } from "./credential.ts";
import { said } from "./words.ts";

/** Deeper or longer than this nobody reads; the whole of it stands in the report. */
const DEPTH_LIMIT = 5;
const MEMBERS_LIMIT = 40;
const TEXT_CHARACTERS = 300;

export function CredentialFacts({ report }: { report: Report }) {
  const told = credentialIn(report);
  const flaw = flawIn(report);
  if (told === null && flaw === null) return null;
  const isSaid = isIssuersWord(report);
  return (
    <section class="said" data-credential={isSaid ? "said" : "claimed"}>
      <h3>{isSaid ? words.signed.said : words.signed.claimed}</h3>
      {isSaid && <p class="soft">{said.credential.saysHow}</p>}
      {flaw !== null && (
        <p>
          {said.credential.flaw}: <code>{visible(flaw)}</code>
        </p>
      )}
      {told !== null && <Told told={told} />}
    </section>
  );
}

function Told({ told: { texts, essentials, problems } }: { told: ToldCredential }) {
  const names = ["type", "holder", "validFrom", "validUntil", "issuer", "id", "format"] as const;
  return (
    <>
      <dl class="facts">
        {names.flatMap((name) => (texts[name] === undefined ? [] : [<Fact key={name} term={said.credential[name]} text={textOf(name, texts[name])} />]))}
        <Members value={essentials} depth={0} />
      </dl>
      {problems.length > 0 && (
        <>
          <h4>{said.credential.problems}</h4>
          <ul>
            {problems.slice(0, MEMBERS_LIMIT).map((problem) => (
              <li key={problem}>
                <code>{visible(problem)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Times in words, where they are times. */
function textOf(name: string, text: string): string {
  return name.startsWith("valid") && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? words.dateTime(text) : visible(text, TEXT_CHARACTERS);
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{text}</bdi>
      </dd>
    </div>
  );
}

function Members({ value, depth }: { value: Readonly<Record<string, Json>>; depth: number }) {
  const members = Object.entries(value);
  return (
    <>
      {members.slice(0, MEMBERS_LIMIT).map(([name, member]) => (
        <div key={name}>
          <dt>
            <bdi>{visible(spaced(name))}</bdi>
          </dt>
          <dd>
            <Value value={member} depth={depth} />
          </dd>
        </div>
      ))}
      {members.length > MEMBERS_LIMIT && <p class="soft">{said.credential.more}</p>}
    </>
  );
}

function Value({ value, depth }: { value: Json; depth: number }) {
  if (typeof value === "boolean") return <>{value ? said.credential.yes : said.credential.no}</>;
  if (typeof value !== "object" || value === null) return <bdi>{visible(String(value ?? "–"), TEXT_CHARACTERS)}</bdi>;
  if (depth >= DEPTH_LIMIT) return <span class="soft">{said.credential.more}</span>;
  if (!Array.isArray(value)) {
    return (
      <dl class="facts said-inner">
        <Members value={value as Readonly<Record<string, Json>>} depth={depth + 1} />
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
      {value.length > MEMBERS_LIMIT && <li class="soft">{said.credential.more}</li>}
    </ul>
  );
}

/** A member's name as people would write it: "certificateNumber" as "Certificate number". */
function spaced(name: string): string {
  const text = name.replace(/([a-z\d])([A-Z])/g, (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
