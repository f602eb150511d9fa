-- `search` and `sort_name` are computed in Rust, because SQLite changes the case of ASCII letters only.
-- NULL: not computed since the key was changed. Triggers set it, so that no writer can forget it.
ALTER TABLE keys ADD COLUMN search TEXT;
ALTER TABLE keys ADD COLUMN sort_name TEXT;
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

CREATE TABLE keys_view (
    only INTEGER PRIMARY KEY NOT NULL CHECK (only = 1),
    view TEXT NOT NULL
) STRICT;
