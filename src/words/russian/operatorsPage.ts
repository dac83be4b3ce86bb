// The officer's desk in Russian. "Подлинный" and "статус подтверждён" are said of the verdict `authentic` alone.
// Participles agree with "документ"; before a name stands "организация", which takes its case.

import { date, dateTime } from "./dates.ts";
import { russianCredentialFacts } from "./credentialFacts.ts";
import { russianIdentifierSchemes } from "./identifierSchemes.ts";
import { russianOperatorsPagePresenting } from "./operatorsPagePresenting.ts";
import type { DeskParts, OperatorsPageWords } from "../operatorsPageWords.ts";
import { isAboutHolder } from "../signedWords.ts";

export const russianOperatorsPage: OperatorsPageWords = {
  title: "Проверка операторов",
  lead: "Есть ли у этого оператора статус, кто его предоставил и действует ли он сегодня? Каждый ответ оценивается здесь, исходя из того, каким органам доверяет этот сервис проверки.",
  viewsLabel: "Что вы хотите узнать?",
  views: {
    operator: { name: "Один оператор", title: "Поиск оператора", lead: "По одному из его идентификаторов, указанному целиком. Вам сообщат то, на что оператор дал согласие." },
    list: { name: "Список", title: "Поиск операторов по списку", lead: "Вставьте столбец из таблицы. Ответы появляются по мере поступления." },
    paper: { name: "Бумажный документ", title: "Поиск бумажного сертификата", lead: "Для сертификата о происхождении товара без кода: его номер, выдавшая организация и ещё одно сведение, которое в нём указано." },
    presentation: { name: "Попросить предъявить", title: "Попросить оператора предъявить свидетельство", lead: "Оператор здесь и сейчас подписывает, что свидетельство принадлежит ему." },
    recognitions: { name: "Признания", title: "Кто кого признаёт", lead: "Статус учитывается лишь до тех пор, пока орган, которому доверяет этот сервис проверки, признаёт того, кто его предоставил." },
  },
  headline,
  outcomes: {
    ...{ authentic: "Действует", altered: "Изменён", not_found: "Записи нет", undetermined: "Ответа пока нет", not_entitled: "Выдавшая организация не признана", no_longer_valid: "Не действует" },
    ...{ nothing: "Сообщить ничего нельзя", unknown: "Неизвестно", unasked: "Не запрошено" },
  },
  authorised: {
    means: "Свидетельство именно такое, каким его подписала выдавшая организация. Она имела право его выдать, признана сегодня, и оно по-прежнему действует.",
    todo: "Сравните название с тем, кто перед вами, а статус с тем, что требуется. Назвать чужой идентификатор может каждый: чтобы знать, что перед вами сам оператор, попросите его предъявить свидетельство.",
  },
  facts: russianCredentialFacts,
  ask: "Найти",
  asking: "Запрос",
  stop: "Остановить",
  again: "Повторить запрос",
  noAnswer: "Ответа нет",

  identifier: "Идентификатор",
  identifierHint: "TIN, EORI, LEI, номер компании, DID или другой. Пробелы, точки и дефисы не важны.",
  identifierMissing: "Введите идентификатор длиной от 1 до 500 знаков.",
  scheme: "Вид идентификатора",
  anyScheme: "Любой вид",
  schemes: russianIdentifierSchemes,
  found: { here: "Этот сервис", partner: "Сервис органа-партнёра; оценено здесь" },
  foundTerm: "Кто сообщил",
  nothingTitle: "Здесь ничего не известно, или сообщать об этом нельзя никому",
  incompleteTitle: "Этот ответ неполный",
  incompleteNothing: "Сейчас определить невозможно: ответили не все",
  answerFor: (identifier) => `Ответ по идентификатору ${identifier}`,
  asOf: (block, time) => `Прочитано в блоке ${block}, ${dateTime(time)}.`,

  key: {
    fold: "У меня есть ключ API",
    hint: "С ним можно проверять длинные списки, а признанному органу сообщают больше.",
  },

  list: {
    label: "Идентификаторы, по одному в строке",
    hint: (limit) => `Во втором столбце можно указать вид, например EORI. Предельное число строк без ключа API: ${limit}, около 20 в минуту; с ключом: 10\u00a0000.`,
    file: "Выбрать файл CSV",
    start: "Проверить список",
    empty: "Вставьте хотя бы один идентификатор.",
    tooMany: (count, limit) => `Строк в списке: ${count}, а таким способом можно проверить не больше ${limit}. Сократите список${limit < 10_000 ? " или введите ключ API" : ""}.`,
    progress: (done, of) => `Получено ответов: ${done} из ${of}`,
    pausing: (seconds) => `Сервис принимает ограниченное число запросов в минуту. Проверка продолжится через ${seconds} с.`,
    stopped: "Остановлено. Строки без ответа не запрашивались.",
    done: "Ответ получен по каждой строке.",
    caption: "Ответы по строкам",
    columns: { line: "Строка", identifier: "Идентификатор", answer: "Ответ", operator: "Оператор", until: "До", issuer: "Кем выдано" },
    filter: "Показать",
    filterText: "Найти в таблице",
    all: "Все ответы",
    noneFits: "Подходящих строк нет. Выберите «Все ответы» и очистите поиск.",
    more: (count) => `Показать ещё ${count}`,
    shown: (count, of) => (count === of ? `Строк: ${count}` : `Строк: ${count} из ${of}`),
    download: "Сохранить как CSV",
    print: "Распечатать",
    incomplete: "ответили не все",
    furtherOnes: (count) => (count === 1 ? "и ещё один статус" : `и ещё статусы: ${count}`),
  },

  paper: {
    issuer: "Выдавшая организация",
    chooseIssuer: "Выберите выдавшую организацию",
    otherIssuer: "Другая: по её DID",
    issuersUnknown: "Список выдающих организаций загрузить не удалось. Укажите организацию по её DID.",
    did: "DID выдавшей организации",
    didHint: "did:ethr:… с указанием цепочки или 0x и 40 знаков.",
    didWrong: "Это не DID выдавшей организации. Скопируйте его целиком: did:ethr:0x…:0x и 40 знаков.",
    number: "Номер, указанный в сертификате",
    thing: "Ещё одно сведение из него",
    things: { exporterName: "Наименование экспортёра", consigneeName: "Наименование грузополучателя", exporterIdentifier: "Идентификатор экспортёра", invoiceNumber: "Номер инвойса", transportDocument: "Транспортный документ" },
    value: "Как напечатано",
    valueHint: "Заглавные буквы, пробелы и точки не важны.",
    missing: "Заполните это поле так, как указано на бумаге.",
    nothing: {
      headline: "Подходящего сертификата нет",
      means: "Ни один сертификат этой организации не соответствует тому, что вы указали. Что именно неверно, номер или другое сведение, не сообщается, и это ничего не говорит о документах, выданных в другом месте.",
      todo: "Сравните номер, выдавшую организацию и другое сведение с бумагой, буква за буквой. Если они верны, обратитесь к выдавшей организации.",
    },
    holds: {
      headline: ({ type, issuer }) => `Документ есть в реестре и действует: ${type.one}, выдан организацией ${issuer}`,
      means: "Выдавшая организация внесла запись о сертификате с этим номером, имела на это право, и он по-прежнему действует. Это относится к её собственному экземпляру, а не к вашей бумаге.",
      todo: "Попросите у отправителя файл сертификата и проверьте его или попросите выдавшую организацию сравнить сведения вместе с вами. На бумаге может стоять верный номер, а говорить она может другое.",
    },
    copy: "Найдена заверенная копия, и на бумаге это должно быть указано. Бумага с этим номером без такой отметки относится к другому сертификату, утраченному.",
    certificate: (number, day) => `Сертификат ${number}, дата: ${date(day)}`,
  },

  ...russianOperatorsPagePresenting,

  recognitions: {
    whole: "Вся таблица, с цепочками признаний",
    caption: "Признания длящихся прав",
    columns: { recogniser: "Кто признаёт", recognised: "Кого признают", type: "Для чего", state: "Состояние" },
    more: (count) => `Ещё ${count} на странице признаний.`,
  },

  recent: {
    title: "Недавние проверки на этом устройстве",
    remember: "Запоминать проверки на этом устройстве",
    rememberHint: "Время, вид, последние четыре знака и ответ; имена и названия никогда. Не включайте это на устройстве, которым пользуются другие.",
    none: "Ничего ещё не запомнено. То, что вы проверите с этого момента, появится здесь.",
    caption: "Недавние проверки, сначала новые",
    columns: { time: "Время", kind: "Вид", end: "Последние знаки", answer: "Ответ тогда" },
    clear: "Забыть все",
    cleared: "Все забыты.",
    lines: (count) => (count === 1 ? "одна строка" : `строк: ${count}`),
  },
};

