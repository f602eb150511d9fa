// The whole surface between the main window and Rust. The build script declares these names so that
// each needs a permission, `commands` makes the doors from them, `bindings` the TypeScript types.
commands! {
    /// The first page is drawn: show the window.
    fn painted();
    /// Practice or live, from Welcome or the settings.
    fn choose_mode(mode: Mode);
    /// Language, theme and clipboard time.
    fn save_settings(settings: Settings);
    /// Presenter view: on or off, how large, and how far its script is.
    fn keep_presenter(presenter: Presenter);
    /// Where everything is kept on this computer.
    fn places() -> Places;

    /// All countries with a numbering plan.
    fn countries() -> Vec<Country>;
    /// What is to be said about a number as typed.
    fn check_phone(input: String, country: Option<Region>) -> Verdict;
    /// The once-a-day call, until the key is safe.
    fn request_test_key(input: String, country: Option<Region>, second_look: bool) -> RequestedKey, reporting steps;
    /// Tries the keychain once more for a key that is only in memory.
    fn save_key_again(key: KeyId) -> KeyCard, reporting steps;
    /// Puts "ask again" on the Home page.
    fn remind_tomorrow(input: String, country: Option<Region>);
    /// Takes a request off the Home page.
    fn dismiss_to_do(attempt: AttemptId);

    /// Has a key of the keychain that the store doesn't know wait in Rust, as one from the clipboard.
    fn offer_unlisted(key: KeyId) -> OnClipboard, reporting steps;
    /// Takes such a key out of the keychain for good.
    fn remove_unlisted(key: KeyId), reporting steps;
    /// Takes a key off the store that the keychain has no more.
    fn forget_lost(key: KeyId), reporting steps;

    /// What to do next, and all keys.
    fn home() -> Home;
    /// The store.
    fn keys() -> Vec<KeyCard>;

    /// All guides that are under way.
    fn guide_runs() -> Vec<GuideRun>;
    /// Sets out on a guide for an organization.
    fn start_guide(guide: GuideName, organization: String) -> GuideRun;
    /// Gives the organization of a run another name; none: the run has been ended.
    fn rename_guide_run(run: RunId, organization: String) -> Option<GuideRun>;
    /// Ticks a step of a guide or opens it again; none: the run has been ended.
    fn set_guide_step(run: RunId, step: String, done: bool, answer: Option<String>) -> Option<GuideRun>;
    /// Takes a run off the service, with its letter; the key that it led to stays.
    fn end_guide(run: RunId);

    /// What was typed for a run's affiliation e-mail; at first, what the service knows.
    fn affiliation(run: RunId) -> Affiliation;
    /// Keeps what is typed for it.
    fn keep_affiliation(run: RunId, form: Affiliation);
    /// The details of the person's account at Nova Post, as they noted them.
    fn account() -> Account;
    /// Keeps these details.
    fn keep_account(account: Account);
    /// What is to be said about an e-mail address as typed.
    fn check_email(input: String) -> EmailVerdict;

    /// Judges what is on the clipboard; what can be a key waits in Rust.
    fn look_at_clipboard() -> OnClipboard;
    /// Opens the small window that a key is typed into; the event `offered` says what was typed.
    fn type_key();
    /// Stores the key that waits, and takes it off the clipboard.
    fn bring_in(about: NewKey) -> BroughtInKey, reporting steps;
    /// Forgets the key that waits, and waits for no typing.
    fn withdraw_key();

    /// A token for a key.
    fn get_token(key: KeyId) -> TokenCard, reporting steps;
    /// The token that the service holds for a key.
    fn token(key: KeyId) -> Option<TokenCard>;
    /// Proves the token in hand with a harmless call.
    fn prove_token(key: KeyId) -> TokenCard;

    /// Puts a key on the clipboard.
    fn copy_key(key: KeyId) -> Copied, reporting steps;
    /// Puts the token in hand on the clipboard.
    fn copy_token(key: KeyId) -> Copied;
    /// Empties the clipboard now, if it still holds the secret.
    fn empty_clipboard();
    /// Puts text that is no secret on the clipboard: details for support, a ready letter.
    fn copy_text(text: String);
    /// Shows a key in a small window of its own.
    fn show_key(key: KeyId), reporting steps;

    /// Opens one of the few pages that Key Desk knows.
    fn open_link(link: Link);
    /// Opens the mail program with a letter to Nova Post.
    fn write_letter(letter: Letter) -> Handed;
    /// Saves a letter as a file that the mail program opens.
    fn save_letter(letter: Letter, sender: String, name: String) -> SavedLetter;
    /// Shows the letter that was saved last in the file manager.
    fn show_saved_letter();

    /// The numbers that practice knows, and what they play.
    fn practice_book() -> Vec<PracticeNumber>;
    /// Adds a number of the presenter's own, typed in any way.
    fn add_practice_number(input: String, country: Option<Region>, plays: Part) -> NumberAdded;
    /// Removes such a number, and the key that practice's Nova Post gave it.
    fn remove_practice_number(digits: String);
    /// What time it is in practice.
    fn practice_time() -> PracticeTime;
    /// Moves practice's time; none: that is more than twenty years away, and nothing has moved.
    fn move_practice_time(to: TimeMove) -> Option<PracticeTime>;
    /// Has the system ask for the keychain's password, where practice can't open without it.
    fn unlock_practice();
    /// Removes all that practice keeps on this computer; live is not touched.
    fn clear_practice(keep_numbers: bool);
}
