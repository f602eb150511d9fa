### Key Desk українською. Прості слова, короткі речення, без докорів.

-app = Key Desk

## Усюди

page-title = { $heading } · { -app }
back = Назад
copied = Скопійовано
link-external = (відкриється поза { -app })
step-done = зроблено
key-ends-in = Ключ, що закінчується на { $lastFour }
chip-test = ТЕСТ
chip-live = РОБОЧИЙ
chip-ua = UA
chip-practice = НАВЧАННЯ
key-kind-sandbox = Тестовий ключ
key-kind-production = Робочий ключ
key-kind-ukraine = Ключ для України

## Довга робота, крок за кроком

progress-noting_down = Записуємо, що зараз станеться
progress-asking_nova_post = Запитуємо Нову пошту
progress-saving_in_keychain = Зберігаємо у сховищі паролів
progress-reading_back = Перечитуємо, чи збереглося
progress-opening_keychain = Дістаємо ключ зі сховища паролів
progress-recording = Записуємо до вашого списку ключів
progress-keychain_slow = Сховище паролів ще не відповіло. Можливо, воно чекає на ваш пароль в окремому вікні.
