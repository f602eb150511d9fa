### The simulated websites of Nova Post, in English.
###
### For translators. A comment says what a message is and gives an example of each variable. Names, dates and labels are
### always in the nominative: write “label: value”, as here, and do not decline them. Dates and numbers come in the format of
### the language. Address people formally and avoid a past tense that has a gender. Write whole sentences into the variants
### of a number. Nova Post is the service in Europe, Nova Poshta (Нова пошта) the company in Ukraine. What is in quotes is a
### label that people look for. The guides in ui/locales name the labels of these pages: use the same words there.

-app = Key Desk

## The layout of every page

# The name of this language in this language.
language-name = English
# Chip on every card, in capitals, at most 12 characters: practice mode.
band-word = PRACTICE
# Read aloud only: the name of the striped area at the top.
band-label = Practice mode
band-start = These pages replace websites of Nova Post and Nova Poshta. Nothing is sent to them.
band-my-nova-post = This page replaces my.novapost.com. Nothing is sent to Nova Post.
band-cabinet = This page replaces new.novaposhta.ua. Nothing is sent to Nova Poshta.
band-test-key = This page replaces “{ test-key-heading }” on Nova Post’s portal. Nothing is sent to Nova Post.
# $days: a whole number, 40; 0 is less than a day.
# $time: a date with the time, “5 April 2027, 08:03 UTC”.
band-ahead = { $days ->
        [0] Date in practice: { $time }, a few hours ahead of your computer.
        [one] Date in practice: { $time }, { $days } day ahead of your computer.
       *[other] Date in practice: { $time }, { $days } days ahead of your computer.
    }
# $days: a whole number, 40; 0 is less than a day.
# $time: a date with the time, “5 April 2027, 08:03 UTC”.
band-behind = { $days ->
        [0] Date in practice: { $time }, a few hours behind your computer.
        [one] Date in practice: { $time }, { $days } day behind your computer.
       *[other] Date in practice: { $time }, { $days } days behind your computer.
    }
# Link that appears when it gets the focus.
skip = Skip to content
# The title of the browser’s tab.
# $heading: the heading of the page, “API Keys”.
# $site: the name of the website, “My Nova Post”.
title = { $heading } · { $site } ({ band-word })
# The title of the browser’s tab, after a form with mistakes was sent.
# $heading: the heading of the page, “Create a key”.
# $site: the name of the website, “My Nova Post”.
title-problems = Not yet: { $heading } · { $site } ({ band-word })
site-start = { -app }
# The name of a website. Nova Post does not translate it.
site-my-nova-post = My Nova Post
# The account of a company at Nova Poshta in Ukraine.
site-cabinet = Business account
site-test-key = API portal
# Read aloud only: the name of the list of languages.
languages = Language
# Read aloud only: the name of the menu.
menu = Menu
# Menu entry: the account at my.novapost.com.
menu-account = Account
# Menu entry, a label of Nova Post’s.
menu-integrations = Integrations
# Menu entry: the first page of the Ukrainian account.
menu-overview = Overview
# Link to the page before.
# $page: the heading of that page, “API Keys”.
back-to = Back to “{ $page }”
problems-heading = Check these points
# $date: a date, “5 April 2027”.
# $time: the time, “08:03”.
date-time = { $date }, { $time } UTC

## The page at /

start-heading = Nova Post and Nova Poshta in practice mode
start-lead = You can try everything on these websites. The keys are not real.
start-my-nova-post = Nova Post in Europe: your account, your organizations and your production keys.
start-cabinet = Nova Poshta in Ukraine: a company’s account and its keys.
start-test-key = Nova Post in Europe: a test key for a phone number.
start-key-request = For the part of the developer: a file that asks for a key.

## The page that makes a request for a key

key-request-heading = A developer asks for a key
key-request-lead = Make a request as a developer would, and open it in { -app }. It is for practice only: nothing of it is kept here.
key-request-name = Name of the developer
key-request-name-hint = { -app } shows it as the name in the request.
key-request-name-missing = Type a name of at most 80 characters.
key-request-environment = Which key is asked for?
key-request-environment-missing = Choose a kind of key.
key-request-sandbox = Test key
key-request-production = Production key
key-request-ukraine = Ukrainian key
# Button.
key-request-make = Make a request
# The text that the developer adds to the request.
key-request-note = PRACTICE. For the web shop.
key-request-made = The request is ready
key-request-made-text = Save it and open the file, or copy the text and paste it in { -app }.
key-request-words = The developer’s four words
key-request-words-text = The developer reads them out on the phone. { -app } shows the same four.
# Button: saves a file.
key-request-save = Save the request
key-request-private = The developer’s private key
key-request-private-text = It opens what is sealed for this request. A real one is never shown to anybody.
# Button: saves a file.
key-request-private-save = Save the private key

## A key, on any page

