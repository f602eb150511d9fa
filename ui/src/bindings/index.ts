// Generated from Rust by `cargo xtask bindings`. Never edit it: a test fails when it differs.

export type AccountAnswers = { 
/**
 * Whether Nova Post's list has a key that is not in the list of the app.
 */
portal: PortalAnswer | null, 
/**
 * Whether the person knows all webhooks of the account.
 */
webhooks: WebhooksAnswer | null, };

export type Actor = "person" | "app";

export type Addressee = { "who": "service_desk" } | { "who": "manager", 
/**
 * As it was typed. If it is not a valid address, the email has no recipient, and the mail
 * program asks for one.
 */
address: string, };

export type Affiliation = { 
/**
 * The organization's name as written in its contract.
 */
organization: string, 
/**
 * The country of registration, which decides the form of the tax code.
 */
country: Region | null, 
/**
 * The organization's tax code.
 */
taxCode: string, 
/**
 * The full name of the authorized representative.
 */
fullName: string, 
/**
 * The representative's phone number.
 */
phone: string, 
/**
 * The country chosen beside the phone number.
 */
phoneCountry: Region | null, 
/**
 * The representative's email address.
 */
email: string, 
/**
 * The email address of the sales manager at Nova Post. If it is empty, the email goes to Nova Post's
 * service desk.
 */
managerEmail: string, 
/**
 * The language of the email as a BCP 47 tag; empty until the person chooses one.
 */
language: string, };

export type Alphabet = "latin" | "cyrillic" | "greek" | "other";

export type ApiEnvironment = "sandbox" | "production" | "ukraine";

export type AskingProgram = { 
/**
 * The name of its file.
 */
name: string, 
/**
 * Its full path.
 */
path: string, };

export type AttemptId = number;

export type Backup = { 
/**
 * Its id.
 */
id: BackupId, 
/**
 * When it was made, UTC.
 */
at: string, 
/**
 * Why it was made.
 */
kind: BackupKind, 
/**
 * How many keys it lists.
 */
keys: number, 
/**
 * How many runs of guides it lists.
 */
guides: number, };

export type BackupId = string;

export type BackupKey = { 
/**
 * The person's name for it; may be empty.
 */
name: string, 
/**
 * The environment that accepts it.
 */
environment: ApiEnvironment, 
/**
 * Its last four characters.
 */
lastFour: string, 
/**
 * The first of its organizations; may be empty.
 */
organization: string, };

export type BackupKind = "daily" | "upgrade" | "restore";

export type BackupList = { 
/**
 * The newest first.
 */
backups: Array<Backup>, 
/**
 * Whether the last backup could not be made, for example because the disk was full.
 */
lastFailed: boolean, };

export type BackupPreview = { 
/**
 * The backup.
 */
backup: Backup, 
/**
 * A few of its keys, the ones that were added last.
 */
some: Array<BackupKey>, 
/**
 * What the present list has and the backup does not. `None` if the present list can't be read.
 */
missing: MissingInBackup | null, };

export type CertificateTrust = "public" | "added" | "expired" | "not_yet_valid" | "other_host" | "unknown_issuer" | "refused";

export type CheckEnd = { "end": "answered", 
/**
 * What Nova Post said.
 */
result: CheckResult, } | { "end": "failed", 
/**
 * Why.
 */
failure: Failure, };

export type CheckProgress = { 
/**
 * The key.
 */
key: KeyId, 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * How many keys there are to check.
 */
total: number, 
/**
 * How its check ended. `None` when it begins.
 */
end: CheckEnd | null, };

export type CheckResult = "works" | "refused" | "expired";

export type CheckStop = { "why": "cancelled" } | { "why": "failed", 
/**
 * Why the last check failed.
 */
failure: Failure, };

export type CheckedKey = { 
/**
 * The key.
 */
key: KeyCard, 
/**
 * When Nova Post accepted it.
 */
at: string, 
/**
 * The company that a key of Ukraine opens, if the answer names one. It is kept only if the person
 * says so.
 */
company: Company | null, 
/**
 * How many other companies the account of a key of Ukraine sends for.
 */
otherCompanies: number, 
/**
 * `clock_wrong` if this computer's clock is wrong, or why the store did not record the check.
 */
warning: Failure | null, };

export type CheckedKeyRequest = { 
/**
 * The request. Everything in it is what somebody wrote.
 */
request: KeyRequest, 
/**
 * What is known of a person with this name.
 */
standing: RequesterStanding, 
/**
 * The kind of the public key.
 */
kind: RecipientKeyKind, 
/**
 * The fingerprint of the public key.
 */
fingerprint: string, 
/**
 * The four words of the public key.
 */
words: Array<string>, 
/**
 * Whether the request is kept.
 */
isKept: boolean, };

export type CheckedKeys = { 
/**
 * How many keys were to be checked.
 */
total: number, 
/**
 * How many work.
 */
works: number, 
/**
 * How many were refused.
 */
refused: number, 
/**
 * How many have expired, as Nova Post says.
 */
expired: number, 
/**
 * How many checks ended without an answer about the key.
 */
failed: number, 
/**
 * How many keys were left out: no longer in use, or without their secret.
 */
leftOut: number, 
/**
 * Why the checks ended before the last key. `None` if they did not.
 */
stopped: CheckStop | null, };

export type ClaimsCard = { 
/**
 * `iat`: when it was issued.
 */
issuedAt: string | null, 
/**
 * `exp`: when it expires.
 */
expiresAt: string | null, 
/**
 * `cid`: the client that it was issued for.
 */
client: string | null, 
/**
 * `iss`: who issued it.
 */
issuer: string | null, };

export type ClipboardCheck = { "is": "key", 
/**
 * Its last four characters.
 */
lastFour: string, 
/**
 * Its length in characters.
 */
length: number, 
/**
 * The record of this same key, if the app has it already.
 */
known: KeyCard | null, 
/**
 * What the person is asked before it is added.
 */
question: KeyQuestion | null, } | { "is": "problem" } & KeyProblem;

export type ClipboardState = { "state": "holds", 
/**
 * The kind of secret.
 */
what: CopiedWhat, 
/**
 * Seconds until it is cleared.
 */
seconds: number, } | { "state": "emptied" };

export type Company = { 
/**
 * Its full name, as Nova Poshta has it.
 */
name: string, 
/**
 * Its EDRPOU, the code in Ukraine's register of companies: usually 8 digits.
 */
code: string, };

export type ConnectionFinding = { "is": "on_this_computer" } | { "is": "no_result" } | { "is": "failed", 
/**
 * Why.
 */
failure: Failure, } | { "is": "names_found" } | { "is": "names_missing", 
/**
 * The hosts.
 */
hosts: Array<string>, } | { "is": "names_by_proxy" } | { "is": "route_open" } | { "is": "route_to_proxy", 
/**
 * Its host and port.
 */
proxy: string, } | { "is": "route_closed", 
/**
 * Their hosts, with the port if that is not the usual one.
 */
hosts: Array<string>, 
/**
 * Why the first of them can't be reached: `offline`, `unreachable` or `timed_out`.
 */
failure: Failure, } | { "is": "proxy_none" } | { "is": "proxy_used", 
/**
 * Its scheme, host and port.
 */
proxy: string, 
/**
 * Where it is set.
 */
source: ProxySource, } | { "is": "proxy_refuses", 
/**
 * Its scheme, host and port.
 */
proxy: string, 
/**
 * Where it is set.
 */
source: ProxySource, 
/**
 * What it needs.
 */
failure: Failure, } | { "is": "proxy_script" } | { "is": "certificates", 
/**
 * One for each server.
 */
hosts: Array<HostCertificate>, } | { "is": "certificates_unseen" } | { "is": "clock_right" } | { "is": "clock_unknown" } | { "is": "answers" } | { "is": "keychain_works" } | { "is": "folder_writable" } | { "is": "disk_space", 
/**
 * In megabytes (10⁶ bytes).
 */
megabytes: number, } | { "is": "web_engine_version", 
/**
 * As it calls itself.
 */
version: string, };

export type ConnectionLine = { 
/**
 * What was checked.
 */
topic: ConnectionTopic, 
/**
 * How it is.
 */
verdict: ConnectionVerdict, 
/**
 * What was found.
 */
found: ConnectionFinding, };

export type ConnectionReport = { 
/**
 * The lines, in the order of the page.
 */
lines: Array<ConnectionLine>, 
/**
 * Whether the person cancelled it, so that lines are missing.
 */
isCancelled: boolean, };

export type ConnectionTopic = "names" | "route" | "proxy" | "certificates" | "clock" | "sandbox" | "production" | "ukraine" | "keychain" | "data_folder" | "disk" | "web_engine";

export type ConnectionVerdict = "good" | "look" | "bad";

export type Copied = { 
/**
 * Seconds until it is cleared.
 */
clearsAfter: number, };

export type CopiedWhat = "key" | "token";

export type Country = { 
/**
 * The ISO 3166-1 alpha-2 code. The window gets the country's name from it.
 */
region: Region, 
/**
 * The calling code without `+`: 49.
 */
callingCode: number, };

export type DateOrder = "day_first" | "month_first";

export type DetailField = "name" | "holder" | "notes" | "organizations" | "places" | "company";

export type EmailDraft = { 
/**
 * The recipient.
 */
to: Addressee, 
/**
 * The subject line, not encoded.
 */
subject: string, 
/**
 * Plain text. Lines end with `\n`.
 */
body: string, };

export type EmailForm = { 
/**
 * The values of the fields.
 */
typed: Affiliation, 
/**
 * Whether the values were saved for this run. Otherwise they are suggestions: the organization is
 * the run's, the rest comes from the latest email of another run.
 */
isSaved: boolean, };

export type EmailHandoff = "whole" | "without_text";

export type EmailVerdict = { "verdict": "empty" } | { "verdict": "ready", 
/**
 * The address without what was copied with it: a name, a label, `mailto:`, invisible characters.
 */
address: string, } | { "verdict": "several_addresses" } | { "verdict": "mixed_alphabets", 
/**
 * The letter.
 */
letter: string, 
/**
 * Its alphabet.
 */
alphabet: Alphabet, 
/**
 * The part of the address with the letter: the name, or one label of the domain.
 */
part: string, } | { "verdict": "no_at" } | { "verdict": "no_name" } | { "verdict": "no_domain" } | { "verdict": "space_inside" } | { "verdict": "not_an_address" };

