-- The guides ask first whether the organization is offered. Runs that were started before keep their
-- progress:
--
-- - Two steps have another id.
-- - The guide for Ukraine has one step in place of four. It is done if the last of the four is.
-- - A run whose email was sent has the answer "no". One whose key was created without an email has "yes".
-- - The notes about the account go into the form of each run that still has to write its email. Nothing
--   else reads the table, and it holds personal data, so it is dropped.

UPDATE guide_steps SET step = 'add_key' WHERE step = 'bring_in';
UPDATE guide_steps SET step = 'check' WHERE step = 'prove';

DELETE FROM guide_steps
WHERE step IN ('settings', 'security', 'create')
  AND run IN (SELECT id FROM guide_runs WHERE guide = 'ukraine');
UPDATE guide_steps SET step = 'create'
WHERE step = 'copy' AND run IN (SELECT id FROM guide_runs WHERE guide = 'ukraine');

INSERT INTO guide_steps (run, step, done, answer)
SELECT id, 'offered', 1, 'no' FROM guide_runs
WHERE guide = 'europe' AND id IN (
    SELECT run FROM guide_steps WHERE done = 1 AND step IN ('affiliate', 'answer'));
INSERT OR IGNORE INTO guide_steps (run, step, done, answer)
SELECT id, 'offered', 1, 'yes' FROM guide_runs
WHERE guide = 'europe' AND (
    key IS NOT NULL
    OR id IN (SELECT run FROM guide_steps WHERE done = 1 AND step = 'create'));

INSERT OR IGNORE INTO affiliations (run, organization, country, tax_code, full_name, phone,
                                    phone_country, email, manager_email, language)
SELECT guide_runs.id, guide_runs.organization, NULL, '', account.full_name, account.phone,
       account.phone_country, account.email, '', ''
FROM guide_runs, account
WHERE guide = 'europe' AND account.full_name || account.phone || account.email <> ''
  AND guide_runs.id IN (SELECT run FROM guide_steps WHERE done = 1 AND step = 'account')
  AND guide_runs.id NOT IN (SELECT run FROM guide_steps WHERE step = 'offered');
DROP TABLE account;
