// Every reason in French: what it means, and what to do now.

import { frenchCredentialReasons } from "./credentials.ts";
import type { Words } from "../words.ts";

const AGAIN = "Vérifiez de nouveau dans quelques minutes. D’ici là, considérez le document comme non vérifié.";
const EVIDENCE_AGAIN = "Ne vous fiez pas à cette preuve. Demandez-la de nouveau.";
const ANOTHER_DOCUMENT = "Ne vous y fiez pas. Demandez un nouveau document à l’émetteur, par une voie dont vous savez déjà qu’elle est bien la sienne.";

export const frenchReasons: Words["reasons"] = {
  file_differs: {
    means: "Ces octets ne sont pas ceux pour lesquels le sceau a été fait.",
    todo: "Ne vous fiez pas à ce fichier. Une seule lettre changée, une numérisation ou un nouvel enregistrement suffit à en faire un autre fichier : demandez l’original à l’expéditeur.",
  },
  path_broken: {
    means: "Le sceau ne mène pas à l’inscription qu’il désigne.",
    todo: "Ne vous fiez pas à ce sceau. Demandez-le de nouveau à l’expéditeur, ou vérifiez le document seul, sans sceau.",
  },
  not_anchored: {
    means: "Le registre ne contient aucune inscription de ces octets.",
    todo: "Demandez le fichier original à l’expéditeur : une numérisation, une impression ou une copie enregistrée de nouveau est un autre fichier. S’il s’agit de l’original, demandez à l’émetteur s’il a été scellé.",
  },
  awaiting_finality: {
    means: "L’inscription est très récente et n’est pas encore définitive.",
    todo: "Attendez un peu et vérifiez de nouveau. D’ici là, considérez le document comme non vérifié.",
  },
  ledger_silent: {
    means: "Le registre n’a pas répondu à temps. Cela ne dit rien du document.",
    todo: AGAIN,
  },
  ledger_unknown: {
    means: "Le sceau désigne un registre que ce vérificateur ne consulte pas. Cela ne dit rien du document.",
    todo: "Utilisez un vérificateur qui consulte ce registre. L’émetteur peut vous dire où en trouver un.",
  },
  index_behind: {
    means: "Ce vérificateur n’a pas encore lu la partie la plus récente du registre. Cela ne dit rien du document.",
    todo: AGAIN,
  },
  grants_too_many: {
    means: "Les accréditations autour de cet émetteur sont plus nombreuses que ce que ce vérificateur peut suivre.",
    todo: "Signalez-le à l’exploitant de ce vérificateur. D’ici là, considérez le document comme non vérifié.",
  },
  no_accreditation: {
    means: "Aucune autorité à laquelle ce vérificateur fait confiance ne se porte garante de cet émetteur pour ce type de document.",
    todo: "Avant de vous fier au document, cherchez par un autre moyen qui est l’émetteur. Rien ne montre que le fichier soit un faux ; c’est son émetteur qui est inconnu ici.",
  },
  accreditation_withdrawn: {
    means: "L’accréditation de l’émetteur avait été retirée pour le moment où le document a été scellé.",
    todo: "Ne vous y fiez pas avant d’avoir interrogé l’autorité qui avait accrédité l’émetteur.",
  },
  accreditation_expired: {
    means: "L’accréditation de l’émetteur avait pris fin quand le document a été scellé.",
    todo: "Demandez à l’émetteur un document scellé pendant son accréditation, ou interrogez l’autorité qui l’avait accrédité.",
  },
  accreditation_not_yet_valid: {
    means: "L’accréditation de l’émetteur n’a commencé qu’après que le document a été scellé.",
    todo: "Demandez à l’émetteur de sceller de nouveau le document maintenant qu’il est accrédité.",
  },
  compromised: {
    means: "Les clés de l’émetteur sont déclarées volées pour le moment où le document a été scellé : quelqu’un d’autre a pu le sceller.",
    todo: ANOTHER_DOCUMENT,
  },
  issuer_deactivated: {
    means: "Le document a été scellé après que l’émetteur a clos cette identité.",
    todo: ANOTHER_DOCUMENT,
  },
  other_type: {
    means: "Il a été scellé comme un document d’un autre type que celui que vous attendez.",
    todo: "Voyez si c’est bien le document qu’il vous faut. Si oui, vérifiez-le de nouveau sans indiquer de type attendu.",
  },
  revoked: {
    means: "Le document a été retiré définitivement.",
    todo: "Ne l’acceptez pas. Demandez un document en vigueur aujourd’hui.",
  },
  suspended: {
    means: "Le document est suspendu. Il pourra être rétabli ou révoqué plus tard.",
    todo: "Ne l’acceptez pas pour l’instant. Interrogez ceux qui l’ont suspendu, ou vérifiez de nouveau plus tard.",
  },
  replaced: {
    means: "Un autre document a pris sa place.",
    todo: "N’acceptez pas celui-ci. Demandez le document qui l’a remplacé, et vérifiez ce dernier.",
  },
  credential_malformed: {
    means: "Ceci se présente comme une attestation signée, mais n’est pas construit comme telle.",
    todo: "Ne vous y fiez pas. Demandez au titulaire l’attestation telle qu’elle a été émise.",
  },
  signature_invalid: {
    means: "La signature n’est pas celle de l’émetteur : l’attestation a été modifiée, ou quelqu’un d’autre l’a signée.",
    todo: "Ne vous y fiez pas. Demandez au titulaire l’attestation telle qu’elle a été émise.",
  },
  key_not_in_did: {
    means: "La clé qui a servi à signer ne figurait pas au registre parmi celles de l’émetteur au moment de l’inscription.",
    todo: "Ne vous y fiez pas. Demandez à l’émetteur, par une voie dont vous savez déjà qu’elle est bien la sienne, s’il a signé ceci.",
  },
  did_unresolvable: {
    means: "Les clés de l’émetteur n’ont pas pu être lues. Cela ne dit rien de l’attestation.",
    todo: AGAIN,
  },
  ...frenchCredentialReasons,
  recognition_ended: {
    means: "Un droit de ce genre ne dure que tant qu’une autorité se porte garante de celui qui l’a accordé, et aucune ne le fait plus.",
    todo: "Ne vous y fiez pas. Demandez au titulaire un certificat d’un émetteur reconnu aujourd’hui.",
  },
  not_in_evidence: {
    means: "La preuve disponible ne l’établit pas, et personne n’a été interrogé.",
    todo: "Ce qui est présenté comme établi l’est, à la date du bloc de la preuve. Vérifiez le document auprès du registre dès que vous avez un réseau : c’est seulement là que l’on peut savoir si l’émetteur était habilité et si le document est toujours en vigueur.",
  },
  evidence_other_block: {
    means: "La preuve porte sur un autre bloc que celui auquel vous vous fiez : elle ne prouve donc rien ici.",
    todo: "Comparez l’empreinte du bloc avec sa source, ou demandez une preuve établie à ce bloc.",
  },
  evidence_header_differs: {
    means: "La preuve montre un en-tête de bloc qui n’est pas celui du bloc auquel vous vous fiez : elle ne prouve donc rien.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_account: {
    means: "La preuve porte sur un autre contrat que celui qui conserve les inscriptions de ce registre.",
    todo: EVIDENCE_AGAIN,
  },
  evidence_other_code: {
    means: "À ce bloc, le contrat n’était pas celui par lequel ce registre est connu.",
    todo: "Ne vous fiez pas à cette preuve. Demandez une preuve établie à un bloc ultérieur, et comparez votre fichier de registre avec sa source.",
  },
  evidence_other_record: {
    means: "La preuve ne parle pas de l’inscription de ce document.",
    todo: "Voyez si la preuve et le sceau vont ensemble, ou demandez de nouveau la preuve.",
  },
  evidence_broken: {
    means: "La preuve a été modifiée ou est incomplète : elle ne mène pas du bloc à l’inscription.",
    todo: EVIDENCE_AGAIN,
  },
};
