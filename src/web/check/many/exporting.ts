// The list of results as a file for spreadsheets.

import { countingAnchor, typeWords } from "../../../words/sentences.ts";
import { visible } from "../../../words/visible.ts";
import { words } from "../../frame/language.ts";
import { saveTable } from "../../frame/saving.ts";
import { troubleAdvice } from "../../frame/TroubleNote.tsx";
import { headlineOf } from "../itemAnswer.ts";
import { questionOf, type DocumentItem } from "../items.ts";
import { nameOf } from "../names.ts";
import { said } from "../words.ts";
import { groupOf, labelOf } from "./groups.ts";

/** A path within a folder is told whole. */
const NAME_CHARACTERS = 1_000;

type Column = keyof typeof said.csv;

/** Saves the results as a file on this device, a line each, what was not answered among them. */
export function saveCsv(items: readonly DocumentItem[]): void {
  const columns = Object.keys(said.csv) as Column[];
  const rows = items.map(rowOf).map((row) => columns.map((column) => row[column] ?? ""));
  saveTable([columns.map((column) => said.csv[column]), ...rows], `tradeseal-${new Date().toISOString().slice(0, 10)}.csv`);
}

function rowOf(item: DocumentItem): Partial<Record<Column, string>> {
  const { state, seal } = item;
  const row = {
    file: item.name === null ? nameOf(item) : visible(item.name, NAME_CHARACTERS),
    digest: questionOf(item)?.digest ?? "",
    seal: seal === null ? "" : visible(seal.name, NAME_CHARACTERS),
    service: location.host,
  };
  if (state.is === "unanswered") return { ...row, verdict: labelOf("unanswered"), says: troubleAdvice(state.trouble).means };
  if (state.is !== "answered") return { ...row, verdict: labelOf(groupOf(item)) };
  const { verdict, reason = "", subject, issuer, block, checkedAt } = state.report;
  const anchor = verdict === "altered" ? undefined : countingAnchor(state.report);
  return {
    ...row,
    ...{ verdict, reason, checkedAt, says: headlineOf(item, state.report) },
    type: subject.documentType === undefined ? "" : typeWords(subject.documentType, words).one,
    issuer: visible(issuer?.name ?? ""),
    issuerDid: visible(issuer?.did ?? ""),
    since: anchor?.anchoredAt ?? "",
    standing: anchor?.standing?.standing ?? "",
    standingSince: anchor?.standing?.since ?? "",
    block: String(block?.number ?? ""),
    chain: String(block?.chainId ?? ""),
  };
}
