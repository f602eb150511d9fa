### Key Desk in English. Plain words, short sentences, no blame.
###
### For translators. A comment says what a message is and gives an example of each variable. Names, dates, countries and
### amounts are always in the nominative: write “label: value”, as here, and do not decline them. Address people formally and
### avoid a past tense that has a gender. Write whole sentences into the variants of a number. Nova Post is the service in
### Europe, Nova Poshta (Нова пошта) the company in Ukraine. What is in quotes is a label that people look for.

-app = Key Desk

## Everywhere

# $heading: the heading of a page, “Your keys”.
page-title = { $heading } · { -app }
# Button: to the page before.
back = Back
# State of a button, for two seconds after a press.
copied = Copied
not-copied = Not copied, try again
link-external = (opens outside { -app })
# $example: a country code, “+49”.
country-example = Name or code, such as { $example }
# $country: the name of a country, “Poland”.
country-example-name = Name, such as { $country }
country-open = Show all countries
# $count: a whole number, 3.
country-found = { $count ->
        [0] No country found
        [one] { $count } country found
       *[other] { $count } countries found
    }
country-none = No country has this name or code
# Button.
dialog-cancel = Cancel
# Button, read aloud only: closes a short message.
toast-dismiss = Dismiss
# Label of a list.
choose-language = Language
# State of a step, read aloud after its title.
step-done = done
step-next = Next step
# State of a step that needs another one first, read aloud after its title.
step-locked = not yet
# $lastFour: the last four characters of a key, “91c0”.
key-ends-in = Key ending in { $lastFour }
# Chip, at most 12 characters: a test key.
chip-test = TEST
# Chip, at most 12 characters: a production key. Not “active” and not “live”.
chip-production = PRODUCTION
# Chip, at most 12 characters: a Ukrainian key.
chip-ua = UA
# Chip, at most 12 characters: practice mode.
chip-practice = PRACTICE
chip-test-text = Test: Nova Post’s test environment. Nothing is shipped, and nothing costs money.
chip-production-text = Production: the real service in Europe, with real parcels and real money.
chip-ua-text = Ukraine: the Ukrainian service, which has its own keys.
chip-practice-text = Practice: Nova Post is simulated on this computer. Nothing is sent, and the keys are not real.
key-kind-sandbox = Test key
key-kind-production = Production key
# A key for Nova Poshta in Ukraine, another service than Nova Post in Europe.
key-kind-ukraine = Ukrainian key

## Said by the system, not by a page

window-title = { -app }
# $title: a title, “Key Desk”.
window-title-practice = PRACTICE · { $title }
window-title-reveal = Your key
# The title of the window that shows the passphrase of a sealed key.
window-title-reveal-passphrase = Passphrase
window-title-enter = Enter a key
window-title-ask = A program asks for a token
# $variable: the name of a variable, “KEYDESK_SANDBOX_URL”.
start-refused-address = { -app } does not start: { $variable } has to be an https address, or an http address on this computer.
start-refused-start = { -app } does not start: KEYDESK_START has to be practice or live.
start-no-web-engine = { -app } does not start: Microsoft Edge WebView2 is missing. Windows shows the app’s pages with it. Press OK to download it from go.microsoft.com/fwlink/p/?LinkId=2124703, install it, and start { -app } again.
start-no-desktop = { -app } has to ask you in a window, and there is no desktop here. Start the command on the desktop of this computer.
start-folder-in-use = { -app } is already open, perhaps in another session of yours on this computer. Close it there first.
# $error: a message of the system, in English.
start-failed = { -app } can’t start: { $error }
page-stopped-twice = The part of the system that shows { -app }’s pages has stopped twice. Your keys are safe. If the window is empty, close { -app } and open it again. If it happens again, tell your IT department.
page-stopped-twice-linux = The part of the system that shows { -app }’s pages has stopped twice. Your keys are safe. If the window is empty, close { -app } and open it again. If it happens again, tell your IT department. The cause may be a graphics driver, often NVIDIA with Wayland: starting { -app } with the environment variable WEBKIT_DISABLE_DMABUF_RENDERER=1 helps.
# Menu of macOS; as macOS calls it.
menu-services = Services
menu-hide = Hide { -app }
menu-hide-others = Hide others
menu-show-all = Show all
menu-quit = Quit { -app }
# Menu, a verb.
menu-edit = Edit
# Menu, a verb.
menu-undo = Undo
# Menu, a verb.
menu-redo = Redo
# Menu, a verb.
menu-cut = Cut
# Menu, a verb.
menu-copy = Copy
# Menu, a verb.
menu-paste = Paste
menu-select-all = Select all
# Menu, a noun.
menu-view = View
menu-full-screen = Full screen
# Menu with the pages, a verb.
menu-go = Go
# Menu, a noun.
menu-window = Window
# Menu, a verb: hides the window in the Dock.
menu-minimize = Minimise
menu-zoom = Zoom the window
menu-close = Close the window
# Name of the calendar that the calendar file has.
calendar-name = Nova Post keys
# $key: the name of a key, “Shop (…91c0)”.
calendar-title = Key expires: { $key }
# Title of an event that is no longer true: the key was replaced, or its expiry is no longer known.
calendar-cancelled = This key no longer expires on this day
# $kind: the kind of a key, “Test key”.
calendar-kind = Kind of key: { $kind }
calendar-what-to-do = Open { -app } to see what to do.

## Long work, step by step

progress-noting_down = Getting ready
progress-asking_nova_post = Waiting for the answer
progress-saving_in_keychain = Saving in your password store
progress-reading_back = Checking that it was saved
progress-opening_keychain = Reading the key from your password store
progress-recording = Adding it to your list of keys
progress-keychain_slow = Your password store has not answered yet. Look for another window that asks for your password.

## The frame of the window

app-name = { -app }
skip-to-content = Skip to content
nav-label = Main navigation
# Name of a page, at most 14 characters.
nav-home = Home
# Name of a page, at most 14 characters: API keys, not keys of a keyboard.
nav-keys = Keys
# Name of a page, at most 14 characters: steps to follow.
nav-guides = Guides
# Name of a page, at most 14 characters.
nav-help = Help
# Name of a page, at most 14 characters: where everything can be tried.
nav-practice = Practice
# Name of a page, at most 14 characters.
nav-settings = Settings
# $page: the name of a page, “Keys”. $keys: a shortcut, “Ctrl+2”.
nav-title = { $page } ({ $keys })
account-line = Your account at Nova Post
other-address-word = OTHER ADDRESS
# $environment: sandbox, production, ukraine or another. $host: a host, “localhost:8443”.
other-address-text = { $environment ->
        [sandbox] Test environment: { $host }
        [production] Production: { $host }
        [ukraine] Ukraine: { $host }
       *[other] Other environment: { $host }
    }
# $host: a host, “localhost:8443”.
other-address-updates = New versions of { -app } come from { $host }.
other-address-why = Keys are sent there, not to Nova Post. If you don’t know why, ask your IT department first.
# Word at the start of the banner of practice mode.
practice-banner-word = PRACTICE
practice-banner-text = Nothing is sent to Nova Post, and the keys are not real.
clipboard-holds-key = The key is copied.
clipboard-holds-token = The token is copied.
clipboard-paste-key = Paste it only where your developer asked for it. It is often called “apiKey” there.
clipboard-paste-token = Send it to your developer, or paste it where they asked for it.
# $seconds: a whole number, 30.
clipboard-seconds = { $seconds ->
        [one] The copy is cleared in { $seconds } second. What you copied stays in { -app }.
       *[other] The copy is cleared in { $seconds } seconds. What you copied stays in { -app }.
    }
# Link beside the note that a key was copied.
clipboard-hand-over = How do I give it to my developer?
clipboard-clear-now = Clear it now
clipboard-cleared = The copy has been cleared.
window-reopened = The window stopped and was reopened. Your keys are safe.
already-running-heading = { -app } was already open
already-running-text = This is its window. You don’t need a second one.
# Button.
already-running-close = OK

## Keys, wherever they are listed

# $kind: the kind of a key, “Test key”. $lastFour: the last four characters of a key, “91c0”.
key-by-kind = { $kind } (…{ $lastFour })
key-unnamed = A key
key-unsaved = Not saved yet
key-lost = Missing from the password store
key-never-here = Not on this computer
key-last-four-unknown = Last four characters: not known
# $day: a date, “27 August 2025”.
key-until = Expires: { $day }
# Label of a date: created on this day.
key-created = Created
# Label and heading of a date: the day on which a key expires.
key-valid-until = Expires
key-last-checked = Last checked
key-never-checked = Not checked yet
key-checked-just-now = Just now
# Under the time of the last check: its result.
key-check-result-works = Works
# Under the time of the last check: its result.
key-check-result-refused = Not accepted
# Under the time of the last check: its result.
key-check-result-expired = Expired
key-not-known = Not known
key-heading = A key
key-gone = This key is no longer in your list.
# $count: a whole number, 3.
key-field-organizations = { $count ->
        [one] Organization
       *[other] Organizations
    }
key-field-phone = Phone number
key-field-created = Created on
# Label.
key-field-status = Status
key-field-added = Added on
key-field-kept = Saved in
key-kept-keychain = This computer’s password store
key-kept-this_session = { -app }’s memory only
key-kept-nowhere = Nowhere on this computer
key-kept-never_here = Not here: it came from a list
key-copy = Copy the key
key-show = Show the key
key-get-token = Get a token
key-token-text = To try calls of Nova Post’s API, your developer needs a token.
key-check = Check the key
key-checking = Checking the key
key-works = It works
# $at: a date and a time, “27 August 2025 at 08:03”.
key-works-text = Accepted: { $at }
key-works-next = You don’t have to do anything else.
key-no-token = A Ukrainian key works without a token.
# Button: leads to the page of tokens.
key-try-token = Try to get one
# Label of a company’s name.
key-company = Company
# Label of a company’s code in Ukraine’s register, 12345670.
key-company-code = EDRPOU
# Label of a number, 2.
key-company-others = Other senders of this account
key-company-none = Nova Poshta named no company.
key-company-keep = Keep this in the list of keys?
key-company-yes = Yes, keep it
# A button: the company is not kept.
key-company-no = No
key-company-kept = This is kept in your list of keys.
key-company-not-kept = This is not kept.
key-elsewhere-heading = Is it a key for the other environment?
key-elsewhere-text-production = Nova Post does not say which environment a key belongs to. { -app } can try it in production. The key is then sent there, and nothing there changes.
key-elsewhere-text-sandbox = Nova Post does not say which environment a key belongs to. { -app } can try it in the test environment. The key is then sent there, and nothing there changes. If it is a production key, decide whether you want that.
# $host: a host, “api.novapost.com”.
key-elsewhere-host = Sent to: { $host }
key-elsewhere-host-practice = Sent to: practice on this computer, not to Nova Post
key-elsewhere-try = Try it in the other environment
key-elsewhere-running = Trying the key in the other environment
key-elsewhere-refused-production = It does not work in production either. If it was created at new.novaposhta.ua, it is a Ukrainian key: add it again and choose “{ key-kind-ukraine }”. Otherwise get a new one.
key-elsewhere-refused-sandbox = It does not work in the test environment either. If it was created at new.novaposhta.ua, it is a Ukrainian key: add it again and choose “{ key-kind-ukraine }”. Otherwise get a new one.
key-moved = The key was moved
key-moved-sandbox = It is now among your test keys.
key-moved-production = It is now among your production keys.
key-other-account = Created under another account
key-other-account-text = Nova Post says that this key and the following one belong to different people. Check whether that is right.
key-other-account-open = Open the other key
key-session-only = This key is not saved yet. It is lost when you close { -app }. { -app } saves it as soon as your password store answers.
key-save-again = Save in the password store
key-slow-text = You don’t have to wait. { -app } keeps the key and saves it as soon as the password store answers.
key-lost-text-test = It was removed from this computer’s password store, so you can’t copy or use it here. Ask with the same number. Nova Post sends it again, or a new one if it expired long ago.
key-lost-text = It was removed from this computer’s password store, so you can’t copy or use it here. Open the page where you created it. If you can still copy it there, copy it and add it again. If not, create a new one.
key-lost-ask = Ask for it again
key-never-here-text = This key is known only from a list. The key itself was never on this computer, so you can’t copy, check or use it here. Add it if you have it.
key-refused-heading = This key was not accepted last time
# The words in quotes are labels at my.novapost.com in this language.
key-refused-text = It may have expired or been deactivated. At my.novapost.com, under “Integrations” and “API Keys”, check that it is active. If not, create a new key there and add it.
key-refused-text-test = It may have expired or been deactivated. Ask again with the same number. Nova Post makes an expired key work again, or sends a new one if it expired long ago.
# The words in quotes are labels at new.novaposhta.ua in this language.
key-refused-text-ukraine = In the business account at new.novaposhta.ua, under “Settings” and “Security”, check that it is still there. If not, create a new key there and add it.
key-expired-heading = This key has expired
# State of a key, Nova Post’s word.
status-active = Active
# State of a key, Nova Post’s word.
status-expired = Expired
# State of a key: Nova Post did not accept it when it was checked.
status-refused = Not accepted
# State of a key: the person deactivated it where it was created.
status-deactivated = Deactivated
# State of a key: another key has replaced it.
status-replaced = Replaced
# State of a key: it worked at the last check, which was long ago. $when: a distance in time, “395 days ago”.
status-check_due = Checked: { $when }
# The person in whose name the key was created. Label of a field.
key-field-holder = Holder
key-holder-hint = The person whose account the key was created in. You can leave it empty.
# Label of a field.
key-field-notes = Notes
key-notes-hint = For yourself. Don’t write keys or passwords here.
key-places = Where it is used
key-places-text = Write down who has this key. If it changes one day, you know whom to tell.
key-place-kind = Kind of place
# A place where a key is used: software.
key-place-system = System
# A place where a key is used: somebody who has it.
key-place-person = Person
key-place-name-system = Name of the system
key-place-name-person = Name of the person
key-place-hint-system = For example “Online shop” or “Accounting server”.
key-place-hint-person = For example the developer who asked for the key.
# Button. The name of the place is beside it.
key-place-remove-short = Remove
# $name: a system or a person, “Online shop”.
key-place-remove = Remove: { $name }
key-changes = Change this key
# Button that saves what was changed in a dialog.
key-save = Save
key-details = Change name and notes
key-details-heading = Name, holder and notes
key-details-here = Your list shows the new text. The history notes what was changed, without the text itself.
key-expiry = Change the dates
key-expiry-heading = The dates of this key
key-expiry-legend = Expiry date, as on the page with the key
# Label of a field: the day of a date.
key-expiry-day = Day
# Label of a field: the month of a date.
key-expiry-month = Month
# Label of a field: the year of a date.
key-expiry-year = Year
# Shown in a field while no month is chosen.
key-expiry-choose = Choose
key-created-legend = Creation date, as on the page with the key
key-created-after = This day is after the expiry date
key-created-told = This date is from Nova Post.
key-expiry-in-a-year = In one year
key-expiry-unknown = I don’t know
# $day: a date, “27 August 2025”.
key-expiry-says = Last day: { $day }
key-expiry-says-unknown = Not known. Home reminds you to enter it.
# The person has emptied the fields of a known date. $day: a date, “27 August 2025”.
key-expiry-says-removed = You remove the date { $day }. Home reminds you to enter a new one.
key-expiry-incomplete = Enter the day, the month and the year, or leave all three empty
key-expiry-none = This day does not exist
key-expiry-far = Enter the year with four digits, for example 2027
key-expiry-early = This day is before the creation date
key-expiry-here = Your list shows the new dates, and Home reminds you before the key expires.
key-expiry-there = Nothing changes. The key expires on the day shown there.
key-deactivate = Mark as deactivated
key-deactivate-heading = Mark this key as deactivated?
key-deactivate-text = Do this after you have deactivated the key where it was created.
key-deactivate-here = The key stays in your list as “Deactivated”, and Home no longer reminds you of it.
key-deactivate-store = The key stays there. You can still copy it.
key-deactivate-there = Nothing changes. { -app } can’t deactivate a key. Anyone who has it can use it until you deactivate it there.
key-replaced = Mark as replaced
key-replaced-heading = Mark this key as replaced?
key-replaced-text = Do this if another key is in use already. To change over step by step, use “Replace this key” on this page.
key-replaced-by = Replaced by
key-replaced-by-none = A key that is not in this list
key-replaced-here = The key stays in your list as “Replaced”, and Home no longer reminds you of it. If you have begun to replace it here, that ends.
key-replaced-store = The key stays there. You can still copy it.
key-replaced-there = Nothing changes. The old key works until it expires or you deactivate it there.
key-reactivate = Mark as in use again
key-reactivate-heading = Mark this key as in use again?
key-reactivate-here = Home reminds you of it again. Check the key to see whether it works.
key-delete = Delete the key
# $name: the kind or the name of a key with its last characters, “Web shop (…91c0)”.
key-delete-heading = Delete this key? { $name }
key-delete-here = It disappears from your list, with its dates and notes. The history keeps its name and its last four characters.
key-delete-store = The key is deleted ten seconds later. Until then you can undo this.
key-delete-there = Nothing changes. Anyone who has the key can still use it.
# Label: what an action does in the app.
key-happens-here = In { -app }
key-happens-store = In this computer’s password store
key-happens-there = Where it was created
key-happens-store-nothing = Nothing changes.
key-happens-store-absent = The key is not there.
key-happens-there-nothing = Nothing changes.
# $name: the kind or the name of a key with its last characters, “Web shop (…91c0)”.
key-deleted = Removed from your list: { $name }
key-delete-waits = The key itself is still in the password store.
# $seconds: a whole number, 7.
key-delete-seconds = { $seconds ->
        [one] It is deleted in { $seconds } second.
       *[other] It is deleted in { $seconds } seconds.
    }
# Button: the key is not deleted.
key-delete-undo = Undo
# Heading of a section: what has happened to the key.
key-history = History
key-history-waiting = Reading the history
key-history-empty = Nothing is noted yet.
# $count: a whole number, 12.
key-history-all = Show all { $count } entries
key-history-fewer = Show fewer
history-received = Received from Nova Post and saved
history-added = Added to your list and saved
# $from: a date, “27 August 2025”, or “Not known”. $to: another one.
history-extended = Extended by Nova Post: the same key. Before: { $from }. Now: { $to }
history-checked-works = Checked: it works
history-checked-refused = Checked: not accepted
history-checked-expired = Checked: expired
# $kind: a kind of key, “Production key”.
history-tried_elsewhere-works = Tried in the other environment ({ $kind }): it works
# $kind: a kind of key, “Production key”.
history-tried_elsewhere-refused = Tried in the other environment ({ $kind }): not accepted
history-token_received = Token received
history-token_copied = Token copied to the clipboard
# $program: the name of a program’s file, “php”.
history-token_given = Token given to a program: { $program }
history-token_given-unnamed = Token given to a program
# $program: the name of a program’s file, “php”.
history-token_refused = Token not allowed for a program: { $program }
history-token_refused-unnamed = Token not allowed for a program
history-copied = Copied to the clipboard
history-shown = Shown in a window
# $fields: what was changed, from “history-field-…”, “name, notes”.
history-details_changed = Changed: { $fields }
# In place of “history-details_changed” if it is not known what was changed.
history-details_changed-unnamed = Name, holder, notes, organizations or places changed
# In a list after “Changed:”: the name of the key.
history-field-name = name
# In a list after “Changed:”: the person in whose name the key was created.
history-field-holder = holder
# In a list after “Changed:”: the notes about the key.
history-field-notes = notes
# In a list after “Changed:”: the organizations of the key.
history-field-organizations = organizations
# In a list after “Changed:”: where the key is used.
history-field-places = where it is used
# In a list after “Changed:”: the company that the key opens.
history-field-company = company
# $from: a date, “27 August 2025”, or “Not known”. $to: another one.
history-expiry_changed = Expiry date changed. Before: { $from }. Now: { $to }
# $from: a date, “27 August 2025”, or “Not known”. $to: another one.
history-creation_changed = Creation date changed. Before: { $from }. Now: { $to }
# $from: a kind of key, “Test key”. $to: another one, “Production key”.
history-moved = Kind of key changed. Before: { $from }. Now: { $to }
history-deactivated = Marked as deactivated
history-reactivated = Marked as in use again
# $person: the person who got the key, “Oleh Koval”. $how: from “history-handed_over-…”, “sealed with a passphrase”.
history-handed_over = Handed over to { $person }: { $how }
# In place of “history-handed_over” if the name is not kept. $how: from “history-handed_over-…”, “in person”.
history-handed_over-unnamed = Handed over: { $how }
history-handed_over-sealed = sealed for the person’s public key
history-handed_over-passphrase = sealed with a passphrase
history-handed_over-file_with_value = in a file that is not sealed
history-handed_over-in_person = in person
history-receipt_checked-complete = Receipt code checked: the key arrived complete
# $lastFour: the last four characters of a key, “91c0”.
history-receipt_checked-other_key = Receipt code checked: the person has another key. Its ending: { $lastFour }
history-receipt_checked-unknown = Receipt code checked: it fits none of your keys
history-replacement_started = Replacement started
# $lastFour: the last four characters of a key, “91c0”.
history-replacement_key_chosen = New key chosen. Ending of the new key: { $lastFour }
# $place: a system or a person, “Online shop”.
history-place_ticked = Has the new key: { $place }
history-place_ticked-unnamed = A place has the new key
# $place: a system or a person, “Online shop”.
history-place_unticked = Does not have the new key yet: { $place }
history-place_unticked-unnamed = A place does not have the new key yet
history-replacement_cancelled = Replacement cancelled
# $lastFour: the last four characters of a key, “91c0”.
history-replaced = Replaced. Ending of the new key: { $lastFour }
history-replaced-unnamed = Marked as replaced
history-deleted = Deleted from this computer
history-imported = Read from a file
history-restored = Restored from a backup
# $file: what the file contains, from “history-file-…”, “list of keys (CSV)”.
history-file_saved = Saved as a file: { $file }
# After “Saved as a file:”. CSV is the name of a file format.
history-file-keys_csv = list of keys (CSV)
# After “Saved as a file:”. JSON is the name of a file format.
history-file-keys_json = list of keys (JSON)
# After “Saved as a file:”. CSV is the name of a file format.
history-file-history_csv = history (CSV)
# After “Saved as a file:”. JSON is the name of a file format.
history-file-history_json = history (JSON)
# After “Saved as a file:”. A file for a calendar program.
history-file-calendar = calendar
# In place of a line that this version can’t read.
history-unknown = Noted by a later version of { -app }
history-by-app = (by { -app })

## Pages of Nova Post

# Address, the same in all languages.
link-my_nova_post = my.novapost.com
link-registration_help = How to register at my.novapost.com
link-test_key_page = Nova Post’s page “API Key Generation”
link-api_portal = Nova Post’s API portal
# Address, the same in all languages.
link-ukraine_cabinet = new.novaposhta.ua
link-ukraine_keys = The page with the keys at new.novaposhta.ua
link-unopened = No browser opened.
link-unopened-text = The address of the page is:
link-unopened-copy = Copy the address

## Welcome

welcome-heading = Get your Nova Post keys and keep them safe
welcome-lead = A key is like a password that lets your company’s software work with Nova Post. { -app } helps you get one, step by step, and keeps it safe on this computer.
welcome-practice-title = Practise first
welcome-practice-text = Try every step with a pretend Nova Post on this computer. No account or internet needed.
welcome-account-title = Use my Nova Post account
welcome-account-text = Get a real key. You need a phone number that is registered at my.novapost.com.
# $file: a file’s name or path, “settings.json”.
settings-not-read = Your settings could not be read and were reset. The old file is kept: { $file }
welcome-later = You can switch at any time in Settings.
welcome-only-practice = Your organization has closed real accounts in { -app } on this computer.
welcome-only-live = Your organization has closed practice in { -app } on this computer.
welcome-independent = { -app } is not made by Nova Post.

## Home

# Heading of a page.
home-waiting-heading = Home
home-waiting = Reading your list of keys
# Heading of a page.
home-failed-heading = Home
home-first-heading = Get your first key
home-first-lead = With a test key, your developer can try everything. You need the phone number of your Nova Post account.
home-first-lead-practice = Here you can try every step. You need no account and no number of your own.
home-start-test-key = Get a test key
home-start-time = It takes about two minutes.
home-other-ways = Do you need a key for real parcels?
# $count: a whole number, 3.
home-heading = { $count ->
        [one] One thing to do
       *[other] { $count } things to do
    }
home-heading-calm = Nothing to do
home-lead-calm = Your keys are fine.
home-later = For later
home-keys = Your keys
# $count: a whole number, 3.
home-all-keys = { $count ->
        [one] See the details
       *[other] See all { $count } keys
    }
