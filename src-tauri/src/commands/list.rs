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
                /// Saves language, theme, text size, the two times, and whether there are notifications.
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

            mod backups for [main] {
                /// The backups of the list of keys.
                fn backups() -> BackupList;
                /// What restoring a backup would do; without an id, the newest that is not damaged. `null` if
                /// there is none.
                fn preview_backup(backup: Option<BackupId>) -> Option<BackupPreview>;
                /// Replaces the list of keys by that of a backup; without an id, by an empty one. The list before it is
                /// kept.
                fn restore_backup(backup: Option<BackupId>) -> RestoredBackup;
            }

            mod register for [main] {
                /// A part of the list of keys, searched, filtered and sorted.
                fn find_keys(query: KeyQuery) -> KeyPage;
                /// The keys with these ids that are in the list.
                fn keys_by_id(keys: Vec<KeyId>) -> Vec<KeyCard>;
                /// The names of all organizations that keys were created for.
                fn key_organizations() -> Vec<String>;
                /// How the list was last filtered and sorted.
                fn keys_view() -> KeysView;
                /// Keeps how the list is filtered and sorted, for the next start.
                fn save_keys_view(view: KeysView);
                /// What has happened to a key, the newest first.
                fn key_history(key: KeyId) -> Vec<HistoryEntry>;
                /// Replaces what the person has written about a key.
                fn change_key_details(key: KeyId, details: KeyDetails) -> KeyCard;
                /// Sets the dates of a key by hand.
                fn change_key_dates(key: KeyId, to: KeyDates) -> KeyCard;
                /// Marks a key as replaced. `by`: the key that has replaced it, if it is in the list.
                fn mark_key_replaced(key: KeyId, by: Option<KeyId>) -> KeyCard;
                /// Marks a key as deactivated at Nova Post, or as in use again.
                fn mark_key_deactivated(key: KeyId, deactivated: bool) -> KeyCard;
                /// Hides a key that the person deletes, for as long as this can be undone.
                fn delete_key(key: KeyId);
                /// Shows such a key again.
                fn undo_key_deletion(key: KeyId);
                /// Deletes such a key from the keychain and from the list.
                fn finish_key_deletion(key: KeyId), reporting steps;
            }

            mod replacements for [main] {
                /// The last replacement of a key, finished or not. `null` if there is none.
                fn replacement(key: KeyId) -> Option<Replacement>;
                /// Starts to replace a key, or returns the replacement that was started before.
                fn start_replacement(key: KeyId) -> ReplacementStep;
                /// Sets the key that replaces the old one.
                fn set_replacement_key(replacement: ReplacementId, key: KeyId) -> ReplacementStep;
                /// Adds a place that needs the new key.
                fn add_replacement_place(replacement: ReplacementId, place: Place) -> Replacement;
                /// Marks a place as one that has the new key, or does not have it yet.
                fn tick_replacement_place(replacement: ReplacementId, place: ReplacementPlaceId, done: bool) -> Replacement;
                /// Marks the old key as replaced. `without_places`: although some places do not have the new key yet.
                fn finish_replacement(replacement: ReplacementId, without_places: bool) -> ReplacementStep;
                /// Gives up a replacement. Both keys stay as they are.
                fn cancel_replacement(replacement: ReplacementId);
                /// The newest shipment of a key's account.
                fn newest_shipment(key: KeyId) -> NewestShipment, reporting steps;
            }

            mod leaks for [main] {
                /// The cases of a key that others may have seen, the newest first. At most one of them is open.
                fn leaks(key: KeyId) -> Vec<Leak>;
                /// Opens such a case, or notes in the open one what happened.
                fn report_leak(key: KeyId, cause: LeakCause) -> Leak;
                /// Marks a step of a case as done or not done.
                fn set_leak_step(leak: LeakId, step: String, done: bool) -> Leak;
                /// Closes a case.
                fn close_leak(leak: LeakId) -> Leak;
            }

            mod hand_overs for [main] {
                /// The systems that need a key, and what each needs besides it.
                fn receivers() -> Vec<ReceiverInfo>;
                /// To whom a key was handed over, the newest first.
                fn hand_overs(key: KeyId) -> Vec<HandOver>;
                /// The people to whom keys were handed over, the latest first.
                fn hand_over_recipients() -> Vec<Recipient>;
                /// Starts to hand a key over. This gives nothing to anybody yet.
                fn start_hand_over(key: KeyId, receiver: Receiver, recipient: String) -> HandOver;
                /// Deletes a hand-over with which the key was not given yet. One with which it was stays.
                fn delete_hand_over(hand_over: HandOverId);
                /// What is known about the sender of parcels of a key's organization.
                fn sender_facts(key: KeyId) -> SenderFacts;
                /// Saves it, for all keys of this organization.
                fn save_sender_facts(key: KeyId, facts: SenderFacts);
                /// What a file will say, without the key.
                fn preview_hand_over_file(hand_over: HandOverId, file: HandOverFile, comments: Vec<String>) -> FilePreview;
                /// Saves a file under this name; one of several parts in a folder with this name. `with_value`: with the key.
                /// `in_synchronized_folder`: the person agrees that a service gets the key with the folder.
                fn save_hand_over_file(hand_over: HandOverId, file: HandOverFile, comments: Vec<String>, name: String, with_value: bool, in_synchronized_folder: bool) -> HandOverSaved, reporting steps;
                /// Validates a public key as it was pasted.
                fn check_recipient_key(text: String) -> RecipientKeyCheck;
                /// Seals the key to a public key, and remembers that for the recipient.
                fn seal_key(hand_over: HandOverId, public_key: String) -> SealedKey, reporting steps;
                /// Seals the key with a new passphrase, which a popup window shows.
                fn seal_key_with_passphrase(hand_over: HandOverId) -> SealedKey, reporting steps;
                /// Saves a sealed key as a file under this name.
                fn save_sealed_key(hand_over: HandOverId, text: String, name: String) -> SavedList;
                /// Notes that the key was given in person.
                fn note_handed_in_person(hand_over: HandOverId) -> HandOver;
                /// Saves the sheet as text under this name.
                fn save_hand_over_sheet(name: String, text: String) -> SavedList;
                /// Saves the sheet as PDF under this name.
                fn save_hand_over_sheet_pdf(name: String, document: PdfDocument) -> SavedList;
                /// The address of the API that the recipient uses.
                fn hand_over_address(hand_over: HandOverId) -> String;
                /// The lines with which the recipient computes the receipt code.
                fn receipt_commands(hand_over: HandOverId) -> Vec<ReceiptCommand>;
                /// Checks a receipt code as it was typed. After one that was right, no other is compared.
                fn check_receipt(hand_over: HandOverId, code: String) -> ReceiptCheck, reporting steps;
            }

            mod key_search for [main] {
                /// The person's usual folders, in which keys can be searched for.
                fn search_folders() -> Vec<SearchFolder>;
                /// Lets the person choose another folder. `null` if they choose none.
                fn choose_search_folder() -> Option<SearchFolder>;
                /// Searches the folders with these numbers for all keys. The event `key_search_progress` tells how far it is.
                fn search_for_keys(folders: Vec<u32>) -> KeySearchResult, reporting steps;
                /// Cancels the search. It ends with what was found until then.
                fn cancel_key_search();
                /// Shows the file of a place of the last result in the file manager.
                fn show_found_key(place: u32);
            }

            mod connection for [main] {
                /// Checks the connection to the servers of the mode, or to those of the real account if `real`, and this
                /// computer. The event `connection_check_progress` tells each line. Returns all lines, or those that were
                /// there when it was cancelled.
                fn check_connection(real: bool) -> ConnectionReport;
                /// Cancels the check of the connection.
                fn cancel_connection_check();
                /// Saves the report of a check as text under this name.
                fn save_connection_report(name: String, text: String) -> SavedList;
            }

            mod reviews for [main] {
                /// The review that is not signed yet, the keys in use, and the signed reviews.
                fn reviews() -> Reviewing;
                /// Starts a review, or returns the one that was started before.
                fn start_review() -> Review;
                /// What is known of a key that is reviewed.
                fn review_facts(key: KeyId) -> ReviewFacts;
                /// Notes the answers about a key, in place of earlier ones.
                fn answer_review_key(review: ReviewId, key: KeyId, answers: KeyAnswers) -> Review;
                /// Notes the answers about the account, in place of earlier ones.
                fn answer_review(review: ReviewId, answers: AccountAnswers) -> Review;
                /// The webhooks of a key's account.
                fn webhooks(key: KeyId) -> WebhookList, reporting steps;
                /// Signs a review. Keys without an answer are noted as not reviewed.
                fn sign_review(review: ReviewId, name: String) -> Review;
                /// Deletes a review that is not signed.
                fn discard_review(review: ReviewId);
                /// One review, for its report.
                fn review(review: ReviewId) -> Review;
                /// Saves the report of a review as PDF under this name.
                fn save_review_report(name: String, document: PdfDocument) -> SavedList;
            }

            mod key_requests for [main] {
                /// Takes the request for a key that was opened with the app or dropped on the window. `null` if there is
                /// none.
                fn opened_key_request() -> Option<KeyRequestCheck>;
                /// Reads a request that was pasted.
                fn check_key_request(text: String) -> KeyRequestCheck;
                /// Looks again at who asks.
                fn check_key_request_again(request: KeyRequest) -> KeyRequestCheck;
                /// Notes that the four words of the public key were compared by phone.
                fn note_words_compared(request: KeyRequest) -> KeyRequestCheck;
                /// Keeps a request until its key exists.
                fn keep_key_request(request: KeyRequest) -> KeyRequestCheck;
                /// The requests that are kept, the newest first.
                fn kept_key_requests() -> Vec<KeptKeyRequest>;
                /// Deletes a kept request.
                fn delete_key_request(request: KeyRequestId);
                /// Deletes a request if it is kept.
                fn forget_key_request(request: KeyRequest);
                /// Starts to hand a key over to the person who asks. `null` if the words must be compared first.
                fn start_requested_hand_over(request: KeyRequest, key: KeyId) -> Option<HandOver>;
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

            mod checks for [main] {
                /// Checks whether Nova Post accepts a key.
                fn check_key(key: KeyId) -> CheckedKey, reporting steps;
                /// Tries a refused key in the other environment of Europe. Fails with `wrong_environment` if
                /// that one accepts it.
                fn check_key_elsewhere(key: KeyId), reporting steps;
                /// Moves a key to the environment that has accepted it.
                fn move_key(key: KeyId, environment: ApiEnvironment) -> KeyCard;
                /// Keeps the company that the check of a key of Ukraine has shown.
                fn keep_company(key: KeyId) -> KeyCard;
                /// Checks all keys. The event `check_progress` tells how far it is.
                fn check_all_keys() -> CheckedKeys;
                /// Cancels the check of all keys.
                fn cancel_check_of_all_keys();
            }

            mod tokens for [main] {
                /// Gets a token for a key. `null` if Nova Poshta gives none for a key of Ukraine.
                fn get_token(key: KeyId) -> Option<TokenCard>, reporting steps;
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

            mod register_files for [main] {
                /// Saves all keys as a list under this name, without secrets and without the numbers of requests.
                fn export_keys(form: ListForm, name: String) -> SavedList;
                /// Saves the history under this name.
                fn export_history(form: ListForm, name: String) -> SavedList;
                /// What was done with the whole list, the newest first: files that were saved, backups that were restored.
                fn list_history() -> Vec<HistoryEntry>;
                /// Saves a calendar file under this name: an event for each key that expires.
                fn export_calendar(name: String) -> SavedList;
                /// Shows the file that was saved last in the file manager.
                fn show_saved_list();
                /// Reads a list and returns what it would change. Writes nothing.
                fn preview_list(file: Vec<u8>, read_as: ReadAs) -> ListCheck;
                /// Writes what the preview has shown, unless the register has changed meanwhile.
                fn import_list() -> ListImported;
                /// Forgets the list that was read.
                fn cancel_list();
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
                /// The key or the passphrase that this popup window was opened for, sealed for its public key; only once.
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

            mod program_tokens for [main] {
                /// The programs that may have tokens of a key without asking.
                fn token_permissions(key: KeyId) -> Vec<TokenPermission>;
                /// Ends the permission of a program.
                fn end_token_permission(key: KeyId, program: String);
            }

            mod updates for [main] {
                /// Whether new versions are looked for, what was found, and what is being done about it.
                fn update_state() -> UpdateState;
                /// Looks for a new version now.
                fn check_for_update() -> UpdateState;
                /// Downloads and installs the version that was found, and starts the app again. `update_changed` tells
                /// how far it is.
                fn install_update();
                /// Stops the download.
                fn cancel_update();
                /// Hides the offer until the next look or the next start.
                fn postpone_update() -> UpdateState;
                /// The person has read what came of a look or of an installation.
                fn dismiss_update_result() -> UpdateState;
            }

            mod ask for [ask] {
                /// The question that this popup window was opened for.
                fn token_question() -> TokenQuestion;
                /// Answers it. Rust closes this popup window then.
                fn answer_token_question(answer: TokenAnswer);
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
            /// The check of one key among all has begun or ended.
            check_progress: CheckProgress;
            /// How far the search for keys is.
            key_search_progress: KeySearchProgress;
            /// A line of the check of the connection.
            connection_check_progress: ConnectionLine;
            /// The keys have changed without a command of this window: ask for them again.
            keys_changed;
            /// The web process of the main window crashed, and the page was loaded again.
            page_reloaded;
            /// A second copy of the app was started and has ended. This window came to the front.
            already_running;
            /// A request for a key was opened with the app, or dropped on the window: take it.
            key_request_opened;
            /// A new version was found, or what is being done about it has changed.
            update_changed: UpdateState;
            /// A menu item was chosen. The payload is the id of the shortcut that does the same.
            menu_action: String;
        }
    };
}

pub(crate) use {with_commands, with_events};
