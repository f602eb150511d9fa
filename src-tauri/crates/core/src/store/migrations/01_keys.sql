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
CREATE INDEX keys_by_digits ON keys (digits);

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
CREATE INDEX attempts_by_digits ON attempts (digits);