# $count: a whole number, 120.
home-more-due = More keys to look at: { $count }
home-ways = Get a key
way-test-title = Test key
way-test-text = For trying things out. You only need your phone number.
way-test-action = Get a test key
way-europe-title = Production key, Europe
way-europe-text = For real parcels. You create it in your Nova Post account.
way-europe-action = See the steps
way-ukraine-title = Ukrainian key
# Nova Poshta: the company in Ukraine, in Ukrainian Нова пошта.
way-ukraine-text = For a company in Ukraine. You create it in the business account at Nova Poshta.
way-ukraine-action = See the steps
to-do-ask-again = Ask again
to-do-dismiss = Remove from the list
to-do-saving = Saving the key
# $phone: a phone number, “+49 821 3437654”.
to-do-unfinished-title = Unfinished request: { $phone }
# $started: a date and a time, “27 August 2025 at 08:03”.
to-do-unfinished-text-same-day = Sent: { $started }. No answer was received. You can safely ask again today: Nova Post sends the same key or says “tomorrow”.
# $started: a date and a time, “27 August 2025 at 08:03”.
to-do-unfinished-text-later = Sent: { $started }. No answer was received. Ask again: if Nova Post created a key, you get it, valid for another year.
# $phone: a phone number, “+49 821 3437654”.
to-do-ask-again-title-due = You can ask again: { $phone }
# $phone: a phone number, “+49 821 3437654”.
to-do-ask-again-title-later = Ask again later: { $phone }
to-do-ask-again-text-due = You can ask once a day. The next request is possible now.
# $day: a date, “27 August 2025”.
to-do-ask-again-text-later = You can ask once a day. Next request possible from: { $day }
# $phone: a phone number, “+49 821 3437654”.
to-do-not-registered-title = Not registered yet: { $phone }
to-do-not-registered-text = Nova Post does not know this number. Register it at my.novapost.com, or look up which number your account has. Registered? Then ask again.
# $count: a whole number, 3.
to-do-group-unfinished = { $count ->
        [one] { $count } request is unfinished
       *[other] { $count } requests are unfinished
    }
to-do-group-unfinished-text = No answer was received. You can safely ask again: Nova Post sends the key or says “tomorrow”.
# $count: a whole number, 3.
to-do-group-not_registered = { $count ->
        [one] { $count } number is not registered yet
       *[other] { $count } numbers are not registered yet
    }
to-do-group-not_registered-text = Nova Post does not know them. Register the one you need at my.novapost.com. Registered? Then ask again.
# $count: a whole number, 3.
to-do-group-ask_again = { $count ->
        [one] You can ask for { $count } number again
       *[other] You can ask for { $count } numbers again
    }
# $count: a whole number, 3.
to-do-group-ask_again_later = { $count ->
        [one] You can ask for { $count } number again later
       *[other] You can ask for { $count } numbers again later
    }
# $phone: a phone number, “+49 821 3437654”.
to-do-group-ask = Ask again: { $phone }
to-do-group-remove = Remove all from the list
# $name: the name of a key, “Online shop” or “Test key (…91c0)”.
to-do-save-again-title = Not saved yet: { $name }
to-do-save-again-text-locked = Your password store is locked. Unlock it, then save again. Until then, the key is only in { -app }’s memory.
to-do-save-again-text-missing = No password store is running on this computer. Until one is running, the key is only in { -app }’s memory.
to-do-save-again-text-slow = Your password store did not answer. Look for a window that asks for your password, then save again.
to-do-save-again-text-refused = Your password store did not accept the key. Until it does, the key is only in { -app }’s memory.
to-do-save-again-text-cancelled = You closed the window that asks for the password. Save again and enter the password. Until then, the key is only in { -app }’s memory.
to-do-save-again-text-no_default = This computer has no password store yet. Until there is one, the key is only in { -app }’s memory.
to-do-save-again-text-blocked_by_policy = A rule of your company stops Windows from saving it. Until your IT department allows it, the key is only in { -app }’s memory.
to-do-save-again-text-unrecorded = The key is in your password store, but your list of keys could not be saved. Free some disk space, then save again.
to-do-save-again-action = Save again
# $name: the name of a key, “Online shop” or “Test key (…91c0)”.
to-do-lost-title = Missing from your password store: { $name }
to-do-lost-text-test = It was removed there. Ask with the same number. Nova Post sends it again, or a new one if it expired long ago.
to-do-lost-text = It was removed there. Open the page where you created it. If you can still copy it there, copy it and add it again. If not, create a new one.
to-do-lost-action = Add it again
# $lastFour: the last four characters of a key, “91c0”.
to-do-import-lost-title = Not saved: key ending in { $lastFour }
# $added: a date and a time, “27 August 2025 at 08:03”. $kind: the kind of a key, “Test key”.
to-do-import-lost-text = { -app } was closed before this key was saved. Added: { $added } ({ $kind }). Open the page that shows the key and copy it again.
# $added: a date and a time, “27 August 2025 at 08:03”. $kind: the kind of a key, “Test key”.
# $organization: a name as it was typed, “Hanse Textil GmbH”.
to-do-import-lost-text-of = { -app } was closed before this key was saved. Added: { $added } ({ $kind }, { $organization }). Open the page that shows the key and copy it again.
to-do-import-lost-action = Copy it again
# $lastFour: the last four characters of a key, “91c0”.
to-do-unlisted-title = Saved, but not in your list: key ending in { $lastFour }
to-do-unlisted-text = { -app } may have been closed while saving it. Say what it is for, and it goes on your list.
to-do-unlisted-action = Add it to the list
to-do-unlisted-remove = Delete the key
# $lastFour: the last four characters of a key, “91c0”.
to-do-remove-heading = Delete the key ending in { $lastFour }?
to-do-remove-lost = It is deleted from this computer. { -app } can’t restore it.
to-do-remove-stays = Where it was created, nothing changes. Anyone who has the key can still use it.
to-do-remove-keep = Keep it
# $name: the name of a key, “Online shop” or “Test key (…91c0)”.
to-do-forget-heading = Remove from the list: { $name }?
to-do-forget-lost = This deletes its name, its organizations and the date of its last check.
to-do-forget-stays = Where the key was created, nothing changes. If you have it elsewhere or can still copy it, you can add it again.
# $name: the name of a key, “Online shop” or “Test key (…91c0)”. $when: a relative date, “in 12 days” or “tomorrow”.
to-do-expires-title = { $name }: expires { $when }
# $name: the name of a key, “Online shop” or “Test key (…91c0)”. $day: a date, “27 August 2025”.
to-do-expired-title = { $name }: expired. Last day: { $day }
to-do-expires-text-test = Ask again with the same number. Nova Post extends the key by a year.
to-do-expired-text-test = Ask again with the same number. Nova Post extends the key by a year, or sends a new one if it expired more than 90 days ago.
# $day: a date, “27 August 2025”.
to-do-expired-text-extend = Ask again with the same number, and Nova Post extends this key. Last safe day: { $day }. Later you get a new key.
to-do-expires-text-production = Create a new key before this one expires, so that your shipments don’t stop.
to-do-expires-action-test = Extend it
to-do-expires-action-production = See the steps
# $name: the name of a key, “Web shop”.
to-do-refused-title = Not accepted: { $name }
to-do-refused-text-production = Systems that use it can’t work with Nova Post. Check it at my.novapost.com, or create a new key.
to-do-refused-text-ukraine = Systems that use it can’t work with Nova Poshta. Check it at new.novaposhta.ua, or create a new key.
to-do-refused-text-sandbox = Ask again with the same number, or check it once more.
to-do-refused-action = Open the key
# $name: the name of a key, “Web shop”.
to-do-key-expired-title = Expired: { $name }
to-do-key-expired-text-production = Systems that use it can’t work with Nova Post. Create a new key.
to-do-key-expired-text-ukraine = Systems that use it can’t work with Nova Poshta. Create a new key.
# $name: the name of a key, “Web shop”.
to-do-expiry-passed-title = Works after its expiry date: { $name }
# $day: a date, “27 August 2025”.
to-do-expiry-passed-text = Date here: { $day }. The key has been accepted since then. Correct the date, and you are reminded in time.
to-do-expiry-passed-action = Correct the date
# $name: the name of a key, “Web shop”.
to-do-expiry-unknown-title = Expiry date not known: { $name }
to-do-expiry-unknown-text = Look on the page where you created the key. Enter the date, and you are reminded in time.
to-do-expiry-unknown-action = Enter the date
# $name: the name of a key, “Online shop” or “Test key (…91c0)”.
to-do-unchecked-title = Not checked yet: { $name }
to-do-unchecked-text = The check takes a few seconds and changes nothing.
to-do-unchecked-action = Check the key
# $organization: a name as it was typed, “Hanse Textil GmbH”.
to-do-guide-title-europe = Production key, Europe: { $organization }
to-do-guide-title-europe-unnamed = Production key, Europe
# $organization: a name as it was typed, “Hanse Textil GmbH”.
to-do-guide-title-ukraine = Ukrainian key: { $organization }
to-do-guide-title-ukraine-unnamed = Ukrainian key
# $organization: a name as it was typed, “Hanse Textil GmbH”.
to-do-guide-title-method_1 = Test key on Nova Post’s page: { $organization }
to-do-guide-title-method_1-unnamed = Test key on Nova Post’s page
# $step: the title of a step, “Create the key”. $number: a whole number, 2. $count: a whole number, 3.
to-do-guide-text = Next: { $step }. Step { $number } of { $count }.
# $number: a whole number, 2. $count: a whole number, 3.
to-do-guide-text-waiting = Waiting for Nova Post. Step { $number } of { $count }.
to-do-guide-text-no-answer = Nova Post has not answered for two weeks. Write again, or ask your sales manager there.
# Button: go on with a guide.
to-do-guide-action = Continue
# $name: the kind or the name of a key, “Web shop”.
to-do-replacement-title = Being replaced: { $name }
# $step: the title of the next step, “Check the new key”.
to-do-replacement-text = Next: { $step }
# Button: go on with replacing a key.
to-do-replacement-action = Continue

## Keys

keys-heading = Your keys
keys-lead = Open a key to copy it, check it or get a token.
keys-add = Add a key
keys-waiting = Reading your list of keys
check-all = Check all keys
check-all-go-on = Go on with the others
check-all-running = Checking your keys
# $number: a whole number, 3. $total: a whole number, 40.
check-all-number = Key { $number } of { $total }
# A button.
check-all-cancel = Cancel
check-all-done = All keys are checked
check-all-done-refused = Some keys do not work
check-all-done-partly = Some keys could not be checked
check-all-cancelled = You cancelled the check
check-all-stopped = The check was stopped
# $count: a whole number, 3.
check-all-other-accounts = { $count ->
        [one] According to Nova Post, { $count } key does not belong to the same person as the others. The list marks it “{ key-other-account }”.
       *[other] According to Nova Post, { $count } keys do not belong to the same person as the others. The list marks them “{ key-other-account }”.
    }
check-all-goes-on = Next time, the unchecked keys come first.
# Label of a number of keys, 3.
check-all-works = Works
# Label of a number of keys, 3.
check-all-refused = Not accepted
# Label of a number of keys, 3.
check-all-expired = Expired
# Label of a number of keys, 3.
check-all-unchecked = Not checked
# Label of a number of keys, 3.
check-all-left-out = Left out, because they are no longer in use or not on this computer
# Button that removes the result of the check from the page.
check-all-close = Close
keys-empty-heading = No keys yet
keys-empty-text = Your keys will be listed here, with what they are for and when they expire. Do you have one already? Add it.
# Label of the search field.
keys-search = Search
keys-filter-kind = Kind of key
keys-filter-all-kinds = All kinds
# Label of a list: the state of a key, such as “Active”.
keys-filter-state = Status
# A choice of the filter by status: every status.
keys-filter-all-states = All
# Label of a list of organizations.
keys-filter-organization = Organization
keys-filter-all-organizations = All organizations
keys-filter-to_do = Something to do
# A choice of the filter by status.
keys-filter-active = Active
keys-filter-not_checked = Not checked lately
# A choice of the filter by status.
keys-filter-expired = Expired
keys-filter-refused = Not accepted
# A choice of the filter by status.
keys-filter-deactivated = Deactivated
# A choice of the filter by status.
keys-filter-replaced = Replaced
keys-sort = Sort by
keys-sort-added = Date added
# Sort by the name of the key.
keys-sort-name = Name
keys-sort-expires = Expiry date
keys-sort-last_checked = Last check
keys-sort-created = Date created
# Button beside “Sort by”. It says the present direction.
keys-sort-ascending = Ascending
# Button beside “Sort by”. It says the present direction.
keys-sort-descending = Descending
# Heading of a column: the name of the key.
keys-column-name = Name
# Heading of a column: the organizations of the key.
keys-column-organizations = Organizations
# $total: a whole number, “1,250”.
keys-count = Keys: { $total }
# $found: a whole number, “12”. $total: a whole number, “1,250”.
keys-count-found = Keys found: { $found } of { $total }
keys-none-heading = No key matches
keys-none-text = No key matches your search and filters.
keys-show-all = Show all
# $shown: a whole number, “25”. $found: a whole number, “1,250”.
keys-shown = Shown: { $shown } of { $found }
keys-more = Show more

## Lists and calendar

# Button on the page of keys.
lists-open = Lists and calendar
lists-heading = Lists and calendar
lists-lead = Take what you know about your keys to a spreadsheet or a calendar, or read a list that you keep.
lists-keys = List of your keys
lists-keys-text = Names, organizations, holders, places and notes as you wrote them, and dates. The keys themselves and the phone numbers of test keys are not in it. Excel and LibreOffice open CSV. JSON is for software.
# Heading of a part of a page.
lists-history = History
lists-history-text = What was done with your keys, and when.
# Button. CSV is the name of a file format.
lists-csv = Save as CSV
# Button. JSON is the name of a file format.
lists-json = Save as JSON
lists-calendar = Calendar file
lists-calendar-text = An event on the day when a key expires, with alarms 30 days, 7 days and 1 day before. Import the file into your calendar. After a change, save and import it again: the events are updated.
lists-calendar-save = Save the calendar file
# $file: the name of a file, “Key list 2026-08-27.csv”.
lists-saved = Saved: { $file }
# $folder: the path of a folder, “/home/olena/Downloads”.
lists-saved-folder = Folder: { $folder }
# $count: a whole number, 3.
lists-left-out = { $count ->
        [one] { $count } text was left out because it looks like a key.
       *[other] { $count } texts were left out because they look like keys.
    }
lists-show = Show the file
# Start of a file’s name.
lists-file-keys = Key list
# Start of a file’s name.
lists-file-history = Key history
# Start of a file’s name.
lists-file-calendar = Key calendar
lists-done = What was done with the list
lists-done-text = Files that you saved, and backups that you restored. What happened to a key is on its page.
lists-import = Read a list
lists-import-text = A list that { -app } saved, or one of your own from Excel or LibreOffice, saved as CSV. You see every change before anything is written.
lists-import-columns = Which columns are read
lists-import-columns-text = The first line has the headings. They can be in English or Ukrainian.
lists-import-columns-key = Never put a key itself into a list: { -app } refuses such a file. Add each key on the page “Your keys”.
lists-choose = Choose a file

## A list that was read

list-heading = What this list changes
# $file: the name of a file, “keys.csv”.
list-file = File: { $file }
list-lead = Nothing is written yet.
list-other-file = Choose another file
list-refused-heading = This file can’t be used
# $line: a whole number, 12. $column: the number of a column, 3.
list-problem-holds_key = It has what looks like a whole key. Delete it from the file, and from every copy that you sent. Then choose the file again. Line: { $line }. Column: { $column }.
# $line: a whole number, 12.
list-problem-holds_key-json = It has what looks like a whole key. Delete it from the file, and from every copy that you sent. Then choose the file again. Number of the entry: { $line }.
list-problem-empty = It has no line below its headings.
# $limit: a whole number, 8.
list-problem-too_large = It is too large. The limit in MB: { $limit }
# $limit: a whole number, 20,000.
list-problem-too_many_lines = It has too many lines. The limit: { $limit }.
list-problem-unreadable = It could not be read. It may have been moved or deleted.
list-problem-spreadsheet = It is a workbook. Open it in Excel or LibreOffice, save it as “CSV”, and choose that file.
list-problem-not_text = It is not a list. Choose a file that was saved as CSV or JSON.
list-problem-encoding_unclear = Its letters can be read two ways. Choose the alphabet of the list.
list-problem-no_known_column = None of its headings is known. The first line has to name the columns, for example “Name” and “Environment”.
# $column: the name of a column, “Name”.
list-problem-column_twice = Two columns have the same meaning: { $column }
list-problem-not_our_json = It is not a list of keys that { -app } saved.
list-problem-newer_version = A newer version of { -app } saved it. Update { -app } first.
list-encoding = The alphabet of the list
# Choice of an alphabet.
list-encoding-windows_1251 = Cyrillic
# Choice of an alphabet.
list-encoding-windows_1252 = Latin
list-encoding-guess = The file does not say which alphabet it uses. Check that the names below are right.
list-dates = A date in this list can be read two ways
# $date: a date as it is in the file, “8/7/2026”.
list-dates-text = Say what comes first in: { $date }
# Choice: the day is first in a date.
list-dates-day_first = The day
# Choice: the month is first in a date.
list-dates-month_first = The month
# $columns: headings of columns, “Our number, Colour”.
list-unknown-columns = Columns that are not read: { $columns }
# $count: a whole number, 3.
list-new = { $count ->
        [one] { $count } new key, not on this computer
       *[other] { $count } new keys, not on this computer
    }
list-new-text = The list says that these keys exist. To copy or check one here, add the key itself later.
# $count: a whole number, 3.
list-changed = { $count ->
        [one] { $count } changed key
       *[other] { $count } changed keys
    }
# $count: a whole number, 3.
list-left = { $count ->
        [one] { $count } line differs, and its key stays as it is
       *[other] { $count } lines differ, and their keys stay as they are
    }
# $columns: names of columns, “Status, Expires”.
list-left-columns = Stays as it is here: { $columns }
# What the list says of a new key and the app can’t use. $columns: names of columns, “Replaced by, EDRPOU”.
list-unused-columns = Not used: { $columns }
# $count: a whole number, 3.
list-refused = { $count ->
        [one] { $count } line is not used
       *[other] { $count } lines are not used
    }
# $count: a whole number, 3.
list-unchanged = { $count ->
        [one] { $count } line says what is known already.
       *[other] { $count } lines say what is known already.
    }
# $line: a whole number, 12.
list-line = Line: { $line }
# $count: a whole number, 50.
list-more = Show more: { $count }
# In place of a value: there is none.
list-no-value = (empty)
# Label of a value before a change.
list-was = Before
# Label of a value after a change.
list-will-be = After
list-nothing = This list changes nothing.
# Button.
list-confirm = Write these changes
list-outdated = Your keys have changed meanwhile. This is what the list changes now.
list-done = The changes are written
# $count: a whole number, 3.
list-done-added = Added: { $count }
# $count: a whole number, 3.
list-done-changed = Changed: { $count }
list-done-keys = See your keys
# Name of a column.
list-field-id = ID
# Name of a column.
list-field-name = Name
# Name of a column: Test, Production or Ukraine.
list-field-environment = Environment
list-field-last_four = Last four characters
# Name of a column.
list-field-organizations = Organizations
# Name of a column: the person in whose name the key was created.
list-field-holder = Holder
# Name of a column: the company whose account a Ukrainian key opens.
list-field-account_company = Company at Nova Poshta
# Name of a column: the code of that company in Ukraine’s register.
list-field-company_code = EDRPOU
# Name of a column.
list-field-created = Created
# Name of a column.
list-field-expires = Expires
# Name of a column.
list-field-status = Status
list-field-replaced_by = Replaced by
list-field-last_check = Last check
list-field-last_check_result = Result of the last check
list-field-systems = Used in
list-field-people = Given to
# Name of a column.
list-field-notes = Notes
list-line-no_name = It has no name, no organization and no last four characters.
list-line-environment_missing = It does not say where the key works: Test, Production or Ukraine.
# $text: a text of the file, “Moon”.
list-line-environment_unknown = The environment has to be Test, Production or Ukraine. It is: { $text }
# $text: a text of the file, “perfect”.
list-line-status_unknown = The status is not known: { $text }
# $column: the name of a column, “Expires”. $text: a text of the file, “31.02.2026”.
list-line-date_unreadable = { $column }. This is not a date: { $text }
# $column: the name of a column, “Expires”. $text: a text of the file, “8/7/2026”.
list-line-date_unclear = { $column }. The date can be read two ways: { $text }
# $text: a text of the file, “4E+12”.
list-line-last_four_unreadable = The last four characters are not four characters. A spreadsheet may have changed them. They are: { $text }
# $column: the name of a column, “Notes”. $limit: a whole number, 500.
list-line-too_long = { $column }. The text is too long. The limit in characters: { $limit }
# $column: the name of a column, “Name”.
list-line-several_lines = { $column }. The text has several lines. A quotation mark may be missing.
# $column: the name of a column, “Name”.
list-line-unreadable_text = { $column }. The text has characters that can’t be shown.
# $line: a whole number, 12.
list-line-twice = An earlier line is about the same key. That line: { $line }
list-line-several_keys = Several of your keys match. Add the column ID from a list that { -app } saved.
list-line-environment_differs = Your key with this ID is in another environment.
list-line-last_four_differs = Your key with this ID has other last four characters.

## Replacing a key

replace-heading = Replace this key
replace-lead = Replace a key in four steps, over as many days as you need. The old key counts as replaced only after the new one was checked.
replace-days = { -app } remembers each step. You can close it and go on another day.
replace-start = Start replacing
replace-stepper = Steps of the replacement
replace-new-title = Add the new key
replace-check-title = Check the new key
replace-places-title = Give the new key to each place
replace-mark-title = Mark the old key as replaced
# The words in quotes are labels at my.novapost.com in this language.
replace-new-text-production = Create a new key at my.novapost.com, under “Integrations” and “API Keys”. Do not deactivate the old key yet. Then add the new key here.
# The words in quotes are labels at new.novaposhta.ua.
replace-new-text-ukraine = Create a new key in the business account at new.novaposhta.ua, under “Settings” and “Security”. Do not delete the old key yet. Then add the new key here.
replace-new-text-sandbox = A test key usually does not have to be replaced: Nova Post extends it. Continue only if another person’s test key will replace it. Choose that key below, or add it here.
replace-add-another = Add another key
replace-choose = The new key is in the list already
# Label of a field in which one key is chosen.
replace-choose-label = New key
replace-choose-none = Choose a key
replace-choose-use = Use this key
replace-check-text = Check whether the new key works. An earlier check does not count.
replace-places-text = Give the new key to each system and person in this list. Tick each one when it works with the new key. { -app } ticks a person whose receipt code was right.
replace-places-none = No place is noted for the old key. Add each system and person that uses it.
# Link: starts to give the new key to a person.
replace-person-give = Give the new key
# The same, read aloud. $name: a person’s name, “Oleh Koval”.
replace-person-give-name = Give the new key to: { $name }
# Link: goes on with giving the new key to a person.
replace-person-go_on = Go on giving the new key
# The same, read aloud. $name: a person’s name, “Oleh Koval”.
replace-person-go_on-name = Go on giving the new key to: { $name }
# Link: the new key was given to a person. Checks whether it arrived.
replace-person-arrived = Did the new key arrive?
# The same, read aloud. $name: a person’s name, “Oleh Koval”.
replace-person-arrived-name = Did the new key arrive? { $name }
# $kind: “System” or “Person”. $day: a date, “27 August 2025”.
replace-place-done = { $kind }. Has the new key since: { $day }
replace-tell = For the people in these places
replace-tell-copy = Copy the text for the people in these places
# A text to copy, for those who use the key. $old: the last four characters of a key, “91c0”. $new: those of another, “77aa”.
replace-tell-text =
    Our API key will be replaced.
    Ending of the old key: { $old }
    Ending of the new key: { $new }
    You get the new key separately. Enter it in place of the old one, try it, and tell me when it works.
    Do not use the old key after that. It will be deactivated.
replace-mark-text = When every place has the new key, the old one is no longer needed.
replace-shipment-text = Nova Post can tell when the newest shipment of this account was created. If it is more recent than you expect, somebody may still use the old key. It can also come from another key of the same account.
replace-shipment-ask = Ask for the newest shipment
replace-shipment-asking = Asking Nova Post for the newest shipment
# $day: a date, “27 November 2026”.
replace-shipment-on = Newest shipment of this account: { $day }
replace-shipment-none = No shipments
replace-shipment-date_unknown = There is a shipment, but its date can’t be read
replace-mark-here = The old key stays in your list as “Replaced”, and Home no longer reminds you of it. The places are noted at the new key.
replace-mark-store = Both keys stay there. You can still copy the old one.
replace-mark-there = Nothing changes. Anyone who has the old key can use it until you deactivate it there.
# $count: a whole number, 3.
replace-mark-left = Go on without them. Places without the new key: { $count }
replace-mark-left-text = These places stop working when you deactivate the old key.
replace-mark-sure = Mark as replaced
replace-done = The old key is replaced
# $old: the last four characters of a key, “91c0”. $new: those of another, “77aa”.
replace-done-text = Ending of the old key: { $old }. Ending of the new key: { $new }
replace-done-next = Now deactivate the old key where it was created. After that you can delete it from your list.
replace-open-new = Open the new key
replace-open-old = Open the old key
replace-back = Back to the replacement
replace-not-chosen = The key is saved, but it is not the new key of the replacement
replace-not-chosen-text = Go back to the replacement and choose it in the list.
replace-refused-old_retired = The old key is already marked as deactivated or replaced. There is nothing to replace.
replace-refused-same_key = This is the old key. Choose another one.
replace-refused-other_environment = The new key is of another kind than the old one. Choose or add a key of the same kind.
replace-refused-new_retired = This key is marked as deactivated or replaced. Choose another one.
replace-refused-no_new_key = There is no new key yet. Add it first.
replace-refused-not_checked = The new key was not accepted since you chose it, or it has expired. Check it first.
replace-refused-places_left = Some places do not have the new key yet. Tick them, or say that you want to go on without them.
replace-cancel = Cancel the replacement
replace-cancel-heading = Cancel the replacement?
replace-cancel-keep = Keep it
replace-cancel-lost = { -app } forgets which places have the new key.
replace-cancel-stays = Both keys stay in your list as they are.
# $step: the title of the next step, “Check the new key”.
replace-entry-next = You have started to replace this key. Next: { $step }
replace-entry-start = Replace this key
# Button: go on with replacing a key.
replace-entry-continue = Continue
replace-entry-done = Another key has replaced this one.
replace-extend = Extend this key
replace-extend-text = Ask Nova Post with the same number again. You see the old and the new expiry date, and whether it is still the same key. If the key expired more than 90 days ago, Nova Post sends a new key. Then the places above need the new one.
replace-extend-action = Ask again

