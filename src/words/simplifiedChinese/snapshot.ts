// Simplified Chinese without a network.

import type { SnapshotWords } from "../snapshotWords.ts";

export const simplifiedChineseSnapshot: SnapshotWords = {
  heading: "没有网络时的核验",
  asOf: (when) => `本设备所知的是 ${when} 的情况。此后发生了什么，无从得知。`,
  claimed: "所载的签发机构：",
  facts: {
    fits_seal: () => "可以确定：此文件正是该电子印鉴所针对的文件。至于电子印鉴由谁制作，并不能由此得知。",
    signed: ({ issuer }) => `可以确定：所示内容正是用 ${issuer} 当时的密钥签署的内容。`,
    key_unknown: ({ issuer }) => `签署所用的密钥当时不在 ${issuer} 的密钥之列。它可能是较新的密钥，也可能是伪造者的密钥。`,
    accredited_then: ({ issuer, type }) => `据当时所知，${issuer} 有权签发${type.many}。`,
    not_accredited_then: ({ issuer, type }) => `据当时所知，就${type.many}而言，本验证方信任的机构均未直接或间接认可 ${issuer}。`,
    unknown_then: () => "签发机构当时是否有权签发，无从得知：本设备没有保存全部签发机构。",
    nothing_said_then: () => "据当时所知，没有人提出异议。",
    spoken_then: () => "据当时所知，已有关于其状态的声明：它可能已被收回。未经查明，请勿接受。",
    spoken_unknown_then: () => "是否有人提出过异议，无从得知：本设备没有保存全部声明。",
  },
  notKnown: "尚不得知：账本上是否有其登记，以及它今天是否仍然有效。采信之前，请在有网络时重新核验。",
  ready: (when) => `本页面在没有网络时也能打开，所知的是 ${when} 的情况。`,
};
