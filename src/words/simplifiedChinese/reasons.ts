// Every reason in simplified Chinese: what it means, and what to do now.

import { simplifiedChineseCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const UNCHECKED = "在此之前，请将该单证视为未经核验。";
const AGAIN = `请过几分钟再核验。${UNCHECKED}`;
const NEW_ONE = "请勿采信。请通过您已知属于签发机构的渠道，向其索取新的单证。";
const OTHER_EVIDENCE = "请勿采信该证据。请重新索取。";

export const simplifiedChineseReasons: Words["reasons"] = {
  file_differs: {
    means: "此文件不是加盖该电子印鉴的文件。",
    todo: "请勿采信此文件。改动一个字符、扫描或重新保存，都会变成另一个文件：请向发送人索取原始文件。",
  },
  path_broken: {
    means: "该电子印鉴无法对应到它所指明的登记记录。",
    todo: "请勿采信该电子印鉴。请向发送人重新索取，或不用电子印鉴、仅核验单证本身。",
  },
  not_anchored: {
    means: "账本上没有此文件的登记记录。",
    todo: "请向发送人索取原始文件：扫描件、打印件或重新保存的副本都是另一个文件。如果这就是原始文件，请向签发机构询问是否加盖过电子印鉴。",
  },
  awaiting_finality: {
    means: "登记记录刚刚产生，尚未最终确认。",
    todo: `请稍候再核验。${UNCHECKED}`,
  },
  ledger_silent: {
    means: "账本未能及时应答。这不构成对该单证的任何判断。",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "电子印鉴指明的账本，本验证方并不读取。这不构成对该单证的任何判断。",
    todo: "请使用能读取该账本的验证方。签发机构可以告诉您在哪里可以找到。",
  },
  index_behind: {
    means: "本验证方尚未读到账本的最新部分。这不构成对该单证的任何判断。",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "与该签发机构相关的授权数量超出本验证方能够追查的范围。",
    todo: `请告知本验证方的运营方。${UNCHECKED}`,
  },
  no_accreditation: {
    means: "本验证方信任的机构中，没有任何一家认可该签发机构签发此类单证。",
    todo: "在采信该单证之前，请通过其他途径查明签发机构的身份。没有迹象表明该文件是伪造的，只是其签发机构在此不为所知。",
  },
  accreditation_withdrawn: {
    means: "就加盖电子印鉴的时间而言，签发机构的授权已被收回。",
    todo: "在向授权给该签发机构的主管机构查询之前，请勿采信。",
  },
  accreditation_expired: {
    means: "加盖电子印鉴时，签发机构的授权已经到期。",
    todo: "请向签发机构索取在其授权期内加盖电子印鉴的单证，或向授权给它的主管机构查询。",
  },
  accreditation_not_yet_valid: {
    means: "签发机构的授权在加盖电子印鉴之后才开始。",
    todo: "请签发机构在已获授权的情况下重新加盖电子印鉴。",
  },
  compromised: {
    means: "就加盖电子印鉴的时间而言，签发机构的密钥已被声明失窃，因此可能是他人加盖的。",
    todo: NEW_ONE,
  },
  issuer_deactivated: {
    means: "电子印鉴加盖于签发机构注销该身份之后。",
    todo: NEW_ONE,
  },
  other_type: {
    means: "加盖电子印鉴时的单证类型，与您预期的不同。",
    todo: "请确认这是否就是您需要的单证。如果是，请在不指定预期类型的情况下重新核验。",
  },
  revoked: {
    means: "该单证已被永久撤销。",
    todo: "请勿接受。请索取目前有效的单证。",
  },
  suspended: {
    means: "该单证已被暂停，以后可能恢复，也可能被撤销。",
    todo: "目前请勿接受。请向作出暂停的一方查询，或稍后再核验。",
  },
  replaced: {
    means: "该单证已被另一份单证取代。",
    todo: "请勿接受此单证。请索取取代它的单证并加以核验。",
  },
  credential_malformed: {
    means: "这自称是经过签名的凭证，但结构并非如此。",
    todo: "请勿采信。请持有人提供签发时的原始凭证。",
  },
  signature_invalid: {
    means: "签名不是签发机构的签名：凭证已被改动，或由他人签署。",
    todo: "请勿采信。请持有人提供签发时的原始凭证。",
  },
  key_not_in_did: {
    means: "登记时，签署所用的密钥并未在账本上列于签发机构名下。",
    todo: "请勿采信。请通过您已知属于签发机构的渠道，询问其是否签署过。",
  },
  did_unresolvable: {
    means: "无法读取签发机构的密钥。这不构成对该凭证的任何判断。",
    todo: AGAIN,
  },
  ...simplifiedChineseCredentialReasons,
  recognition_ended: {
    means: "这类资格只有在有主管机构认可其签发机构时才持续有效，而现在已没有任何机构认可。",
    todo: "请勿采信。请持有人提供由目前获得承认的签发机构签发的证书。",
  },
  not_in_evidence: {
    means: "现有证据不能证明这一点，也没有向任何一方查询。",
    todo: "标为确定的内容，以证据所在区块为准。一有网络，请立即在账本上核验该单证：只有在账本上才能查明签发机构是否有权签发，以及该单证是否仍然有效。",
  },
  evidence_other_block: {
    means: "证据针对的不是您所信任的区块，因此在此不能证明任何事情。",
    todo: "请将区块的哈希值与其来源核对，或索取针对该区块的证据。",
  },
  evidence_header_differs: {
    means: "证据所示的区块头不是受信任区块的区块头，因此不能证明任何事情。",
    todo: OTHER_EVIDENCE,
  },
  evidence_other_account: {
    means: "证据针对的不是保存该账本登记记录的合约。",
    todo: OTHER_EVIDENCE,
  },
  evidence_other_code: {
    means: "在该区块上，合约不是该账本所公认的合约。",
    todo: "请勿采信该证据。请索取更晚区块的证据，并将您的账本文件与其来源核对。",
  },
  evidence_other_record: {
    means: "证据未涉及该单证的登记记录。",
    todo: "请确认证据与电子印鉴是否属于同一单证，或重新索取证据。",
  },
  evidence_broken: {
    means: "证据已被改动或不完整：其中的证明无法从区块连到登记记录。",
    todo: OTHER_EVIDENCE,
  },
};