export type Failure = { "code": "phone_invalid" } | { "code": "phone_ukraine" } | { "code": "client_not_found" } | { "code": "several_clients" } | { "code": "daily_limit", 
/**
 * When a new request is allowed: the later of the next midnights in UTC and in Kyiv.
 */
againAt: string, 
/**
 * The key for this number that the app already has.
 */
key: KeyId | null, } | { "code": "key_refused" } | { "code": "key_expired" } | { "code": "wrong_environment", 
/**
 * The environment that accepts it.
 */
acceptedBy: ApiEnvironment, } | { "code": "key_malformed" } | { "code": "access_forbidden" } | { "code": "too_many_tokens", 
/**
 * Seconds to wait, if the answer has a `Retry-After` header.
 */
retryAfter: number | null, } | { "code": "too_many_requests", 
/**
 * Seconds to wait, if the answer has a `Retry-After` header.
 */
retryAfter: number | null, } | { "code": "call_refused", 
/**
 * The first of its error codes, for support: up to 12 digits.
 */
errorCode: string | null, } | { "code": "service_unavailable", 
/**
 * HTTP status.
 */
status: number, 
/**
 * Seconds to wait: the answer's `Retry-After` header, or a default.
 */
retryAfter: number, } | { "code": "service_error", 
/**
 * HTTP status.
 */
status: number, } | { "code": "answer_unreadable", 
/**
 * HTTP status.
 */
status: number, } | { "code": "network_page", 
/**
 * HTTP status.
 */
status: number, } | { "code": "redirect_refused" } | { "code": "offline" } | { "code": "unreachable" } | { "code": "tls_untrusted" } | { "code": "proxy_needed", 
/**
 * What the proxy needs.
 */
reason: ProxyReason, } | { "code": "timed_out" } | { "code": "keychain_locked" } | { "code": "keychain_missing" } | { "code": "keychain_slow" } | { "code": "keychain_cancelled" } | { "code": "keychain_no_default" } | { "code": "keychain_blocked_by_policy" } | { "code": "keychain_refused" } | { "code": "secret_not_saved", 
/**
 * The key to save again.
 */
key: KeyId, 
/**
 * Why the keychain did not save it.
 */
cause: KeychainTrouble, } | { "code": "store_unwritable" } | { "code": "store_unreadable" } | { "code": "store_newer" } | { "code": "clock_wrong", 
/**
 * Minutes by which this computer's clock is behind (positive) or ahead (negative).
 */
minutesBehind: number, } | { "code": "token_expired" } | { "code": "nothing_pending" } | { "code": "key_form_unusual", 
/**
 * Its length in characters.
 */
length: number, } | { "code": "looks_like_key" } | { "code": "forbidden_by_policy", 
/**
 * What it forbids.
 */
forbidden: Forbidden, } | { "code": "not_found" } | { "code": "superseded" } | { "code": "internal", 
/**
 * The name of the operation in the code: `join`, `random`, `seal`.
 */
what: string, } | { "code": "clipboard_refused" } | { "code": "clipboard_missing" } | { "code": "already_running" } | { "code": "update_address_insecure" } | { "code": "update_unreachable" } | { "code": "update_untrusted" } | { "code": "update_answer_unreadable", 
/**
 * HTTP status.
 */
status: number, } | { "code": "update_no_package" } | { "code": "update_older", 
/**
 * The offered version, such as `0.1.0`.
 */
version: string, } | { "code": "update_incomplete" } | { "code": "update_signature_wrong" } | { "code": "update_not_now" } | { "code": "update_not_allowed" } | { "code": "update_not_installed" };

export type FieldChange = { 
/**
 * The field.
 */
column: ListColumn, 
/**
 * As it is; empty if it has no value.
 */
from: Array<string>, 
/**
 * As it would be.
 */
to: Array<string>, };

export type FieldValue = { "kind": "api_key" } | { "kind": "base_url" } | { "kind": "environment", 
/**
 * For the test environment.
 */
sandbox: string, 
/**
 * For production.
 */
production: string, } | { "kind": "company_name" } | { "kind": "tax_code" } | { "kind": "payer_contract" } | { "kind": "sender_name" } | { "kind": "sender_phone" } | { "kind": "sender_email" } | { "kind": "sender_country" } | { "kind": "sender_city" } | { "kind": "sender_division" } | { "kind": "sender_address" };

export type FilePart = { 
/**
 * Its path in the folder, with `/`.
 */
name: string, 
/**
 * Its content.
 */
text: string, };

export type FilePreview = { "is": "made", 
/**
 * Its parts: one, or several for a folder.
 */
parts: Array<FilePart>, } | { "is": "not_made", 
/**
 * Why.
 */
problem: FileProblem, };

export type FileProblem = { "kind": "unsupported_text", 
/**
 * The field with the text.
 */
value: FieldValue, } | { "kind": "not_for_receiver" } | { "kind": "never_has_value" };

export type Forbidden = "mode" | "values";

export type FormState = "not_started" | "incomplete" | "complete";

export type FoundAt = { "is": "line", 
/**
 * Its number, from 1.
 */
line: number, } | { "is": "byte", 
/**
 * The position of its first byte, from 0.
 */
position: number, } | { "is": "inside", 
/**
 * The name of that file, such as `word/document.xml`. With the names of both if it is in another zip file.
 */
entry: string, } | { "is": "name" };

export type GivenKey = { 
/**
 * When it was started, UTC.
 */
at: string, 
/**
 * The system that needs the key.
 */
receiver: Receiver, 
/**
 * Whether a receipt code has shown that the key arrived.
 */
hasArrived: boolean, };

export type GuideName = "europe" | "ukraine" | "method_1";

export type GuideRun = { 
/**
 * Its id in the store.
 */
id: RunId, 
/**
 * The guide that the run follows.
 */
guide: GuideName, 
/**
 * The organization's name; empty if the run is for no particular one.
 */
organization: string, 
/**
 * When the person started the run, UTC.
 */
startedAt: string, 
/**
 * The ids of the completed steps.
 */
done: Array<string>, 
/**
 * The person's answers by step id, in the window's own format.
 */
answers: { [key in string]: string }, 
/**
 * How far the form of the affiliation email is filled in.
 */
form: FormState, 
/**
 * The key that came out of the run, or `None` so far.
 */
key: KeyId | null, };

export type HandOver = { 
/**
 * Its id in the store.
 */
id: HandOverId, 
/**
 * The key.
 */
key: KeyId, 
/**
 * When it was started, UTC.
 */
at: string, 
/**
 * The system that needs the key.
 */
receiver: Receiver, 
/**
 * The person who gets it, as typed.
 */
recipient: string, 
/**
 * How the key was given; `None` if only the sheet was made so far.
 */
method: HandOverMethod | null, 
/**
 * The word of the receipt code.
 */
word: string, 
/**
 * The receipt code that was checked last; `None` so far.
 */
receipt: Receipt | null, };

export type HandOverFile = "env_example" | "env" | "postman_environment" | "bruno" | "http_file" | "curl_config" | "sheet_text" | "sheet_pdf";

export type HandOverId = number;

export type HandOverMethod = { "kind": "sealed", 
/**
 * The fingerprint of that key.
 */
to: string, } | { "kind": "passphrase" } | { "kind": "file_with_value", 
/**
 * Which file.
 */
file: HandOverFile, } | { "kind": "in_person" };

export type HandOverSaved = { "is": "saved", 
/**
 * The full path of the folder.
 */
folder: string, 
/**
 * The name of the file, or of the folder with its parts.
 */
file: string, } | { "is": "synchronized_folder", 
/**
 * The name of the service, such as `OneDrive`.
 */
service: string, } | { "is": "not_made", 
/**
 * Why.
 */
problem: FileProblem, };

export type HistoryEntry = { 
/**
 * When it happened, UTC.
 */
at: string, 
/**
 * Who did it.
 */
actor: Actor, 
/**
 * The key, which may have been deleted since; `None` if it is about no single key.
 */
key: KeyId | null, 
/**
 * The key's name then; may be empty.
 */
keyName: string, 
/**
 * The key's last four characters; may be empty.
 */
lastFour: string, 
/**
 * What happened.
 */
event: HistoryEvent, };

export type HistoryEvent = { "event": "received" } | { "event": "added" } | { "event": "extended", 
/**
 * The end of its validity before the request.
 */
from: string | null, 
/**
 * The end of its validity now.
 */
to: string | null, } | { "event": "checked", 
/**
 * What Nova Post answered.
 */
result: CheckResult, } | { "event": "tried_elsewhere", 
/**
 * That environment.
 */
environment: ApiEnvironment, 
/**
 * What Nova Post answered.
 */
result: CheckResult, } | { "event": "token_received" } | { "event": "token_copied" } | { "event": "token_given", 
/**
 * The name of the program's file; empty if it is not known, or may hold a key, a token or a phone number.
 */
program: string, } | { "event": "token_refused", 
/**
 * The name of the program's file; empty if it is not known, or may hold a key, a token or a phone number.
 */
program: string, } | { "event": "copied" } | { "event": "shown" } | { "event": "details_changed", 
/**
 * What was changed. Empty in lines of earlier versions, which did not note it.
 */
fields: Array<DetailField>, } | { "event": "expiry_changed", 
/**
 * As it was before.
 */
from: string | null, 
/**
 * As it is now.
 */
to: string | null, } | { "event": "creation_changed", 
/**
 * As it was before.
 */
from: string | null, 
/**
 * As it is now.
 */
to: string | null, } | { "event": "moved", 
/**
 * The environment before.
 */
from: ApiEnvironment, 
/**
 * The environment now.
 */
to: ApiEnvironment, } | { "event": "deactivated" } | { "event": "reactivated" } | { "event": "handed_over", 
/**
 * The name of the person; empty if it may hold a key, a token or a phone number.
 */
recipient: string, 
/**
 * How the key was given.
 */
how: HandOverMethod, } | { "event": "receipt_checked", 
/**
 * What it showed.
 */
result: ReceiptResult, } | { "event": "leak_reported", 
/**
 * What happened.
 */
cause: LeakCause, } | { "event": "leak_closed" } | { "event": "replacement_started" } | { "event": "replacement_key_chosen", 
/**
 * The last four characters of that key.
 */
by: string, } | { "event": "place_ticked", 
/**
 * The name of the place; empty if it looks like a key, a token or a phone number.
 */
place: string, } | { "event": "place_unticked", 
/**
 * The name of the place; empty if it looks like a key, a token or a phone number.
 */
place: string, } | { "event": "replacement_cancelled" } | { "event": "replaced", 
/**
 * The last four characters of the other key; empty if it is not known which one it is.
 */
by: string, } | { "event": "deleted" } | { "event": "imported" } | { "event": "restored" } | { "event": "file_saved", 
/**
 * Which file.
 */
file: SavedFile, } | { "event": "review_signed" } | { "event": "unknown" };

export type Home = { 
/**
 * What to do next, the most urgent first.
 */
toDo: Array<ToDo>, 
/**
 * The number of keys that are something to do and not in `to_do`, because there are too many.
 */
moreDue: number, 
/**
 * The unsaved keys, then the newest ones.
 */
keys: Array<KeyCard>, 
/**
 * The other keys that `to_do` names.
 */
mentioned: Array<KeyCard>, 
/**
 * The number of all keys.
 */
total: number, };

export type HostCertificate = { 
/**
 * The server's host.
 */
host: string, 
/**
 * The organization that issued it, or its common name. `None` if the certificate can't be read.
 */
issuer: string | null, 
/**
 * When it expires. `None` if the certificate can't be read.
 */
validUntil: string | null, 
/**
 * Whether it is trusted.
 */
trust: CertificateTrust, };

export type ImportedKey = { 
/**
 * The key, which the keychain has.
 */
key: KeyCard, 
/**
 * Whether the key is certainly not on the clipboard. `false` if the clipboard refused.
 */
clipboardEmptied: boolean, };

export type Kept = "keychain" | "this_session" | "nowhere" | "never_here";

