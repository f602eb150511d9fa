CREATE TABLE key_organizations (
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE guide_runs (
    id INTEGER PRIMARY KEY NOT NULL,
    guide TEXT NOT NULL CHECK (guide IN ('europe', 'ukraine', 'method_1')),
    organization TEXT NOT NULL,
    started_at TEXT NOT NULL,
    key TEXT REFERENCES keys (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE guide_steps (
    run INTEGER NOT NULL REFERENCES guide_runs (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    answer TEXT,
    PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE account (
    only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
    full_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    phone_country TEXT,
    email TEXT NOT NULL
) STRICT;
