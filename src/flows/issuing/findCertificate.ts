// Find a certificate by what stands on its paper: number, issuer and one more thing that only who holds it knows.

import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import type { CooSubject } from "../../core/shapes/coo.ts";
import type { Issuances, StoredPart } from "./issuancePorts.ts";
import type { Papers } from "./paperPorts.ts";

/** What may be told beside the number. Days are left out: there are few enough of them to try them all. */
export const knownThings = ["exporterName", "consigneeName", "exporterIdentifier", "invoiceNumber", "transportDocument"] as const;
export type KnownThing = (typeof knownThings)[number];

/** What whoever looks for a paper tells of it. */
export interface CertificateQuestion {
  readonly issuer: Address;
  readonly documentType: DocumentType;
  readonly number: string;
  readonly knows: { readonly thing: KnownThing; readonly value: string };
}

/** So many papers may bear one number: a certified true copy bears its original's. */
const PAPERS_OF_A_NUMBER = 10;

/** The newest paper of which all that was told is true, or `null`. Each answer costs the same look: a wrong word and an unknown number are one. */
export async function findCertificate({ knows, ...name }: CertificateQuestion, { issuances, papers }: { issuances: Pick<Issuances, "issuanceById">; papers: Pick<Papers, "issuancesNumbered"> }): Promise<{ paper: StoredPart; subject: CooSubject } | null> {
  const ids = await papers.issuancesNumbered(name, PAPERS_OF_A_NUMBER);
  const asked = spelt(knows.value);
  for (const id of ids) {
    const parts = (await issuances.issuanceById(id))?.parts ?? [];
    const credential = parts.find(({ role }) => role === "credential")?.credential;
    const paper = parts.find(({ role }) => role === "pdf");
    // Receipts have numbers, too, and speak of no goods.
    if (credential?.shape !== "coo" || paper === undefined) continue;
    const subject = credential.subject as unknown as CooSubject;
    if (asked !== "" && valuesOf(subject, knows.thing).some((value) => spelt(value) === asked)) return { paper, subject };
  }
  return null;
}

function valuesOf({ exporter, consignee, items, transport }: CooSubject, thing: KnownThing): readonly string[] {
  const values: Readonly<Record<KnownThing, readonly (string | undefined)[]>> = {
    exporterName: [exporter.name],
    consigneeName: [consignee?.name],
    exporterIdentifier: [exporter.identifier],
    invoiceNumber: items.map(({ invoice }) => invoice?.number),
    transportDocument: [transport?.transportDocument],
  };
  return values[thing].filter((value) => value !== undefined);
}

/** As people copy it from paper: neither capitals nor blanks nor points decide. */
const spelt = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
