### Key Desk in English. Plain words, short sentences, no blame.

-app = Key Desk

## Everywhere

page-title = { $heading } · { -app }
back = Back
copied = Copied
not-copied = Not copied, try again
link-external = (opens outside { -app })
country-example = Type a name or a code such as { $example }
country-open = Show all countries
country-found = { $count ->
        [0] No country found
        [one] { $count } country found
       *[other] { $count } countries found
    }
country-none = No country has this name or code
dialog-cancel = Cancel
toast-dismiss = Take this note away
choose-language = Language
step-done = done
step-next = Next step
step-locked = opens later
key-ends-in = Key ending in { $lastFour }
chip-test = TEST
chip-live = LIVE
chip-ua = UA
chip-practice = PRACTICE
chip-test-text = Test: Nova Post’s test environment. Nothing is shipped, and nothing costs money.
chip-live-text = Production: the real service in Europe, with real parcels and real money.
chip-ua-text = Ukraine: the Ukrainian service, which has its own keys.
chip-practice-text = Practice: a make-believe Nova Post on this computer. Nothing leaves it, and its keys open nothing.
key-kind-sandbox = Test key
key-kind-production = Production key
key-kind-ukraine = Key for Ukraine

## Said by the system, not by a page

window-title = { -app }
window-title-practice = PRACTICE · { $title }
window-title-reveal = Your key
window-title-enter = Type a key
start-refused-address = { -app } does not start: { $variable } has to be an https address, or an http address on this computer.
start-refused-start = { -app } does not start: KEYDESK_START has to be practice or live.
start-no-web-engine = { -app } does not start: Windows lacks Microsoft Edge WebView2, which shows its pages. Press OK to download it from go.microsoft.com/fwlink/p/?LinkId=2124703, install it, and start { -app } again.
start-folder-in-use = { -app } is already open, perhaps in another session of yours on this computer. Close it there first.
start-failed = { -app } can’t start: { $error }
page-stopped-twice = The part of the system that shows the pages of { -app } has stopped twice. Your keys are safe. If the window is empty, close { -app } and open it again. If it happens again, tell your IT department.
page-stopped-twice-linux = The part of the system that shows the pages of { -app } has stopped twice. Your keys are safe. If the window is empty, close { -app } and open it again. If it happens again, a graphics driver may be the cause, often that of NVIDIA with Wayland. Your IT department can then start { -app } with the environment variable WEBKIT_DISABLE_DMABUF_RENDERER=1.
menu-services = Services
menu-hide = Hide { -app }
menu-hide-others = Hide others
menu-show-all = Show all
menu-quit = Quit { -app }
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all
menu-view = View
menu-full-screen = Full screen
menu-go = Go
menu-window = Window
menu-minimize = Minimise
menu-zoom = Zoom the window
menu-close = Close the window

## Long work, step by step

progress-noting_down = Noting down what is about to happen
progress-asking_nova_post = Asking Nova Post
progress-saving_in_keychain = Saving in your keychain
progress-reading_back = Reading it back
progress-opening_keychain = Taking the key out of your keychain
progress-recording = Writing it into your list of keys
progress-keychain_slow = Your keychain has not answered yet. It may be asking for your password in a window of its own.

## The frame of the window

app-name = { -app }
skip-to-content = Skip to the page
nav-label = Main navigation
nav-home = Home
nav-keys = Keys
nav-guides = Guides
nav-help = Help
nav-practice = Practice
nav-settings = Settings
nav-title = { $page } ({ $keys })
live-line = Live: the real Nova Post
other-address-word = OTHER ADDRESS
other-address-text = { $environment ->
        [sandbox] The test environment is { $host }.
        [production] Production is { $host }.
       *[other] Another environment is { $host }.
    }
other-address-why = Keys are sent there and not to Nova Post. If you don’t know why, ask your IT department first.
practice-banner-word = PRACTICE
practice-banner-text = A Nova Post on this computer. Keys made here open nothing.
clipboard-holds-key = The key is copied.
clipboard-holds-token = The token is copied.
clipboard-paste-key = Paste it only where your developer asked for it. There it is often called “apiKey”.
clipboard-paste-token = Paste it into the “Authorize” window of the documentation, or where your developer sets the “Authorization” header.
clipboard-seconds = It is taken off in { $seconds } s.
clipboard-empty-now = Take it off now
clipboard-emptied = It is off the clipboard again.
drawn-again = The window had stopped and was opened anew. Your keys are safe.
already-running-heading = { -app } was already open
already-running-text = You are in its window now. A second copy is not needed.
already-running-close = Got it

## Keys, wherever they are listed

key-by-kind = { $kind } (…{ $lastFour })
key-unnamed = A key
key-unsaved = Not in the keychain yet
key-lost = No longer in the keychain
key-until = until { $day }
key-created = Made
key-valid-until = Valid until
key-last-proven = Last proven
key-never-proven = Not yet
key-proven-just-now = Just now
key-proof-not-needed = Not needed
key-not-known = Not known
key-heading = A key
key-gone = This key is not in your list any more.
key-field-organizations = { $count ->
        [one] Organization
       *[other] Organizations
    }
key-field-phone = Phone number
key-field-created = Made on
key-field-status = Status
key-field-added = In your list since
key-field-kept = Kept in
key-kept-keychain = The keychain of this computer
key-kept-this_session = The memory of this app only
key-kept-nowhere = Nowhere on this computer
key-copy = Copy the key
key-show = Show the key
key-get-token = Get a token
key-check = Check the key
key-checking = Checking the key
key-works = It works
key-works-text = Nova Post accepted this key on { $at }.
key-no-token = A key for Ukraine works by itself: the Ukrainian service takes it without a token.
key-session-only = For now the key is in the memory of this app only, and gone when you close { -app }. As soon as the keychain answers, the key goes there by itself.
key-save-again = Save in the keychain
key-slow-text = You need not wait. { -app } holds the key, and it goes into the keychain as soon as that answers.
key-lost-text-test = It has been removed there, so it can’t be copied or used from here. Ask with the same number, and Nova Post sends it again, or a new one if it expired long ago.
key-lost-text = It has been removed there, so it can’t be copied or used from here. Look at the page where you made it. If the key can still be copied there, copy it and add it again. If not, make a new one.
key-lost-ask = Ask for it again
key-refused-heading = Nova Post did not accept this key the last time
key-refused-text = It may have expired or been deactivated. Look at my.novapost.com, under “Integrations” and “API Keys”, whether it is active. If not, make a new key there and add it.
key-refused-text-test = It may have expired or been deactivated. Ask for it again with the same number: Nova Post makes an expired key work again, or sends a new one if it expired long ago.
key-refused-text-ukraine = Look in the business account at new.novaposhta.ua, under “Settings” and “Security”, whether it is still there. If not, make a new key there and add it.
status-active = Active
status-expired = Ended
status-retired = Retired
status-refused = Refused

## Pages of Nova Post

link-my_nova_post = my.novapost.com
link-registration_help = How to register at my.novapost.com
link-test_key_page = Nova Post’s page “API Key Generation”
link-api_portal = Nova Post’s API portal
link-ukraine_cabinet = new.novaposhta.ua
link-unopened = No browser opened.
link-unopened-text = The address of the page is:
link-unopened-copy = Copy the address

## Welcome

welcome-heading = Your Nova Post keys, in good hands
welcome-lead = A key is like a password that lets your company’s software work with Nova Post. { -app } takes you to it, step by step, and keeps it safe on this computer.
welcome-practice-title = Practise first
welcome-practice-text = The whole way with a Nova Post that runs on this computer. No account, no internet, nothing can go wrong.
welcome-live-title = Use my Nova Post account
welcome-live-text = Get a real key. You need a phone number that is registered at my.novapost.com.
settings-kept-aside = The settings could not be read, so they start from their defaults. The old file is kept: { $file }
welcome-later = You can switch between the two at any time, in Settings.
welcome-independent = { -app } is not made by Nova Post.

## Home

home-waiting-heading = Home
home-waiting = Reading your list of keys
home-failed-heading = Home
home-first-heading = Get your first key
home-first-lead = A test key lets your developer try everything out. You need the phone number of your Nova Post account.
home-start-test-key = Get a test key
home-start-time = It takes about two minutes.
home-other-ways = Looking for a key for the real service?
home-heading = { $count ->
        [one] One thing to do
       *[other] { $count } things to do
    }
home-heading-calm = All is in order
home-lead-calm = Nothing needs your attention now.
home-later = Nothing to do yet
home-keys = Your keys
home-all-keys = { $count ->
        [one] See the details
       *[other] See all { $count } keys
    }
home-ways = Get a key
way-test-title = Test key
way-test-text = For trying things out. Made from your phone number, here and now.
way-test-action = Get a test key
way-europe-title = Production key, Europe
way-europe-text = For real parcels. You make it in your Nova Post account.
way-europe-action = See the steps
way-ukraine-title = Key for Ukraine
way-ukraine-text = For a company in Ukraine. You make it in its business account.
way-ukraine-action = See the steps
to-do-ask-again = Ask again
to-do-dismiss = Take off the list
to-do-saving = Saving the key
to-do-unfinished-title = The request for { $phone } is unfinished
to-do-unfinished-text-same-day = It was sent on { $started }, and no answer was kept. Asking again today is safe: either the same key comes, or Nova Post says “tomorrow”.
to-do-unfinished-text-later = It was sent on { $started }, and no answer was kept. If Nova Post made a key, asking again brings it back and makes it valid for a year longer.
to-do-ask-again-title-due = You can ask for { $phone } again
to-do-ask-again-title-later = Ask for { $phone } again later
to-do-ask-again-text-due = Nova Post takes one request a day. The next one is possible now.
to-do-ask-again-text-later = Nova Post takes one request a day. From { $day } on the next one is possible.
to-do-not-registered-title = { $phone } is not registered yet
to-do-not-registered-text = Nova Post does not know this number. Register it at my.novapost.com, or look up which number your account has. Registered? Then ask again.
to-do-group-unfinished = { $count ->
        [one] { $count } request is unfinished
       *[other] { $count } requests are unfinished
    }
to-do-group-unfinished-text = They were sent, and no answer was kept. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
to-do-group-not_registered = { $count ->
        [one] { $count } number is not registered yet
       *[other] { $count } numbers are not registered yet
    }
to-do-group-not_registered-text = Nova Post does not know them. Register the one you need at my.novapost.com. Registered? Then ask again.
to-do-group-ask_again = { $count ->
        [one] You can ask for { $count } number again
       *[other] You can ask for { $count } numbers again
    }
to-do-group-ask_again_later = { $count ->
        [one] You can ask for { $count } number again later
       *[other] You can ask for { $count } numbers again later
    }
