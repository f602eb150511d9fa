-- A store of version 12 as that version wrote it. Never edited.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE affiliations (
    run INTEGER PRIMARY KEY NOT NULL REFERENCES guide_runs (id) ON DELETE CASCADE,
    organization TEXT NOT NULL,
    country TEXT,
    tax_code TEXT NOT NULL,
    full_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_country TEXT,
    email TEXT NOT NULL,
    manager_email TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT;
INSERT INTO "affiliations" VALUES(3,'Hanse','DE','12','Zoë','1','DE','z@firma.example','','uk');
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
CREATE TABLE calendar_entries (
    key TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,
    content TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO "calendar_entries" VALUES('k1','2027-01-02','Київ',1,'2026-01-08T00:00:00Z',0);
CREATE TABLE guide_runs (
    id INTEGER PRIMARY KEY NOT NULL,
    guide TEXT NOT NULL CHECK (guide IN ('europe', 'ukraine', 'method_1')),
    organization TEXT NOT NULL,
    started_at TEXT NOT NULL,
    key TEXT REFERENCES keys (id) ON DELETE SET NULL
, stepped_at TEXT) STRICT;
INSERT INTO "guide_runs" VALUES(3,'europe','Hanse Textil','2026-01-01T00:00:00Z','k3',NULL);
INSERT INTO "guide_runs" VALUES(5,'ukraine','','2026-01-02T00:00:00Z',NULL,NULL);
CREATE TABLE guide_steps (
    run INTEGER NOT NULL REFERENCES guide_runs (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    answer TEXT,
    PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;
INSERT INTO "guide_steps" VALUES(3,'account',1,NULL);
INSERT INTO "guide_steps" VALUES(3,'person',0,'other');
INSERT INTO "guide_steps" VALUES(5,'choose',1,'a');
CREATE TABLE hand_overs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    started_at TEXT NOT NULL,
    receiver TEXT NOT NULL,
    recipient TEXT NOT NULL,
    word TEXT NOT NULL,
    method TEXT,
    receipt_at TEXT,
    receipt_result TEXT,
    CHECK ((receipt_at IS NULL) = (receipt_result IS NULL))
) STRICT;
INSERT INTO "hand_overs" VALUES(1,'k3','2026-01-11T00:00:00Z','shopify','Олег Коваль','dubikola','{"kind":"sealed","to":"age1…mcac8p"}','2026-01-12T00:00:00Z','{"kind":"complete"}');
INSERT INTO "hand_overs" VALUES(2,'k1','2026-01-13T00:00:00Z','own_code','','tafulori',NULL,NULL,NULL);
CREATE TABLE history (
    id INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('person', 'app')),
    key TEXT,
    key_name TEXT NOT NULL,
    last_four TEXT NOT NULL,
    event TEXT NOT NULL
) STRICT;
INSERT INTO "history" VALUES(1,'2026-01-08T00:00:00Z','app','k1','','4bf2','{"event":"received"}');
INSERT INTO "history" VALUES(2,'2026-01-09T00:00:00Z','person','k3','Shop; "Web"','91c0','{"event":"details_changed","fields":["name","notes"]}');
INSERT INTO "history" VALUES(3,'2026-01-10T00:00:00Z','person',NULL,'','','{"event":"file_saved","file":"keys_csv"}');
INSERT INTO "history" VALUES(4,'2026-01-11T00:00:00Z','person','k3','Shop; "Web"','91c0','{"event":"handed_over","recipient":"Олег Коваль","how":{"kind":"sealed","to":"age1…mcac8p"}}');
INSERT INTO "history" VALUES(5,'2026-01-12T00:00:00Z','person','k3','Shop; "Web"','91c0','{"event":"receipt_checked","result":{"kind":"complete"}}');
CREATE TABLE imports (
    key TEXT PRIMARY KEY NOT NULL,
    environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
    organization TEXT NOT NULL,
    last_four TEXT NOT NULL,
    started_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "imports" VALUES('k8','production','Firma','e7f0','2026-01-07T00:00:00Z');
CREATE TABLE key_organizations (
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "key_organizations" VALUES('k3',0,'Hanse Textil');
INSERT INTO "key_organizations" VALUES('k3',1,'Nordlicht OÜ');
INSERT INTO "key_organizations" VALUES('k4',0,'ТОВ Склад');
CREATE TABLE key_places (
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
    name TEXT NOT NULL,
    PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "key_places" VALUES('k3',0,'system','Shop');
CREATE TABLE key_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request TEXT NOT NULL UNIQUE,
    kept_at TEXT NOT NULL
) STRICT;
INSERT INTO "key_requests" VALUES(1,'{}','2026-01-11T00:00:00Z');
CREATE TABLE "keys" (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
    last_four TEXT NOT NULL,
    digits TEXT,
    phone TEXT,
    holder TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    created_at TEXT,
    valid_until TEXT,
    status TEXT NOT NULL
        CHECK (status IN ('active', 'expired', 'refused', 'deactivated', 'replaced')),
    replaced_by TEXT REFERENCES keys (id) ON DELETE SET NULL,
    last_verified_at TEXT,
    last_check_at TEXT,
    last_check_result TEXT CHECK (last_check_result IN ('works', 'refused', 'expired')),
    client TEXT,
    company_name TEXT,
    company_code TEXT,
    added_at TEXT NOT NULL, had_secret INTEGER NOT NULL DEFAULT 1 CHECK (had_secret IN (0, 1)), search TEXT, sort_name TEXT,
    CHECK ((last_check_at IS NULL) = (last_check_result IS NULL)),
    CHECK ((company_name IS NULL) = (company_code IS NULL))
) STRICT;
INSERT INTO "keys" VALUES('k1','Київ','sandbox','4bf2','498213437654','+49 821 3437654','','','2026-01-02T03:04:05Z','2027-01-02T03:04:05Z','active',NULL,'2026-02-03T00:00:00Z',NULL,NULL,NULL,NULL,NULL,'2026-01-02T03:04:06Z',1,NULL,NULL);
INSERT INTO "keys" VALUES('k2','','sandbox','0a77','498213437654','+49 821 3437654','Olena','for the shop',NULL,NULL,'replaced','k1',NULL,'2026-01-08T00:00:00Z','works','400512','ТОВ','12345678','2025-01-02T03:04:06Z',1,NULL,NULL);
INSERT INTO "keys" VALUES('k3','Shop; "Web"','production','91c0',NULL,NULL,'','',NULL,NULL,'refused',NULL,'2026-03-03T00:00:00Z',NULL,NULL,NULL,NULL,NULL,'2026-01-05T00:00:00Z',1,NULL,NULL);
INSERT INTO "keys" VALUES('k4','Склад','ukraine','7d1e',NULL,NULL,'','',NULL,NULL,'expired',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-06T00:00:00Z',1,NULL,NULL);
CREATE TABLE keys_view (
    only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
    view TEXT NOT NULL
) STRICT;
INSERT INTO "keys_view" VALUES(1,'{}');
CREATE TABLE leaks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    cause TEXT NOT NULL,
    started_at TEXT NOT NULL,
    done TEXT NOT NULL,
    closed_at TEXT
) STRICT;
INSERT INTO "leaks" VALUES(1,'k3','email','2026-01-11T00:00:00Z','[]',NULL);
CREATE TABLE notified (
    thing TEXT PRIMARY KEY NOT NULL,
    stage INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "notified" VALUES('ends k1 2027-01-02',1);
CREATE TABLE recipients (
    name TEXT PRIMARY KEY NOT NULL,
    public_key TEXT NOT NULL,
    used_at TEXT NOT NULL
, compared_at TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "recipients" VALUES('Олег Коваль','age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p','2026-01-11T00:00:00Z','2026-01-11T00:00:00Z');
CREATE TABLE replacement_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    replacement INTEGER NOT NULL REFERENCES replacements (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
    name TEXT NOT NULL,
    done_at TEXT,
    UNIQUE (replacement, kind, name)
) STRICT;
INSERT INTO "replacement_places" VALUES(1,1,'system','Shop',NULL);
CREATE TABLE replacements (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    old TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    new TEXT REFERENCES keys (id) ON DELETE SET NULL CHECK (new <> old),
    started_at TEXT NOT NULL,
    new_set_at TEXT,
    finished_at TEXT
) STRICT;
INSERT INTO "replacements" VALUES(1,'k3',NULL,'2026-01-08T00:00:00Z',NULL,NULL);
CREATE TABLE review_keys (
    review INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    key_name TEXT NOT NULL,
    last_four TEXT NOT NULL,
    answers TEXT NOT NULL,
    reviewed_at TEXT NOT NULL,
    PRIMARY KEY (review, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "review_keys" VALUES(1,'k3','Shop','4bf2','{}','2026-01-11T00:00:00Z');
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    started_at TEXT NOT NULL,
    answers TEXT NOT NULL,
    signed_at TEXT,
    signed_by TEXT NOT NULL,
    CHECK ((signed_at IS NULL) = (signed_by = ''))
) STRICT;
INSERT INTO "reviews" VALUES(1,'2026-01-11T00:00:00Z','{}',NULL,'');
CREATE TABLE sender_facts (
    organization TEXT PRIMARY KEY NOT NULL,
    company TEXT NOT NULL,
    tax_code TEXT NOT NULL,
    payer_contract TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    country TEXT NOT NULL,
    city TEXT NOT NULL,
    division TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "sender_facts" VALUES('Hanse Textil','Hanse Textil GmbH','12','C-1','Zoë','+49 821 343','z@firma.example','DE','Augsburg','','Maxstr. 1');
CREATE TABLE token_permissions (
    program TEXT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    until TEXT NOT NULL,
    PRIMARY KEY (program, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "token_permissions" VALUES('/usr/bin/python3','k3','2026-01-11T01:00:00Z');
CREATE INDEX attempts_by_digits ON attempts (digits);
CREATE INDEX keys_by_digits ON keys (digits);
CREATE INDEX history_by_key ON history (key);
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX keys_to_fold ON keys (id) WHERE search IS NULL;
CREATE INDEX keys_by_name ON keys (sort_name);
CREATE INDEX keys_by_end ON keys (valid_until);
CREATE INDEX keys_by_check ON keys (last_check_at);
CREATE INDEX keys_by_creation ON keys (created_at);
CREATE INDEX keys_by_addition ON keys (added_at);
CREATE INDEX key_organizations_by_name ON key_organizations (name);
CREATE TRIGGER keys_changed AFTER UPDATE OF
    name, last_four, phone, holder, notes, company_name, company_code ON keys
    BEGIN UPDATE keys SET search = NULL WHERE id = new.id; END;
CREATE TRIGGER organizations_added AFTER INSERT ON key_organizations
    BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
CREATE TRIGGER organizations_changed AFTER UPDATE ON key_organizations
    BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
CREATE TRIGGER organizations_removed AFTER DELETE ON key_organizations
    BEGIN UPDATE keys SET search = NULL WHERE id = old.key; END;
CREATE TRIGGER places_added AFTER INSERT ON key_places
    BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
CREATE TRIGGER places_changed AFTER UPDATE ON key_places
    BEGIN UPDATE keys SET search = NULL WHERE id = new.key; END;
CREATE TRIGGER places_removed AFTER DELETE ON key_places
    BEGIN UPDATE keys SET search = NULL WHERE id = old.key; END;
CREATE UNIQUE INDEX replacement_of_key ON replacements (old) WHERE finished_at IS NULL;
CREATE INDEX replacements_by_old ON replacements (old);
CREATE INDEX replacements_by_new ON replacements (new);
CREATE INDEX hand_overs_by_key ON hand_overs (key);
CREATE UNIQUE INDEX open_leak_of_key ON leaks (key) WHERE closed_at IS NULL;
CREATE INDEX leaks_by_key ON leaks (key);
CREATE UNIQUE INDEX open_review ON reviews (signed_at IS NULL) WHERE signed_at IS NULL;
CREATE INDEX keys_by_account ON keys (environment, client, added_at)
    WHERE client IS NOT NULL AND status NOT IN ('deactivated', 'replaced');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('replacements',1);
INSERT INTO "sqlite_sequence" VALUES('replacement_places',1);
INSERT INTO "sqlite_sequence" VALUES('hand_overs',2);
INSERT INTO "sqlite_sequence" VALUES('leaks',1);
INSERT INTO "sqlite_sequence" VALUES('reviews',1);
INSERT INTO "sqlite_sequence" VALUES('key_requests',1);
COMMIT;
PRAGMA user_version = 12;
