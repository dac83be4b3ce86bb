// Who issued a certificate: chosen from those whom this verifier knows of, or named by its DID.

import { useEffect, useState } from "preact/hooks";
import { visible } from "../../words/visible.ts";
import { aloud, Field } from "../frame/Field.tsx";
import { certificateIssuers, type ChoosableIssuer } from "./askPaper.ts";
import { deskWords } from "./deskLanguage.ts";

interface IssuerFieldProps {
  /** The list is loaded when somebody looks. */
  readonly isShown: boolean;
  readonly issuer: string;
  readonly wrong: string | undefined;
  readonly onIssuer: (issuer: string) => void;
}

const OTHER = "other";
/** Where the page looks for the field that says who issued it. */
const ISSUER = "paper-issuer";

export function IssuerField({ isShown, issuer, wrong, onIssuer }: IssuerFieldProps) {
  const issuers = useIssuers(isShown);
  const [isOther, setOther] = useState(false);
  const { issuer: label, chooseIssuer, otherIssuer, issuersUnknown, did, didHint } = deskWords.paper;
  const isTyped = isOther || issuers === "unknown";
  const choose = (value: string): void => {
    setOther(value === OTHER);
    onIssuer(value === OTHER ? "" : value);
  };
  return (
    <>
      {issuers === "unknown" ? (
        <p class="soft">{issuersUnknown}</p>
      ) : (
        <Field id={isTyped ? "paper-choice" : ISSUER} label={label} error={isTyped ? null : aloud(wrong)}>
          {(described) => (
            <select {...described} value={isOther ? OTHER : issuer} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              <option value="">{chooseIssuer}</option>
              {issuers.map(({ did: each, name }) => (
                <option key={each} value={each}>
                  {`${visible(name)} (…${each.slice(-6)})`}
                </option>
              ))}
              <option value={OTHER}>{otherIssuer}</option>
            </select>
          )}
        </Field>
      )}
      {isTyped && (
        <Field id={ISSUER} label={did} hint={didHint} error={aloud(wrong)}>
          {(described) => <input {...described} type="text" autocomplete="off" autocapitalize="off" spellcheck={false} value={issuer} onInput={({ currentTarget }) => onIssuer(currentTarget.value)} />}
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
