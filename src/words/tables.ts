// Where each language's table of words is.

import type { CodeWords } from "./codeWords.ts";
import type { CredentialFactWords } from "./credentialFacts.ts";
import type { DeskWords } from "./deskWords.ts";
import type { FlawWords } from "./flawWords.ts";
import type { FormWords } from "./formWords.ts";
import type { IssuerWords } from "./issuerWords.ts";
import type { Tables } from "./languages.ts";
import type { OfflineWords } from "./offlineWords.ts";
import type { OperatorWords } from "./operatorWords.ts";
import type { OperatorsPageWords } from "./operatorsPageWords.ts";
import type { RecognitionWords } from "./recognitionWords.ts";
import type { SignInWords } from "./signInWords.ts";
import type { TrustWords } from "./trustWords.ts";
import type { Words } from "./words.ts";

/** What is said about reports, faults and standings, and on the page that checks documents. */
export const tables: Tables<Words> = {
  en: async () => (await import("./english/table.ts")).english,
  fr: async () => (await import("./french/table.ts")).french,
  es: async () => (await import("./spanish/table.ts")).spanish,
  pt: async () => (await import("./portuguese/table.ts")).portuguese,
  ru: async () => (await import("./russian/table.ts")).russian,
  ar: async () => (await import("./arabic/table.ts")).arabic,
  "zh-Hans": async () => (await import("./simplifiedChinese/table.ts")).simplifiedChinese,
  "zh-Hant": async () => (await import("./traditionalChinese/table.ts")).traditionalChinese,
};

/** What is said about the code on a paper. */
export const codeTables: Tables<CodeWords> = {
  en: async () => (await import("./english/code.ts")).englishCode,
  fr: async () => (await import("./french/code.ts")).frenchCode,
  es: async () => (await import("./spanish/code.ts")).spanishCode,
  pt: async () => (await import("./portuguese/code.ts")).portugueseCode,
  ru: async () => (await import("./russian/code.ts")).russianCode,
  ar: async () => (await import("./arabic/code.ts")).arabicCode,
  "zh-Hans": async () => (await import("./simplifiedChinese/code.ts")).simplifiedChineseCode,
  "zh-Hant": async () => (await import("./traditionalChinese/code.ts")).traditionalChineseCode,
};

/** What is said of the facts in credentials. */
export const factTables: Tables<CredentialFactWords> = {
  en: async () => (await import("./english/credentialFacts.ts")).englishCredentialFacts,
  fr: async () => (await import("./french/credentialFacts.ts")).frenchCredentialFacts,
  es: async () => (await import("./spanish/credentialFacts.ts")).spanishCredentialFacts,
  pt: async () => (await import("./portuguese/credentialFacts.ts")).portugueseCredentialFacts,
  ru: async () => (await import("./russian/credentialFacts.ts")).russianCredentialFacts,
  ar: async () => (await import("./arabic/credentialFacts.ts")).arabicCredentialFacts,
  "zh-Hans": async () => (await import("./simplifiedChinese/credentialFacts.ts")).simplifiedChineseCredentialFacts,
  "zh-Hant": async () => (await import("./traditionalChinese/credentialFacts.ts")).traditionalChineseCredentialFacts,
};

/** What is said of what is wrong with a credential. */
export const flawTables: Tables<FlawWords> = {
  en: async () => (await import("./english/flaws.ts")).englishFlaws,
  fr: async () => (await import("./french/flaws.ts")).frenchFlaws,
  es: async () => (await import("./spanish/flaws.ts")).spanishFlaws,
  pt: async () => (await import("./portuguese/flaws.ts")).portugueseFlaws,
  ru: async () => (await import("./russian/flaws.ts")).russianFlaws,
  ar: async () => (await import("./arabic/flaws.ts")).arabicFlaws,
  "zh-Hans": async () => (await import("./simplifiedChinese/flaws.ts")).simplifiedChineseFlaws,
  "zh-Hant": async () => (await import("./traditionalChinese/flaws.ts")).traditionalChineseFlaws,
};

/** What only the page that checks documents says. */
export const deskTables: Tables<DeskWords> = {
  en: async () => (await import("./english/desk.ts")).englishDesk,
  fr: async () => (await import("./french/desk.ts")).frenchDesk,
  es: async () => (await import("./spanish/desk.ts")).spanishDesk,
  pt: async () => (await import("./portuguese/desk.ts")).portugueseDesk,
  ru: async () => (await import("./russian/desk.ts")).russianDesk,
  ar: async () => (await import("./arabic/desk.ts")).arabicDesk,
  "zh-Hans": async () => (await import("./simplifiedChinese/desk.ts")).simplifiedChineseDesk,
  "zh-Hant": async () => (await import("./traditionalChinese/desk.ts")).traditionalChineseDesk,
};

/** What the page about operators says. */
export const operatorsPageTables: Tables<OperatorsPageWords> = {
  en: async () => (await import("./english/operatorsPage.ts")).englishOperatorsPage,
  fr: async () => (await import("./french/operatorsPage.ts")).frenchOperatorsPage,
  es: async () => (await import("./spanish/operatorsPage.ts")).spanishOperatorsPage,
  pt: async () => (await import("./portuguese/operatorsPage.ts")).portugueseOperatorsPage,
  ru: async () => (await import("./russian/operatorsPage.ts")).russianOperatorsPage,
  ar: async () => (await import("./arabic/operatorsPage.ts")).arabicOperatorsPage,
  "zh-Hans": async () => (await import("./simplifiedChinese/operatorsPage.ts")).simplifiedChineseOperatorsPage,
  "zh-Hant": async () => (await import("./traditionalChinese/operatorsPage.ts")).traditionalChineseOperatorsPage,
};