to-do-group-ask = Ask again: { $phone }
to-do-group-remove = Remove all from the list
to-do-save-again-title = Not in your keychain yet: { $name }
to-do-save-again-text-locked = The keychain is locked. Unlock it, then save again. Until then the key is in the memory of this app only.
to-do-save-again-text-missing = No keychain is running on this computer. Until one is, the key is in the memory of this app only.
to-do-save-again-text-slow = The keychain did not answer. Look for a window that asks for your password, then save again.
to-do-save-again-text-refused = The keychain did not take the key. Until it does, the key is in the memory of this app only.
to-do-save-again-text-cancelled = The window that asks for the keychain’s password was closed. Save again and enter the password. Until then the key is in the memory of this app only.
to-do-save-again-text-no_default = No keychain has been created on this computer yet. Until there is one, the key is in the memory of this app only.
to-do-save-again-text-blocked_by_policy = A rule of your company keeps Windows from saving it. Until your IT department allows it, the key is in the memory of this app only.
to-do-save-again-text-unrecorded = The key is in your keychain, but the list on this computer could not be written. Save again once there is room on the disk.
to-do-save-again-action = Save again
to-do-lost-title = No longer in your keychain: { $name }
to-do-lost-text-test = It has been removed there. Ask with the same number, and Nova Post sends it again, or a new one if it expired long ago.
to-do-lost-text = It has been removed there. Look at the page where you made it. If the key can still be copied there, copy it and add it again. If not, make a new one.
to-do-lost-action = Bring it in again
to-do-import-lost-title = Not saved: the key that ends in { $lastFour }
to-do-import-lost-text = You added this key on { $added } ({ $kind }), and { -app } was closed before your keychain had it. Nova Post still has the key: copy it again on the page where you got it.
to-do-import-lost-text-of = You added this key of { $organization } on { $added } ({ $kind }), and { -app } was closed before your keychain had it. Nova Post still has the key: copy it again on the page where you got it.
to-do-import-lost-action = Copy it again
to-do-unlisted-title = In your keychain, but not on your list: the key that ends in { $lastFour }
to-do-unlisted-text = { -app } may have been closed while it was being saved. Say what it opens, and it is on your list.
to-do-unlisted-action = Put it on the list
to-do-unlisted-remove = Remove from the keychain
to-do-remove-heading = Remove the key that ends in { $lastFour }?
to-do-remove-lost = It is then nowhere on this computer, and { -app } can’t bring it back.
to-do-remove-stays = At Nova Post nothing changes: the key goes on working for whoever has it.
to-do-remove-keep = Keep it
to-do-forget-heading = Take { $name } off the list?
to-do-forget-lost = Its name, its organizations and when it was last checked are then forgotten.
to-do-forget-stays = At Nova Post nothing changes. You can add the key again if you have it elsewhere or can still copy it at Nova Post.
to-do-ends-title = { $name } ends { $when }
to-do-ended-title = { $name } ended on { $day }
to-do-ends-text-test = Ask for it again with the same number, and Nova Post makes it valid for another year.
to-do-ended-text-test = Ask for it again with the same number. Nova Post makes it valid for another year, or sends a new one if it expired more than 90 days ago.
to-do-ends-text-live = Make a new key in good time, where you made this one, so that nothing stands still.
to-do-ends-action-test = Make it valid for longer
to-do-ends-action-live = See the steps
to-do-unproven-title = Check that it works: { $name }
to-do-unproven-text = This key has not been tried yet. The check is harmless and takes a few seconds.
to-do-unproven-action = Check the key
to-do-guide-title-europe = Production key for { $organization }
to-do-guide-title-europe-unnamed = Production key in Europe
to-do-guide-title-ukraine = Key in Ukraine for { $organization }
to-do-guide-title-ukraine-unnamed = Key in Ukraine
to-do-guide-title-method_1 = Test key on Nova Post’s page for { $organization }
to-do-guide-title-method_1-unnamed = Test key on Nova Post’s page
to-do-guide-text = Next: { $step }. Step { $number } of { $count }.
to-do-guide-text-waiting = Nova Post has to answer. Step { $number } of { $count }.
to-do-guide-action = Continue

## Keys

keys-heading = Your keys
keys-lead = Open a key to copy it, to get a token or to check that it works.
keys-bring-in = Bring in a key
keys-waiting = Reading your list of keys
keys-empty-heading = No keys yet
keys-empty-text = Your keys hang here: what they open, until when, and whether they work. If you have one already, bring it in.

## Guides

guides-heading = Guides
guides-lead = The ways to a key that lead through Nova Post’s own pages, one step at a time.
guides-waiting = Looking up how far you are
guides-steps = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
guides-see-steps = See the steps
guides-see = See the steps: { $guide }
guides-on-the-way = On the way
guides-unnamed = Without a name
guides-continue = Continue
guides-continue-run = Continue: { $organization }
guides-look = Look at it
guides-look-run = Look at it: { $organization }
guides-line-next = Next: { $step }
guides-line-waiting = Nova Post has to answer
guides-line-arrived = All steps are done
guides-progress = { $done } of { $count } steps done
guides-far = { $done } of { $count }
guides-now = Step { $number }: { $step }
guides-switch = Organizations on this way
guides-stepper = The steps to the key
guides-test-key-heading = Only trying things out?
guides-test-key-text = Then you need a test key. { -app } gets it for you.
guide-checked = Checked against Nova Post’s pages in { $month }.

guides-organization = For which organization?
guides-organization-another = For another organization
guides-organization-hint = Its name as in the contract. Each organization has its own progress here.
guides-organization-hint-free = A name helps you to tell several apart. You can leave this empty.
guides-organization-missing = The name of the organization is still missing.
guides-start = Start
guides-awaits = What awaits you
guides-awaits-text = You can stop after any step. { -app } keeps your place, also when you close it.
guides-practice = You are practising
guides-practice-text = What you tick here belongs to practice alone. The links to accounts open pages of this computer that stand in for Nova Post’s, so that you can play the guide to its end.

guides-rename = Rename
guides-name = Add a name
guides-rename-heading = Name of the organization
guides-rename-save = Save the name
guides-another = For another organization
guides-another-heading = For another organization
guides-aside = Put aside
guides-aside-heading = Put this guide aside?
guides-aside-lost = What you ticked and answered here for { $organization } is lost for good, and so is the text of its e-mail.
guides-aside-lost-unnamed = What you ticked and answered here is lost for good.
guides-aside-stays = Everything at Nova Post stays, and so do your keys in { -app }.
guides-aside-sure = Put aside
guides-aside-keep = Keep it

guides-prepare = Have at hand
guides-actions = What to do
guides-signs = Where you will see it
guides-done = Done
guides-reopen = Not done after all
guides-yes = Yes
guides-no = No
guides-confirm = What has to be true
guides-confirm-missing = { $count ->
        [one] One thing is still open
       *[other] { $count } things are still open
    }
guides-confirm-meanwhile = You can look at the other steps meanwhile. What you ticked is kept.
guides-somebody-else = The representative is somebody else
guides-somebody-else-text = Then the key is made in that person’s name, and that person goes this way. Send them this text, or go through the guide together.
guides-somebody-else-for = For the representative
guides-somebody-else-copy = Copy the text for the representative
guides-somebody-else-message =
    Hello,

    our developer needs a production key for Nova Post’s API for { $organization }. Nova Post gives it only to the person whom our contract with Nova Post names as its authorized representative. That is you.

    What I ask you to do:
    1. Log in at my.novapost.com with the phone and email from the contract. No account yet? Register with them.
    2. Ask our sales manager at Nova Post, or servicedesk@novapost.com, by email to connect your account with our company.
    3. When Nova Post has answered, open “Integrations”, then “API Keys”, and create a key for production.

    Do not send me the key by email or chat. Tell me when you are ready: we sit down together, and { -app } leads us through it.

    Thank you
guides-somebody-else-message-unnamed =
    Hello,

    our developer needs a production key for Nova Post’s API. Nova Post gives it only to the person whom our contract with Nova Post names as its authorized representative. That is you.

    What I ask you to do:
    1. Log in at my.novapost.com with the phone and email from the contract. No account yet? Register with them.
    2. Ask our sales manager at Nova Post, or servicedesk@novapost.com, by email to connect your account with our company.
    3. When Nova Post has answered, open “Integrations”, then “API Keys”, and create a key for production.

    Do not send me the key by email or chat. Tell me when you are ready: we sit down together, and { -app } leads us through it.

    Thank you
guides-account-legend = Your details in the account
guides-account-hint = { -app } uses them for the e-mail in the next step. They stay on this computer.
guides-account-name = Full name
guides-account-country = Country of the number
guides-account-phone = Phone number
guides-account-phone-read = Read as { $phone }
guides-account-email = E-mail
guides-account-missing-fullName = Enter your full name.
guides-account-missing-phone = Enter the phone number of your account.
guides-account-missing-email = Enter the email address of your account.
guides-account-phone-of-key = Your newest test key was made for { $phone }.
guides-account-phone-take = Use this number
guides-write = Write the e-mail
guides-write-open = Open the e-mail
guides-write-sent = The e-mail is sent
guides-write-sent-on = The e-mail was sent on { $day }
guides-write-sent-already = I have sent it already
guides-write-then = Now Nova Post has to answer. Go on with the next step.
guides-wait = Nova Post has to answer
guides-wait-meanwhile = Decide meanwhile: one key or several
guides-wait-over = Nova Post has answered
guides-wait-practice = You are practising: play Nova Post’s answer
guides-wait-practice-text = Nobody answers by itself here. Open practice’s My Nova Post and go to “Play your sales manager” there. Your organization then appears in the account.
guides-wait-practice-open = Open practice’s My Nova Post
guides-choose-many = How many organizations need a key?
guides-choose-many-one = One
guides-choose-many-several = Several
guides-choose-teams = Will different teams or companies work with the keys?
guides-choose-apart = Do you want to be able to deactivate one while the others go on?
guides-choose-advice-one = Our advice: one key
guides-choose-advice-each = Our advice: a key for each organization
guides-choose-reason-single = There is only one organization, so one key is all you need.
guides-choose-reason-teams = Then each team sees only what is its own, and a key that gets into wrong hands opens one organization, not all.
guides-choose-reason-apart = One key opens all its organizations or none. With a key for each you can deactivate one alone.
guides-choose-reason-together = The same people work with all of them, so one key is less to look after.
guides-choose-choice = What will you do?
guides-choose-choice-hint = You decide; the advice is only advice.
guides-choose-missing = Choose one of the two.
guides-choose-one = One key for all
guides-choose-one-text = When you create it, tick every organization.
guides-choose-each = A key for each organization
guides-choose-each-text = Create them one by one, and tick one organization for each. Every key gets its own progress here.
guides-bring-in = Bring it in
guides-see-key = See the key
guides-prove = Check the key
guides-prove-again = Check it once more
guides-proven-on = Nova Post accepted the key on { $day }
guides-tell-developer = For your developer
guides-tell-colleagues = For your colleagues
guides-tell-copy = Copy
guides-tell-copy-developer = Copy the text for your developer
guides-tell-copy-colleagues = Copy the text for your colleagues
guides-practice-mark = PRACTICE: this text is from practice. The key opens nothing.
guides-tell-developer-text =
    We have a Nova Post API key for { $organization }. I give you the key itself separately; it ends in { $lastFour }.

    Environment: production
    Address: { $address }
    Token: exchange the key for a JWT with GET clients/authorization?apiKey=…
    Header of every request: Authorization: <jwt> (the token alone, without “Bearer”)
    A token lives for about an hour. Get a new one before that, and do not store it.

    Keep the key out of code, logs and chats. First try everything with a test key in the sandbox.
guides-tell-colleagues-text =
    We now have a Nova Post key for { $organization }. It is made in my name, and I keep it.

    Whoever has the key can act for us at Nova Post. So it goes only to the people whose software needs it, never by mail or chat, and to nobody outside the company.
    From time to time I go through the list of those who have access. Tell me when somebody no longer needs it.
    If the key may have come into wrong hands, tell me at once: I deactivate it and make a new one.
guides-arrived-others = You wanted a key for each organization. Go the same way for the next one.

guide-europe-title = Production key, Europe
guide-europe-lead = For real parcels with Nova Post in Europe. The key is made in your Nova Post account.
guide-europe-time = About half an hour of your time. In between, Nova Post has to answer an e-mail.
guide-europe-arrived = Your production key is ready
guide-europe-arrived-text = It is in your keychain, Nova Post accepts it, and the others know what they need.

