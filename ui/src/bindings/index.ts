// Generated from Rust by `cargo xtask bindings`. A test fails when it differs: never edit it.

export type Account = { 
/**
 * The account holder's full name.
 */
fullName: string, 
/**
 * The phone number of the account.
 */
phone: string, 
/**
 * The country chosen beside the phone number.
 */
phoneCountry: Region | null, 
/**
 * The email address of the account.
 */
email: string, };

export type Addressee = { "who": "service_desk" } | { "who": "manager", 
/**
 * As it was typed.
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
 * The email address of the sales manager at Nova Post.
 */
managerEmail: string, 
/**
 * The language of the email as a BCP 47 tag; empty until the person chooses one.
 */
language: string, };

export type ApiEnvironment = "sandbox" | "production" | "ukraine";

export type AttemptId = number;

export type BroughtInKey = { 
/**
 * The key, safe in the keychain.
 */
key: KeyCard, 
/**
 * It is no longer on the clipboard.
 */
clipboardEmptied: boolean, };

export type ClaimsCard = { 
/**
 * `iat`: made at.
 */
madeAt: string | null, 
/**
 * `exp`: dies at.
 */
diesAt: string | null, 
/**
 * `cid`: for which client.
 */
client: string | null, 
/**
 * `iss`: made by.
 */
issuer: string | null, };

export type ClipboardState = { "state": "holds", 
/**
 * Which.
 */
what: CopiedWhat, 
/**
 * Seconds until it is taken off.
 */
seconds: number, } | { "state": "emptied" };

export type Copied = { 
/**
 * Seconds until it is taken off again.
 */
clearsAfter: number, };

export type CopiedWhat = "key" | "token";

export type Country = { 
/**
 * ISO 3166-1 alpha-2; the window knows its name in every language.
 */
region: Region, 
/**
 * Its calling code: 49.
 */
callingCode: number, };

export type EmailVerdict = { "verdict": "empty" } | { "verdict": "ready", 
/**
 * Without the blanks around it.
 */
address: string, } | { "verdict": "no_at" } | { "verdict": "no_name" } | { "verdict": "no_domain" } | { "verdict": "space_inside" } | { "verdict": "not_an_address" };

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
status: number, } | { "code": "redirect_refused" } | { "code": "offline" } | { "code": "unreachable" } | { "code": "tls_untrusted" } | { "code": "proxy_needed" } | { "code": "timed_out" } | { "code": "keychain_locked" } | { "code": "keychain_missing" } | { "code": "keychain_slow" } | { "code": "keychain_cancelled" } | { "code": "keychain_no_default" } | { "code": "keychain_refused" } | { "code": "secret_not_saved", 
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
minutesBehind: number, } | { "code": "token_expired" } | { "code": "nothing_pending" } | { "code": "not_found" } | { "code": "superseded" } | { "code": "internal", 
/**
 * The name of the operation in the code: `join`, `random`, `seal`.
 */
what: string, } | { "code": "clipboard_refused" } | { "code": "already_running" };

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
 * The key that came out of the run, or `None` so far.
 */
key: KeyId | null, };

export type Handed = "whole" | "without_text";

export type Home = { 
/**
 * What to do next, the most pressing first.
 */
toDo: Array<ToDo>, 
/**
 * All keys, the newest first.
 */
keys: Array<KeyCard>, };

export type Kept = "keychain" | "this_session" | "nowhere";

export type KeyCard = { 
/**
 * Its name in the store.
 */
id: KeyId, 
/**
 * What the person calls it; empty until they do, then the window calls it by its kind.
 */
name: string, 
/**
 * What it opens.
 */
environment: ApiEnvironment, 
/**
 * Its last four characters: the window shows dots before them.
 */
lastFour: string, 
/**
 * The number it was asked with, spelled for reading: `+49 821 3437654`.
 */
phone: string | null, 
/**
 * When Nova Post made it.
 */
createdAt: string | null, 
/**
 * Until when it opens its environment.
 */
validUntil: string | null, 
/**
 * Its state, reckoned from what was last heard and the time of day.
 */
status: KeyStatus, 
/**
 * When a token of it was last shown to work.
 */
lastProvenAt: string | null, 
/**
 * Where the secret is.
 */
kept: Kept, 
/**
 * When it came into the store.
 */
addedAt: string, 
/**
 * The organizations that it was made for; none for a test key.
 */
organizations: Array<string>, };

export type KeyId = string;

export type KeyStatus = "active" | "expired" | "retired" | "refused";

export type KeychainTrouble = "locked" | "missing" | "slow" | "refused" | "cancelled" | "no_default";

export type Letter = { 
/**
 * Who gets it.
 */
to: Addressee, 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text, lines ended by `\n`.
 */
body: string, };

