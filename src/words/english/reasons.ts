// Every reason in English: what it means, and what to do now.

import { englishCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const AGAIN = "Check again in a few minutes. Until then, treat the document as not checked.";

export const englishReasons: Words["reasons"] = {
  file_differs: {
    means: "These bytes are not the ones that the seal was made for.",
    todo: "Do not rely on this file. One changed letter, a scan, or saving it again makes another file: ask the sender for the original.",
  },
  path_broken: {
    means: "The seal does not lead to the record that it names.",
    todo: "Do not rely on this seal. Ask the sender for it again, or check the document alone, without a seal.",
  },
  not_anchored: {
    means: "The ledger has no record of these bytes.",
    todo: "Ask the sender for the original file: a scan, a print or a copy that was saved again is another file. If it is the original, ask the issuer whether it was sealed.",
  },
  awaiting_finality: {
    means: "The record is very new and not final yet.",
    todo: "Wait a little and check again. Until then, treat the document as not checked.",
  },
  ledger_silent: {
    means: "The ledger did not answer in time. This says nothing about the document.",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "The seal names a ledger that this verifier does not read. This says nothing about the document.",
    todo: "Use a verifier that reads that ledger. The issuer can tell you where to find one.",
  },
  index_behind: {
    means: "This verifier has not yet read the newest part of the ledger. This says nothing about the document.",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "There are more accreditations around this issuer than this verifier follows.",
    todo: "Tell the operator of this verifier. Until then, treat the document as not checked.",
  },
  no_accreditation: {
    means: "No authority that this verifier believes vouches for this issuer for this type of document.",
    todo: "Find out in another way who the issuer is before you rely on the document. The file is not shown to be forged; its issuer is unknown here.",
  },
  accreditation_withdrawn: {
    means: "The issuer’s accreditation had been withdrawn for the time when the document was sealed.",
    todo: "Do not rely on it before you have asked the authority that accredited the issuer.",
  },
  accreditation_expired: {
    means: "The issuer’s accreditation had ended when the document was sealed.",
    todo: "Ask the issuer for a document that was sealed while it was accredited, or ask the authority that accredited it.",
  },
  accreditation_not_yet_valid: {
    means: "The issuer’s accreditation began only after the document was sealed.",
    todo: "Ask the issuer to seal the document again now that it is accredited.",
  },
  compromised: {
    means: "The issuer’s keys are declared stolen for the time when the document was sealed, so somebody else may have sealed it.",
    todo: "Do not rely on it. Ask the issuer for a new document, in a way that you already know to be theirs.",
  },
  issuer_deactivated: {
    means: "The document was sealed after the issuer had closed this identity.",
    todo: "Do not rely on it. Ask the issuer for a new document, in a way that you already know to be theirs.",
  },
  other_type: {
    means: "It was sealed as another type of document than the one you expect.",
    todo: "Look whether this is the document that you need. If it is, check it again without an expected type.",
  },
  revoked: {
    means: "The document has been taken back for good.",
    todo: "Do not accept it. Ask for a document that is valid now.",
  },
  suspended: {
    means: "The document is suspended. It may be reinstated or revoked later.",
    todo: "Do not accept it for now. Ask those who suspended it, or check again later.",
  },
  replaced: {
    means: "Another document has taken its place.",
    todo: "Do not accept this one. Ask for the document that replaced it, and check that.",
  },
  credential_malformed: {
    means: "This claims to be a signed credential, and is not built like one.",
    todo: "Do not rely on it. Ask the holder for the credential as it was issued.",
  },
  signature_invalid: {
    means: "The signature is not the issuer’s: the credential was changed, or somebody else signed it.",
    todo: "Do not rely on it. Ask the holder for the credential as it was issued.",
  },
  key_not_in_did: {
    means: "The key that signed it was not listed for the issuer on the ledger when it was recorded.",
    todo: "Do not rely on it. Ask the issuer, in a way that you already know to be theirs, whether it signed this.",
  },
  did_unresolvable: {
    means: "The issuer’s keys could not be read. This says nothing about the credential.",
    todo: AGAIN,
  },
  ...englishCredentialReasons,
  recognition_ended: {
    means: "A right like this lasts only while an authority vouches for its issuer, and none does any more.",
    todo: "Do not rely on it. Ask the holder for a certificate from an issuer that is recognised now.",
  },
  not_in_evidence: {
    means: "The evidence at hand does not prove this, and nobody was asked.",
    todo: "What is shown as certain is so, as at the block of the evidence. Check the document at the ledger as soon as there is a network: only there it can be told whether the issuer was entitled, and whether the document still stands.",
  },
  evidence_other_block: {
    means: "The evidence is about another block than the one that you trust, so it proves nothing here.",
    todo: "Compare the block’s hash with its source, or ask for evidence at that block.",
  },
  evidence_header_differs: {
    means: "The evidence shows a block header that is not the trusted block’s, so it proves nothing.",
    todo: "Do not rely on this evidence. Ask for it again.",
  },
  evidence_other_account: {
    means: "The evidence is about another contract than the one that keeps this ledger’s records.",
    todo: "Do not rely on this evidence. Ask for it again.",
  },
  evidence_other_code: {
    means: "At that block the contract was not the one that this ledger is known by.",
    todo: "Do not rely on this evidence. Ask for evidence at a later block, and compare your ledger file with its source.",
  },
  evidence_other_record: {
    means: "The evidence does not speak of this document’s record.",
    todo: "Look whether evidence and seal belong together, or ask for the evidence again.",
  },
  evidence_broken: {
    means: "The evidence was changed or is incomplete: its proofs do not lead from the block to the record.",
    todo: "Do not rely on this evidence. Ask for it again.",
  },
};
