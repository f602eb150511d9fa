### The simulated websites of Nova Post, in Ukrainian.

-app = Key Desk

## The layout of every page

language-name = Українська
band-word = ПРАКТИКА
band-label = Режим практики
band-start = Ці сторінки замінюють сайти Nova Post і Нової пошти. Туди нічого не надсилається.
band-my-nova-post = Ця сторінка замінює my.novapost.com. До Nova Post нічого не надсилається.
band-cabinet = Ця сторінка замінює new.novaposhta.ua. До Нової пошти нічого не надсилається.
band-test-key = Ця сторінка замінює «{ test-key-heading }» на порталі Nova Post. До Nova Post нічого не надсилається.
band-ahead = { $days ->
        [0] Дата в практиці: { $time }, на кілька годин пізніше, ніж на вашому комп’ютері.
        [one] Дата в практиці: { $time }, на { $days } день пізніше, ніж на вашому комп’ютері.
        [few] Дата в практиці: { $time }, на { $days } дні пізніше, ніж на вашому комп’ютері.
       *[many] Дата в практиці: { $time }, на { $days } днів пізніше, ніж на вашому комп’ютері.
    }
band-behind = { $days ->
        [0] Дата в практиці: { $time }, на кілька годин раніше, ніж на вашому комп’ютері.
        [one] Дата в практиці: { $time }, на { $days } день раніше, ніж на вашому комп’ютері.
        [few] Дата в практиці: { $time }, на { $days } дні раніше, ніж на вашому комп’ютері.
       *[many] Дата в практиці: { $time }, на { $days } днів раніше, ніж на вашому комп’ютері.
    }
skip = Перейти до вмісту
title = { $heading } · { $site } ({ band-word })
title-problems = Ще не все: { $heading } · { $site } ({ band-word })
site-start = { -app }
site-my-nova-post = My Nova Post
site-cabinet = Бізнес-кабінет
site-test-key = Портал API
languages = Мова
menu = Меню
menu-account = Кабінет
menu-integrations = Інтеграції
menu-overview = Огляд
back-to = Назад до «{ $page }»
problems-heading = Перевірте ці пункти
date-time = { $date }, { $time } UTC

## The page at /

start-heading = Nova Post і Нова пошта в режимі практики
start-lead = На цих сайтах можна все спробувати. Ключі несправжні.
start-my-nova-post = Nova Post у Європі: ваш кабінет, ваші організації та робочі ключі (production).
start-cabinet = Нова пошта в Україні: кабінет компанії та її ключі.
start-test-key = Nova Post у Європі: тестовий ключ за номером телефону.
start-key-request = За розробника: файл, яким просять ключ.

## The page that makes a request for a key

key-request-heading = Розробник просить ключ
key-request-lead = Створіть запит, як це зробив би розробник, і відкрийте його в { -app }. Це лише практика: тут нічого не зберігається.
key-request-name = Ім’я розробника
key-request-name-hint = { -app } покаже його як ім’я в запиті.
key-request-name-missing = Введіть ім’я, не довше ніж 80 символів.
key-request-environment = Який ключ просять?
key-request-environment-missing = Виберіть вид ключа.
key-request-sandbox = Тестовий ключ
key-request-production = Робочий ключ (production)
key-request-ukraine = Український ключ
key-request-make = Створити запит
key-request-note = ПРАКТИКА. Для вебмагазину.
key-request-made = Запит готовий
key-request-made-text = Збережіть його й відкрийте файл або скопіюйте текст і вставте в { -app }.
key-request-words = Чотири слова розробника
key-request-words-text = Розробник читає їх телефоном. { -app } показує ті самі чотири слова.
key-request-save = Зберегти запит
key-request-private = Приватний ключ розробника
key-request-private-text = Він відкриває те, що зашифровано для цього запиту. Справжнього ключа нікому не показують.
key-request-private-save = Зберегти приватний ключ

## A key, on any page

key-ends-in = Ключ, що закінчується на { $lastFour }
key-copy = Копіювати
key-copy-named = Копіювати ключ «{ $name }»
key-copied = Скопійовано
key-not-copied = Виділіть ключ і скопіюйте його вручну
key-show = Показати ключ
key-created = Створено
key-valid-until = Діє до
key-deactivated-on = Деактивовано
key-status = Стан
key-status-active = Діє
key-status-deactivated = Деактивовано
key-status-expired = Прострочено
key-new = Новий
key-deactivate = Деактивувати
key-deactivate-named = Деактивувати ключ «{ $name }»
keys-newer = Новіші ключі
keys-older = Старіші ключі
keys-pages = Інші ключі
keys-too-many = Ключів уже { $count }, більше практика не зберігає. Щоб звільнити місце, очистьте практику в { -app }.

## My Nova Post: the account

