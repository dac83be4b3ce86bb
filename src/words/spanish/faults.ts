// Every fault in Spanish: why there was no answer, and what to do now. None of these is a verdict.

import type { Words } from "../words.ts";

const CONFIGURE = "Corrija el ajuste e inicie de nuevo.";
const LATER = "Inténtelo de nuevo dentro de unos minutos.";
const NEW_KEY = "Pida una nueva al operador de este servicio.";

export const spanishFaults: Words["faults"] = {
  digest_malformed: { means: "Esto no es una huella criptográfica.", todo: "Una huella tiene exactamente 64 caracteres: cifras y las letras minúsculas de «a» a «f». Cópiela de nuevo." },
  document_type_malformed: { means: "Esto no es un tipo de documento.", todo: "Un tipo de documento tiene de 1 a 8 letras mayúsculas o cifras, por ejemplo 861 o AEO." },
  address_malformed: { means: "Esto no es una dirección.", todo: "Una dirección consta de 0x y 40 caracteres, del 0 al 9 y de «a» a «f»." },
  code_malformed: { means: "El código no se puede leer, o no es de Tradeseal.", todo: "Escanéelo de nuevo, bien plano y con buena luz; o verifique el archivo del documento." },
  pdf_unusable: { means: "No se puede estampar el código en este PDF.", todo: "Genere otra vez el documento como PDF sencillo, sin contraseña ni firma, y estampe ese." },
  seal_malformed: { means: "El sello no se puede leer.", todo: "Pida de nuevo el sello al remitente, o verifique el documento sin él." },
  evidence_malformed: { means: "La prueba no se puede leer.", todo: "Pida la prueba de nuevo, o verifique el documento en el propio registro." },
  evidence_unavailable: { means: "Este punto de acceso al registro no puede probar lo que dice el registro.", todo: "Consulte otro punto de acceso al mismo registro." },
  request_malformed: { means: "No se entendió la consulta.", todo: "Vea qué parte se indica abajo, corríjala y consulte de nuevo." },
  body_malformed: { means: "La consulta llegó dañada.", todo: "Consulte de nuevo. Si se repite, envíe JSON válido o un formulario multipart." },
  file_missing: { means: "No llegó ningún archivo.", todo: "Elija el archivo de nuevo." },
  file_too_large: { means: "El archivo es más grande de lo que este servicio lee.", todo: "Calcule la huella en su equipo y envíela: la página y la línea de comandos lo hacen." },
  media_type_unsupported: { means: "La consulta llegó en un formato que este servicio no lee.", todo: "Envíe JSON o un formulario multipart." },
  key_missing: { means: "Para esto hace falta una clave de API.", todo: "Envíe su clave, o pida una al operador de este servicio." },
  key_unknown: { means: "Esta clave de API no se conoce aquí.", todo: "Compruebe que la clave esté completa y sea de este servicio." },
  key_expired: { means: "Esta clave de API ha caducado.", todo: NEW_KEY },
  key_revoked: { means: "Esta clave de API fue retirada.", todo: NEW_KEY },
  scope_missing: { means: "Esta clave de API no sirve para esto.", todo: "Pida al operador de este servicio una clave con el alcance que se indica abajo." },
  name_refused: { means: "Nadie puede ser acreditado con este nombre.", todo: "Escriba el nombre con letras comunes y espacios, sin caracteres ocultos." },
  name_look_alike: { means: "Este nombre puede confundirse con otro.", todo: "Averigüe quién tiene el otro nombre. Si ambos son honestos, indique que conoce el parecido." },
  nothing_to_withdraw: { means: "No existe ninguna acreditación así que retirar.", todo: "Compruebe el acreditado y el tipo de documento." },
  credential_invalid: { means: "La credencial no sería lo que dice ser.", todo: "Corrija los puntos que se enumeran abajo y solicítela de nuevo." },
  receipts_unavailable: { means: "Este servicio no firma recibos.", todo: "Conserve en su lugar la prueba, o acuda a un verificador que firme recibos. El operador de este servicio puede designar quién responde de ellos." },
  issuer_key_elsewhere: { means: "Nadie puede firmar aquí credenciales de este emisor.", todo: "Emita donde el propietario del emisor guarda su clave, o haga que el propietario inscriba una clave de firma de este servicio." },
  partner_unknown: { means: "Este servicio no conoce a quien consulta como socio.", todo: "Pida al operador de este servicio que reconozca a la autoridad que consulta." },
  not_found: { means: "Aquí no hay nada, o no es suyo.", todo: "Compruebe la dirección." },
  method_not_allowed: { means: "Esto no se puede hacer aquí.", todo: "Consulte la documentación de este servicio." },
  not_anchored_yet: { means: "El documento todavía no está en el registro, así que todavía no tiene sello.", todo: "Espere un poco y pídalo de nuevo." },
  standing_forbidden: { means: "Este cambio no es posible desde la situación actual.", todo: "Una revocación o una sustitución es definitiva. Consulte primero la situación actual." },
  issuer_deactivated: { means: "Este emisor ha renunciado definitivamente a su identidad.", todo: "Sus documentos anteriores siguen siendo lo que son. Para documentos nuevos hace falta otra identidad: consulte al operador de este servicio." },
  idempotency_conflict: { means: "Esta Idempotency-Key ya se usó para otra solicitud.", todo: "Use una clave nueva para una solicitud nueva." },
  limit_reached: { means: "Usted ya tiene tantos como puede tener.", todo: "Elimine algunos que ya no necesite." },
  events_forgotten: { means: "Lo que usted pide ocurrió hace demasiado tiempo para volver a comunicarlo.", todo: "Consulte la situación actual de sus documentos y siga después desde el suceso más reciente." },
  too_many_requests: { means: "Usted ha hecho muchas consultas en poco tiempo.", todo: "Espere un minuto e inténtelo de nuevo." },
  overloaded: { means: "El servicio está muy ocupado.", todo: LATER },
  ledger_unreachable: { means: "El registro no respondió a tiempo.", todo: LATER },
  ledger_mismatch: { means: "El registro que responde no es aquel para el que está configurado este servicio.", todo: "Avise al operador de este servicio." },
  write_impossible: { means: "El registro nunca podrá aceptar esto.", todo: "Vea el motivo abajo, y solicite otra cosa." },
  write_refused: { means: "El registro rechazó esto.", todo: "Vea el motivo abajo." },
  service_unreachable: { means: "El servicio no respondió.", todo: "Compruebe su conexión e inténtelo de nuevo." },
  signing_key_unusable: { means: "No se puede usar una clave de firma.", todo: "Compruebe la frase de contraseña, o el dispositivo que guarda la clave, e inténtelo de nuevo." },
  store_unavailable: { means: "El servicio no puede usar su almacenamiento por ahora.", todo: LATER },
  data_folder_unusable: { means: "No se puede usar la carpeta de datos.", todo: CONFIGURE },
  configuration_invalid: { means: "Un ajuste tiene un valor que no se puede usar.", todo: CONFIGURE },
};
