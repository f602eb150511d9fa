### The simulated web sites of Nova Post, in English.

## The layout of every page

band-word = PRACTICE
band-label = Practice
band-start = These pages stand in for web sites of Nova Post. Nothing here reaches Nova Post.
band-my-nova-post = This page stands in for my.novapost.com. Nothing here reaches Nova Post.
band-cabinet = This page stands in for new.novaposhta.ua. Nothing here reaches Nova Post.
band-test-key = This page stands in for “API Key Generation” on Nova Post’s portal. Nothing here reaches Nova Post.
band-ahead = { $days ->
        [0] In practice it is { $time }, some hours ahead of your computer.
        [one] In practice it is { $time }, a day ahead of your computer.
       *[other] In practice it is { $time }, { $days } days ahead of your computer.
    }
band-behind = { $days ->
        [0] In practice it is { $time }, some hours behind your computer.
        [one] In practice it is { $time }, a day behind your computer.
       *[other] In practice it is { $time }, { $days } days behind your computer.
    }
skip = To the content
title = { $heading } · { $site } (PRACTICE)
title-problems = Not yet: { $heading } · { $site } (PRACTICE)
site-start = Key Desk
site-my-nova-post = My Nova Post
site-cabinet = Business cabinet
site-test-key = API portal
languages = Language
menu = Menu
menu-account = Account
menu-integrations = Integrations
menu-overview = Overview
menu-settings = Settings
back-to = Back to “{ $page }”
problems-heading = It did not work yet
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
start-lead = Three web sites to rehearse on.
start-my-nova-post = Your account, your organizations, and the keys for production.
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
keys-too-many = There are { $count } keys already, and practice keeps no more. Start practice anew in Key Desk to make room.

## My Nova Post: the account

account-heading = Your account
account-lead = You are logged in. Practice asks for no password.
account-details = Your details
account-details-text = Your e-mail to the sales manager has to say the same.
account-name = Full name
account-name-text = A placeholder, no person.
account-phone = Phone
account-email = E-mail
organizations-heading = Your organizations
organizations-text = Companies that have named you as their representative. A key is made for one or several of them.
organizations-none = No organization yet
organizations-none-text = A key can be made once there is one.
organizations-create-key = Create a key
organization-tax-code = Tax code { $taxCode }
organization-no-tax-code = No tax code
manager-heading = Play your sales manager
manager-text = At Nova Post, your sales manager connects you with your company after your e-mail. Here you do it yourself.
organization-name = Organization’s name
organization-name-missing = Type the organization’s name.
organization-name-too-long = The name has more than { $most } characters. Shorten it.
organization-tax-code-label = Tax code
organization-tax-code-hint = As in your e-mail. It may stay empty here.
organization-tax-code-too-long = The tax code has more than { $most } characters. Shorten it.
organization-too-many = There are { $count } organizations already, and practice keeps no more.
organization-add = Add the organization
organization-added = The organization is added
organization-added-text = Your sales manager would now write to you. You can create a key for it.

## My Nova Post: Integrations, API Keys

integrations-heading = Integrations
integrations-lead = Other programs work with your account through these.
api-keys = API Keys
api-keys-card = Make a key for your developer’s software, see all keys, deactivate one.
api-keys-lead = Keys for production, made in your name. Whoever has one can act for its organizations.
api-keys-create = Create a key
api-keys-none = No key yet
api-keys-none-text = Create one, and it appears here at once.
api-keys-no-organization = First an organization is needed
api-keys-no-organization-text = Your sales manager connects you with it after your e-mail. In practice you do this on the page of your account.
api-keys-to-account = Go to your account
api-key-made = The key “{ $name }” is ready
api-key-made-text = Copy it below and bring it in at Key Desk. It is valid until { $date }.
api-key-deactivated = The key is deactivated
api-key-deactivated-text = It and its tokens do not work any more.
api-key-organizations = For
api-key-valid = Valid
api-key-valid-period = { $from } to { $until }
new-key-heading = Create a key
new-key-lead = It is there at once. In practice it is valid for a year.
new-key-name = Name of the key
new-key-name-hint = What it is for, such as “Online shop”. You will find it by this name.
new-key-name-missing = Type a name for the key.
new-key-name-too-long = The name has more than { $most } characters. Shorten it.
new-key-environment = Environment
new-key-production = Production
new-key-organizations = Organizations
new-key-organizations-hint = The key works for these and for no other. For keys that can be deactivated one by one, make one for each.
new-key-organizations-all = All of them
new-key-organizations-missing = Choose at least one organization.
new-key-organizations-unknown = One of the organizations is no longer in your account. Choose again.
new-key-create = Create the key
new-key-cancel = Cancel
deactivate-heading = Deactivate the key “{ $name }”?
deactivate-text = It stops working at once, and so do the tokens made with it. Software that uses it is refused. This cannot be undone; a new key can be made at any time.
deactivate-already = This key is deactivated already.
deactivate-sure = Deactivate the key
deactivate-not = Keep the key

