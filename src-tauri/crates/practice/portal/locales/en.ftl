### The simulated web sites of Nova Post, in English.

## The layout of every page

band-word = PRACTICE
band-label = Practice
band-start = These pages stand in for web sites of Nova Post. Nothing here reaches Nova Post.
band-my-nova-post = This page stands in for my.novapost.com. Nothing here reaches Nova Post.
band-cabinet = This page stands in for new.novaposhta.ua. Nothing here reaches Nova Post.
band-test-key = This page stands in for “API Key Generation” on Nova Post’s portal. Nothing here reaches Nova Post.
band-ahead = { $days ->
        [0] Date in practice: { $time }, some hours ahead of your computer.
        [one] Date in practice: { $time }, a day ahead of your computer.
       *[other] Date in practice: { $time }, { $days } days ahead of your computer.
    }
band-behind = { $days ->
        [0] Date in practice: { $time }, some hours behind your computer.
        [one] Date in practice: { $time }, a day behind your computer.
       *[other] Date in practice: { $time }, { $days } days behind your computer.
    }
skip = Skip to content
title = { $heading } · { $site } (PRACTICE)
title-problems = Not yet: { $heading } · { $site } (PRACTICE)
site-start = Key Desk
site-my-nova-post = My Nova Post
site-cabinet = Business account
site-test-key = API portal
languages = Language
menu = Menu
menu-account = Account
menu-integrations = Integrations
menu-overview = Overview
menu-settings = Settings
back-to = Back to “{ $page }”
problems-heading = Check these points
date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-time = { $date }, { $time } UTC

## The page at /

start-heading = Nova Post in practice
start-lead = Three websites for practice.
start-my-nova-post = Your account, your organizations and your production keys.
start-cabinet = The account of a Ukrainian company, and its keys.
start-test-key = A test key for a phone number.

## A key, on any page

key-ends-in = Key ending in { $lastFour }
key-copy = Copy
key-copy-named = Copy the key “{ $name }”
key-copy-created = Copy the key from { $date }
key-copied = Copied
key-not-copied = Select the key and copy it by hand
key-show = Show the key
key-created = Created
key-status = Status
key-status-active = Active
key-status-deactivated = Deactivated
key-status-expired = Expired
key-new = New
key-deactivated-on = Deactivated on
key-deactivate = Deactivate
key-deactivate-named = Deactivate the key “{ $name }”
keys-newer = Newer keys
keys-older = Older keys
keys-pages = More keys
keys-too-many = There are { $count } keys, and practice can’t keep more. Clear practice in Key Desk to make room.

## My Nova Post: the account

account-heading = Your account
account-lead = You are logged in. Practice asks for no password.
account-details = Your details
account-details-text = Your email to the sales manager must have the same details.
account-name = Full name
account-name-text = An example, not a real person.
account-phone = Phone
account-email = Email
organizations-heading = Your organizations
organizations-text = Companies that named you as their representative. A key is for one or several of them.
organizations-none = No organization yet
organizations-none-text = You can create a key when there is one.
organizations-create-key = Create a key
organization-tax-code = Tax code { $taxCode }
organization-no-tax-code = No tax code
manager-heading = Play your sales manager
manager-text = At Nova Post, your sales manager links you to your company after your email. Here you do it yourself.
organization-name = Organization’s name
organization-name-missing = Type the organization’s name.
organization-name-too-long = The name has more than { $most } characters. Shorten it.
organization-tax-code-label = Tax code
organization-tax-code-hint = As in your email. You can leave it empty here.
organization-tax-code-too-long = The tax code has more than { $most } characters. Shorten it.
organization-too-many = There are { $count } organizations, and practice can’t keep more.
organization-add = Add the organization
organization-added = The organization is added
organization-added-text = Your sales manager would now email you. You can create a key for it.

## My Nova Post: Integrations, API Keys