guide-europe-person-title = Check that you are the right person
guide-europe-person-text = Nova Post gives keys to people, not to companies. Your company names one person in its contract, the authorized representative, and the key is made in this person’s name. Somebody in your company has a key already? Then that person can be named.
guide-europe-person-prepare-1 = Your company’s contract with Nova Post
guide-europe-person-check-natural = The key is to be made in my own name
guide-europe-person-check-natural-text = A person with an account of their own, not a department or a shared mailbox.
guide-europe-person-check-contract = The contract names me as the representative
guide-europe-person-check-contract-text = Look for your name in the contract with Nova Post.
guide-europe-person-check-details = My phone and e-mail are as in the contract
guide-europe-person-check-details-text = Your account has to have the same.
guide-europe-person-otherwise-natural = The person who will have the key goes this way. Show them this page.
guide-europe-person-otherwise-contract = Ask your company to have you named in the contract with Nova Post as its representative, or to name somebody who has a key already.
guide-europe-person-otherwise-details = Ask your company to have your phone and e-mail corrected in the contract.
guide-europe-person-done = You are done when all of this is true.

guide-europe-account-title = Have an account at Nova Post
guide-europe-account-text = The key is made in your own account at my.novapost.com. If you have one already, do not register again.
guide-europe-account-prepare-1 = The phone and the e-mail from the contract
guide-europe-account-action-1 = Open my.novapost.com and log in. No account yet? Register with the phone and e-mail from the contract.
guide-europe-account-action-2 = Note below what your account says about you. Your e-mail to Nova Post has to say the same.
guide-europe-account-done = You are done when you can log in and your details are noted.

guide-europe-affiliate-title = Write to your manager at Nova Post
guide-europe-affiliate-text = Nova Post has to connect you with your company. Your sales manager there does this after one email from you. { -app } has it ready; you only fill in a few fields. You don’t know your manager? Then the email goes to Nova Post’s service desk.
guide-europe-affiliate-prepare-1 = The company’s name and tax code
guide-europe-affiliate-prepare-2 = The email address of your sales manager at Nova Post, if you know it
guide-europe-affiliate-done = You are done when the e-mail is sent.

guide-europe-answer-title = Wait for Nova Post’s answer
guide-europe-answer-text = Your manager or Nova Post’s service desk now connects you with the company. Nova Post does not say how long this takes. You can close { -app } meanwhile.
guide-europe-answer-action-1 = In your mail, when Nova Post answers.
guide-europe-answer-action-2 = In your account: “Integrations”, “API Keys” shows your organizations when you create a key.
guide-europe-answer-done = You are done when your organization appears in your account.

guide-europe-organizations-title = Decide: one key or several
guide-europe-organizations-text = A key can open one organization or several. A few questions help you to decide.
guide-europe-organizations-done = You are done when you have chosen. You can change your mind until the key is made.

guide-europe-create-title = Create the key
guide-europe-create-text = You make the key in your Nova Post account. It is there at once.
guide-europe-create-action-1 = Open my.novapost.com and log in.
guide-europe-create-action-2 = Open “Integrations”, then “API Keys”.
guide-europe-create-action-3 = Create a key for production.
guide-europe-create-action-4 = Choose the organizations that it is for. The page shows all that belong to your account.
guide-europe-create-done = You are done when the key is in the list there, with its date, name, status, organization and validity. Leave that page open.

guide-europe-bring_in-title = Bring the key in
guide-europe-bring_in-text = { -app } takes the key from the clipboard and keeps it in the keychain of this computer. There it is safe, and you will find it again.
guide-europe-bring_in-action-1 = Copy the key on Nova Post’s page.
guide-europe-bring_in-action-2 = Come back here and choose “Bring it in”.
guide-europe-bring_in-done = You are done when the key is in your list of keys.

guide-europe-prove-title = Check that it works
guide-europe-prove-text = { -app } gets a token with the key and asks Nova Post one harmless question. Nothing is changed.
guide-europe-prove-done = You are done when Nova Post has accepted the key.

guide-europe-tell-title = Tell the others
guide-europe-tell-text = Your developer needs a few facts, and your colleagues should know who has the key. Both texts are ready; the key itself is in neither.
guide-europe-tell-done = You are done when both have been told.

guide-ukraine-title = Key for Ukraine
guide-ukraine-lead = For the Ukrainian service, which has keys of its own. A company in Ukraine makes the key itself, in its business account.
guide-ukraine-time = A few minutes, all at once.
guide-ukraine-arrived = Your key for Ukraine is ready
guide-ukraine-arrived-text = It is in your keychain. Your developer uses it as it is: this service has no tokens.

guide-ukraine-cabinet-title = Log in as a company
guide-ukraine-cabinet-text = The key belongs to your company’s business account in Ukraine. Is your company in another country? Then take the guide “{ guide-europe-title }”.
guide-ukraine-cabinet-prepare-1 = The login for your company’s business account
guide-ukraine-cabinet-action-1 = Open new.novaposhta.ua.
guide-ukraine-cabinet-action-2 = Log in as a legal entity.
guide-ukraine-cabinet-done = You are done when you see your company’s account.

guide-ukraine-settings-title = Open the settings
guide-ukraine-settings-text = Keys are part of the account’s settings.
guide-ukraine-settings-action-1 = Choose “Settings” in the account.
guide-ukraine-settings-done = You are done when you see the settings.

guide-ukraine-security-title = Choose “Security”
guide-ukraine-security-text = The keys of your company are in this section.
guide-ukraine-security-action-1 = In the settings, choose “Security”.
guide-ukraine-security-done = You are done when you see the section “Security”.

guide-ukraine-create-title = Create the key
guide-ukraine-create-text = One press, and the key is made.
guide-ukraine-create-action-1 = Choose “Create key”.
guide-ukraine-create-done = You are done when a new key is there.

guide-ukraine-copy-title = Copy the code
guide-ukraine-copy-text = The key is a code. Copying it puts it on the clipboard, from where { -app } can take it.
guide-ukraine-copy-action-1 = Copy the whole code, and nothing else after it.
guide-ukraine-copy-done = You are done when the code is on the clipboard.

guide-ukraine-bring_in-title = Bring the key in
guide-ukraine-bring_in-text = { -app } takes the key from the clipboard and keeps it in the keychain of this computer. There it is safe, and you will find it again.
guide-ukraine-bring_in-action-1 = Choose “Bring it in” while the code is on the clipboard.
guide-ukraine-bring_in-done = You are done when the key is in your list of keys.

guide-method_1-title = Test key on Nova Post’s page
guide-method_1-lead = Nova Post’s own page makes the same test key. Use it when { -app } can’t reach Nova Post.
guide-method_1-time = A few minutes, all at once.
guide-method_1-arrived = Your test key is ready
guide-method_1-arrived-text = It is in your keychain, and Nova Post accepts it. Your developer can try everything out with it.
guide-method_1-instead = Let { -app } get the test key instead

guide-method_1-registered-title = Check your account
guide-method_1-registered-text = A test key is made for a phone number that Nova Post knows. Numbers of Ukraine (+380) are not accepted.
guide-method_1-registered-prepare-1 = The phone number of your account at my.novapost.com
guide-method_1-registered-action-1 = Log in at my.novapost.com and compare the number. No account yet? Register there.
guide-method_1-registered-done = You are done when you know that the number is registered.

guide-method_1-page-title = Open Nova Post’s page
guide-method_1-page-text = A form on Nova Post’s portal makes the key.
guide-method_1-page-action-1 = Open the page with the link below.
guide-method_1-page-action-2 = Look for “method 1”, and there choose “Generate a test key”.
guide-method_1-page-done = You are done when you see a field for the phone number.

guide-method_1-phone-title = Ask for the key
guide-method_1-phone-text = The form needs only the phone number. One request a day is possible.
guide-method_1-phone-action-1 = Type the number: digits only, with the country code and without the plus, as in 49XXXXXXXXX.
guide-method_1-phone-action-2 = Send the request.
guide-method_1-phone-done = You are done when the page shows the key. Leave it open.

guide-method_1-bring_in-title = Bring the key in
guide-method_1-bring_in-text = { -app } takes the key from the clipboard and keeps it in the keychain of this computer. There it is safe, and you will find it again.
guide-method_1-bring_in-action-1 = Copy the key on Nova Post’s page.
guide-method_1-bring_in-action-2 = Come back here and choose “Bring it in”.
guide-method_1-bring_in-done = You are done when the key is in your list of keys.

guide-method_1-prove-title = Check that it works
guide-method_1-prove-text = { -app } gets a token with the key and asks Nova Post one harmless question. Nothing is changed.
guide-method_1-prove-done = You are done when Nova Post has accepted the key.

## An e-mail address, wherever it is typed

email-problem-no_at = The sign @ is missing.
email-problem-no_name = Something is missing before the @.
email-problem-no_domain = Something is missing after the @, such as company.com.
email-problem-space_inside = There is a space inside the address, or a word beside it.
email-problem-several_addresses = There are several addresses. Enter one.
email-problem-mixed_alphabets = { $alphabet ->
    [cyrillic] The letter “{ $letter }” in “{ $part }” is Cyrillic, unlike the rest of the address. It only looks the same. Type “{ $part }” again.
    [greek] The letter “{ $letter }” in “{ $part }” is Greek, unlike the rest of the address. It only looks the same. Type “{ $part }” again.
    [latin] The letter “{ $letter }” in “{ $part }” is Latin, unlike the rest of the address. It only looks the same. Type “{ $part }” again.
   *[other] The letter “{ $letter }” in “{ $part }” is of another alphabet than the rest of the address. Type “{ $part }” again.
}
email-problem-not_an_address = This is not an e-mail address. It looks like name@company.com.

## Practice

practice-heading = Practice
practice-lead = Your own Nova Post on this computer. Try its numbers, let time pass, and begin anew whenever you like.
practice-time = Time
practice-time-text = Practice has a clock of its own. When it moves, keys and tokens age, and { -app } reminds you as it would on that day.
practice-time-now = The same time as on this computer.
practice-time-moved = { $direction ->
        [behind] Here it is { $date }, { $span } behind this computer.
       *[ahead] Here it is { $date }, { $span } ahead of this computer.
    }
practice-time-distance = { $direction ->
        [behind] { $span } behind this computer.
       *[ahead] { $span } ahead of this computer.
    }
practice-time-far = That is too far: practice can be at most { $years } years ahead. Nothing has moved.
practice-time-back = Back to now
practice-time-is-back = Practice shows the same time as this computer again.
practice-time-not-kept = The time could not be written down. It holds until you close { -app }.
practice-pass-day = Let a day pass
practice-pass-forty = Let 40 days pass
practice-pass-year = Let 13 months pass
practice-date = Or go to a date
practice-date-day = Day
practice-date-month = Month
practice-date-year = Year
practice-date-go = Go there
practice-date-none = There is no such day in this month.
practice-date-past = Time only goes forward here. Choose a later date, or go back to now first.
practice-date-far = That is too far. Practice can be at most { $years } years ahead.
practice-book = Phone book
practice-book-text = Each of these numbers plays a different story. Pick one, and see what { -app } does. The numbers belong to nobody.
practice-own = Your own numbers
practice-own-text = For a demo you can add numbers that your audience knows. They stay on this computer and are never called.
practice-own-add = Add a number
practice-own-add-text = Type it in any way, as elsewhere in { -app }.
practice-own-plays = What it plays
practice-own-keep = Add this number
practice-own-added = +{ $digits } is in the phone book now.
practice-own-remove = Remove
practice-own-remove-number = Remove the number +{ $digits }
practice-own-removed = +{ $digits } is no longer in the phone book. A key that it got here opens nothing any more.
practice-own-ukraine = Nova Post makes no test keys for numbers of Ukraine, so practice accepts none either.
practice-own-not_a_phone = This can’t be a phone number. Check the digits.
practice-own-in_the_book = This number is in the phone book already, with a part of its own.
practice-own-added_already = You have added this number already. To let it play something else, remove it first.
practice-own-too_many = There are 1,000 numbers already. Remove one first.
practice-anew = Begin anew
practice-anew-text = Before the next demo, or when you have tried enough: practice is then as on the first day.
practice-clear = Clear practice
practice-clear-heading = Clear practice?
practice-clear-goes = These go from this computer, for good:
practice-clear-keys = every practice key in your keychain, and its tokens
practice-clear-guides = the guides, letters and reminders of practice
practice-clear-nova-post = the accounts and keys at practice’s Nova Post, and its moved clock
practice-clear-numbers = { $count ->
        [one] your own number
       *[other] your { $count } own numbers
    }
