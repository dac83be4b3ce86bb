// Credentials and presentations in traditional Chinese: the reasons that only they can have.

import type { englishCredentialReasons } from "../english/credentials.ts";

const ANEW = "請產生新的挑戰碼，並請持有人重新出示。";

export const traditionalChineseCredentialReasons: typeof englishCredentialReasons = {
  credential_type_unknown: {
    means: "這是本驗證方不認識的憑證類別，因此無法在此判斷誰有權簽發。",
    todo: "請改用認識此類憑證的驗證方，或向簽發機構查詢。沒有跡象顯示該憑證是偽造的。",
  },
  shape_violated: {
    means: "簽發機構簽署了該憑證，但其內容不符合此類憑證應有的內容。",
    todo: "請勿採信。請向簽發機構索取內容完整的憑證；報告已列出有誤的項目。",
  },
  expired: {
    means: "憑證所載的有效期已經結束。",
    todo: "請勿接納。請持有人提供目前有效的憑證。",
  },
  not_yet_valid: {
    means: "憑證所載的有效期尚未開始。",
    todo: "在此之前請勿接納。請在有效期開始後再查核。",
  },
  status_silent: {
    means: "憑證指明了一份狀態清單，但該清單無法讀取或不可採信。這不構成對該憑證本身的任何判斷。",
    todo: "請過幾分鐘再查核。在此之前，請將該憑證視為未經查核。",
  },
  presentation_malformed: {
    means: "這聲稱是經簽署的憑證出示，但結構並非如此。",
    todo: `請勿採信。${ANEW}`,
  },
  presentation_expired: {
    means: "持有人簽署此次出示的時間距今太久，或是為另一時間簽署的。",
    todo: ANEW,
  },
  challenge_mismatch: {
    means: "此次出示所回應的挑戰碼，不是您給出的那一個。",
    todo: `這可能是為他人所作的出示。${ANEW}`,
  },
  challenge_unknown: {
    means: "本服務從未產生該挑戰碼，或已不再保留。",
    todo: ANEW,
  },
  challenge_used: {
    means: "該挑戰碼先前已被回應過。每次出示只能使用一次。",
    todo: `可能有人在出示副本。${ANEW}`,
  },
  challenge_expired: {
    means: "對該挑戰碼的回應太遲。",
    todo: ANEW,
  },
  audience_mismatch: {
    means: "此次出示或挑戰碼的對象，不是目前的查核者。",
    todo: `這可能是在別處所作、再被轉交過來的出示。${ANEW}`,
  },
  holder_not_subject: {
    means: "出示人不是憑證所述的主體，或者沒有簽署。",
    todo: "請勿接納此人出示的憑證。請憑證所述的主體親自出示。",
  },
};
