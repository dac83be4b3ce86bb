// The UNTP Digital Identity Anchor (version 0.7.0) that every AEO certificate is as well: its members, filled in from the others.

import { code, filled, list, object } from "./shape.ts";
import { date, text, uri } from "./texts.ts";
import type { AeoSubject } from "./aeo.ts";

/** UNTP's one context of this version. Its schema asks for it right after W3C's. */
export const UNTP_CONTEXT = "https://vocabulary.uncefact.org/untp/0.7.0/context/";

const UNTP = { source: "UNTP Digital Identity Anchor 0.7.0", iri: "elsewhere" } as const;
const types = list(text(100), 10);

const scheme = object({
  type: filled(types, { ...UNTP, shown: "public", says: "IdentifierScheme" }),
  id: filled(uri, { ...UNTP, shown: "public", says: "the register, named by the DID of who keeps it" }),
  name: filled(text(300), { ...UNTP, shown: "public", says: "the programme" }),
});

const registrar = object({
  type: filled(types, { ...UNTP, shown: "public", says: "Party" }),
  id: filled(uri, { ...UNTP, shown: "public", says: "the issuer's DID" }),
  name: filled(text(200), { ...UNTP, shown: "public", says: "the issuer's name" }),
});

/** Members that make the subject a `RegisteredIdentity`. */
export const identityAnchor = {
  type: filled(types, { ...UNTP, shown: "public", says: "RegisteredIdentity and AuthorisedEconomicOperator" }),
  registeredName: filled(text(200), { ...UNTP, shown: "holder", says: "the legal name again" }),
  registeredId: filled(text(35), { ...UNTP, shown: "public", says: "the number of the authorisation again" }),
  registeredDate: filled(date, { ...UNTP, shown: "public", says: "the effective date again" }),
  idScheme: filled(scheme, { ...UNTP, shown: "public", says: "the register: the AEO programme" }),
  registrar: filled(registrar, { ...UNTP, shown: "public", says: "who keeps the register: the issuer" }),
  registerType: filled(code(["accreditation"], "accreditation"), { ...UNTP, shown: "public", says: "what kind of register: accreditation" }),
  registrationScope: filled(list(uri, 10), { ...UNTP, shown: "public", says: "the type of authorisation, as an address of our vocabulary" }),
};

/** Who signs, and where this service has its vocabulary. */
export interface AnchoringIssuer {
  readonly did: string;
  readonly name: string;
  /** Under which our contexts stand, without a slash at the end. */
  readonly base: string;
}

/** The subject with the members that make it a UNTP `RegisteredIdentity`; what the others say is said once more in UNTP's words. */
export function withIdentityAnchor(subject: AeoSubject, { did, name, base }: AnchoringIssuer): AeoSubject {
  const { legalName, authorisation } = subject;
  return {
    ...subject,
    registeredName: legalName,
    registeredId: authorisation.number,
    registeredDate: authorisation.effectiveDate,
    idScheme: { type: ["IdentifierScheme"], id: did, name: authorisation.programme },
    registrar: { type: ["Party"], id: did, name },
    registerType: "accreditation",
    registrationScope: [`${base}/contexts/aeo/v1#${authorisation.type}`],
  };
}
