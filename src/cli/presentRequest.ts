// Requests to present, as a verifier's page gives them out: a link in which challenge and audience stand.

import { Complaint } from "./terminal/complaint.ts";

/** Who asks, with which word, and where the presentation is handed in; `null`: it is handed over by hand. */
export interface PresentRequest {
  readonly challenge: string;
  readonly audience: string;
  readonly service: string | null;
}

/** What was asked: by a link, or by challenge and audience as they were told. Throws `wrong_use`. */
export function presentRequest({ request, challenge, audience }: { readonly request?: string; readonly challenge?: string; readonly audience?: string }): PresentRequest {
  if (request !== undefined) {
    if (challenge !== undefined || audience !== undefined) throw new Complaint("wrong_use", "Challenge and audience stand in the link of --request: leave out --challenge and --audience.");
    return requestIn(request);
  }
  if (challenge === undefined || audience === undefined) throw new Complaint("wrong_use", "Say what you were asked: --request with the link that you were given, or --challenge and --audience.");
  return { challenge, audience, service: null };
}

function requestIn(link: string): PresentRequest {
  const url = URL.parse(link);
  const given = new URLSearchParams(url?.hash.slice(1));
  const [challenge, audience] = [given.get("present") ?? "", given.get("audience") ?? ""];
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[\w-]{20,200}$/.test(challenge) || audience === "") throw new Complaint("wrong_use", "The link of --request is not whole. Copy it again, in quotes: https://…/operators#present=…&audience=…");
  // Whoever passes on another's challenge would be handed what is meant for that other.
  if (audience !== url.origin) throw new Complaint("wrong_use", `The link leads to ${url.origin}, and asks in the name of somebody else. Nothing was signed. Ask whoever gave it to you.`);
  return { challenge, audience, service: url.origin };
}
