// The six verdicts in traditional Chinese. Only the first may sound like a yes, and only the second like a forgery.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const traditionalChineseVerdicts: Words["verdicts"] = {
  authentic: {
    label: "真實有效",
    headline: ({ type, issuer, recognition }) => `真實有效的${type.one}${issuer === "" ? "" : `，由 ${issuer} 簽發`}${recognition === null ? "" : `，自${date(recognition.since)}起獲 ${recognition.by} 承認`}`,
    means: "這正是當初簽發的檔案，未經任何更改。簽發機構當時有權簽發，而該文件至今未被收回。",
    todo: "如要確認此檔案由誰簽發、有否被更改，無須再作其他查核。至於內容是否屬實，仍由簽發機構負責。",
    issuer: "簽發機構",
  },
  altered: {
    label: "已被更改",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "簽發機構並未簽署此內容" : reason === "path_broken" ? "電子印鑑與此文件不符" : "這不是當初加蓋電子印鑑的文件"),
    means: "此檔案附有電子印鑑，但與之不符。",
    todo: "請勿採信此檔案。請向寄件人索取原始檔案。",
    issuer: "電子印鑑所載的簽發機構",
    aboutFindings: "其他各項結果是關於當初加蓋電子印鑑的文件，而不是此檔案。",
  },
  not_found: {
    label: "無登記紀錄",
    headline: () => "查無此文件的登記紀錄",
    means: "帳本上沒有此檔案的登記紀錄。",
    todo: "請向寄件人索取原始檔案，或向簽發機構查詢該文件有否加蓋電子印鑑。",
    issuer: "簽發機構",
  },
  undetermined: {
    label: "暫無結論",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "電子印鑑屬於另一個帳本" : "目前無法判定"),
    means: "所需的某項資料沒有回應，或尚未最終確認。這既不表示通過，也不表示不通過。",
    todo: "請過幾分鐘再查核。",
    issuer: "簽發機構（未確認）",
  },
  not_entitled: {
    label: "簽發機構未獲認可",
    headline: notEntitled,
    means: "此檔案確為其簽發機構加蓋電子印鑑的檔案，但在本驗證方信任的機構中，沒有任何一家認可該機構簽發此類文件。",
    todo: "在採信該文件之前，請循其他途徑查明簽發機構的身分。",
    issuer: "加蓋電子印鑑者",
  },
  no_longer_valid: {
    label: "已失效",
    headline: noLongerValid,
    means: "簽發時是真實的，但現在已不再有效。",
    todo: "請勿直接接納。請向簽發機構查詢。",
    issuer: "簽發機構",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "簽發機構的授權當時已被收回";
    case "accreditation_expired":
      return "簽發機構的授權當時已經屆滿";
    case "accreditation_not_yet_valid":
      return "簽發機構當時尚未獲得授權";
    case "compromised":
      return "加蓋電子印鑑所用的金鑰已被聲明遭竊";
    case "issuer_deactivated":
      return "電子印鑑是在簽發機構註銷其身分之後加蓋的";
    case "other_type":
      return `文件類別不同：${type.one}`;
    default:
      return "簽發機構未獲認可";
  }
}

const CHANGES = { suspended: "暫停", revoked: "撤銷", replaced: "以另一份文件取代" } as const;

/** The bad news first: a line that began with "genuine" would read as a yes. */
function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "有效期已屆滿，但簽發時是真實的";
  if (reason === "not_yet_valid") return "有效期尚未開始，但簽發是真實的";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `已${CHANGES[reason]}，但簽發時是真實的`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "簽發機構已不再獲得承認，但文件簽發時是真實的";
  const since = standing.since === null ? "已" : `已於${date(standing.since)}`;
  const by = standing.by === null ? "" : `由 ${standing.by} `;
  return `${since}${by}${CHANGES[standing.standing]}，但簽發時是真實的`;
}
