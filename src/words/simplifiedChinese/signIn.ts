// Signing in, in simplified Chinese.

import type { SignInWords } from "../signInWords.ts";

export const simplifiedChineseSignIn: SignInWords = {
  title: "登录",
  lead: "使用本服务的 API 密钥。密钥由本服务的运营方提供。",
  key: "API 密钥",
  keyHint: "密钥只发送给本服务；您离开或重新加载本页面后即不再保留。",
  keep: "保留至关闭此标签页",
  keepHint: "请仅在您个人专用的设备上勾选。",
  signIn: "登录",
  signingIn: "正在询问服务……",
  signOut: "退出登录",
  empty: "请输入 API 密钥。",
  signedIn: (name) => `您代表 ${name}`,
  scopes: { issue: "签发", accredit: "授权", read: "查看" },
  mayDo: (scopes) => `此密钥的权限：${scopes.join("、")}。`,
  kept: "密钥将保留至此标签页关闭。",
  notKept: "您离开或重新加载本页面后，密钥即不再保留。",
  signedOut: "您已退出登录。",
};