function headline({ verdict, reason, type, issuer, standing, recognition }: DeskParts): string {
  switch (verdict) {
    case "authentic":
      return `Статус подтверждён. Подлинный документ: ${type.one}, выдан организацией ${issuer}${recognition === null ? "" : `, признан организацией ${recognition.by} с ${date(recognition.since)}`}`;
    case "no_longer_valid":
      return `Документ не действует: ${type.one}, выдан организацией ${issuer}; ${ending({ reason, standing })}`;
    case "undetermined":
      return "Сейчас определить невозможно";
    case "not_entitled":
      return `Выдавшая организация не признана: никто из тех, кому доверяет этот сервис проверки, не подтверждает полномочия организации ${issuer}`;
    case "altered":
      return isAboutHolder(reason) ? "Ничто не подтверждает, что это предъявляет сам владелец" : "Это не то, что подписала выдавшая организация";
    default:
      return "Записи нет";
  }
}

const CHANGES = { suspended: "приостановлен", revoked: "отозван", replaced: "заменён другим документом" } as const;

function ending({ reason, standing }: Pick<DeskParts, "reason" | "standing">): string {
  if (reason === "recognition_ended") return "эта организация больше не признана";
  if (reason === "expired") return "срок закончился";
  if (reason === "not_yet_valid") return "срок ещё не начался";
  // A status list may say so where the ledger has no word of it.
  if ((reason === "revoked" || reason === "suspended") && standing?.standing !== reason) return CHANGES[reason];
  if (standing === null || standing.standing === "active") return "сейчас не в силе";
  const by = standing.by === null ? "" : ` (заявила организация ${standing.by})`;
  return `${CHANGES[standing.standing]}${standing.since === null ? "" : ` с ${date(standing.since)}`}${by}`;
}
