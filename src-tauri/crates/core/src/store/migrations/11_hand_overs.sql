-- The number of a hand-over is not used again, because a page may still refer to one that is gone.
-- `method` and `receipt_result` are JSON: each kind has other members.
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
CREATE INDEX hand_overs_by_key ON hand_overs (key);

CREATE TABLE recipients (
    name TEXT PRIMARY KEY NOT NULL,
    public_key TEXT NOT NULL,
    used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row for each organization that keys were created for; the empty name is for keys without one.
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
