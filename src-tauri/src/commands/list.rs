//! The list of every command that a window can call and of every event that Rust sends.
//!
//! Everything else comes from this list: the permissions (`build.rs`, `capabilities.rs`), the handler
//! (`commands/mod.rs`), the functions that send events (`events.rs`) and the TypeScript types
//! (`bindings.rs`).
//!
//! # Adding a command
//!
//! 1. Add its signature here, in the block of the module that implements it. `for [main]` names the
//!    windows that may call the block's commands. `, reporting steps` gives the command a progress.
//! 2. Write the function `pub(super) async fn` in that module, `commands/<module>.rs`. It takes
//!    `app: &AppHandle<R>`, or `window: &WebviewWindow<R>` in a block that is not for `main`; then the
//!    arguments of the signature; then `progress: Progress` if it reports steps. It returns a
//!    `Result` with the signature's type and `Failure`.
//! 3. Run `cargo xtask bindings`, which writes the TypeScript types and the permissions, and call the
//!    command from the window. Give it an answer in the fake of `ui/src/ipc` as well: TypeScript says
//!    so until you do.
//!
//! A type that no command has used before must derive `TS` and be imported in `types.rs`.
//!
//! # Adding an event
//!
//! 1. Add its name and the type of its payload to `with_events`.
//! 2. Send it with the function of the same name: `events::keys_changed(app)`.
//! 3. Run `cargo xtask bindings`, and listen to it in the window.

#![allow(unused_macros, unused_imports, reason = "the build script reads the commands only")]

