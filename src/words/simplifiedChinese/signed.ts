// Credentials, codes and presentations in simplified Chinese, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const simplifiedChineseSigned: SignedWords = {
  checks: {
    integrity: {
      question: "它是否与签署时完全一致？",
      passed: "签名与其中每个字符相符。",
      failed: "它已被改动，或由他人签署。",
      unknown: "无法查明。",
    },
    identified: {
      question: "是否由签发机构自己的密钥签署？",
      passed: "账本将该密钥列于签发机构名下。",
      failed: "账本未将该密钥列于签发机构名下。",
      unknown: "无法查明密钥属于谁。",
    },
  },
  verdicts: {
    authentic: {
      means: "这正是签发机构所签署的内容。签发机构当时有权签发，而且至今未被收回。",
      todo: "如需确认它由谁签发、是否被改动，无须再作其他核验。请将其中内容与您面前的人或物核对。至于内容是否属实，仍由签发机构负责。",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "未能证明是由持有人出示" : "这不是签发机构所签署的内容"),
      means: "它自称经过签名，但签名不能证实这一点。",
      issuer: "登记者",
      aboutFindings: "其他各项结果针对的是它所自称的内容。",
    },
    not_found: { headline: () => "查无此凭证的登记记录" },
  },
  said: "签发机构签署的内容",
  claimed: "它自称的内容，未能证明出自任何一方",
  certificate: "类型",
  holder: "持有人",
  holds: "有效期",
  issuerAsClaimed: "它自称的签发机构",
  format: "格式",
  wrong: "错误",
  unknownType: "此处不认识的类型",
  formats: { "vc+jwt": "vc+jwt（W3C 数据模型 2.0）", jwt_vc_json: "jwt_vc_json（W3C 数据模型 1.1）", "dc+sd-jwt": "dc+sd-jwt（SD-JWT：持有人可以隐去部分内容）" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}：授权证明，${grantor} 授权 ${grantee} 签发${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}：自称是授权证明，${grantor} 授权 ${grantee} 签发${type.many}`,
  period: (from, until) => `${from === null ? "" : `自 ${from} 起，`}${until === null ? "直至另行通知" : `至 ${until} 止`}`,
};