export type Link = "my_nova_post" | "registration_help" | "test_key_page" | "api_portal" | "ukraine_cabinet";

export type Mode = "practice" | "live";

export type NewKey = { 
/**
 * What they call it; may be empty.
 */
name: string, 
/**
 * What it opens.
 */
environment: ApiEnvironment, 
/**
 * The organizations that it was made for.
 */
organizations: Array<string>, 
/**
 * The guide that ends with it.
 */
run: RunId | null, };

export type NumberAdded = "added" | "not_a_phone" | "ukraine" | "in_the_book" | "added_already" | "too_many";

export type OnClipboard = { "is": "key", 
/**
 * Its last four characters.
 */
lastFour: string, 
/**
 * Its characters.
 */
length: number, 
/**
 * The store has this very key already.
 */
known: KeyCard | null, } | { "is": "empty" } | { "is": "address" } | { "is": "token" } | { "is": "spaces_inside" } | { "is": "foreign_signs" } | { "is": "too_short", 
/**
 * Its characters.
 */
length: number, } | { "is": "too_long", 
/**
 * Its characters.
 */
length: number, };

export type Outcome = { "outcome": "created" } | { "outcome": "same" } | { "outcome": "prolonged", 
/**
 * Valid until, before.
 */
from: string, 
/**
 * Valid until, now.
 */
to: string, } | { "outcome": "reactivated", 
/**
 * Valid until, before.
 */
from: string, 
/**
 * Valid until, now.
 */
to: string, };

export type Part = string;

export type PhoneNumber = { 
/**
 * Exactly what will be sent.
 */
digits: SandboxDigits, 
/**
 * The international spelling, for reading: `+49 821 3437654`.
 */
international: string, 
/**
 * Where the number belongs, where the plan says so (`+800` belongs nowhere).
 */
region: Region | null, };

export type Places = { 
/**
 * The folder of everything the app writes.
 */
dataFolder: string, 
/**
 * The service under which the keychain lists the secrets of this mode.
 */
keychainService: string, };

export type PracticeNumber = { 
/**
 * The digits.
 */
digits: string, 
/**
 * What it plays; the catalogs have a sentence for each.
 */
plays: string, 
/**
 * The presenter added it, and may remove it.
 */
own: boolean, };

export type PracticeTime = { 
/**
 * Milliseconds that practice is ahead, to the second; 0: it is now.
 */
ahead: number, };

export type Presenter = { 
/**
 * Everything is larger, and no secret is shown.
 */
on: boolean, 
/**
 * How large everything is meanwhile.
 */
textSize: TextSize, 
/**
 * The script, by its name in ui/scripts; none is chosen yet.
 */
script: string | null, 
/**
 * The ids of its steps that have happened.
 */
done: Array<string>, 
/**
 * The step that is up; none: the script is at its end.
 */
step: string | null, 
/**
 * The script is folded away.
 */
folded: boolean, };

export type Proof = { 
/**
 * When.
 */
at: string, 
/**
 * How many currencies Nova Post says it knows.
 */
currencies: number, };

export type Region = string;

export type RequestedKey = { 
/**
 * The key, safe in the keychain.
 */
key: KeyCard, 
/**
 * What has happened to it.
 */
outcome: Outcome, 
/**
 * Something to know although all went well: the clock is wrong.
 */
warning: Failure | null, };

export type RunId = number;

export type SandboxDigits = string;

export type SavedLetter = { 
/**
 * The folder, as the person knows it: its full path.
 */
folder: string, 
/**
 * The file's name.
 */
file: string, };

export type Settings = { 
/**
 * The window's language; none: the system's.
 */
language: string | null, 
/**
 * Light, dark, or as the system has it.
 */
theme: Theme, 
/**
 * How large everything is.
 */
textSize: TextSize, 
/**
 * Seconds until a copied secret is taken off the clipboard.
 */
clipboardSeconds: number, 
/**
 * Seconds until the window that shows a key closes by itself.
 */
showSeconds: number, };

export type StartInfo = { 
/**
 * Practice or live; none until the person has chosen on the Welcome page.
 */
mode: Mode | null, 
/**
 * The app's version.
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
 * The system's region (ISO 3166-1 alpha-2), where it says so.
 */
region: string | null, 
/**
 * What the person has set.
 */
settings: Settings, 
/**
 * Presenter view; none: it was never opened.
 */
presenter?: Presenter, };

export type Step = { "step": "noting_down" } | { "step": "asking_nova_post" } | { "step": "saving_in_keychain" } | { "step": "reading_back" } | { "step": "opening_keychain" } | { "step": "keychain_slow" } | { "step": "recording" };

export type TextSize = 100 | 125 | 150 | 175 | 200 | 300 | 400;

