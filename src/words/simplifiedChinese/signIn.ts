// Signing in, in simplified Chinese.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const simplifiedChineseSignIn: SignInWords = {
  title: "登录",
  lead: "使用本服务的运营方提供给您的 API 密钥。核验单证不需要密钥。",
  key: "API 密钥",
  keyHint: "密钥以 tradeseal_ 开头，只发送给本服务；您离开或重新加载本页面后即不再保留。",
  keep: "保留至关闭此标签页",
  keepHint: "请仅在您个人专用的设备上勾选。",
  signIn: "登录",
  signingIn: "正在询问服务……",
  signOut: "退出登录",
  missing: "请输入您的 API 密钥。",
  signedOut: "您已退出登录。",
  ended: "您已退出登录。",
  failed: "未能登录。",
  why: {
    key_unknown: { means: "本服务不认识该 API 密钥。", todo: "请确认密钥复制完整，且属于本服务。" },
    key_expired: { means: "该 API 密钥已过期。", todo: "请向本服务的运营方索取新的密钥。使用旧密钥时已受理的内容保持不变。" },
    key_revoked: { means: "该 API 密钥已被收回。", todo: "请向本服务的运营方询问原因，并索取新的密钥。使用旧密钥时已受理的内容保持不变。" },
    key_missing: { means: "没有收到 API 密钥。", todo: "请重新登录。如果再次发生，说明您与服务之间有某个环节去掉了密钥：请告知运营方。" },
  },
  signedIn: (name) => `您代表 ${name}`,
  scopes: { issue: "签发", accredit: "授权", read: "查看" },
  mayDo: (scopes) => `此密钥的权限：${scopes.join("、")}。`,
  expires: (when) => `到期时间为 ${dateTime(when)}。`,
  kept: "密钥将保留至此标签页关闭。",
  notKept: "您离开或重新加载本页面后，密钥即不再保留。",
};
