// Credentials in the store, each with the document that it is anchored as.

import type { JsonObject } from "../../core/json.ts";
import type { Consent, Issuances, StoredCredential } from "../../flows/issuing/issuancePorts.ts";
import type { StoredDocument } from "../../flows/issuing/issuePorts.ts";
import type { Database } from "./store.ts";

type Connection = Pick<Database, "selectFrom">;
type Credentials = Pick<Issuances, "credentialById" | "credentialsOf" | "setConsent" | "credentialsNaming">;

/** The part of the issuances that keeps credentials. */
export function credentialsIn(db: Database): Credentials {
  return {
    credentialById: (id) => credentialWith(db, id),

    async credentialsOf(issuer, { before, limit }) {
      const all = credentialRows(db).where("credentials.issuer", "=", issuer).orderBy("credentials.number", "desc").limit(limit);
      return (await (before === null ? all : all.where("credentials.number", "<", before)).execute()).map(credentialFrom);
    },

    async setConsent(id, { publishName, shareWithMraPartners }) {
      await db.updateTable("credentials").set({ publish_name: publishName ? 1 : 0, share_with_partners: shareWithMraPartners ? 1 : 0 }).where("id", "=", id).execute();
    },

    async credentialsNaming({ scheme, value }, { issuers, shapes, by, consent }, limit) {
      if (issuers.length === 0 || shapes.length === 0) return [];
      const named = db.selectFrom("operator_identifiers").select("credential_id").where("value", "=", value);
      const found = scheme === null ? named : named.where("scheme", "=", scheme);
      const may = credentialRows(db).where("credentials.id", "in", found).where("credentials.issuer", "in", issuers).where("credentials.shape", "in", shapes)
        .where(({ eb, and, or }) => or([...consent.map((each) => and(consentOf(each).map(([column, flag]) => eb(column, "=", flag)))), ...(by === null ? [] : [eb("credentials.issuer", "=", by)])]));
      return (await may.orderBy("credentials.number", "desc").limit(limit).execute()).map(credentialFrom);
    },
  };
}

type Columns = readonly (readonly ["credentials.publish_name" | "credentials.share_with_partners", 0 | 1])[];

/** A consent as the columns that hold it; what it leaves open is not looked at. */
function consentOf({ publishName, shareWithMraPartners }: Partial<Consent>): Columns {
  const flags = [["credentials.publish_name", publishName], ["credentials.share_with_partners", shareWithMraPartners]] as const;
  return flags.flatMap(([column, says]): Columns => (says === undefined ? [] : [[column, says ? 1 : 0]]));
}

/** The credential with this id, or `null`. */
export async function credentialWith(db: Connection, id: string): Promise<StoredCredential | null> {
  const row = await credentialRows(db).where("credentials.id", "=", id).executeTakeFirst();
  return row === undefined ? null : credentialFrom(row);
}

const credentialRows = (db: Connection) =>
  db
    .selectFrom("credentials")
    .innerJoin("documents", "documents.id", "credentials.document_id")
    .select(["credentials.number", "credentials.id", "credentials.issuance_id", "credentials.issuer", "credentials.shape", "credentials.format", "credentials.text", "credentials.subject"])
    .select(["credentials.valid_from", "credentials.valid_until", "credentials.publish_name", "credentials.share_with_partners"])
    .select(["documents.id as document_id", "documents.document_type", "documents.digest", "documents.leaf", "documents.reference", "documents.is_published", "documents.generation"])
    .select(["documents.accepted_at", "documents.standing", "documents.replacement", "documents.write_id", "documents.position"]);

type CredentialRow = Awaited<ReturnType<ReturnType<typeof credentialRows>["execute"]>>[number];

/** What stands in the store was checked at the door. */
function credentialFrom(row: CredentialRow): StoredCredential {
  const { number, id, issuance_id: issuanceId, issuer, shape, format, text, subject, valid_from: validFrom, valid_until: validUntil, publish_name, share_with_partners } = row;
  const consent = { publishName: publish_name === 1, shareWithMraPartners: share_with_partners === 1 };
  return { number, id, issuanceId, issuer, shape, format, text, subject: JSON.parse(subject) as JsonObject, validFrom, validUntil, consent, document: documentOf(row) } as StoredCredential;
}

function documentOf({ document_id: id, issuer, document_type: documentType, digest, leaf, reference, is_published, generation, accepted_at, standing, replacement, write_id, position }: CredentialRow): StoredDocument {
  const batch = write_id === null ? null : { writeId: write_id, position: position! };
  return { id, issuer, documentType, digest, leaf, reference, isPublished: is_published === 1, generation, acceptedAt: accepted_at, standing, replacement, batch } as StoredDocument;
}