export type KeptKeyRequest = { 
/**
 * Its id in the store.
 */
id: KeyRequestId, 
/**
 * The request.
 */
request: KeyRequest, 
/**
 * Since when it is kept, UTC.
 */
keptAt: string, };

export type KeyAnswers = { 
/**
 * Whether somebody still needs it.
 */
need: KeyNeed | null, 
/**
 * Whether the people who have it should still have it.
 */
people: PeopleAnswer | null, 
/**
 * Whether it was created for the right organizations.
 */
organizations: OrganizationsAnswer | null, 
/**
 * Whether Nova Post's list has it.
 */
inPortal: boolean | null, };

export type KeyCard = { 
/**
 * Its id in store and keychain.
 */
id: KeyId, 
/**
 * The person's name for it. If it is empty, the window shows the kind of key instead.
 */
name: string, 
/**
 * The environment that accepts it.
 */
environment: ApiEnvironment, 
/**
 * Its last four characters. The window shows dots before them. Empty if they are not known.
 */
lastFour: string, 
/**
 * The phone number of the request, formatted: `+49 821 3437654`. `None` for an added key.
 */
phone: string | null, 
/**
 * When Nova Post made it, if that is known.
 */
createdAt: string | null, 
/**
 * The end of its validity, if that is known.
 */
validUntil: string | null, 
/**
 * Its recorded status; `Expired` once its validity has ended.
 */
status: KeyStatus, 
/**
 * What is known of it now.
 */
standing: KeyStanding, 
/**
 * The key that has replaced it, if that is known and in the list.
 */
replacedBy: KeyId | null, 
/**
 * When Nova Post last accepted this key or a token of it.
 */
lastVerifiedAt: string | null, 
/**
 * The last check that had a result.
 */
lastCheck: KeyCheck | null, 
/**
 * The natural person in whose name it was created; may be empty.
 */
holder: string, 
/**
 * The person's notes; may be empty.
 */
notes: string, 
/**
 * The company that a key of Ukraine opens.
 */
company: Company | null, 
/**
 * Where the key is used.
 */
places: Array<Place>, 
/**
 * A key of the same environment that was made under another account, if most keys there were, or as
 * many as under the account of this one. `None` on Home.
 */
otherAccount: KeyId | null, 
/**
 * Where the secret is.
 */
kept: Kept, 
/**
 * When it was added to the store.
 */
addedAt: string, 
/**
 * The organizations that it was made for; empty for a test key.
 */
organizations: Array<string>, };

export type KeyCheck = { 
/**
 * When it was, UTC.
 */
at: string, 
/**
 * Its result.
 */
result: CheckResult, };

export type KeyDates = { 
/**
 * When Nova Post created it.
 */
createdAt: string | null, 
/**
 * The end of its validity.
 */
validUntil: string | null, };

export type KeyDetails = { 
/**
 * Its name; may be empty.
 */
name: string, 
/**
 * The natural person in whose name it was created; may be empty.
 */
holder: string, 
/**
 * Notes; may be empty.
 */
notes: string, 
/**
 * The organizations that it was created for.
 */
organizations: Array<string>, 
/**
 * Where it is used.
 */
places: Array<Place>, };

export type KeyForm = "text" | "utf16" | "base64";

export type KeyHolder = { 
/**
 * The person's name. In a stored review, one that may hold a phone number is empty.
 */
name: string, 
/**
 * The last time the app handed the key to this person; `None` if the person only wrote the name down.
 */
given: GivenKey | null, };

export type KeyId = string;

export type KeyNeed = "needed" | "not_needed" | "unsure";

export type KeyPage = { 
/**
 * The number of all keys.
 */
total: number, 
/**
 * The number of those that the query finds.
 */
matching: number, 
/**
 * Those that were asked for.
 */
keys: Array<KeyCard>, 
/**
 * From the first to the last date of all recorded keys: creation, end or last check. `None` if there is none.
 */
dates: Period | null, };

export type KeyPlace = { 
/**
 * Its number, for [`KeySearch::path`].
 */
number: number, 
/**
 * The key.
 */
key: KeyId, 
/**
 * Its last four characters.
 */
lastFour: string, 
/**
 * The path of the folder. Keys in it are masked.
 */
folder: string, 
/**
 * The name of the file. Keys in it are masked.
 */
file: string, 
/**
 * Where in the file.
 */
at: FoundAt, 
/**
 * How the key is written there.
 */
form: KeyForm, 
/**
 * How often it is in the same file in the same form besides.
 */
more: number, };

export type KeyProblem = { "code": "empty" } | { "code": "email" } | { "code": "address" } | { "code": "domain" } | { "code": "hidden" } | { "code": "token" } | { "code": "phone" } | { "code": "several_keys" } | { "code": "foreign_letter", 
/**
 * The letter.
 */
letter: string, 
/**
 * Its place in the key; the first character has 1.
 */
position: number, } | { "code": "too_short", 
/**
 * Its length in characters.
 */
length: number, } | { "code": "too_long", 
/**
 * Its length in characters.
 */
length: number, } | { "code": "no_key" };

export type KeyQuery = { 
/**
 * The filters and the order.
 */
view: KeysView, 
/**
 * What is searched for. Every word must be found in the key.
 */
search: Array<SearchWord>, 
/**
 * The number of keys to skip.
 */
offset: number, 
/**
 * The greatest number of keys to return.
 */
limit: number, };

export type KeyQuestion = { "asks": "unusual_form" } | { "asks": "joined", 
/**
 * The number of characters in each piece.
 */
pieces: Array<number>, };

export type KeyRemark = "creation_unknown" | "end_unknown" | "never_checked" | "works" | "not_accepted" | "expired" | "unsaved" | "lost" | "never_here" | "other_account";

export type KeyRequest = { 
/**
 * The system that needs the key.
 */
system: Receiver, 
/**
 * The environment that the key is for.
 */
environment: ApiEnvironment, 
/**
 * What is needed besides the key.
 */
needs: Array<RequestedDetail>, 
/**
 * The name of the person who asks, in their own words.
 */
name: string, 
/**
 * The person's public key, in the form in which `RecipientKey` writes it.
 */
publicKey: string, 
/**
 * What the person adds; may be empty, and may have line breaks.
 */
note: string, };

export type KeyRequestCheck = { "is": "readable", 
/**
 * The request, and what is known of the person.
 */
found: CheckedKeyRequest, } | { "is": "not_readable", 
/**
 * Why not.
 */
problem: KeyRequestProblem, };

export type KeyRequestId = number;

export type KeyRequestProblem = { "kind": "empty" } | { "kind": "too_long" } | { "kind": "not_text" } | { "kind": "private_key" } | { "kind": "holds_secret" } | { "kind": "not_a_request" } | { "kind": "several" } | { "kind": "damaged" } | { "kind": "newer_version" } | { "kind": "unknown_member", 
/**
 * The beginning of the member's name, of letters, digits and a few signs.
 */
name: string, } | { "kind": "missing", 
/**
 * Which one.
 */
member: RequestMember, } | { "kind": "wrong_type", 
/**
 * Which one.
 */
member: RequestMember, } | { "kind": "member_too_long", 
/**
 * Which one.
 */
member: RequestMember, } | { "kind": "unsafe_text", 
/**
 * Which one.
 */
member: RequestMember, } | { "kind": "unknown_value", 
/**
 * Which one.
 */
member: RequestMember, } | { "kind": "not_for_system", 
/**
 * The system.
 */
system: Receiver, 
/**
 * The environment.
 */
environment: ApiEnvironment, } | { "kind": "public_key", 
/**
 * Why not.
 */
problem: RecipientKeyProblem, };

export type KeySearchProgress = { 
/**
 * How many files were searched.
 */
files: number, 
/**
 * How many bytes were read.
 */
bytes: number, 
/**
 * The folder whose files were read last, without keys. Empty before the first.
 */
folder: string, };

export type KeySearchResult = { 
/**
 * Where keys are.
 */
places: Array<KeyPlace>, 
/**
 * How many other places there are, which are not named.
 */
more: number, 
/**
 * How many keys were searched for.
 */
keys: number, 
/**
 * How many keys were left out, because the app does not have their secret.
 */
leftOut: number, 
/**
 * How many files were searched.
 */
files: number, 
/**
 * How many bytes were read.
 */
bytes: number, 
/**
 * Files and folders that could not be read.
 */
unreadable: NotSearched, 
/**
 * Zip files and documents of which a part could not be searched.
 */
incomplete: NotSearched, 
/**
 * Files that a service such as `OneDrive` would have to load first.
 */
onlyOnline: NotSearched, 
/**
 * Whether the search was cancelled before its end.
 */
isCancelled: boolean, };

export type KeySort = "name" | "expires" | "last_checked" | "created" | "added";

export type KeyStanding = "active" | "check_due" | "unchecked" | "expired" | "refused" | "deactivated" | "replaced";

export type KeyStatus = "active" | "expired" | "refused" | "deactivated" | "replaced";

export type KeychainTrouble = "locked" | "missing" | "slow" | "refused" | "cancelled" | "no_default" | "blocked_by_policy";

export type KeysView = { 
/**
 * Only the keys of this environment.
 */
environment: ApiEnvironment | null, 
/**
 * Only the keys with this status.
 */
status: StatusFilter | null, 
/**
 * Only the keys of this organization.
 */
organization: string | null, 
/**
 * The order.
 */
sort: KeySort, 
/**
 * Whether the greatest, or the latest, comes first.
 */
descending: boolean, };

export type Leak = { 
/**
 * Its id in the store.
 */
id: LeakId, 
/**
 * The key.
 */
key: KeyId, 
/**
 * What happened.
 */
cause: LeakCause, 
/**
 * When the person reported it, UTC.
 */
startedAt: string, 
/**
 * The ids of the completed steps. The window has the steps.
 */
done: Array<string>, 
/**
 * When the person closed the case, UTC; `None` so far.
 */
closedAt: string | null, };

export type LeakCause = "message" | "screen" | "person_left" | "device_lost" | "public";

export type LeakId = number;

export type LineEffect = { "effect": "new", 
/**
 * What the register would know of it, beside its name, environment and last four characters.
 */
fields: Array<FieldChange>, 
/**
 * What the list says of it and the register would not know.
 */
left: Array<ListColumn>, } | { "effect": "changed", 
/**
 * The key.
 */
key: KeyId, 
/**
 * Each change.
 */
fields: Array<FieldChange>, 
/**
 * What differs and stays as it is, because the app or Nova Post knows it better.
 */
left: Array<ListColumn>, } | { "effect": "left", 
/**
 * The key.
 */
key: KeyId, 
/**
 * What differs.
 */
left: Array<ListColumn>, } | { "effect": "refused", 
/**
 * The reason.
 */
problem: LineProblem, };

export type LineProblem = { "code": "no_name" } | { "code": "environment_missing" } | { "code": "environment_unknown", 
/**
 * As it is in the file.
 */
text: string, } | { "code": "status_unknown", 
/**
 * As it is in the file.
 */
text: string, } | { "code": "date_unreadable", 
/**
 * The column.
 */
column: ListColumn, 
/**
 * As it is in the file.
 */
text: string, } | { "code": "date_unclear", 
/**
 * The column.
 */
column: ListColumn, 
/**
 * As it is in the file.
 */
text: string, } | { "code": "last_four_unreadable", 
/**
 * As it is in the file.
 */
text: string, } | { "code": "too_long", 
/**
 * The column.
 */
column: ListColumn, 
/**
 * The limit in characters.
 */
limit: number, } | { "code": "several_lines", 
/**
 * The column.
 */
column: ListColumn, } | { "code": "unreadable_text", 
/**
 * The column.
 */
column: ListColumn, } | { "code": "twice", 
/**
 * The earlier line.
 */
line: number, } | { "code": "several_keys" } | { "code": "environment_differs" } | { "code": "last_four_differs" };