# Read aloud only.
# $lastFour: the last four characters of a key, “91c0”.
key-ends-in = Key ending in { $lastFour }
# Button.
key-copy = Copy
# Button, read aloud only.
# $name: the name of a key, “Online shop”.
key-copy-named = Copy the key “{ $name }”
# State of a button, for two seconds after a press.
key-copied = Copied
key-not-copied = Select the key and copy it by hand
key-show = Show the key
# Label of a date.
key-created = Created on
# Label of a date, as in the window’s page of a key.
key-valid-until = Valid until
# Label of a date.
key-deactivated-on = Deactivated on
# Label of one of the three states below.
key-status = Status
# State of a key.
key-status-active = Active
# State of a key.
key-status-deactivated = Deactivated
# State of a key.
key-status-expired = Expired
# Chip beside the key that was just created.
key-new = New
# Button.
key-deactivate = Deactivate
# Button, read aloud only.
# $name: the name of a key, “Online shop”.
key-deactivate-named = Deactivate the key “{ $name }”
# Link to the page before, in a long list.
keys-newer = Newer keys
# Link to the next page of a long list.
keys-older = Older keys
# Read aloud only: the name of these two links.
keys-pages = More keys
# $count: a whole number, 1,000.
keys-too-many = There are { $count } keys already, and practice can’t keep more. To make room, clear practice in { -app }.

## My Nova Post: the account

account-heading = Your account
account-lead = You are logged in. Practice asks for no password.
account-details = Your details
account-details-text = When { -app } asks for the details of your account, enter these. Your email to Nova Post must have the same ones.
account-name = Full name
account-name-text = An example, not a real person
# Label of a phone number.
account-phone = Phone
# Label of an email address.
account-email = Email
organizations-heading = Your organizations
organizations-text = The companies that you represent. A key is for one or several of them.
organizations-none = No organization yet
organizations-none-text = When there is one, you can create a key for it.
organizations-create-key = { api-keys-create }
# $taxCode: a number as it was typed, “DE123456788”.
organization-tax-code = Tax code: { $taxCode }
organization-no-tax-code = No tax code
# Heading of a part of the page. Other pages name it.
manager-heading = Play your sales manager
manager-text = At Nova Post, a sales manager reads your email and links you to your company. In practice, you do this yourself.
organization-name = Name of the organization
organization-name-missing = Type the name of the organization.
# $most: a whole number, 200.
organization-name-too-long = The name has more than { $most } characters. Shorten it.
organization-tax-code-label = Tax code
organization-tax-code-hint = As in your email. You can leave it empty here.
# $most: a whole number, 200.
organization-tax-code-too-long = The tax code has more than { $most } characters. Shorten it.
# $count: a whole number, 1,000.
organization-too-many = There are { $count } organizations already, and practice can’t keep more.
organization-add = Add the organization
organization-added = The organization is added
organization-added-text = At Nova Post, your sales manager would now email you. You can create a key for this organization.

## My Nova Post: Integrations, API Keys

integrations-heading = { menu-integrations }
integrations-lead = Connect other programs to your account.
# A label of Nova Post’s, in the menu “Integrations”.
api-keys = API Keys
api-keys-card = See your keys, create a key, or deactivate one.
api-keys-lead = Your production keys. Anyone who has one of them can act for its organizations.
# Button that opens the page with this heading.
api-keys-create = Create a key
api-keys-none = No key yet
api-keys-none-text = Choose “{ api-keys-create }”. You then see the organizations that a key can be for.
# $name: the name of a key, “Online shop”.
api-key-created = The key “{ $name }” is ready
# $date: a date, “5 April 2027”.
api-key-created-text = Copy it below and add it to { -app }. Valid until: { $date }
api-key-deactivated = The key is deactivated
api-key-deactivated-text = The key and its tokens no longer work.
# $count: a whole number, 2: how many names follow this label.
api-key-organizations = { $count ->
        [one] Organization
       *[other] Organizations
    }
new-key-lead = The key works at once. In practice, it is valid for a year.
new-key-no-organization = No organization is offered yet
new-key-no-organization-text = After your email, a sales manager of Nova Post links you to your company. Then it is offered here. In practice, you do this yourself: in your account, under “{ manager-heading }”.
new-key-to-manager = Go to your account
new-key-name = Name of the key
new-key-name-hint = What it is for. Use the same name in { -app }, for example “Online shop”.
new-key-name-missing = Type a name for the key.
# $most: a whole number, 200.
new-key-name-too-long = The name has more than { $most } characters. Shorten it.
# Label. The word below it is “Production”.
new-key-environment = Environment
# The environment of every key from this page.
new-key-production = Production
# Label of a list of organizations with checkboxes.
new-key-organizations = Organizations
new-key-organizations-hint = The key works only for these. To deactivate keys one by one, create one for each.
# Checkbox: all organizations.
new-key-organizations-all = All
new-key-organizations-missing = Choose at least one organization.
new-key-organizations-unknown = One of the organizations is no longer in your account. Choose again.
new-key-organizations-other = Your organization is not offered? In practice, add it yourself:
new-key-create = Create the key
# Link: back to the list.
new-key-cancel = Cancel
# $name: the name of a key, “Online shop”.
deactivate-heading = Deactivate the key “{ $name }”?
deactivate-text = The key and its tokens stop working at once. So does software that uses the key. You can’t undo this, but you can create a new key at any time.
deactivate-already = This key is deactivated already.
deactivate-sure = Deactivate the key
deactivate-not = Keep the key

