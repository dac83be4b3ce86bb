// Who issued a certificate: chosen from those whom this verifier knows of, or named by its DID.

import { useEffect, useState } from "preact/hooks";
import { visible } from "../../words/visible.ts";
import { certificateIssuers, type ChoosableIssuer } from "./askPaper.ts";
import { deskWords } from "./deskLanguage.ts";
import { described, Field } from "./Field.tsx";

interface IssuerFieldProps {
  /** The list is loaded when somebody looks. */
  readonly isShown: boolean;
  readonly issuer: string;
  readonly wrong: string | undefined;
  readonly onIssuer: (issuer: string) => void;
}

const OTHER = "other";

export function IssuerField({ isShown, issuer, wrong, onIssuer }: IssuerFieldProps) {
  const issuers = useIssuers(isShown);
  const [isOther, setOther] = useState(false);
  const { issuer: label, chooseIssuer, otherIssuer, issuersUnknown, did, didHint } = deskWords.paper;
  const isTyped = isOther || issuers === "unknown";
  const field = { id: "paper-issuer", hint: isTyped ? didHint : undefined, wrong };
  return (
    <>
      {issuers === "unknown" ? (
        <p class="soft">{issuersUnknown}</p>
      ) : (
        <Field {...(isTyped ? { id: "paper-choice" } : field)} label={label}>
          <select
            {...(isTyped ? { id: "paper-choice" } : described(field))}
            value={isOther ? OTHER : issuer}
            onChange={({ currentTarget: { value } }) => {
              setOther(value === OTHER);
              onIssuer(value === OTHER ? "" : value);
            }}
          >
            <option value="">{chooseIssuer}</option>
            {issuers.map(({ did: each, name }) => (
              <option key={each} value={each}>
                {`${visible(name)} (…${each.slice(-6)})`}
              </option>
            ))}
            <option value={OTHER}>{otherIssuer}</option>
          </select>
        </Field>
      )}
      {isTyped && (
        <Field {...field} label={did}>
          <input {...described(field)} class="text" type="text" autocomplete="off" autocapitalize="off" spellcheck={false} value={issuer} onInput={({ currentTarget }) => onIssuer(currentTarget.value)} />
        </Field>
      )}
    </>
  );
}

function useIssuers(isShown: boolean): readonly ChoosableIssuer[] | "unknown" {
  const [issuers, setIssuers] = useState<readonly ChoosableIssuer[] | "unknown" | null>(null);
  useEffect(() => {
    if (!isShown || issuers !== null) return;
    const loading = new AbortController();
    certificateIssuers(loading.signal).then(setIssuers, () => loading.signal.aborted || setIssuers("unknown"));
    return () => loading.abort();
  }, [isShown]);
  return issuers ?? [];
}
