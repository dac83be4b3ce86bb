// Every reason in traditional Chinese: what it means, and what to do now.

import { traditionalChineseCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const UNCHECKED = "在此之前，請將該文件視為未經查核。";
const AGAIN = `請過幾分鐘再查核。${UNCHECKED}`;
const NEW_ONE = "請勿採信。請循您已知屬於簽發機構的途徑，向其索取新的文件。";
const OTHER_EVIDENCE = "請勿採信該證據。請重新索取。";

export const traditionalChineseReasons: Words["reasons"] = {
  file_differs: {
    means: "此檔案不是加蓋該電子印鑑的檔案。",
    todo: "請勿採信此檔案。更改一個字元、掃描或重新儲存，都會變成另一個檔案：請向寄件人索取原始檔案。",
  },
  path_broken: {
    means: "該電子印鑑無法對應到它所指明的登記紀錄。",
    todo: "請勿採信該電子印鑑。請向寄件人重新索取，或不用電子印鑑、只查核文件本身。",
  },
  not_anchored: {
    means: "帳本上沒有此檔案的登記紀錄。",
    todo: "請向寄件人索取原始檔案：掃描件、列印件或重新儲存的副本都是另一個檔案。如果這就是原始檔案，請向簽發機構查詢有否加蓋電子印鑑。",
  },
  awaiting_finality: {
    means: "登記紀錄剛剛產生，尚未最終確認。",
    todo: `請稍候再查核。${UNCHECKED}`,
  },
  ledger_silent: {
    means: "帳本未能及時回應。這不構成對該文件的任何判斷。",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "電子印鑑指明的帳本，本驗證方並不讀取。這不構成對該文件的任何判斷。",
    todo: "請改用能讀取該帳本的驗證方。簽發機構可以告訴您在哪裡可以找到。",
  },
  index_behind: {
    means: "本驗證方尚未讀到帳本的最新部分。這不構成對該文件的任何判斷。",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "與該簽發機構相關的授權，數量超出本驗證方能夠追查的範圍。",
    todo: `請通知本驗證方的營運者。${UNCHECKED}`,
  },
  no_accreditation: {
    means: "在本驗證方信任的機構中，沒有任何一家認可該簽發機構簽發此類文件。",
    todo: "在採信該文件之前，請循其他途徑查明簽發機構的身分。沒有跡象顯示該檔案是偽造的，只是其簽發機構在此不為所知。",
  },
  accreditation_withdrawn: {
    means: "就加蓋電子印鑑的時間而言，簽發機構的授權已被收回。",
    todo: "在向授權予該簽發機構的主管機關查詢之前，請勿採信。",
  },
  accreditation_expired: {
    means: "加蓋電子印鑑時，簽發機構的授權已經屆滿。",
    todo: "請向簽發機構索取在其授權期內加蓋電子印鑑的文件，或向授權予它的主管機關查詢。",
  },
  accreditation_not_yet_valid: {
    means: "簽發機構的授權在加蓋電子印鑑之後才開始。",
    todo: "請簽發機構在已獲授權的情況下重新加蓋電子印鑑。",
  },
  compromised: {
    means: "就加蓋電子印鑑的時間而言，簽發機構的金鑰已被聲明遭竊，因此可能是他人加蓋的。",
    todo: NEW_ONE,
  },
  issuer_deactivated: {
    means: "電子印鑑是在簽發機構註銷該身分之後加蓋的。",
    todo: NEW_ONE,
  },
  other_type: {
    means: "加蓋電子印鑑時的文件類別，與您預期的不同。",
    todo: "請確認這是否就是您需要的文件。如果是，請在不指定預期類別的情況下重新查核。",
  },
  revoked: {
    means: "該文件已被永久撤銷。",
    todo: "請勿接納。請索取目前有效的文件。",
  },
  suspended: {
    means: "該文件已被暫停，日後可能恢復，也可能被撤銷。",
    todo: "目前請勿接納。請向作出暫停的一方查詢，或稍後再查核。",
  },
  replaced: {
    means: "該文件已由另一份文件取代。",
    todo: "請勿接納此文件。請索取取代它的文件並加以查核。",
  },
  credential_malformed: {
    means: "這聲稱是經簽署的憑證，但結構並非如此。",
    todo: "請勿採信。請持有人提供簽發時的原始憑證。",
  },
  signature_invalid: {
    means: "簽署並非簽發機構所作：憑證已被更改，或由他人簽署。",
    todo: "請勿採信。請持有人提供簽發時的原始憑證。",
  },
  key_not_in_did: {
    means: "登記時，簽署所用的金鑰並未在帳本上列於簽發機構名下。",
    todo: "請勿採信。請循您已知屬於簽發機構的途徑，查詢其是否曾經簽署。",
  },
  did_unresolvable: {
    means: "無法讀取簽發機構的金鑰。這不構成對該憑證的任何判斷。",
    todo: AGAIN,
  },
  ...traditionalChineseCredentialReasons,
  recognition_ended: {
    means: "這類資格只有在主管機關認可其簽發機構期間才持續有效，而現在已沒有任何機關認可。",
    todo: "請勿採信。請持有人提供由目前獲得承認的簽發機構簽發的證書。",
  },
  not_in_evidence: {
    means: "現有證據不能證明這一點，也沒有向任何一方查詢。",
    todo: "標示為確定的內容，以證據所屬的區塊為準。一有連線，請立即在帳本上查核該文件：只有在帳本上才能查明簽發機構是否有權簽發，以及該文件是否仍然有效。",
  },
  evidence_other_block: {
    means: "證據所屬的不是您信任的區塊，因此在此不能證明任何事情。",
    todo: "請將區塊的雜湊值與其來源核對，或索取該區塊的證據。",
  },
  evidence_header_differs: {
    means: "證據所示的區塊標頭不是受信任區塊的標頭，因此不能證明任何事情。",
    todo: OTHER_EVIDENCE,
  },
  evidence_other_account: {
    means: "證據所屬的不是保存該帳本登記紀錄的合約。",
    todo: OTHER_EVIDENCE,
  },
  evidence_other_code: {
    means: "在該區塊上，合約不是該帳本所公認的合約。",
    todo: "請勿採信該證據。請索取較後區塊的證據，並將您的帳本檔案與其來源核對。",
  },
  evidence_other_record: {
    means: "證據並未涉及該文件的登記紀錄。",
    todo: "請確認證據與電子印鑑是否屬於同一份文件，或重新索取證據。",
  },
  evidence_broken: {
    means: "證據已被更改或不完整：其中的證明無法由區塊連至登記紀錄。",
    todo: OTHER_EVIDENCE,
  },
};
