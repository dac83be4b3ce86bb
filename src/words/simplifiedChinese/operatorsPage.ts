// The officer's desk in simplified Chinese. "真实有效" and "已获认证" are said of the verdict `authentic` alone.

import { date, dateTime } from "./dates.ts";
import { simplifiedChineseCredentialFacts } from "./credentialFacts.ts";
import { simplifiedChineseIdentifierSchemes } from "./identifierSchemes.ts";
import { simplifiedChineseOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const simplifiedChineseOperatorsPage: OperatorsPageWords = {
  title: "经营者查询台",
  lead: "该经营者是否获得认证，由谁认证，今天是否仍然有效？每项答复都在此处判定，以本验证方信任的机构为准。",
  viewsLabel: "您想了解什么？",
  views: {
    operator: { name: "单个经营者", title: "查询经营者", lead: "按其某个标识符查询，须输入完整。您得到的是该经营者同意告知的内容。" },
    list: { name: "列表", title: "查询一批经营者", lead: "请粘贴表格中的一列。答复会陆续显示。" },
    paper: { name: "纸质证书", title: "查找纸质证书", lead: "适用于没有二维码的原产地证书：提供编号、签发机构，以及证书上的另一项内容。" },
    presentation: { name: "请求出示", title: "请经营者出示其证书", lead: "经营者当场签名，表明该证书属于自己。" },
    recognitions: { name: "承认关系", title: "谁承认谁", lead: "资格只有在本验证方信任的机构承认其授予方期间才有效。" },
  },
  headline,
  outcomes: {
    ...{ authentic: "有效", altered: "已被改动", not_found: "无登记记录", undetermined: "暂无结论", not_entitled: "签发机构未获认可", no_longer_valid: "目前无效" },
    ...{ nothing: "不得告知任何信息", unknown: "不明", unasked: "未查询" },
  },
  authorised: {
    means: "该证书与签发机构所签署的完全一致。签发机构当时有权签发，今天仍获承认，而且证书至今未被收回。",
    todo: "请将名称与您面前的人核对，并将认证内容与所要求的内容核对。任何人都可以报出他人的标识符：要确知经营者本人在此，请其出示证书。",
  },
  facts: simplifiedChineseCredentialFacts,
  ask: "查询",
  asking: "正在查询",
  stop: "停止",
  again: "重新查询",
  noAnswer: "没有答复",

  identifier: "标识符",
  identifierHint: "TIN、EORI、LEI、公司注册号、DID 或其他标识符。空格、句点和连字符不影响查询。",
  identifierMissing: "请输入 1 至 500 个字符的标识符。",
  scheme: "标识符种类",
  anyScheme: "任何种类",
  schemes: simplifiedChineseIdentifierSchemes,
  found: { here: "本服务", partner: "合作主管机关的服务；在此处判定" },
  foundTerm: "告知方",
  nothingTitle: "此处不认识该经营者，或不得告知任何人",
  incompleteTitle: "此答复不完整",
  incompleteNothing: "目前无法判定：并非所有主管机关都作了答复",
  answerFor: (identifier) => `关于 ${identifier} 的答复`,
  asOf: (block, time) => `读取于区块 ${block}，${dateTime(time)}。`,

  key: {
    fold: "我有 API 密钥",
    hint: "有了密钥，您可以查询较长的列表；如果您是获承认的主管机关，还会得到更多信息。",
  },

  list: {
    label: "标识符，每行一个",
    hint: (limit) => `第二列可以注明种类，例如 EORI。没有 API 密钥时最多 ${limit} 行，每分钟约 20 行；有密钥时最多 10,000 行。`,
    file: "选择 CSV 文件",
    start: "查询列表",
    empty: "请至少粘贴一个标识符。",
    tooMany: (count, limit) => `共 ${count} 行，而以这种方式最多只能查询 ${limit} 行。请缩短列表${limit < 10_000 ? "，或输入 API 密钥" : ""}。`,
    progress: (done, of) => `已答复 ${done} / ${of} 行`,
    pausing: (seconds) => `服务每分钟受理的查询数量有限。${seconds} 秒后将自动继续。`,
    stopped: "已停止。没有答复的行尚未查询。",
    done: "所有行均已得到答复。",
    caption: "逐行答复",
    columns: { line: "行", identifier: "标识符", answer: "答复", operator: "经营者", until: "有效期至", issuer: "签发机构" },
    filter: "显示",
    filterText: "在表格中查找",
    all: "全部答复",
    noneFits: "没有符合的行。请选择“全部答复”，并清空查找内容。",
    more: (count) => `再显示 ${count} 行`,
    shown: (count, of) => (count === of ? `${count} 行` : `${count} 行，共 ${of} 行`),
    download: "保存为 CSV",
    print: "打印",
    incomplete: "并非所有主管机关都作了答复",
    furtherOnes: (count) => `另有 ${count} 项认证`,
  },

  paper: {
    issuer: "签发机构",
    chooseIssuer: "选择签发机构",
    otherIssuer: "其他：按其 DID",
    issuersUnknown: "无法加载签发机构列表。请以 DID 指明签发机构。",
    did: "签发机构的 DID",
    didHint: "did:ethr:…，其中含有链，或 0x 加 40 个字符。",
    didWrong: "这不是签发机构的 DID。请完整复制：did:ethr:0x…:0x 加 40 个字符。",
    number: "证书上的编号",
    thing: "证书上的另一项内容",
    things: { exporterName: "出口商名称", consigneeName: "收货人名称", exporterIdentifier: "出口商标识符", invoiceNumber: "发票号码", transportDocument: "运输单证" },
    value: "照印刷内容填写",
    valueHint: "大小写、空格和句点不影响查找。",
    missing: "请照纸质证书上的内容填写此项。",
    nothing: {
      headline: "没有相符的证书",
      means: "该签发机构没有任何证书与您提供的内容相符。不会告知有误的是编号还是另一项内容；这也不说明其他机构所签发纸质证书的任何情况。",
      todo: "请将编号、签发机构和另一项内容与纸质证书逐字核对。如果都无误，请向签发机构询问。",
    },
    holds: {
      headline: ({ type, issuer }) => `有登记记录，且未被收回：${issuer} 签发的${type.one}`,
      means: "签发机构以此编号登记了一份证书，当时有权签发，而且证书至今未被收回。这说的是签发机构自己留存的那一份，而不是您手中的纸质证书。",
      todo: "请向发送人索取证书的文件并加以核验，或请签发机构与您核对。纸质证书可能印有正确的编号，而内容却不同。",
    },
    copy: "查到的是经核准的真实副本，纸质证书上必须注明这一点。带有此编号但未注明的，是另一份证书，即已遗失的那一份。",
    certificate: (number, day) => `证书 ${number}，${date(day)}`,
  },

  ...simplifiedChineseOperatorsPagePresenting,

  recognitions: {
    whole: "完整表格，附承认路径",
    caption: "对持续性资格的承认",
    columns: { recogniser: "承认方", recognised: "被承认方", type: "适用类型", state: "状态" },
    more: (count) => `承认关系页面上另有 ${count} 项。`,
  },

  recent: {
    title: "本设备上最近的查询",
    remember: "在本设备上记住查询",
    rememberHint: "只记住时间、种类、最后四个字符和答复，绝不记住名称。如果他人也使用本设备，请勿开启。",
    none: "目前没有记住任何查询。您此后查询的内容会显示在这里。",
    caption: "最近的查询，最新的在前",
    columns: { time: "时间", kind: "种类", end: "末尾字符", answer: "当时的答复" },
    clear: "全部清除",
    cleared: "已全部清除。",
    lines: (count) => `${count} 行`,
  },
};

function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `已获认证：真实有效的${type.one}，由 ${issuer} 签发${recognition === null ? "" : `，自${date(recognition.since)}起获 ${recognition.by} 承认`}`;
    case "no_longer_valid":
      return `目前无效：${issuer} 签发的${type.one}，${ending({ reason, standing })}`;
    case "undetermined":
      return "目前无法判定";
    case "not_entitled":
      return `未获认可：本验证方信任的机构中，没有任何一家认可 ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "未能证明是由持有人出示" : "这不是签发机构所签署的内容";
    default:
      return "查无登记记录";
  }
}

const CHANGES = { suspended: "暂停", revoked: "撤销", replaced: "以另一份证书取代" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "签发机构已不再获得承认";
  if (reason === "expired") return "有效期已过";
  if (reason === "not_yet_valid") return "有效期尚未开始";
  if (standing === null || standing.standing === "active") return "现在不具效力";
  const since = standing.since === null ? "已" : `已于${date(standing.since)}`;
  const by = standing.by === null ? "" : `由 ${standing.by} `;
  return `${since}${by}${CHANGES[standing.standing]}`;
}
