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