account-heading = Ваш кабінет
account-lead = Ви ввійшли. Пароль у практиці не потрібен.
account-details = Ваші дані
account-details-text = Коли { -app } запитає дані вашого кабінету, введіть ці. У листі до Nova Post мають бути ті самі.
account-name = Повне ім’я
account-name-text = Це приклад, а не справжня людина
account-phone = Телефон
account-email = Електронна адреса
organizations-heading = Ваші організації
organizations-text = Компанії, які ви представляєте. Ключ створюють для однієї або кількох із них.
organizations-none = Організацій ще немає
organizations-none-text = Коли організація з’явиться, для неї можна буде створити ключ.
organizations-create-key = { api-keys-create }
organization-tax-code = Податковий номер: { $taxCode }
organization-no-tax-code = Без податкового номера
manager-heading = Зіграйте менеджера з продажу
manager-text = У Nova Post менеджер читає ваш лист і приєднує вас до компанії. У практиці це робите ви самі.
organization-name = Назва організації
organization-name-missing = Введіть назву організації.
organization-name-too-long = Назва довша за { $most } символів. Скоротіть її.
organization-tax-code-label = Податковий номер
organization-tax-code-hint = Як у вашому листі. Тут його можна не вказувати.
organization-tax-code-too-long = Податковий номер довший за { $most } символів. Скоротіть його.
organization-too-many = Організацій уже { $count }, більше практика не зберігає.
organization-add = Додати організацію
organization-added = Організацію додано
organization-added-text = У Nova Post менеджер тепер написав би вам. Для цієї організації можна створити ключ.

## My Nova Post: Integrations, API Keys

integrations-heading = { menu-integrations }
integrations-lead = Під’єднайте до кабінету інші програми.
api-keys = API-ключі
api-keys-card = Переглянути ключі, створити новий або деактивувати один із них.
api-keys-lead = Ваші робочі ключі (production). Хто має такий ключ, може діяти від імені його організацій.
api-keys-create = Створити ключ
api-keys-none = Ключів ще немає
api-keys-none-text = Натисніть «{ api-keys-create }». Ви побачите організації, для яких може бути ключ.
api-key-created = Ключ «{ $name }» готовий
api-key-created-text = Скопіюйте його нижче й додайте до { -app }. Діє до: { $date }
api-key-deactivated = Ключ деактивовано
api-key-deactivated-text = Ні він, ні його токени більше не діють.
api-key-organizations = { $count ->
        [1] Організація
       *[other] Організації
    }
new-key-lead = Ключ діє одразу. У практиці він діятиме рік.
new-key-no-organization = Тут ще немає жодної організації
new-key-no-organization-text = Після вашого листа менеджер Nova Post приєднує вас до компанії. Тоді вона з’являється тут. У практиці це робите ви самі: у своєму кабінеті, у розділі «{ manager-heading }».
new-key-to-manager = Перейти до кабінету
new-key-name = Назва ключа
new-key-name-hint = Для чого цей ключ. Дайте йому таку саму назву в { -app }, наприклад «Інтернет-магазин».
new-key-name-missing = Введіть назву ключа.
new-key-name-too-long = Назва довша за { $most } символів. Скоротіть її.
new-key-environment = Середовище
new-key-production = Робоче (production)
new-key-organizations = Організації
new-key-organizations-hint = Ключ діє лише для них. Щоб деактивувати ключі окремо, створіть по одному для кожної.
new-key-organizations-all = Усі
new-key-organizations-missing = Виберіть хоча б одну організацію.
new-key-organizations-unknown = Однієї з організацій у вашому кабінеті вже немає. Виберіть ще раз.
new-key-organizations-other = Вашої організації тут немає? У практиці додайте її самі:
new-key-create = Створити цей ключ
new-key-cancel = Скасувати
deactivate-heading = Деактивувати ключ «{ $name }»?
deactivate-text = Ключ і його токени одразу перестануть діяти. Програми, що ним користуються, теж перестануть працювати. Скасувати це не можна, але новий ключ можна створити будь-коли.
deactivate-already = Цей ключ уже деактивовано.
deactivate-sure = Деактивувати ключ
deactivate-not = Залишити ключ

## The Ukrainian account: Settings, Security

cabinet-heading = Кабінет вашої компанії
cabinet-lead = Ви ввійшли як юридична особа. Пароль у практиці не потрібен.
cabinet-settings-text = Ключі — у розділі «{ security }».
settings-heading = Налаштування
security = Безпека
security-text = Ключі для програм, що працюють із кабінетом вашої компанії.
security-lead = Ключ — це код для API Нової пошти в Україні. Він діє без токена.
security-create = Створити ключ
security-none = Ключів ще немає
security-none-text = Натисніть «{ security-create }». Ключ створюється одразу.
security-created = Ключ готовий
security-created-text = Скопіюйте код нижче й додайте його до { -app }.
security-deactivated = Ключ деактивовано
security-deactivated-text = Він більше не діє.
security-key = Ключ { $number }
security-deactivate-text = Ключ одразу перестане діяти. Програми, що ним користуються, теж перестануть працювати. Скасувати це не можна, але новий ключ можна створити будь-коли.