practice-clear-keep = Keep my own numbers
practice-clear-live = What belongs to your real account is not touched.
practice-cleared = Practice is as on the first day.
practice-waiting = Opening the phone book
practice-group-works = It works
practice-group-number = The number is the problem
practice-group-service = Nova Post is the problem
practice-group-afterwards = It works, and then it doesn’t
practice-use = Use
practice-use-number = Use the number +{ $digits }
practice-others = Any other number is one that Nova Post does not know.
practice-plays-new_key = Registered and without a key: brings a new one.
practice-plays-active_key = Has a key, 40 days old: it becomes valid for a year longer.
practice-plays-expired_key = Has a key that ended: it works again.
practice-plays-cleaned_up_key = Its old key was cleaned up: brings a new one.
practice-plays-phone_refused = Looks right, but Nova Post does not take it.
practice-plays-not_registered = Not registered at my.novapost.com.
practice-plays-several_clients = Belongs to several accounts.
practice-plays-daily_limit = Has had its request for today.
practice-plays-service_error = Nova Post has a fault.
practice-plays-service_unavailable = Nova Post is busy for a while.
practice-plays-no_answer = No answer for a minute.
practice-plays-web_page = A web page comes instead of an answer.
practice-plays-cut_answer = The answer breaks off in the middle.
practice-plays-lost_answer = The key is made, but the answer gets lost.
practice-plays-key_refused = Brings a key that Nova Post then refuses.
practice-plays-short_tokens = Brings a key whose tokens live two minutes.
practice-plays-clock_ahead = Nova Post’s clock is two hours ahead of yours.
practice-plays-access_forbidden = Brings a key of an account that may not get tokens.
practice-plays-too_many_tokens = Brings a key whose account already has too many tokens.
practice-plays-token_unavailable = Brings a key, but Nova Post is busy when a token is asked for.
practice-plays-list_not_found = Brings a key and a token, but what the token is tried on is missing.
practice-plays-list_unavailable = Brings a key and a token, but Nova Post is busy when the token is tried.

## Presenter view

shortcut-presenter = Presenter view: show or hide the script
settings-presenter-size = Text size in presenter view
settings-presenter-size-text = For a projector. Outside presenter view your own text size stays as it is.
presenter-heading = Presenter view
presenter-text = For a projector: everything is larger, keys stay covered, and a script beside the page tells what to say and what to press. { $keys } shows and hides it.
presenter-choose = Which script?
presenter-start = Start
presenter-continue = Continue
presenter-fold = Hide the script
presenter-unfold = Show the script
presenter-leave = Leave presenter view
presenter-steps = Steps of the script
presenter-mark = { $number }. { $title }
presenter-mark-done = { $number }. { $title }: done
presenter-where = Step { $number } of { $count }, about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } left
presenter-ticked = Done: { $step }
presenter-say = Say
presenter-do = Do
presenter-fill = Fill in +{ $digits }
presenter-back = Back
presenter-forward = Further
presenter-then = Then: { $step }
presenter-end = That was all of it
presenter-end-text = Time for questions. Whatever was made here stays in practice, for whoever wants to try it now.
presenter-restart = Clear practice and start again
reveal-covered = Presenter view is on, so the key stays covered.

script-first_key-title = Your first test key, { $minutes } min
script-first_key-about = From a phone number to a token that is shown to work.
script-first_key-begin-title = Where we are
script-first_key-begin-say = This is { -app }, in practice. The Nova Post that it talks to is on this computer. Nothing goes out, and nothing can break.
script-first_key-begin-do = Press “{ home-start-test-key }”.
script-first_key-number-title = The phone number
script-first_key-number-say = The phone number is all that Nova Post needs. Write it as you like: below stand exactly the digits that will be sent.
script-first_key-number-do = Fill in the number, then press “{ test-key-continue }”.
script-first_key-send-title = Check and send
script-first_key-send-say = Nothing has been sent so far. Nova Post takes one request a day, and asking breaks nothing.
script-first_key-send-do = Press “{ test-key-send }”.
script-first_key-copy-title = The key is safe
script-first_key-copy-say = The key went straight into the keychain of this computer. We only see its last four characters. A copy is taken off the clipboard again by itself.
script-first_key-copy-do = Press “{ key-copy }”.
script-first_key-show-title = A look at the key
script-first_key-show-say = Who needs to, looks at the key in a small window. While we present, there are dots in it, too.
script-first_key-show-do = Press “{ key-show }”, then close the small window.
script-first_key-token-title = A token
script-first_key-token-say = Programs work with a token, a pass for about an hour. The key itself stays where it is.
script-first_key-token-do = Press “{ token-get }”.
script-first_key-prove-title = Does it work?
script-first_key-prove-say = { -app } asks Nova Post for its list of currencies. That changes nothing, and it shows that the token works.
script-first_key-prove-do = Press “{ token-try }”.
script-first_key-home-title = In half a year
script-first_key-home-say = And in half a year, when all of this is forgotten?
script-first_key-home-do = Go to “{ nav-home }”.
script-first_key-home-seen = Whoever comes back sees here what they have, until when, and what to do next.

script-trouble-title = When something goes wrong, { $minutes } min
script-trouble-about = How a request can fail, and what to do next.
script-trouble-invalid-title = A number with a slip
script-trouble-invalid-say = A slip of the finger: the number looks right, but Nova Post does not take it.
script-trouble-invalid-do = Fill in the number and send the request.
script-trouble-invalid-seen = The card says what happened, whose turn it is and what to do now. What was typed is still there.
script-trouble-unknown-title = A number that nobody knows
script-trouble-unknown-say = Nova Post finds a person by the phone number of the account. Nobody has registered this one.
script-trouble-unknown-do = Fill in the number and send the request.
script-trouble-unknown-seen = So the first button leads to the registration. Afterwards the same number will do.
script-trouble-several-title = Two accounts, one number
script-trouble-several-say = A number that two people have given. Whose key is it to be?
script-trouble-several-do = Fill in the number and send the request.
script-trouble-several-seen = Nobody in this room can sort that out. The card says that it is up to Nova Post, and “{ failure-action-write }” has the message ready.
script-trouble-daily-title = Once a day
script-trouble-daily-say = Nova Post takes one request a day. What if somebody has asked already?
script-trouble-daily-do = Fill in the number and send the request.
script-trouble-daily-seen = The card promises no hour. It says “tomorrow”, and it can remind us.
script-trouble-busy-title = Nova Post is busy
script-trouble-busy-say = Sometimes Nova Post is busy.
script-trouble-busy-do = Fill in the number and send the request.
script-trouble-busy-seen = Nothing is wrong on our side. The card counts the seconds until another try makes sense.
script-trouble-lost-title = The answer gets lost
script-trouble-lost-say = The worst moment: Nova Post makes a key, and the connection breaks before it gets here.
script-trouble-lost-do = Fill in the number and send the request.
script-trouble-lost-seen = Is the key gone? No. Asked again, Nova Post sends the same key or says “tomorrow”. Practice sends the key.
script-trouble-again-title = Nothing is lost
script-trouble-again-say = So we simply ask again.
script-trouble-again-do = Press “{ failure-action-try-again }”.
script-trouble-again-seen = Nothing is lost. Had the computer crashed instead, Home would have told us at the next start.
script-trouble-refused-title = A key that is refused
script-trouble-refused-say = And a key can be switched off, by somebody else, without a word.
script-trouble-refused-do = Fill in the number and send the request. Then press “{ token-get }”.
script-trouble-refused-seen = That shows when it is asked for a token. The card leads back to a key that works.

script-year_later-title = A year later, { $minutes } min
script-year_later-about = The clock goes on by 13 months. What has become of the key?
script-year_later-key-title = A key from today
script-year_later-key-say = We begin with a new test key. In practice it is valid for a year.
script-year_later-key-do = Fill in the number and send the request.
script-year_later-token-title = And a token
script-year_later-token-say = A token of it lives for about an hour.
script-year_later-token-do = Press “{ token-get }”.
script-year_later-day-title = A day passes
script-year_later-day-say = We set the clock of practice, not that of this computer. After a day the token is over. The key is as good as before.
script-year_later-day-do = Go to “{ nav-practice }” and press “{ practice-pass-day }”.
script-year_later-year-title = Thirteen months later
script-year_later-year-say = A year has gone by, and nobody has thought of the key.
script-year_later-year-do = Press “{ practice-pass-year }”.
script-year_later-home-title = What Home says
script-year_later-home-say = What does { -app } say after all this time?
script-year_later-home-do = Go to “{ nav-home }”.
script-year_later-again-title = Back to life
script-year_later-again-say = The key has ended, and Home says so first. Asked with the same number, Nova Post makes the same key valid for another year.
script-year_later-again-do = Press “{ to-do-ends-action-test }” and send the request.
script-year_later-again-seen = It is the same key as before. Nobody has to enter a new one anywhere.
script-year_later-token_again-title = It works again
script-year_later-token_again-say = A new token of the old key, and everything goes on.
script-year_later-token_again-do = Press “{ token-get }”.
script-year_later-now-title = Back to today
script-year_later-now-say = That was a year in a few minutes. The clock of practice goes back to now.
script-year_later-now-do = Press “{ practice-time-back }” in the banner at the top.

## Settings

settings-heading = Settings
settings-theme = Appearance
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-text-size = Text size
settings-text-size-text = With the keyboard: { $modifier } and + or −. { $modifier } and 0 brings back the usual size.
settings-clipboard = Copied keys
settings-clipboard-text = After this time a copied key or token is taken off the clipboard, if it is still there.
settings-show = Shown keys
settings-show-text = After this time the small window that shows a key closes by itself. You can let it stay open longer.
settings-seconds = { $seconds ->
        [15] 15 seconds
        [30] 30 seconds
        [60] 1 minute
        [120] 2 minutes
       *[other] { $seconds } s
    }
settings-mode = Practice or your account
settings-mode-practice = You are practising
settings-mode-practice-text = { -app } talks to a Nova Post on this computer. Nothing goes out, and the keys open nothing.
settings-mode-live = You use your Nova Post account
settings-mode-live-text = { -app } talks to Nova Post itself. Keys are real.
settings-mode-apart = The two are kept apart: each has its own list of keys and its own place in the keychain. Nothing is lost when you switch.
settings-mode-to-practice = Switch to practice
settings-mode-to-live = Use my Nova Post account
settings-stored = Where everything is kept
settings-stored-text = All on this computer. { -app } sends nothing to anybody but Nova Post.
settings-stored-keys = Keys
settings-stored-keys-text = In the keychain of your system, under the name “{ $service }”.
settings-stored-register = List of keys and settings, without the keys themselves
settings-stored-copy = Copy the path
settings-stored-traces = Logs, and reports of crashes
settings-stored-traces-text = In the same folder, under “logs” and “reports”. Keys, tokens and phone numbers are taken out.
settings-stored-tokens = Tokens
settings-stored-tokens-text = In memory only. They are gone when you close the app.

