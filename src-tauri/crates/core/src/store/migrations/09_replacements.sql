-- The number of a replacement is not used again, because a page may still refer to one that is gone.
CREATE TABLE replacements (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    old TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    new TEXT REFERENCES keys (id) ON DELETE SET NULL CHECK (new <> old),
    started_at TEXT NOT NULL,
    new_set_at TEXT,
    finished_at TEXT
) STRICT;
CREATE UNIQUE INDEX replacement_of_key ON replacements (old) WHERE finished_at IS NULL;
CREATE INDEX replacements_by_old ON replacements (old);
CREATE INDEX replacements_by_new ON replacements (new);

CREATE TABLE replacement_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    replacement INTEGER NOT NULL REFERENCES replacements (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('system', 'person')),
    name TEXT NOT NULL,
    done_at TEXT,
    UNIQUE (replacement, kind, name)
) STRICT;
