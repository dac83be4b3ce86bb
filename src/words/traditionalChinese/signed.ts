// Credentials, codes and presentations in traditional Chinese, where the words for files would be wrong.

import { isAboutHolder, type SignedWords } from "../signedWords.ts";

export const traditionalChineseSigned: SignedWords = {
  checks: {
    integrity: {
      question: "它是否與簽署時完全一致？",
      passed: "簽署與其中每個字元相符。",
      failed: "它已被更改，或由他人簽署。",
      unknown: "無法查明。",
    },
    identified: {
      question: "是否由簽發機構自己的金鑰簽署？",
      passed: "帳本將該金鑰列於簽發機構名下。",
      failed: "帳本未將該金鑰列於簽發機構名下。",
      unknown: "無法查明金鑰屬於誰。",
    },
  },
  verdicts: {
    authentic: {
      means: "這正是簽發機構所簽署的內容。簽發機構當時有權簽發，而且至今未被收回。",
      todo: "如要確認它由誰簽發、有否被更改，無須再作其他查核。請將其中內容與您面前的人或物核對。至於內容是否屬實，仍由簽發機構負責。",
    },
    altered: {
      headline: ({ reason }) => (isAboutHolder(reason) ? "未能證明是由持有人出示" : "這不是簽發機構所簽署的內容"),
      means: "它聲稱經過簽署，但簽署不能證實這一點。",
      issuer: "登記者",
      aboutFindings: "其他各項結果是關於它所聲稱的內容。",
    },
    not_found: { headline: () => "查無此憑證的登記紀錄" },
  },
  said: "簽發機構簽署的內容",
  claimed: "它自稱的內容，未能證明出自任何一方",
  certificate: "類別",
  holder: "持有人",
  holds: "有效期",
  issuerAsClaimed: "它自稱的簽發機構",
  format: "格式",
  wrong: "錯誤",
  unknownType: "此處不認識的類別",
  formats: { "vc+jwt": "vc+jwt（W3C 資料模型 2.0）", jwt_vc_json: "jwt_vc_json（W3C 資料模型 1.1）", "dc+sd-jwt": "dc+sd-jwt（SD-JWT：持有人可以隱去部分內容）" },
  accreditation: ({ verdict, grantee, grantor, type }) => `${verdict}：授權證明，${grantor} 授權 ${grantee} 簽發${type.many}`,
  claimedAccreditation: ({ verdict, grantee, grantor, type }) => `${verdict}：自稱是授權證明，${grantor} 授權 ${grantee} 簽發${type.many}`,
  period: (from, until) => `${from === null ? "" : `自 ${from} 起，`}${until === null ? "直至另行通知" : `至 ${until} 止`}`,
};
