// Credentials and presentations in simplified Chinese: the reasons that only they can have.

import type { englishCredentialReasons } from "../english/credentials.ts";

const ANEW = "请生成新的质询码，并请持有人重新出示。";

export const simplifiedChineseCredentialReasons: typeof englishCredentialReasons = {
  credential_type_unknown: {
    means: "这是本验证方不认识的一类凭证，因此无法在此判断谁有权签发。",
    todo: "请使用认识这类凭证的验证方，或向签发机构询问。没有迹象表明该凭证是伪造的。",
  },
  shape_violated: {
    means: "签发机构签署了该凭证，但其内容不符合这类凭证应有的内容。",
    todo: "请勿采信。请向签发机构索取内容完整的凭证；报告中列出了有误的项目。",
  },
  expired: {
    means: "凭证所载的有效期已经结束。",
    todo: "请勿接受。请持有人提供目前有效的凭证。",
  },
  not_yet_valid: {
    means: "凭证所载的有效期尚未开始。",
    todo: "在此之前请勿接受。请在有效期开始后再核验。",
  },
  status_silent: {
    means: "凭证指明了一份状态列表，但该列表无法读取或不可采信。这不构成对该凭证本身的任何判断。",
    todo: "请过几分钟再核验。在此之前，请将该凭证视为未经核验。",
  },
  presentation_malformed: {
    means: "这自称是经过签名的凭证出示，但结构并非如此。",
    todo: `请勿采信。${ANEW}`,
  },
  presentation_expired: {
    means: "持有人签署此次出示的时间距今太久，或者是为另一时间签署的。",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "此次出示所回应的质询码，不是您给出的那一个。",
    todo: `这可能是为他人所作的出示。${ANEW}`,
  },
  challenge_unknown: {
    means: "本服务从未生成过该质询码，或已不再保留。",
    todo: ANEW,
  },
  challenge_used: {
    means: "该质询码此前已被回应过。每次出示只能使用一次。",
    todo: `可能有人在出示副本。${ANEW}`,
  },
  challenge_expired: {
    means: "对该质询码的回应太迟。",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "此次出示或质询码的对象不是当前的核验者。",
    todo: `这可能是在别处所作、又被转交过来的出示。${ANEW}`,
  },
  holder_not_subject: {
    means: "出示人不是凭证所述的主体，或者没有签名。",
    todo: "请勿接受此人出示的凭证。请凭证所述的主体亲自出示。",
  },
};