export type Theme = "system" | "light" | "dark";

export type TimeMove = { "to": "days", 
/**
 * How many.
 */
days: number, } | { "to": "months", 
/**
 * How many.
 */
months: number, } | { "to": "moment", 
/**
 * Which.
 */
at: string, } | { "to": "now" };

export type ToDo = { "kind": "unfinished", 
/**
 * Which attempt.
 */
attempt: AttemptId, 
/**
 * The number, spelled for reading.
 */
phone: string, 
/**
 * When it was begun.
 */
startedAt: string, 
/**
 * Whether it is still the same day (UTC), on which the same key comes back.
 */
sameDay: boolean, } | { "kind": "ask_again", 
/**
 * Which attempt.
 */
attempt: AttemptId, 
/**
 * The number, spelled for reading.
 */
phone: string, 
/**
 * From when on it makes sense.
 */
from: string, 
/**
 * Whether that moment has come.
 */
due: boolean, } | { "kind": "save_again", 
/**
 * Which key.
 */
key: KeyId, 
/**
 * What the keychain did; none: it is in the keychain, and the store failed.
 */
cause: KeychainTrouble | null, } | { "kind": "key_lost", 
/**
 * Which key.
 */
key: KeyId, } | { "kind": "key_unlisted", 
/**
 * Its name in the keychain.
 */
key: KeyId, 
/**
 * Its last four characters.
 */
lastFour: string, } | { "kind": "key_ends", 
/**
 * Which key.
 */
key: KeyId, 
/**
 * When.
 */
at: string, } | { "kind": "key_unproven", 
/**
 * Which key.
 */
key: KeyId, } | { "kind": "guide", 
/**
 * How far it has come.
 */
run: GuideRun, };

export type TokenCard = { 
/**
 * The key that made it.
 */
key: KeyCard, 
/**
 * Seconds it still lives, by the server's clock, at the moment of this answer. 0: it is dead.
 */
secondsLeft: number, 
/**
 * Seconds it lives in all, from its making to its death.
 */
secondsInAll: number, 
/**
 * The token does not say when it dies: an hour from its receipt is assumed.
 */
assumed: boolean, 
/**
 * What it says of itself.
 */
claims: ClaimsCard, 
/**
 * How it was shown to work, if it was.
 */
proof: Proof | null, 
/**
 * Something to know although all went well: the clock is wrong.
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
number: PhoneNumber, } | { "verdict": "too_short", 
/**
 * For this country.
 */
region: Region | null, 
/**
 * So many at least.
 */
missing: number, } | { "verdict": "too_long", 
/**
 * For this country.
 */
region: Region | null, 
/**
 * So many at least.
 */
extra: number, } | { "verdict": "unknown_country_code" } | { "verdict": "not_a_number" } | { "verdict": "extension" } | { "verdict": "ukraine" };