# Назва списку, що відкривається.
trial-keys = Ключі з наперед відомою відповіддю
trial-keys-text = Додайте один із них у Key Desk і перевірте, щоб побачити, що Key Desk каже про кожну відповідь Нової пошти.
# $answer: одне з повідомлень нижче.
trial-key-copy = Копіювати ключ: { $answer }
trial-works = Діє для однієї компанії й отримує токен
trial-several-senders = Діє й отримує токен, у кабінеті три відправники
trial-no-sender = Діє, але відповідь не називає компанії
trial-no-code = Діє для особи без коду компанії
trial-token-forbidden = Діє, але не має дозволу на токен (403)
trial-refused = Не прийнято
trial-refused-without-text = Не прийнято, без пояснення
trial-unauthorized = Не прийнято, зі статусом 401
trial-expired = Строк дії сплив
trial-expired-without-code = Строк дії сплив, без коду помилки
trial-expired-unauthorized = Строк дії сплив, зі статусом 401
trial-errors-as-object = Не прийнято, помилки в іншому вигляді
trial-other-error = Помилка, що не стосується ключа
trial-too-many-requests = Забагато запитів (429)
trial-service-error = Помилка Нової пошти (500)
trial-service-unavailable = Нова пошта недоступна (503)
trial-no-answer = Хвилина без відповіді
trial-web-page = Вебсторінка замість відповіді
trial-cut-answer = Відповідь, що обривається посередині
trial-lost-answer = З’єднання, що закривається без відповіді

## The page that creates a test key

test-key-heading = Створення API-ключа
test-key-lead = Тестовий ключ потрібен, щоб усе випробувати в тестовому середовищі. Він належить людині, а не компанії.
test-key-method = Тестовий API-ключ, спосіб 1 (method 1)
test-key-method-text = Ключ з’явиться на цій сторінці. Повідомлень Nova Post не надсилає.
test-key-method-other = Спосіб 2 (method 2): ключ запитує програма (POST test-api-keys). Це робить за вас { -app }.
test-key-phone = Номер телефону
test-key-phone-hint = Номер вашого кабінету на my.novapost.com: лише цифри, з кодом країни, без плюса. Приклад: 49XXXXXXXXX
test-key-numbers = У практиці номер 498213437654 отримує новий ключ. У телефонній книзі { -app } є інші номери. Кожен показує іншу ситуацію.
test-key-generate = Створити тестовий ключ (Generate a test key)
test-key-ready = Ваш тестовий ключ
test-key-copy = Копіювати тестовий ключ
test-key-created = Ключ готовий
test-key-ready-text = Скопіюйте його й додайте до { -app }.
test-key-another = Інший номер
test-key-answer = Відповідь тестового середовища
test-key-phone-missing = Введіть номер телефону.
test-key-phone-invalid = Nova Post не приймає цього номера. Введіть лише цифри, з кодом країни, без плюса.
test-key-not-found = Цей номер не зареєстровано. Звірте його зі своїм кабінетом на my.novapost.com. Для українських номерів (+380) Nova Post не створює тестових ключів: візьміть інший номер із договору або напишіть до Nova Post.
test-key-several = Цей номер є в кількох кабінетах. Виправити це може лише Nova Post: напишіть на servicedesk@novapost.com.
test-key-daily-limit = Запит із цим номером сьогодні вже був. Спробуйте завтра.
test-key-error = У Nova Post стався збій. Спробуйте пізніше.
test-key-unavailable = Сервіс Nova Post перевантажено. Спробуйте за хвилину.
test-key-unreadable = Відповідь Nova Post не вдалося прочитати. Можна сміливо повторити запит: Nova Post надішле ключ або відповість «завтра».
test-key-web-page = Замість відповіді Nova Post надійшла вебсторінка. Спробуйте пізніше.
test-key-lost = Відповіді немає. Можна сміливо повторити запит: Nova Post надішле ключ або відповість «завтра».
test-key-refused = Ключ не створено

## Error pages

wrong-not-found = Такої сторінки немає
wrong-not-found-text = Можливо, її видалено, коли практику очистили.
wrong-method = Так цю сторінку не відкрити
wrong-method-text = Почніть із першої сторінки.
wrong-foreign = Ця форма надійшла з іншого сайту
wrong-foreign-text = Нічого не змінено. Практика приймає лише власні форми, щоб жоден інший сайт не міг створити ключ. Відкрийте сторінку знову й повторіть.
wrong-form = Форма надійшла не повністю
wrong-form-text = Нічого не змінено. Поверніться й надішліть її ще раз.
wrong-not-kept = Нічого не збережено
wrong-not-kept-text = Комп’ютер не зміг записати файл практики, тому нічого не змінено. Можливо, на диску немає місця. Звільніть місце й спробуйте ще раз.
wrong-to-start = На першу сторінку