## Handing a key over

hand-over-heading = Give this key to your developer
# Button: starts to hand a key over.
hand-over-open = Give it to your developer
hand-over-not-unsaved = This key is not saved yet. Save it first.
hand-over-not-not_here = This key is not on this computer, so you can’t give it from here. Add it first.
hand-over-not-retired = This key is no longer in use. Give your developer the one that is.
hand-over-not-expired = This key has expired. Extend or replace it first, then you can give it.
hand-over-gone = This is no longer in the list. Begin again on the page of the key.
hand-over-steps = Steps of giving the key
# Step, at most 18 characters: who gets the key.
hand-over-step-who = Who gets it
# Step, at most 18 characters: what the developer needs to know besides the key.
hand-over-step-sheet = What they need
# Step, at most 18 characters: giving the key itself.
hand-over-step-key = The key itself
# Step, at most 18 characters.
hand-over-step-receipt = Did it arrive?
# Button: leaves the steps, which can be continued later.
hand-over-later = Later
hand-over-later-text = You can close this page. The key’s page keeps the question “{ hand-over-did-arrive }”.

# Heading: who gets the key.
hand-over-who-heading = Who gets it?
hand-over-who-lead = First you send what your developer needs to know, then the key itself. Nobody else can read the key on the way, and you learn whether it arrived.
hand-over-name = Name of your developer
hand-over-name-hint = It is kept with the key, so that you know whom to tell when the key changes.
hand-over-name-missing = Enter the name of your developer
# Before names that were entered earlier, each a button.
hand-over-names = Used before:
hand-over-receiver = Which system needs the key?
hand-over-receiver-hint = If you don’t know, ask your developer, or leave the first one.
hand-over-receiver-own_code = Your company’s own software
hand-over-receiver-own_code_ukraine = Your company’s own software, for Ukraine
hand-over-receiver-sdk = Nova Post’s SDK for PHP or TypeScript
hand-over-receiver-magento = Magento 2
# Name of a shop system.
hand-over-receiver-shopify = Shopify
# Name of a shop system.
hand-over-receiver-woocommerce = WooCommerce
# Name of a shop system.
hand-over-receiver-opencart = OpenCart
# Name of a program with which developers try an API.
hand-over-receiver-postman = Postman
hand-over-receiver-other = Another system
# $systems: names of systems, “Shopify”.
hand-over-left-out-sandbox = Only for production keys, so not in this list: { $systems }
hand-over-left-out-ukraine = Systems for Nova Post in Europe are not in this list: they don’t work with a Ukrainian key.

hand-over-sheet-heading = What your developer needs to know
hand-over-sheet-lead = Send this text by email or chat. The key is not in it.
# $system: the name of a system, “Magento 2”.
hand-over-facts = What else it asks for: { $system }
hand-over-facts-text = Besides the key, your developer enters this too. Leave empty what you don’t know. { -app } asks only once, and fills it in the next time.
hand-over-facts-change = Change what is filled in
# Button, read aloud: copies the text for the developer.
hand-over-sheet-copy = Copy the text for your developer
hand-over-sheet-save = Save as text
hand-over-sheet-save-pdf = Save as PDF
# Start of a file’s name.
hand-over-sheet-file-name = Sheet for Nova Post
# $name: a person’s name as it was typed, “Olena Koval”.
hand-over-sheet-name = Text for { $name }
hand-over-files = Files for your developer
hand-over-files-text = Ready files with the names and addresses of this system. The key is in none of them. Your developer enters it.
# Start of a file’s name.
hand-over-file-name = Nova Post
# Button: saves a file. “.env.example” is its name.
hand-over-file-env_example = Save .env.example
# Button: saves a file. “.env” is its name.
hand-over-file-env = Save .env
# Button: saves a file for Postman, a program.
hand-over-file-postman_environment = Save for Postman
# Button: saves files for Bruno, a program.
hand-over-file-bruno = Save for Bruno
# Button: saves files for the HTTP clients of editors. “.http” is the ending of their names.
hand-over-file-http_file = Save .http files
# Button: saves a file for curl, a program.
hand-over-file-curl_config = Save for curl
hand-over-not-made = This system has no use for this file.
# $field: the label of a field, “Company name”.
hand-over-not-made-unsupported_text = A text has a sign that this file can’t have, such as a line break. Correct it on the page before: { $field }
# $month: a month, “November 2026”.
hand-over-checked = What this system asks for was last compared with its documentation in: { $month }

# Label in the sheet: the place for the key.
hand-over-field-api_key = API key
# Label in the sheet: the address of the API.
hand-over-field-base_url = Base URL
# Label in the sheet: test environment or production.
hand-over-field-environment = Environment
hand-over-field-company_name = Company name
hand-over-field-tax_code = Tax code of the company
hand-over-field-payer_contract = Contract number of the payer
hand-over-field-sender_name = Sender’s name
hand-over-field-sender_phone = Sender’s phone number
hand-over-field-sender_email = Sender’s email
hand-over-field-sender_country = Country you send from
hand-over-field-sender_city = City you send from
hand-over-field-sender_division = Nova Post branch you send from
hand-over-field-sender_address = Address you send from

# First line of the sheet. $name: a person’s name as it was typed, “Olena Koval”.
hand-over-sheet-for = Nova Post API key for: { $name }
# Heading in the sheet, over the system, the environment and the address.
hand-over-sheet-about = About the key
# Label in the sheet: the shop system or other software that gets the key, “Magento 2”.
hand-over-sheet-system = System
# For a developer: the environment of Nova Post’s API.
hand-over-sheet-environment-sandbox = sandbox (test environment)
# For a developer: the environment of Nova Post’s API. Also written in English.
hand-over-sheet-environment-production = production
hand-over-sheet-environment-ukraine = Ukraine (Nova Poshta API 2.0)
# Label in the sheet: the last four characters of the key, “91c0”.
hand-over-sheet-ending = The key ends in
# Label in the sheet: a date, “27 August 2025”.
hand-over-sheet-expires = The key expires
hand-over-sheet-separate = The key is not in this text. It comes separately.
hand-over-sheet-fields = What to enter:
# In the sheet, in place of the key.
hand-over-sheet-placeholder-key = <the key>
# In the sheet, in place of a text that was not entered.
hand-over-sheet-placeholder = <not known yet, ask>
# Part of the sheet, for a developer. $address: a base URL, “https://api.novapost.com/v.1.0/”.
hand-over-sheet-token =
    How to use the key:
    1. Get a token: GET { $address }clients/authorization?apiKey=<the key>. The answer is JSON, and the token is its member jwt.
    2. Send the token with every request as the header Authorization: <jwt>. The token alone, without “Bearer”.
    3. A token works for about an hour. Get a new one before it ends, and do not store it. A 401 after an hour usually means that the token has ended, not the key.
    4. To try it: GET { $address }dictionary/currencies?limit=1
hand-over-sheet-use-ukraine =
    How to use the key:
    Send it with every request, as the member apiKey of the JSON. You don’t need a token.
hand-over-sheet-care =
    How to keep it safe:
    - Keep the key on the server. Do not put it into a browser bundle: no variable whose name starts with NEXT_PUBLIC_ or VITE_.
    - Keep it out of code, logs and chats. In the request for a token it is part of the address, which servers and proxies may log.
# Part of the sheet, for a developer. $word: a word made for this key and person, “dubikola”.
hand-over-sheet-receipt =
    Did the key arrive?
    Run one of these lines. It asks for the key and prints eight characters. Send them to me: they show that the key arrived complete, and do not give it away.
    Word: { $word }
# In the sheet as PDF, above the lines to run.
hand-over-sheet-receipt-pdf = In this PDF, a long line takes up several. Before you run it, put its parts into one line with a space between them.
# A line at the start of a file. $about: the name of an environment, “production”. $lastFour: the last four characters of a key, “91c0”.
hand-over-file-comment = Nova Post API, { $about }. The key ends in: { $lastFour }

# $name: a person’s name as it was typed, “Olena Koval”.
hand-over-key-heading = Give the key itself to: { $name }
hand-over-key-lead = Each of these ways is safe. Choose the one that suits you both.
hand-over-way = How do you give it?
hand-over-way-sealed = Sealed for your developer alone
hand-over-way-sealed-text = For an email. Your developer sends you a public key, and only they can open what you send back.
hand-over-way-passphrase = Sealed with a passphrase
hand-over-way-passphrase-text = For an email, if your developer has no public key. You tell the passphrase by phone.
hand-over-way-in_person = In person
hand-over-way-in_person-text = If your developer is with you at this computer. You paste the key together.
hand-over-public-key = Your developer’s public key
hand-over-public-key-hint = One line that starts with “age1”, “ssh-ed25519” or “ssh-rsa”. It is no secret.
# $fingerprint: the end of a public key or its fingerprint, “age1…mcac8p”.
hand-over-public-key-age = Recognized: a key of age, { $fingerprint }.
# $fingerprint: the fingerprint of a public key, “SHA256:Yx0”.
hand-over-public-key-ssh_ed25519 = Recognized: an SSH key, { $fingerprint }.
# $fingerprint: the fingerprint of a public key, “SHA256:Yx0”.
hand-over-public-key-ssh_rsa = Recognized: an SSH key (RSA), { $fingerprint }.
# $name: a person’s name as it was typed, “Olena Koval”.
hand-over-public-key-remembered = It is from last time. Ask whether it is still theirs: { $name }
hand-over-public-key-open = Take it from a file
hand-over-public-key-problem-unreadable = This file can’t be read. Choose it again, or paste the line.
hand-over-public-key-problem-empty = Paste the public key of your developer
hand-over-public-key-problem-too_long = This is too long for a public key. Paste only the line with the key.
hand-over-public-key-problem-private_key = This is a private key, which nobody but its owner may have. Delete it wherever you got it, and ask your developer to make a new pair and to send you the public key of it.
hand-over-public-key-problem-several = These are several keys. Paste only one.
# $name: the kind of a public key, “ecdsa-sha2-nistp256”.
hand-over-public-key-problem-other_kind = { -app } can’t seal to a key of this kind: { $name }. Ask for one that starts with “age1” or “ssh-ed25519”.
hand-over-public-key-problem-damaged = This key is cut off or has a mistake in it. Copy the whole line again.
# $bits: the length of a key, 1024.
hand-over-public-key-problem-rsa_too_short = This RSA key is too short to be safe. Its length in bits: { $bits }. Ask for one that starts with “age1” or “ssh-ed25519”.
hand-over-public-key-problem-rsa_too_long = This RSA key is longer than { -app } supports. Ask for one that starts with “age1” or “ssh-ed25519”.
hand-over-public-key-problem-not_a_key = This is no public key. It starts with “age1”, “ssh-ed25519” or “ssh-rsa”.
hand-over-seal = Seal the key
hand-over-ask = You have no public key from your developer?
hand-over-ask-heading = Ask your developer for it
hand-over-ask-copy = Copy the text that asks for a public key
# A text to copy, from an office manager to a developer.
hand-over-ask-text =
    I want to send you our Nova Post API key so that only you can open it. For this I need your public key: one line, which is no secret.

    If you use SSH, send me the line in ~/.ssh/id_ed25519.pub or ~/.ssh/id_rsa.pub.
    If not, make a pair of keys with one of these:
    age-keygen -o key.txt (prints the line that starts with age1)
    ssh-keygen -t ed25519 (the line is in the file that ends in .pub)

    Never send the private key: key.txt, or the file without .pub.
hand-over-passphrase-text = { -app } makes a passphrase and shows it in a separate window. Call your developer and read it out. Don’t write it into an email or a chat.
hand-over-passphrase-seal = Seal the key and show the passphrase
hand-over-passphrase-again = Seal the key again
hand-over-passphrase-again-text = Did you close that window too early? Seal the key again. You get a new text and a new passphrase. The old passphrase opens only the old text.
hand-over-sealed = The key is sealed
# $name: a person’s name as it was typed, “Olena Koval”. $fingerprint: the end of a public key or its fingerprint, “age1…mcac8p”.
hand-over-sealed-only = The text below can go into an email. Only the owner of this public key can open it: { $name }, { $fingerprint }
hand-over-sealed-passphrase = The text below can go into an email. Only somebody with the passphrase can open it.
hand-over-sealed-heading = Text with the sealed key
hand-over-sealed-copy = Copy the text with the sealed key
hand-over-sealed-save = Save as a file
# Start of a file’s name.
hand-over-sealed-file-name = Sealed Nova Post key
# A text to copy, for a developer. $lastFour: the last four characters of a key, “91c0”. $fingerprint: the end of a public key or its fingerprint, “age1…mcac8p”.
hand-over-sealed-email =
    Our Nova Post API key, sealed for your public key. The key ends in: { $lastFour }
    Your public key: { $fingerprint }
    Save the lines from BEGIN to END, both included, as key.txt.age. Then open it with your private key:
    age --decrypt --identity <file with your private key> key.txt.age
# A text to copy, for a developer. $lastFour: the last four characters of a key, “91c0”.
hand-over-sealed-email-passphrase =
    Our Nova Post API key, sealed with a passphrase that I tell you by phone. The key ends in: { $lastFour }
    Save the lines from BEGIN to END, both included, as key.txt.age. Then open it:
    age --decrypt key.txt.age
hand-over-person-1 = Your developer opens the system at this computer, on the page where the key belongs.
hand-over-person-2 = Press “{ key-copy }”.
hand-over-person-3 = Paste it there at once. The copy is cleared after a short time.
hand-over-person-given = I have given it
hand-over-value-file = A file with the key in it
hand-over-value-file-text = Anyone who opens such a file has the key. Use it only on a computer of your developer, for example from a USB stick. Don’t send it, and delete it when the key has arrived.
hand-over-cloud-heading = Save the key in a folder that is copied to the internet?
# $service: the name of a service, “OneDrive”.
hand-over-cloud-service = A service copies this folder to its computers: { $service }
hand-over-cloud-text = The key would be there too, and on each of your computers. Sealing the key is safer.
hand-over-cloud-sure = Save it there
# $fingerprint: the end of a public key or its fingerprint, “age1…mcac8p”.
hand-over-given-sealed = Sealed for this public key: { $fingerprint }
hand-over-given-passphrase = Sealed with a passphrase
# $file: the name of a button that saves a file, “Save .env”.
hand-over-given-file_with_value = In a file that is not sealed: { $file }
hand-over-given-in_person = Given in person
hand-over-given-none = The key is not given yet
hand-over-given-before = You can give it again, for example if the text got lost. Or continue.

hand-over-receipt-heading = Did it arrive?
hand-over-receipt-lead = Ask your developer for the eight characters that one line on their computer prints. They show that the key arrived complete. The line is in the text that you have sent.
hand-over-receipt-no = You have not got the characters yet?
hand-over-receipt-ask = Ask your developer for them
hand-over-receipt-ask-copy = Copy the text that asks for the eight characters
hand-over-code = The eight characters
hand-over-code-hint = Digits and the letters a to f. Spaces and capital letters don’t matter.
hand-over-code-problem = These are not eight characters of 0 to 9 and a to f. Look at what your developer has sent.
# Button: checks eight characters that were typed.
hand-over-check = Check
hand-over-result-complete = It arrived, complete
# $name: a person’s name as it was typed, “Olena Koval”. $lastFour: the last four characters of a key, “91c0”.
hand-over-result-complete-text = It is the key that ends in { $lastFour }. Who has it: { $name }
# $day: a date, “27 August 2025”.
hand-over-result-on = Checked: { $day }
hand-over-result-other_key = It is another of your keys
# $name: a person’s name as it was typed, “Olena Koval”. $lastFour: the last four characters of a key, “91c0”.
hand-over-result-other_key-text = It is the key that ends in { $lastFour }. Who has it: { $name }. Open that key to see whether it is the right one for them. If not, give this one again.
hand-over-result-other_key-open = Open that key
hand-over-result-unknown = These characters fit none of your keys
hand-over-result-unknown-text = Check with your developer:
hand-over-result-unknown-typed = Are the characters typed as they were sent?
hand-over-result-unknown-whole = Did they enter the whole key, without a space or a line break?
# $word: a word made for this key and person, “dubikola”.
hand-over-result-unknown-word = Was the line from this sheet, with this word: { $word }
hand-over-result-unknown-again = If all of it is right, the key did not arrive complete. Go back and give it again.

hand-over-list = Who got this key
# Link: leads to the page where the receipt is checked.
hand-over-did-arrive = Did it arrive?
# Read aloud in place of “Did it arrive?”. $name: a person’s name as it was typed, “Olena Koval”.
hand-over-did-arrive-name = Did it arrive? { $name }
# Read aloud in place of “Continue”. $name: a person’s name as it was typed, “Olena Koval”.
hand-over-go-on-name = Continue: { $name }
hand-over-receipt-open = Not known yet whether it arrived
# $day: a date, “27 August 2025”.
hand-over-receipt-complete = Arrived complete. Checked: { $day }
# $day: a date, “27 August 2025”.
hand-over-receipt-other_key = Another of your keys arrived. Checked: { $day }
# $day: a date, “27 August 2025”.
hand-over-receipt-unknown = The characters fitted none of your keys. Checked: { $day }

## Looking for keys on this computer

# Heading of a page, and the link to it.
key-search-heading = Look for your keys in files
key-search-lead = { -app } reads the files in the folders that you choose and says which of them contain one of your keys.
key-search-promise = Nothing is changed, sent or stored. The result shows where a key is, never the key.
key-search-folders = Where to look
key-search-folders-waiting = Looking for your folders
key-search-folders-missing = Choose at least one folder
# A folder of the person, as their system calls it.
key-search-folder-documents = Documents
# A folder of the person, as their system calls it.
key-search-folder-downloads = Downloads
# A folder of the person, as their system calls it.
key-search-folder-desktop = Desktop
# The folder with all folders of the person.
key-search-folder-home = All your folders
# A button that opens the system’s dialog.
key-search-choose = Add another folder…
# A button that starts the search.
key-search-start = Look for keys
key-search-limits = What is found, and what is not
key-search-finds = These are found:
key-search-finds-text = Keys in files of any kind, also in hidden ones.
key-search-finds-office = Keys inside Word and Excel documents (docx, xlsx) and zip files, and in a zip file inside another one.
key-search-finds-email = Keys in emails that a mail program keeps as files, if they are not encrypted or packed.
key-search-finds-name = Keys in the names of files and folders.
key-search-finds-not = These are not found:
key-search-finds-not-changed = Keys in another form, for example encrypted, in capital letters or in two parts.
key-search-finds-not-picture = Keys in pictures, scans and most PDF files.
key-search-finds-not-packed = Keys in other archives (7z, rar, gz) and in zip files with a password.
key-search-finds-not-split = Keys that are not in your list, or whose secret is not on this computer.
key-search-finds-not-app = The data of { -app } itself and your password store, which are left out. Other computers, phones and online services.
key-search-running = Looking for your keys
# $files: a number, 12,481. $size: an amount with its unit, 3.4 GB.
key-search-so-far = Files: { $files }. Read: { $size }
# A button.
key-search-cancel = Cancel
key-search-leave = You can open other pages meanwhile.
key-search-nothing = None of your keys was found
# $count: a whole number, 3.
key-search-found = { $count ->
        [one] A key was found in one place
       *[other] Keys were found in { $count } places
    }
key-search-cancelled = You cancelled the search. Nothing was found until then.
key-search-cancelled-text = You cancelled the search. There may be more.
key-search-no-keys = There is no key to look for: { -app } has none on this computer
# Label of a number of keys, 3.
key-search-keys = Keys looked for
# Label of a number of keys, 3.
key-search-left-out = Keys left out, because they are not on this computer
# Label of a number of files, 12,481.
key-search-files = Files
# Label of an amount with its unit, 3.4 GB.
key-search-size = Read
key-search-places = Where your keys are
# $line: a number, 1,204.
key-search-at-line = Line: { $line }
# Where a key is in a file that is not text. $position: a number, 48,211.
key-search-at-byte = Position in the file: { $position }
# The part of a document or zip file. $name: word/document.xml.
key-search-at-inside = Inside: { $name }
key-search-at-name = In the name
# $name: the name of a key, “Web shop” or “Test key”. $last: the last four characters of the key, 4bf2.
key-search-key = Key: { $name }, …{ $last }
# In place of the name of a key.
key-search-key-gone = no longer in the list
key-search-form-utf16 = Written as UTF-16
key-search-form-base64 = Written as Base64, for example in an email
# $count: a whole number, 3.
key-search-more-in-file = { $count ->
        [one] It is in this file once more.
       *[other] It is in this file { $count } more times.
    }
# $count: a whole number, 300.
key-search-more = { $count ->
        [one] One more place is not shown.
       *[other] { $count } more places are not shown.
    }
# A button beside a file.
key-search-show = Show in its folder
# The same for screen readers. $name: the name of a file, .env.
key-search-show-name = Show { $name } in its folder
# A button beside a file.
key-search-open-key = Open the key
key-search-what-now = What to do now
key-search-now-delete = Does nobody need the file? Delete it, and empty the recycle bin. If the file is needed, remove the key from it. Software that works with the key may need its file: ask your developer.
key-search-now-copies = Think of copies: backups, synchronized folders, sent emails.
key-search-now-seen = Could somebody have read it who should not have the key? Open the key and replace it.
# $count: a whole number, 3.
key-search-unreadable = { $count ->
        [one] One file or folder could not be read
       *[other] { $count } files and folders could not be read
    }
key-search-unreadable-text = You have no permission to open them, or another program uses them.
# $count: a whole number, 3.
key-search-incomplete = { $count ->
        [one] One zip file or document could not be searched completely
       *[other] { $count } zip files and documents could not be searched completely
    }
key-search-incomplete-text = They have a password, are damaged, are packed in an unusual way, or are very large when unpacked.
# $count: a whole number, 3.
key-search-online = { $count ->
        [one] One file is not on this computer
       *[other] { $count } files are not on this computer
    }
key-search-online-text = They are in an online service such as OneDrive or iCloud and would have to be downloaded first.
# $count: a whole number, 3.
key-search-and-others = { $count ->
        [one] And one other.
       *[other] And { $count } others.
    }
# A button that leads back to the choice of folders.
key-search-new = Search again

## The yearly review

review-heading = Yearly review
review-open = Yearly review
review-lead = Once a year, go through your keys: are they still needed, and who has them? It takes about a minute for each key.
review-waiting = Getting your keys
review-none-heading = No keys to review
review-none-text = A review goes through the keys that are in use.
# $day: a date, “27 August 2025”.
review-last = Last review: { $day }.
review-never = You have not reviewed your keys yet.
# $day: a date, “27 August 2026”.
review-due-from = The next one is due from: { $day }.
review-due-now = It is time for the next one.
review-part-keys = You answer a few questions about each key.
review-part-account = You compare the keys in Europe with Nova Post’s list.
review-part-sign = You sign the review and save a report for your files. It has no keys in it.
review-start = Start the review
review-earlier = Earlier reviews
# $count: a whole number, 3.
review-keys = { $count ->
        [one] { $count } key
       *[other] { $count } keys
    }
review-left = Still to do after the last review
# $done, $count: whole numbers. $done: 2. $count: 5.
review-progress = { $done } of { $count } keys reviewed
# $day: a date, “27 August 2025”.
review-check-works = Worked when it was checked. Checked: { $day }
# $day: a date, “27 August 2025”.
review-check-refused = Not accepted when it was checked. Checked: { $day }
# $day: a date, “27 August 2025”.
review-check-expired = Had expired when it was checked. Checked: { $day }
review-check-none = Not checked yet
review-need = Does anybody still need this key?
# Answer.
review-need-needed = Yes
# Answer.
review-need-not_needed = No
review-need-unsure = I have to ask
review-need-missing = Choose an answer, or press “{ review-skip }”
review-people = Should all these people still have it?
# Answer.
review-people-all_stay = Yes
# Answer.
review-people-somebody_left = No
review-people-unsure = I have to ask
review-organizations = Is it for the right organizations?
# Answer.
review-organizations-right = Yes
# Answer.
review-organizations-wrong = No
review-organizations-unsure = I have to ask
review-facts-people = Who has it
review-facts-nobody = The app knows nobody
# Label: the software that uses a key.
review-facts-systems = Used in
# Label: the organizations that a key was created for.
review-facts-organizations = For
# Label of a date.
review-facts-created = Created
# Label of a date.
review-facts-expires = Expires
review-facts-check = Last check
# $person: a name, “Oleh Koval”. $receiver: a system, “Shopify”. $day: a date, “27 August 2025”.
review-person-given = { $person }: { $receiver }. Given: { $day }
# The same, and the receipt code was right. $person: a name, “Oleh Koval”. $receiver: a system, “Shopify”. $day: a date,
# “27 August 2025”.
review-person-arrived = { $person }: { $receiver }. Given: { $day }. Arrived complete
# Button: this key is shown again at the end.
review-skip = Not now
review-open-key = Open this key
review-discard = Stop this review
review-discard-heading = Stop this review?
review-discard-text = Your answers are deleted. What you have done with the keys stays.
review-discard-yes = Delete the answers
review-discard-no = Go on with the review
review-portal-heading = Compare with Nova Post’s list
review-portal-lead = The app can’t read Nova Post’s list. Sign in at my.novapost.com, open Integrations, API Keys, and look for each key.
# $name: the name of a key, “Web shop”. $lastFour: its last four characters.
review-portal-key = { $name }, ending in { $lastFour }
review-portal-in = In the list
review-portal-not-in = Not in the list
review-portal-others = Does that list show a key that is not here?
# Answer.
review-portal-no_others = No
# Answer.
review-portal-others-yes = Yes
review-portal-add = Add that key
review-portal-add-text = If it is deactivated, you can leave it. If it is active and you have it, add it here. If nobody has it, deactivate it there.
review-webhooks-heading = Who gets news of your parcels?
review-webhooks-lead = Nova Post can send news of your parcels to addresses by itself. Your developer calls them webhooks. Look whether you know all of them.
review-webhooks-show = Show the addresses
review-webhooks-asking = Asking Nova Post for the addresses
review-webhooks-none = This account has no such addresses.
review-webhooks-more = There are more. Your developer can list them all.
review-webhook-unreadable = An address that can’t be read
# State of an address.
review-webhook-on = Switched on
# State of an address.
review-webhook-off = Switched off
review-webhooks-question = Do you know all these addresses?
# Answer.
review-webhooks-all_known = Yes
# Answer.
review-webhooks-some_unknown = No
review-webhooks-unknown = Ask your developer about them. If nobody knows an address, somebody else may have your key: replace the key.
review-sign-heading = Sign the review
review-sign-lead = Your name and today’s date go into the report.
# $count: a whole number, 3.
review-sign-left = { $count ->
        [one] You have not reviewed { $count } key. The report will say so.
       *[other] You have not reviewed { $count } keys. The report will say so.
    }
