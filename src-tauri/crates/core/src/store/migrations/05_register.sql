-- A column's CHECK can only be changed by making the table again. Foreign keys are off meanwhile.
CREATE TABLE new_keys (
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
    added_at TEXT NOT NULL,
    CHECK ((last_check_at IS NULL) = (last_check_result IS NULL)),
    CHECK ((company_name IS NULL) = (company_code IS NULL))
) STRICT;
INSERT INTO new_keys (id, name, environment, last_four, digits, phone, created_at, valid_until,
                      status, last_verified_at, last_check_at, last_check_result, added_at)
    SELECT id, name, environment, last_four, digits, phone, created_at, valid_until,
           CASE status WHEN 'retired' THEN 'replaced' ELSE status END,
           last_proven_at, last_proven_at,
           CASE WHEN last_proven_at IS NULL THEN NULL ELSE 'works' END, added_at
    FROM keys;
DROP TABLE keys;
ALTER TABLE new_keys RENAME TO keys;
CREATE INDEX keys_by_digits ON keys (digits);

CREATE TABLE key_places (
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
    name TEXT NOT NULL,
    PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    id INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('person', 'app')),
    key TEXT,
    key_name TEXT NOT NULL,
    last_four TEXT NOT NULL,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_key ON history (key);
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
