-- A store as the first release kept it: made by the code of the migrations 0001 to 0004, and not to be changed.
-- The API key of the chamber in it: tradeseal_c3f509497741a9e5_l40dVPczLpQqYxkgG7otlRXrzimU8Ruk74V1bOuBB_g
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE writes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
    block_number INTEGER, block_hash TEXT, block_time INTEGER, problem TEXT, not_before REAL NOT NULL DEFAULT 0);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL, document_type TEXT NOT NULL, digest TEXT NOT NULL,
    leaf TEXT NOT NULL, reference TEXT, is_published INTEGER NOT NULL, generation INTEGER NOT NULL, accepted_at REAL NOT NULL,
    standing TEXT NOT NULL DEFAULT 'active', replacement TEXT, write_id INTEGER REFERENCES writes (id), position INTEGER,
    UNIQUE (digest, issuer, document_type, generation));
CREATE TABLE standing_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents (id), standing TEXT NOT NULL, reason TEXT NOT NULL,
    replacement TEXT, note TEXT, accepted_at REAL NOT NULL, write_id INTEGER REFERENCES writes (id));
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, write_id INTEGER NOT NULL REFERENCES writes (id), account TEXT NOT NULL, nonce INTEGER NOT NULL,
    hash TEXT NOT NULL UNIQUE, raw TEXT NOT NULL, max_fee_per_gas TEXT NOT NULL, sent_at REAL NOT NULL, last_sent_at REAL NOT NULL);
CREATE TABLE idempotency_keys (
    issuer TEXT NOT NULL, key TEXT NOT NULL, request_digest TEXT NOT NULL, document_id TEXT NOT NULL REFERENCES documents (id), PRIMARY KEY (issuer, key));
CREATE TABLE issuers (address TEXT PRIMARY KEY, name TEXT NOT NULL, account TEXT NOT NULL, created_at REAL NOT NULL, successor TEXT);
CREATE TABLE api_keys (id TEXT PRIMARY KEY, issuer TEXT NOT NULL REFERENCES issuers (address), secret_digest TEXT NOT NULL, created_at REAL NOT NULL, scopes TEXT NOT NULL DEFAULT 'issue accredit read', expires_at REAL, revoked_at REAL, last_used_on TEXT);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE grants (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, grantor TEXT NOT NULL, grantee TEXT NOT NULL, document_type TEXT NOT NULL,
    name TEXT, write_id INTEGER NOT NULL REFERENCES writes (id), accepted_at REAL NOT NULL);
