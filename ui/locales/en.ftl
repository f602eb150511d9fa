### Key Desk in English. Plain words, short sentences, no blame.

-app = Key Desk

## Everywhere

page-title = { $heading } · { -app }
back = Back
copied = Copied
link-external = (opens outside { -app })
step-done = done
key-ends-in = Key ending in { $lastFour }
chip-test = TEST
chip-live = LIVE
chip-ua = UA
chip-practice = PRACTICE
key-kind-sandbox = Test key
key-kind-production = Production key
key-kind-ukraine = Key for Ukraine

## Long work, step by step

progress-noting_down = Noting down what is about to happen
progress-asking_nova_post = Asking Nova Post
progress-saving_in_keychain = Saving in your keychain
progress-reading_back = Reading it back
progress-opening_keychain = Taking the key out of your keychain
progress-recording = Writing it into your list of keys
progress-keychain_slow = Your keychain has not answered yet. It may be asking for your password in a window of its own.

## Test key

test-key-title = Test key
test-key-step-before = Before you start
test-key-step-phone = Your phone number
test-key-step-check = Check and send
test-key-step-result = Your test key
test-key-before-lead = A key is like a password that a program uses in your place. A test key opens Nova Post’s test environment, where your developer can try everything out without touching a real parcel.
test-key-before-registered = The phone number is registered at my.novapost.com
test-key-before-registered-text = Nova Post finds you by this number. As a rule it is the one in your contract.
test-key-before-register = Register at my.novapost.com
test-key-before-register-help = How to register, step by step
test-key-before-foreign = It is not a number of Ukraine (+380)
test-key-before-foreign-text = For Ukraine there is another kind of key, and you make it yourself.
test-key-before-ukraine = See the way for Ukraine
test-key-before-daily = Nova Post takes one request a day
test-key-before-daily-text = Asking breaks nothing. If there is a key already, the same one comes back.
test-key-before-portal-text = Nova Post’s own page makes the same key in the browser.
test-key-before-portal = Open Nova Post’s page

test-key-phone-lead = The number in your my.novapost.com account. Write it in any way you like.
test-key-country = Country
test-key-country-hint = Type a name or a code such as { $example }
test-key-country-open = Show all countries
test-key-country-found = { $count ->
        [0] No country found
        [one] { $count } country found
       *[other] { $count } countries found
    }
test-key-country-none = No country has this name or code
test-key-phone = Phone number
test-key-phone-digits = Exactly these digits will be sent
test-key-phone-digits-none = The digits to be sent appear here
test-key-phone-elsewhere = The number begins with +{ $code }, so it counts as a number of { $country }.
test-key-phone-practice = In practice, { $number } brings a new key.
test-key-phone-practice-use = Use this number
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
test-key-problem-not-a-number = This can’t be read as a phone number. Digits, spaces, dashes, brackets and + are fine.
test-key-problem-extension = There is an extension at the end. Leave it out: Nova Post takes the number alone.
test-key-problem-ukraine = This is a number of Ukraine.
test-key-problem-second-look = Tick the box if the number is right.
test-key-second-look-title = This number is unusual
test-key-second-look-text = The public numbering plan does not know it. New numbers can be missing there. Compare it with your account once more.
test-key-second-look = I have compared it. The number is right.

