// The administrator's part of the page of trust, in simplified Chinese.

import type { GrantConsequence, GrantConsoleWords, WithdrawalConsequence } from "../grantConsoleWords.ts";
import { dateTime } from "./dates.ts";

const FOR_EVER = "它无法被删除。您以后可以收回；两者此后仍可查阅。";

export const simplifiedChineseGrantConsole: GrantConsoleWords = {
  title: "授权、承认、收回",
  lead: "供主管机关使用。您在此作出的声明将以您的名义写入账本，任何人都可以查阅。",
  scopeMissing: "此密钥没有授权的权限。请向本服务的运营方索取具有“accredit”权限的密钥。",
  accredit: "授权给他方",
  accreditTitle: "授权",
  accreditLead: "您在账本上声明，某方可以签发某类单证。",
  recognise: "承认 AEO 计划",
  recogniseTitle: "承认 AEO 计划",
  recogniseLead: "您在账本上声明，您承认某一伙伴海关当局签发的 AEO 证书。",
  withdraw: "收回",
  renew: "续期",
  withdrawNamed: (grantee, type) => `收回对 ${grantee} 的授权：${type}`,
  renewNamed: (grantee, type) => `延续对 ${grantee} 的授权：${type}`,
  withdrawTitle: (grantee) => `收回对 ${grantee} 的授权`,
  fields: {
    known: "授权给谁",
    somebodyElse: "其他机构",
    grantee: "身份（DID 或地址）",
    granteeHint: "did:ethr:0x…:0x…，或 0x 和 40 个字符。请通过您已知属于被授权方的渠道取得。",
    name: "法定名称",
    nameHint: "即验证方将看到的名称。它将永久保留在账本上。切勿填写个人姓名。",
    type: "单证类型",
    otherType: "其他类型（按代码）",
    typeCode: "类型代码",
    from: "起始时间（UTC）",
    fromHint: "留空表示现在。可以是过去的时间。",
    until: "终止时间（UTC）",
    untilHint: "不含该时间本身。留空表示没有终止时间。",
    mayPassOn: "被授权方可以转授",
    mayPassOnHint: "这样，被授权方可以就此类单证授权给其他方，而人选不由您决定。",
    effective: "收回的起始时间（UTC）",
    effectiveHint: "留空表示现在。可以是过去或将来的时间。",
    compromised: "被授权方的密钥已失窃",
    compromisedHint: "自该时间起，用这些密钥作出的一切均不予采信：单证、撤销、授权。此前签发的保持不变。如有疑问，请选择较早的时间。如要恢复采信，请以后重新授权。",
  },
  flaws: {
    grantee: "请输入本账本的 did:ethr，或地址：0x 和 40 个字符，字符为 0 至 9 和 a 至 f。",
    own: "这是您自己。不能授权给自己。",
    type: "类型为 1 至 8 个大写字母或数字，例如 861 或 AEO。",
    name: "请输入法定名称，最多 200 字节。",
    from: "这不是有效的时间。请输入日期和时刻。",
    until: "这不是有效的时间。请输入日期和时刻。",
    order: "终止时间早于起始时间。请选择更晚的终止时间。",
  },
  goOn: "继续",
  back: "返回修改",
  cancel: "取消",
  confirmTitle: "由此产生的后果",
  send: "写入账本",
  sendWithdrawal: "收回",
  sending: "正在发送……",
  sendAgain: "重新发送",
  sendAgainHint: "不会重复声明：服务能认出这是同一请求。",
  isClosed: "关闭",
  grantConsequences,
  recognitionConsequences,
  withdrawalConsequences,
  lookAlike: {
    title: "这两个名称可能会被混淆",
    asked: "您将要授权给",
    other: "已有的名称",
    mixed: "此名称中有一个词混用了不同文字的字母，可能看起来像另一个名称。",
    answerFor: "两个名称都是正当的。我对此负责，本服务的日志将予以记录。",
    todo: "请核对标识符。如果名称有误，请返回修改。",
  },
  said: {
    title: "您作出的声明",
    caption: "您的授权和收回，最新的在最前",
    none: "您尚未作出任何声明。请先授权给某方。",
    what: "声明",
    state: "进展",
    ledgerSays: "账本目前的记载",
    act: "更改",
    older: "显示更早的声明",
    kinds: { grant: "授权", withdrawal: "收回" },
    compromised: "密钥已声明失窃",
    states: { batched: "已保存；即将写入账本", sent: "已发送至账本", included: "已在账本上，尚未最终确认", final: "已最终确认" },
    words: { granted: "已授权", withdrawn: "已收回", compromised: "密钥已声明失窃", nothing: "没有关于当前时间的记载", silent: "账本没有应答" },
    alreadySaid: "账本上最后的声明与此相同，因此不再重复登记。",
    saidAnew: "您以前作过此声明，但当时未获采信。现已重新声明。",
    withoutCredential: "此项授权没有经签名的凭证：您的密钥不在此处。授权仍然有效。",
    progress: (kind, grantee, state) => `${kind === "grant" ? `对 ${grantee} 的授权` : `对 ${grantee} 授权的收回`}：${state}。`,
    problem: (text) => `账本暂时拒绝，将会重试：${text}`,
    notKnown: "无法查询其进展。它已保存，并会自动继续。",
  },
};

function grantConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `自最终确认之时起，${grantor} 就${type.many}认可 ${grantee}，${period(from, until)}。`,
    `凡信任 ${grantor} 者，届时即视 ${grantee} 为有权签发${type.many}。`,
    mayPassOn ? `${grantee} 可以就${type.many}授权给其他方，这些授权同样有效。` : `${grantee} 不得授权给其他方。`,
    FOR_EVER,
  ];
}

function recognitionConsequences({ grantor, grantee, type, from, until, mayPassOn }: GrantConsequence): readonly string[] {
  return [
    `自最终确认之时起，${grantor} 承认 ${grantee} 签发的${type.many}，${period(from, until)}。`,
    `凡信任 ${grantor} 者，届时即视经营者具有 ${grantee} 所授予的资格，直至此项承认终止。`,
    mayPassOn ? `${grantee} 所承认的计划同样有效。` : `${grantee} 所承认的计划不因此而有效。`,
    FOR_EVER,
  ];
}

function withdrawalConsequences({ grantor, grantee, type, from, isCompromised, isLasting }: WithdrawalConsequence): readonly string[] {
  const since = begin(from);
  return [
    `自写入账本之时起，${grantor} ${since}不再就${type.many}认可 ${grantee}。收回立即生效。`,
    isLasting ? `${grantee} 签发的${type.many}不再经由您获得承认，以前签发的也包括在内。` : `在该时间之前加盖电子印鉴的${type.many}保持不变。`,
    ...(isCompromised ? [`${grantee} 的密钥${since}被声明失窃。此后就${type.many}用这些密钥作出的一切均不予采信：单证、撤销、授权。`] : []),
    `${grantee} 仅凭此项权利授权的各方，也随之失去授权。`,
    "它无法被删除。您以后可以重新授权。",
  ];
}

function period(from: string | null, until: string | null): string {
  return until === null ? `${begin(from)}，无终止时间` : `${begin(from)}，至${dateTime(until)} 止`;
}

const begin = (from: string | null): string => (from === null ? "自现在起" : `自${dateTime(from)} 起`);
