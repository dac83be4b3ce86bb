// Every fault in English: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "./words.ts";

const CONFIGURE = "Correct the setting and start again.";
const LATER = "Try again in a few minutes.";

export const englishFaults: Words["faults"] = {
  digest_malformed: { means: "This is no digest.", todo: "A digest has exactly 64 characters: digits and the small letters a to f. Copy it again." },
  document_type_malformed: { means: "This is no document type.", todo: "A document type has 1 to 8 capital letters or digits, for example 861 or AEO." },
  address_malformed: { means: "This is no address.", todo: "An address is 0x and 40 characters from 0 to 9 and a to f." },
  seal_malformed: { means: "The seal cannot be read.", todo: "Ask the sender for the seal again, or check the document without it." },
  request_malformed: { means: "The question was not understood.", todo: "See which part is named below, correct it and ask again." },
  body_malformed: { means: "The question arrived damaged.", todo: "Ask again. If it happens again, send valid JSON or a multipart form." },
  file_missing: { means: "No file arrived.", todo: "Choose the file again." },
  file_too_large: { means: "The file is larger than this service reads.", todo: "Work out the digest on your side and send that: the page and the command line do so." },
  media_type_unsupported: { means: "The question came in a form that this service does not read.", todo: "Send JSON or a multipart form." },
  key_missing: { means: "This needs an API key.", todo: "Send your key, or ask the operator of this service for one." },
  key_unknown: { means: "This API key is not known here.", todo: "Check that the key is complete and belongs to this service." },
  key_expired: { means: "This API key has expired.", todo: "Ask the operator of this service for a new one." },
  key_revoked: { means: "This API key was taken back.", todo: "Ask the operator of this service for a new one." },
  scope_missing: { means: "This API key is not for this.", todo: "Ask the operator of this service for a key with the scope named below." },
  name_refused: { means: "Nobody can be accredited under this name.", todo: "Write the name with plain letters and blanks, without hidden characters." },
  name_look_alike: { means: "This name may be taken for another.", todo: "Look who has the other name. If both are honest, say that you know of the likeness." },
  nothing_to_withdraw: { means: "There is no such accreditation to withdraw.", todo: "Check the grantee and the document type." },
  not_found: { means: "There is nothing here, or it is not yours.", todo: "Check the address." },
  method_not_allowed: { means: "This cannot be done here.", todo: "See the documentation of this service." },
  not_anchored_yet: { means: "The document is not on the ledger yet, so it has no seal yet.", todo: "Wait a little and ask again." },
  standing_forbidden: { means: "This change is not possible from the present standing.", todo: "Revoked and replaced are final. Look at the present standing first." },
  issuer_deactivated: { means: "This issuer has given up its identity for good.", todo: "Its earlier documents stay what they are. For new ones another identity is needed: ask the operator of this service." },
  idempotency_conflict: { means: "This Idempotency-Key was used for another request.", todo: "Use a new key for a new request." },
  too_many_requests: { means: "You have asked very often in a short time.", todo: "Wait a minute and try again." },
  overloaded: { means: "The service is very busy.", todo: LATER },
  ledger_unreachable: { means: "The ledger did not answer in time.", todo: LATER },
  ledger_mismatch: { means: "The ledger that answers is not the one that this service is set up for.", todo: "Tell the operator of this service." },
  write_impossible: { means: "The ledger can never take this.", todo: "See the reason below, and ask for something else." },
  write_refused: { means: "The ledger refused this.", todo: "See the reason below." },
  service_unreachable: { means: "The service did not answer.", todo: "Check your connection and try again." },
  signing_key_unusable: { means: "A signing key cannot be used.", todo: "Check the passphrase, or the token that holds the key, and try again." },
  store_unavailable: { means: "The service cannot use its store at the moment.", todo: LATER },
  data_folder_unusable: { means: "The data folder cannot be used.", todo: CONFIGURE },
  configuration_invalid: { means: "A setting has a value that cannot be used.", todo: CONFIGURE },
};