## Help

help-heading = Help
help-lead = What you need to know about keys, in short.
help-facts = Questions and answers
help-fact-key-question = What is a key?
help-fact-key-answer = A long secret text, like a password, that a program shows to Nova Post in your name. Whoever has the key can do what you may do. In Europe it is made in a person’s name, not a company’s.
help-fact-token-question = What is a token?
help-fact-token-answer = A pass for about an hour. A program exchanges the key for a token and then shows the token, so that the key itself travels less often.
help-fact-who-question = Who can get a key?
help-fact-who-answer = In Europe, an authorized representative: a person whose details are in the contract with Nova Post. The company names this person, and the key is made in the person’s name. Somebody in your company has a key already? Then that person can be named. In Ukraine, a company makes the key in its business account.
help-fact-test-question = What is the difference between a test key and a production key?
help-fact-test-answer = A test key opens a test environment, where nothing is real and nothing can go wrong. A production key works with real parcels and real money. Try everything out with a test key first.
help-fact-year-question = How long does a test key last?
help-fact-year-answer = Until the date that is shown with it. Asking for it again on another day makes it valid for a year longer, also after it has ended. A key that ended more than 90 days ago is replaced by a new one.
help-fact-limit-question = Why can I ask only once a day?
help-fact-limit-answer = Nova Post takes one request for a test key a day from each person. If you ask twice, you get the same key or the answer “tomorrow”. Nothing breaks.
help-fact-share-question = May I send a key by e-mail or chat?
help-fact-share-answer = Better not. Messages stay where they are for years, and many people can read them. Give the key to the one person who needs it, in a way that leaves no copy behind.
help-fact-developer-question = What does my developer need?
help-fact-developer-answer = For the first tests: the test key. For a single try: a token is enough, and it is worthless an hour later.
help-words = Small dictionary
help-word-api = API
help-word-api-text = The way for your company’s software to work with Nova Post without a person and without a web page.
help-word-key = Key
help-word-key-text = A long secret text, like a password, that a program shows to Nova Post in your name.
help-word-token = Token
help-word-token-text = A pass for about an hour. A program gets it with the key. You do not need one yourself: it shows that the key works.
help-word-jwt = JWT
help-word-jwt-text = The form that a token has. In the documentation the two words mean the same.
help-word-apikey = apiKey
help-word-apikey-text = The name of the key in the documentation and in many programs. Your developer may ask for it by this name.
help-word-environment = Environment
help-word-environment-text = The service that accepts a key: the test environment or production. A key works only in its own.
help-word-test = Test
help-word-test-text = Nova Post’s test environment, where your developer tries things out. Nothing is shipped.
help-word-production = Production
help-word-production-text = The real service, with real parcels and real money.
help-word-practice = Practice
help-word-practice-text = A make-believe Nova Post on this computer. Nothing leaves the computer, and its keys open nothing.
help-word-store = Password store
help-word-store-text = The place where this computer keeps passwords, protected by your login: Credential Manager on Windows, Keychain on a Mac, a keyring on Linux.
help-word-clipboard = Clipboard
help-word-clipboard-text = What the computer holds between “Copy” and “Paste”. { -app } removes a key from there after a short time.
help-secrets = Where your secrets live
help-secrets-text = How { -app } treats keys and tokens:
help-secret-keychain-linux = A key is in the keychain of your system (“Passwords and Keys” or KWallet) before the app says that it is done.
help-secret-keychain-macos = A key is in the keychain of your Mac before the app says that it is done.
help-secret-keychain-windows = A key is in the Credential Manager of Windows before the app says that it is done.
help-secret-disk-live = A key is nowhere else on the disk, and a token is never written to it.
help-secret-disk-practice = A key of the real Nova Post is nowhere else on the disk, and a token is never written to it. Practice keys are also in a file of practice’s Nova Post. It is on this computer, and outside it these keys open nothing.
help-secret-memory-linux = In memory they are for as long as they are used, and wiped afterwards. Other programs cannot look into the memory of { -app }, except that of a small window while it is open.
help-secret-memory-macos = In memory they are for as long as they are used, and wiped afterwards.
help-secret-memory-windows = In memory they are for as long as they are used, and wiped afterwards.
help-secret-thief = The keychain is encrypted, usually with the password that you log in with. A thief who does not know it cannot open the keychain of a computer that is switched off.
help-secret-others = Other people with an account on this computer can open neither your keychain nor the app’s files. Those files hold phone numbers and the last four characters of keys.
help-secret-clipboard = What you copy is taken off the clipboard after a short time, and when you close the app.
help-secret-show = A key is shown only when you ask for it, in a small window that closes by itself.
help-secret-typed = A key that you type instead of copying it never comes into the main window. It goes from a small window of its own into memory, and into the keychain when you keep it.
help-secret-never = Keys, tokens and phone numbers never appear in a log or in the details for support.
help-dangers = What { -app } cannot protect you from
help-dangers-text = Some of it is in your hands:
help-danger-unlocked = Whoever sits at this computer while it is unlocked can do what you can. Lock the screen when you leave.
help-danger-stolen = A stolen computer that is unlocked or only asleep can give away what is in its memory. The system also puts parts of the memory on the disk, when memory is short or the computer hibernates. Shut it down before you travel, and have its disk encrypted.
help-danger-administrator = An administrator of this computer can read everything on it. Work with keys only where you trust the administrator.
help-danger-programs-linux = Any program that you start can ask the open keychain for its keys, and can read what is on the clipboard, and often what is typed and what is on the screen. Install only what you trust.
help-danger-programs-macos = Any program that you start can read what is on the clipboard, and with your permission what is typed and what is on the screen. If the Mac asks whether another program may use a key, say no.
help-danger-programs-windows = Any program that you start can ask the Credential Manager for its keys, and can read what is on the clipboard, and often what is typed and what is on the screen. Install only what you trust.
help-danger-clipboard = Some programs remember everything that you copy (clipboard history). They are asked to leave keys and tokens out, and not all of them obey. If you use one, delete the key there. If the app was ended by force, copy something else over the key.
help-danger-screen-linux = The small window can be seen in screenshots and when you share your screen. Stop sharing before you show a key.
help-danger-screen-macos = The system is asked to keep the small window out of screenshots and shared screens, and not every program obeys. A camera or a person behind you sees it in any case.
help-danger-screen-windows = The system is asked to keep the small window out of screenshots and shared screens, and not every program obeys. A camera or a person behind you sees it in any case.
help-danger-network = In some companies the network opens encrypted connections to check them. Whoever runs such a network can see a key on its way to Nova Post.
help-danger-engine = The app’s pages are drawn by the part of your system that also draws web pages. A flaw in it could let others use the app in your name. Keep the system up to date.
help-danger-given = Once you have given a key to somebody, { -app } cannot take it back, and cannot see who uses it. If in doubt, deactivate it on the page where it was made, if that page can do it, and make a new one.
help-links = Pages of Nova Post
help-shortcuts = Shortcuts
help-shortcuts-text = Nothing needs them. They are for hands that are quicker on the keyboard.
shortcut-new-test-key = New test key
shortcut-text-larger = Larger text
shortcut-text-smaller = Smaller text
shortcut-text-usual = Usual text size
shortcut-close = Close what is open
help-about = About { -app }
help-version = Version { $version }
help-licence = Free software under the MIT licence or the Apache licence 2.0, as you choose.
help-licence-others = It contains parts made by others, under licences that allow it: among them Tauri, Svelte, Fluent and SQLite.
help-independent = { -app } is not made by Nova Post. For contracts and parcels, ask Nova Post.

## The small window that shows a key

reveal-heading = Your key
reveal-closes = This window closes in { $seconds } s.
reveal-stay = Stay open
reveal-close = Close
reveal-failed = The key can’t be shown any more. Close this window and choose “Show” again.

## The small window that a key is typed into

enter-heading = Type your key
enter-text = The main window never sees it. There you say next what the key is for, and keep it in the keychain.
enter-field = Key
enter-show = Show what I type
enter-take = Take this key
enter-cancel = Cancel
enter-closes = Nothing has been typed for a while. This window closes in { $seconds } s.
enter-stay = Stay open
enter-unanswered = The key could not be taken. Try again.
enter-unanswered-keychain = The key could not be taken. The keychain of this computer may be locked. Try again.
enter-no-clipboard = This desktop gives { -app } no clipboard. Type the key.
enter-unanswered-clipboard = The clipboard of this computer did not answer. Try again, or type the key.
enter-unanswered-store = The key could not be taken: the list of your keys on this computer can’t be read. Close this window. The Home page says what to do.
enter-found-empty = Type or paste the key.
enter-found-address = This is the address of a web page. The key itself is needed.
enter-found-domain = This is the name of a website. The key itself is needed.
enter-found-email = This is an email address. The key itself is needed.
enter-found-phone = This looks like a phone number. The key itself is needed.
enter-found-hidden = This is the hidden form of a key. Show the key on Nova Post’s page, or use its copy sign.
enter-found-token = This is a token, not a key. A key is shorter, and tokens are made from it.
enter-found-several_keys = There is more than one key in it. Leave only the one that you want to add.
enter-found-foreign_letter = The character “{ $letter }” in place { $position } is in no key. Keys have digits and the Latin letters a to f. Check whether your keyboard writes Latin letters.
enter-found-no_key = There is no key in it.
enter-found-too_short = { $length ->
        [one] { $length } character is too few. Keys have 32 or 40.
       *[other] { $length } characters are too few. Keys have 32 or 40.
    }
enter-found-too_long = { $length ->
        [one] { $length } character is too many. Keys have 32 or 40.
       *[other] { $length } characters are too many. Keys have 32 or 40.
    }

## Test key

test-key-title = Test key
test-key-step-before = Before you start
test-key-step-number = Phone number
test-key-step-check = Check and send
test-key-step-key = Test key
test-key-continue = Continue

test-key-before-lead = A key is like a password that a program uses in your place. A test key opens Nova Post’s test environment, where your developer can try everything out without touching a real parcel.
test-key-before-registered = The phone number is registered at my.novapost.com
test-key-before-registered-text = Nova Post finds you by this number. Usually it is the one in your contract.
test-key-before-register = Register at my.novapost.com
test-key-before-register-help = How to register, step by step
test-key-before-foreign = It is not a number of Ukraine (+380)
test-key-before-foreign-text = Nova Post makes no test keys for Ukrainian numbers. A company in Ukraine makes a key in its business account instead. Is your company elsewhere? Use another number from your contract, or ask Nova Post.
test-key-before-ukraine = The guide for a company in Ukraine
test-key-before-daily = Nova Post takes one request a day
test-key-before-daily-text = Asking breaks nothing. If you ask twice, you get the same key or the answer “tomorrow”.
test-key-before-portal-text = Nova Post’s own page makes the same key in the browser.
test-key-before-portal = Open Nova Post’s page

test-key-number-lead = The one in your my.novapost.com account, in any spelling.
test-key-country = Country
test-key-phone = Phone number
test-key-phone-digits = Exactly these digits will be sent
test-key-phone-digits-none = The digits to be sent appear here
test-key-phone-elsewhere = The number begins with +{ $code }, so it counts as a number of { $country }.
test-key-number-practice-use = Use this number
test-key-practice-number = For practice use this number
test-key-practice-number-text = It belongs to nobody and brings a new key. You need no account and no number of your own.
test-key-problem-empty = The phone number is still missing.
test-key-problem-short = { $missing ->
        [1] One digit short
        [2] Two digits short
        [3] Three digits short
        [4] Four digits short
        [5] Five digits short
       *[other] { $missing } digits short
    } for { $region ->
        [NL] the Netherlands
        [GB] the United Kingdom
        [US] the United States
        [AE] the United Arab Emirates
       *[other] { $country }
    }.