review-sign-keys = Review them now
review-to-do = What to do now
review-to-do-text = This follows from your answers. You can do it now, or after you have signed.
review-nothing = Nothing to do follows from your answers.
review-name = Your name
review-name-hint = First and last name
review-name-missing = Enter your name
# Button, a verb.
review-sign = Sign
review-done-heading = The review is signed
review-done-text = The app reminds you of the next one in a year.
review-report-save = Save the report
# Read aloud in place of “Save the report”. $day: a date, “27 August 2025”.
review-report-save-of = Save the report. Signed: { $day }
review-do-deactivate-sandbox = Nobody needs it. Nova Post does not say how to deactivate a test key. Mark it as deactivated here, so that you don’t use it.
review-do-deactivate-production = Nobody needs it. Deactivate it at my.novapost.com, Integrations, API Keys. Then mark it here.
review-do-deactivate-ukraine = Nobody needs it. Delete it at new.novaposhta.ua, Settings, Security, if that is possible there. Then mark it here.
review-do-replace-sandbox = Somebody has it who should not. Nova Post does not say how to withdraw a test key. Ask its service desk: servicedesk@novapost.com.
review-do-replace-production = Somebody has it who should not. Replace it: only a new key keeps them out.
review-do-replace-ukraine = Somebody has it who should not. Replace it: only a new key keeps them out.
review-do-organizations = If the list here is wrong, correct it. If the key itself is for the wrong organizations, replace it.
review-do-not_in_portal = Nova Post’s list does not have it. You may be signed in with another account. Look there again.
review-do-ask = Ask the people who use it, and note what they say.
review-ask-copy = Copy a text that asks them
# An email to a developer. $lastFour: the last four characters of a key.
review-ask-text =
    Hello,

    I am reviewing our API keys. One of them ends in { $lastFour }.

    Do you still use it? In which system? Who else has it?

    Do not send me the key itself.
# Title of a document.
review-report-title = Review of API keys
# The start of a file name: “Key review 2026-11-30.pdf”.
review-report-file-name = Key review
review-report-about = The review
# Label of a date.
review-report-started = Started
# Label of a date.
review-report-signed = Signed
# Label of a name.
review-report-by = Signed by
# Label of a number.
review-report-keys = Keys
review-report-note = Made with { -app } on the computer of the person who signed. It has the last four characters of each key and no key. Dates are those of the day on which the person answered.
review-report-account = The account
review-report-others = Nova Post’s list has a key that is not in this report
review-report-webhooks = All webhook addresses are known
review-report-need = Still needed
review-report-people = All of them should still have it
review-report-right = The organizations are right
review-report-not-answered = Not answered
# $name: the name of a key, “Web shop”. $lastFour: its last four characters.
review-report-key = { $name }, ending in { $lastFour }
# Label: test, production or Ukrainian.
review-report-kind = Kind
review-report-not-reviewed = Not reviewed
review-report-portal = Nova Post’s list
# In place of a name that may be a phone number.
review-report-left-out = (left out: it may be a phone number)
review-report-to-do = To do
review-report-deactivate = Deactivate it
review-report-replace = Replace it
review-report-organizations = Correct the organizations
review-report-not_in_portal = Find out why Nova Post’s list does not have it
review-report-ask = Ask the people who use it
to-do-review-title = Time for the yearly review
to-do-review-title-open = Your review is not signed yet
to-do-review-text = Your first key has been here for a year. See whether all keys are still needed, and who has them.
# $day: a date, “27 August 2025”.
to-do-review-text-last = Last review: { $day }. See whether all keys are still needed, and who has them.
# $day: a date, “27 August 2025”.
to-do-review-text-open = Started: { $day }
to-do-review-action = Review your keys
history-review_signed = Review of all keys signed
help-fact-review-question = How do I see who has our keys?
help-fact-review-answer = Do the yearly review. It goes through all keys and the people who have them, and makes a report for your files.

## A key that others may have seen

# Heading of a page and of a part of a page.
leak-heading = Somebody may have seen this key
leak-lead = This happens. { -app } shows what to do, step by step, and remembers how far you are.
leak-cause = What happened?
leak-cause-hint = If several fit, choose the one where the most people could see the key.
leak-cause-missing = Choose what happened
leak-cause-message = It was sent by email or chat
leak-cause-screen = It was on a screen, in a picture or in a video
leak-cause-person_left = Somebody who had it has left
leak-cause-device_lost = A computer or phone with it is lost
leak-cause-public = It was in a public place, such as a web page or a code repository
# Button: opens the case, and shows the steps.
leak-report = Show what to do
# Heading above cases that are closed.
leak-earlier = Earlier cases
# $cause: from “leak-cause-…”, “It was sent by email or chat”. The others are dates.
# $from: “27 August 2026”. $to: “30 August 2026”.
leak-earlier-line = { $cause }. From: { $from }. Closed: { $to }
# $cause: from “leak-cause-…”, “It was sent by email or chat”. $day: a date, “27 August 2026”.
leak-since = { $cause }. Reported: { $day }
leak-change-cause = Change what happened
# Button: saves what happened.
leak-change-save = Save
leak-stepper = Steps to take
leak-run-lead-production = Anyone who has the key can act in your company’s name. That ends when the key is replaced and then deactivated at Nova Post.
leak-run-lead-sandbox = A test key works only in the test environment, where nothing is real. Take the steps all the same, because others can use it there in your name.
leak-run-lead-ukraine = Anyone who has the key can act in your company’s name. That ends when the key is replaced and then deactivated at Nova Poshta.
# $month: a month, “November 2026”.
leak-checked = These steps were last compared with Nova Post’s pages in: { $month }
# $step: the title of a step, “Replace the key”.
leak-next = Next: { $step }
leak-all-done = All steps are done. You can close the case.
leak-entry-text = If the key was sent, shown or lost, { -app } tells you what to do.
leak-entry-open = See what to do
# Button: go on with the steps.
leak-entry-continue = Continue
# $name: what the person calls a key, “Online shop”.
leak-to-do-title = Others may have seen a key: { $name }
leak-close = Close the case
leak-close-heading = Close the case?
leak-close-keep = Keep it open
# $count: a whole number, 2.
leak-close-left = Steps that are not done: { $count }
leak-close-text = Home then no longer reminds you. The case stays in the history of the key.
leak-closed = The case is closed
# $day: a date, “27 August 2026”.
leak-closed-text = It is noted in the history of the key. Closed: { $day }
# $count: a whole number, 2.
leak-closed-left = Steps that were not done: { $count }
# A line of the history. $cause: from “leak-cause-…”, “It was sent by email or chat”.
leak-history-reported = Others may have seen it: { $cause }
leak-history-closed = Case closed: others may have seen it
# Button, read aloud. $heading: for whom a text is, “For those who got the message”.
leak-copy = Copy the text: { $heading }
# Heading of a text to copy. $address: “servicedesk@novapost.com”.
leak-write-service_desk = For Nova Post’s service desk, { $address }
leak-write-nova_poshta = For Nova Poshta, to the contact in your contract
leak-replace-continue = Continue replacing

# Before a link: “Look for your keys in files”.
leak-search = Copies may also be on this computer.
leak-take_back-message-title = Take the message back
leak-take_back-message-text = Fewer copies are safer. The message may have been read or saved all the same, so go on with the other steps.
leak-take_back-message-action-1 = Delete the message for everyone, if your chat or mail program can do that.
leak-take_back-message-action-2 = Delete it in your own “Sent” folder and in the bin.
leak-take_back-message-action-3 = Ask those who got it to delete it.
leak-take_back-message-for = For those who got the message
# A text to copy. $lastFour: the last four characters of a key, “91c0”.
leak-take_back-message-write =
    A message that you got has an API key of our company in it.
    Ending of the key: { $lastFour }
    Delete the message, also from the bin, and do not forward it.
    We take all other steps, so there is nothing else for you to do. Tell me when it is deleted, or if somebody else has it too.
leak-take_back-screen-title = Remove pictures and recordings
leak-take_back-screen-text = Fewer copies are safer. Somebody may have noted the key all the same, so go on with the other steps.
leak-take_back-screen-action-1 = Delete the picture, the video or the recording of the call where it was saved and shared.
leak-take_back-screen-action-2 = Ask those who saw it to delete their screenshots and recordings.
leak-take_back-screen-for = For those who saw it
# A text to copy. $lastFour: the last four characters of a key, “91c0”.
leak-take_back-screen-write =
    An API key of our company was visible on a screen or in a picture.
    Ending of the key: { $lastFour }
    If you have a screenshot or a recording of it, delete it and tell me.
    We take all other steps, so there is nothing else for you to do.
leak-take_back-person_left-title = End the person’s access
leak-take_back-person_left-text = This is usual when somebody leaves: only those who need a key now should have it.
leak-take_back-person_left-action-1 = Close the person’s accounts in the systems, mailboxes and shared folders where the key is.
leak-take_back-person_left-action-2 = Change the passwords that the person knew.
leak-take_back-person_left-action-3 = Ask the person to delete their own copies.
leak-take_back-person_left-for = For the person who has left
# A text to copy. $lastFour: the last four characters of a key, “91c0”.
leak-take_back-person_left-write =
    You had an API key of our company for your work.
    Ending of the key: { $lastFour }
    Now that you have left, you no longer need it. Delete your copies in emails, chats and files.
    If the key is used in a place that I may not know of, tell me. Thank you for your help.
leak-take_back-device_lost-title = Lock the lost device
leak-take_back-device_lost-text = A lock and an encrypted disk protect what is on the device. You can’t be sure of both, so go on with the other steps.
leak-take_back-device_lost-action-1 = Lock or erase the device from another one, if it is set up for that.
leak-take_back-device_lost-action-2 = Change the passwords of the accounts and mailboxes that were used on it.
leak-take_back-device_lost-action-3 = Tell your IT department, and the police if it was stolen.
leak-take_back-device_lost-for = For your IT department
# A text to copy. $lastFour: the last four characters of a key, “91c0”.
leak-take_back-device_lost-write =
    A computer or phone of our company is lost. An API key was on it.
    Ending of the key: { $lastFour }
    Lock or erase the device if you can, and sign it out of our accounts.
    Tell me whether the device was locked and its disk encrypted. I take the steps for the key itself.
leak-take_back-public-title = Remove the key from the public place
leak-take_back-public-text = Removing it is right, but count the key as seen: it may have been copied. Go on with the other steps.
leak-take_back-public-action-1 = Delete the page, the post or the file, or ask the person who runs the place to do it.
leak-take_back-public-action-2 = A code repository keeps earlier versions. Ask your developer to remove the key from them too.
leak-take_back-public-action-3 = Look for copies of the same text in other places.
leak-take_back-public-for = For the person who runs the place
# A text to copy. The person fills in the line “Place”. $lastFour: the last four characters of a key, “91c0”.
leak-take_back-public-write =
    An API key of our company is in a public place.
    Place:
    Ending of the key: { $lastFour }
    Remove it there, also from earlier versions and copies. Tell me when it is done, and since when the key was there.

leak-tell-for = For those who use the key
leak-tell-none = No system or person is noted for this key. Think of everybody who got it.
# A text to copy, for those who use the key. $lastFour: the last four characters of a key, “91c0”.
leak-tell-write-production =
    Others may have seen our API key for Nova Post.
    Ending of the key: { $lastFour }
    We are replacing it to be safe. You get the new key separately. Use the old one until then.
    When the new key works, delete the old one in emails, chats and files.
    If you see parcels or requests that are not ours, tell me.
# A text to copy, for those who use the key. $lastFour: the last four characters of a key, “91c0”.
leak-tell-write-sandbox =
    Others may have seen our test key for Nova Post.
    Ending of the key: { $lastFour }
    It works only in the test environment, where nothing is real. Use it until you hear from me.
    Delete it in emails and chats, and keep it only where your software needs it.
# A text to copy, for those who use the key. $lastFour: the last four characters of a key, “91c0”.
leak-tell-write-ukraine =
    Others may have seen our API key for Nova Poshta.
    Ending of the key: { $lastFour }
    We are replacing it to be safe. You get the new key separately. Use the old one until then.
    When the new key works, delete the old one in emails, chats and files.
    If you see parcels or requests that are not ours, tell me.

leak-production-replace-title = Replace the key
leak-production-replace-text = Create a new key, and give it to everybody who needs it. If you already see parcels that nobody of you sent, begin with “{ leak-production-deactivate-title }”. Your own software then waits for the new key.
leak-production-tell-title = Tell those who use the key
leak-production-tell-text = They have to know that the key changes, and which copies to delete.
leak-production-deactivate-title = Deactivate the old key
leak-production-deactivate-text = Do this when everybody has the new key. Nova Post does not accept a deactivated key.
# The words in quotes are labels at my.novapost.com in this language.
leak-production-deactivate-action-1 = Open “Integrations” and “API Keys” at my.novapost.com. The list shows which keys are active and which are deactivated.
leak-production-deactivate-action-2 = Find the old key by its name and its creation date, and deactivate it. Nova Post’s public pages do not show how.
leak-production-deactivate-if = If you can’t deactivate it there
# A text to copy. The person fills in the empty lines. $lastFour: the last four characters of a key, “91c0”.
# $day: a date, “27 August 2026”.
leak-production-deactivate-write =
    Others may have seen our API key for production.
    Ending of the key: { $lastFour }
    Reported inside our company: { $day }
    Name of the key at my.novapost.com:
    Organization:
    We have replaced it. Could you deactivate the old key, or tell me how I do it?
leak-production-parcels-title = Look for parcels that nobody sent
leak-production-parcels-text = Others could have created shipments with the key.
leak-production-parcels-action-1 = Compare your company’s parcels since that day with your own orders.
leak-production-parcels-action-2 = Look through Nova Post’s invoices in the next weeks.
leak-production-parcels-if = If you find parcels that nobody sent
# A text to copy. The person fills in the empty line. $lastFour: the last four characters of a key, “91c0”.
# $day: a date, “27 August 2026”.
leak-production-parcels-write =
    There are parcels in our account that we did not send.
    Their numbers:
    Others may have seen our API key.
    Ending of the key: { $lastFour }
    Reported inside our company: { $day }
    Could you stop these parcels, and tell me what else I have to do?

leak-sandbox-deactivate-title = Ask Nova Post to deactivate the key
leak-sandbox-deactivate-text = You can’t end a test key yourself, and a new request returns the same key. Nova Post does not say whether it deactivates test keys. Its service desk can answer.
# A text to copy. The person fills in the empty line. $lastFour: the last four characters of a key, “91c0”.
# $phone: a phone number, “+49 821 3437654”. $day: a date, “27 August 2026”.
leak-sandbox-deactivate-write =
    Others may have seen my test API key.
    Ending of the key: { $lastFour }
    Phone number of the key: { $phone }
    Reported inside our company: { $day }
    My full name:
    Could you deactivate this key, and tell me how I get a new one for the same number?
leak-sandbox-tell-title = Tell those who use the key
leak-sandbox-tell-text = They have to know about it, and which copies to delete.
leak-sandbox-replace-title = Use another test key
leak-sandbox-replace-text = If Nova Post sends you a new key, or another person’s test key can be used, replace this one. If there is no other key, nothing is left to do here: mark this step as done.

leak-ukraine-replace-title = Replace the key
leak-ukraine-replace-text = Create a new key, and give it to everybody who needs it. If you already see parcels that nobody of you sent, begin with “{ leak-ukraine-deactivate-title }”. Your own software then waits for the new key.
leak-ukraine-tell-title = Tell those who use the key
leak-ukraine-tell-text = They have to know that the key changes, and which copies to delete.
leak-ukraine-deactivate-title = End the old key at Nova Poshta
leak-ukraine-deactivate-text = Do this when everybody has the new key. Nova Poshta’s public pages do not show how, so { -app } can only name the place.
# The words in quotes are labels at new.novaposhta.ua.
leak-ukraine-deactivate-action-1 = Open “Settings” and “Security” at new.novaposhta.ua.
leak-ukraine-deactivate-action-2 = Find the old key, and delete or deactivate it if the page lets you.
leak-ukraine-deactivate-if = If you can’t do it there
# A text to copy. The person fills in the empty line. $lastFour: the last four characters of a key, “91c0”.
# $day: a date, “27 August 2026”.
leak-ukraine-deactivate-write =
    Others may have seen our API key for Nova Poshta.
    Ending of the key: { $lastFour }
    Reported inside our company: { $day }
    Company and EDRPOU:
    We have replaced it. Could you deactivate the old key, or tell me how I do it?
leak-ukraine-parcels-title = Look for parcels that nobody sent
leak-ukraine-parcels-text = Others could have created shipments with the key.
leak-ukraine-parcels-action-1 = Compare your company’s parcels since that day with your own orders.
leak-ukraine-parcels-action-2 = Look through Nova Poshta’s invoices in the next weeks.
leak-ukraine-parcels-if = If you find parcels that nobody sent
# A text to copy. The person fills in the empty line. $lastFour: the last four characters of a key, “91c0”.
# $day: a date, “27 August 2026”.
leak-ukraine-parcels-write =
    There are parcels in our account that we did not send.
    Their numbers:
    Others may have seen our API key.
    Ending of the key: { $lastFour }
    Reported inside our company: { $day }
    Could you stop these parcels, and tell me what else I have to do?

## A request from a developer

# Link or button: opens a request for a key that a developer has sent.
request-open = Open a developer’s request
request-open-from-hand-over = Did your developer send you a request? Open it, and this is filled in.
request-heading = A request from a developer
request-open-lead = Your developer can send you a file or a text that says what they need. Opening it gives nothing to anybody.
request-text = Text of the request
request-text-hint = Paste the whole email. If you got a file, open it, or drop it on this window.
request-read = Open the request
request-kept = Waiting for a key
# Link: opens a request.
request-kept-open = Open
# Link, read aloud. $name: a person’s name as it was typed, “Olena Koval”.
request-kept-open-name = Open the request: { $name }

request-problem-empty = Paste the text of the request
request-problem-too_long = This is too long for a request. Paste only the email with it.
request-problem-not_text = This file can’t be read as text. Ask your developer to send it again.
request-problem-private_key = There is a private key in it, which nobody but its owner may have. Delete the message, and ask your developer to make a new pair of keys and to send a new request with the public key.
request-problem-holds_secret = There is a Nova Post key or a token in it. Delete the message, and tell your developer that others may have read the key.
request-problem-not_a_request = This is no request. It starts with “BEGIN KEY REQUEST”, or is in a file whose name ends with “.keyrequest”.
request-problem-several = There are several different requests in it. Paste only one.
request-problem-damaged = The request is cut off or has a mistake in it. Copy it again, or ask your developer to send it as a file.
request-problem-newer_version = This request was made for a newer version of { -app }. Update { -app }, then open it again.
# $name: the name of an entry in the request, “webhook”.
request-problem-unknown_member = { -app } does not know an entry of this request, so it does not open it. Tell your developer. The entry: { $name }
# $member: the name of an entry in the request, “publicKey”.
request-problem-missing = An entry of this request is missing or empty. Ask your developer for a new one. The entry: { $member }
# $member: the name of an entry in the request, “publicKey”.
request-problem-wrong_type = An entry of this request has the wrong form. Ask your developer for a new one. The entry: { $member }
# $member: the name of an entry in the request, “note”.
request-problem-member_too_long = An entry of this request is too long. Ask your developer for a new one. The entry: { $member }
# $member: the name of an entry in the request, “name”.
request-problem-unsafe_text = An entry of this request has hidden characters, which can make a text look like another one. Don’t trust it before you have called your developer. The entry: { $member }
# $member: the name of an entry in the request, “system”.
request-problem-unknown_value = An entry of this request has a value that { -app } does not know. Tell your developer. The entry: { $member }
# $system: the name of a system, “Shopify”. $environment: the kind of a key, “Test key”.
request-problem-not_for_system = This system does not take such a key. Ask your developer what they need. System: { $system }. Key: { $environment }.

request-read-heading = Somebody asks for a key
request-read-lead = This is what the request says. Anybody can write one, with any name. Nothing is given until you decide.
request-name = Name in the request
# Label: the kind of key that is asked for.
request-environment = Asks for
# Label: the system that needs the key.
request-system = For
# Label: the list of what a developer needs besides the key.
request-needs = Also asks for
request-needs-text = What is not in the text for your developer, you tell them yourself.
request-public-key = Public key
# Label: the text that a developer has added.
request-note = Note
# For screen readers: the name of a notice.
request-standing = What is known of this person
request-unknown = You have not given a key to this person with { -app } before. Do you expect this request? If you don’t know the person, close it.
# $name: a person’s name as it was typed, “Olena Koval”. $day: a date, “27 August 2025”.
request-known-compared = You know this person, and the public key is theirs: you compared its words. Name: { $name }. Compared on: { $day }.
# $name: a person’s name as it was typed, “Olena Koval”.
request-known = This is the public key from last time. Its words were not compared yet. Name: { $name }
# $name: a person’s name as it was typed, “Olena Koval”.
request-known-without-key = You gave a key to this person before, without a public key. Compare the words to be sure that this one is theirs. Name: { $name }
# $name: a person’s name as it was typed, “Olena Koval”.
request-other-key = Another public key than before: { $name }
# $known: the end of a public key or its fingerprint, “age1…mcac8p”.
request-other-key-text = Either your developer has a new one, or somebody uses this name to get your key. Call your developer at a number that you know, and compare the words. You can’t give a key before that. The public key from before: { $known }
request-looks-like = This name looks like that of somebody you know
# $name: a person’s name as it was written, “Оlena Koval”. $known: the name of a known person, “Olena Koval”.
request-looks-like-text = The letters are not the same. Somebody may be imitating the name. Call the person you know, and compare the words. You can’t give a key before that. In the request: { $name }. You know: { $known }.
request-words = Compare four words by phone
request-words-text = Call your developer at a number that you know, not one from the request. Let them read out their four words. If all four are the same, nobody else can open what you send.
request-words-same = All four are the same
request-words-different = They are different
request-words-where = Where does my developer find the words?
request-words-where-text = The program that made the request shows them: keydesk request. They can also be computed from the public key, as docs/hand-over.md of { -app } says.
request-different = Don’t give a key to the person who wrote this
request-different-text = Somebody else made this public key, and could open what you send. Ask your developer whether they wrote the request, and for a new one if they did. Then press “{ request-refuse }”.
request-key = Which key do you want to give?
request-key-hint = Only keys of the kind that was asked for.
request-no-key = You don’t have such a key yet
request-no-key-sandbox = A test key comes in two minutes, with the phone number of your contract.
request-no-key-production = You create a production key in your account at my.novapost.com. The guide shows each step.
request-no-key-ukraine = You create a Ukrainian key in your business account. The guide shows each step.
# Button: the way to a key.
request-way-sandbox = Get a test key
request-way-production = Open the guide
request-way-ukraine = Open the guide
request-is-kept = The request is kept. You find it on Home until you give the key.
request-is-kept-then = The request is then kept, and you find it on Home.
# Button: closes a request that nobody expects. Nothing of it is kept.
request-refuse = I don’t expect this
# Button: closes this request, and shows where others are opened.
request-another = Open another request
# $name: a person’s name as it was written, “Olena Koval”.
to-do-request-title = Waits for a key: { $name }
# $kind: the kind of a key, “Test key”.
to-do-request-text-key = You have such a key now, and can give it: { $kind }
# $kind: the kind of a key, “Test key”.
to-do-request-text-no-key = What was asked for: { $kind }
# Button: opens a request.
to-do-request-action = Open the request
# For developers, on the command line. $words: four English words, “resist receive panther train”.
request-program-words = Your four words, for the phone: { $words }
# For developers, on the command line. $file: the name of a file, “oleh.pub”. $error: a message of the system, in English.
request-program-file = This file can’t be read or written: { $file } ({ $error })

## Guides

