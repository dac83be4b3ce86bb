// Every fault in simplified Chinese: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "../words.ts";

const CONFIGURE = "请更正该设置，然后重新启动。";
const LATER = "请过几分钟再试。";
const ASK_FOR_KEY = "请向本服务的运营方索取新的密钥。";

export const simplifiedChineseFaults: Words["faults"] = {
  digest_malformed: { means: "这不是哈希值。", todo: "哈希值恰好为 64 个字符：数字和小写字母 a 至 f。请重新复制。" },
  document_type_malformed: { means: "这不是单证类型。", todo: "单证类型为 1 至 8 个大写字母或数字，例如 861 或 AEO。" },
  address_malformed: { means: "这不是地址。", todo: "地址由 0x 和其后的 40 个字符组成，字符为 0 至 9 和 a 至 f。" },
  code_malformed: { means: "该二维码无法读取，或不是 Tradeseal 的二维码。", todo: "请放平并在光线充足处重新扫描；或直接核验单证文件。" },
  pdf_unusable: { means: "无法在该 PDF 上加印二维码。", todo: "请重新打印为不含密码和签名的普通 PDF，再加印二维码。" },
  seal_malformed: { means: "电子印鉴无法读取。", todo: "请向发送人重新索取电子印鉴，或不用电子印鉴核验单证。" },
  evidence_malformed: { means: "证据无法读取。", todo: "请重新索取证据，或直接在账本上核验单证。" },
  evidence_unavailable: { means: "该账本节点无法证明账本的内容。", todo: "请使用同一账本的其他节点。" },
  request_malformed: { means: "无法理解该请求。", todo: "请查看下方指出的部分，更正后重新提交。" },
  body_malformed: { means: "请求在传输中损坏。", todo: "请重新提交。如果再次发生，请发送有效的 JSON 或 multipart 表单。" },
  file_missing: { means: "没有收到文件。", todo: "请重新选择文件。" },
  file_too_large: { means: "文件超出本服务可读取的大小。", todo: "请在您自己的设备上计算哈希值并仅提交哈希值：本页面和命令行即如此操作。" },
  media_type_unsupported: { means: "请求的格式不是本服务可读取的格式。", todo: "请发送 JSON 或 multipart 表单。" },
  key_missing: { means: "此操作需要 API 密钥。", todo: "请提交您的密钥，或向本服务的运营方索取。" },
  key_unknown: { means: "本服务不认识该 API 密钥。", todo: "请确认密钥完整，且属于本服务。" },
  key_expired: { means: "该 API 密钥已过期。", todo: ASK_FOR_KEY },
  key_revoked: { means: "该 API 密钥已被收回。", todo: ASK_FOR_KEY },
  scope_missing: { means: "该 API 密钥没有此项权限。", todo: "请向本服务的运营方索取具有下方所列权限的密钥。" },
  name_refused: { means: "不能以此名称进行授权。", todo: "请使用普通字符和空格书写名称，不要含有隐藏字符。" },
  name_look_alike: { means: "此名称可能与另一名称混淆。", todo: "请查看另一名称属于谁。如果两者都是正当的，请说明您知悉名称相近。" },
  nothing_to_withdraw: { means: "没有可收回的此项授权。", todo: "请核对被授权机构和单证类型。" },
  credential_invalid: { means: "该凭证的内容将与其声明不符。", todo: "请更正下方列出的各处，然后重新提交。" },
  receipts_unavailable: { means: "本服务不签署回执。", todo: "请改为保存证据，或使用能签署回执的验证方。本服务的运营方可以指定由谁对其核验结果负责。" },
  issuer_key_elsewhere: { means: "此处无人能为该签发机构签署凭证。", todo: "请在签发机构的所有者保管密钥之处签发，或由所有者将本服务的签名密钥登记在其名下。" },
  partner_unknown: { means: "本服务未将提问方认作合作伙伴。", todo: "请本服务的运营方承认提问的主管机关。" },
  not_found: { means: "这里没有任何内容，或不属于您。", todo: "请核对地址。" },
  method_not_allowed: { means: "此处不能进行该操作。", todo: "请查看本服务的文档。" },
  not_anchored_yet: { means: "该单证尚未登记到账本上，因此还没有电子印鉴。", todo: "请稍候再试。" },
  standing_forbidden: { means: "从目前的状态不能作此更改。", todo: "撤销和取代均不可更改。请先查看目前的状态。" },
  issuer_deactivated: { means: "该签发机构已永久注销其身份。", todo: "其以前的单证保持原状。签发新单证需要另一身份：请联系本服务的运营方。" },
  idempotency_conflict: { means: "该 Idempotency-Key 已用于另一请求。", todo: "新的请求请使用新的值。" },
  limit_reached: { means: "您已达到允许的数量上限。", todo: "请删除不再需要的项目。" },
  events_forgotten: { means: "您询问的事件发生已久，无法再次提供。", todo: "请查看您的单证目前的状态，然后从最新事件继续。" },
  too_many_requests: { means: "您在短时间内请求过于频繁。", todo: "请等待一分钟后再试。" },
  overloaded: { means: "服务非常繁忙。", todo: LATER },
  ledger_unreachable: { means: "账本未能及时应答。", todo: LATER },
  ledger_mismatch: { means: "应答的账本不是本服务所设定的账本。", todo: "请告知本服务的运营方。" },
  write_impossible: { means: "账本绝不可能接受此操作。", todo: "请查看下方的原因，并改为其他请求。" },
  write_refused: { means: "账本拒绝了此操作。", todo: "请查看下方的原因。" },
  service_unreachable: { means: "服务没有应答。", todo: "请检查网络连接后再试。" },
  signing_key_unusable: { means: "有一个签名密钥无法使用。", todo: "请检查口令或保管密钥的硬件，然后再试。" },
  store_unavailable: { means: "服务目前无法使用其数据存储。", todo: LATER },
  data_folder_unusable: { means: "数据文件夹无法使用。", todo: CONFIGURE },
  configuration_invalid: { means: "有一项设置的值无法使用。", todo: CONFIGURE },
};
