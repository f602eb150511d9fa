-- A store of version 1 as that version wrote it. Never edited.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY NOT NULL,
    key TEXT NOT NULL UNIQUE,
    digits TEXT NOT NULL,
    phone TEXT NOT NULL,
    started_at TEXT NOT NULL,
    answer_created_at TEXT,
    answer_valid_until TEXT,
    answer_last_four TEXT,
    answer_active INTEGER,
    ending TEXT,
    ask_again_from TEXT,
    dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
) STRICT;
INSERT INTO "attempts" VALUES(1,'k1','498213437654','+49 821 3437654','2026-01-02T03:04:00Z',NULL,NULL,NULL,NULL,'key_received',NULL,0);
INSERT INTO "attempts" VALUES(2,'k9','491713920063','+49 171 3920063','2026-01-03T03:04:00Z','2026-01-03T03:04:01Z','2027-01-03T03:04:01Z','1234',1,NULL,'2026-01-04T00:00:00Z',1);
CREATE TABLE keys (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
    last_four TEXT NOT NULL,
    digits TEXT,
    phone TEXT,
    created_at TEXT,
    valid_until TEXT,
    status TEXT NOT NULL CHECK (status IN ('active', 'expired', 'retired', 'refused')),
    last_proven_at TEXT,
    added_at TEXT NOT NULL
) STRICT;
INSERT INTO "keys" VALUES('k1','Київ','sandbox','4bf2','498213437654','+49 821 3437654','2026-01-02T03:04:05Z','2027-01-02T03:04:05Z','active','2026-02-03T00:00:00Z','2026-01-02T03:04:06Z');
INSERT INTO "keys" VALUES('k2','','sandbox','0a77','498213437654','+49 821 3437654',NULL,NULL,'retired',NULL,'2025-01-02T03:04:06Z');
INSERT INTO "keys" VALUES('k3','Shop; "Web"','production','91c0',NULL,NULL,NULL,NULL,'refused','2026-03-03T00:00:00Z','2026-01-05T00:00:00Z');
INSERT INTO "keys" VALUES('k4','Склад','ukraine','7d1e',NULL,NULL,NULL,NULL,'expired',NULL,'2026-01-06T00:00:00Z');
CREATE INDEX keys_by_digits ON keys (digits);
CREATE INDEX attempts_by_digits ON attempts (digits);
COMMIT;
PRAGMA user_version = 1;
