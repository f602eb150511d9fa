-- Who has what: requests of developers, tokens for programs, leaks, reviews.

-- When the person compared the words of this public key by phone; NULL if that was not done.
ALTER TABLE recipients ADD COLUMN compared_at TEXT;

-- A developer's request that waits for its key. `request` is JSON, as a file has it.
CREATE TABLE key_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    request TEXT NOT NULL UNIQUE,
    kept_at TEXT NOT NULL
) STRICT;

-- Programs of this computer that may have tokens of a key without asking, until then.
CREATE TABLE token_permissions (
    program TEXT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    until TEXT NOT NULL,
    PRIMARY KEY (program, key)
) STRICT, WITHOUT ROWID;

-- A key that others may have seen. `done` is a JSON list: the steps that the person has taken.
CREATE TABLE leaks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
    cause TEXT NOT NULL,
    started_at TEXT NOT NULL,
    done TEXT NOT NULL,
    closed_at TEXT
) STRICT;
CREATE UNIQUE INDEX open_leak_of_key ON leaks (key) WHERE closed_at IS NULL;
CREATE INDEX leaks_by_key ON leaks (key);

-- A review of all keys, at most one of them open. `answers` is JSON: about the list of the portal and the webhooks.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    started_at TEXT NOT NULL,
    answers TEXT NOT NULL,
    signed_at TEXT,
    signed_by TEXT NOT NULL,
    CHECK ((signed_at IS NULL) = (signed_by = ''))
) STRICT;
CREATE UNIQUE INDEX open_review ON reviews (signed_at IS NULL) WHERE signed_at IS NULL;

-- A key as it was when it was reviewed. A key that is deleted later stays in the review. `answers` is JSON.
CREATE TABLE review_keys (
    review INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    key_name TEXT NOT NULL,
    last_four TEXT NOT NULL,
    answers TEXT NOT NULL,
    reviewed_at TEXT NOT NULL,
    PRIMARY KEY (review, key)
) STRICT, WITHOUT ROWID;

-- Keys of different people are told apart without reading the whole table.
CREATE INDEX keys_by_account ON keys (environment, client, added_at)
    WHERE client IS NOT NULL AND status NOT IN ('deactivated', 'replaced');