## The Ukrainian account: Settings, Security

cabinet-heading = Your company’s account
cabinet-lead = You are logged in as a legal entity. Practice asks for no password.
cabinet-settings-text = Keys are under “{ security }”.
# A label of Nova Poshta’s: menu entry and heading.
settings-heading = Settings
# A label of Nova Poshta’s: a section of the settings.
security = Security
security-text = Keys for programs that work with your company’s account.
security-lead = A key is a code for Nova Poshta’s API in Ukraine. It works without a token.
# A label of Nova Poshta’s: a button.
security-create = Create key
security-none = No key yet
security-none-text = Choose “{ security-create }”. The key is created at once.
security-created = The key is ready
security-created-text = Copy the code below and add it to { -app }.
security-deactivated = The key is deactivated
security-deactivated-text = It no longer works.
# The name of a key that has no other name.
# $number: a whole number, 3.
security-key = Key { $number }
security-deactivate-text = The key stops working at once. So does software that uses it. You can’t undo this, but you can create a new key at any time.

# The title of a list that opens.
trial-keys = Keys with a fixed answer
trial-keys-text = Add one of them in Key Desk and check it, to see what Key Desk says about each answer of Nova Poshta.
# $answer: one of the messages below.
trial-key-copy = Copy the key: { $answer }
trial-works = Works for one company, and gets a token
trial-several-senders = Works, gets a token, and the account has three senders
trial-no-sender = Works, and the answer names no company
trial-no-code = Works for a person without a company code
trial-token-forbidden = Works, but may not get a token (403)
# State of a key, for example.
trial-refused = Not accepted
# State of a key, for example.
trial-refused-without-text = Not accepted, without a text
trial-unauthorized = Not accepted, with status 401
# State of a key, for example.
trial-expired = Expired
# State of a key, for example.
trial-expired-without-code = Expired, without an error code
trial-expired-unauthorized = Expired, with status 401
trial-errors-as-object = Not accepted, with errors in another form
trial-other-error = An error that is not about the key
trial-too-many-requests = Too many requests (429)
trial-service-error = An error of Nova Poshta (500)
trial-service-unavailable = Nova Poshta is not available (503)
trial-no-answer = No answer for a minute
trial-web-page = A web page instead of an answer
trial-cut-answer = An answer that ends in the middle
trial-lost-answer = A connection that closes without an answer

## The page that creates a test key

# The title of Nova Post’s page in this language.
test-key-heading = API Key Generation
test-key-lead = A test key is for trying things out in the test environment. It belongs to a person, not to a company.
# Heading, a label of Nova Post’s. The guide names it as “method 1”.
test-key-method = Method 1
test-key-method-text = The key appears on this page. Nova Post sends no message.
test-key-method-other = With method 2, software asks for the key (POST test-api-keys). { -app } does this for you.
test-key-phone = Phone number
test-key-phone-hint = The number of your account at my.novapost.com: digits only, with the country code, without the plus. Example: 49XXXXXXXXX
test-key-numbers = In practice, 498213437654 gets a new key. The phone book in { -app } has more numbers. Each shows a different situation.
# Button, a label of Nova Post’s.
test-key-generate = Generate a test key
test-key-ready = Your test key
test-key-copy = Copy your test key
test-key-created = The key is ready
test-key-ready-text = Copy it and add it to { -app }.
test-key-another = Another number
# Label. Below it are a status and a sentence in English: “404 Client not found”.
test-key-answer = Answer of the test environment
test-key-phone-missing = Type the phone number.
test-key-phone-invalid = Nova Post does not accept this number. Type digits only, with the country code, without the plus.
test-key-not-found = This number is not registered. Compare it with your account at my.novapost.com. Nova Post creates no test keys for Ukrainian numbers (+380): use another number from your contract, or write to Nova Post.
test-key-several = Several accounts have this number. Only Nova Post can correct this: write to servicedesk@novapost.com.
test-key-daily-limit = This number was already used today. Try again tomorrow.
test-key-error = Nova Post has an error. Try again later.
test-key-unavailable = Nova Post is busy. Try again in a moment.
test-key-unreadable = Nova Post’s answer could not be read. You can safely ask again: Nova Post sends the key or says “tomorrow”.
test-key-web-page = A web page came instead of Nova Post’s answer. Try again later.
test-key-lost = No answer came. You can safely ask again: Nova Post sends the key or says “tomorrow”.
test-key-refused = No key was created

## Error pages

wrong-not-found = This page does not exist
wrong-not-found-text = It may have been deleted when practice was cleared.
wrong-method = This page can’t be opened this way
wrong-method-text = Start from the first page.
wrong-foreign = This form came from another website
wrong-foreign-text = Nothing was changed. Practice accepts only its own forms, so that no other website can create keys. Open the page again and repeat the step.
wrong-form = The form did not arrive complete
wrong-form-text = Nothing was changed. Go back and send it again.
wrong-not-kept = Nothing was saved
wrong-not-kept-text = This computer could not write practice’s file, so nothing was changed. The disk may be full. Free some space and try again.
wrong-to-start = Go to the first page
