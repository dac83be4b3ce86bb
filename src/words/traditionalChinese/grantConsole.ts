// The administrator's part of the page of trust, in traditional Chinese.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

const FOR_EVER = "它無法被刪除。您以後可以收回；兩者此後仍可查閱。";

export const traditionalChineseGrantConsole: GrantConsoleWords = {
  title: "授權、承認、收回",
  lead: "供主管機關使用。您在此作出的聲明將以您的名義寫入帳本，任何人都可以查閱。",
  scopeMissing: "此金鑰沒有授權的權限。請向本服務的營運者索取具有「accredit」權限的金鑰。",
  accredit: "授權給他方",
  accreditTitle: "授權",
  accreditLead: "您在帳本上聲明，某方可以簽發某類文件。",
  recognise: "承認 AEO 計劃",
  recogniseTitle: "承認 AEO 計劃",
  recogniseLead: "您在帳本上聲明，您承認某一夥伴海關當局簽發的 AEO 證書。",
  withdraw: "收回",
  renew: "續期",
  withdrawNamed: (grantee, type) => `收回對 ${grantee} 的授權：${type}`,
  renewNamed: (grantee, type) => `延續對 ${grantee} 的授權：${type}`,
  withdrawTitle: (grantee) => `收回對 ${grantee} 的授權`,
  fields: {
    known: "授權給誰",
    somebodyElse: "其他機構",
    grantee: "身分（DID 或地址）",
    granteeHint: "did:ethr:0x…:0x…，或 0x 及 40 個字元。請循您已知屬於獲授權方的途徑取得。",
    name: "法定名稱",
    nameHint: "即驗證方將看到的名稱。它將永久保留在帳本上。切勿填寫個人姓名。",
    type: "文件類別",
    otherType: "其他類別（按代碼）",
    typeCode: "類別代碼",
    from: "起始時間（UTC）",
    fromHint: "留空表示現在。可以是過去的時間。",
    until: "終止時間（UTC）",
    untilHint: "不含該時間本身。留空表示沒有終止時間。",
    mayPassOn: "獲授權方可以轉授",
    mayPassOnHint: "這樣，獲授權方可以就此類文件授權給其他方，而人選並非由您決定。",
    effective: "收回的起始時間（UTC）",
    effectiveHint: "留空表示現在。可以是過去或將來的時間。",
    compromised: "獲授權方的金鑰已遭竊",
    compromisedHint: "自該時間起，以這些金鑰作出的一切均不獲採信：文件、撤銷、授權。此前簽發的維持不變。如有疑問，請選擇較早的時間。如要恢復採信，請以後重新授權。",
  },
  flaws: {
    grantee: "請輸入本帳本的 did:ethr，或地址：0x 及 40 個字元，字元為 0 至 9 及 a 至 f。",
    own: "這是您自己。不能授權給自己。",
    type: "類別為 1 至 8 個大寫字母或數字，例如 861 或 AEO。",
    name: "請輸入法定名稱，最多 200 位元組。",
    from: "這不是有效的時間。請輸入日期及時刻。",
    until: "這不是有效的時間。請輸入日期及時刻。",
    order: "終止時間早於起始時間。請選擇較後的終止時間。",
  },
  goOn: "繼續",
  back: "返回修改",
  cancel: "取消",
  confirmTitle: "由此產生的後果",
  send: "寫入帳本",
  sendWithdrawal: "收回",
  sending: "正在傳送……",
  sendAgain: "重新傳送",
  sendAgainHint: "不會重複聲明：服務能認出這是同一請求。",
  isClosed: "關閉",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "這兩個名稱可能會被混淆",
    asked: "您將要授權給",
    other: "已有的名稱",
    mixed: "此名稱中有一個詞混用了不同文字的字母，可能看起來像另一個名稱。",
    answerFor: "兩個名稱都是正當的。我對此負責，本服務的日誌將予以記錄。",
    todo: "請核對識別碼。如果名稱有誤，請返回修改。",
  },
  said: {
    title: "您作出的聲明",
    caption: "您的授權及收回，最新的在最前",
    none: "您尚未作出任何聲明。請先授權給某方。",
    what: "聲明",
    state: "進度",
    ledgerSays: "帳本目前的記載",
    act: "更改",
    older: "顯示較早的聲明",
    kinds: { grant: "授權", withdrawal: "收回" },
    compromised: "金鑰已聲明遭竊",
    states: { batched: "已儲存；即將寫入帳本", sent: "已傳送至帳本", included: "已在帳本上，尚未最終確認", final: "已最終確認" },
    words: { granted: "已授權", withdrawn: "已收回", compromised: "金鑰已聲明遭竊", nothing: "沒有關於目前時間的記載", silent: "帳本沒有回應" },
    alreadySaid: "帳本上最後的聲明與此相同，因此不再重複登記。",
    saidAnew: "您以前作過此聲明，但當時未獲採信。現已重新聲明。",
    withoutCredential: "此項授權沒有經簽署的憑證：您的金鑰不在此處。授權仍然有效。",
    progress: (kind, grantee, state) => `${kind === "grant" ? `對 ${grantee} 的授權` : `對 ${grantee} 授權的收回`}：${state}。`,
    problem: (text) => `帳本暫時拒絕，將會重試：${text}`,
    notKnown: "無法查詢其進度。它已儲存，並會自動繼續。",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `自最終確認之時起，${grantor} 就${type.many}認可 ${grantee}，${period(from, until)}。`,
    `凡信任 ${grantor} 者，屆時即視 ${grantee} 為有權簽發${type.many}。`,
    mayPassOn ? `${grantee} 可以就${type.many}授權給其他方，這些授權同樣有效。` : `${grantee} 不得授權給其他方。`,
    FOR_EVER,
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `自最終確認之時起，${grantor} 承認 ${grantee} 簽發的${type.many}，${period(from, until)}。`,
    `凡信任 ${grantor} 者，屆時即視營運商具有 ${grantee} 所授予的資格，直至此項承認終止。`,
    mayPassOn ? `${grantee} 所承認的計劃同樣有效。` : `${grantee} 所承認的計劃不因此而有效。`,
    FOR_EVER,
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const since = begin(from);
  return [
    `自寫入帳本之時起，${grantor} ${since}不再就${type.many}認可 ${grantee}。收回立即生效。`,
    isLasting ? `${grantee} 簽發的${type.many}不再經由您獲得承認，以前簽發的也包括在內。` : `在該時間之前加蓋電子印鑑的${type.many}維持不變。`,
    ...(isCompromised ? [`${grantee} 的金鑰${since}被聲明遭竊。此後就${type.many}以這些金鑰作出的一切均不獲採信：文件、撤銷、授權。`] : []),
    `${grantee} 僅憑此項權利授權的各方，也隨之失去授權。`,
    "它無法被刪除。您以後可以重新授權。",
  ];
}

function period(from: string | null, until: string | null): string {
  return until === null ? `${begin(from)}，無終止時間` : `${begin(from)}，至${dateTime(until)} 止`;
}

const begin = (from: string | null): string => (from === null ? "自現在起" : `自${dateTime(from)} 起`);
