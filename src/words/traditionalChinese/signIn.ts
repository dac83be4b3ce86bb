// Signing in, in traditional Chinese.

import type { SignInWords } from "../signInWords.ts";

export const traditionalChineseSignIn: SignInWords = {
  title: "登入",
  lead: "使用本服務的 API 金鑰。金鑰由本服務的營運者提供。",
  key: "API 金鑰",
  keyHint: "金鑰只會傳送給本服務；您離開或重新載入本頁面後即不再保留。",
  keep: "保留至關閉此分頁",
  keepHint: "請僅在您個人專用的裝置上勾選。",
  signIn: "登入",
  signingIn: "正在詢問服務……",
  signOut: "登出",
  empty: "請輸入 API 金鑰。",
  signedIn: (name) => `您代表 ${name}`,
  scopes: { issue: "簽發", accredit: "授權", read: "檢視" },
  mayDo: (scopes) => `此金鑰的權限：${scopes.join("、")}。`,
  kept: "金鑰將保留至此分頁關閉。",
  notKept: "您離開或重新載入本頁面後，金鑰即不再保留。",
  signedOut: "您已登出。",
};