test-key-problem-short-anywhere = { $missing ->
        [1] One digit short.
        [2] Two digits short.
        [3] Three digits short.
        [4] Four digits short.
        [5] Five digits short.
       *[other] { $missing } digits short.
    }
test-key-problem-long = { $extra ->
        [1] One digit too many
        [2] Two digits too many
        [3] Three digits too many
        [4] Four digits too many
        [5] Five digits too many
       *[other] { $extra } digits too many
    } for { $region ->
        [NL] the Netherlands
        [GB] the United Kingdom
        [US] the United States
        [AE] the United Arab Emirates
       *[other] { $country }
    }.
test-key-problem-long-anywhere = { $extra ->
        [1] One digit too many.
        [2] Two digits too many.
        [3] Three digits too many.
        [4] Four digits too many.
        [5] Five digits too many.
       *[other] { $extra } digits too many.
    }
test-key-problem-code = No country has this code. Choose the country, or begin the number with + and the country’s code.
test-key-problem-no-country = Choose the country, or begin the number with + and the country’s code.
test-key-which-country = Which country is this number from?
test-key-problem-not-a-number = This can’t be read as a phone number. Digits, spaces, dashes, brackets and + are fine.
test-key-problem-extension = There is an extension at the end. Leave it out: Nova Post takes the number alone.
test-key-problem-several = There are several numbers here. Only one is needed.
test-key-problem-cut-off = A spreadsheet has shortened this number: digits are missing. Format the cell as text or as a whole number, then copy it again.
test-key-problem-ukraine = This is a number of Ukraine.
test-key-problem-maybe-ukraine = Is this a number of Ukraine? Then begin it with +380, otherwise with + and the code of its country.
test-key-problem-second-look = Tick the box if the number is right.
test-key-second-look-title = This number is unusual
test-key-second-look-text = The public numbering plan does not know it. New numbers can be missing there. Compare it with your account once more.
test-key-second-look = I have compared it. The number is right.
test-key-second-look-prefix-title = The number is written in an older way
test-key-second-look-prefix-text = In Mexico, { $dropped } is no longer part of a phone number. Without it, the number is { $number }. Compare it with your account.
test-key-second-look-words-title = There are words beside the number
test-key-second-look-words-text = Only { $number } would be sent. Compare it with your account.
test-key-second-look-ukraine-title = Is this a number of Ukraine?
test-key-second-look-ukraine-text = People in Ukraine write a mobile number this way.
test-key-second-look-ukraine-yes = Yes, it is { $number }
test-key-second-look-ukraine-no = No, it is { $number } ({ $country })
test-key-second-look-ukraine-neither = If not, it does not fit { $country }. Check the digits, or begin with + and the country’s code.
test-key-choose-number = Which number is it?

test-key-check-lead = Nothing has been sent so far.
test-key-check-number = Phone number
test-key-check-sent-as = Sent as
test-key-check-environment = Environment
test-key-check-environment-live = Nova Post’s test environment
test-key-check-environment-practice = Practice: a Nova Post on this computer, nothing leaves it
test-key-check-daily = How often
test-key-check-daily-text = One request a day. If you ask twice on one day, the same key comes back or Nova Post says “tomorrow”.
test-key-check-good-for = What it is for
test-key-check-good-for-text = Trying things out in the test environment. It belongs to you as a person and opens nothing in the real service.
test-key-check-kept = Where it goes
test-key-check-kept-text = Into the keychain of this computer. Nobody sees it unless you ask for that.
test-key-check-change = Change the number
test-key-send = Send the request
test-key-sending = Your request is under way
test-key-reminded = Noted. From tomorrow on, Home reminds you to ask again.

test-key-created = Your test key is ready
test-key-created-text = Nova Post has made a new key. It is saved in the keychain of this computer.
test-key-found = The key of this number
test-key-found-text = You have asked for it before.
test-key-unsaved = Your test key is here
test-key-unsaved-text = You can use it now and save it later.
test-key-same = You have this key already
test-key-same-text = Nova Post sent the same key as before. Nothing about it has changed.
test-key-prolonged = Your key is valid for longer
test-key-prolonged-text = It is the same key. Instead of { $from } it is now valid until { $to }.
test-key-reactivated = Your key works again
test-key-reactivated-text = It is the same key. It had ended on { $from } and is now valid until { $to }.
test-key-next = What comes next
test-key-next-text = A token is a pass that a key makes and that works for about an hour. Getting one shows that your key works.
test-key-another = Ask with another number

## Token

token-title = Token
token-lead = A token is a pass for about one hour. A program sends it with every request, so that the key itself can stay where it is.
token-key = Made with
token-none = There is no token of this key at the moment.
token-getting = Getting a token
token-get = Get a token
token-renew = Get a new token
token-again = Renew
token-left = Time left
token-alive = Your token is ready
token-alive-text = It works until { $time }, then a new one is needed. Renewing takes a second.
token-dying = This token ends soon
token-dead = This token has ended
token-dead-text = That is normal: no token works for longer than about an hour. The key is still good.
token-assumed = The token does not say when it ends. Nova Post’s tokens work for about an hour, so Key Desk counts one hour from its arrival.
token-copy = Copy the token
token-try = Try it
token-try-text = Asks Nova Post for its list of currencies. Nothing is changed by that.
token-proven = It works: at { $time } Nova Post accepted this token and listed { $currencies ->
        [0] its currencies
        [one] { $currencies } currency
       *[other] { $currencies } currencies
    }.
token-claims = What the token says of itself
token-claim-made = Made at
token-claim-dies = Ends at
token-claim-client = For client
token-claim-issuer = Made by
token-claim-unsaid = Not said
token-claims-text = Key Desk can read this, but only Nova Post can check it.
token-developer = For your developer
token-developer-header = Send it with every request as this header, without the word “Bearer”:
token-developer-header-value = <the token>
token-developer-portal = To try it on Nova Post’s portal: press “Authorize” there and paste the token under “JWT”.
token-developer-open = Open the portal
token-memory = Key Desk keeps tokens in memory only. They are gone when you close it.
## The affiliation e-mail

affiliation-heading = E-mail to your manager
affiliation-lead = With it you ask Nova Post to connect you with your organization. Fill in what you know: the letter writes itself.
affiliation-waiting = Getting your letter
affiliation-run-gone = This guide has been put aside, and its letter with it.
affiliation-organization-part = The organization
affiliation-field-organization = Name
affiliation-organization-hint = As it stands in the contract with Nova Post.
affiliation-field-country = Country
affiliation-field-taxCode = Tax code
affiliation-tax-code-hint = The number of the company or the VAT number, as in the contract.
affiliation-person-part = The person who will hold the key
affiliation-field-fullName = Full name
affiliation-full-name-hint = As it stands in the account at my.novapost.com.
affiliation-phone-country = Country of the phone number
affiliation-field-phone = Phone number
affiliation-field-email = E-mail
affiliation-manager-part = To whom
affiliation-field-managerEmail = E-mail of your manager at Nova Post
affiliation-manager-hint = Look in your contract or in emails from Nova Post. If you don’t know it, ask Nova Post’s sales department, or leave this empty: the email then goes to { $address }.
affiliation-language = Language of the letter
affiliation-missing-organization = Enter the name of the organization.
affiliation-missing-country = Choose the country of the organization.
affiliation-missing-taxCode = Enter the tax code.
affiliation-missing-fullName = Enter the full name of the person.
affiliation-missing-phone = Enter the phone number of the person.
affiliation-missing-email = Enter the e-mail of the person.
affiliation-missing-managerEmail = Enter the e-mail of the manager.
affiliation-tax-fits = The check digit fits ({ $country }).
affiliation-tax-form_fits = It has the form of such a number ({ $country }). There is no check digit to test it by.
affiliation-tax-not_checked = { -app } does not know the numbers of this country ({ $country }), so this one was not checked. Compare it with the contract.
affiliation-tax-check_digit = The check digit does not fit: one digit of { $numbers } may be mistyped.
affiliation-tax-wrong_form = In this form there is no { $numbers }. A part of it may be mistyped.
affiliation-tax-wrong_sign = There is a sign in it that does not belong in { $numbers }.
affiliation-tax-wrong_length = It has not the length of { $numbers }. Something may be missing, or too much.
affiliation-tax-foreign_letter = { $alphabet ->
    [cyrillic] The letter “{ $letter }” in it is Cyrillic. It looks like a Latin letter, but programs tell them apart. Type it again in Latin letters.
    [greek] The letter “{ $letter }” in it is Greek. It looks like a Latin letter, but programs tell them apart. Type it again in Latin letters.
   *[other] The letter “{ $letter }” in it is not Latin. Programs tell such letters apart. Type it again in Latin letters.
}
affiliation-tax-anyway = Compare it with the contract. If it stands there like this, leave it.
affiliation-differs-fullName = In your account the name is “{ $known }”. Nova Post compares the two.
affiliation-differs-phone = In your account the number is { $known }. Nova Post compares the two.
affiliation-differs-email = In your account the e-mail is { $known }. Nova Post compares the two.
affiliation-differs-take = Take it from the account
affiliation-error = { $field }: { $problem }
affiliation-errors = Before the letter can be sent
affiliation-preview = Your letter so far
affiliation-continue = Continue
affiliation-kept = Everything is kept while you type.
affiliation-sheet = The letter
affiliation-to = To
affiliation-subject = Subject
affiliation-ready = Your letter is ready
affiliation-ready-lead = Read it once more. Then send it from your own mail program, so that Nova Post sees that it comes from you.
affiliation-practice = Practice: no mail program opens, so that nothing goes to the real Nova Post. You can copy the letter, save it, and go on as if it were sent.
affiliation-open = Open in the mail program
affiliation-copy = Copy the text
affiliation-save = Save as a file
affiliation-opened-whole = Your mail program opens with the letter. Look it through and press “Send” there. If nothing opens, copy the text from here.
affiliation-opened-without_text = Your mail program opens with an empty letter, and the text is on the clipboard: paste it there, then press “Send”.
affiliation-saved = Saved as “{ $file }” in { $folder }. Open the file with a double click, then send it from the mail program.
affiliation-saved-otherwise = Apple Mail and the new Outlook may open it for reading only, without “Send”. Then copy the text and paste it into a new e-mail to { $to }.
affiliation-saved-otherwise-open = Apple Mail and the new Outlook may open it for reading only, without “Send”. Then copy the text and paste it into a new e-mail.
affiliation-saved-show = Show it in its folder
affiliation-sent-heading = Have you sent it?
affiliation-sent-text = Then it is Nova Post’s turn, and the guide shows what comes next.
affiliation-sent-before = You sent it on { $day }. If you send it once more, the new day is noted.
affiliation-sent = Yes, it is sent
affiliation-letter-subject = Affiliation of an authorized representative: { $organization }
affiliation-letter-body = Hello,

    we would like to use API keys for our organization. For this I ask you to affiliate the following person with the organization as its authorized representative.{ $to ->
        [service_desk] {" "}I don’t know our sales manager. Can you pass this on to the right person?
       *[manager] {""}
    }

    Organization: { $organization }
    Country: { $country }
    Tax code: { $taxCode }

    Authorized representative: { $fullName }
    Phone: { $phone }
    E-mail: { $email }

    The person has an account at my.novapost.com with these details.

    Let me know when it is done, or if you need anything else.

    Thank you
    { $fullName }

