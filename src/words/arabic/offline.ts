// Arabic for judging without a network.

import type { OfflineWords } from "../offlineWords.ts";
import { dateTime } from "./dates.ts";
import { isolate } from "../isolate.ts";
import { standingReasons, standings } from "./standings.ts";

export const arabicOffline: OfflineWords = {
  nothingProven: "لم تُسأل أي جهة، والدليل لا يثبت شيئًا.",
  anchored: ({ number, time }) => `مؤكد حتى الكتلة ${number}، بتاريخ ${dateTime(time)}: كان في السجل قيد هذا المستند من جهة إصداره.`,
  notFinal: ({ number }) => `يقول من أعدّ الدليل إن الكتلة ${number} لم تكن نهائية: فربما أزالتها إعادة تنظيم للسلسلة.`,
  absent: ({ number, time }) => `مؤكد حتى الكتلة ${number}، بتاريخ ${dateTime(time)}: لم يكن في السجل قيد كهذا. وربما جاء القيد لاحقًا.`,
  nothingSaid: "حتى تلك الكتلة لم تقل جهة إصداره شيئًا ضده.",
  lastSaid: ({ standing, reason }, time) => `حتى تلك الكتلة كان آخر ما قالته جهة إصداره: «${standings[standing]}»، منذ ${dateTime(time)}: ${standingReasons[reason]}.`,
  takenBack: "لا تقبلوه، ما لم يقل السجل نفسه غير ذلك.",
  standingUnproven: "لا يتضمن الدليل ما قالته جهة إصداره عنه حتى تلك الكتلة.",
  unknown: "ما لا يُعرف دون شبكة: هل كانت جهة الإصدار مخوَّلة، وهل المستند سارٍ اليوم.",
  trust: ({ hash }) => `كل ما سبق مشروط بأن تكون ${isolate(hash)} كتلة من هذا السجل: خذوا هذه البصمة ممن تثقون به، ولا تأخذوها أبدًا ممن أعطاكم المستند.`,
};
