// Keys, delegation and webhooks: what there is, what can be changed here, and the exact command for what cannot.

import type { PartProps } from "../Console.tsx";
import { IdentityCard } from "./IdentityCard.tsx";
import { KeysCard } from "./KeysCard.tsx";
import { WebhooksCard } from "./WebhooksCard.tsx";

export function SettingsPanel({ session, me }: PartProps) {
  return (
    <>
      <KeysCard session={session} me={me} />
      <IdentityCard session={session} me={me} />
      <WebhooksCard session={session} />
    </>
  );
}