export type Link = "my_nova_post" | "registration_help" | "test_key_page" | "api_portal" | "ukraine_cabinet" | "ukraine_keys";

export type ListCheck = { "is": "refused", 
/**
 * The reason.
 */
problem: ListProblem, } | { "is": "preview", 
/**
 * All of it.
 */
preview: ListPreview, };

export type ListColumn = "id" | "name" | "environment" | "last_four" | "organizations" | "holder" | "account_company" | "company_code" | "created" | "expires" | "status" | "replaced_by" | "last_check" | "last_check_result" | "systems" | "people" | "notes";

export type ListForm = "csv" | "json";

export type ListImported = { "is": "done", 
/**
 * The number of keys that were added.
 */
added: number, 
/**
 * The number of keys that were changed.
 */
changed: number, } | { "is": "outdated", 
/**
 * The preview.
 */
preview: ListPreview, };

export type ListPreview = { 
/**
 * How the file was read.
 */
reading: ListReading, 
/**
 * The first date that can be read two ways, as it is in the file. The person has to say what its
 * numbers mean.
 */
unclearDate: string | null, 
/**
 * The headings of columns that are not used, the first thirty.
 */
unknownColumns: Array<string>, 
/**
 * Each line that adds or changes something, differs and changes nothing, or is refused.
 */
lines: Array<PreviewLine>, 
/**
 * How many lines say what the register says.
 */
unchanged: number, };

export type ListProblem = { "code": "empty" } | { "code": "too_large", 
/**
 * The limit in bytes.
 */
limit: number, } | { "code": "too_many_lines", 
/**
 * The limit.
 */
limit: number, } | { "code": "spreadsheet" } | { "code": "not_text" } | { "code": "encoding_unclear" } | { "code": "no_known_column" } | { "code": "column_twice", 
/**
 * The column.
 */
column: ListColumn, } | { "code": "holds_key", 
/**
 * The line in the file; for JSON, the number of the key in the list. The first has 1.
 */
line: number, 
/**
 * The number of the column. 0 for JSON.
 */
column: number, } | { "code": "not_our_json" } | { "code": "newer_version" };

export type ListReading = { 
/**
 * The file's form.
 */
form: ListForm, 
/**
 * Its encoding.
 */
encoding: TextEncoding, 
/**
 * Whether the encoding is likely but not certain.
 */
encodingIsGuess: boolean, 
/**
 * The order of numbers in its dates, if it matters.
 */
dateOrder: DateOrder | null, };

export type MissingInBackup = { 
/**
 * How many keys.
 */
keys: number, 
/**
 * A few of these keys, the ones that were added last.
 */
some: Array<BackupKey>, 
/**
 * How many runs of guides.
 */
guides: number, };

export type Mode = "practice" | "live";

export type NewExpiry = { "is": "not_asked" } | { "is": "not_known" } | { "is": "on", 
/**
 * The end of its validity.
 */
end: string, };

export type NewKey = { 
/**
 * The person's name for it; may be empty.
 */
name: string, 
/**
 * The environment that accepts it.
 */
environment: ApiEnvironment, 
/**
 * The organizations that it was made for. `None` if the person was not asked, as for a test key.
 */
organizations: Array<string> | null, 
/**
 * The natural person in whose name it was created; may be empty. `None` if the person was not asked, as for a
 * test key.
 */
holder: string | null, 
/**
 * The end of its validity.
 */
expiry: NewExpiry, 
/**
 * The guide run that ends with it.
 */
run: RunId | null, 
/**
 * The record that it completes: one whose secret is not in the keychain. `None` if the person added the
 * key without naming one.
 */
record: KeyId | null, 
/**
 * The person was asked about its unusual form, and adds it all the same.
 */
secondLook: boolean, };

export type NewestShipment = { "is": "none" } | { "is": "on", 
/**
 * UTC.
 */
at: string, } | { "is": "date_unknown" };

export type NotSearched = { 
/**
 * How many.
 */
count: number, 
/**
 * The paths of some. Keys in them are masked.
 */
some: Array<string>, };

export type NotificationTimes = { 
/**
 * The first minute, such as `09:00`.
 */
from: string, 
/**
 * The first minute after it.
 */
to: string, };

export type NumberAdded = "added" | "not_a_phone" | "ukraine" | "in_the_book" | "added_already" | "too_many";

export type OrganizationsAnswer = "right" | "wrong" | "unsure";

export type OtherAddress = { 
/**
 * The environment that has another address.
 */
environment: ApiEnvironment, 
/**
 * The host, with its port if that is not the usual one.
 */
host: string, };

export type Outcome = { "outcome": "created" } | { "outcome": "same" } | { "outcome": "prolonged", 
/**
 * The end of its validity before the request.
 */
from: string, 
/**
 * The end of its validity now.
 */
to: string, } | { "outcome": "reactivated", 
/**
 * The end of its validity before the request.
 */
from: string, 
/**
 * The end of its validity now.
 */
to: string, };

export type PdfDocument = { 
/**
 * Its title, also in the file's properties.
 */
title: string, 
/**
 * Its language, as a BCP 47 tag.
 */
language: string, 
/**
 * A text across the top of each page, such as the one that marks practice.
 */
ribbon: string | null, 
/**
 * Its sections.
 */
sections: Array<PdfSection>, };

export type PdfPart = { "kind": "paragraph", 
/**
 * The text.
 */
text: string, } | { "kind": "row", 
/**
 * What the value is.
 */
label: string, 
/**
 * The value.
 */
value: string, };

export type PdfSection = { 
/**
 * Its heading.
 */
heading: string, 
/**
 * What is below the heading.
 */
parts: Array<PdfPart>, };

export type PeopleAnswer = "all_stay" | "somebody_left" | "unsure";

export type Period = { 
/**
 * Its first moment.
 */
from: string, 
/**
 * The first moment after it.
 */
until: string, };

export type PhoneNumber = { 
/**
 * The digits to send.
 */
digits: SandboxDigits, 
/**
 * The international spelling for display: `+49 821 3437654`.
 */
international: string, 
/**
 * The country of the number. `None` for numbers of no country (`+800`) and for numbers that the
 * numbering plan does not have.
 */
region: Region | null, };

export type Place = { 
/**
 * A system or a person.
 */
kind: PlaceKind, 
/**
 * As the person wrote it.
 */
name: string, };

export type PlaceKind = "system" | "person";

export type PolicyInfo = { 
/**
 * Where the app looks for a policy: a path, or a registry key.
 */
place: string, 
/**
 * Whether there is one.
 */
isThere: boolean, 
/**
 * The members that it has. Nobody can change what they set. If it can't be used: those that are closed because of that.
 */
members: Array<PolicyMember>, 
/**
 * Why it can't be used. Empty if it can.
 */
problems: Array<PolicyProblem>, 
/**
 * The modes that may be chosen.
 */
modes: Array<Mode>, 
/**
 * The languages that may be chosen. `None`: all.
 */
languages: Array<string> | null, 
/**
 * Whether a key may be handed over in readable form.
 */
valuesAllowed: boolean, 
/**
 * When notifications are shown, such as `09:00`. `None`: always, or never if the policy can't be used.
 */
notificationTimes: NotificationTimes | null, };

export type PolicyMember = "updates" | "updateAddress" | "modes" | "addresses" | "proxy" | "languages" | "handOverOfValues" | "notificationTimes";

export type PolicyProblem = { "kind": "unreadable" } | { "kind": "too_large" } | { "kind": "others_may_write" } | { "kind": "not_json" } | { "kind": "unknown_member", 
/**
 * The name of the member.
 */
name: string, } | { "kind": "value_not_allowed", 
/**
 * The name of the member; of a part with a dot, such as `addresses.sandbox`.
 */
name: string, };

export type PortalAnswer = "no_others" | "others";

export type PracticeNumber = { 
/**
 * Digits with the calling code, without `+`.
 */
digits: string, 
/**
 * The name of the outcome that a request for this number simulates. The catalogs have a sentence
 * for each.
 */
plays: string, 
/**
 * Whether the presenter added it, and may remove it.
 */
own: boolean, };

export type PracticeTime = { 
/**
 * Milliseconds that practice is ahead, rounded to seconds. 0 if it was not moved.
 */
ahead: number, };

export type Presenter = { 
/**
 * While on, text is larger and no secret is shown.
 */
on: boolean, 
/**
 * While presenter view is on.
 */
textSize: TextSize, 
/**
 * The name of the script in ui/scripts. `None` until one is chosen.
 */
script: string | null, 
/**
 * The ids of the steps that are done.
 */
done: Array<string>, 
/**
 * The id of the current step. `None` at the end of the script.
 */
step: string | null, 
/**
 * Whether the script panel is folded.
 */
folded: boolean, };

export type PreviewLine = { 
/**
 * The line in the file; for JSON, the number of the key in the list. The first has 1.
 */
line: number, 
/**
 * The name of the key; may be empty.
 */
name: string, 
/**
 * Its environment, if it is known.
 */
environment: ApiEnvironment | null, 
/**
 * Its last four characters; may be empty.
 */
lastFour: string, 
/**
 * What it would do.
 */
effect: LineEffect, };

export type ProxyReason = "sign_in" | "sign_in_refused" | "sign_in_unsupported" | "script";

export type ProxySource = "variables" | "gnome" | "kde" | "windows" | "macos" | "policy";

export type ReadAs = { 
/**
 * For a file that is neither UTF-8 nor UTF-16.
 */
encoding: TextEncoding | null, 
/**
 * For dates such as `8/7/2026`.
 */
dateOrder: DateOrder | null, };

export type Receipt = { 
/**
 * When it was checked, UTC.
 */
at: string, 
/**
 * What it showed.
 */
result: ReceiptResult, };

export type ReceiptCheck = { "is": "checked", 
/**
 * The hand-over with its receipt.
 */
handOver: HandOver, } | { "is": "not_a_code" };

export type ReceiptCommand = { 
/**
 * What runs it.
 */
tool: ReceiptTool, 
/**
 * The line.
 */
line: string, };

export type ReceiptResult = { "kind": "complete" } | { "kind": "other_key", 
/**
 * That key.
 */
key: KeyId, 
/**
 * Its last four characters.
 */
lastFour: string, } | { "kind": "unknown" };

export type ReceiptTool = "openssl" | "power_shell" | "python" | "php" | "node";

export type Receiver = "own_code" | "own_code_ukraine" | "sdk" | "magento" | "shopify" | "woocommerce" | "opencart" | "postman" | "other";

export type ReceiverField = { 
/**
 * The name of the variable or setting; `None` if only the meaning is known, as in a form.
 */
name: string | null, 
/**
 * What belongs there.
 */
value: FieldValue, };

