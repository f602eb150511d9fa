ALTER TABLE keys ADD COLUMN had_secret INTEGER NOT NULL DEFAULT 1 CHECK (had_secret IN (0, 1));

CREATE TABLE calendar_entries (
    key TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,
    content TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1))
) STRICT, WITHOUT ROWID;