# Heading of a page.
guides-heading = Guides
guides-lead = Step by step to a key that you create on Nova Post’s own pages.
guides-waiting = Reading your progress
# $count: a whole number, 3.
guides-steps = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
# $fewest: a whole number, 8. $most: a larger one, 10.
guides-steps-between = { $fewest } to { $most } steps
guides-see-steps = See the steps
# $guide: the title of a guide, “Ukrainian key”.
guides-see = See the steps: { $guide }
guides-in-progress = In progress
guides-unnamed = Without a name
# Button: go on with a guide.
guides-continue = Continue
# $organization: a name as it was typed, “Hanse Textil GmbH”.
guides-continue-run = Continue: { $organization }
# Button: look at a finished guide.
guides-view = View
# $organization: a name as it was typed, “Hanse Textil GmbH”.
guides-view-run = View: { $organization }
# $step: the title of a step, “Create the key”.
guides-line-next = Next: { $step }
guides-line-waiting = Waiting for Nova Post
guides-line-arrived = All steps are done
# $done: a whole number, 2. $count: a whole number, 3.
guides-progress = { $done } of { $count } steps done
# $done: a whole number, 2. $count: a whole number, 3.
guides-far = { $done } of { $count }
# $number: a whole number, 2. $step: the title of a step, “Create the key”.
guides-now = Step { $number }: { $step }
# Heading of a list.
guides-organizations = Organizations
guides-stepper = Steps to the key
guides-test-key-heading = Do you only want to try things out?
guides-test-key-text = Then you need a test key. { -app } gets it for you.
# $month: a month and a year, “November 2026”.
guide-checked = Last compared with Nova Post’s pages: { $month }

guides-organization = For which organization?
guides-organization-another = For another organization
guides-organization-hint = As written in the contract. Each organization has its own steps here.
guides-organization-hint-free = A name helps if you have several. You can leave this empty.
guides-organization-missing = Enter the name of the organization.
# Button: start a guide.
guides-start = Start
guides-expect = What to expect
guides-expect-text = You can stop after any step. { -app } remembers where you are, even when you close it.
guides-practice = You are in practice mode
guides-practice-text = Your progress here counts only in practice. The links open practice pages on this computer, so you can follow the guide to the end.
guides-practice-open = Open the practice page

# Button: rename the organization.
guides-rename = Rename
guides-name = Add a name
guides-rename-heading = Name of the organization
guides-rename-save = Save the name
guides-another = For another organization
guides-another-heading = For another organization
guides-delete = Delete this guide
guides-delete-heading = Delete your progress?
# $organization: a name as it was typed, “Hanse Textil GmbH”.
guides-delete-lost = This deletes your answers and the text of the email. Organization: { $organization }
guides-delete-lost-unnamed = This deletes your answers.
guides-delete-stays = Nothing changes at Nova Post. Your keys in { -app } stay.
# Button, in the question whether to delete a guide.
guides-delete-sure = Delete
# Button, in the question whether to delete a guide: does not delete it.
guides-delete-keep = Keep

guides-prepare = What you need
guides-actions = What to do
guides-signs = How you will know
# Button: this step is done.
guides-done = Done
guides-not-done = Mark as not done
# Answer to a question.
guides-yes = Yes
# Answer to a question.
guides-no = No
guides-confirm = Check these points
# $count: a whole number, 3.
guides-confirm-missing = { $count ->
        [one] { $count } point is still open
       *[other] { $count } points are still open
    }
guides-confirm-meanwhile = You can read the other steps meanwhile. What you ticked is saved.
guides-somebody-else = The representative is somebody else
guides-somebody-else-text = Then the key is created in that person’s name. Send them this text, or go through the guide together.
guides-somebody-else-for = For the representative
guides-somebody-else-copy = Copy the text for the representative
# A text to copy, from one colleague to another. $named: “yes” if the organization has a name here, otherwise “no”.
# $organization: a name as it was typed, “Hanse Textil GmbH”.
guides-somebody-else-message =
    Hello,

    { $named ->
        [no] our developer needs a production key for Nova Post’s API.
       *[yes] our developer needs a production key for Nova Post’s API ({ $organization }).
    } Nova Post gives it only to the person whom our contract with Nova Post names as its authorized representative. That is you.

    What I ask you to do:
    1. Log in at my.novapost.com with the phone and email from the contract. No account yet? Register with them.
    2. Open “Integrations”, then “API Keys”, and begin to create a key for production. Is our organization in the list? Then create the key.
    3. Is our organization not in the list? Ask our sales manager at Nova Post, or servicedesk@novapost.com, by email to connect your account with our company. When Nova Post has answered, create the key there.

    Do not send me the key by email or chat. Tell me when you are ready. Then we do it together, with { -app }.

    Thank you
guides-ask-change = You can change your answer.
guides-write = Write the email
guides-write-open = Open the email
guides-write-sent = Email sent
# $day: a date, “27 August 2025”.
guides-write-sent-on = Email sent: { $day }
# Button: the person says so. Impersonal, without a gender.
guides-write-sent-already = Already sent
guides-write-sent-otherwise = I sent it another way
guides-write-then = Nova Post now has to answer. Go to the next step.
guides-write-emptied = The email has empty fields
guides-write-emptied-text = Open the email and fill them in. Then this step is done again.
guides-wait = Waiting for Nova Post
guides-wait-meanwhile = Meanwhile, decide: one key or several
guides-wait-over = Nova Post has answered
guides-choose-many = How many organizations need a key?
# Answer to “How many organizations need a key?”
guides-choose-many-one = One
# Answer to “How many organizations need a key?”
guides-choose-many-several = Several
guides-choose-teams = Will different teams or companies work with the keys?
guides-choose-apart = Do you want to deactivate one key without affecting the others?
guides-choose-advice-one = Our advice: one key
guides-choose-advice-each = Our advice: one key for each organization
guides-choose-reason-single = For one organization, one key is enough.
guides-choose-reason-teams = Each team then sees only its own organization. If a key is lost, the others are safe.
guides-choose-reason-apart = You can only deactivate a whole key. With one key for each organization, the others keep working.
guides-choose-reason-together = The same people work with all of them, and one key is easier to manage.
guides-choose-choice = What will you do?
guides-choose-choice-hint = This is only advice. You decide.
guides-choose-missing = Choose one of the two options.
guides-choose-one = One key for all
guides-choose-one-text = When you create it, select every organization.
guides-choose-each = One key for each organization
guides-choose-each-text = Create one key at a time, for one organization each. Each key has its own steps here.
guides-add-key = Add the key
guides-see-key = See the key
guides-check = Check the key
guides-check-again = Check again
# $day: a date, “27 August 2025”.
guides-accepted-on = Accepted: { $day }
guides-tell-developer = For your developer
guides-tell-colleagues = For your colleagues
# Button.
guides-tell-copy = Copy
guides-tell-copy-developer = Copy the text for your developer
guides-tell-copy-colleagues = Copy the text for your colleagues
guides-practice-mark = PRACTICE: this text is from practice mode. The key is not real.
# A text to copy, from one colleague to another. $lastFour: the last four characters of a key, “91c0”.
# $organization: a name as it was typed, “Hanse Textil GmbH”. $address: a base URL, “https://api.novapost.com/v.1.0/”.
guides-tell-developer-text =
    We have a Nova Post API key. I’ll give you the key separately. It ends in { $lastFour }.

    Organization: { $organization }
    Environment: production
    Address: { $address }
    Token: exchange the key for a JWT with GET clients/authorization?apiKey=…
    Header of every request: Authorization: <jwt> (the token alone, without “Bearer”)
    A token works for about an hour. Get a new one before it expires. Do not store it.

    Keep the key out of code, logs and chats. Try everything in the sandbox with a test key first.
# A text to copy, from one colleague to another. $organization: a name as it was typed, “Hanse Textil GmbH”.
guides-tell-colleagues-text =
    We now have a Nova Post key. It was created in my name, and I keep it. Organization: { $organization }

    Anyone who has the key can act for us at Nova Post. I give it only to people whose software needs it. I never send it by email or chat, or give it to anyone outside the company.
    Tell me when somebody no longer needs it.
    If somebody else may have seen the key, tell me at once. I’ll deactivate it and create a new one.
guides-arrived-others = You chose one key for each organization. Start again for the next one.

guide-europe-title = Production key, Europe
guide-europe-lead = For real parcels with Nova Post in Europe. You create the key in your Nova Post account.
guide-europe-time = About half an hour. If you have to write to Nova Post first, you also wait for its answer.
guide-europe-arrived = Your production key is ready
guide-europe-arrived-text = It is saved, it works, and the others know what they need.

guide-europe-person-title = Check that you are the right person
guide-europe-person-text = Nova Post gives keys to people, not to companies. Your company’s contract names one person, the authorized representative. The key is created in that person’s name. Does somebody in your company have a key already? Then the contract can name that person.
guide-europe-person-prepare-1 = Your company’s contract with Nova Post
guide-europe-person-check-natural = The key will be in my own name
guide-europe-person-check-natural-text = It needs a person with their own account, not a department or a shared mailbox.
guide-europe-person-check-contract = The contract has my name as the representative
guide-europe-person-check-contract-text = Look for your name in the contract with Nova Post.
guide-europe-person-check-details = My phone and email are the same as in the contract
guide-europe-person-check-details-text = Your account must have the same ones.
guide-europe-person-otherwise-natural = The person who will have the key has to follow these steps. Show them this page.
guide-europe-person-otherwise-contract = Ask your company to name you in the contract with Nova Post, or to name somebody who has a key already.
guide-europe-person-otherwise-details = Ask your company to correct your phone and email in the contract.

guide-europe-account-title = Log in to your account
guide-europe-account-text = You create the key in your own account at my.novapost.com. If you have an account, do not register again.
guide-europe-account-action-1 = Log in at my.novapost.com. No account yet? Register with the phone and email from the contract.
guide-europe-account-practice = You are logged in there already. There is nothing to register.

guide-europe-offered-title = Look for your organization
guide-europe-offered-text = Nova Post may have linked your account to your organization already. Then you need no email, and you do not wait.
# “Integrations” and “API Keys” are labels at my.novapost.com in this language.
guide-europe-offered-action-1 = Open “Integrations”, then “API Keys”.
guide-europe-offered-action-2 = Begin to create a key. The page shows a list of organizations: look for yours.
guide-europe-offered-question = Is your organization in the list?
guide-europe-offered-answer-yes = Yes, it is there
# Button: the answer to a question.
guide-europe-offered-answer-no = No
# Beside two steps of the guide that are not needed otherwise.
guide-europe-offered-only-if-no = Only if your organization is not in the list
# Shown after the answer “No”, which adds two steps to the guide.
guide-europe-offered-added-no = Your organization is not in the list, so the guide has two more steps: the email and the answer.
guide-europe-offered-practice = In practice the list is empty at first. Choose “{ guide-europe-offered-answer-no }”, and you see the whole way, with the email and the answer.

guide-europe-affiliate-title = Write to Nova Post
guide-europe-affiliate-text = Nova Post has to link your account to your company, and does so after one email from you. { -app } writes it: you only fill in a few fields.
guide-europe-affiliate-prepare-1 = The company’s name and tax code
guide-europe-affiliate-prepare-2 = The email address of your sales manager at Nova Post, if you know it

guide-europe-answer-title = Wait for Nova Post’s answer
guide-europe-answer-text = Your sales manager at Nova Post, or its service desk, now links you to your company. Nova Post does not say how long this takes. You can close { -app } meanwhile.
guide-europe-answer-action-1 = In your email: a reply from Nova Post.
# The words in quotes are labels at my.novapost.com in this language.
guide-europe-answer-action-2 = In your account: “Integrations”, “API Keys” shows your organizations when you create a key.
# “Play your sales manager” is a heading on practice’s page in this language.
guide-europe-answer-practice = In practice, nobody answers. Open My Nova Post and go to “Play your sales manager”. Your organization then appears in the account.

guide-europe-organizations-title = Decide: one key or several
guide-europe-organizations-text = A key can be for one organization or several. A few questions help you decide. You can change your mind until you create the key.

guide-europe-create-title = Create the key
guide-europe-create-text = You create the key in your Nova Post account. It works at once.
# “Integrations” and “API Keys” are labels at my.novapost.com in this language.
guide-europe-create-action-1 = At my.novapost.com, open “Integrations”, then “API Keys”.
guide-europe-create-action-2 = Create a key for production.
guide-europe-create-action-3 = Choose the organizations that it is for. The page shows all that belong to your account.
guide-europe-create-done = You are done when the list there shows the key. Leave that page open.

guide-europe-add_key-title = Add the key to { -app }
guide-europe-add_key-text = { -app } takes the copied key and saves it in this computer’s password store.
guide-europe-add_key-action-1 = Copy the key on Nova Post’s page.
guide-europe-add_key-action-2 = Come back here and choose “{ guides-add-key }”.

guide-europe-check-title = Check that it works
guide-europe-check-text = { -app } shows the key to Nova Post and tells you whether Nova Post accepts it. This changes nothing.

guide-europe-tell-title = Tell the others
guide-europe-tell-text = Your developer needs a few facts. Your colleagues should know who has the key. Both texts are ready, and the key is in neither.

guide-ukraine-title = Ukrainian key
guide-ukraine-lead = For Nova Poshta in Ukraine. A company in Ukraine creates the key itself, in its business account.
guide-ukraine-time = A few minutes, in one go.
guide-ukraine-arrived = Your Ukrainian key is ready
guide-ukraine-arrived-text = It is saved, and it works. Your developer uses it without a token.

guide-ukraine-cabinet-title = Log in as a company
guide-ukraine-cabinet-text = The key belongs to your company’s business account in Ukraine. Is your company in another country? Then you need another guide.
guide-ukraine-cabinet-action-1 = Log in at new.novaposhta.ua as a legal entity.

guide-ukraine-create-title = Create the key and copy it
guide-ukraine-create-text = Nova Poshta creates the key at once. In its instructions it is called a code.
# “Settings” and “Security” are labels at new.novaposhta.ua in this language.
guide-ukraine-create-action-1 = Open “Settings”, then “Security”.
# “Create key” is a label at new.novaposhta.ua in this language.
guide-ukraine-create-action-2 = Choose “Create key”.
guide-ukraine-create-action-3 = Copy the whole key. Don’t copy anything else after it.

guide-ukraine-add_key-title = { guide-europe-add_key-title }
guide-ukraine-add_key-text = { guide-europe-add_key-text }
guide-ukraine-add_key-action-1 = Choose “{ guides-add-key }” while the key is on the clipboard.

guide-ukraine-check-title = { guide-europe-check-title }
guide-ukraine-check-text = { -app } asks Nova Poshta which company the key is for. This changes nothing.

guide-method_1-title = Test key on Nova Post’s page
guide-method_1-lead = You can create the same test key on Nova Post’s own page. Use it when { -app } can’t reach Nova Post.
guide-method_1-time = A few minutes, in one go.
guide-method_1-arrived = Your test key is ready
guide-method_1-arrived-text = It is saved, and it works. Your developer can try everything with it.
guide-method_1-instead = Let { -app } get the test key

guide-method_1-registered-title = Check your account
guide-method_1-registered-text = Nova Post creates a test key for a registered phone number. Ukrainian numbers (+380) are not accepted: use another number from your contract, or write to servicedesk@novapost.com.
guide-method_1-registered-action-1 = Log in at my.novapost.com and compare the number. No account yet? Register there.
guide-method_1-registered-practice = The account in practice has the number 498213437654. There is nothing to register.

guide-method_1-page-title = Open Nova Post’s page
guide-method_1-page-text = A form on Nova Post’s portal creates the key.
# “method 1” and “Generate a test key” are words on Nova Post’s English page.
guide-method_1-page-action-1 = Open the page with the link below, find “method 1” and choose “Generate a test key”.

guide-method_1-phone-title = Ask for the key
guide-method_1-phone-text = The form needs only your phone number. You can ask once a day.
guide-method_1-phone-action-1 = Type the number: digits only, with the country code, without the plus. Example: 49XXXXXXXXX.
guide-method_1-phone-action-2 = Send the request.
guide-method_1-phone-done = You are done when the page shows the key. Leave it open.

guide-method_1-add_key-title = { guide-europe-add_key-title }
guide-method_1-add_key-text = { guide-europe-add_key-text }
guide-method_1-add_key-action-1 = { guide-europe-add_key-action-1 }
guide-method_1-add_key-action-2 = { guide-europe-add_key-action-2 }

guide-method_1-check-title = { guide-europe-check-title }
guide-method_1-check-text = { guide-europe-check-text }

## An email address, wherever it is typed

email-problem-no_at = The @ is missing.
email-problem-no_name = Something is missing before the @.
email-problem-no_domain = Something is missing after the @. Example: company.com
email-problem-space_inside = There is a space in the address, or a word next to it.
email-problem-several_addresses = There are several addresses. Enter one.
# $alphabet: cyrillic, greek, latin or another. $letter: one character, “О”.
# $part: a part of an address, “company.com”.
email-problem-mixed_alphabets = { $alphabet ->
    [cyrillic] The letter “{ $letter }” in “{ $part }” is Cyrillic. It only looks the same. Type “{ $part }” again.
    [greek] The letter “{ $letter }” in “{ $part }” is Greek. It only looks the same. Type “{ $part }” again.
    [latin] The letter “{ $letter }” in “{ $part }” is Latin. It only looks the same. Type “{ $part }” again.
   *[other] The letter “{ $letter }” in “{ $part }” is from another alphabet. Type “{ $part }” again.
}
email-problem-not_an_address = This is not an email address. Example: name@company.com

## Practice

# Heading of a page.
practice-heading = Practice
practice-lead = Choose a number and see what { -app } does with it.
# Heading: the clock of practice mode.
practice-time = Time
# Heading above the less important parts of a page.
practice-more = More
practice-time-text = Move the practice clock forward to see keys expire and reminders appear.
practice-time-now = Same time as on this computer
# $direction: behind or ahead. $date: a date, “27 August 2025”.
# $span: an amount with its unit, “40 days” or “2 hours”.
practice-time-moved = { $direction ->
        [behind] Date in practice: { $date }. Behind this computer by: { $span }
       *[ahead] Date in practice: { $date }. Ahead of this computer by: { $span }
    }
# $direction: behind or ahead. $span: an amount with its unit, “40 days” or “2 hours”.
practice-time-distance = { $direction ->
        [behind] Behind this computer by: { $span }
       *[ahead] Ahead of this computer by: { $span }
    }
# $years: a whole number, 10.
practice-time-far = That is too far. The practice clock can be at most { $years } years ahead.
practice-time-back = Back to today
practice-time-is-back = The practice clock shows today again.
practice-time-not-kept = The practice clock could not be saved. It keeps this time until you close { -app }.
practice-pass-day = Forward one day
practice-pass-forty = Forward 40 days
practice-pass-year = Forward 13 months
practice-date = Or go to a date
practice-date-new = New date
# Label of a field of a date.
practice-date-day = Day
# Label of a field of a date.
practice-date-month = Month
# Label of a field of a date.
practice-date-year = Year
practice-date-go = Go to this date
practice-date-none = This month has no such day.
practice-date-past = The clock only goes forward. Choose a later date, or go back to today first.
# $years: a whole number, 10.
practice-date-far = That is too far. The practice clock can be at most { $years } years ahead.
practice-book = Phone book
practice-own = Your own numbers
practice-own-text = For a demo: add numbers that your audience knows. They stay on this computer, and nobody is called.
practice-own-add = Add a number
practice-own-add-text = Type it in any format.
practice-own-situation = What happens with this number
practice-own-keep = Add this number
# $number: a phone number, “+49 821 3437654”.
practice-own-added = Added to the phone book: { $number }
# Button: remove a number from the list.
practice-own-remove = Remove
# $number: a phone number, “+49 821 3437654”.
practice-own-remove-number = Remove the number { $number }
# $number: a phone number, “+49 821 3437654”.
practice-own-removed = Removed from the phone book: { $number }. Its practice key no longer works.
practice-own-ukraine = Nova Post creates no test keys for Ukrainian numbers, so practice mode does not accept them.
practice-own-not_a_phone = This is not a phone number. Check the digits.
practice-own-in_the_book = This number is already in the phone book.
practice-own-added_already = You have already added this number. To change its situation, remove it first.
practice-own-too_many = You have 1,000 numbers. Remove one first.
practice-start-again = Start again
practice-start-again-text = This deletes everything in practice mode.
practice-clear = Clear practice
practice-clear-heading = Clear practice?
practice-clear-goes = This deletes from this computer:
practice-clear-keys = all practice keys and tokens
practice-clear-guides = the guides, emails and reminders of practice mode
practice-clear-nova-post = the practice accounts and their keys, and the practice clock
# $count: a whole number, 3.
practice-clear-numbers = { $count ->
        [one] { $count } number of your own
       *[other] { $count } numbers of your own
    }
practice-clear-keep = Keep my own numbers
practice-clear-first-heading = Clear practice first?
practice-clear-first-text = Practice mode already has keys or things to do. The script is easier to follow without them.
practice-clear-first = Clear practice and start
practice-clear-not = Start without clearing
practice-clear-account = Your real account is not affected.
practice-cleared = Practice has been reset.
practice-waiting = Reading the phone book
practice-group-works = It works
practice-group-number = The number has a problem
practice-group-service = Nova Post has a problem
practice-group-afterwards = You get a key, then there is a problem
# Button: use this phone number.
practice-use = Use
# $number: a phone number, “+49 821 3437654”.
practice-use-number = Use the number { $number }
practice-others = No other number is registered in practice.
practice-situation-new_key = Registered, no key yet: Nova Post creates one.
practice-situation-active_key = Has a key created 40 days ago: Nova Post extends it by a year.
practice-situation-expired_key = Has an expired key: it works again.
practice-situation-cleaned_up_key = The old key was deleted at Nova Post: it creates a new one.
practice-situation-phone_refused = Looks right, but Nova Post does not accept it.
practice-situation-not_registered = Not registered at my.novapost.com.
practice-situation-several_clients = Belongs to several accounts.
practice-situation-daily_limit = Already used for today’s request.
practice-situation-service_error = Nova Post has an error.
practice-situation-service_unavailable = Nova Post is busy for a while.
practice-situation-no_answer = No answer for a minute.
practice-situation-web_page = A web page comes instead of an answer.
practice-situation-cut_answer = Only half of the answer arrives.
practice-situation-lost_answer = The key is created, but the answer is lost.
practice-situation-key_refused = Gets a key that Nova Post then does not accept.
practice-situation-short_tokens = Gets a key whose tokens expire after two minutes.
practice-situation-clock_ahead = Nova Post’s clock is two hours ahead of yours.
practice-situation-access_forbidden = Gets a key, but the account may not get tokens.
practice-situation-too_many_tokens = Gets a key, but the account already has too many tokens.
practice-situation-token_unavailable = Gets a key, but Nova Post is too busy to create a token.
practice-situation-list_not_found = Gets a key and a token, but the list for the check is missing.
practice-situation-list_unavailable = Gets a key and a token, but Nova Post is too busy for the check.

## Presenter view

shortcut-presenter = Presenter view: show or hide the script
presenter-heading = Presenter view
# $keys: keys of the keyboard, “Ctrl+Shift+P”.
presenter-text = For a projector: everything is larger, keys stay hidden, and a script beside the page tells you what to say and press. To show or hide it: { $keys }
presenter-size = Text size in presenter view
presenter-choose = Which script?
# Button: start a script.
presenter-start = Start
# Button: go on with a script.
presenter-continue = Continue
presenter-fold = Hide the script
presenter-unfold = Show the script
presenter-leave = Leave presenter view
presenter-steps = Steps of the script
# $number: a whole number, 2. $title: the title of a step, “A token”.
presenter-mark = { $number }. { $title }
# $number: a whole number, 2. $title: the title of a step, “A token”.
presenter-mark-done = { $number }. { $title }: done
# $minutes: a whole number, 4. $number: a whole number, 2. $count: a whole number, 3.
presenter-where = { $minutes ->
        [one] Step { $number } of { $count }, about { $minutes } minute left
       *[other] Step { $number } of { $count }, about { $minutes } minutes left
    }
# $step: the title of a step, “Create the key”.
presenter-ticked = Done: { $step }
# $page: the name of the page where the step is done, Home, Phone number.
presenter-page = Page: { $page }
# Label: what the presenter says.
presenter-say = Say
# Label: what the presenter presses.
presenter-do = Do
# $number: a phone number, “+49 821 3437654”.
presenter-fill = Enter { $number }
# Button: to the step before.
presenter-back = Back
# Button: to the next step.
presenter-next = Next
# $step: the title of a step, “Create the key”.
presenter-then = Next: { $step }
presenter-end = That is the end of the script
presenter-end-text = Time for questions. Everything you created stays in practice mode, so anyone can try it now.
presenter-restart = Clear practice and start again
reveal-covered = Presenter view is on, so the key stays hidden.
reveal-covered-passphrase = Presenter view is on, so the passphrase stays hidden.
# Under the key, which is shown in groups of four characters.
reveal-gaps = The gaps are not part of the key.