/// Calls the macro `$callback` with all commands.
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            mod start for [main] {
                /// The first page is painted: show the window.
                fn window_painted();
                /// Chooses practice or live, on the Welcome page or in the settings.
                fn choose_mode(mode: Mode);
                /// Saves language, theme, text size and the two times.
                fn save_settings(settings: Settings);
                /// Saves presenter view: whether it is on, its text size, and how far its script is.
                fn save_presenter(presenter: Presenter);
                /// Where the app stores its data and the secrets of the chosen mode.
                fn storage_locations() -> StorageLocations;
            }

            mod keys for [main] {
                /// All countries with a numbering plan.
                fn countries() -> Vec<Country>;
                /// Validates a phone number as it was typed.
                fn check_phone(input: String, country: Option<Region>) -> Verdict;
                /// Requests a test key, which Nova Post allows once a day, and saves it.
                fn request_test_key(input: String, country: Option<Region>, second_look: bool) -> RequestedKey, reporting steps;
                /// Tries again to save a key that is only in memory.
                fn save_key_again(key: KeyId) -> KeyCard, reporting steps;
                /// Adds a reminder to the Home page: ask for this number again tomorrow.
                fn remind_tomorrow(input: String, country: Option<Region>);
                /// Removes a request from the Home page.
                fn dismiss_to_do(attempt: AttemptId);
                /// Removes the note of a key that was added by hand and not saved.
                fn dismiss_import(key: KeyId);
                /// Makes a key that the keychain has and the store does not the pending import.
                fn check_unlisted_key(key: KeyId) -> ClipboardCheck, reporting steps;
                /// Deletes such a key from the keychain.
                fn remove_unlisted_key(key: KeyId), reporting steps;
                /// Deletes the record of a key that the keychain no longer has.
                fn remove_lost_key(key: KeyId), reporting steps;
                /// All keys, and what to do next.
                fn home() -> Home;
                /// All keys.
                fn keys() -> Vec<KeyCard>;
            }

            mod guides for [main] {
                /// All guides that have been started and not ended.
                fn guide_runs() -> Vec<GuideRun>;
                /// Starts a guide for an organization.
                fn start_guide(guide: GuideName, organization: String) -> GuideRun;
                /// Renames the organization of a run. `null` if the run has ended.
                fn rename_guide_run(run: RunId, organization: String) -> Option<GuideRun>;
                /// Marks a step of a run as done or not done. `null` if the run has ended.
                fn set_guide_step(run: RunId, step: String, done: bool, answer: Option<String>) -> Option<GuideRun>;
                /// Deletes a run and its affiliation form. The key that it led to stays.
                fn end_guide(run: RunId);
                /// What was typed for the affiliation email of a run; at first, what is already known.
                fn affiliation(run: RunId) -> EmailForm;
                /// Saves what was typed for the affiliation email of a run.
                fn save_affiliation(run: RunId, form: Affiliation);
                /// Validates an email address as it was typed.
                fn check_email(input: String) -> EmailVerdict;
            }

            mod import for [main] {
                /// Checks what is on the clipboard. A possible key becomes the pending import.
                fn check_clipboard() -> ClipboardCheck;
                /// Opens the popup window in which a key is typed. The event `import_pending` follows.
                fn open_key_entry();
                /// Saves the pending import, and clears the clipboard if the key is still on it.
                fn import_key(about: NewKey) -> ImportedKey, reporting steps;
                /// Drops the pending import, and closes the popup window in which a key is typed.
                fn cancel_import();
            }

            mod tokens for [main] {
                /// Gets a token for a key.
                fn get_token(key: KeyId) -> TokenCard, reporting steps;
                /// The token in memory for a key. `null` if there is none.
                fn token(key: KeyId) -> Option<TokenCard>;
                /// Verifies the token in memory with a call that changes nothing.
                fn verify_token(key: KeyId) -> TokenCard;
            }

            mod copy for [main] {
                /// Copies a key to the clipboard.
                fn copy_key(key: KeyId) -> Copied, reporting steps;
                /// Copies the token in memory to the clipboard.
                fn copy_token(key: KeyId) -> Copied;
                /// Clears the clipboard now if it still holds the copied secret.
                fn clear_clipboard();
                /// Copies text that is not a secret, such as details for support.
                fn copy_text(text: String);
                /// Shows a key in a popup window.
                fn show_key(key: KeyId), reporting steps;
            }

            mod outside for [main] {
                /// Opens one of the few web pages that the app knows. Returns its address if no program
                /// opened it.
                fn open_link(link: Link) -> Option<String>;
                /// Opens the mail program with an email to Nova Post.
                fn compose_email(email: EmailDraft) -> EmailHandoff;
                /// Saves an email as a file that a mail program opens.
                fn save_email(email: EmailDraft, sender: String, name: String) -> SavedEmail;
                /// Shows the email that was saved last in the file manager.
                fn show_saved_email();
            }

            mod practice for [main] {
                /// The phone numbers that practice knows, and the outcome that each simulates.
                fn practice_numbers() -> Vec<PracticeNumber>;
                /// Adds the presenter's number, typed in any form.
                fn add_practice_number(input: String, country: Option<Region>, plays: SimulatedOutcome) -> NumberAdded;
                /// Removes a number that the presenter added, and the key that practice made for it.
                fn remove_practice_number(digits: String);
                /// The time in practice.
                fn practice_time() -> PracticeTime;
                /// Moves the time in practice. `null`, and no move, if that is more than twenty years away.
                fn move_practice_time(to: TimeMove) -> Option<PracticeTime>;
                /// Lets the system ask for the keychain's password if practice can't open without it.
                fn unlock_practice();
                /// Deletes all practice data on this computer. Live data is not touched.
                fn clear_practice(keep_numbers: bool);
            }

            mod reveal for [reveal] {
                /// The key that this popup window was opened for, sealed for its public key; only once.
                fn reveal_secret(public_key: Vec<u8>) -> Revealed;
                /// Closes this popup window.
                fn close_reveal();
            }

            mod enter for [enter] {
                /// A public key to seal the typed key for; only for the next `submit_entered_key`.
                fn entry_public_key() -> Vec<u8>;
                /// Checks the typed key. A possible key becomes the pending import.
                fn submit_entered_key(sealed: Sealed) -> ClipboardCheck;
                /// Checks what is on the clipboard, because the person pasted. Rust reads it: text that
                /// the web engine pastes stays in buffers of its process.
                fn submit_pasted_key() -> ClipboardCheck;
                /// Checks what is marked, because the person pressed the middle mouse button. On systems
                /// where marking copies nothing, the answer is that there is nothing.
                fn submit_marked_key() -> ClipboardCheck;
                /// Closes this popup window.
                fn close_enter();
            }

            mod popup for [reveal, enter] {
                /// Restarts the time after which Rust closes this popup window.
                fn stay_open();
            }
        }
    };
}

/// Calls the macro `$callback` with all events. The main window alone receives them.
macro_rules! with_events {
    ($callback:ident) => {
        $callback! {
            /// A secret was copied to the clipboard, or is no longer on it.
            clipboard: ClipboardState;
            /// A key was typed in the popup window and is the pending import.
            import_pending: ClipboardCheck;
            /// The keys have changed without a command of this window: ask for them again.
            keys_changed;
            /// The web process of the main window crashed, and the page was loaded again.
            page_reloaded;
            /// A second copy of the app was started and has ended. This window came to the front.
            already_running;
            /// A menu item was chosen. The payload is the id of the shortcut that does the same.
            menu_action: String;
        }
    };
}

pub(crate) use {with_commands, with_events};
