// Signing in, in French.

import type { SignInWords } from "../signInWords.ts";

export const frenchSignIn: SignInWords = {
  title: "Connexion",
  lead: "Avec une clé d’API de ce service. Elle vous est remise par l’exploitant du service.",
  key: "Clé d’API",
  keyHint: "Elle n’est envoyée qu’à ce service, et oubliée dès que vous quittez ou rechargez cette page.",
  keep: "La conserver jusqu’à la fermeture de cet onglet",
  keepHint: "Ne cochez ceci que sur un appareil que vous êtes seul à utiliser.",
  signIn: "Se connecter",
  signingIn: "Interrogation du service…",
  signOut: "Se déconnecter",
  empty: "Saisissez la clé d’API.",
  signedIn: (name) => `Vous parlez au nom de ${name}`,
  scopes: { issue: "émettre", accredit: "accréditer", read: "lire" },
  mayDo: (scopes) => `Cette clé permet de : ${scopes.join(", ")}.`,
  kept: "La clé est conservée jusqu’à la fermeture de cet onglet.",
  notKept: "La clé est oubliée dès que vous quittez ou rechargez cette page.",
  signedOut: "Vous êtes déconnecté.",
};