export type ReceiverInfo = { 
/**
 * The receiver.
 */
receiver: Receiver, 
/**
 * The environments whose keys it takes.
 */
environments: Array<ApiEnvironment>, 
/**
 * What it needs, in the order in which it asks for it.
 */
fields: Array<ReceiverField>, 
/**
 * The files that can be made for it besides the sheet.
 */
files: Array<HandOverFile>, 
/**
 * Where these facts come from: an id of docs/sources.md, with the part of it after a colon.
 */
source: string, 
/**
 * The month in which they were checked there, such as `2026-11`.
 */
checked: string, };

export type Recipient = { 
/**
 * The person's name, as typed.
 */
name: string, 
/**
 * The person's public key, in the form in which `RecipientKey` writes it; empty if there is none.
 */
publicKey: string, 
/**
 * When the words of this public key were compared by phone; `None` if that was not done.
 */
comparedAt: string | null, };

export type RecipientKeyCheck = { "is": "usable", 
/**
 * Its kind.
 */
kind: RecipientKeyKind, 
/**
 * The key alone, without the comment after it.
 */
publicKey: string, 
/**
 * A short text by which two people can compare the key.
 */
fingerprint: string, } | { "is": "not_usable", 
/**
 * What is wrong.
 */
problem: RecipientKeyProblem, };

export type RecipientKeyKind = "age" | "ssh_ed25519" | "ssh_rsa";

export type RecipientKeyProblem = { "kind": "empty" } | { "kind": "too_long" } | { "kind": "private_key" } | { "kind": "several" } | { "kind": "other_kind", 
/**
 * The kind as written in the text, such as `ecdsa-sha2-nistp256`.
 */
name: string, } | { "kind": "damaged" } | { "kind": "rsa_too_short", 
/**
 * Its length.
 */
bits: number, } | { "kind": "rsa_too_long" } | { "kind": "not_a_key" };

export type Region = string;

export type Replacement = { 
/**
 * Its id in the store.
 */
id: ReplacementId, 
/**
 * The key that is replaced.
 */
old: KeyId, 
/**
 * The key that replaces it, or `None` so far.
 */
new: KeyId | null, 
/**
 * When the person started it, UTC.
 */
startedAt: string, 
/**
 * When the new key was chosen, UTC; `None` if there is no new key.
 */
newSetAt: string | null, 
/**
 * When Nova Post accepted the new key, UTC. Only a check counts that was made after the key was chosen, and
 * only as long as it is the key's last one.
 */
newCheckedAt: string | null, 
/**
 * The places that need the new key.
 */
places: Array<ReplacementPlace>, 
/**
 * When the old key was marked as replaced, UTC; `None` so far.
 */
finishedAt: string | null, };

export type ReplacementId = number;

export type ReplacementPlace = { 
/**
 * Its id in the store.
 */
id: ReplacementPlaceId, 
/**
 * The system or the person.
 */
place: Place, 
/**
 * When the person said that it has the new key, UTC; `None` so far.
 */
doneAt: string | null, };

export type ReplacementPlaceId = number;

export type ReplacementRefusal = "old_retired" | "same_key" | "other_environment" | "new_retired" | "no_new_key" | "not_checked" | "places_left";

export type ReplacementStep = { "is": "taken", 
/**
 * The replacement now.
 */
replacement: Replacement, } | { "is": "refused", 
/**
 * Why.
 */
why: ReplacementRefusal, };

export type RequestMember = "keyRequest" | "system" | "environment" | "needs" | "name" | "publicKey" | "note";

export type RequestedDetail = "company_name" | "tax_code" | "payer_contract" | "sender_name" | "sender_phone" | "sender_email" | "sender_country" | "sender_city" | "sender_division" | "sender_address";

export type RequestedKey = { 
/**
 * The key, saved in the keychain.
 */
key: KeyCard, 
/**
 * What has happened to it.
 */
outcome: Outcome, 
/**
 * Another key of the same number that this one has replaced in the list, as it is listed now.
 */
replaced: KeyCard | null, 
/**
 * `clock_wrong` if this computer's clock is wrong. The operation has succeeded all the same.
 */
warning: Failure | null, };

export type RequesterStanding = { "kind": "unknown" } | { "kind": "known", 
/**
 * The name under which the person is known.
 */
name: string, 
/**
 * When the words of the public key were compared; `None` if that was not done.
 */
comparedAt: string | null, } | { "kind": "known_without_key" } | { "kind": "other_key", 
/**
 * The fingerprint of the known key.
 */
known: string, 
/**
 * Whether the words of the known key were compared.
 */
wasCompared: boolean, } | { "kind": "looks_like", 
/**
 * The known name.
 */
name: string, };

export type RestoredBackup = { 
/**
 * The full path at which the damaged file is kept. `None` if the list before is a backup now.
 */
setAside: string | null, };

export type Revealed = { 
/**
 * The text to show.
 */
secret: Sealed, 
/**
 * Whether it is the passphrase of a sealed key. Otherwise it is a key.
 */
isPassphrase: boolean, 
/**
 * Whether the text is not the secret but dots, for a key with the last four characters, because presenter view
 * is on.
 */
isCovered: boolean, };

export type Review = { 
/**
 * Its id in the store.
 */
id: ReviewId, 
/**
 * When the person started it, UTC.
 */
startedAt: string, 
/**
 * Who has signed it; `None` so far.
 */
signed: Signature | null, 
/**
 * What the person said about the account.
 */
account: AccountAnswers, 
/**
 * The keys with an answer. After the signature also those without one.
 */
keys: Array<ReviewedKey>, };

export type ReviewAction = "deactivate" | "replace" | "organizations" | "not_in_portal" | "ask";

export type ReviewFacts = { 
/**
 * The API that accepts it.
 */
environment: ApiEnvironment, 
/**
 * When it was created, UTC; `None` if that is not known.
 */
createdAt: string | null, 
/**
 * The end of its validity, UTC; `None` if it is not known.
 */
validUntil: string | null, 
/**
 * The last check; `None` if there was none.
 */
lastCheck: KeyCheck | null, 
/**
 * The organizations that it was created for. In a stored review, one that may hold a phone number is empty.
 */
organizations: Array<string>, 
/**
 * The systems that use it. In a stored review, one that may hold a phone number is empty.
 */
systems: Array<string>, 
/**
 * The people who have it, each once.
 */
people: Array<KeyHolder>, };

export type ReviewId = number;

export type ReviewedKey = { 
/**
 * The key, which may have been deleted since.
 */
key: KeyId, 
/**
 * Its name then; empty if it had none, or one that may hold a phone number.
 */
name: string, 
/**
 * Its last four characters; may be empty.
 */
lastFour: string, 
/**
 * When the last answer was given, UTC.
 */
at: string, 
/**
 * What was known of it.
 */
facts: ReviewFacts, 
/**
 * What the person answered.
 */
answers: KeyAnswers, 
/**
 * What follows from the answers.
 */
actions: Array<ReviewAction>, };

export type Reviewing = { 
/**
 * The review that is not signed yet; `None` if there is none.
 */
open: Review | null, 
/**
 * The keys in use, in the order in which they are reviewed.
 */
inUse: Array<KeyId>, 
/**
 * From when the next review is due, UTC; `None` if no key is in use.
 */
dueFrom: string | null, 
/**
 * The signed reviews, the newest first.
 */
signed: Array<SignedReview>, };

export type RunId = number;

export type SandboxDigits = string;

export type SavedEmail = { 
/**
 * The full path of the folder.
 */
folder: string, 
/**
 * The name of the file, with its extension.
 */
file: string, };

export type SavedFile = "keys_csv" | "keys_json" | "history_csv" | "history_json" | "calendar";

export type SavedList = { 
/**
 * The full path of the folder.
 */
folder: string, 
/**
 * The name of the file, with its extension.
 */
file: string, 
/**
 * How many texts were left out because they look like a key or a token.
 */
leftOut: number, };

export type Sealed = { 
/**
 * The public key of the sender: an uncompressed point of P-256.
 */
sealedBy: Array<number>, 
/**
 * The ciphertext and its tag.
 */
text: Array<number>, };

export type SealedKey = { 
/**
 * The sealed key as text for an email (age, armored).
 */
text: string, 
/**
 * The hand-over, which has noted this.
 */
handOver: HandOver, };

export type SearchFolder = { 
/**
 * Its number.
 */
number: number, 
/**
 * Which one of the person's usual folders it is. `null` for another one.
 */
usual: UsualFolder | null, 
/**
 * Its full path.
 */
path: string, };

export type SearchWord = { 
/**
 * The word as it was typed.
 */
text: string, 
/**
 * The environments whose names contain it.
 */
environments: Array<ApiEnvironment>, 
/**
 * The standings whose names contain it.
 */
standings: Array<KeyStanding>, 
/**
 * The remarks that contain it.
 */
remarks: Array<KeyRemark>, 
/**
 * The days whose text contains it: days of the creation, the end or the last check.
 */
days: Array<Period>, 
/**
 * The ends of which the list shows a distance from now that contains it, such as "in 12 days".
 */
ends: Array<Period>, 
/**
 * The checks of which the list shows a distance from now that contains it, such as "3 days ago".
 */
checks: Array<Period>, };

export type SenderFacts = { 
/**
 * The name of the company.
 */
company: string, 
/**
 * The tax code of the company.
 */
taxCode: string, 
/**
 * The number of the contract under which Nova Post is paid.
 */
payerContract: string, 
/**
 * The name of the sender.
 */
senderName: string, 
/**
 * The sender's phone number.
 */
phone: string, 
/**
 * The sender's email address.
 */
email: string, 
/**
 * The country from which parcels are sent.
 */
country: string, 
/**
 * The city from which parcels are sent.
 */
city: string, 
/**
 * The division of Nova Post where parcels are dropped off.
 */
division: string, 
/**
 * The street address from which parcels are sent.
 */
address: string, };

export type Settings = { 
/**
 * A language of the catalogs, such as `uk`. `None` for the system's language.
 */
language: string | null, 
/**
 * Light, dark, or the system's theme.
 */
theme: Theme, 
/**
 * Outside presenter view.
 */
textSize: TextSize, 
/**
 * Seconds until a copied secret is cleared from the clipboard.
 */
clipboardSeconds: number, 
/**
 * Seconds until the popup window that shows a key closes by itself.
 */
showSeconds: number, 
/**
 * Whether the desktop shows notifications of what is due.
 */
notifications: boolean, 
/**
 * Whether the app looks for new versions by itself.
 */
lookForUpdates: boolean, };

export type Signature = { 
/**
 * When, UTC.
 */
at: string, 
/**
 * The name as typed.
 */
by: string, };

export type SignedReview = { 
/**
 * Its id in the store.
 */
id: ReviewId, 
/**
 * When and by whom.
 */
signed: Signature, 
/**
 * The number of its keys.
 */
keys: number, };

export type SimulatedOutcome = string;

