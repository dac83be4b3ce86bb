// Every fault in traditional Chinese: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "../words.ts";

const CONFIGURE = "請更正該設定，然後重新啟動。";
const LATER = "請過幾分鐘再試。";
const ASK_FOR_KEY = "請向本服務的營運者索取新的金鑰。";

export const traditionalChineseFaults: Words["faults"] = {
  digest_malformed: { means: "這不是雜湊值。", todo: "雜湊值必須為 64 個字元：數字及小寫字母 a 至 f。請重新複製。" },
  document_type_malformed: { means: "這不是文件類別。", todo: "文件類別為 1 至 8 個大寫字母或數字，例如 861 或 AEO。" },
  address_malformed: { means: "這不是位址。", todo: "位址由 0x 及其後的 40 個字元組成，字元為 0 至 9 及 a 至 f。" },
  code_malformed: { means: "該二維條碼無法讀取，或不是 Tradeseal 的二維條碼。", todo: "請放平並在光線充足處重新掃描；或直接查核文件的檔案。" },
  pdf_unusable: { means: "無法在該 PDF 上加印二維條碼。", todo: "請重新輸出為不含密碼及簽署的普通 PDF，再加印二維條碼。" },
  seal_malformed: { means: "電子印鑑無法讀取。", todo: "請向寄件人重新索取電子印鑑，或不用電子印鑑查核文件。" },
  evidence_malformed: { means: "證據無法讀取。", todo: "請重新索取證據，或直接在帳本上查核文件。" },
  evidence_unavailable: { means: "該帳本節點無法證明帳本的內容。", todo: "請改用同一帳本的其他節點。" },
  request_malformed: { means: "無法理解該請求。", todo: "請查看下方指出的部分，更正後重新提交。" },
  body_malformed: { means: "請求在傳送途中損毀。", todo: "請重新提交。如果再次發生，請傳送有效的 JSON 或 multipart 表單。" },
  file_missing: { means: "沒有收到檔案。", todo: "請重新選擇檔案。" },
  file_too_large: { means: "檔案超出本服務可讀取的大小。", todo: "請在您自己的裝置上計算雜湊值，並只提交雜湊值：本頁面及指令列即如此處理。" },
  media_type_unsupported: { means: "請求的格式不是本服務可讀取的格式。", todo: "請傳送 JSON 或 multipart 表單。" },
  key_missing: { means: "此操作需要 API 金鑰。", todo: "請提交您的金鑰，或向本服務的營運者索取。" },
  key_unknown: { means: "本服務不認識該 API 金鑰。", todo: "請確認金鑰完整，且屬於本服務。" },
  key_expired: { means: "該 API 金鑰已過期。", todo: ASK_FOR_KEY },
  key_revoked: { means: "該 API 金鑰已被收回。", todo: ASK_FOR_KEY },
  scope_missing: { means: "該 API 金鑰沒有此項權限。", todo: "請向本服務的營運者索取具有下列權限的金鑰。" },
  name_refused: { means: "不能以此名稱作出授權。", todo: "請使用一般字元及空格書寫名稱，不要含有隱藏字元。" },
  name_look_alike: { means: "此名稱可能與另一名稱混淆。", todo: "請查看另一名稱屬於誰。如果兩者都是正當的，請說明您知悉名稱相近。" },
  nothing_to_withdraw: { means: "沒有可收回的此項授權。", todo: "請核對獲授權機構及文件類別。" },
  credential_invalid: { means: "該憑證的內容將與其聲明不符。", todo: "請更正下方列出的各處，然後重新提交。" },
  receipts_unavailable: { means: "本服務不簽署回執。", todo: "請改為保存證據，或使用能簽署回執的驗證方。本服務的營運者可以指定由誰對其查核結果負責。" },
  issuer_key_elsewhere: { means: "此處無人能為該簽發機構簽署憑證。", todo: "請在簽發機構的擁有者保管金鑰之處簽發，或由擁有者將本服務的簽署金鑰登記在其名下。" },
  partner_unknown: { means: "本服務未將提問方視為合作夥伴。", todo: "請本服務的營運者承認提問的主管機關。" },
  not_found: { means: "這裡沒有任何內容，或不屬於您。", todo: "請核對網址。" },
  method_not_allowed: { means: "此處不能進行該操作。", todo: "請參閱本服務的說明文件。" },
  not_anchored_yet: { means: "該文件尚未登記到帳本上，因此還沒有電子印鑑。", todo: "請稍候再試。" },
  standing_forbidden: { means: "由目前的狀態不能作此變更。", todo: "撤銷及取代均不可更改。請先查看目前的狀態。" },
  issuer_deactivated: { means: "該簽發機構已永久註銷其身分。", todo: "其以前的文件維持原狀。簽發新文件需要另一身分：請聯絡本服務的營運者。" },
  idempotency_conflict: { means: "該 Idempotency-Key 已用於另一請求。", todo: "新的請求請使用新的值。" },
  limit_reached: { means: "您已達到允許的數量上限。", todo: "請刪除不再需要的項目。" },
  events_forgotten: { means: "您查詢的事件發生已久，無法再次提供。", todo: "請查看您的文件目前的狀態，然後由最新事件繼續。" },
  too_many_requests: { means: "您在短時間內請求過於頻密。", todo: "請等待一分鐘後再試。" },
  overloaded: { means: "服務非常繁忙。", todo: LATER },
  ledger_unreachable: { means: "帳本未能及時回應。", todo: LATER },
  ledger_mismatch: { means: "回應的帳本不是本服務所設定的帳本。", todo: "請通知本服務的營運者。" },
  write_impossible: { means: "帳本絕不可能接受此操作。", todo: "請查看下方的原因，並改提其他請求。" },
  write_refused: { means: "帳本拒絕了此操作。", todo: "請查看下方的原因。" },
  service_unreachable: { means: "服務沒有回應。", todo: "請檢查連線後再試。" },
  signing_key_unusable: { means: "有一個簽署金鑰無法使用。", todo: "請檢查密碼或保管金鑰的裝置，然後再試。" },
  store_unavailable: { means: "服務目前無法使用其資料儲存。", todo: LATER },
  data_folder_unusable: { means: "存放資料的資料夾無法使用。", todo: CONFIGURE },
  configuration_invalid: { means: "有一項設定的值無法使用。", todo: CONFIGURE },
};
