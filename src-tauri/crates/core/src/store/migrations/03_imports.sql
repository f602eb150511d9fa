CREATE TABLE imports (
    key TEXT PRIMARY KEY NOT NULL,
    environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'production', 'ukraine')),
    organization TEXT NOT NULL,
    last_four TEXT NOT NULL,
    started_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
