ALTER TABLE guide_runs ADD COLUMN stepped_at TEXT;
-- When a step was done was not noted before. The wait for Nova Post is counted from now on.
UPDATE guide_runs SET stepped_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now');

-- The last stage at which the person was notified of a thing that is due.
CREATE TABLE notified (
    thing TEXT PRIMARY KEY NOT NULL,
    stage INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