CREATE TABLE grant_keys (issuer TEXT NOT NULL, key TEXT NOT NULL, request_digest TEXT NOT NULL, grant_ids TEXT NOT NULL, PRIMARY KEY (issuer, key));
CREATE TABLE journal (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL, details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE journal_heads (
    number INTEGER PRIMARY KEY, hash TEXT NOT NULL, issuer TEXT NOT NULL, digest TEXT NOT NULL, document_id TEXT REFERENCES documents (id), at REAL NOT NULL);
CREATE TABLE standing_words (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, speaker TEXT NOT NULL, issuer TEXT NOT NULL, document_type TEXT NOT NULL,
    digest TEXT NOT NULL, leaf TEXT NOT NULL, standing TEXT NOT NULL, reason TEXT NOT NULL, replacement TEXT, note TEXT, accepted_at REAL NOT NULL,
    write_id INTEGER NOT NULL REFERENCES writes (id));
INSERT INTO "kysely_migration" ("name", "timestamp") VALUES ('0001_first', '2026-11-22T00:40:54.243Z');
INSERT INTO "kysely_migration" ("name", "timestamp") VALUES ('0002_administration', '2026-11-22T00:40:54.301Z');
INSERT INTO "kysely_migration" ("name", "timestamp") VALUES ('0003_standing_words', '2026-11-22T00:40:54.334Z');
INSERT INTO "kysely_migration" ("name", "timestamp") VALUES ('0004_successors', '2026-11-22T00:40:54.383Z');
INSERT INTO "kysely_migration_lock" ("id", "is_locked") VALUES ('migration_lock', 0);
INSERT INTO "writes" ("id", "account", "kind", "body", "state", "block_number", "block_hash", "block_time", "problem", "not_before") VALUES (1, '0x0000000000000000000000000000000000000002', 'anchor', '{"kind":"anchor","issuer":"0x0000000000000000000000000000000000000002","documentType":"861","isPublished":true,"leaves":["b947f14e9a8e7780e142929ce4de555af79a66755816f95b9fa06e842b4b224a","1075976003c716e0a2a2bb56d7c400bb2dab6982d6ccf78b4f9e924848e4981d"],"root":"65fbd64d240c9dc2a2a9f7889afcabd6e37d605502e4251975cda4523e2768a6"}', 'final', 12, '0x0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b', 1790000022, NULL, 0);
INSERT INTO "writes" ("id", "account", "kind", "body", "state", "block_number", "block_hash", "block_time", "problem", "not_before") VALUES (2, '0x0000000000000000000000000000000000000001', 'accredit', '{"kind":"accredit","grantor":"0x0000000000000000000000000000000000000001","grantee":"0x0000000000000000000000000000000000000002","documentType":"861","from":1789000000,"until":1800000000,"mayPassOn":false,"name":"Chamber","credentialDigest":"0x0000000000000000000000000000000000000000000000000000000000000000"}', 'batched', NULL, NULL, NULL, NULL, 0);
INSERT INTO "writes" ("id", "account", "kind", "body", "state", "block_number", "block_hash", "block_time", "problem", "not_before") VALUES (3, '0x0000000000000000000000000000000000000001', 'delegate', '{"kind":"delegate","identity":"0x0000000000000000000000000000000000000001","delegate":"0x0000000000000000000000000000000000000002","validitySeconds":60}', 'batched', NULL, NULL, NULL, NULL, 0);
INSERT INTO "writes" ("id", "account", "kind", "body", "state", "block_number", "block_hash", "block_time", "problem", "not_before") VALUES (4, '0x0000000000000000000000000000000000000001', 'standing', '{"kind":"standing","speaker":"0x0000000000000000000000000000000000000001","issuer":"0x0000000000000000000000000000000000000002","documentType":"861","leaves":["23eed8454466d2069f7395f8feffd984a7ad4d379cb25684e8d436c6b0180aef"],"standing":"revoked","reason":"fraud","replacement":null}', 'batched', NULL, NULL, NULL, NULL, 0);
INSERT INTO "documents" ("number", "id", "issuer", "document_type", "digest", "leaf", "reference", "is_published", "generation", "accepted_at", "standing", "replacement", "write_id", "position") VALUES (1, 'document-0', '0x0000000000000000000000000000000000000002', '861', '19e6bd2cd5bf609698c0c4a92280ad54d614eca1576244d9c9916b3721560278', 'b947f14e9a8e7780e142929ce4de555af79a66755816f95b9fa06e842b4b224a', NULL, 1, 0, 1790000010.5, 'suspended', NULL, 1, 0);
INSERT INTO "documents" ("number", "id", "issuer", "document_type", "digest", "leaf", "reference", "is_published", "generation", "accepted_at", "standing", "replacement", "write_id", "position") VALUES (2, 'document-1', '0x0000000000000000000000000000000000000002', '861', 'caa0c419ed4b5d7628d1ce29a28ca67850f779c4d929febffc192a514f1e186e', '7cd0ce5961c286d0c0824863ff7f5e255c780c259f4f575a4805956b8d73ee2a', '№ 1', 0, 0, 1790000011.5, 'active', NULL, NULL, NULL);
INSERT INTO "documents" ("number", "id", "issuer", "document_type", "digest", "leaf", "reference", "is_published", "generation", "accepted_at", "standing", "replacement", "write_id", "position") VALUES (3, 'document-2', '0x0000000000000000000000000000000000000002', '861', '7a89f07afb4d1b977149fc8b7f2a180057b5e742d5d31d5339a2b3ec23427d26', '1075976003c716e0a2a2bb56d7c400bb2dab6982d6ccf78b4f9e924848e4981d', NULL, 1, 0, 1790000012.5, 'active', NULL, 1, 1);
INSERT INTO "documents" ("number", "id", "issuer", "document_type", "digest", "leaf", "reference", "is_published", "generation", "accepted_at", "standing", "replacement", "write_id", "position") VALUES (4, 'document-3', '0x0000000000000000000000000000000000000002', '861', '3d2a8e9d4efc4bbf49fd1f0d83228a4a775c4c44c36fe635515e2d0f589da3f6', '46a8f11dfc5cdebfb65249dca1a4cad713d05e19408983acfb5058887dcfea62', '№ 3', 0, 0, 1790000013.5, 'active', NULL, NULL, NULL);
INSERT INTO "documents" ("number", "id", "issuer", "document_type", "digest", "leaf", "reference", "is_published", "generation", "accepted_at", "standing", "replacement", "write_id", "position") VALUES (5, 'document-4', '0x0000000000000000000000000000000000000002', '861', 'ebbb26765e8c2254e38a31d3f48c036c6e2b757cc260ded2d43823fc012a052c', '472f70194b612732c7e5707b858781fceb7257ece037cdbbc359cd6b298d95b4', NULL, 1, 0, 1790000014.5, 'active', NULL, NULL, NULL);
INSERT INTO "standing_changes" ("id", "document_id", "standing", "reason", "replacement", "note", "accepted_at", "write_id") VALUES (1, 'document-0', 'suspended', 'under_investigation', NULL, 'asked by phone', 1790000030, NULL);
INSERT INTO "attempts" ("id", "write_id", "account", "nonce", "hash", "raw", "max_fee_per_gas", "sent_at", "last_sent_at") VALUES (1, 1, '0x0000000000000000000000000000000000000002', 0, '0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a', '0x02f8', '1500000007', 1790000020.25, 1790000021.25);
INSERT INTO "idempotency_keys" ("issuer", "key", "request_digest", "document_id") VALUES ('0x0000000000000000000000000000000000000002', 'order 3', '3d2a8e9d4efc4bbf49fd1f0d83228a4a775c4c44c36fe635515e2d0f589da3f6', 'document-3');
INSERT INTO "issuers" ("address", "name", "account", "created_at", "successor") VALUES ('0x0000000000000000000000000000000000000001', 'Customs', '0x0000000000000000000000000000000000000001', 1790000000, NULL);
INSERT INTO "issuers" ("address", "name", "account", "created_at", "successor") VALUES ('0x0000000000000000000000000000000000000002', 'Chamber', '0x0000000000000000000000000000000000000002', 1790000001, '0x0000000000000000000000000000000000000007');
INSERT INTO "api_keys" ("id", "issuer", "secret_digest", "created_at", "scopes", "expires_at", "revoked_at", "last_used_on") VALUES ('c3f509497741a9e5', '0x0000000000000000000000000000000000000002', '2aabd263ca13797b32022aee670e898f3c3bd42b2521551dd72bc761a5c9b8a5', 1790000002, 'issue accredit read', NULL, NULL, NULL);
INSERT INTO "settings" ("name", "value") VALUES ('publicUrl', 'https://chamber.example');
INSERT INTO "grants" ("number", "id", "grantor", "grantee", "document_type", "name", "write_id", "accepted_at") VALUES (1, 'grant-1', '0x0000000000000000000000000000000000000001', '0x0000000000000000000000000000000000000002', '861', 'Chamber', 2, 1790000040);
INSERT INTO "grant_keys" ("issuer", "key", "request_digest", "grant_ids") VALUES ('0x0000000000000000000000000000000000000001', 'grant once', 'cd0aa9856147b6c5b4ff2b7dfee5da20aa38253099ef1b4a64aced233c9afe29', 'grant-1');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (1, '2026-09-21T14:13:20.000Z', 'service', 'issuer_registered', '{"account":"0x0000000000000000000000000000000000000001","address":"0x0000000000000000000000000000000000000001","name":"Customs"}', '0000000000000000000000000000000000000000000000000000000000000000', '1a6a6bd1876e369534539305e919c177330677895ac3479e143c0d79183c6c32');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (2, '2026-09-21T14:13:21.000Z', 'user:maria', 'issuer_registered', '{"account":"0x0000000000000000000000000000000000000002","address":"0x0000000000000000000000000000000000000002","name":"Chamber"}', '1a6a6bd1876e369534539305e919c177330677895ac3479e143c0d79183c6c32', '3c15d898f26f619a4747a6a9373e1aa6b0a3b9f11d3f7e1b8a1f1982ebcff31f');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (3, '2026-09-21T14:13:22.000Z', 'service', 'api_key_created', '{"expiresAt":null,"issuer":"0x0000000000000000000000000000000000000002","keyId":"c3f509497741a9e5","scopes":["issue","accredit","read"]}', '3c15d898f26f619a4747a6a9373e1aa6b0a3b9f11d3f7e1b8a1f1982ebcff31f', '5cc17eb30c817af5a76eaacade38de4df970e0f5c150daf4b0cec8dc0fc9e46b');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (4, '2026-11-22T00:40:54.423Z', 'service', 'setting_changed', '{"name":"publicUrl","valueDigest":"b3fbecca0ff886eb4f5a3612773332a1385b44e1ffd3d2ba0258819445c4058e"}', '5cc17eb30c817af5a76eaacade38de4df970e0f5c150daf4b0cec8dc0fc9e46b', '6dbf91db6e2ac084c08e08fee88389a32d883928eb2dd5d651d2dcf848360a97');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (5, '2026-09-21T14:14:00.000Z', 'user:maria', 'granted', '{"credentialDigest":"0x0000000000000000000000000000000000000000000000000000000000000000","documentType":"861","from":1789000000,"grantId":"grant-1","grantee":"0x0000000000000000000000000000000000000002","grantor":"0x0000000000000000000000000000000000000001","mayPassOn":false,"name":"Chamber","until":1800000000}', '6dbf91db6e2ac084c08e08fee88389a32d883928eb2dd5d651d2dcf848360a97', '5eacbd5c9069a3e1aafd7de17d87362cd8a0bcc588f0cba0174b63db3aa1b34e');
INSERT INTO "journal" ("number", "at", "by", "act", "details", "previous", "hash") VALUES (6, '2026-09-21T14:14:01.000Z', 'user:maria', 'delegated', '{"delegate":"0x0000000000000000000000000000000000000002","identity":"0x0000000000000000000000000000000000000001","kind":"delegate","validitySeconds":60}', '5eacbd5c9069a3e1aafd7de17d87362cd8a0bcc588f0cba0174b63db3aa1b34e', '5dfc5d7d416e2869312d69cb4d250b8b6c5cd47fe876d0ce777d6f75647431de');
INSERT INTO "journal_heads" ("number", "hash", "issuer", "digest", "document_id", "at") VALUES (6, '5dfc5d7d416e2869312d69cb4d250b8b6c5cd47fe876d0ce777d6f75647431de', '0x0000000000000000000000000000000000000001', '9f2e6d33a3717ee826353a404ba4618d1aeeb6879ad7936bce8ed5f46814924d', NULL, 1790000060);
INSERT INTO "standing_words" ("number", "id", "speaker", "issuer", "document_type", "digest", "leaf", "standing", "reason", "replacement", "note", "accepted_at", "write_id") VALUES (1, 'word-1', '0x0000000000000000000000000000000000000001', '0x0000000000000000000000000000000000000002', '861', '7b1b763ee8f62eb88e4742a760f912d0b19bcd58b2b948999784bacc15a7f4d7', '23eed8454466d2069f7395f8feffd984a7ad4d379cb25684e8d436c6b0180aef', 'revoked', 'fraud', NULL, NULL, 1790000050, 4);
CREATE INDEX writes_open ON writes (account, id) WHERE state NOT IN ('final', 'refused');
CREATE INDEX writes_final ON writes (block_number) WHERE state = 'final';
CREATE INDEX documents_waiting ON documents (number) WHERE write_id IS NULL;
CREATE INDEX standing_changes_waiting ON standing_changes (id) WHERE write_id IS NULL;
CREATE INDEX attempts_by_write ON attempts (write_id);
CREATE INDEX grants_by_grantor ON grants (grantor, grantee, document_type, number);
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX standing_words_by_leaf ON standing_words (leaf, speaker);
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'grants';
UPDATE sqlite_sequence SET seq = 5 WHERE name = 'documents';
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'writes';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'attempts';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'standing_changes';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'standing_words';