## The Ukrainian cabinet: Settings, Security

cabinet-heading = Your company’s cabinet
cabinet-lead = You are logged in as a legal entity. Practice asks for no password.
cabinet-settings-text = Users, notifications, security.
settings-heading = Settings
security = Security
security-text = Keys for the programs that work with your cabinet.
security-lead = Each key is a code for the Ukrainian Nova Poshta’s API. It is used as it is; there are no tokens.
security-create = Create key
security-none = No key yet
security-none-text = One press creates it.
security-made = The key is ready
security-made-text = Copy the code below and bring it in at Key Desk.
security-deactivated = The key is deactivated
security-deactivated-text = It opens nothing any more.
security-key = Key { $number }
security-deactivate-heading = Deactivate the key from { $date }?
security-deactivate-text = It stops working at once. Software that uses it is refused. This cannot be undone; a new key can be made at any time.

## The page that creates a test key

test-key-heading = API Key Generation
test-key-lead = A test key is for trying things out in the sandbox. It belongs to a person, not to a company.
test-key-method = Method 1
test-key-method-text = Nova Post sends no message; the key appears on this page.
test-key-method-other = Method 2 is a request of a program, POST test-api-keys. It is what Key Desk does for you.
test-key-phone = Phone number
test-key-phone-hint = Of your account at my.novapost.com: digits only, with the country code and without the plus, as in 49XXXXXXXXX.
test-key-numbers = In practice 498213437654 brings a new key. Key Desk’s phone book has more numbers, each with a story of its own.
test-key-generate = Generate a test key
test-key-ready = Your test key
test-key-made = The key is made
test-key-ready-text = Copy it and bring it in at Key Desk.
test-key-another = Another number
test-key-expires = Valid until
test-key-answer = The sandbox’s answer
test-key-phone-missing = Type the phone number.
test-key-phone-invalid = This is not a phone number that Nova Post takes. Type digits only, with the country code and without the plus.
test-key-not-found = Nobody is registered with this number. Compare it with your account at my.novapost.com. For numbers of Ukraine (+380) Nova Post makes no test keys: use another number from your contract, or write to Nova Post.
test-key-several = Several accounts have this number. Only Nova Post can sort this out: write to servicedesk@novapost.com.
test-key-daily-limit = This person has had today’s request. Try again tomorrow.
test-key-error = Something broke at Nova Post. Try again later.
test-key-unavailable = Nova Post takes too long to answer. Try again in a moment.
test-key-unreadable = Nova Post’s answer could not be read. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
test-key-web-page = A web page came in place of Nova Post’s answer, without a key in it. Try again later.
test-key-lost = No answer came. Asking again is safe: either the key comes, or Nova Post says “tomorrow”.
test-key-refused = No key this time

## Error pages

wrong-not-found = There is no such page
wrong-not-found-text = What was here may have gone when practice was started anew.
wrong-method = This page can’t be asked like that
wrong-method-text = Go to the start and try from there.
wrong-foreign = This form came from another page
wrong-foreign-text = Practice takes forms from its own pages only, so that no other web page can make keys. Nothing was done. Open the page anew and try again.
wrong-form = The form arrived damaged
wrong-form-text = Nothing was done. Go back and send it again.
wrong-not-kept = It could not be saved
wrong-not-kept-text = This computer could not write practice’s file; its disk may be full. What you did holds until practice is closed.
wrong-to-start = Go to the start