test-key-check-lead = Nothing has been sent so far.
test-key-check-number = Phone number
test-key-check-sent-as = Sent as
test-key-check-environment = Environment
test-key-check-environment-live = Nova Post’s test environment
test-key-check-environment-practice = Practice: a Nova Post on this computer, nothing leaves it
test-key-check-daily = How often
test-key-check-daily-text = One request a day. If you ask twice on one day, the same key comes back or Nova Post says “tomorrow”.
test-key-check-good-for = What the key is good for
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
test-key-same = You have this key already
test-key-same-text = Nova Post sent the same key as before. Nothing about it has changed.
test-key-prolonged = Your key is valid for longer
test-key-prolonged-text = It is the same key. Instead of { $from } it is now valid until { $to }.
test-key-reactivated = Your key works again
test-key-reactivated-text = It is the same key. It had ended on { $from } and is now valid until { $to }.
test-key-session-only = For now the key is in the memory of this app only. It is gone when you close Key Desk.
test-key-save-again = Save in the keychain
test-key-field-key = Key
test-key-field-phone = Phone number
test-key-field-created = Made on
test-key-field-expires = Valid until
test-key-field-status = Status
test-key-field-unknown = Not known
test-key-status-active = Active
test-key-status-expired = Ended
test-key-status-retired = Retired
test-key-status-refused = Refused by Nova Post
test-key-copy = Copy the key
test-key-show = Show the key
test-key-get-token = Get a token
test-key-next = What comes next
test-key-next-text = A token is a pass that a key makes and that works for about an hour. Getting one shows that your key works.
test-key-another = Ask with another number

## Token

