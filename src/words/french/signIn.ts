// Signing in, in French.

import type { SignInWords } from "../signInWords.ts";
import { dateTime } from "./dates.ts";

export const frenchSignIn: SignInWords = {
  title: "Connexion",
  lead: "Avec la clé d’API que l’exploitant de ce service vous a remise. Pour vérifier des documents, il n’en faut pas.",
  key: "Clé d’API",
  keyHint: "Elle commence par tradeseal_. Elle n’est envoyée qu’à ce service, et oubliée dès que vous quittez ou rechargez cette page.",
  keep: "La conserver jusqu’à la fermeture de cet onglet",
  keepHint: "Ne cochez ceci que sur un appareil que vous êtes seul à utiliser.",
  signIn: "Se connecter",
  signingIn: "Interrogation du service…",
  signOut: "Se déconnecter",
  missing: "Saisissez votre clé d’API.",
  signedOut: "Vous êtes déconnecté.",
  ended: "Vous avez été déconnecté.",
  failed: "La connexion n’a pas réussi.",
  why: {
    key_unknown: { means: "Cette clé d’API n’est pas connue ici.", todo: "Vérifiez qu’elle a été copiée en entier et qu’elle est bien celle de ce service." },
    key_expired: { means: "Cette clé d’API a expiré.", todo: "Demandez-en une nouvelle à l’exploitant de ce service. Ce qui a été accepté avec l’ancienne reste tel quel." },
    key_revoked: { means: "Cette clé d’API a été retirée.", todo: "Demandez pourquoi à l’exploitant de ce service, et demandez-lui-en une nouvelle. Ce qui a été accepté avec l’ancienne reste tel quel." },
    key_missing: { means: "La clé d’API n’est pas arrivée.", todo: "Connectez-vous de nouveau. Si cela se répète, quelque chose entre vous et le service enlève la clé : signalez-le à l’exploitant." },
  },
  signedIn: (name) => `Vous parlez au nom de ${name}`,
  scopes: { issue: "émettre", accredit: "accréditer", read: "lire" },
  mayDo: (scopes) => `Cette clé permet de : ${scopes.join(", ")}.`,
  expires: (when) => `Elle expire le ${dateTime(when)}.`,
  kept: "La clé est conservée jusqu’à la fermeture de cet onglet.",
  notKept: "La clé est oubliée dès que vous quittez ou rechargez cette page.",
};
