// Certificates: what to issue, the form for it, and what came of it.

import { useState } from "preact/hooks";
import type { DocumentType } from "../../../core/documentType.ts";
import { words } from "../../frame/language.ts";
import { AskedTrouble } from "../AskedTrouble.tsx";
import type { IssuedCredential } from "../answers.ts";
import type { PartProps } from "../Console.tsx";
import { Field } from "../../frame/Field.tsx";
import { NotEntitled } from "../TypeChoice.tsx";
import { says } from "../says.ts";
import { useAsking } from "../useAsking.ts";
import { mayIssueHere } from "../MayIssue.tsx";
import { CredentialList } from "./CredentialList.tsx";
import { CertificateForm } from "./CertificateForm.tsx";
import { Issued } from "./Issued.tsx";
import { anchoredAs, forms, schemaOf, type FormName } from "./schema.ts";

const names = Object.keys(forms) as FormName[];

export function IssuePanel({ session, me }: PartProps) {
  const entitled = names.find((name) => me.mayIssue?.some(({ documentType }) => documentType === anchoredAs[name]));
  const [name, setName] = useState<FormName>(entitled ?? "coo");
  const [issued, setIssued] = useState<IssuedCredential | null>(null);
  const { asked, again } = useAsking(name, () => schemaOf(name));
  const { issue } = says;
  if (!mayIssueHere(me)) return <p>{says.mayIssue.readOnly}</p>;
  if (issued !== null) return <Issued issued={issued} session={session} onAnother={() => setIssued(null)} />;
  return (
    <>
      <p class="soft">{issue.lead}</p>
      <Field id="form-kind" label={issue.kind}>
        {(described) => (
          <select {...described} value={name} onChange={({ currentTarget }) => setName(currentTarget.value as FormName)}>
            {names.map((each) => (
              <option key={each} value={each}>
                {issue.kinds[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NotEntitled me={me} type={anchoredAs[name] as DocumentType} />
      {asked.is === "asking" && <p role="status">{words.page.asking}</p>}
      {asked.is === "trouble" && <AskedTrouble trouble={asked.trouble} onAgain={again} />}
      {asked.is === "answered" && <CertificateForm key={name} name={name} schema={asked.value} session={session} issuer={me.issuer.address} onIssued={setIssued} />}
      <CredentialList session={session} />
    </>
  );
}
