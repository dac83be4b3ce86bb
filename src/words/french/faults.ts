// Every fault in French: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "../words.ts";

const CONFIGURE = "Corrigez le réglage et redémarrez.";
const LATER = "Réessayez dans quelques minutes.";
const NEW_KEY = "Demandez-en une nouvelle à l’exploitant de ce service.";

export const frenchFaults: Words["faults"] = {
  digest_malformed: { means: "Ceci n’est pas une empreinte.", todo: "Une empreinte compte exactement 64 caractères : des chiffres et les petites lettres de a à f. Copiez-la de nouveau." },
  document_type_malformed: { means: "Ceci n’est pas un type de document.", todo: "Un type de document compte de 1 à 8 lettres majuscules ou chiffres, par exemple 861 ou AEO." },
  address_malformed: { means: "Ceci n’est pas une adresse.", todo: "Une adresse se compose de 0x et de 40 caractères, de 0 à 9 et de a à f." },
  code_malformed: { means: "Le code est illisible, ou n’est pas un code Tradeseal.", todo: "Numérisez-le de nouveau, bien à plat et bien éclairé ; ou vérifiez le fichier du document." },
  pdf_unusable: { means: "Le code ne peut pas être apposé sur ce PDF.", todo: "Exportez le document de nouveau en PDF simple, sans mot de passe ni signature, et utilisez ce PDF." },
  seal_malformed: { means: "Le sceau est illisible.", todo: "Demandez de nouveau le sceau à l’expéditeur, ou vérifiez le document sans lui." },
  evidence_malformed: { means: "La preuve est illisible.", todo: "Demandez de nouveau la preuve, ou vérifiez le document auprès du registre lui-même." },
  evidence_unavailable: { means: "Ce point d’accès au registre ne peut pas prouver ce que dit le registre.", todo: "Interrogez un autre point d’accès au même registre." },
  request_malformed: { means: "La question n’a pas été comprise.", todo: "Voyez ci-dessous quelle partie est en cause, corrigez-la et posez de nouveau la question." },
  body_malformed: { means: "La question est arrivée endommagée.", todo: "Posez-la de nouveau. Si cela se répète, envoyez du JSON valide ou un formulaire multipart." },
  file_missing: { means: "Aucun fichier n’est arrivé.", todo: "Choisissez de nouveau le fichier." },
  file_too_large: { means: "Le fichier dépasse la taille que ce service accepte.", todo: "Calculez l’empreinte de votre côté et envoyez-la : la page et la ligne de commande le font." },
  media_type_unsupported: { means: "La question est arrivée dans un format que ce service ne lit pas.", todo: "Envoyez du JSON ou un formulaire multipart." },
  key_missing: { means: "Il faut une clé d’API pour cela.", todo: "Envoyez votre clé, ou demandez-en une à l’exploitant de ce service." },
  key_unknown: { means: "Cette clé d’API n’est pas connue ici.", todo: "Vérifiez que la clé est complète et qu’elle est bien celle de ce service." },
  key_expired: { means: "Cette clé d’API a expiré.", todo: NEW_KEY },
  key_revoked: { means: "Cette clé d’API a été retirée.", todo: NEW_KEY },
  scope_missing: { means: "Cette clé d’API ne permet pas cela.", todo: "Demandez à l’exploitant de ce service une clé ayant la portée indiquée ci-dessous." },
  name_refused: { means: "Personne ne peut être accrédité sous ce nom.", todo: "Écrivez le nom avec des lettres simples et des espaces, sans caractères cachés." },
  name_look_alike: { means: "Ce nom peut être pris pour un autre.", todo: "Voyez qui porte l’autre nom. Si les deux sont honnêtes, indiquez que vous connaissez cette ressemblance." },
  nothing_to_withdraw: { means: "Il n’existe aucune accréditation de ce genre à retirer.", todo: "Vérifiez le bénéficiaire et le type de document." },
  credential_invalid: { means: "L’attestation ne serait pas ce qu’elle prétend être.", todo: "Corrigez les points énumérés ci-dessous et recommencez." },
  receipts_unavailable: { means: "Ce service ne signe pas de récépissés.", todo: "Conservez plutôt la preuve, ou adressez-vous à un vérificateur qui signe des récépissés. L’exploitant de ce service peut désigner qui en répond." },
  issuer_key_elsewhere: { means: "Personne ici ne peut signer d’attestations pour cet émetteur.", todo: "Émettez là où le propriétaire de l’émetteur conserve sa clé, ou faites inscrire par lui une clé de signature de ce service." },
  partner_unknown: { means: "Ce service ne connaît pas le demandeur comme partenaire.", todo: "Demandez à l’exploitant de ce service de reconnaître l’autorité qui pose la question." },
  not_found: { means: "Il n’y a rien ici, ou ce n’est pas à vous.", todo: "Vérifiez l’adresse." },
  method_not_allowed: { means: "Cette action n’est pas possible ici.", todo: "Consultez la documentation de ce service." },
  not_anchored_yet: { means: "Le document n’est pas encore inscrit au registre : il n’a donc pas encore de sceau.", todo: "Attendez un peu et demandez de nouveau." },
  standing_forbidden: { means: "Ce changement n’est pas possible à partir de la situation actuelle.", todo: "Une révocation ou un remplacement est définitif. Consultez d’abord la situation actuelle." },
  issuer_deactivated: { means: "Cet émetteur a abandonné définitivement son identité.", todo: "Ses documents antérieurs restent ce qu’ils sont. Pour de nouveaux documents, il faut une autre identité : adressez-vous à l’exploitant de ce service." },
  idempotency_conflict: { means: "Cette Idempotency-Key a déjà servi pour une autre demande.", todo: "Utilisez une nouvelle clé pour une nouvelle demande." },
  limit_reached: { means: "Vous en avez autant que vous pouvez en avoir.", todo: "Supprimez-en dont vous n’avez plus besoin." },
  events_forgotten: { means: "Ce que vous demandez s’est passé il y a trop longtemps pour être encore communiqué.", todo: "Consultez la situation actuelle de vos documents, puis suivez à partir de l’événement le plus récent." },
  too_many_requests: { means: "Vous avez posé beaucoup de questions en peu de temps.", todo: "Attendez une minute et réessayez." },
  overloaded: { means: "Le service est très sollicité.", todo: LATER },
  ledger_unreachable: { means: "Le registre n’a pas répondu à temps.", todo: LATER },
  ledger_mismatch: { means: "Le registre qui répond n’est pas celui pour lequel ce service est configuré.", todo: "Signalez-le à l’exploitant de ce service." },
  write_impossible: { means: "Le registre ne pourra jamais accepter cela.", todo: "Voyez le motif ci-dessous, et demandez autre chose." },
  write_refused: { means: "Le registre a refusé cela.", todo: "Voyez le motif ci-dessous." },
  service_unreachable: { means: "Le service n’a pas répondu.", todo: "Vérifiez votre connexion et réessayez." },
  signing_key_unusable: { means: "Une clé de signature est inutilisable.", todo: "Vérifiez la phrase secrète, ou le dispositif qui contient la clé, et réessayez." },
  store_unavailable: { means: "Le service ne peut pas utiliser son stockage pour l’instant.", todo: LATER },
  data_folder_unusable: { means: "Le dossier de données est inutilisable.", todo: CONFIGURE },
  configuration_invalid: { means: "Un réglage a une valeur inutilisable.", todo: CONFIGURE },
};