/** What is said about operators and their authorisations. */
export const operatorTables: Tables<OperatorWords> = {
  en: async () => (await import("./english/operators.ts")).englishOperators,
  fr: async () => (await import("./french/operators.ts")).frenchOperators,
  es: async () => (await import("./spanish/operators.ts")).spanishOperators,
  pt: async () => (await import("./portuguese/operators.ts")).portugueseOperators,
  ru: async () => (await import("./russian/operators.ts")).russianOperators,
  ar: async () => (await import("./arabic/operators.ts")).arabicOperators,
  "zh-Hans": async () => (await import("./simplifiedChinese/operators.ts")).simplifiedChineseOperators,
  "zh-Hant": async () => (await import("./traditionalChinese/operators.ts")).traditionalChineseOperators,
};

/** What the page of recognitions says. */
export const recognitionTables: Tables<RecognitionWords> = {
  en: async () => (await import("./english/recognitions.ts")).englishRecognitions,
  fr: async () => (await import("./french/recognitions.ts")).frenchRecognitions,
  es: async () => (await import("./spanish/recognitions.ts")).spanishRecognitions,
  pt: async () => (await import("./portuguese/recognitions.ts")).portugueseRecognitions,
  ru: async () => (await import("./russian/recognitions.ts")).russianRecognitions,
  ar: async () => (await import("./arabic/recognitions.ts")).arabicRecognitions,
  "zh-Hans": async () => (await import("./simplifiedChinese/recognitions.ts")).simplifiedChineseRecognitions,
  "zh-Hant": async () => (await import("./traditionalChinese/recognitions.ts")).traditionalChineseRecognitions,
};

/** What is said about a document that was judged by evidence alone. */
export const offlineTables: Tables<OfflineWords> = {
  en: async () => (await import("./english/offline.ts")).englishOffline,
  fr: async () => (await import("./french/offline.ts")).frenchOffline,
  es: async () => (await import("./spanish/offline.ts")).spanishOffline,
  pt: async () => (await import("./portuguese/offline.ts")).portugueseOffline,
  ru: async () => (await import("./russian/offline.ts")).russianOffline,
  ar: async () => (await import("./arabic/offline.ts")).arabicOffline,
  "zh-Hans": async () => (await import("./simplifiedChinese/offline.ts")).simplifiedChineseOffline,
  "zh-Hant": async () => (await import("./traditionalChinese/offline.ts")).traditionalChineseOffline,
};

/** What the page of trust says. */
export const trustTables: Tables<TrustWords> = {
  en: async () => (await import("./english/trust.ts")).englishTrust,
  fr: async () => (await import("./french/trust.ts")).frenchTrust,
  es: async () => (await import("./spanish/trust.ts")).spanishTrust,
  pt: async () => (await import("./portuguese/trust.ts")).portugueseTrust,
  ru: async () => (await import("./russian/trust.ts")).russianTrust,
  ar: async () => (await import("./arabic/trust.ts")).arabicTrust,
  "zh-Hans": async () => (await import("./simplifiedChinese/trust.ts")).simplifiedChineseTrust,
  "zh-Hant": async () => (await import("./traditionalChinese/trust.ts")).traditionalChineseTrust,
};

/** What is said around signing in. */
export const signInTables: Tables<SignInWords> = {
  en: async () => (await import("./english/signIn.ts")).englishSignIn,
  fr: async () => (await import("./french/signIn.ts")).frenchSignIn,
  es: async () => (await import("./spanish/signIn.ts")).spanishSignIn,
  pt: async () => (await import("./portuguese/signIn.ts")).portugueseSignIn,
  ru: async () => (await import("./russian/signIn.ts")).russianSignIn,
  ar: async () => (await import("./arabic/signIn.ts")).arabicSignIn,
  "zh-Hans": async () => (await import("./simplifiedChinese/signIn.ts")).simplifiedChineseSignIn,
  "zh-Hant": async () => (await import("./traditionalChinese/signIn.ts")).traditionalChineseSignIn,
};

/** What the issuer's console says. */
export const issuerTables: Tables<IssuerWords> = {
  en: async () => (await import("./english/issuer.ts")).englishIssuer,
  fr: async () => (await import("./french/issuer.ts")).frenchIssuer,
  es: async () => (await import("./spanish/issuer.ts")).spanishIssuer,
  pt: async () => (await import("./portuguese/issuer.ts")).portugueseIssuer,
  ru: async () => (await import("./russian/issuer.ts")).russianIssuer,
  ar: async () => (await import("./arabic/issuer.ts")).arabicIssuer,
  "zh-Hans": async () => (await import("./simplifiedChinese/issuer.ts")).simplifiedChineseIssuer,
  "zh-Hant": async () => (await import("./traditionalChinese/issuer.ts")).traditionalChineseIssuer,
};

/** What the forms for certificates say of their members. */
export const formTables: Tables<FormWords> = {
  en: async () => (await import("./english/form.ts")).englishForm,
  fr: async () => (await import("./french/form.ts")).frenchForm,
  es: async () => (await import("./spanish/form.ts")).spanishForm,
  pt: async () => (await import("./portuguese/form.ts")).portugueseForm,
  ru: async () => (await import("./russian/form.ts")).russianForm,
  ar: async () => (await import("./arabic/form.ts")).arabicForm,
  "zh-Hans": async () => (await import("./simplifiedChinese/form.ts")).simplifiedChineseForm,
  "zh-Hant": async () => (await import("./traditionalChinese/form.ts")).traditionalChineseForm,
};