# $minutes: a whole number, 4.
script-first_key-title = Your first test key, { $minutes } min
script-first_key-about = From a phone number to a token that works.
script-first_key-begin-title = Where to start
script-first_key-begin-say = This is { -app } in practice mode. It talks to a pretend Nova Post on this computer. Nothing is sent, and nothing can go wrong.
script-first_key-begin-do = Press “{ home-start-test-key }”.
script-first_key-number-title = The phone number
script-first_key-number-say = Nova Post only needs the phone number. Type it in any format. Below you see exactly the digits that will be sent.
script-first_key-number-do = Enter the number, then press “{ test-key-continue }”.
script-first_key-send-title = Check and send
script-first_key-send-say = Nothing has been sent so far. You can ask once a day, and asking does no harm.
script-first_key-send-do = Press “{ test-key-send }”.
script-first_key-copy-title = The key is saved
script-first_key-copy-say = The key went straight into this computer’s password store. We only see its last four characters. If we copy it, the copy is cleared after a short time.
script-first_key-copy-do = Press “{ key-copy }”.
script-first_key-show-title = See the key
script-first_key-show-say = If you need to see the key, it opens in a separate window. While we present, it stays hidden.
script-first_key-show-do = Press “{ key-show }”, then close the separate window.
script-first_key-token-title = A token
script-first_key-token-say = The key gets a token, which works for about an hour. The key itself stays here.
script-first_key-token-do = Press “{ token-get }”.
script-first_key-check-title = Does it work?
script-first_key-check-say = { -app } shows the token to Nova Post. If Nova Post accepts it, the key works. This changes nothing.
script-first_key-check-do = Press “{ token-try }”.
script-first_key-home-title = In half a year
script-first_key-home-say = And in half a year, when you have forgotten all this?
script-first_key-home-do = Go to “{ nav-home }”.
script-first_key-home-seen = Here you see what you have, when it expires and what to do next.

# $minutes: a whole number, 4.
script-trouble-title = When something goes wrong, { $minutes } min
script-trouble-about = How a request can fail, and what to do next.
script-trouble-invalid-title = A mistyped number
script-trouble-invalid-say = One digit is wrong. The number looks right, but Nova Post does not accept it.
script-trouble-invalid-do = Enter the number and send the request.
script-trouble-invalid-seen = The card says what happened, who has to act and what to do now. The number you typed is still there.
script-trouble-unknown-title = A number that is not registered
script-trouble-unknown-say = Nova Post finds a person by the phone number of the account. Nobody has registered this one.
script-trouble-unknown-do = { script-trouble-invalid-do }
script-trouble-unknown-seen = The first button leads to the registration. Then ask again with the same number.
script-trouble-several-title = Two accounts, one number
script-trouble-several-say = Two people have registered the same number. Nova Post can’t tell whose key to create.
script-trouble-several-do = { script-trouble-invalid-do }
script-trouble-several-seen = Only Nova Post can solve this. “{ failure-action-write }” has the email ready.
script-trouble-daily-title = Once a day
script-trouble-daily-say = You can ask once a day. What if somebody has asked already?
script-trouble-daily-do = { script-trouble-invalid-do }
script-trouble-daily-seen = The card doesn’t promise a time. It says “tomorrow”, and { -app } can remind us.
script-trouble-busy-title = Nova Post is busy
script-trouble-busy-say = Sometimes Nova Post has too many requests.
script-trouble-busy-do = { script-trouble-invalid-do }
script-trouble-busy-seen = We did nothing wrong. The card counts the seconds until we can try again.
script-trouble-lost-title = The answer is lost
script-trouble-lost-say = The worst case: Nova Post creates a key, and the connection breaks before the key arrives.
script-trouble-lost-do = { script-trouble-invalid-do }
script-trouble-lost-seen = Is the key lost? No. If we ask again, Nova Post sends the same key or says “tomorrow”. In practice mode it sends the key.
script-trouble-again-title = Nothing is lost
script-trouble-again-say = So we ask again.
script-trouble-again-do = Press “{ failure-action-ask-again }”.
script-trouble-again-seen = Nothing is lost. If the computer had crashed, Home would remind us at the next start.
script-trouble-refused-title = A key that is not accepted
script-trouble-refused-say = A key can also be deactivated.
script-trouble-refused-do = Enter the number and send the request. Then press “{ token-get }”.
script-trouble-refused-seen = You see it when you ask for a token. The card leads back to a key that works.

# $minutes: a whole number, 4.
script-year_later-title = A year later, { $minutes } min
script-year_later-about = The clock moves forward by 13 months. What happens to the key?
script-year_later-key-title = A key from today
script-year_later-key-say = We start with a new test key. In practice mode it is valid for a year.
script-year_later-key-do = { script-trouble-invalid-do }
script-year_later-token-title = And a token
script-year_later-token-say = A token works for about an hour.
script-year_later-token-do = Press “{ token-get }”.
script-year_later-day-title = A day passes
script-year_later-day-say = We move the practice clock, not the clock of this computer. After a day the token has expired. The key still works.
script-year_later-day-do = Go to “{ nav-practice }” and press “{ practice-pass-day }”.
script-year_later-year-title = Thirteen months later
script-year_later-year-say = A year has passed, and nobody thought of the key.
script-year_later-year-do = Press “{ practice-pass-year }”.
script-year_later-home-title = What Home says
script-year_later-home-say = What does { -app } say after all this time?
script-year_later-home-do = Go to “{ nav-home }”.
script-year_later-again-title = Extend the key
script-year_later-again-say = The key has expired, and Home says so first. Ask with the same number, and Nova Post extends the same key by a year.
script-year_later-again-do = Press “{ to-do-expires-action-test }” and send the request.
script-year_later-again-seen = It is the same key. Nobody has to enter a new one anywhere.
script-year_later-token_again-title = It works again
script-year_later-token_again-say = The key gets a new token, and everything works again.
script-year_later-token_again-do = Press “{ token-get }”.
script-year_later-now-title = Back to today
script-year_later-now-say = That was a year in a few minutes. The practice clock goes back to today.
script-year_later-now-do = Press “{ practice-time-back }” in the banner at the top.

## Notifications

# $name: the name of a key, “Online shop” or “…91c0”.
notify-expires-month = Expires within 30 days: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-expires-week = Expires within 7 days: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-expires-tomorrow = Expires tomorrow: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-expires-today = Expires today: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-expired = Expired: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-expiry-passed = Works after its expiry date: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-extend-soon = Expired, extend it soon: { $name }
# $name: the name of a key, “Online shop” or “…91c0”.
notify-refused = Not accepted: { $name }
notify-ask-again = You can ask for a test key again
notify-no-answer = No answer from Nova Post for two weeks
notify-review-due = Time for the yearly review of your keys
# $count: a whole number, 12.
notify-several = Things to do: { $count }
notify-open = Open { -app }

## Settings

# Heading of a page.
settings-heading = Settings
# Label: light or dark.
settings-theme = Appearance
# Choice of an appearance: light or dark, as the system has it.
settings-theme-system = Same as system
# Choice of an appearance.
settings-theme-light = Light
# Choice of an appearance.
settings-theme-dark = Dark
settings-text-size = Text size
# $modifier: a key of the keyboard, “Ctrl”.
settings-text-size-text = Keyboard: { $modifier } and + or −. Usual size: { $modifier } and 0.
settings-clipboard = Copied keys
settings-clipboard-text = After this time the copy of a key or token is cleared from the clipboard.
settings-show = Shown keys
settings-show-text = After this time the window that shows a key closes. You can keep it open longer.
# Heading of a setting: the notices of the computer’s desktop.
settings-notifications = Notifications
settings-notifications-text = While { -app } is open, your computer tells you when a key expires or something else is due.
# Choice: there are notifications.
settings-notifications-on = On
# Choice: there are no notifications.
settings-notifications-off = Off
# $seconds: a whole number, 30.
settings-seconds = { $seconds ->
        [15] 15 seconds
        [30] 30 seconds
        [60] 1 minute
        [120] 2 minutes
       *[other] { $seconds } seconds
    }
settings-mode = Practice or your account
settings-mode-practice = You are in practice mode
settings-mode-practice-text = { -app } uses a pretend Nova Post on this computer. Nothing is sent, and the keys are not real.
settings-mode-account = You are using your real account
settings-mode-account-text = { -app } is connected to Nova Post. Keys are real.
settings-mode-apart = Each has its own list of keys. You lose nothing when you switch.
settings-mode-to-practice = Switch to practice mode
settings-mode-to-account = Switch to your real account
settings-mode-now-practice = You are now in practice mode. The list shows practice keys.
settings-mode-now-account = You are now using your real account. The list shows real keys.
settings-stored = Where everything is kept
settings-stored-keys = Entry in the password store
settings-stored-folder = Folder with the list of keys, settings, logs and crash reports
settings-stored-copy = Copy the path
settings-stored-help = How keys and tokens are protected

## New versions of the app

# $version: a version, 0.2.0.
update-offer = { -app } { $version } is here
# $version: the version that runs now, 0.1.0. $system: windows, macos or linux.
update-offer-text = You have version { $version }. Your keys and lists stay. { -app } downloads the new version, checks that it is genuine and starts again. { $system ->
        [linux] Your computer may ask for your password.
       *[other] Your computer may ask whether it may be installed.
    }
update-notes = What is new
update-install = Install and restart
# Button: not now, ask again on another day.
update-later = Later
# $version: a version, 0.2.0.
update-progress = Updating to { -app } { $version }
update-phase-downloading = The new version is being downloaded. You can go on working.
update-phase-preparing = A copy of your list is saved first. If something else is under way, { -app } waits for it.
update-phase-installing = The new version is being installed. Look for a window that asks for your password. Leave { -app } open until then.
update-phase-restarting = The new version is installed. { -app } starts again as soon as nothing else is under way.
update-cancel = Cancel the update
# $version: a version, 0.2.0.
update-installed = { -app } is now version { $version }
update-installed-text = Your keys and lists are as they were.
# Button: closes the note.
update-installed-close = OK
# Heading in the settings.
update-settings = New versions
# $version: a version, 0.1.0.
update-version = This is version { $version }.
update-look = Look for new versions
update-look-text = Once a day, while { -app } is open. It only asks which version is the newest, and sends nothing about you or your keys. Nothing is installed without you.
# Choice: the app looks by itself.
update-look-on = On
# Choice: the app looks only when asked.
update-look-off = Off
update-last = Last looked
# The app has not looked for new versions.
update-last-never = Not yet
update-check = Check now
# $version: a version, 0.2.0.
update-found = Version { $version } is ready to install.
# $version: a version, 0.1.0.
update-none = Version { $version } is the newest.
update-unavailable-practice = Practice works without the internet, so { -app } does not look for new versions here. Switch to your real account to look.
update-unavailable-off_by_policy = Your organization installs new versions for you. { -app } does not look for them.
update-unavailable-no_address = This copy has no address for updates. Ask the person who installed { -app } for new versions.
# $system: windows, macos or linux.
update-unavailable-not_packaged = { $system ->
        [linux] This copy does not come from a package (.deb, .rpm or AppImage), so it can’t update itself.
       *[other] This copy was not put here by an installer, so it can’t update itself.
    } Ask the person who installed { -app } for new versions.

## Backups of the list of keys

# Heading: copies of the list of keys.
backups = Backups
backups-text = { -app } copies the list of keys once a day and keeps the last seven copies. They are on this computer and have no keys in them, only the list.
backups-none = There is no backup yet. { -app } makes one soon after a key is on the list.
backups-failed = The last backup could not be made. Check whether the disk of this computer is full. { -app } tries again by itself.
# Button: show a backup and put it in the place of the list.
backups-restore = Restore
# $created: a date and a time, “30 November 2026 at 08:03”.
backups-restore-created = Restore the backup. Created: { $created }
# Kind of a backup: made each day.
backup-kind-daily = Daily
# Kind of a backup: made before a newer version of the app changed the list.
backup-kind-upgrade = Before an update of { -app }
# Kind of a backup: made before another backup took the place of the list.
backup-kind-restore = Before a restore
# Label: when a backup was created.
backup-created = Created
backup-keys = Keys in the backup
# $count: how many keys, a whole number: 3.
backup-key-count = { $count ->
        [one] { $count } key
       *[other] { $count } keys
    }
# $count: how many more keys, a whole number: 3.
backup-more = And { $count } more
backup-missing = On your list now and not in the backup
backup-missing-none = All keys of your list are in the backup. Changes after its date are not.
backup-missing-unknown = The list can’t be read. What came after the date of the backup is not in it.
backup-missing-changes = Other changes after the date of the backup are not in it either.
# $count: how many guides that were begun, a whole number: 3.
backup-guide-count = { $count ->
        [one] { $count } guide that you began
       *[other] { $count } guides that you began
    }
restore-heading = Restore this backup?
restore-heading-last = Restore the last backup?
restore-heading-none = There is no backup
restore-before = Your list as it is now becomes a backup too, so you can go back to it.
restore-before-damaged = The damaged file stays in the same folder under another name.
restore-secrets = The password store does not change. Keys that it has and the backup does not are shown on Home. One press puts each back on the list.
restore-none = { -app } has no copy of your list. The keys themselves are still in the password store.
restore-none-empty = You can begin with an empty list. Home then shows the keys of the password store, and you can put each back on the list. The damaged file stays in the same folder under another name.
restore-now = Restore the backup
restore-empty = Begin with an empty list
restore-done = The backup is restored.
restore-done-empty = Your list is empty now. Home shows the keys of the password store.
restore-impossible = The backups can’t be read now. If you are in practice mode, switch to your real account in Settings, or clear practice.
restore-backup-damaged = This backup is damaged too, so your list was not changed. Settings shows the older backups.

## Managed by the organization

policy-set = Set by your organization.
policy-broken = Your organization’s rules for { -app } can’t be read
policy-broken-text = Until they are mended, the strictest rules count: your real account, handing over keys that are not sealed, notifications and new versions are closed. Your keys stay saved on this computer, and practice works.
policy-broken-administrator = An administrator has to mend the policy. Then close { -app } and open it again: everything is as before.
policy-problem-unreadable = The policy can’t be opened.
policy-problem-too_large = The policy is larger than 64 KiB.
policy-problem-others_may_write = Not only the administrator may change the file or its folder.
policy-problem-not_json = The policy is not a JSON object.
# $name: the name of a member, “update”.
policy-problem-unknown_member = Unknown member: { $name }
# $name: the name of a member, “addresses.sandbox”.
policy-problem-value_not_allowed = Value not allowed: { $name }
policy-decides = What your organization has set
policy-decides-updates = Whether { -app } looks for new versions.
policy-decides-updateAddress = Where { -app } looks for new versions.
policy-decides-addresses = The addresses at which { -app } reaches Nova Post.
policy-decides-proxy = The proxy that { -app } uses.
policy-values-allowed = Keys may be handed over in a file that is not sealed, or in person.
policy-values-forbidden = Keys may be handed over only sealed: for a public key, or with a passphrase.
policy-mode-closed-account = It has closed real accounts in { -app } on this computer.
policy-mode-closed-practice = It has closed practice in { -app } on this computer.
# $count: the number of languages that may be chosen, 1.
policy-languages = { $count ->
        [one] { -app } has this language only.
       *[other] { -app } has these languages only.
    }
# $from: a time of the day, “09:00”. $to: a time of the day, “17:00”.
policy-notifications = Notifications are shown from { $from } to { $to } only. Others wait until then.
policy-notifications-never = No notifications are shown.

## Help

# Heading of a page.
help-heading = Help
help-facts = Questions and answers
help-fact-give-question = How do I give it to my developer?
help-fact-give-answer = Open the key and press “{ hand-over-open }”. { -app } writes what your developer needs, and seals the key for an email.
help-fact-give-open = Open your keys
help-fact-key-question = What is a key?
help-fact-key-answer = A secret text, like a password, that your software shows to Nova Post. Anyone who has it can act in your name.
help-fact-token-question = What is a token?
help-fact-token-answer = A pass that software gets with the key. It works for about an hour. Your software needs it, you don’t.
help-fact-who-question = Who can get a key?
help-fact-who-answer = A test key: anyone with a number registered at my.novapost.com. A production key in Europe: the authorized representative in your contract. Somebody with a key can be named. A Ukrainian key: a company, in its business account.
help-fact-leak-question = Somebody may have seen a key. What now?
help-fact-leak-answer = Open the key and press “{ leak-entry-open }”.
help-fact-test-question = Test key or production key?
help-fact-test-answer = A test key works in Nova Post’s test environment, where nothing is real. A production key works with real parcels and real money.
help-fact-year-question = How long does a test key last?
help-fact-year-answer = Until the date shown with it. Ask again on another day, and Nova Post extends it by a year. If it expired more than 90 days ago, you get a new one.
help-fact-limit-question = How often can I ask for a test key?
help-fact-limit-answer = Once a day. If you ask twice, you get the same key or the answer “tomorrow”.
help-fact-share-question = Can I send a key by email or chat?
help-fact-share-answer = Not as it is: messages are kept for years. Open the key and press “{ hand-over-open }”: a sealed key can be sent.
help-fact-developer-question = What does my developer need?
help-fact-developer-answer = A test key. For one quick try, a token is enough.
help-facts-more = More questions
help-fact-left-question = My developer has left. What now?
help-fact-left-answer = Open the key and press “{ leak-entry-open }”. You create a new key, give it to the new developer, and then deactivate the old one where you created it, if that is possible.
help-fact-computer-question = What if I get a new computer?
help-fact-computer-answer = Keys stay in the password store of the old one. Ask for your test key again with the same number. Look for other keys where you created them. If they can’t be copied there, create new ones.
help-fact-delete-question = How do I delete a key?
help-fact-delete-answer = Open it under “{ nav-keys }” and choose “{ key-delete }”. This deletes it from this computer only. To stop others from using it, deactivate it where you created it, if that is possible.
help-words = Small dictionary
# A word of the small dictionary in Help.
help-word-api = API
help-word-api-text = The part of Nova Post that your company’s software works with, as you work with its web pages.
# A word of the small dictionary in Help.
help-word-jwt = JWT
help-word-jwt-text = Another word for token in Nova Post’s documentation.
# A word of the small dictionary in Help.
help-word-apikey = apiKey
help-word-apikey-text = The name of the key in the documentation and in many programs. Your developer may ask for it by this name.
# A word of the small dictionary in Help.
help-word-environment = Environment
help-word-environment-text = The test environment or the real service. A key works in one of them.
help-word-store = Password store
help-word-store-text = The place where this computer keeps passwords, protected by your login: Credential Manager on Windows, Keychain on a Mac, a keyring on Linux.
# A word of the small dictionary in Help.
help-word-clipboard = Clipboard
help-word-clipboard-text = What this computer remembers between “Copy” and “Paste”. { -app } clears a key from it after a short time.
help-secrets = Where keys and tokens are
help-secret-here = Everything is on this computer. { -app } sends data only to Nova Post and Nova Poshta.
help-secret-keychain-linux = Keys are saved in this computer’s password store: the keyring (“Passwords and Keys” or KWallet).
help-secret-keychain-macos = Keys are saved in this computer’s password store: the Keychain of your Mac.
help-secret-keychain-windows = Keys are saved in this computer’s password store: Credential Manager of Windows.
help-secret-disk-account = A key is saved nowhere else on the disk. A token is never saved on the disk.
help-secret-disk-practice = A real key is saved nowhere else on the disk. A token is never saved on the disk. Practice keys are also in a file of practice mode, and they are not real.
help-secret-memory-linux = In memory, keys and tokens stay only while they are in use. Then they are erased. Other programs can’t read { -app }’s memory, except that of the window that shows a key.
help-secret-memory-macos = In memory, keys and tokens stay only while they are in use. Then they are erased.
help-secret-memory-windows = In memory, keys and tokens stay only while they are in use. Then they are erased.
help-secret-thief = The password store is encrypted, usually with your login password. A thief without that password can’t open it on a computer that is switched off.
help-secret-others = Other people with an account on this computer can’t open your password store or { -app }’s files. Those files have phone numbers and the last four characters of keys.
help-secret-clipboard = The copy of a key is cleared after a short time, and when you close { -app }.
help-secret-show = A key is shown only when you ask for it, in a window that closes by itself.
help-secret-typed = A key that you type never reaches the main window. It goes from a separate window into memory, and into the password store when you save it.
help-secret-never = Keys, tokens and phone numbers are never in a log or in the details for support.
help-dangers = What you can do
help-danger-unlocked = Lock the screen when you leave: anyone at your computer can do what you can.
help-danger-stolen = A stolen computer that is unlocked or asleep can reveal what is in its memory. The system also writes parts of the memory to the disk. Shut the computer down before you travel, and encrypt its disk.
help-danger-administrator = An administrator of this computer can read everything on it. Use keys only where you trust the administrator.
help-danger-programs-linux = Any program you start can read the unlocked password store and the clipboard, and often what you type and what is on the screen. Install only what you trust.
help-danger-programs-macos = Any program you start can read the clipboard, and with your permission what you type and what is on the screen. If the Mac asks whether another program may use a key, say no. While Handoff is on, your other Apple devices can paste what you copy here.
help-danger-programs-windows = Any program you start can read Credential Manager and the clipboard, and often what you type and what is on the screen. Install only what you trust.
help-danger-clipboard = Some programs keep everything you copy (clipboard history). { -app } asks them not to keep keys, but some ignore this. If you use one, delete the key there. If { -app } was forced to close, copy something else.
help-danger-screen = Stop sharing your screen before you show a key.
help-danger-screen-linux = Screenshots and shared screens show the window with a key.
help-danger-screen-macos = { -app } asks the system to hide the window with a key from shared screens, but some programs ignore this.
help-danger-screen-windows = { -app } asks the system to hide the window with a key from shared screens, but some programs ignore this.
help-danger-network = Some company networks decrypt connections to check them. The administrators of such a network can see a key on its way to Nova Post.
help-danger-engine = The part of your system that shows web pages also shows { -app }’s pages. A flaw in it could let others use { -app } in your name. Keep the system up to date.
help-danger-given = { -app } can’t take back a key you gave away. If in doubt, create a new one and, where possible, deactivate the old one where you created it.
help-policy-none = There is no policy of your organization. { -app } reads one from:
help-policy-there = { -app } follows the policy of your organization from:
help-policy-broken = The policy of your organization can’t be read, so the strictest rules count:
help-it = For your IT department
help-links = Pages of Nova Post
# Heading above the less important parts of a page.
help-more = More
help-shortcuts = Keyboard shortcuts
help-shortcuts-text = You can do everything without them.
shortcut-new-test-key = New test key
shortcut-text-larger = Larger text
shortcut-text-smaller = Smaller text
shortcut-text-usual = Usual text size
shortcut-close = Close what is open
help-about = About { -app }
# Heading.
help-licences = Licences
# $version: “0.4.0”.
help-version = Version { $version }.
help-licence = Free software under the MIT licence or the Apache licence 2.0, as you choose.
help-licence-others = It contains parts by others, under their licences, such as Tauri, Svelte, Fluent and SQLite.
help-independent = { -app } is not made by Nova Post. For contracts and parcels, ask Nova Post.

## Connection check

# Heading of a page.
connection-heading = Connection check
# The link to the page.
connection-open = Check the connection
connection-lead = { -app } checks the way to Nova Post, and this computer. It sends no key and no phone number.
connection-lead-practice = Practice has its own server on this computer. { -app } checks it, and this computer, without the internet.
# $done, $count: whole numbers, 3 and 12.
connection-running = { $done } of { $count } checked
# A button.
connection-cancel = Cancel
connection-again = Check again
connection-result-good = Everything works
# $count: a whole number, 2.
connection-result-look = { $count ->
        [one] It works. Have a look at { $count } point.
       *[other] It works. Have a look at { $count } points.
    }
# $count: a whole number, 2.
connection-result-bad = { $count ->
        [one] { $count } problem was found
       *[other] { $count } problems were found
    }