## Bringing in a key

bring-in-lead = You copy the key where you got it, and { -app } takes it straight from the clipboard into the keychain. It is never shown on the way.
bring-in-step-copy = Copy it
bring-in-step-about = Say what it is
bring-in-step-kept = Keep it safe
bring-in-copy-open = Open the page of Nova Post where the key was made.
bring-in-copy-mark = Press the copy sign beside the key. If there is none, mark the whole key and copy it with the right mouse button.
bring-in-copy-return = Come back here and press the button below. You need not paste the key anywhere.
bring-in-look = I have copied it
bring-in-look-again = I have copied it once more
bring-in-type = Type it instead
bring-in-found-empty = There is nothing on the clipboard
bring-in-found-empty-text = Copy the key on Nova Post’s page, then press the button here.
bring-in-found-address = The address of a web page was copied
bring-in-found-address-text = The key itself is needed, not the page that shows it. A key does not begin with “https”.
bring-in-found-token = A token was copied, not a key
bring-in-found-token-text = A token works for about an hour only. Copy the key: it is shorter, and { -app } makes the tokens from it.
bring-in-found-domain = The name of a website was copied
bring-in-found-domain-text = The key itself is needed. It is on the page of Nova Post that you opened.
bring-in-found-email = An email address was copied
bring-in-found-email-text = The key itself is needed. It has digits and the letters a to f, and no “@”.
bring-in-found-phone = A phone number was copied
bring-in-found-phone-text = The key itself is needed. It has 32 or 40 characters.
bring-in-found-hidden = The hidden form of the key was copied
bring-in-found-hidden-text = Dots or stars stand in place of the key. Press the copy sign beside it, or show the key first and then copy it.
bring-in-found-several_keys = More than one key was copied
bring-in-found-several_keys-text = { -app } does not choose between them. Copy only the key that you want to add.
bring-in-found-foreign_letter = The character “{ $letter }” in place { $position } is in no key
bring-in-found-foreign_letter-text = Keys have digits and the Latin letters a to f. A letter of another alphabet can look the same. Use the copy sign beside the key instead of typing it or copying it from a picture.
bring-in-found-no_key = No key is in what was copied
bring-in-found-no_key-text = A key has 32 or 40 characters: digits and the letters a to f. Press the copy sign beside the key, then press the button here.
bring-in-found-too_short = { $length ->
        [one] Only { $length } character was copied
       *[other] Only { $length } characters were copied
    }
bring-in-found-too_short-text = Keys have 32 or 40 characters. Perhaps a part of it was left out: mark all of it, from the first character to the last.
bring-in-found-too_long = { $length ->
        [one] { $length } character was copied
       *[other] { $length } characters were copied
    }
bring-in-found-too_long-text = Keys have 32 or 40 characters. Perhaps something else came along: copy only the key.
bring-in-ask-unusual_form = { $length ->
        [one] This has { $length } character. Is it a key?
       *[other] This has { $length } characters. Is it a key?
    }
bring-in-ask-unusual_form-text = Nova Post’s keys have 32 or 40 characters: digits and the letters a to f. This one looks different. Compare its length and its end with the key on Nova Post’s page.
bring-in-ask-unusual_form-yes = Add it anyway
bring-in-ask-joined = { $length ->
        [one] { $length } character in pieces. Is it one key?
       *[other] { $length } characters in pieces. Is it one key?
    }
