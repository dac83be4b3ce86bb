// Traditional Chinese without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const traditionalChineseSnapshot: SnapshotWords = {
  heading: "沒有連線時的查核",
  asOf: (when) => `本裝置所知的是 ${when} 的情況。此後發生了什麼，無從得知。`,
  claimed: "所載的簽發機構：",
  facts: {
    fits_seal: () => "可以確定：此檔案正是該電子印鑑所針對的檔案。至於電子印鑑由誰製作，並不能由此得知。",
    signed: ({ issuer }) => `可以確定：所示內容正是用 ${issuer} 當時的金鑰簽署的內容。`,
    key_unknown: ({ issuer }) => `簽署所用的金鑰當時不在 ${issuer} 的金鑰之列。它可能是較新的金鑰，也可能是偽造者的金鑰。`,
    accredited_then: ({ issuer, type }) => `據當時所知，${issuer} 有權簽發${type.many}。`,
    not_accredited_then: ({ issuer, type }) => `據當時所知，就${type.many}而言，本驗證方信任的機構均未直接或間接認可 ${issuer}。`,
    unknown_then: () => "簽發機構當時是否有權簽發，無從得知：本裝置沒有保存全部簽發機構。",
    nothing_said_then: () => "據當時所知，沒有人提出異議。",
    spoken_then: () => "據當時所知，已有關於其狀態的聲明：它可能已被收回。未經查明，請勿接納。",
    spoken_unknown_then: () => "是否有人提出過異議，無從得知：本裝置沒有保存全部聲明。",
  },
  notKnown: "尚不得知：帳本上是否有其登記，以及它今天是否仍然有效。採信之前，請在有連線時重新查核。",
  ready: (when) => `本頁面在沒有連線時也能開啟，所知的是 ${when} 的情況。`,
};
