// The six verdicts in simplified Chinese. Only the first may sound like a yes, and only the second like a forgery.

import { date } from "./dates.ts";
import type { HeadlineParts, Words } from "../words.ts";

export const simplifiedChineseVerdicts: Words["verdicts"] = {
  authentic: {
    label: "真实有效",
    headline: ({ type, issuer, recognition }) => `真实有效的${type.one}${issuer === "" ? "" : `，由 ${issuer} 签发`}${recognition === null ? "" : `，自${date(recognition.since)}起获 ${recognition.by} 承认`}`,
    means: "这正是当初签发的文件，未作任何改动。签发机构当时有权签发，且该单证至今未被收回。",
    todo: "要确认此文件由谁签发、是否被改动，无需再做其他核验。至于内容是否属实，仍由签发机构负责。",
    issuer: "签发机构",
  },
  altered: {
    label: "已被改动",
    headline: ({ reason }) => (reason === "signature_invalid" || reason === "key_not_in_did" ? "签发机构并未签署此内容" : reason === "path_broken" ? "电子印鉴与此单证不符" : "这不是当初加盖电子印鉴的单证"),
    means: "此文件附有电子印鉴，但与之不符。",
    todo: "请勿采信此文件。请向发送人索取原始文件。",
    issuer: "电子印鉴所载签发机构",
    aboutFindings: "其他各项结果针对的是当初加盖电子印鉴的单证，而不是此文件。",
  },
  not_found: {
    label: "无登记记录",
    headline: () => "查无此单证的登记记录",
    means: "账本上没有此文件的登记记录。",
    todo: "请向发送人索取原始文件，或向签发机构询问该单证是否加盖过电子印鉴。",
    issuer: "签发机构",
  },
  undetermined: {
    label: "暂无结论",
    headline: ({ reason }) => (reason === "ledger_unknown" ? "电子印鉴属于另一个账本" : "目前无法判定"),
    means: "所需的某项信息没有应答，或者尚未最终确认。这既不表示通过，也不表示不通过。",
    todo: "请过几分钟再核验。",
    issuer: "签发机构（未确认）",
  },
  not_entitled: {
    label: "签发机构未获认可",
    headline: notEntitled,
    means: "此文件确为其签发机构加盖电子印鉴的文件，但本验证方信任的机构中，没有任何一家认可该机构签发此类单证。",
    todo: "在采信该单证之前，请通过其他途径查明签发机构的身份。",
    issuer: "加盖电子印鉴者",
  },
  no_longer_valid: {
    label: "已失效",
    headline: noLongerValid,
    means: "签发时是真实的，但现在已不再有效。",
    todo: "请勿直接接受。请向签发机构查询。",
    issuer: "签发机构",
  },
};

function notEntitled({ reason, type }: HeadlineParts): string {
  switch (reason) {
    case "accreditation_withdrawn":
      return "签发机构的授权当时已被收回";
    case "accreditation_expired":
      return "签发机构的授权当时已经到期";
    case "accreditation_not_yet_valid":
      return "签发机构当时尚未获得授权";
    case "compromised":
      return "加盖电子印鉴所用的密钥已被声明失窃";
    case "issuer_deactivated":
      return "电子印鉴加盖于签发机构注销其身份之后";
    case "other_type":
      return `单证类型不同：${type.one}`;
    default:
      return "签发机构未获认可";
  }
}

const CHANGES = { suspended: "暂停", revoked: "撤销", replaced: "以另一份单证取代" } as const;

/** The bad news first: a line that began with "genuine" would read as a yes. */
function noLongerValid({ standing, reason }: HeadlineParts): string {
  if (reason === "expired") return "有效期已过，但签发时是真实的";
  if (reason === "not_yet_valid") return "有效期尚未开始，但签发是真实的";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return `已${CHANGES[reason]}，但签发时是真实的`;
  if (reason === "recognition_ended" || standing === null || standing.standing === "active") return "签发机构已不再获得承认，但单证签发时是真实的";
  const since = standing.since === null ? "已" : `已于${date(standing.since)}`;
  const by = standing.by === null ? "" : `由 ${standing.by} `;
  return `${since}${by}${CHANGES[standing.standing]}，但签发时是真实的`;
}
