// Generated from Rust by `cargo xtask bindings`. Never edit it: a test fails when it differs.

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

export type AttemptId = number;

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
key: KeyId | null, } | { "code": "key_refused" } | { "code": "key_malformed" } | { "code": "access_forbidden" } | { "code": "too_many_tokens", 
/**
 * Seconds to wait, if the answer has a `Retry-After` header.
 */
retryAfter: number | null, } | { "code": "service_unavailable", 
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
cause: KeychainTrouble, } | { "code": "store_unwritable" } | { "code": "store_unreadable" } | { "code": "clock_wrong", 
/**
 * Minutes by which this computer's clock is behind (positive) or ahead (negative).
 */
minutesBehind: number, } | { "code": "token_expired" } | { "code": "nothing_pending" } | { "code": "key_form_unusual", 
/**
 * Its length in characters.
 */
length: number, } | { "code": "looks_like_key" } | { "code": "not_found" } | { "code": "superseded" } | { "code": "internal", 
/**
 * The name of the operation in the code: `join`, `random`, `seal`.
 */
what: string, } | { "code": "clipboard_refused" } | { "code": "clipboard_missing" } | { "code": "already_running" };

export type FormState = "not_started" | "incomplete" | "complete";

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

export type Home = { 
/**
 * What to do next, the most urgent first.
 */
toDo: Array<ToDo>, 
/**
 * All keys: unsaved ones, then the newest first.
 */
keys: Array<KeyCard>, };

export type ImportedKey = { 
/**
 * The key, which the keychain has.
 */
key: KeyCard, 
/**
 * Whether the key is certainly not on the clipboard. `false` if the clipboard refused.
 */
clipboardEmptied: boolean, };

export type Kept = "keychain" | "this_session" | "nowhere";

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
 * Its last four characters. The window shows dots before them.
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
 * When a token of it was last verified.
 */
lastVerifiedAt: string | null, 
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

export type KeyId = string;

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

export type KeyQuestion = { "asks": "unusual_form" } | { "asks": "joined", 
/**
 * The number of characters in each piece.
 */
pieces: Array<number>, };

export type KeyStatus = "active" | "expired" | "retired" | "refused";

export type KeychainTrouble = "locked" | "missing" | "slow" | "refused" | "cancelled" | "no_default" | "blocked_by_policy";

export type Link = "my_nova_post" | "registration_help" | "test_key_page" | "api_portal" | "ukraine_cabinet" | "ukraine_keys";

export type Mode = "practice" | "live";

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
 * The organizations that it was made for.
 */
organizations: Array<string>, 
/**
 * The guide run that ends with it.
 */
run: RunId | null, 
/**
 * The person was asked about its unusual form, and adds it all the same.
 */
secondLook: boolean, };

export type NumberAdded = "added" | "not_a_phone" | "ukraine" | "in_the_book" | "added_already" | "too_many";

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

export type ProxyReason = "sign_in" | "sign_in_refused" | "sign_in_unsupported" | "script";

export type Region = string;

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
 * `clock_wrong` if this computer's clock is wrong. The operation has succeeded all the same.
 */
warning: Failure | null, };

export type Revealed = { 
/**
 * The text to show.
 */
secret: Sealed, 
/**
 * Whether the text is not the key but dots and the last four characters, because presenter view
 * is on.
 */
isCovered: boolean, };

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

export type Sealed = { 
/**
 * The public key of the sender: an uncompressed point of P-256.
 */
sealedBy: Array<number>, 
/**
 * The ciphertext and its tag.
 */
text: Array<number>, };

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
showSeconds: number, };

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
 * The addresses of live mode that are not Nova Post's, because environment variables say so.
 */
otherAddresses: Array<OtherAddress>, 
/**
 * The full path of a settings file that could not be read at this start, and was kept there.
 */
settingsKeptAside?: string, 
/**
 * `None` if presenter view was never opened.
 */
presenter?: Presenter, };

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
at: string, } | { "kind": "key_unproven", 
/**
 * Its id.
 */
key: KeyId, } | { "kind": "guide", 
/**
 * The run.
 */
run: GuideRun, };

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

/** The commands of the main window: arguments, result, and whether it reports steps. */
export type Commands = {
  /** The first page is painted: show the window. */
  window_painted: { args: {  }; result: void; steps: false };
  /** Chooses practice or live, on the Welcome page or in the settings. */
  choose_mode: { args: { mode: Mode }; result: void; steps: false };
  /** Saves language, theme, text size and the two times. */
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
  /** Gets a token for a key. */
  get_token: { args: { key: KeyId }; result: TokenCard; steps: true };
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
};

/** The commands of the popup window that shows a key: arguments, result, and whether it reports steps. */
export type RevealCommands = {
  /** The key that this popup window was opened for, sealed for its public key; only once. */
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

/** The events that the main window receives, and the payload of each. */
export type Events = {
  /** A secret was copied to the clipboard, or is no longer on it. */
  clipboard: ClipboardState;
  /** A key was typed in the popup window and is the pending import. */
  import_pending: ClipboardCheck;
  /** The keys have changed without a command of this window: ask for them again. */
  keys_changed: null;
  /** The web process of the main window crashed, and the page was loaded again. */
  page_reloaded: null;
  /** A second copy of the app was started and has ended. This window came to the front. */
  already_running: null;
  /** A menu item was chosen. The payload is the id of the shortcut that does the same. */
  menu_action: string;
};
