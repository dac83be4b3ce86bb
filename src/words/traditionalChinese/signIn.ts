// Signing in, in traditional Chinese.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const traditionalChineseSignIn: SignInWords = {
  title: "登入",
  lead: "使用本服務的營運者提供給您的 API 金鑰。查核文件不需要金鑰。",
  key: "API 金鑰",
  keyHint: "金鑰以 tradeseal_ 開頭，只會傳送給本服務；您離開或重新載入本頁面後即不再保留。",
  keep: "保留至關閉此分頁",
  keepHint: "請僅在您個人專用的裝置上勾選。",
  signIn: "登入",
  signingIn: "正在詢問服務……",
  signOut: "登出",
  missing: "請輸入您的 API 金鑰。",
  signedOut: "您已登出。",
  ended: "您已登出。",
  failed: "未能登入。",
  why: {
    key_unknown: { means: "本服務不認識該 API 金鑰。", todo: "請確認金鑰複製完整，且屬於本服務。" },
    key_expired: { means: "該 API 金鑰已過期。", todo: "請向本服務的營運者索取新的金鑰。使用舊金鑰時已受理的內容維持不變。" },
    key_revoked: { means: "該 API 金鑰已被收回。", todo: "請向本服務的營運者查詢原因，並索取新的金鑰。使用舊金鑰時已受理的內容維持不變。" },
    key_missing: { means: "沒有收到 API 金鑰。", todo: "請重新登入。如果再次發生，表示您與服務之間有某個環節移除了金鑰：請通知營運者。" },
  },
  signedIn: (name) => `您代表 ${name}`,
  scopes: { issue: "簽發", accredit: "授權", read: "檢視" },
  mayDo: (scopes) => `此金鑰的權限：${scopes.join("、")}。`,
  expires: (when) => `到期時間為 ${dateTime(when)}。`,
  kept: "金鑰將保留至此分頁關閉。",
  notKept: "您離開或重新載入本頁面後，金鑰即不再保留。",
};