token-title = Token
token-lead = A token is a pass for about one hour. A program sends it with every request, so that the key itself can stay where it is.
token-key = Made with
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
token-proven = It works. At { $time } Nova Post accepted this token and answered with { $currencies ->
        [0] its list of currencies
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
## Failure cards

failure-turn-you = The next step is yours
failure-turn-nova-post = The next step is Nova Post’s
failure-turn-computer = The cause is on this computer
failure-turn-network = The cause is in your network

failure-phone-invalid-title = Nova Post does not take this number
failure-phone-invalid-text = It looks right, but Nova Post says it is not. Compare it digit by digit with the number in your my.novapost.com account.
failure-phone-ukraine-title = For Ukraine there is another way to a key
failure-phone-ukraine-text = Nova Post makes test keys for numbers outside Ukraine. With a number of Ukraine you make the key yourself, in five short steps.
failure-client-not-found-title = Nova Post does not know this number yet
failure-client-not-found-text = Register at my.novapost.com with exactly this number. If you have an account, look up which number stands in it. Then come back and ask again.
failure-several-clients-title = Several accounts have this number
failure-several-clients-text = So Nova Post can’t tell whose key to make. Only Nova Post can sort that out. A message to them is ready for you.
failure-daily-limit-title = Nova Post has had a request for this number today
failure-daily-limit-text-key = It takes one a day. You have the key of this number already: it is in your list and can be used.
failure-daily-limit-text-none = It takes one a day, and the next is possible tomorrow. Perhaps a colleague asked, or the request came from Nova Post’s own page: then they have the key.
failure-key-refused-title = Nova Post does not accept this key
failure-key-refused-text = It may have ended or been switched off. Ask for the test key again: an ended key comes back to life.
failure-key-refused-token-title = Nova Post does not accept this token
failure-key-refused-token-text = It may have ended a moment ago. A new one is quickly made.
failure-key-malformed-title = Nova Post can’t read this key
failure-key-malformed-text = Something in it is missing or too much. Ask for the test key again and the right one takes its place.
failure-access-forbidden-title = Nova Post does not allow this for your account
failure-access-forbidden-text = The permission is missing, and only Nova Post can give it. A message to them is ready for you.
failure-too-many-tokens-title = Nova Post wants a pause before the next token
failure-too-many-tokens-text = Many tokens were made in a short time. A token that you have already goes on working.
failure-service-unavailable-title = Nova Post is not available right now
failure-service-unavailable-text = Nothing is wrong on your side. A short wait usually helps.
failure-service-unavailable-text-request = Nothing is wrong on your side. A short wait usually helps, and asking again is safe: on the same day the same key comes back.
failure-service-error-title = Something broke at Nova Post
failure-service-error-text = It has nothing to do with what you entered. Try again later. If it stays like this, the details below help Nova Post to find the cause.
failure-answer-unreadable-title = The answer made no sense
failure-answer-unreadable-text = What came back is not what Nova Post usually sends. It may have trouble, or something in your network answered in its place.
failure-redirect-refused-title = Something in your network answered instead of Nova Post
failure-redirect-refused-text = Often it is the sign-in page of a hotel, a café or a company. Open a page in your browser, sign in if you are asked to, then try again.
failure-offline-title = This computer has no internet connection
failure-offline-text = Check the Wi-Fi or the network cable. What you entered is still here.
failure-unreachable-title = The connection to Nova Post failed
failure-unreachable-text = Something closed it. It may pass by itself. If not, a firewall may be in the way, and whoever looks after your network can help.
failure-unreachable-text-request = Something closed it before an answer came. The key may have been made all the same. Asking again is safe: on the same day the same key comes back.
failure-tls-untrusted-title = The connection is not safe, so nothing was sent
failure-tls-untrusted-text = This computer can’t confirm that Nova Post is at the other end. A security program, a company network or a wrong date on this computer can cause that. Give the details to whoever looks after your network.
failure-proxy-needed-title = Your network wants a sign-in first
failure-proxy-needed-text = A company gateway, called a proxy, asks for a name and a password. Enter them in the network settings of this computer, or ask whoever looks after your network.
failure-timed-out-title = Nova Post has not answered in time
failure-timed-out-text = Asking again is safe and changes nothing.
failure-timed-out-text-request = The key may have been made all the same. Asking again is safe: on the same day the same key comes back.
failure-keychain-locked-title = The keychain is locked
failure-keychain-locked-text = The keychain is the place where this computer keeps passwords and keys. When you try again, the system asks for its password. As a rule that is the one you log in with.
failure-keychain-missing-title = This computer has no keychain running
failure-keychain-missing-text = Key Desk keeps keys only in a keychain, never in a file. On Linux, install “gnome-keyring” or “KWallet”, log out and in again, then try again.
failure-keychain-slow-title = The keychain does not answer
failure-keychain-slow-text = It may be asking for its password in a window behind this one. Look there first.
failure-keychain-refused-title = The keychain said no
failure-keychain-refused-text = It refused access, or gave back something else than was saved. Open the keychain program of this computer and check whether Key Desk may use it.
failure-secret-not-saved-title = Your key is here, but not in the keychain yet
failure-secret-not-saved-locked = The keychain is locked. Key Desk holds the key until you close it, so nothing is lost. Save again, and the system asks for the keychain’s password.
failure-secret-not-saved-missing = This computer has no keychain running. Key Desk holds the key until you close it, so nothing is lost. You can use it in this session and save it once a keychain is there.
failure-secret-not-saved-slow = The keychain has not answered. Key Desk holds the key until you close it, so nothing is lost. Look for a window that asks for a password, then save again.
failure-secret-not-saved-refused = The keychain did not take it. Key Desk holds the key until you close it, so nothing is lost. Save again, or use the key in this session.
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
failure-action-correct-number = Correct the number
failure-action-other-number = Use another number
failure-action-ukraine = See the way for Ukraine
failure-action-check-network = Open a page in the browser
failure-action-write = Write to Nova Post
failure-action-open-key = Go to my key
failure-action-remind = Remind me tomorrow
failure-action-new-key = Ask for the test key again
failure-action-new-token = Get a new token
failure-action-unlock = Unlock and try again
failure-action-save-again = Save again
failure-action-use-in-session = Use it in this session
failure-action-copy-details = Copy the details
failure-action-clock-set = I have set the clock
failure-action-go-on = Go on

failure-details = Details for support
failure-details-note = No key, no token and no phone number is in here.

failure-letter-title = The message to Nova Post
failure-letter-practice = Practice: the message is only shown here, nothing goes to Nova Post.
failure-letter-to = To
failure-letter-subject = Subject
failure-letter-body = Text
failure-letter-copy = Copy the message
failure-letter-opened = The message is open in your mail program. Fill in what is missing and send it.
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