/** The commands of the main window: what each takes, gives, and whether it reports steps. */
export type Commands = {
  /** The first page is drawn: show the window. */
  painted: { args: {  }; result: void; steps: false };
  /** Practice or live, from Welcome or the settings. */
  choose_mode: { args: { mode: Mode }; result: void; steps: false };
  /** Language, theme and clipboard time. */
  save_settings: { args: { settings: Settings }; result: void; steps: false };
  /** Presenter view: on or off, how large, and how far its script is. */
  keep_presenter: { args: { presenter: Presenter }; result: void; steps: false };
  /** Where everything is kept on this computer. */
  places: { args: {  }; result: Places; steps: false };
  /** All countries with a numbering plan. */
  countries: { args: {  }; result: Array<Country>; steps: false };
  /** What is to be said about a number as typed. */
  check_phone: { args: { input: string; country: Region | null }; result: Verdict; steps: false };
  /** The once-a-day call, until the key is safe. */
  request_test_key: { args: { input: string; country: Region | null; secondLook: boolean }; result: RequestedKey; steps: true };
  /** Tries the keychain once more for a key that is only in memory. */
  save_key_again: { args: { key: KeyId }; result: KeyCard; steps: true };
  /** Puts "ask again" on the Home page. */
  remind_tomorrow: { args: { input: string; country: Region | null }; result: void; steps: false };
  /** Takes a request off the Home page. */
  dismiss_to_do: { args: { attempt: AttemptId }; result: void; steps: false };
  /** Has a key of the keychain that the store doesn't know wait in Rust, as one from the clipboard. */
  offer_unlisted: { args: { key: KeyId }; result: OnClipboard; steps: true };
  /** Takes such a key out of the keychain for good. */
  remove_unlisted: { args: { key: KeyId }; result: void; steps: true };
  /** Takes a key off the store that the keychain has no more. */
  forget_lost: { args: { key: KeyId }; result: void; steps: true };
  /** What to do next, and all keys. */
  home: { args: {  }; result: Home; steps: false };
  /** The store. */
  keys: { args: {  }; result: Array<KeyCard>; steps: false };
  /** All guides that are under way. */
  guide_runs: { args: {  }; result: Array<GuideRun>; steps: false };
  /** Sets out on a guide for an organization. */
  start_guide: { args: { guide: GuideName; organization: string }; result: GuideRun; steps: false };
  /** Gives the organization of a run another name; none: the run has been ended. */
  rename_guide_run: { args: { run: RunId; organization: string }; result: GuideRun | null; steps: false };
  /** Ticks a step of a guide or opens it again; none: the run has been ended. */
  set_guide_step: { args: { run: RunId; step: string; done: boolean; answer: string | null }; result: GuideRun | null; steps: false };
  /** Takes a run off the service, with its letter; the key that it led to stays. */
  end_guide: { args: { run: RunId }; result: void; steps: false };
  /** What was typed for a run's affiliation e-mail; at first, what the service knows. */
  affiliation: { args: { run: RunId }; result: Affiliation; steps: false };
  /** Keeps what is typed for it. */
  keep_affiliation: { args: { run: RunId; form: Affiliation }; result: void; steps: false };
  /** The details of the person's account at Nova Post, as they noted them. */
  account: { args: {  }; result: Account; steps: false };
  /** Keeps these details. */
  keep_account: { args: { account: Account }; result: void; steps: false };
  /** What is to be said about an e-mail address as typed. */
  check_email: { args: { input: string }; result: EmailVerdict; steps: false };
  /** Judges what is on the clipboard; what can be a key waits in Rust. */
  look_at_clipboard: { args: {  }; result: OnClipboard; steps: false };
  /** Opens the small window that a key is typed into; the event `offered` says what was typed. */
  type_key: { args: {  }; result: void; steps: false };
  /** Stores the key that waits, and takes it off the clipboard. */
  bring_in: { args: { about: NewKey }; result: BroughtInKey; steps: true };
  /** Forgets the key that waits, and waits for no typing. */
  withdraw_key: { args: {  }; result: void; steps: false };
  /** A token for a key. */
  get_token: { args: { key: KeyId }; result: TokenCard; steps: true };
  /** The token that the service holds for a key. */
  token: { args: { key: KeyId }; result: TokenCard | null; steps: false };
  /** Proves the token in hand with a harmless call. */
  prove_token: { args: { key: KeyId }; result: TokenCard; steps: false };
  /** Puts a key on the clipboard. */
  copy_key: { args: { key: KeyId }; result: Copied; steps: true };
  /** Puts the token in hand on the clipboard. */
  copy_token: { args: { key: KeyId }; result: Copied; steps: false };
  /** Empties the clipboard now, if it still holds the secret. */
  empty_clipboard: { args: {  }; result: void; steps: false };
  /** Puts text that is no secret on the clipboard: details for support, a ready letter. */
  copy_text: { args: { text: string }; result: void; steps: false };
  /** Shows a key in a small window of its own. */
  show_key: { args: { key: KeyId }; result: void; steps: true };
  /** Opens one of the few pages that Key Desk knows. */
  open_link: { args: { link: Link }; result: void; steps: false };
  /** Opens the mail program with a letter to Nova Post. */
  write_letter: { args: { letter: Letter }; result: Handed; steps: false };
  /** Saves a letter as a file that the mail program opens. */
  save_letter: { args: { letter: Letter; sender: string; name: string }; result: SavedLetter; steps: false };
  /** Shows the letter that was saved last in the file manager. */
  show_saved_letter: { args: {  }; result: void; steps: false };
  /** The numbers that practice knows, and what they play. */
  practice_book: { args: {  }; result: Array<PracticeNumber>; steps: false };
  /** Adds a number of the presenter's own, typed in any way. */
  add_practice_number: { args: { input: string; country: Region | null; plays: Part }; result: NumberAdded; steps: false };
  /** Removes such a number, and the key that practice's Nova Post gave it. */
  remove_practice_number: { args: { digits: string }; result: void; steps: false };
  /** What time it is in practice. */
  practice_time: { args: {  }; result: PracticeTime; steps: false };
  /** Moves practice's time; none: that is more than twenty years away, and nothing has moved. */
  move_practice_time: { args: { to: TimeMove }; result: PracticeTime | null; steps: false };
  /** Has the system ask for the keychain's password, where practice can't open without it. */
  unlock_practice: { args: {  }; result: void; steps: false };
  /** Removes all that practice keeps on this computer; live is not touched. */
  clear_practice: { args: { keepNumbers: boolean }; result: void; steps: false };
};