export type StartInfo = { 
/**
 * `None` until the person has chosen a mode on the Welcome page.
 */
mode: Mode | null, 
/**
 * The version of the app, such as `0.1.0`.
 */
version: string, 
/**
 * `linux`, `macos` or `windows`.
 */
system: string, 
/**
 * The system's languages (BCP 47), the preferred one first.
 */
languages: Array<string>, 
/**
 * The system's region (ISO 3166-1 alpha-2). `None` if no language of the system names one.
 */
region: string | null, 
/**
 * The settings, or their defaults.
 */
settings: Settings, 
/**
 * The addresses of live mode that are not Nova Post's, because environment variables or the policy say so.
 */
otherAddresses: Array<OtherAddress>, 
/**
 * The host of the address for updates, if an environment variable says it.
 */
otherUpdateAddress?: string, 
/**
 * The policy of the organization.
 */
policy: PolicyInfo, 
/**
 * The full path of a settings file that could not be read at this start, and was kept there.
 */
settingsKeptAside?: string, 
/**
 * `None` if presenter view was never opened.
 */
presenter?: Presenter, };

export type StatusFilter = "to_do" | "active" | "not_checked" | "expired" | "refused" | "deactivated" | "replaced";

export type Step = { "step": "noting_down" } | { "step": "asking_nova_post" } | { "step": "saving_in_keychain" } | { "step": "reading_back" } | { "step": "opening_keychain" } | { "step": "keychain_slow" } | { "step": "recording" };

export type StorageLocations = { 
/**
 * The full path of the folder for everything that the app writes.
 */
dataFolder: string, 
/**
 * The name under which the keychain lists the secrets of the chosen mode.
 */
keychainService: string, };

export type TextEncoding = "utf8" | "utf16" | "windows_1251" | "windows_1252";

export type TextSize = 100 | 125 | 150 | 175 | 200 | 300 | 400;

export type Theme = "system" | "light" | "dark";

export type TimeMove = { "to": "days", days: number, } | { "to": "months", months: number, } | { "to": "moment", at: string, } | { "to": "now" };

export type ToDo = { "kind": "unfinished", 
/**
 * The attempt, to dismiss it.
 */
attempt: AttemptId, 
/**
 * The phone number, formatted.
 */
phone: string, 
/**
 * When the request began.
 */
startedAt: string, 
/**
 * Whether it is still the same day (UTC), on which Nova Post returns the same
 * key or says that the daily limit is reached.
 */
sameDay: boolean, } | { "kind": "ask_again", 
/**
 * The attempt, to dismiss it.
 */
attempt: AttemptId, 
/**
 * The phone number, formatted.
 */
phone: string, 
/**
 * From when the limit surely allows a request.
 */
from: string, 
/**
 * Whether that moment has passed.
 */
due: boolean, } | { "kind": "not_registered", 
/**
 * The attempt, to dismiss it.
 */
attempt: AttemptId, 
/**
 * The phone number, formatted.
 */
phone: string, } | { "kind": "save_again", 
/**
 * Its id.
 */
key: KeyId, 
/**
 * How the keychain failed. `None` if the keychain has the key and the store failed.
 */
cause: KeychainTrouble | null, } | { "kind": "key_lost", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "key_unlisted", 
/**
 * Its id in the keychain.
 */
key: KeyId, 
/**
 * Its last four characters.
 */
lastFour: string, } | { "kind": "import_lost", 
/**
 * The id that it would have, to dismiss this.
 */
key: KeyId, 
/**
 * Its last four characters.
 */
lastFour: string, 
/**
 * The environment that accepts it.
 */
environment: ApiEnvironment, 
/**
 * Its organization; may be empty.
 */
organization: string, 
/**
 * When it was added.
 */
at: string, } | { "kind": "key_ends", 
/**
 * Its id.
 */
key: KeyId, 
/**
 * When it expires.
 */
at: string, 
/**
 * For an expired test key: a moment of the last day on which a request surely extends it, if that is
 * within thirty days. Later, Nova Post deletes it and makes a new one.
 */
extendUntil?: string, } | { "kind": "key_refused", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "key_expired", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "expiry_passed", 
/**
 * Its id.
 */
key: KeyId, 
/**
 * The date in the list.
 */
at: string, } | { "kind": "expiry_unknown", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "key_unproven", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "guide", 
/**
 * The run.
 */
run: GuideRun, 
/**
 * When the person wrote to Nova Post, if that is two weeks ago or longer and there is no answer.
 */
waitingSince?: string, } | { "kind": "leak", 
/**
 * The case.
 */
leak: Leak, } | { "kind": "replacement", 
/**
 * How far that is.
 */
replacement: Replacement, } | { "kind": "review", 
/**
 * When it was started; `None` if it was not.
 */
openSince: string | null, 
/**
 * When the last one was signed; `None` if there was none.
 */
lastSigned: string | null, 
/**
 * Whether the last one, or the first key in use, is more than a year old.
 */
isDue: boolean, } | { "kind": "key_request", 
/**
 * The request, to open or dismiss it.
 */
request: KeyRequestId, 
/**
 * The name in it.
 */
name: string, 
/**
 * The environment that the key is for.
 */
environment: ApiEnvironment, 
/**
 * Whether there is a key of this environment in use.
 */
hasKey: boolean, };

export type TokenAnswer = "dont_allow" | "allow_once" | "allow_for_an_hour";

export type TokenCard = { 
/**
 * The key that it was made from.
 */
key: KeyCard, 
/**
 * Seconds until it expires, by the server's clock, at the moment of this answer. 0 if it has expired.
 */
secondsLeft: number, 
/**
 * Its whole lifetime, in seconds.
 */
secondsInAll: number, 
/**
 * Whether the lifetime is assumed: the token does not say when it expires, so it is taken to expire
 * an hour after it was received.
 */
assumed: boolean, 
/**
 * What the token says about itself.
 */
claims: ClaimsCard, 
/**
 * Its last verification, if there was one.
 */
verification: Verification | null, 
/**
 * `clock_wrong` if this computer's clock is wrong, or why the store did not record what the token has
 * shown about its key. The operation has succeeded all the same.
 */
warning: Failure | null, };

export type TokenPermission = { 
/**
 * The full path of the program.
 */
program: string, 
/**
 * When the permission ends, UTC.
 */
until: string, };

export type TokenQuestion = { 
/**
 * The program. `None` if the system does not say which one it is: then there is no permission for an hour.
 */
program: AskingProgram | null, 
/**
 * The name of the key; may be empty.
 */
keyName: string, 
/**
 * The last four characters of the key.
 */
lastFour: string, 
/**
 * The environment of the key.
 */
environment: ApiEnvironment, };

export type UpdateAvailability = "ready" | "practice" | "off_by_policy" | "no_address" | "not_packaged";

export type UpdateOffer = { 
/**
 * The version, such as `0.2.0`.
 */
version: string, 
/**
 * What is new, as plain text in the language of its publisher. May be empty.
 */
notes: string, };

export type UpdatePhase = { "phase": "idle" } | { "phase": "checking" } | { "phase": "downloading", 
/**
 * Whole percent that have arrived. `None` if the size is unknown.
 */
percent: number | null, } | { "phase": "preparing" } | { "phase": "installing" } | { "phase": "restarting" };

export type UpdateState = { 
/**
 * Whether this copy can look for new versions at all.
 */
availability: UpdateAvailability, 
/**
 * What is being done now.
 */
phase: UpdatePhase, 
/**
 * The version that was found and is not installed.
 */
offer: UpdateOffer | null, 
/**
 * The person chose to be asked later.
 */
isPostponed: boolean, 
/**
 * When the app last looked for a new version, in this run or an earlier one.
 */
lastCheck: string | null, 
/**
 * Why the last look in this run failed. Remains until the person has read it.
 */
checkFailure: Failure | null, 
/**
 * Why the last download or installation failed. Remains until the person has read it.
 */
installFailure: Failure | null, 
/**
 * The version that was installed before this start, until the person has read it.
 */
installed: string | null, };

export type UsualFolder = "documents" | "downloads" | "desktop" | "home";

export type Verdict = { "verdict": "empty" } | { "verdict": "ready", 
/**
 * The number.
 */
number: PhoneNumber, } | { "verdict": "unassigned", 
/**
 * The number.
 */
number: PhoneNumber, } | { "verdict": "maybe_ukraine", 
/**
 * The number in the chosen country, to send after the person has confirmed it; `None` if the
 * country has no such number.
 */
number: PhoneNumber | null, 
/**
 * The Ukrainian number in its international spelling.
 */
ukrainian: string, } | { "verdict": "old_prefix", 
/**
 * The number without the prefix.
 */
number: PhoneNumber, 
/**
 * The prefix: `1`.
 */
dropped: string, } | { "verdict": "unknown_words", 
/**
 * The number.
 */
number: PhoneNumber, } | { "verdict": "several", 
/**
 * The numbers as texts that can be checked in place of what was typed: in their international
 * spelling where they have one.
 */
numbers: Array<string>, } | { "verdict": "cut_off" } | { "verdict": "too_short", 
/**
 * The country whose plan was used.
 */
region: Region | null, 
/**
 * The minimum number of missing digits.
 */
missing: number, } | { "verdict": "too_long", 
/**
 * The country whose plan was used.
 */
region: Region | null, 
/**
 * The minimum number of surplus digits.
 */
extra: number, } | { "verdict": "unknown_country_code" } | { "verdict": "no_country", 
/**
 * The number that the digits are if they begin with a calling code; `None` if they are none.
 * It is never sent without a choice.
 */
abroad: PhoneNumber | null, } | { "verdict": "not_a_number" } | { "verdict": "extension" } | { "verdict": "ukraine" };

export type Verification = { 
/**
 * When Nova Post answered.
 */
at: string, 
/**
 * How many currencies the answer lists.
 */
currencies: number, };

export type Webhook = { 
/**
 * Its address without a query, a user name and a password, which may be secrets; `None` if it can't be read.
 */
address: string | null, 
/**
 * Whether it is switched on; `None` if that is not known.
 */
isActive: boolean | null, };

export type WebhookList = { 
/**
 * Those in the answer.
 */
webhooks: Array<Webhook>, 
/**
 * Whether the account has more than the answer.
 */
hasMore: boolean, };

export type WebhooksAnswer = "all_known" | "some_unknown";

