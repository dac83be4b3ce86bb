// Russian on paper: the captions that forms of this kind bear, and plain words for codes.

import { russianAeoPaper } from "./aeoPaper.ts";
import { date, dateTime } from "./dates.ts";
import { russianOperatorCodes } from "./operatorCodes.ts";
import { paperCodes, type PaperCodes } from "../paperCodes.ts";
import type { OriginPaperWords, PaperWords } from "../paperWords.ts";

const codes: PaperCodes = {
  language: "ru",
  // After a fraction stands what stands after two.
  forms: { one: 0, few: 1, many: 2, other: 1 },
  units: {
    KGM: "кг", GRM: "г", TNE: "т", LTR: "л", MTR: "м", MTK: "м²", MTQ: "м³", KWH: "кВт·ч", HLT: "гл",
    H87: ["штука", "штуки", "штук"], C62: ["единица", "единицы", "единиц"], NPR: ["пара", "пары", "пар"], PR: ["пара", "пары", "пар"], DZN: ["дюжина", "дюжины", "дюжин"], SET: ["набор", "набора", "наборов"],
  },
  kinds: {
    CT: ["картонная коробка", "картонные коробки", "картонных коробок"], BX: ["коробка", "коробки", "коробок"], BG: ["мешок", "мешка", "мешков"], PX: ["поддон", "поддона", "поддонов"],
    DR: ["барабан", "барабана", "барабанов"], CR: ["клеть", "клети", "клетей"], PK: ["место", "места", "мест"], RO: ["рулон", "рулона", "рулонов"],
    BE: ["связка", "связки", "связок"], CS: ["ящик", "ящика", "ящиков"], BA: ["бочка", "бочки", "бочек"], BL: ["кипа", "кипы", "кип"], SA: ["большой мешок", "больших мешка", "больших мешков"],
    VR: ["партия навалом, твёрдый груз", "партии навалом, твёрдый груз", "партий навалом, твёрдый груз"], VL: ["партия наливом, жидкий груз", "партии наливом, жидкий груз", "партий наливом, жидкий груз"],
    NE: ["предмет без упаковки", "предмета без упаковки", "предметов без упаковки"],
  },
  modes: { 1: "Морским транспортом", 2: "Железнодорожным транспортом", 3: "Автомобильным транспортом", 4: "Воздушным транспортом", 5: "Почтой", 6: "Несколькими видами транспорта", 7: "Стационарным транспортом", 8: "Внутренним водным транспортом" },
};

const origin: OriginPaperWords = {
  title: "Сертификат о происхождении товара",
  preferential: "Преференциальный",
  nonPreferential: "Непреференциальный",
  form: (formType) => `Форма ${formType}`,
  boxes: {
    exporter: "1 Экспортёр (грузоотправитель): наименование, адрес, страна",
    number: "2 Номер сертификата",
    consignee: "3 Грузополучатель: наименование, адрес, страна",
    countries: "4 Страна происхождения; откуда и куда",
    transport: "5 Средства транспорта и маршрут следования",
    remarks: "6 Примечания",
    item: "7 №",
    packages: "8 Маркировка и номера; число мест и вид упаковки",
    description: "9 Описание товара; код ГС",
    criterion: "10 Страна; критерий",
    weight: "11 Вес брутто; количество; цена",
    invoice: "12 Номер и дата счёта",
    certification: "13 Удостоверение уполномоченного органа",
    declaration: "14 Декларация экспортёра",
    code: "15 Проверка этого документа",
  },
  importerUnknown: "Неизвестен на момент выдачи",
  producer: "Изготовитель",
  producerConfidential: "Изготовитель: сообщается компетентным органам по их запросу",
  identifier: "№",
  route: (from, to) => (from === null ? `Куда: ${to ?? ""}` : `Откуда: ${from}${to === null ? "" : `; куда: ${to}`}`),
  departure: "Отправление:",
  transportDocument: "Транспортный документ",
  carrier: "Перевозчик",
  consignment: "Уникальный номер грузовой партии (UCR)",
  hsCode: "ГС",
  gross: "брутто",
  valueFreeOnBoard: "FOB",
  thirdCountryInvoice: "третья страна",
  totalPackages: "Всего мест",
  officer: "Удостоверил:",
  marks: {
    retroactive: "ВЫДАН ВПОСЛЕДСТВИИ",
    certifiedTrueCopy: "ДУБЛИКАТ – ЗАВЕРЕННАЯ КОПИЯ",
    replacement: "ВЫДАН ВЗАМЕН",
    backToBack: "Сертификат «back-to-back»",
    cumulation: "Кумуляция",
    partialCumulation: "Частичная кумуляция",
    deMinimis: "Правило «де минимис»",
    exhibition: "Выставка",
  },
  replaces: ({ isCopy, number: replaced, date: day, reason }) => `${isCopy ? "Заверенная копия сертификата" : "Выдан взамен сертификата"} ${replaced}${day === null ? "" : ` от ${date(day)}`}${reason === null ? "" : ` (${reason})`}`,
};

/** Russian, for paper. */
export const russianPaper: PaperWords = {
  language: "ru",
  day: date,
  moment: dateTime,
  ...paperCodes(codes),
  checkHow: "Отсканируйте код в своём сервисе проверки; ссылки не открывайте.",
  sheet: (at, of) => `Лист ${at} из ${of}`,
  continued: "продолжение на дополнительном листе",
  continuationOf: (box) => `Продолжение графы ${box}`,
  continuationSheet: "Дополнительный лист",
  codes: russianOperatorCodes,
  origin,
  aeo: russianAeoPaper,
};