# $done, $count: whole numbers, 3 and 12.
connection-cancelled = You cancelled the check: { $done } of { $count } checked
connection-real-text = This was the server of practice. The check of Nova Post’s own servers uses the internet.
connection-real = Check Nova Post’s servers too
# A part of the check that is all right.
connection-verdict-good = Good
connection-verdict-look = Have a look
# A part of the check that does not work.
connection-verdict-bad = Problem
# A part of the check has not ended yet.
connection-verdict-waiting = Checking
connection-verdict-missing = Not checked
connection-topic-names = Server names
connection-topic-route = Connection to the servers
# The computer of an organization through which everybody reaches the internet.
connection-topic-proxy = Proxy
# What servers show to prove who they are.
connection-topic-certificates = Certificates
connection-topic-clock = Clock of this computer
connection-topic-sandbox = Test environment of Nova Post
# An environment of Nova Post.
connection-topic-production = Production environment of Nova Post
connection-topic-ukraine = Nova Poshta in Ukraine
connection-topic-keychain = Password store
connection-topic-data_folder = Data folder of { -app }
connection-topic-disk = Free disk space
connection-topic-web_engine = Part of the system that shows the window
connection-on_this_computer = The server is on this computer, so this is not needed.
connection-no_result = There was no result in time.
connection-no_result-do = Check again in a moment. If it happens again, give the report to your IT department.
connection-names_found = All names were found.
# $hosts: a list of host names.
connection-names-missing = Not found: { $hosts }
connection-names-missing-do = Check the Wi-Fi or the network cable. If other pages open in your browser, ask your network’s administrator to allow these names.
connection-names_by_proxy = Your proxy finds the names.
connection-route_open = All servers can be reached.
# $proxy: a host and a port, proxy.example:3128.
connection-route-to-proxy = The proxy { $proxy } can be reached.
# $hosts: a list of host names.
connection-route-closed = Can’t be reached: { $hosts }
connection-proxy_none = No proxy is set. { -app } connects without one.
# $proxy: the address of a proxy, http://proxy.example:3128.
connection-proxy-used = Proxy: { $proxy }
connection-proxy-source-variables = Set by the variable HTTPS_PROXY or ALL_PROXY.
connection-proxy-source-gnome = Set in the network settings of your desktop (GNOME).
connection-proxy-source-kde = Set in the network settings of your desktop (KDE).
connection-proxy-source-windows = Set in the settings of Windows.
connection-proxy-source-macos = Set in the settings of macOS.
connection-proxy-source-policy = Set by a rule of your organization.
connection-proxy_script = A script or automatic detection chooses the proxy, and { -app } can use neither. It connects without a proxy.
connection-proxy_script-do = If something here does not work, ask your IT department for the proxy’s address.
# $host: a server. $issuer: an organization. $day: a date. $trust: one of the connection-trust messages.
connection-certificate = { $host }: { $trust }. Issued by: { $issuer }. Valid until: { $day }.
# A certificate.
connection-trust-public = trusted
connection-trust-added = trusted on this computer only
# A certificate.
connection-trust-expired = expired
connection-trust-not_yet_valid = not valid yet
connection-trust-other_host = made for another server
connection-trust-unknown_issuer = issuer not trusted
connection-trust-refused = not accepted
connection-trust-added-do = Your organization or a security program on this computer opens encrypted connections. It can read keys and tokens on the way. If you did not know this, ask your IT department.
connection-trust-expired-do = Is the date of this computer right? If it is, the certificate has expired: give the report to your IT department.
connection-trust-not_yet_valid-do = Is the date of this computer right? A certificate that is not valid yet is most often the sign of a wrong clock.
connection-trust-other_host-do = Something in your network answers instead of Nova Post. In a hotel, a train or a café, sign in to the network in your browser. If not, give the report to your IT department.
connection-trust-unknown_issuer-do = Something in your network opens encrypted connections, and this computer does not trust it. { -app } sends nothing there. Give the report to your IT department.
connection-trust-refused-do = { -app } sends nothing there. Give the report to your IT department.
connection-certificates_unseen = The certificates can’t be looked at through this kind of proxy.
connection-certificates_unseen-do = There is nothing to do if the servers below answer.
connection-clock_right = The clock is right.
connection-clock_unknown = No server told the time.
connection-clock_unknown-do = Check again when the servers answer.
# A server of Nova Post.
connection-answers = It answers.
connection-keychain_works = It can be read.
connection-folder_writable = { -app } can write into it.
# $size: an amount with its unit, 120 GB.
connection-disk-space = Free: { $size }
connection-disk-look = There is little space left. Delete files that you don’t need soon.
connection-disk-bad = The disk is nearly full, and { -app } may be unable to save. Delete files that you don’t need now.
# $version: 2.50.6.
connection-web-engine-version = Version { $version }
connection-report-heading = For your IT department
connection-report-note = The report says what is on this page. It contains no key, no phone number and no user name.
connection-copy = Copy the report
connection-save = Save the report
# The start of a file’s name.
connection-report-file-name = Connection check
connection-report-title = { -app }: connection check
# $version: 1.0.0.
connection-report-version = Version: { $version }
# $system: windows, macos or linux.
connection-report-system = System: { $system }
# $moment: a date and a time.
connection-report-at = Checked: { $moment }
connection-report-practice = Checked: the server of practice on this computer
connection-report-real = Checked: the servers of Nova Post
# $topic: what was checked. $verdict: Good, Have a look or Problem.
connection-report-line = { $topic }: { $verdict }
# $code: the name of a failure for support, proxy_needed.
connection-report-code = Code: { $code }

## The window that shows a key

reveal-heading = Your key
reveal-heading-passphrase = The passphrase
# Under the passphrase of a sealed key, in which hyphens separate groups of four characters.
reveal-tell = Tell it to the developer by phone, with the hyphens. Do not send it with the sealed key. It is shown only this once: if you miss it, seal the key again.
# $seconds: a whole number, 30.
reveal-closes = { $seconds ->
        [one] This window closes in { $seconds } second.
       *[other] This window closes in { $seconds } seconds.
    }
reveal-stay = Keep open
# Button: close the window.
reveal-close = Close
reveal-failed = The key can’t be shown. Close this window and choose “{ key-show }” again.

## A program asks for a token

# The window in which a program of this computer asks for a token. The person did not open it.
ask-heading = A program asks for a token
ask-text = With this token the program can act at Nova Post in your company’s name until the token expires. It does not get the key. If you do not know the program, choose “{ ask-refuse }”.
# Before the name and the path of the program.
ask-program = Program
# In place of the name of the program.
ask-program-unknown = This computer does not say which one it is
# Before the name and the last characters of the key that the token is for.
ask-key = Key
ask-refuse = Don’t allow
ask-once = Allow once
ask-hour = Allow for an hour
ask-over = Nobody waits for this answer any more. You can close this window.
# The heading of a list on the page of a key: programs, each with the time until which it may have tokens.
ask-permissions = Programs that may get tokens
ask-permissions-text = You allowed these programs to get tokens of this key for an hour.
# $time: a date and a time, “30 November 2025 at 21:00”.
ask-permission-until = Until { $time }
# Button: the program has to ask again.
ask-permission-end = End
# $program: the full path of a program, “/usr/bin/php”.
ask-permission-end-name = End the permission of { $program }
# A developer reads these in a terminal, or in the log of a program.
cli-token-not-allowed = The request for a token was not allowed in { -app }.
cli-token-no-such-key = { -app } has no key with this name or with these last four characters.
cli-token-several-keys = { -app } has several keys with this name or with these last four characters. Give the key another name in { -app }.
cli-token-no-tokens = Nova Poshta gives no token for this key.
cli-token-busy = Too many programs ask { -app } at the same time. Try again later.
cli-token-not-understood = The { -app } that is open has another version. Close it and open it again.
# $code: the code of a failure, in English, “keychain_locked”.
cli-token-failed = { -app } could not get a token: { $code }. The page of the key in { -app } says more, at “{ key-get-token }”.
cli-token-forbidden = Your organization has closed real accounts in { -app } on this computer. Ask its administrator.
cli-token-practice = This token is from practice. Nova Post does not know it.

## The window that a key is typed into

enter-heading = Enter your key
# $keys: keys on the keyboard, “Ctrl+V”.
enter-text = Type the key, or paste it with { $keys }. Next, in the main window, say what it is for.
# Label of a field: an API key.
enter-field = Key
enter-show = Show what I type
enter-use = Use this key
# Button.
enter-cancel = Cancel
# $seconds: a whole number, 30.
enter-closes = { $seconds ->
        [one] Nothing was typed for a while. This window closes in { $seconds } second.
       *[other] Nothing was typed for a while. This window closes in { $seconds } seconds.
    }
enter-stay = Keep open
enter-unanswered = The key could not be used. Try again.
enter-unanswered-keychain = The key could not be used. This computer’s password store may be locked. Try again.
enter-no-clipboard = { -app } can’t use the clipboard here. Type the key.
enter-unanswered-clipboard = The clipboard of this computer did not answer. Try again, or type the key.
enter-unanswered-store = The key could not be used, because { -app } can’t read your list of keys. Close this window. Home says what to do.
enter-found-empty = Type or paste the key.
enter-found-address = This is the address of a web page. Enter the key itself.
enter-found-domain = This is the name of a website. Enter the key itself.
enter-found-email = This is an email address. Enter the key itself.
enter-found-phone = This looks like a phone number. Enter the key itself.
enter-found-hidden = The key is hidden behind dots or stars. Show it on Nova Post’s page first, or use the copy icon there.
enter-found-token = This is a token, not a key. A key is shorter.
enter-found-several_keys = This is more than one key. Leave only the one you want to add.
# $letter: one character, “О”. $position: a place in the text, 7.
enter-found-foreign_letter = Keys don’t contain “{ $letter }” (character { $position }). They have digits and the Latin letters a to f. Check that your keyboard types Latin letters.
enter-found-no_key = There is no key in this text.
# $length: a number of characters, 39.
enter-found-too_short = { $length ->
        [one] Only { $length } character. A key has 32 or 40.
       *[other] Only { $length } characters. A key has 32 or 40.
    }
# $length: a number of characters, 39.
enter-found-too_long = { $length ->
        [one] { $length } character. A key has 32 or 40.
       *[other] { $length } characters. A key has 32 or 40.
    }

## Test key

test-key-title = Test key
test-key-step-before = Before you start
test-key-step-number = Phone number
test-key-step-check = Check and send
test-key-step-key = Test key
# Button: to the next page.
test-key-continue = Continue

test-key-before-lead = With a test key, your developer can try everything, without real parcels.
test-key-before-account = What you need for your real account
test-key-before-registered = The phone number is registered at my.novapost.com
test-key-before-registered-text = Nova Post finds you by this number. Usually it is the one in your contract.
test-key-before-register = Register at my.novapost.com
test-key-before-register-help = How to register, step by step
test-key-before-foreign = It is not a Ukrainian number (+380)
test-key-before-foreign-text = Nova Post creates no test keys for Ukrainian numbers. If your company is not in Ukraine, use another number from your contract. If there is none, enter this one: { -app } then helps you to write to Nova Post.
test-key-before-ukraine = The guide for a company in Ukraine
test-key-before-elsewhere = A production key for a company elsewhere in Europe
test-key-before-portal-text = Or create the same key on Nova Post’s own page.
test-key-before-portal = Open Nova Post’s page

test-key-number-lead = The number of your my.novapost.com account, in any format.
# Label of a field.
test-key-country = Country
test-key-country-hint = Not needed if the number begins with “+”.
test-key-phone = Phone number
test-key-phone-digits = Exactly these digits will be sent
test-key-phone-digits-none = The digits to be sent appear here
# $code: a country code without the plus, 48. $country: the name of a country, “Poland”.
test-key-phone-elsewhere = The number starts with +{ $code }. Country: { $country }
test-key-number-practice-use = Use this number
test-key-practice-number = For practice use this number
test-key-practice-number-text = It belongs to nobody and gets a new key. You need no account.
test-key-practice-number-others = All practice numbers
test-key-problem-empty = Enter the phone number.
# $missing: a whole number, 2. $country: the name of a country, “Poland”.
test-key-problem-short = { $missing ->
        [one] This number is too short (country: { $country }). At least one digit is missing.
       *[other] This number is too short (country: { $country }). At least { $missing } digits are missing.
    }
# $missing: a whole number, 2.
test-key-problem-short-anywhere = { $missing ->
        [one] This number is too short. At least one digit is missing.
       *[other] This number is too short. At least { $missing } digits are missing.
    }
# $extra: a whole number, 2. $country: the name of a country, “Poland”.
test-key-problem-long = { $extra ->
        [1] One digit too many (country: { $country }).
        [2] Two digits too many (country: { $country }).
        [3] Three digits too many (country: { $country }).
        [4] Four digits too many (country: { $country }).
        [5] Five digits too many (country: { $country }).
       *[other] { $extra } digits too many (country: { $country }).
    }
# $extra: a whole number, 2.
test-key-problem-long-anywhere = { $extra ->
        [1] One digit too many.
        [2] Two digits too many.
        [3] Three digits too many.
        [4] Four digits too many.
        [5] Five digits too many.
       *[other] { $extra } digits too many.
    }
test-key-problem-code = No country has this code. Choose the country, or start the number with + and the country code.
test-key-problem-no-country = Choose the country, or begin the number with + and the country’s code.
test-key-which-country = Which country is this number from?
test-key-problem-not-a-number = This is not a phone number. Use digits, spaces, dashes, brackets and +.
test-key-problem-extension = Leave out the extension at the end. Nova Post needs only the number.
test-key-problem-several = There are several numbers here. Enter one.
test-key-problem-cut-off = A spreadsheet has shortened this number. Format the cell as text or as a whole number, then copy it again.
test-key-problem-ukraine = This is a Ukrainian number.
test-key-problem-maybe-ukraine = Is this a Ukrainian number? Then start it with +380. If not, start it with + and its country code.
test-key-problem-second-look = Tick the box if the number is right.
test-key-second-look-title = This number is unusual
test-key-second-look-text = We don’t recognise this kind of number. It may be new. Compare it with your account.
# Label of a checkbox. Impersonal, without a gender.
test-key-second-look = Compared. The number is right.
test-key-second-look-prefix-title = This is an older way to write the number
# $dropped: a digit, “1”. $number: a phone number, “+52 55 1234 5678”.
test-key-second-look-prefix-text = In Mexico, { $dropped } is no longer part of a phone number. New form: { $number }. Compare it with your account.
test-key-second-look-words-title = There is other text next to the number
# $number: a phone number, “+49 821 3437654”.
test-key-second-look-words-text = Only this will be sent: { $number }. Compare it with your account.
test-key-second-look-ukraine-title = Is this a Ukrainian number?
test-key-second-look-ukraine-text = Mobile numbers in Ukraine are written this way.
# $number: a phone number, “+380 67 123 45 67”.
test-key-second-look-ukraine-yes = Yes, it is { $number }
# $number: a phone number, “+48 67 123 45 67”. $country: the name of a country, “Poland”.
test-key-second-look-ukraine-no = No, it is { $number } ({ $country })
# $country: the name of a country, “Poland”.
test-key-second-look-ukraine-neither = If not, it does not fit the country ({ $country }). Check the digits, or start with + and the country code.
test-key-choose-number = Which number do you want to use?

test-key-check-lead = Nothing has been sent so far.
test-key-check-number = Phone number
test-key-check-sent-as = Sent as
test-key-check-environment = Where it works
test-key-check-environment-account = Nova Post’s test environment
test-key-check-environment-practice = Only in practice. Nothing is sent to Nova Post.
test-key-check-daily = How often
test-key-check-daily-text = You can ask once a day. If you ask twice, you get the same key or the answer “tomorrow”.
test-key-check-kept = Where it is saved
# $system: windows, macos or linux.
test-key-check-kept-text = { $system ->
        [windows] In this computer’s password store (in Windows: Credential Manager).
        [macos] In this computer’s password store (on a Mac: Keychain).
       *[other] In this computer’s password store (the keyring).
    }
test-key-check-change = Change the number
test-key-send = Send the request
test-key-sending = Sending your request
test-key-reminded = { -app } will remind you tomorrow, on Home.

test-key-created = Your test key is ready
test-key-created-text = Nova Post created a new key. It is saved in this computer’s password store.
test-key-other = It is another key than before
# $ending: the last four characters of a key, “4bf2”. $day: a date, “30 November 2027”.
test-key-other-expired = Ending of the previous key: { $ending }. Valid until: { $day }
# $ending: the last four characters of a key, “4bf2”.
test-key-other-ending = Ending of the previous key: { $ending }
test-key-other-text = It is now in your list as “{ status-replaced }”. Each system that uses it needs the new key.
test-key-found = The key of this number
test-key-found-text = You already have it.
test-key-unsaved = Your test key is here, but not saved yet
test-key-unsaved-text = You can use it now and save it later.
test-key-same = You have this key already
test-key-same-text = Nova Post sent the same key as before. Nothing has changed.
test-key-extended = Your key is valid for longer
# $from: a date, “27 August 2025”. $to: a date, “27 August 2026”.
test-key-extended-text = It is the same key. Expiry date before: { $from }. Now: { $to }
test-key-reactivated = Your key works again
# $from: a date, “27 August 2025”. $to: a date, “27 August 2026”.
test-key-reactivated-text = It is the same key. Expired: { $from }. Expires now: { $to }
test-key-next = What comes next
test-key-next-text = Give the key to your developer. To see that it works, get a token.
test-key-another = Ask with another number

## Token

# Heading of a page.
token-title = Token
token-lead = A token shows that your key works. It is valid for about an hour.
token-lead-ukraine = Other developers say that a Ukrainian key can get a token too. Nova Poshta’s documentation does not mention it.
token-key = Created with
token-none = You have no token for this key.
# $host: a host’s name, “api.novaposhta.ua”.
token-none-ukraine = { -app } sends the key to { $host } and asks for a token. This changes nothing.
token-none-ukraine-practice = { -app } asks for a token with the key. Nothing is sent to Nova Poshta: practice answers.
# Calm notice: the question has an answer, and nothing is wrong.
token-not-given = Nova Poshta gives no token for this key. Your developer uses the key directly, with each call.
# The token from before still works.
token-not-renewed = Nova Poshta gave no new token. This one stays until it expires.
token-getting = Getting a token
token-get = Get a token
token-get-ukraine = Try to get a token
token-renew = Get a new token
# Button: get a new token instead of this one.
token-again = Renew
token-left = Time left
token-alive = Your token is ready
# $time: a time, “08:03”.
token-alive-text = Works until { $time }. Then get a new one.
# $time: a time, “08:03”.
token-alive-text-ukraine = Nova Poshta gave this token. It expires at { $time }. { -app } can’t check it.
# $time: a time, “08:03”.
token-alive-text-ukraine-assumed = Nova Poshta gave this token, without an expiry time. { -app } deletes it at { $time } and can’t check it.
token-dying = This token expires soon
token-dead = This token has expired
token-dead-text = This is normal: tokens work for about an hour. The key still works.
token-dead-text-ukraine = You can try to get another one.
token-assumed = The token has no expiry time. Nova Post’s tokens work for about an hour, so { -app } counts one hour.
token-copy = Copy the token
token-try = Check it
token-try-text = The check shows whether Nova Post accepts the token. It changes nothing.
# $time: a time, “08:03”.
token-works = It works. Checked: { $time }
token-claims = About this token
# Label of a date: created on this day.
token-claim-created = Created
# Label of a date: expires on this day.
token-claim-expires = Expires
# Label: the client’s id in a token, for developers.
token-claim-client = Client
token-claim-issuer = Created by
token-claim-currencies = Currencies listed in the check
token-claim-unsaid = Not given
token-claims-text = { -app } can read this, but only Nova Post can check it.
token-claims-text-ukraine = { -app } can read this, but can’t check it.
token-developer = For your developer
token-developer-use = How to use the token
token-developer-copy = Copy how to use the token
# A text to copy, from one colleague to another. $environment: sandbox or production. $address: a base URL,
# “https://api-stage.novapost.pl/v.1.0/”.
token-developer-text =
    This is how to use a token of the Nova Post API. I’ll give you the token separately.

    Environment: { $environment ->
        [production] production
       *[sandbox] test (sandbox)
    }
    Address: { $address }
    Header of every request: Authorization: <jwt> (the token alone, without “Bearer”)
    A token works for about an hour. After that you need a new one. Do not store it.
# The words in quotes are labels on Nova Post’s portal, in English only.
token-developer-portal = To try it on Nova Post’s portal, press “Authorize” there and paste the token under “JWT”.
token-developer-open = Open the portal
token-memory = { -app } keeps tokens in memory only. They are deleted when you close it.

## Emails to Nova Post

# Label, as in an email.
email-to = To
# Label, as in an email.
email-subject = Subject
# Label: the text of an email.
email-text = Text
email-language = Language of the email
email-language-service_desk = For Nova Post’s service desk, { -app } suggests English. You can choose another language.
email-language-manager = { -app } suggests it by the country of the organization. You can choose another language.
# Heading: below it the email is shown in the language of the window.
email-meaning = What this email says

## The affiliation email

affiliation-heading = Email to Nova Post
affiliation-lead = This email asks Nova Post to link you to your organization. Fill in the form: the email is written for you.
affiliation-waiting = Opening your email
affiliation-run-gone = This guide was deleted, and its email too.
affiliation-organization-part = The organization
# Label of a field: the name of the organization.
affiliation-field-organization = Name
affiliation-organization-hint = As written in the contract with Nova Post.
# Label of a field.
affiliation-field-country = Country
affiliation-field-taxCode = Tax code
# Label of a field. $number: the name of a number, “NIF”.
affiliation-tax-code-named = Tax code ({ $number })
affiliation-tax-code-hint = The company’s registration or VAT number, as written in the contract.
# $numbers: names of numbers, “NIP, REGON or KRS”.
affiliation-tax-code-hint-country = The { $numbers }, as written in the contract.
affiliation-person-part = The person who will have the key
affiliation-field-fullName = Full name
affiliation-as-in-account = As in the account at my.novapost.com.
affiliation-phone-country = Country of the phone number
affiliation-field-phone = Phone number
# $phone: a phone number, “+49 821 3437654”.
affiliation-phone-of-key = Phone number of your newest test key: { $phone }
affiliation-phone-use = Use this number
# Label of a field: an email address.
affiliation-field-email = Email
affiliation-manager-part = To whom
affiliation-field-managerEmail = Email of your manager at Nova Post
# $address: an email address, “name@company.com”.
affiliation-manager-hint = Look in your contract or in emails from Nova Post. If you don’t find it, leave this empty. The email then goes to { $address }.
affiliation-missing-organization = Enter the name of the organization.
affiliation-missing-country = Choose the country of the organization.
affiliation-missing-taxCode = Enter the tax code.
affiliation-missing-fullName = Enter the person’s full name.
affiliation-missing-phone = Enter the person’s phone number.
affiliation-missing-email = Enter the person’s email.
affiliation-missing-managerEmail = Enter the manager’s email.
# $country: the name of a country, “Poland”.
affiliation-tax-fits = This looks right ({ $country }).
# $country: the name of a country, “Poland”.
affiliation-tax-form_fits = This looks right ({ $country }).
# $country: the name of a country, “Poland”.
affiliation-tax-not_checked = { -app } can’t check numbers of this country ({ $country }). Compare it with the contract.
# $numbers: names of numbers, “NIP, REGON or KRS”.
affiliation-tax-check_digit = One digit may be wrong ({ $numbers }).
# $numbers: names of numbers, “NIP, REGON or KRS”.
affiliation-tax-wrong_form = This doesn’t look like the right number ({ $numbers }).
# $numbers: names of numbers, “NIP, REGON or KRS”.
affiliation-tax-wrong_sign = This has a character that the number can’t have ({ $numbers }).
# $numbers: names of numbers, “NIP, REGON or KRS”.
affiliation-tax-wrong_length = The length is not right ({ $numbers }).
# $alphabet: cyrillic, greek, latin or another. $letter: one character, “О”.
affiliation-tax-foreign_letter = { $alphabet ->
    [cyrillic] The letter “{ $letter }” is Cyrillic. It only looks the same. Type it again in Latin letters.
    [greek] The letter “{ $letter }” is Greek. It only looks the same. Type it again in Latin letters.
   *[other] The letter “{ $letter }” is not Latin. Type it again in Latin letters.
}
affiliation-tax-anyway = Compare it with the contract. If it is the same there, leave it.
# $field: the label of a field, “Tax code”. $problem: a sentence, “Enter the tax code.”.
affiliation-error = { $field }: { $problem }
affiliation-errors = Before you can send the email
affiliation-preview = Your email so far
# Button: to the next page.
affiliation-continue = Continue
affiliation-kept = Everything is saved while you type.
# Below a field, while its value is the one that was filled in.
affiliation-from-guide = From this guide.
affiliation-from-email = From your last email to Nova Post.
affiliation-from-system = From the region settings of this computer.
# Above the form.
affiliation-from-earlier = Saved earlier. Check that everything is still right.
affiliation-email = The email
affiliation-ready = Your email is ready
affiliation-ready-lead = Read it once more. Then send it from your own email program, so Nova Post sees that it comes from you.
affiliation-practice = Practice: no email program opens, so nothing goes to Nova Post. You can copy the email, save it, or continue as if you had sent it.
affiliation-open = Open in my email program
affiliation-copy = Copy the text
affiliation-save = Save as a file
affiliation-opened-whole = Your email program opens with the email. Check it and press “Send” there. If nothing opens, copy the text from here.
affiliation-opened-without_text = Your email program opens with an empty email. The text is on the clipboard: paste it there, then press “Send”.
# $file: a file’s name or path, “settings.json”. $folder: the path of a folder, “/home/anna/Downloads”.
affiliation-saved = Saved as “{ $file }”. Folder: { $folder }. Double-click the file, then send it from your email program.
# $to: “name@company.com”.
affiliation-saved-otherwise = Apple Mail and the new Outlook may open it without a “Send” button. Then copy the text into a new email to { $to }.
affiliation-saved-otherwise-open = Apple Mail and the new Outlook may open it without a “Send” button. Then copy the text into a new email.
affiliation-saved-show = Show in folder
affiliation-sent-heading = Have you sent it?
affiliation-sent-text = Then Nova Post has to answer. The guide shows what comes next.
# $day: a date, “27 August 2025”.
affiliation-sent-before = Last sent: { $day }. If you send it again, the new date is saved.
# Button: the person says so. Impersonal, without a gender.
affiliation-sent = Yes, it is sent

## Adding a key

# $system: windows, macos or linux.
add-key-lead = { $system ->
        [windows] Open the page that shows the key and copy the key there. { -app } takes it from the clipboard and saves it in this computer’s password store (in Windows: Credential Manager).
        [macos] Open the page that shows the key and copy the key there. { -app } takes it from the clipboard and saves it in this computer’s password store (on a Mac: Keychain).
       *[other] Open the page that shows the key and copy the key there. { -app } takes it from the clipboard and saves it in this computer’s password store (the keyring).
    }