/** The commands of the main window: arguments, result, and whether it reports steps. */
export type Commands = {
  /** The first page is painted: show the window. */
  window_painted: { args: {  }; result: void; steps: false };
  /** Chooses practice or live, on the Welcome page or in the settings. */
  choose_mode: { args: { mode: Mode }; result: void; steps: false };
  /** Saves language, theme, text size, the two times, and whether there are notifications. */
  save_settings: { args: { settings: Settings }; result: void; steps: false };
  /** Saves presenter view: whether it is on, its text size, and how far its script is. */
  save_presenter: { args: { presenter: Presenter }; result: void; steps: false };
  /** Where the app stores its data and the secrets of the chosen mode. */
  storage_locations: { args: {  }; result: StorageLocations; steps: false };
  /** All countries with a numbering plan. */
  countries: { args: {  }; result: Array<Country>; steps: false };
  /** Validates a phone number as it was typed. */
  check_phone: { args: { input: string; country: Region | null }; result: Verdict; steps: false };
  /** Requests a test key, which Nova Post allows once a day, and saves it. */
  request_test_key: { args: { input: string; country: Region | null; secondLook: boolean }; result: RequestedKey; steps: true };
  /** Tries again to save a key that is only in memory. */
  save_key_again: { args: { key: KeyId }; result: KeyCard; steps: true };
  /** Adds a reminder to the Home page: ask for this number again tomorrow. */
  remind_tomorrow: { args: { input: string; country: Region | null }; result: void; steps: false };
  /** Removes a request from the Home page. */
  dismiss_to_do: { args: { attempt: AttemptId }; result: void; steps: false };
  /** Removes the note of a key that was added by hand and not saved. */
  dismiss_import: { args: { key: KeyId }; result: void; steps: false };
  /** Makes a key that the keychain has and the store does not the pending import. */
  check_unlisted_key: { args: { key: KeyId }; result: ClipboardCheck; steps: true };
  /** Deletes such a key from the keychain. */
  remove_unlisted_key: { args: { key: KeyId }; result: void; steps: true };
  /** Deletes the record of a key that the keychain no longer has. */
  remove_lost_key: { args: { key: KeyId }; result: void; steps: true };
  /** All keys, and what to do next. */
  home: { args: {  }; result: Home; steps: false };
  /** All keys. */
  keys: { args: {  }; result: Array<KeyCard>; steps: false };
  /** The backups of the list of keys. */
  backups: { args: {  }; result: BackupList; steps: false };
  /** What restoring a backup would do; without an id, the newest that is not damaged. `null` if there is none. */
  preview_backup: { args: { backup: BackupId | null }; result: BackupPreview | null; steps: false };
  /** Replaces the list of keys by that of a backup; without an id, by an empty one. The list before it is kept. */
  restore_backup: { args: { backup: BackupId | null }; result: RestoredBackup; steps: false };
  /** A part of the list of keys, searched, filtered and sorted. */
  find_keys: { args: { query: KeyQuery }; result: KeyPage; steps: false };
  /** The keys with these ids that are in the list. */
  keys_by_id: { args: { keys: Array<KeyId> }; result: Array<KeyCard>; steps: false };
  /** The names of all organizations that keys were created for. */
  key_organizations: { args: {  }; result: Array<string>; steps: false };
  /** How the list was last filtered and sorted. */
  keys_view: { args: {  }; result: KeysView; steps: false };
  /** Keeps how the list is filtered and sorted, for the next start. */
  save_keys_view: { args: { view: KeysView }; result: void; steps: false };
  /** What has happened to a key, the newest first. */
  key_history: { args: { key: KeyId }; result: Array<HistoryEntry>; steps: false };
  /** Replaces what the person has written about a key. */
  change_key_details: { args: { key: KeyId; details: KeyDetails }; result: KeyCard; steps: false };
  /** Sets the dates of a key by hand. */
  change_key_dates: { args: { key: KeyId; to: KeyDates }; result: KeyCard; steps: false };
  /** Marks a key as replaced. `by`: the key that has replaced it, if it is in the list. */
  mark_key_replaced: { args: { key: KeyId; by: KeyId | null }; result: KeyCard; steps: false };
  /** Marks a key as deactivated at Nova Post, or as in use again. */
  mark_key_deactivated: { args: { key: KeyId; deactivated: boolean }; result: KeyCard; steps: false };
  /** Hides a key that the person deletes, for as long as this can be undone. */
  delete_key: { args: { key: KeyId }; result: void; steps: false };
  /** Shows such a key again. */
  undo_key_deletion: { args: { key: KeyId }; result: void; steps: false };
  /** Deletes such a key from the keychain and from the list. */
  finish_key_deletion: { args: { key: KeyId }; result: void; steps: true };
  /** The last replacement of a key, finished or not. `null` if there is none. */
  replacement: { args: { key: KeyId }; result: Replacement | null; steps: false };
  /** Starts to replace a key, or returns the replacement that was started before. */
  start_replacement: { args: { key: KeyId }; result: ReplacementStep; steps: false };
  /** Sets the key that replaces the old one. */
  set_replacement_key: { args: { replacement: ReplacementId; key: KeyId }; result: ReplacementStep; steps: false };
  /** Adds a place that needs the new key. */
  add_replacement_place: { args: { replacement: ReplacementId; place: Place }; result: Replacement; steps: false };
  /** Marks a place as one that has the new key, or does not have it yet. */
  tick_replacement_place: { args: { replacement: ReplacementId; place: ReplacementPlaceId; done: boolean }; result: Replacement; steps: false };
  /** Marks the old key as replaced. `without_places`: although some places do not have the new key yet. */
  finish_replacement: { args: { replacement: ReplacementId; withoutPlaces: boolean }; result: ReplacementStep; steps: false };
  /** Gives up a replacement. Both keys stay as they are. */
  cancel_replacement: { args: { replacement: ReplacementId }; result: void; steps: false };
  /** The newest shipment of a key's account. */
  newest_shipment: { args: { key: KeyId }; result: NewestShipment; steps: true };
  /** The cases of a key that others may have seen, the newest first. At most one of them is open. */
  leaks: { args: { key: KeyId }; result: Array<Leak>; steps: false };
  /** Opens such a case, or notes in the open one what happened. */
  report_leak: { args: { key: KeyId; cause: LeakCause }; result: Leak; steps: false };
  /** Marks a step of a case as done or not done. */
  set_leak_step: { args: { leak: LeakId; step: string; done: boolean }; result: Leak; steps: false };
  /** Closes a case. */
  close_leak: { args: { leak: LeakId }; result: Leak; steps: false };
  /** The systems that need a key, and what each needs besides it. */
  receivers: { args: {  }; result: Array<ReceiverInfo>; steps: false };
  /** To whom a key was handed over, the newest first. */
  hand_overs: { args: { key: KeyId }; result: Array<HandOver>; steps: false };
  /** The people to whom keys were handed over, the latest first. */
  hand_over_recipients: { args: {  }; result: Array<Recipient>; steps: false };
  /** Starts to hand a key over. This gives nothing to anybody yet. */
  start_hand_over: { args: { key: KeyId; receiver: Receiver; recipient: string }; result: HandOver; steps: false };
  /** Deletes a hand-over with which the key was not given yet. One with which it was stays. */
  delete_hand_over: { args: { handOver: HandOverId }; result: void; steps: false };
  /** What is known about the sender of parcels of a key's organization. */
  sender_facts: { args: { key: KeyId }; result: SenderFacts; steps: false };
  /** Saves it, for all keys of this organization. */
  save_sender_facts: { args: { key: KeyId; facts: SenderFacts }; result: void; steps: false };
  /** What a file will say, without the key. */
  preview_hand_over_file: { args: { handOver: HandOverId; file: HandOverFile; comments: Array<string> }; result: FilePreview; steps: false };
  /** Saves a file under this name; one of several parts in a folder with this name. `with_value`: with the key. `in_synchronized_folder`: the person agrees that a service gets the key with the folder. */
  save_hand_over_file: { args: { handOver: HandOverId; file: HandOverFile; comments: Array<string>; name: string; withValue: boolean; inSynchronizedFolder: boolean }; result: HandOverSaved; steps: true };
  /** Validates a public key as it was pasted. */
  check_recipient_key: { args: { text: string }; result: RecipientKeyCheck; steps: false };
  /** Seals the key to a public key, and remembers that for the recipient. */
  seal_key: { args: { handOver: HandOverId; publicKey: string }; result: SealedKey; steps: true };
  /** Seals the key with a new passphrase, which a popup window shows. */
  seal_key_with_passphrase: { args: { handOver: HandOverId }; result: SealedKey; steps: true };
  /** Saves a sealed key as a file under this name. */
  save_sealed_key: { args: { handOver: HandOverId; text: string; name: string }; result: SavedList; steps: false };
  /** Notes that the key was given in person. */
  note_handed_in_person: { args: { handOver: HandOverId }; result: HandOver; steps: false };
  /** Saves the sheet as text under this name. */
  save_hand_over_sheet: { args: { name: string; text: string }; result: SavedList; steps: false };
  /** Saves the sheet as PDF under this name. */
  save_hand_over_sheet_pdf: { args: { name: string; document: PdfDocument }; result: SavedList; steps: false };
  /** The address of the API that the recipient uses. */
  hand_over_address: { args: { handOver: HandOverId }; result: string; steps: false };
  /** The lines with which the recipient computes the receipt code. */
  receipt_commands: { args: { handOver: HandOverId }; result: Array<ReceiptCommand>; steps: false };
  /** Checks a receipt code as it was typed. After one that was right, no other is compared. */
  check_receipt: { args: { handOver: HandOverId; code: string }; result: ReceiptCheck; steps: true };
  /** The person's usual folders, in which keys can be searched for. */
  search_folders: { args: {  }; result: Array<SearchFolder>; steps: false };
  /** Lets the person choose another folder. `null` if they choose none. */
  choose_search_folder: { args: {  }; result: SearchFolder | null; steps: false };
  /** Searches the folders with these numbers for all keys. The event `key_search_progress` tells how far it is. */
  search_for_keys: { args: { folders: Array<number> }; result: KeySearchResult; steps: true };
  /** Cancels the search. It ends with what was found until then. */
  cancel_key_search: { args: {  }; result: void; steps: false };
  /** Shows the file of a place of the last result in the file manager. */
  show_found_key: { args: { place: number }; result: void; steps: false };
  /** Checks the connection to the servers of the mode, or to those of the real account if `real`, and this computer. The event `connection_check_progress` tells each line. Returns all lines, or those that were there when it was cancelled. */
  check_connection: { args: { real: boolean }; result: ConnectionReport; steps: false };
  /** Cancels the check of the connection. */
  cancel_connection_check: { args: {  }; result: void; steps: false };
  /** Saves the report of a check as text under this name. */
  save_connection_report: { args: { name: string; text: string }; result: SavedList; steps: false };
  /** The review that is not signed yet, the keys in use, and the signed reviews. */
  reviews: { args: {  }; result: Reviewing; steps: false };
  /** Starts a review, or returns the one that was started before. */
  start_review: { args: {  }; result: Review; steps: false };
  /** What is known of a key that is reviewed. */
  review_facts: { args: { key: KeyId }; result: ReviewFacts; steps: false };
  /** Notes the answers about a key, in place of earlier ones. */
  answer_review_key: { args: { review: ReviewId; key: KeyId; answers: KeyAnswers }; result: Review; steps: false };
  /** Notes the answers about the account, in place of earlier ones. */
  answer_review: { args: { review: ReviewId; answers: AccountAnswers }; result: Review; steps: false };
  /** The webhooks of a key's account. */
  webhooks: { args: { key: KeyId }; result: WebhookList; steps: true };
  /** Signs a review. Keys without an answer are noted as not reviewed. */
  sign_review: { args: { review: ReviewId; name: string }; result: Review; steps: false };
  /** Deletes a review that is not signed. */
  discard_review: { args: { review: ReviewId }; result: void; steps: false };
  /** One review, for its report. */
  review: { args: { review: ReviewId }; result: Review; steps: false };
  /** Saves the report of a review as PDF under this name. */
  save_review_report: { args: { name: string; document: PdfDocument }; result: SavedList; steps: false };
  /** Takes the request for a key that was opened with the app or dropped on the window. `null` if there is none. */
  opened_key_request: { args: {  }; result: KeyRequestCheck | null; steps: false };
  /** Reads a request that was pasted. */
  check_key_request: { args: { text: string }; result: KeyRequestCheck; steps: false };
  /** Looks again at who asks. */
  check_key_request_again: { args: { request: KeyRequest }; result: KeyRequestCheck; steps: false };
  /** Notes that the four words of the public key were compared by phone. */
  note_words_compared: { args: { request: KeyRequest }; result: KeyRequestCheck; steps: false };
  /** Keeps a request until its key exists. */
  keep_key_request: { args: { request: KeyRequest }; result: KeyRequestCheck; steps: false };
  /** The requests that are kept, the newest first. */
  kept_key_requests: { args: {  }; result: Array<KeptKeyRequest>; steps: false };
  /** Deletes a kept request. */
  delete_key_request: { args: { request: KeyRequestId }; result: void; steps: false };
  /** Deletes a request if it is kept. */
  forget_key_request: { args: { request: KeyRequest }; result: void; steps: false };
  /** Starts to hand a key over to the person who asks. `null` if the words must be compared first. */
  start_requested_hand_over: { args: { request: KeyRequest; key: KeyId }; result: HandOver | null; steps: false };
  /** All guides that have been started and not ended. */
  guide_runs: { args: {  }; result: Array<GuideRun>; steps: false };
  /** Starts a guide for an organization. */
  start_guide: { args: { guide: GuideName; organization: string }; result: GuideRun; steps: false };
  /** Renames the organization of a run. `null` if the run has ended. */
  rename_guide_run: { args: { run: RunId; organization: string }; result: GuideRun | null; steps: false };
  /** Marks a step of a run as done or not done. `null` if the run has ended. */
  set_guide_step: { args: { run: RunId; step: string; done: boolean; answer: string | null }; result: GuideRun | null; steps: false };
  /** Deletes a run and its affiliation form. The key that it led to stays. */
  end_guide: { args: { run: RunId }; result: void; steps: false };
  /** What was typed for the affiliation email of a run; at first, what is already known. */
  affiliation: { args: { run: RunId }; result: EmailForm; steps: false };
  /** Saves what was typed for the affiliation email of a run. */
  save_affiliation: { args: { run: RunId; form: Affiliation }; result: void; steps: false };
  /** Validates an email address as it was typed. */
  check_email: { args: { input: string }; result: EmailVerdict; steps: false };
  /** Checks what is on the clipboard. A possible key becomes the pending import. */
  check_clipboard: { args: {  }; result: ClipboardCheck; steps: false };
  /** Opens the popup window in which a key is typed. The event `import_pending` follows. */
  open_key_entry: { args: {  }; result: void; steps: false };
  /** Saves the pending import, and clears the clipboard if the key is still on it. */
  import_key: { args: { about: NewKey }; result: ImportedKey; steps: true };
  /** Drops the pending import, and closes the popup window in which a key is typed. */
  cancel_import: { args: {  }; result: void; steps: false };
  /** Checks whether Nova Post accepts a key. */
  check_key: { args: { key: KeyId }; result: CheckedKey; steps: true };
  /** Tries a refused key in the other environment of Europe. Fails with `wrong_environment` if that one accepts it. */
  check_key_elsewhere: { args: { key: KeyId }; result: void; steps: true };
  /** Moves a key to the environment that has accepted it. */
  move_key: { args: { key: KeyId; environment: ApiEnvironment }; result: KeyCard; steps: false };
  /** Keeps the company that the check of a key of Ukraine has shown. */
  keep_company: { args: { key: KeyId }; result: KeyCard; steps: false };
  /** Checks all keys. The event `check_progress` tells how far it is. */
  check_all_keys: { args: {  }; result: CheckedKeys; steps: false };
  /** Cancels the check of all keys. */
  cancel_check_of_all_keys: { args: {  }; result: void; steps: false };
  /** Gets a token for a key. `null` if Nova Poshta gives none for a key of Ukraine. */
  get_token: { args: { key: KeyId }; result: TokenCard | null; steps: true };
  /** The token in memory for a key. `null` if there is none. */
  token: { args: { key: KeyId }; result: TokenCard | null; steps: false };
  /** Verifies the token in memory with a call that changes nothing. */
  verify_token: { args: { key: KeyId }; result: TokenCard; steps: false };
  /** Copies a key to the clipboard. */
  copy_key: { args: { key: KeyId }; result: Copied; steps: true };
  /** Copies the token in memory to the clipboard. */
  copy_token: { args: { key: KeyId }; result: Copied; steps: false };
  /** Clears the clipboard now if it still holds the copied secret. */
  clear_clipboard: { args: {  }; result: void; steps: false };
  /** Copies text that is not a secret, such as details for support. */
  copy_text: { args: { text: string }; result: void; steps: false };
  /** Shows a key in a popup window. */
  show_key: { args: { key: KeyId }; result: void; steps: true };
  /** Opens one of the few web pages that the app knows. Returns its address if no program opened it. */
  open_link: { args: { link: Link }; result: string | null; steps: false };
  /** Opens the mail program with an email to Nova Post. */
  compose_email: { args: { email: EmailDraft }; result: EmailHandoff; steps: false };
  /** Saves an email as a file that a mail program opens. */
  save_email: { args: { email: EmailDraft; sender: string; name: string }; result: SavedEmail; steps: false };
  /** Shows the email that was saved last in the file manager. */
  show_saved_email: { args: {  }; result: void; steps: false };
  /** Saves all keys as a list under this name, without secrets and without the numbers of requests. */
  export_keys: { args: { form: ListForm; name: string }; result: SavedList; steps: false };
  /** Saves the history under this name. */
  export_history: { args: { form: ListForm; name: string }; result: SavedList; steps: false };
  /** What was done with the whole list, the newest first: files that were saved, backups that were restored. */
  list_history: { args: {  }; result: Array<HistoryEntry>; steps: false };
  /** Saves a calendar file under this name: an event for each key that expires. */
  export_calendar: { args: { name: string }; result: SavedList; steps: false };
  /** Shows the file that was saved last in the file manager. */
  show_saved_list: { args: {  }; result: void; steps: false };
  /** Reads a list and returns what it would change. Writes nothing. */
  preview_list: { args: { file: Array<number>; readAs: ReadAs }; result: ListCheck; steps: false };
  /** Writes what the preview has shown, unless the register has changed meanwhile. */
  import_list: { args: {  }; result: ListImported; steps: false };
  /** Forgets the list that was read. */
  cancel_list: { args: {  }; result: void; steps: false };
  /** The phone numbers that practice knows, and the outcome that each simulates. */
  practice_numbers: { args: {  }; result: Array<PracticeNumber>; steps: false };
  /** Adds the presenter's number, typed in any form. */
  add_practice_number: { args: { input: string; country: Region | null; plays: SimulatedOutcome }; result: NumberAdded; steps: false };
  /** Removes a number that the presenter added, and the key that practice made for it. */
  remove_practice_number: { args: { digits: string }; result: void; steps: false };
  /** The time in practice. */
  practice_time: { args: {  }; result: PracticeTime; steps: false };
  /** Moves the time in practice. `null`, and no move, if that is more than twenty years away. */
  move_practice_time: { args: { to: TimeMove }; result: PracticeTime | null; steps: false };
  /** Lets the system ask for the keychain's password if practice can't open without it. */
  unlock_practice: { args: {  }; result: void; steps: false };
  /** Deletes all practice data on this computer. Live data is not touched. */
  clear_practice: { args: { keepNumbers: boolean }; result: void; steps: false };
  /** The programs that may have tokens of a key without asking. */
  token_permissions: { args: { key: KeyId }; result: Array<TokenPermission>; steps: false };
  /** Ends the permission of a program. */
  end_token_permission: { args: { key: KeyId; program: string }; result: void; steps: false };
  /** Whether new versions are looked for, what was found, and what is being done about it. */
  update_state: { args: {  }; result: UpdateState; steps: false };
  /** Looks for a new version now. */
  check_for_update: { args: {  }; result: UpdateState; steps: false };
  /** Downloads and installs the version that was found, and starts the app again. `update_changed` tells how far it is. */
  install_update: { args: {  }; result: void; steps: false };
  /** Stops the download. */
  cancel_update: { args: {  }; result: void; steps: false };
  /** Hides the offer until the next look or the next start. */
  postpone_update: { args: {  }; result: UpdateState; steps: false };
  /** The person has read what came of a look or of an installation. */
  dismiss_update_result: { args: {  }; result: UpdateState; steps: false };
};