bring-in-ask-joined-text = There were spaces or line breaks inside. The pieces have { $pieces } characters, together { $length }. Compare the end with the key on Nova Post’s page.
bring-in-ask-joined-yes = Join the pieces
bring-in-unusual-production = Production keys have 32 or 40 characters: digits and the letters a to f. Look once more at the page where you copied it.
bring-in-unusual-sandbox = Test keys have 32 or 40 characters: digits and the letters a to f. Look once more at the page where you copied it.
bring-in-unusual-ukraine = Keys for Ukraine have 32 characters: digits and the letters a to f. Perhaps this key is for Europe: then choose another kind above.
bring-in-known = You have this key already
bring-in-known-text = Nothing needs to be done. If its name, its kind or its organizations have changed, you can say so.
bring-in-known-open = Go to this key
bring-in-known-renew = Say anew what it is
bring-in-about = What is this key?
bring-in-about-lead = The key is found. You can’t tell by looking at it what it opens, so note it here.
bring-in-length = { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, found on the clipboard
add-key-length-entered = { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, entered by you
add-key-length-stored = { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }, found in the password store of this computer
bring-in-environment = What does it open?
bring-in-environment-production = The real service in Europe: real shipments of your company. Made at my.novapost.com.
bring-in-environment-sandbox = Nova Post’s test service: your developer tries things out, nothing is shipped.
bring-in-environment-ukraine = The Ukrainian service. Made at new.novaposhta.ua, under “Security”.
bring-in-environment-missing = Choose what the key opens.
bring-in-person = A test key belongs to a person, not to an organization.
bring-in-organization = Organization
bring-in-organization-hint = For which the key was made. Nova Post’s page shows it beside the key. Leave it empty if you are not sure.
bring-in-organization-more = One more organization
bring-in-organization-add = Add
bring-in-organization-remove = Take { $name } off
bring-in-organizations-chosen = Organizations of this key
bring-in-organizations-known = You may mean:
bring-in-name = Your name for it
bring-in-name-hint = For example “Web shop”. You can leave it empty.
field-looks-like-key = This looks like a key, so it was not pasted. Keys belong in your keychain only.
bring-in-pasted = That was the key itself, so it was not pasted. It is safe already and needs no place here.
bring-in-keep = Keep this key
bring-in-other = Take another key
bring-in-opening = A key from your keychain
bring-in-opening-text = Taking it out to see whether you have it already
bring-in-keeping = Keeping your key
bring-in-keeping-text = On its way into the keychain
bring-in-kept = Your key is safe
bring-in-kept-text = It is in the keychain of this computer, and was read back from there to make sure.
add-key-saved-refused = This key does not work
add-key-saved-refused-text = It is saved in the password store of this computer, but Nova Post does not accept it.
add-key-saved-unchecked = The key is saved, but not checked
add-key-saved-unchecked-text = It is in the password store of this computer. Whether it works is not known yet.
bring-in-clipboard-empty-linux = The key is off the clipboard, and it is no longer marked for the middle mouse button. If a program remembers what you copy, such as Klipper, the key may still be there: delete it there.
bring-in-clipboard-empty-macos = The key is off the clipboard. If this Mac or a program remembers what you copy (clipboard history), the key may still be there: delete it there.
bring-in-clipboard-empty-windows = The key is off the clipboard. If the clipboard history of Windows is on, the key may still be there: press the Windows key and V, and delete it there.
bring-in-clipboard-full = The clipboard could not be emptied: the key may still be on it. Copy any word, and the key is gone from there.
bring-in-proving = Showing that it works
bring-in-proven = Your key works
bring-in-proven-text = Nova Post has made a token from it and answered a question asked with that token.
bring-in-open = Go to this key
bring-in-back-to-guide = Back to the guide

## Failure cards

failure-turn-you = This is up to you
failure-turn-nova_post = This is up to Nova Post
failure-turn-computer = The cause is on this computer
failure-turn-network = The cause is in your network

failure-phone-invalid-title = Nova Post does not take this number
failure-phone-invalid-text = It looks right, but Nova Post says it is not. Compare it digit by digit with the number in your my.novapost.com account.
failure-phone-ukraine-title = Nova Post makes no test keys for Ukrainian numbers
failure-phone-ukraine-text = Is your company in Ukraine? Then make a key in its business account; the guide takes a few minutes. Is it elsewhere? Use another number from your contract, or write to Nova Post.
failure-client-not-found-title = Nova Post does not know this number yet
failure-client-not-found-text = Register at my.novapost.com with exactly this number. If you have an account, look up which number it has. Then come back and ask again.
failure-several-clients-title = Several accounts have this number
failure-several-clients-text = So Nova Post can’t tell whose key to make. Only Nova Post can sort that out. A message to them is ready for you.
failure-daily-limit-title = Nova Post has had a request for this number today
failure-daily-limit-text-key = It takes one a day. You have the key of this number already: it is in your list and can be used.
failure-daily-limit-text-none = It takes one a day, and the next is possible tomorrow. Perhaps a colleague asked, or the request came from Nova Post’s own page: then they have the key.
failure-key-refused-title = Nova Post does not accept this key
failure-key-refused-text = It may have expired or been deactivated. Ask for the test key again with the same number: Nova Post makes an expired key work again, or sends a new one if it expired long ago.
failure-token-over-title = This token has ended
failure-token-over-text = No harm done: a new one is quickly made.
failure-key-malformed-title = Nova Post can’t read this key
failure-key-refused-text-own = It may have expired or been deactivated. Look at my.novapost.com, under “Integrations” and “API Keys”, whether it is active. If not, make a new one there and add it.
failure-key-refused-text-ukraine = Look in the business account at new.novaposhta.ua, under “Settings” and “Security”, whether it is still there. If not, make a new one there and add it.
failure-key-malformed-text = Something in it is missing or too much. Look at the page where you got it. If the key can still be copied there, copy all of it and add it again. If not, get a new one.
failure-key-form-unusual-title = { $length ->
        [one] This key has { $length } character
       *[other] This key has { $length } characters
    }
failure-key-form-unusual-text = It looks different from other keys of this kind. Copy it again where you got it, or add it after a second look.
failure-looks-like-key-title = This looks like a key
failure-looks-like-key-text = A name or a note has a key or a token in it. These texts are stored in plain text, so nothing was stored. Remove the key from the text.
failure-no-key-title = No key is waiting to be kept
failure-no-key-text = { -app } holds a copied key only as long as this page is open. Copy it once more and go on.
failure-access-forbidden-title = Nova Post does not allow this for your account
failure-access-forbidden-text = The permission is missing, and only Nova Post can give it. A message to them is ready for you.
failure-too-many-tokens-title = Nova Post makes no new token right now
failure-too-many-tokens-text = Too many tokens may be in use at once. If you have a token already, use it. If not, wait and try again.
failure-service-unavailable-title = Nova Post is not available right now
failure-service-unavailable-text = Nothing is wrong on your side. A short wait usually helps.
failure-service-unavailable-text-request = Nothing is wrong on your side. A short wait usually helps. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
failure-service-error-title = Something broke at Nova Post
failure-service-error-text = It has nothing to do with what you entered. Try again later. If it stays like this, the details below help Nova Post to find the cause.
failure-service-error-text-request = It has nothing to do with what you entered. Try again later: asking again is safe. If it stays like this, the details below help Nova Post to find the cause.
failure-answer-unreadable-title = The answer made no sense
failure-answer-unreadable-text = What came back is not what Nova Post usually sends. It may have trouble, or something in your network answered in its place.
failure-answer-unreadable-text-request = What came back is not what Nova Post usually sends. The key may have been made all the same. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
failure-network-page-title = A web page came back instead of Nova Post’s answer
failure-network-page-text = It comes from your network: often it is the sign-in page of a hotel or a café, sometimes a filter. Open a page in your browser, sign in if you are asked to, then try again. If there is nothing to sign in to, ask your network’s administrator.
failure-network-page-text-request = It comes from your network: often it is the sign-in page of a hotel or a café, sometimes a filter. Open a page in your browser, sign in if you are asked to, then ask again. That is safe: either the key comes, or Nova Post says “tomorrow”. If there is nothing to sign in to, ask your network’s administrator.
failure-redirect-refused-title = Something in your network answered instead of Nova Post
failure-redirect-refused-text = Often it is the sign-in page of a hotel, a café or a company. Open a page in your browser, sign in if you are asked to, then try again.
failure-offline-title = This computer has no internet connection
failure-offline-text = Check the Wi-Fi or the network cable. What you entered is still here.
failure-unreachable-title = The connection to Nova Post failed
failure-unreachable-text = Something closed it. It may pass by itself. If not, a firewall may be in the way, and whoever looks after your network can help.
failure-unreachable-text-request = Something closed it before an answer came. The key may have been made all the same. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
failure-tls-untrusted-title = The connection is not safe, so nothing was sent
failure-tls-untrusted-text = This computer can’t confirm that Nova Post is at the other end. Are you in a hotel, a train or a café? Open the browser, sign in to the network, then try again. Otherwise a security program, a company network or a wrong date on this computer can be the cause. Give the details to whoever looks after your network.
failure-proxy-sign_in-title = Your network’s proxy wants a name and a password
failure-proxy-sign_in-text = Your company lets programs out through a gateway, called a proxy. { -app } can’t ask you for its name and password, but uses them if they are part of the proxy’s address. { $system ->
        [windows] Your IT department can add the variable HTTPS_PROXY with the value http://NAME:PASSWORD@PROXY:PORT under “Edit environment variables for your account”. Then start { -app } again.
        [macos] Your IT department can set it with the command “launchctl setenv HTTPS_PROXY http://NAME:PASSWORD@PROXY:PORT”. Then start { -app } again.
       *[other] Your IT department can set the variable HTTPS_PROXY to http://NAME:PASSWORD@PROXY:PORT, for example in “.profile” in your home folder. If the settings of your desktop name a proxy too, host and port must be the same. Then log out and in again.
    }
failure-proxy-sign_in_refused-title = The proxy does not accept the name and the password
failure-proxy-sign_in_refused-text = Your company lets programs out through a gateway, called a proxy. The name or the password in its address is wrong, or has changed. Ask your IT department to correct the address. { $system ->
        [windows] It is in the variable HTTPS_PROXY, under “Edit environment variables for your account”. Then start { -app } again.
        [macos] It was set with the command “launchctl setenv HTTPS_PROXY”. Then start { -app } again.
       *[other] It is in the variable HTTPS_PROXY, often in “.profile” in your home folder, or in the settings of your desktop. Then log out and in again.
    }
failure-proxy-sign_in_unsupported-title = The proxy wants a sign-in that { -app } can’t do
failure-proxy-sign_in_unsupported-text = Your company lets programs out through a gateway, called a proxy. It wants a sign-in such as NTLM or Kerberos, and { -app } can’t do that. Ask your IT department to let two hosts through without a sign-in: api.novapost.com and api-stage.novapost.pl, port 443.
failure-proxy-script-title = { -app } can’t find the way out of your network
failure-proxy-script-text = If other pages open in your browser, your company lets programs out through a gateway, called a proxy, and a script or automatic detection chooses it. { -app } can’t use either. Ask your IT department for the proxy’s address. { $system ->
        [windows] Enter it in the settings of Windows, under “Network & internet”, “Proxy”, “Manual proxy setup”. The script may stay on. Then try again.
        [macos] Enter it in System Settings, under “Network”, “Details”, “Proxies”, as the secure web proxy (HTTPS). The automatic configuration may stay on. Then try again.
       *[other] Set the variable HTTPS_PROXY to http://PROXY:PORT, for example in “.profile” in your home folder. Then log out and in again.
    }
failure-timed-out-title = Nova Post has not answered in time
failure-timed-out-text = Asking again is safe and changes nothing.
failure-timed-out-text-request = The key may have been made all the same. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
failure-keychain-locked-title = The keychain is locked
failure-keychain-locked-text = The keychain is the place where this computer keeps passwords and keys. When you try again, the system asks for its password. Usually that is the one you log in with.
failure-keychain-missing-title = This computer has no keychain running
failure-keychain-missing-text-linux = { -app } keeps keys only in a keychain, never in a file. Install “gnome-keyring” or “KWallet”, log out and in again, then try again.
failure-keychain-missing-text-macos = { -app } keeps keys only in the keychain of your Mac, never in a file, and the Mac does not open it. Open the app “Keychain Access” and look whether the keychain “login” is there, then try again. If that does not help, restart the Mac.
failure-keychain-missing-text-windows = { -app } keeps keys only in the Credential Manager of Windows, never in a file, and Windows does not open it. Restart the computer, then try again. If that does not help, ask your IT department. They need the details.
failure-keychain-slow-title = The keychain does not answer
failure-keychain-slow-text = It may be asking for its password in a window behind this one. Look there first.
failure-keychain-cancelled-title = The keychain was not unlocked
failure-keychain-cancelled-text = The window that asks for its password was closed. Try again and enter the password. Usually it is the one you log in with.
failure-keychain-no-default-title = There is no keychain on this computer yet
failure-keychain-no-default-text = The keychain program is running, but no keychain has been created for your passwords and keys. Try again, and the system asks for a password for a new one. If it does not ask, open “Passwords and Keys”, add a password keyring there and set it as the default.
failure-keychain-blocked-by-policy-title = This computer may not save keys
failure-keychain-blocked-by-policy-text = A rule of your company keeps Windows from saving credentials in Credential Manager. Ask your IT department to allow it for you. They need the details.
failure-keychain-refused-title = The keychain said no
failure-keychain-refused-text = It refused access, or gave back something else than was saved. Open the keychain program of this computer and check whether Key Desk may use it.
failure-secret-not-saved-title = Your key is here, but not in the keychain yet
failure-secret-not-saved-locked = The keychain is locked. Key Desk holds the key until you close it, so nothing is lost. Save again, and the system asks for the keychain’s password.
failure-secret-not-saved-missing = This computer has no keychain running. Key Desk holds the key until you close it, so nothing is lost. You can use it in this session and save it once a keychain is there.
failure-secret-not-saved-slow = The keychain has not answered. Key Desk holds the key until you close it, so nothing is lost. Look for a window that asks for a password, then save again.
failure-secret-not-saved-refused = The keychain did not take it. Key Desk holds the key until you close it, so nothing is lost. Save again, or use the key in this session.
failure-secret-not-saved-cancelled = The window that asks for the keychain’s password was closed. Key Desk holds the key until you close it, so nothing is lost. Save again and enter the password.
failure-secret-not-saved-no_default = No keychain has been created on this computer yet. Key Desk holds the key until you close it, so nothing is lost. Save again, and the system asks for a password for a new one. If it does not ask, open “Passwords and Keys”, add a password keyring there and set it as the default.
failure-secret-not-saved-blocked_by_policy = A rule of your company keeps Windows from saving it. Key Desk holds the key until you close it, so nothing is lost. Ask your IT department to allow it, then save again.
failure-store-unwritable-title = Key Desk can’t write to its folder
failure-store-unwritable-text = The disk may be full, or the folder is protected. Free some space, then try again. Your keys are in the keychain and not affected.
failure-store-unreadable-title = Key Desk can’t read its list of keys
failure-store-unreadable-text = The file is damaged, or a newer Key Desk wrote it. The keys themselves are safe in the keychain. Close Key Desk and open its newest version. If that does not help, the details below are for support.
failure-clock-wrong-title = { $direction ->
        [behind] { $unit ->
            [hours] { $count ->
                [one] The clock of this computer is { $count } hour slow
               *[other] The clock of this computer is { $count } hours slow
            }
           *[minutes] { $count ->
                [one] The clock of this computer is { $count } minute slow
               *[other] The clock of this computer is { $count } minutes slow
            }
        }
       *[ahead] { $unit ->
            [hours] { $count ->
                [one] The clock of this computer is { $count } hour fast
               *[other] The clock of this computer is { $count } hours fast
            }
           *[minutes] { $count ->
                [one] The clock of this computer is { $count } minute fast
               *[other] The clock of this computer is { $count } minutes fast
            }
        }
    }
failure-clock-wrong-text = Key Desk counts by Nova Post’s clock, so the time left here is right. Other programs may stumble over it: turn on “set time automatically” in the system’s settings.
failure-not-found-title = This is no longer here
failure-not-found-text = It was removed or replaced in the meantime. Try again to see how things are now.
failure-not-found-title-key = This key is no longer on this computer
failure-not-found-text-key = Either the keychain or the list of keys does not have it any more. Try again first. If the key is gone, look at the page where you made it. If it can still be copied there, add it again. If not, make a new one.
failure-not-found-text-key-test = Either the keychain or the list of keys does not have it any more. Try again first. If the key is gone, ask for it again with the same number: Nova Post sends it, or a new one if it expired long ago.
failure-superseded-title = This was interrupted
failure-superseded-text = Before it was done, Key Desk was switched between practice and your Nova Post account, or the window with the key was closed. Start again.
failure-internal-title = Something went wrong in Key Desk
failure-internal-text = It has nothing to do with what you entered. Try again. If it stays like this, the details below are for support.
failure-clipboard-refused-title = Nothing was copied
failure-clipboard-refused-text = The clipboard of this computer did not accept it. Another program may be using it just now. Try again in a moment.
failure-clipboard-missing-title = There is no clipboard here
failure-clipboard-missing-text = This desktop gives { -app } no clipboard, so nothing can be copied or pasted. To pass on a key, choose “{ key-show }” instead. To add a key, type it.
failure-already-running-title = Key Desk is open already
failure-already-running-text = Its window has come to the front. Go on there.

failure-when-wait = { $seconds ->
        [one] Worth trying again in { $seconds } second
       *[other] Worth trying again in { $seconds } seconds
    }
failure-when-now = Worth trying again now
failure-when-tomorrow = Possible again tomorrow, { $date }

failure-action-try-again = Try again
failure-action-try-now = Try now all the same
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
failure-action-bring-in = Bring the key in again
failure-action-copy-again = Copy it again
failure-action-new-token = Get a new token
failure-action-unlock = Unlock and try again
failure-action-save-again = Save again
failure-action-use-in-session = Keep it for this session only
failure-action-copy-details = Copy the details
failure-action-clock-set = I have set the clock
failure-action-go-on = Go on
failure-action-start-again = Start again

failure-details = Details for support
failure-details-note = No key, no token and no phone number is in here.

failure-letter-title = The message to Nova Post
failure-letter-practice = Practice: the message is only shown here, nothing goes to Nova Post.
failure-letter-to = To
failure-letter-subject = Subject
failure-letter-body = Text
failure-letter-copy = Copy the message
failure-letter-opened = Your mail program opens with the message. Fill in what is missing and send it. If it does not open, copy the message from here.
failure-letter-several-subject = Several accounts with one phone number
failure-letter-several-body = Hello,

    I am asking for a test API key and get the answer “Multiple matching clients found” (409). It seems that several accounts at my.novapost.com have my phone number.

    My phone number: { $phone }
    My full name:
    Organization:

    Can you tell me which accounts these are, and leave the number in only one of them?

    Thank you
failure-letter-forbidden-subject = API access is refused (403)
failure-letter-forbidden-body = Hello,

    Nova Post’s API refuses access with my key (403).

    My phone number: { $phone }
    My full name:
    Organization:

    Can you check which permission is missing and grant it, or tell me what is needed for that?

    Thank you
failure-letter-ukraine-subject = Test API key for a Ukrainian phone number
failure-letter-ukraine-body = Hello,

    I represent a company outside Ukraine and need a test API key. My phone number is Ukrainian (+380), and test keys are not made for such numbers.

    My phone number: { $phone }
    My full name:
    Company and country:

    Can you tell me how I get a test key?

    Thank you