add-key-step-copy = Copy it
add-key-step-about = Describe it
add-key-step-kept = Save it
add-key-copy-open = Open the page where the key was created.
add-key-copy-icon = Press the copy icon next to the key. If there is none, select the whole key, right-click it and choose “Copy”.
add-key-copy-return = Come back here and press the button below. You don’t have to paste the key.
# Button: the person says so. Impersonal where a past tense has a gender.
add-key-look = I have copied it
add-key-look-again = I have copied it again
add-key-type = Type it instead
add-key-found-empty = The clipboard is empty
add-key-found-empty-text = Copy the key on Nova Post’s page, then press the button here.
add-key-found-address = You copied the address of a web page
add-key-found-address-text = Copy the key itself. It does not start with “https”.
add-key-found-token = You copied a token, not a key
add-key-found-token-text = Copy the key. It is shorter than a token.
add-key-found-domain = You copied the name of a website
add-key-found-domain-text = Copy the key itself. It is on the page you opened.
add-key-found-email = You copied an email address
add-key-found-email-text = Copy the key itself. It has digits and the letters a to f, and no “@”.
add-key-found-phone = You copied a phone number
add-key-found-phone-text = Copy the key itself. It has 32 or 40 characters.
add-key-found-hidden = You copied the key while it was hidden
add-key-found-hidden-text = It has dots or stars instead of characters. Press the copy icon next to the key, or show the key first and then copy it.
add-key-found-several_keys = You copied more than one key
add-key-found-several_keys-text = Copy only the key that you want to add.
# $letter: one character, “О”. $position: a place in the text, 7.
add-key-found-foreign_letter = Keys don’t contain “{ $letter }” (character { $position })
add-key-found-foreign_letter-text = Keys have digits and the Latin letters a to f. Letters of other alphabets can look the same. Use the copy icon next to the key.
add-key-found-no_key = There is no key in what you copied
add-key-found-no_key-text = A key has 32 or 40 characters: digits and the letters a to f. Press the copy icon next to the key, then press the button here.
# $length: a number of characters, 39.
add-key-found-too_short = { $length ->
        [one] You copied only { $length } character
       *[other] You copied only { $length } characters
    }
add-key-found-too_short-text = A key has 32 or 40 characters. Select all of it, from the first to the last.
# $length: a number of characters, 39.
add-key-found-too_long = { $length ->
        [one] You copied { $length } character
       *[other] You copied { $length } characters
    }
add-key-found-too_long-text = A key has 32 or 40 characters. Copy only the key.
# $length: a number of characters, 39.
add-key-ask-unusual_form = { $length ->
        [one] This has { $length } character. Is it a key?
       *[other] This has { $length } characters. Is it a key?
    }
add-key-ask-unusual_form-text = Nova Post’s keys have 32 or 40 characters: digits and the letters a to f. This one is different. Compare its length and its last characters with the key on Nova Post’s page.
add-key-ask-unusual_form-yes = Add it anyway
# $length: a number of characters, 39.
add-key-ask-joined = { $length ->
        [one] { $length } character in several parts. Is it one key?
       *[other] { $length } characters in several parts. Is it one key?
    }
# $pieces: a list of numbers, “20 + 20”. $length: a number of characters, 39.
add-key-ask-joined-text = There were spaces or line breaks inside. Length of the parts: { $pieces }. Together: { $length }. Compare the last characters with the key on Nova Post’s page.
add-key-ask-joined-yes = Join the parts
add-key-unusual-production = Production keys have 32 or 40 characters: digits and the letters a to f. Check the page where you copied it.
add-key-unusual-sandbox = Test keys have 32 or 40 characters: digits and the letters a to f. Check the page where you copied it.
add-key-unusual-ukraine = Ukrainian keys have 32 characters: digits and the letters a to f. Is this key for Europe? Then choose another kind above.
add-key-known = You have this key already
add-key-known-text = You don’t have to do anything. You can change its name, its kind or its organizations.
add-key-known-open = Go to this key
add-key-known-change = Change its details
add-key-about = What is this key for?
add-key-about-lead = { -app } can’t see this from the key itself, so choose it here.
# $length: a number of characters, 39.
add-key-length = { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }
# $length: a whole number, 40.
add-key-length-entered = { $length ->
        [one] { $length } character, entered by you
       *[other] { $length } characters, entered by you
    }
# $length: a whole number, 40.
add-key-length-stored = { $length ->
        [one] { $length } character, found in the password store of this computer
       *[other] { $length } characters, found in the password store of this computer
    }
add-key-environment = Kind of key
add-key-environment-production = For real parcels in Europe. Created at my.novapost.com.
add-key-environment-sandbox = For trying things out in Nova Post’s test environment.
add-key-environment-ukraine = For a company in Ukraine. Created at new.novaposhta.ua, under “Security”.
add-key-environment-missing = Choose the kind of key.
add-key-person = A test key belongs to a person, not to an organization.
# Label of a field.
add-key-organization = Organization
add-key-organization-hint = Nova Post’s page shows it next to the key. If you are not sure, leave this empty.
add-key-organization-more = Another organization
# Button: add an organization to a list.
add-key-organization-add = Add
# $name: the name of an organization, “Hanse Textil GmbH”.
add-key-organization-remove = Remove: { $name }
add-key-organizations-chosen = Organizations of this key
add-key-organizations-known = Do you mean one of these?
add-key-name = Name of the key
add-key-name-hint = For example “Online shop”. You can leave it empty.
field-looks-like-key = This looks like a key, so it was not pasted. Don’t enter keys here.
add-key-pasted = This is the key itself, so it was not pasted. { -app } already has it.
add-key-keep = Save this key
add-key-other = Use another key
add-key-opening = A key from your password store
add-key-opening-text = Checking whether it is in your list
add-key-keeping = Saving your key
add-key-keeping-text = Saving it in your password store
add-key-kept = Your key is saved
add-key-kept-text = It is in this computer’s password store.
add-key-saved-refused = This key does not work
add-key-saved-refused-text = It is saved in this computer’s password store, but it was not accepted.
add-key-saved-unchecked = The key is saved, but not checked
add-key-saved-unchecked-text = It is in the password store of this computer. Whether it works is not known yet.
add-key-clipboard-empty-linux = The copy was cleared from the clipboard. If a program such as Klipper keeps what you copy, delete the key there too.
add-key-clipboard-empty-macos = The copy was cleared from the clipboard. If this Mac or a program keeps what you copy (clipboard history), delete the key there too.
add-key-clipboard-empty-windows = The copy was cleared from the clipboard. If the clipboard history of Windows is on, press the Windows key and V, and delete the key there too.
add-key-clipboard-full = The clipboard could not be cleared, so the key may still be on it. Copy any other word to replace it.
add-key-checking = Checking that it works
add-key-works = Your key works
add-key-works-text = Nova Post accepted it.
add-key-works-text-ukraine = Nova Poshta accepted it.
add-key-next = Next, give it to your developer. You can also do that later, on the key’s page.
add-key-open = Go to this key
add-key-back-to-guide = Back to the guide

## Failure cards

failure-turn-you = This is up to you
failure-turn-nova_post = This is up to Nova Post
failure-turn-nova_poshta = This is up to Nova Poshta
failure-turn-computer = The cause is on this computer
failure-turn-administrator = This is up to your organization’s administrator
failure-turn-network = The cause is in your network
# On a failure card in practice mode, before a link to the phone book.
failure-practice = Practice simulates this failure.

failure-phone-invalid-title = Nova Post does not accept this number
failure-phone-invalid-text = Compare it digit by digit with the number in your my.novapost.com account.
failure-phone-ukraine-title = Nova Post creates no test keys for Ukrainian numbers
failure-phone-ukraine-text = Is your company in Ukraine? Then create a key in its business account: the guide takes a few minutes. Is it elsewhere? Use another number from your contract, or write to Nova Post.
failure-client-not-found-title = Nova Post does not know this number yet
failure-client-not-found-text = Register at my.novapost.com with exactly this number. If you have an account, check which number it has. Then come back and ask again.
failure-several-clients-title = Several accounts have this number
failure-several-clients-text = Nova Post can’t tell whose key to create, and only Nova Post can correct this. An email is ready for you.
failure-daily-limit-title = This number was already used today
failure-daily-limit-text-key = You can ask once a day. You already have the key for this number, and you can use it.
failure-daily-limit-text-none = You can ask once a day. Ask again tomorrow. Perhaps a colleague asked today, or somebody used Nova Post’s own page: then they have the key.
failure-key-refused-title = This key is not accepted
failure-key-refused-text = It may have expired or been deactivated. Ask again with the same number. Nova Post makes an expired key work again, or sends a new one if it expired long ago.
failure-token-over-title = This token has expired
failure-token-over-text = You can get a new one now.
failure-key-expired-title = This key has expired
# The words in quotes are labels at new.novaposhta.ua.
failure-key-expired-text = In the business account at new.novaposhta.ua, under “Settings” and “Security”, create a new key and add it here.
failure-wrong-environment-title = This key belongs to the other environment
failure-wrong-environment-text-sandbox = It works in the test environment, and not in production. Move it to your test keys.
failure-wrong-environment-text-production = It works in production, and not in the test environment. Move it to your production keys.
failure-key-malformed-title = Nova Post can’t read this key
# The words in quotes are labels at my.novapost.com in this language.
failure-key-refused-text-own = It may have expired or been deactivated. At my.novapost.com, under “Integrations” and “API Keys”, check that it is active. If not, create a new one there and add it.
# The words in quotes are labels at new.novaposhta.ua in this language.
failure-key-refused-text-ukraine = In the business account at new.novaposhta.ua, under “Settings” and “Security”, check that it is still there. If not, create a new one there and add it.
failure-key-malformed-text = It is incomplete, or contains something else. Open the page where you copied it. If you can still copy it there, copy all of it and add it again. If not, get a new one.
# $length: a number of characters, 39.
failure-key-form-unusual-title = { $length ->
        [one] This key has { $length } character
       *[other] This key has { $length } characters
    }
failure-key-form-unusual-text = Other keys of this kind look different. Open the page that shows the key and copy it again. If it is right, add it anyway.
failure-looks-like-key-title = This looks like a key
failure-looks-like-key-text = A name or a note contains a key or a token. Names and notes are not protected, so nothing was saved. Remove the key from the text.
failure-no-key-title = There is no key to save
failure-no-key-text = { -app } keeps a copied key only while this page is open. Copy it again.
failure-access-forbidden-title = Nova Post does not allow this for your account
failure-access-forbidden-title-ukraine = Nova Poshta does not allow this call
failure-access-forbidden-text = A permission is missing, and only Nova Post can give it. An email is ready for you.
failure-too-many-tokens-title = Wait a moment before the next token
failure-too-many-tokens-text = Too many tokens may be in use at once. If you have a token, use it. If not, wait and try again.
failure-too-many-requests-title = Nova Poshta asks for a pause
failure-too-many-requests-text = There were too many requests in a short time. This says nothing about your key. Wait, then try again.
failure-call-refused-title = Nova Poshta did not check the key
failure-call-refused-text = It reports an error that says nothing about your key. Try again later. If that does not help, press “{ failure-action-copy-details }” and give them to your developer.
failure-service-unavailable-title = The service is not available right now
failure-service-unavailable-text = You did nothing wrong. Wait a moment, then try again.
failure-service-unavailable-text-request = You did nothing wrong. Wait a moment, then ask again. It is safe: Nova Post sends the key or says “tomorrow”.
failure-service-error-title = The service has an error
failure-service-error-text = You did nothing wrong. Try again later. If it happens again, press “{ failure-action-copy-details }” and send them to servicedesk@novapost.com.
failure-service-error-text-request = You did nothing wrong. Ask again later: it is safe. If it happens again, press “{ failure-action-copy-details }” and send them to servicedesk@novapost.com.
failure-service-error-text-ukraine = You did nothing wrong. Try again later. If it happens again, press “{ failure-action-copy-details }” and give them to your developer.
failure-answer-unreadable-title = { -app } could not read the answer
failure-answer-unreadable-text = The service may have a problem, or something in your network answered instead.
failure-answer-unreadable-text-request = Nova Post may have created the key. You can safely ask again: Nova Post sends the key or says “tomorrow”.
failure-network-page-title = A web page came instead of an answer
failure-network-page-text = It may be the sign-in page of a hotel or a café, or a filter. Open a page in your browser, sign in if asked, then try again. If there is no sign-in, ask your network’s administrator.
failure-network-page-text-request = It may be the sign-in page of a hotel or a café, or a filter. Open a page in your browser, sign in if asked, then ask again. It is safe: Nova Post sends the key or says “tomorrow”. If there is no sign-in, ask your network’s administrator.
failure-redirect-refused-title = Something in your network answered instead of Nova Post
failure-redirect-refused-text = It may be the sign-in page of a hotel, a café or a company. Open a page in your browser, sign in if asked, then try again.
failure-offline-title = This computer has no internet connection
failure-offline-text = Check the Wi-Fi or the network cable. What you typed is still here.
failure-unreachable-title = The connection failed
failure-unreachable-text = Try again in a moment. If it happens again, a firewall may block it: ask your network’s administrator.
failure-unreachable-text-request = The connection closed before an answer came. Nova Post may have created the key. You can safely ask again: Nova Post sends the key or says “tomorrow”.
failure-tls-untrusted-title = The connection is not safe, so nothing was sent
failure-tls-untrusted-text = Your key was not sent. { -app } can’t confirm that this is Nova Post. Are you in a hotel, a train or a café? Open the browser, sign in to the network, then try again. If not, a security program, the company network or a wrong date on this computer may be the cause. “{ connection-open }” makes a report for your IT department.
failure-proxy-sign_in-title = Your network asks for a name and a password
# $system: windows, macos or linux.
failure-proxy-sign_in-text = Ask your IT department. Your company’s proxy needs a name and a password, and { -app } uses them if they are in its address. { $system ->
        [windows] They can add the variable HTTPS_PROXY with the value http://NAME:PASSWORD@PROXY:PORT under “Edit environment variables for your account”. Then start { -app } again.
        [macos] They can set it with the command “launchctl setenv HTTPS_PROXY http://NAME:PASSWORD@PROXY:PORT”. Then start { -app } again.
       *[other] They can set the variable HTTPS_PROXY to http://NAME:PASSWORD@PROXY:PORT, for example in “.profile” in your home folder. If the settings of your desktop name a proxy too, host and port must be the same. Then log out and in again.
    }
failure-proxy-sign_in_refused-title = Your network does not accept the name and the password
# $system: windows, macos or linux.
failure-proxy-sign_in_refused-text = Ask your IT department. The name or the password in the address of your company’s proxy is wrong or has changed. { $system ->
        [windows] The address is in the variable HTTPS_PROXY, under “Edit environment variables for your account”. Correct it, then start { -app } again.
        [macos] The address was set with the command “launchctl setenv HTTPS_PROXY”. Correct it, then start { -app } again.
       *[other] The address is in the variable HTTPS_PROXY, often in “.profile” in your home folder, or in the settings of your desktop. Correct it, then log out and in again.
    }
failure-proxy-sign_in_unsupported-title = { -app } can’t sign in to your network
failure-proxy-sign_in_unsupported-text = Ask your IT department. Your company’s proxy needs a sign-in such as NTLM or Kerberos, which { -app } can’t do. These two hosts have to be reachable without a sign-in: api.novapost.com and api-stage.novapost.pl, port 443.
failure-proxy-script-title = { -app } can’t find the way out of your network
# $system: windows, macos or linux.
failure-proxy-script-text = Do other pages open in your browser? Then your company uses a proxy that a script or automatic detection chooses, and { -app } can’t use either. Ask your IT department for the proxy’s address. { $system ->
        [windows] Enter it in the settings of Windows, under “Network & internet”, “Proxy”, “Manual proxy setup”. The script can stay on. Then try again.
        [macos] Enter it in System Settings, under “Network”, “Details”, “Proxies”, as the secure web proxy (HTTPS). The automatic configuration can stay on. Then try again.
       *[other] Set the variable HTTPS_PROXY to http://PROXY:PORT, for example in “.profile” in your home folder. Then log out and in again.
    }
failure-timed-out-title = No answer came in time
failure-timed-out-text = You can try again. It does no harm.
failure-timed-out-text-request = Nova Post may have created the key. You can safely ask again: Nova Post sends the key or says “tomorrow”.
failure-keychain-locked-title = Your password store is locked
failure-keychain-locked-text = { -app } saves keys in this computer’s password store. Try again, and the system asks for its password. Usually it is your login password.
failure-keychain-missing-title = No password store is running on this computer
failure-keychain-missing-text-linux = { -app } saves keys only in a password store, never in a file. Install “gnome-keyring” or “KWallet”, log out and in again, then try again.
failure-keychain-missing-text-macos = { -app } saves keys only in the password store of your Mac (Keychain), never in a file. The Mac does not open it. Open the app “Keychain Access” and check that the keychain “login” is there, then try again. If that does not help, restart the Mac.
failure-keychain-missing-text-windows = { -app } saves keys only in the password store of Windows (Credential Manager), never in a file. Windows does not open it. Restart the computer, then try again. If that does not help, press “{ failure-action-copy-details }” and give them to your IT department.
failure-keychain-slow-title = Your password store does not answer
failure-keychain-slow-text = Look for a window behind this one: it may be asking for a password.
failure-keychain-cancelled-title = Your password store was not unlocked
failure-keychain-cancelled-text = The window that asks for its password was closed. Try again and enter the password. Usually it is your login password.
failure-keychain-no-default-title = This computer has no password store yet
failure-keychain-no-default-text = Try again, and the system asks for a password for a new one. If it does not ask, open “Passwords and Keys”, add a password keyring there and set it as the default.
failure-keychain-blocked-by-policy-title = This computer may not save keys
failure-keychain-blocked-by-policy-text = A rule of your company stops Windows from saving passwords in Credential Manager. Press “{ failure-action-copy-details }”, give the details to your IT department, and ask it to allow this for you.
failure-forbidden-by-policy-title = Your organization does not allow this
failure-forbidden-by-policy-text-mode = It has closed this mode of { -app } on this computer. Your keys stay saved. If you need it, press “{ failure-action-copy-details }” and give them to your IT department.
failure-forbidden-by-policy-text-values = Keys may leave this computer only sealed: for your developer’s public key, or with a passphrase. Nothing was handed over.
failure-keychain-refused-title = Your computer refused access to the password store
failure-keychain-refused-text = It may also have returned something other than what was saved. Open the password store of this computer and check that { -app } may use it.
failure-secret-not-saved-title = Your key is here, but not saved yet
failure-secret-not-saved-locked = Your password store is locked. { -app } keeps the key until you close it. Save again, and the system asks for the password.
failure-secret-not-saved-missing = No password store is running on this computer. { -app } keeps the key until you close it. You can use it until then.
failure-secret-not-saved-slow = Your password store did not answer. { -app } keeps the key until you close it. Look for a window that asks for a password, then save again.
failure-secret-not-saved-refused = Your password store did not accept it. { -app } keeps the key until you close it. Save again, or use the key until then.
failure-secret-not-saved-cancelled = The window that asks for the password was closed. { -app } keeps the key until you close it. Save again and enter the password.
failure-secret-not-saved-no_default = This computer has no password store yet. { -app } keeps the key until you close it. Save again, and the system asks for a password for a new one. If it does not ask, open “Passwords and Keys”, add a password keyring there and set it as the default.
failure-secret-not-saved-blocked_by_policy = A rule of your company stops Windows from saving it. { -app } keeps the key until you close it. Ask your IT department to allow it, then save again.
failure-store-unwritable-title = { -app } can’t write to its folder
failure-store-unwritable-text = The disk may be full, or the folder is protected. Free some space, then try again. Your saved keys are safe.
failure-store-unreadable-title = { -app } can’t read your list of keys
failure-store-unreadable-text = The file is damaged or empty, or another program wrote it. Your saved keys are safe. { -app } makes a backup of the list each day: look at the last one, and restore it if it has what you need.
failure-store-newer-title = A newer version of { -app } wrote your list of keys
failure-store-newer-text = This version can’t read it and has changed nothing in it. Your saved keys are safe. Close { -app }, then install and open the newest version.
failure-clock-wrong-title = This computer’s clock is wrong
# $direction: behind or ahead. $span: an amount with its unit, “40 days” or “2 hours”.
failure-clock-wrong-text = { $direction ->
        [behind] Behind by: { $span }. The times here are right, because { -app } uses Nova Post’s clock. Other programs may have problems: turn on “set time automatically” in the system’s settings.
       *[ahead] Ahead by: { $span }. The times here are right, because { -app } uses Nova Post’s clock. Other programs may have problems: turn on “set time automatically” in the system’s settings.
    }
failure-not-found-title = This no longer exists
failure-not-found-text = It was removed or replaced. Try again to see the current state.
failure-not-found-title-key = This key is no longer on this computer
failure-not-found-text-key = Try again first. If the key is gone, open the page where you created it. If you can still copy it there, add it again. If not, create a new one.
failure-not-found-text-key-test = Try again first. If the key is gone, ask again with the same number. Nova Post sends it, or a new one if it expired long ago.
failure-update-address-insecure-title = The address for updates is not safe
failure-update-address-insecure-text = It does not begin with https, or it leads to an address that does not. Nothing was downloaded. Press “{ failure-action-copy-details }” and send them to the person who installed { -app }.
failure-update-unreachable-title = The address for updates does not answer
failure-update-unreachable-text = { -app } goes on working as it is. Check your internet connection, or try again later. If it stays so, ask your IT department whether the address may be reached.
failure-update-untrusted-title = The connection to the address for updates is not safe
failure-update-untrusted-text = { -app } can’t confirm who answers there, so nothing was downloaded. Are you in a hotel, a train or a café? Sign in to the network in your browser, then try again. If not, ask your IT department.
failure-update-answer-unreadable-title = The address for updates sent something unexpected
failure-update-answer-unreadable-text = Nothing was installed, and { -app } goes on working as it is. Try again later. If it stays so, press “{ failure-action-copy-details }” and send them to the person who installed { -app }.
failure-update-no-package-title = There is a new version, but not for this computer
failure-update-no-package-text = It was published for other systems, or for another way of installing. Ask the person who installed { -app } how to get it.
# $version: a version, 0.0.9.
failure-update-older-title = Only an older version is offered: { $version }
failure-update-older-text = { -app } never replaces itself by an older version, because old mistakes would come back with it. Nothing was installed. If you did not expect this, send the details to the person who installed { -app }.
failure-update-incomplete-title = The download broke off
failure-update-incomplete-text = What had arrived was thrown away, and nothing was installed. Try again.
failure-update-signature-wrong-title = The new version is not genuine, so it was not installed
failure-update-signature-wrong-text = It does not have the signature of the makers of { -app }. Someone may have changed it on the way. Your version is not touched, and you can go on working. Press “{ failure-action-copy-details }” and send them to the person who installed { -app }.
failure-update-not-now-title = Something else is not finished yet
failure-update-not-now-text = A request is under way, a window with a key is open, or a key is not saved yet. Finish that first, so that nothing is lost. Then try again.
failure-update-not-allowed-title = The new version was not installed
failure-update-not-allowed-text = The window that asks for your password was closed. If you may not install programs on this computer, ask your IT department.
failure-update-not-installed-title = The new version could not be installed
failure-update-not-installed-text = Your computer refused it, or was interrupted. Your keys and lists are not touched. Try again. If it happens again, press “{ failure-action-copy-details }” and send them to the person who installed { -app }.
failure-superseded-title = This was interrupted
failure-superseded-text = You switched between practice mode and your real account, or closed the window with the key. Start again.
failure-internal-title = Something went wrong in { -app }
failure-internal-text = You did nothing wrong. Try again. If it happens again, press “{ failure-action-copy-details }” and send them to the person who installed { -app }.
failure-clipboard-refused-title = Nothing was copied
failure-clipboard-refused-text = Another program may be using the clipboard. Try again in a moment.
failure-clipboard-missing-title = { -app } can’t use the clipboard here
failure-clipboard-missing-text = Nothing can be copied or pasted. To pass on a key, choose “{ key-show }”. To add a key, type it.
failure-already-running-title = { -app } is already open
failure-already-running-text = Its window is in front now. Continue there.

# $seconds: a whole number, 30.
failure-when-wait = { $seconds ->
        [one] Try again in { $seconds } second
       *[other] Try again in { $seconds } seconds
    }
failure-when-now = Try again now
# $date: a date, “27 August 2025”.
failure-when-tomorrow = Next request: tomorrow, { $date }

failure-action-try-again = Try again
failure-action-try-now = Try now anyway
failure-action-ask-again = Ask again
failure-action-open-nova-post = Open my.novapost.com
failure-action-open-cabinet = Open new.novaposhta.ua
failure-action-correct-number = Correct the number
failure-action-other-number = Use another number
failure-action-ukraine = My company is in Ukraine
failure-action-check-network = Open a page in the browser
failure-action-write = Write to Nova Post
failure-action-open-key = Go to my key
failure-action-remind = Remind me tomorrow
failure-action-new-key = Ask for the test key again
failure-action-add-key = Add the key again
failure-action-copy-again = Copy it again
failure-action-move-key-sandbox = Move it to my test keys
failure-action-move-key-production = Move it to my production keys
failure-action-new-token = Get a new token
failure-action-unlock = Unlock and try again
failure-action-save-again = Save again
failure-action-use-in-session = Keep it until I close { -app }
failure-action-copy-details = Copy the details
# Button: the person says so. Impersonal, without a gender.
failure-action-clock-set = The clock is set
# Button: continue in spite of a failure.
failure-action-go-on = Continue
failure-action-start-again = Start again
failure-action-restore = Show the last backup

failure-details = Details for support
failure-details-note = This contains no key, no token and no phone number.

failure-email-title = Email to Nova Post
failure-email-practice = Practice: nothing is sent to Nova Post. You only see the email here.
failure-email-copy = Copy the email
failure-email-open = { affiliation-open }
failure-email-opened-whole = Your email program opens with the email. Fill in what is missing and send it. If nothing opens, copy the email from here.
failure-email-opened-without_text = Your email program opens with an empty email. The text is on the clipboard: paste it there, fill in what is missing, then send it.
