// Verifying without a service: the ledger is read here, by the rules that a service follows.

import { readClientConfig } from "../../config.ts";
import { connect, credentialPortsOn, openIndex, readLedgerFile, verifierOn } from "../../ledgerAccess.ts";
import { readTrustRoots } from "../../office.ts";
import { parseDocumentType, type DocumentType } from "../../core/documentType.ts";
import type { TrustRoot } from "../../core/evidence.ts";
import type { Seal } from "../../core/seal.ts";
import type { LedgerEvents } from "../../flows/ports.ts";
import { verify } from "../../flows/verifying/verify.ts";
import { credentialJudge } from "../../flows/verifying/verifyCredential.ts";
import { knownDocumentTypes } from "../../words/words.ts";
import { Complaint } from "../terminal/complaint.ts";
import type { Verifier } from "./fileChecks.ts";
import { readSmallFile } from "../files/files.ts";
import { progressBar } from "../terminal/progressBar.ts";
import type { NamedTrustRoot } from "../terminal/options.ts";
import type { CredentialVerifier } from "../files/signedFiles.ts";

/** The ledger and whom to believe, as options. */
export interface LedgerOptions {
  readonly rpc: string;
  readonly ledger: string;
  readonly trustRoot?: readonly NamedTrustRoot[];
  readonly trustRoots?: string;
  readonly confirmations?: number;
}

/** What will be asked, as far as it is known before. */
interface Scope {
  readonly seals: readonly (Seal | null)[];
  readonly documentType: DocumentType | null;
}

/** A verifier of credentials that reads the ledger itself; status lists are fetched from where the credentials name them. */
export function ledgerCredentialVerifier(options: LedgerOptions): CredentialVerifier {
  const ledger = readingFile("The ledger file", options.ledger, readLedgerFile);
  const trustRoots = trustRootsIn(options, { seals: [], documentType: null });
  const connected = connect(ledger, { url: options.rpc, confirmations: options.confirmations ?? null });
  const index = openIndex(":memory:", connected);
  const judge = credentialJudge(credentialPortsOn(connected, verifierOn(connected, index, () => trustRoots), readClientConfig()));
  return {
    verify: (text) => judge.judge(text),
    howAsked: `Read at ${options.rpc}, without a service.`,
    async close() {
      index.close();
      await connected.close();
    },
  };
}

/** A verifier that reads the ledger itself. Nothing of what it reads is kept. */
export function ledgerVerifier(options: LedgerOptions, scope: Scope): Verifier {
  const ledger = readingFile("The ledger file", options.ledger, readLedgerFile);
  const trustRoots = trustRootsIn(options, scope);
  const connected = connect(ledger, { url: options.rpc, confirmations: options.confirmations ?? null });
  const seals = scope.seals.filter((seal) => seal !== null);
  const isSealed = seals.length === scope.seals.length;
  const bar = progressBar("Reading the ledger");
  const index = openIndex(":memory:", { ledger, events: isSealed ? aroundSeals(connected.events, seals) : connected.events }, { progress: bar.at });
  const ports = verifierOn(connected, index, () => trustRoots);
  return {
    async verify(subject) {
      const report = await verify(subject, ports);
      bar.end();
      return report;
    },
    howAsked: () => howFar(index.index.reached()?.number ?? null, { isSealed, url: options.rpc, firstBlock: ledger.firstBlock ?? 0 }),
    async close() {
      index.close();
      await connected.close();
    },
  };
}

/** A seal leads to its anchor, so only those anchors, their types' grants and the deactivations are looked for. */
function aroundSeals(events: LedgerEvents, seals: readonly Seal[]): LedgerEvents {
  const wanted = { roots: [...new Set(seals.map(({ root }) => root))], documentTypes: [...new Set(seals.map(({ documentType }) => documentType))] };
  return { ...events, eventsBetween: (from, to) => events.eventsBetween(from, to, wanted) };
}

function howFar(reached: number | null, { isSealed, url, firstBlock }: { isSealed: boolean; url: string; firstBlock: number }): string {
  if (reached === null) return `The ledger at ${url} was not read.`;
  const what = isSealed ? "accreditations and the sealed anchors" : "every anchor and accreditation";
  return `Read at ${url}, without a service: ${what} in blocks ${firstBlock} to ${reached}.`;
}

function trustRootsIn({ trustRoot = [], trustRoots }: LedgerOptions, { seals, documentType }: Scope): TrustRoot[] {
  const named = trustRoot.map(({ address, documentTypes }) => ({ address, name: address, documentTypes: documentTypes ?? typesIn(seals, documentType) }));
  return trustRoots === undefined ? named : [...readingFile("The trust roots' file", trustRoots, readTrustRoots), ...named];
}

/** "All types" means those that have a name, and those that are asked about. */
const typesIn = (seals: readonly (Seal | null)[], type: DocumentType | null): DocumentType[] => [
  ...new Set([...knownDocumentTypes.map(parseDocumentType), ...seals.flatMap((seal) => (seal === null ? [] : [seal.documentType])), ...(type === null ? [] : [type])]),
];

function readingFile<T>(what: string, file: string, read: (file: string) => T): T {
  readSmallFile(what, file);
  try {
    return read(file);
  } catch (error) {
    throw new Complaint("file_unreadable", (error as Error).message, { cause: error });
  }
}
