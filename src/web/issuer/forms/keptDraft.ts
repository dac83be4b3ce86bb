// The draft of a form, kept in this tab until it is issued, cleared, or somebody signs out.

import type { Json } from "../../../core/json.ts";
import type { Language } from "../../../words/languages.ts";
import { language } from "../../frame/language.ts";
import { newNonce } from "../../frame/nonce.ts";
import { remember, remembered } from "../../frame/signIn/tabMemory.ts";
import { NO_CONSENT, type Consent } from "./consent.ts";
import type { FormName } from "./schema.ts";

/** A draft. Its nonce makes it another request than an earlier draft of the same content. */
export interface Draft {
  readonly nonce: string;
  readonly subject: Json;
  /** A day, or empty. */
  readonly validUntil: string;
  /** Of the PDF. */
  readonly language: Language;
  readonly consent: Consent;
}

/** An empty draft. */
export const emptyDraft = (): Draft => ({ nonce: newNonce(), subject: {}, validUntil: "", language, consent: NO_CONSENT });

const nameOf = (form: FormName, issuer: string): string => `draft.${issuer}.${form}`;

/** The kept draft, or an empty one. */
export function readDraft(form: FormName, issuer: string): Draft {
  const text = remembered(nameOf(form, issuer));
  return { ...emptyDraft(), ...(text === null ? {} : (JSON.parse(text) as Partial<Draft>)) };
}

/** Keeps the draft; `null` forgets it. @returns whether it is kept. */
export const keepDraft = (form: FormName, issuer: string, draft: Draft | null): boolean => remember(nameOf(form, issuer), draft === null ? null : JSON.stringify(draft));
