// The migration that brings issuances: what was issued together, credentials, their places in status lists.

import type { Generated } from "kysely";
import type { Migration } from "kysely/migration";
import { migrationOf } from "./migrationDialect.ts";

type Flag = 0 | 1;

/** The tables of issuing. */
export interface IssuanceTables {
  issuances: { number: Generated<number>; id: string; issuer: string };
  issuance_documents: { issuance_id: string; document_id: string; place: number; role: string };
  issuance_keys: { issuer: string; key: string; request_digest: string; issuance_id: string };
  credentials: CredentialsTable;
  status_places: { issuer: string; purpose: string; list: number; position: number; credential_id: string };
  operator_identifiers: { value: string; scheme: string; credential_id: string };
}

interface CredentialsTable {
  number: Generated<number>;
  id: string;
  issuance_id: string;
  document_id: string;
  issuer: string;
  shape: string;
  format: string;
  text: string;
  /** JSON. */
  subject: string;
  valid_from: number;
  valid_until: number | null;
  publish_name: Flag;
  share_with_partners: Flag;
}

export const issuing: Migration = migrationOf([
  `CREATE TABLE issuances (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL)`,
  `CREATE TABLE issuance_documents (
    issuance_id TEXT NOT NULL REFERENCES issuances (id), document_id TEXT NOT NULL REFERENCES documents (id), place INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (issuance_id, place))`,
  `CREATE INDEX issuances_by_document ON issuance_documents (document_id)`,
  `CREATE TABLE issuance_keys (
    issuer TEXT NOT NULL, key TEXT NOT NULL, request_digest TEXT NOT NULL, issuance_id TEXT NOT NULL REFERENCES issuances (id), PRIMARY KEY (issuer, key))`,
  `CREATE TABLE credentials (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, issuance_id TEXT NOT NULL REFERENCES issuances (id), document_id TEXT NOT NULL REFERENCES documents (id),
    issuer TEXT NOT NULL, shape TEXT NOT NULL, format TEXT NOT NULL, text TEXT NOT NULL, subject TEXT NOT NULL, valid_from INTEGER NOT NULL, valid_until INTEGER,
    publish_name INTEGER NOT NULL, share_with_partners INTEGER NOT NULL)`,
  `CREATE INDEX credentials_by_issuer ON credentials (issuer, number)`,
  `CREATE INDEX credentials_by_document ON credentials (document_id)`,
  // A place is given once and for ever: the key sees to it, whatever asks.
  `CREATE TABLE status_places (
    issuer TEXT NOT NULL, purpose TEXT NOT NULL, list INTEGER NOT NULL, position INTEGER NOT NULL, credential_id TEXT NOT NULL REFERENCES credentials (id),
    PRIMARY KEY (issuer, purpose, list, position))`,
  `CREATE TABLE operator_identifiers (value TEXT NOT NULL, scheme TEXT NOT NULL, credential_id TEXT NOT NULL REFERENCES credentials (id), PRIMARY KEY (value, scheme, credential_id))`,
  // Changes that one act made of several leaves, so that they go to the ledger in one transaction.
  `ALTER TABLE standing_changes ADD COLUMN together TEXT`,
]);