integrations-heading = Integrations
integrations-lead = Connect other programs to your account.
api-keys = API Keys
api-keys-card = Create a key for your developer’s software, see all keys, deactivate one.
api-keys-lead = Production keys, created in your name. Anyone who has one can act for its organizations.
api-keys-create = Create a key
api-keys-none = No key yet
api-keys-none-text = Create one, and it appears here at once.
api-keys-no-organization = You need an organization first
api-keys-no-organization-text = Your sales manager links you to it after your email. In practice you do this on the page of your account.
api-keys-to-account = Go to your account
api-key-made = The key “{ $name }” is ready
api-key-made-text = Copy it below and add it in Key Desk. Valid until: { $date }
api-key-deactivated = The key is deactivated
api-key-deactivated-text = The key and its tokens no longer work.
api-key-organizations = For
api-key-valid = Valid
api-key-valid-period = { $from } to { $until }
new-key-heading = Create a key
new-key-lead = The key works at once. In practice it is valid for a year.
new-key-name = Name of the key
new-key-name-hint = What it is for, such as “Online shop”.
new-key-name-missing = Type a name for the key.
new-key-name-too-long = The name has more than { $most } characters. Shorten it.
new-key-environment = Environment
new-key-production = Production
new-key-organizations = Organizations
new-key-organizations-hint = The key works only for these. To deactivate keys one by one, create one for each.
new-key-organizations-all = All
new-key-organizations-missing = Choose at least one organization.
new-key-organizations-unknown = One of the organizations is no longer in your account. Choose again.
new-key-create = Create the key
new-key-cancel = Cancel
deactivate-heading = Deactivate the key “{ $name }”?
deactivate-text = The key and its tokens stop working at once, and so does software that uses it. You can’t undo this. You can create a new key at any time.
deactivate-already = This key is already deactivated.
deactivate-sure = Deactivate the key
deactivate-not = Keep the key

## The Ukrainian cabinet: Settings, Security

cabinet-heading = Your company’s account
cabinet-lead = You are logged in as a legal entity. Practice asks for no password.
cabinet-settings-text = Users, notifications, security.
settings-heading = Settings
security = Security
security-text = Keys for programs that work with your account.
security-lead = Each key is a code for Nova Poshta’s API in Ukraine. It works without a token.
security-create = Create key
security-none = No key yet
security-none-text = Choose “{ security-create }”.
security-made = The key is ready
security-made-text = Copy the code below and add it in Key Desk.
security-deactivated = The key is deactivated
security-deactivated-text = It no longer works.
security-key = Key { $number }
security-deactivate-heading = Deactivate the key from { $date }?
security-deactivate-text = The key stops working at once, and so does software that uses it. You can’t undo this. You can create a new key at any time.

## The page that creates a test key

test-key-heading = API Key Generation
test-key-lead = A test key is for trying things out in the test environment. It belongs to a person, not to a company.
test-key-method = Method 1
test-key-method-text = Nova Post sends no message. The key appears on this page.
test-key-method-other = Method 2 is a request by software, POST test-api-keys. Key Desk does this for you.
test-key-phone = Phone number
test-key-phone-hint = The number of your account at my.novapost.com: digits only, with the country code, without the plus. Example: 49XXXXXXXXX
test-key-numbers = In practice, use 498213437654 for a new key. The phone book in Key Desk has more numbers, each with a different situation.
test-key-generate = Generate a test key
test-key-ready = Your test key
test-key-made = The key was created
test-key-ready-text = Copy it and add it in Key Desk.
test-key-another = Another number
test-key-expires = Valid until
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
wrong-method-text = Go to the start and try from there.
wrong-foreign = This form is from another page
wrong-foreign-text = Nothing was done. Practice accepts only its own forms, so that no other web page can create keys. Open the page again.
wrong-form = The form is damaged
wrong-form-text = Nothing was done. Go back and send it again.
wrong-not-kept = It could not be saved
wrong-not-kept-text = This computer could not save practice’s file. The disk may be full. What you did is kept until practice is closed.
wrong-to-start = Go to the start
