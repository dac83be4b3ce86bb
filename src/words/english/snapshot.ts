// English without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const englishSnapshot: SnapshotWords = {
  heading: "Checked without a network",
  asOf: (when) => `This device knows how things stood on ${when}. What happened since is not known.`,
  claimed: "It names as its issuer:",
  facts: {
    fits_seal: () => "Certain: the file is the one that its seal was made for. Who made the seal is not shown by that.",
    signed: ({ issuer }) => `Certain: a key that ${issuer} had then signed exactly what is shown.`,
    key_unknown: ({ issuer }) => `The key that signed it was not among those of ${issuer} then. It may be newer, or a forger’s.`,
    accredited_then: ({ issuer, type }) => `As known then, ${issuer} was entitled to issue ${type.many}.`,
    not_accredited_then: ({ issuer, type }) => `As known then, nobody whom this verifier believes vouched for ${issuer} for ${type.many}.`,
    unknown_then: () => "Whether the issuer was entitled then is not known: this device does not hold all issuers.",
    nothing_said_then: () => "As known then, nobody had said anything against it.",
    spoken_then: () => "As known then, something had been said about how it stands: it may have been taken back. Do not accept it without looking it up.",
    spoken_unknown_then: () => "Whether anything had been said against it is not known: this device does not hold all of it.",
  },
  notKnown: "Not known: whether the ledger holds it, and whether it stands today. Check again with a network before you rely on it.",
  ready: (when) => `This page also opens without a network, and knows how things stood on ${when}.`,
};