/** The commands of the popup window that shows a key or a passphrase: arguments, result, and whether it reports steps. */
export type RevealCommands = {
  /** The key or the passphrase that this popup window was opened for, sealed for its public key; only once. */
  reveal_secret: { args: { publicKey: Array<number> }; result: Revealed; steps: false };
  /** Closes this popup window. */
  close_reveal: { args: {  }; result: void; steps: false };
  /** Restarts the time after which Rust closes this popup window. */
  stay_open: { args: {  }; result: void; steps: false };
};

/** The commands of the popup window in which a key is typed: arguments, result, and whether it reports steps. */
export type EnterCommands = {
  /** A public key to seal the typed key for; only for the next `submit_entered_key`. */
  entry_public_key: { args: {  }; result: Array<number>; steps: false };
  /** Checks the typed key. A possible key becomes the pending import. */
  submit_entered_key: { args: { sealed: Sealed }; result: ClipboardCheck; steps: false };
  /** Checks what is on the clipboard, because the person pasted. Rust reads it: text that the web engine pastes stays in buffers of its process. */
  submit_pasted_key: { args: {  }; result: ClipboardCheck; steps: false };
  /** Checks what is marked, because the person pressed the middle mouse button. On systems where marking copies nothing, the answer is that there is nothing. */
  submit_marked_key: { args: {  }; result: ClipboardCheck; steps: false };
  /** Closes this popup window. */
  close_enter: { args: {  }; result: void; steps: false };
  /** Restarts the time after which Rust closes this popup window. */
  stay_open: { args: {  }; result: void; steps: false };
};

/** The commands of the popup window in which a program asks for a token: arguments, result, and whether it reports steps. */
export type AskCommands = {
  /** The question that this popup window was opened for. */
  token_question: { args: {  }; result: TokenQuestion; steps: false };
  /** Answers it. Rust closes this popup window then. */
  answer_token_question: { args: { answer: TokenAnswer }; result: void; steps: false };
};

/** The events that the main window receives, and the payload of each. */
export type Events = {
  /** A secret was copied to the clipboard, or is no longer on it. */
  clipboard: ClipboardState;
  /** A key was typed in the popup window and is the pending import. */
  import_pending: ClipboardCheck;
  /** The check of one key among all has begun or ended. */
  check_progress: CheckProgress;
  /** How far the search for keys is. */
  key_search_progress: KeySearchProgress;
  /** A line of the check of the connection. */
  connection_check_progress: ConnectionLine;
  /** The keys have changed without a command of this window: ask for them again. */
  keys_changed: null;
  /** The web process of the main window crashed, and the page was loaded again. */
  page_reloaded: null;
  /** A second copy of the app was started and has ended. This window came to the front. */
  already_running: null;
  /** A request for a key was opened with the app, or dropped on the window: take it. */
  key_request_opened: null;
  /** A new version was found, or what is being done about it has changed. */
  update_changed: UpdateState;
  /** A menu item was chosen. The payload is the id of the shortcut that does the same. */
  menu_action: string;
};
