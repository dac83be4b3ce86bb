// A request as the operator is shown it: the code to scan, the link, and what stands in them.

import { useState } from "preact/hooks";
import { linkTo, type PresentationRequest } from "./askPresentation.ts";
import { deskWords } from "./deskLanguage.ts";
import { QrPicture } from "./QrPicture.tsx";

export function RequestCard({ request }: { request: PresentationRequest }) {
  const { scan, picture, link, challenge, audience, command, commandHint, goodUntil } = deskWords.presentation;
  const address = linkTo(request);
  return (
    <article class="card desk-request" data-challenge={request.challenge}>
      <p>
        <strong>{scan}</strong> {goodUntil(request.expiresAt)}
      </p>
      <div class="desk-request-parts">
        <QrPicture text={address} label={picture} />
        <div>
          <p>
            {link}: <a href={address}>{address}</a>
          </p>
          <CopyLink address={address} />
          <dl class="facts">
            <div>
              <dt>{audience}</dt>
              <dd>
                <code class="hash">{request.audience}</code>
              </dd>
            </div>
            <div>
              <dt>{challenge}</dt>
              <dd>
                <code class="hash">{request.challenge}</code>
              </dd>
            </div>
          </dl>
          <details class="fold">
            <summary>{command}</summary>
            <p class="soft">{commandHint}</p>
            <pre tabIndex={0} aria-label={command}>
              {`tradeseal present certificate.jwt --key holder.jwk --request '${address}'`}
            </pre>
          </details>
        </div>
      </div>
    </article>
  );
}

/** What signs the request on the operator's own machine. */
export const commandFor = ({ challenge, audience }: Pick<PresentationRequest, "challenge" | "audience">): string => `tradeseal present certificate.jwt --key holder.jwk --challenge ${challenge} --audience ${quoted(audience)}`;

/** A stranger's audience must not become a command of its own. */
const quoted = (text: string): string => (/^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);

function CopyLink({ address }: { address: string }) {
  const [said, setSaid] = useState("");
  const copy = (): void => void navigator.clipboard?.writeText(address).then(() => setSaid(deskWords.presentation.copied), () => setSaid(""));
  return (
    <p>
      <button type="button" class="button" onClick={copy}>
        {deskWords.presentation.copyLink}
      </button>{" "}
      <span role="status" class="soft">
        {said}
      </span>
    </p>
  );
}
