### The simulated web sites of Nova Post, in Ukrainian.

## The layout of every page

band-word = ПРАКТИКА
band-label = Практика
band-start = Це навчальні сторінки замість сайтів Nova Post і Нової пошти. Звідси нічого не надсилається.
band-my-nova-post = Це навчальна сторінка замість my.novapost.com. До Nova Post звідси нічого не надходить.
band-cabinet = Це навчальна сторінка замість new.novaposhta.ua. До Нової пошти звідси нічого не надходить.
band-test-key = Це навчальна сторінка замість «Створення API-ключа» на порталі Nova Post. До Nova Post звідси нічого не надходить.
band-ahead = { $days ->
        [0] У практиці зараз { $time }: на кілька годин попереду вашого комп’ютера.
        [one] У практиці зараз { $time }: на { $days } день попереду вашого комп’ютера.
        [few] У практиці зараз { $time }: на { $days } дні попереду вашого комп’ютера.
       *[many] У практиці зараз { $time }: на { $days } днів попереду вашого комп’ютера.
    }
band-behind = { $days ->
        [0] У практиці зараз { $time }: на кілька годин позаду вашого комп’ютера.
        [one] У практиці зараз { $time }: на { $days } день позаду вашого комп’ютера.
        [few] У практиці зараз { $time }: на { $days } дні позаду вашого комп’ютера.
       *[many] У практиці зараз { $time }: на { $days } днів позаду вашого комп’ютера.
    }
skip = До вмісту
title = { $heading } · { $site } (ПРАКТИКА)
title-problems = Ще не все: { $heading } · { $site } (ПРАКТИКА)
site-start = Key Desk
site-my-nova-post = My Nova Post
site-cabinet = Бізнес-кабінет
site-test-key = Портал API
languages = Мова
menu = Меню
menu-account = Кабінет
menu-integrations = Інтеграції
menu-overview = Огляд
menu-settings = Налаштування
back-to = Назад до «{ $page }»
problems-heading = Поки що не вийшло
date = { $day } { $month ->
        [1] січня
        [2] лютого
        [3] березня
        [4] квітня
        [5] травня
        [6] червня
        [7] липня
        [8] серпня
        [9] вересня
        [10] жовтня
        [11] листопада
       *[12] грудня
    } { $year } р.
date-time = { $date }, { $time } UTC

## The page at /

start-heading = Nova Post в практиці
start-lead = Три сайти, на яких можна потренуватися.
start-my-nova-post = Ваш кабінет, ваші організації та ключі для робочого середовища.
start-cabinet = Кабінет української компанії та її ключі.
start-test-key = Тестовий ключ за номером телефону.

## A key, on any page

key-ends-in = Ключ, що закінчується на { $lastFour }
key-copy = Скопіювати
key-copy-named = Скопіювати ключ «{ $name }»
key-copy-created = Скопіювати ключ від { $date }
key-copied = Скопійовано
key-not-copied = Виділіть ключ і скопіюйте його вручну
key-show = Показати ключ
key-created = Створено
key-status = Стан
key-status-active = Активний
key-status-deactivated = Вимкнений
key-status-expired = Прострочений
key-new = Новий
key-deactivated-on = Вимкнено
key-deactivate = Вимкнути
key-deactivate-named = Вимкнути ключ «{ $name }»
keys-newer = Новіші ключі
keys-older = Старіші ключі
keys-pages = Інші ключі
keys-too-many = Ключів уже { $count }, більше практика не зберігає. Щоб звільнити місце, почніть практику заново в Key Desk.

## My Nova Post: the account

account-heading = Ваш кабінет
account-lead = Ви увійшли. Пароль у практиці не потрібен.
account-details = Ваші дані
account-details-text = Лист до менеджера з продажу має містити ті самі.
account-name = Повне ім’я
account-name-text = Умовне ім’я, не людина.
account-phone = Телефон
account-email = Електронна адреса
organizations-heading = Ваші організації
organizations-text = Компанії, що призначили вас своєю довіреною особою (представником). Ключ створюють для однієї або кількох із них.
organizations-none = Організацій ще немає
organizations-none-text = Ключ можна буде створити, щойно з’явиться перша.
organizations-create-key = Створити ключ
organization-tax-code = Податковий номер { $taxCode }
organization-no-tax-code = Без податкового номера
manager-heading = Побудьте менеджером із продажу
manager-text = У Nova Post менеджер приєднує вас до компанії після вашого листа. Тут це робите ви самі.
organization-name = Назва організації
organization-name-missing = Введіть назву організації.
organization-name-too-long = У назві понад { $most } символів. Скоротіть її.
organization-tax-code-label = Податковий номер
organization-tax-code-hint = Як у вашому листі. Тут його можна не вказувати.
organization-tax-code-too-long = У податковому номері понад { $most } символів. Скоротіть його.
organization-too-many = Організацій уже { $count }, більше практика не зберігає.
organization-add = Додати організацію
organization-added = Організацію додано
organization-added-text = Тепер менеджер написав би вам. Для неї можна створити ключ.

## My Nova Post: Integrations, API Keys

integrations-heading = Інтеграції
integrations-lead = Через них із вашим кабінетом працюють інші програми.
api-keys = API-ключі
api-keys-card = Створити ключ для програми розробника, переглянути всі ключі, вимкнути один із них.
api-keys-lead = Ключі для робочого середовища (production), створені на ваше ім’я. Хто має ключ, може діяти від імені його організацій.
api-keys-create = Створити ключ
api-keys-none = Ключів ще немає
api-keys-none-text = Створіть перший, і він одразу з’явиться тут.
api-keys-no-organization = Спершу потрібна організація
api-keys-no-organization-text = До неї вас приєднує менеджер після вашого листа. У практиці ви робите це на сторінці свого кабінету.
api-keys-to-account = До вашого кабінету
api-key-made = Ключ «{ $name }» готовий
api-key-made-text = Скопіюйте його нижче й додайте в Key Desk. Він діє до { $date }
api-key-deactivated = Ключ вимкнено
api-key-deactivated-text = Ні він, ні його токени більше не діють.
api-key-organizations = Для кого
api-key-valid = Строк дії
api-key-valid-period = { $from } – { $until }
new-key-heading = Створення ключа
new-key-lead = Ключ з’явиться одразу. У практиці він діятиме рік.
new-key-name = Назва ключа
new-key-name-hint = Для чого він, наприклад «Інтернет-магазин». За назвою ви його знайдете.
new-key-name-missing = Введіть назву ключа.
new-key-name-too-long = У назві понад { $most } символів. Скоротіть її.
new-key-environment = Середовище
new-key-production = Робоче (production)
new-key-organizations = Організації
new-key-organizations-hint = Ключ діє для них і ні для кого більше. Якщо ключі треба вимикати окремо, створіть по одному для кожної.
new-key-organizations-all = Усі
new-key-organizations-missing = Виберіть хоча б одну організацію.
new-key-organizations-unknown = Однієї з організацій у вашому кабінеті вже немає. Виберіть ще раз.
new-key-create = Створити ключ
new-key-cancel = Скасувати
deactivate-heading = Вимкнути ключ «{ $name }»?
deactivate-text = Він одразу перестане діяти, і його токени теж. Програми, що ним користуються, дістануть відмову. Скасувати це не можна, але новий ключ можна створити будь-коли.
deactivate-already = Цей ключ уже вимкнено.
deactivate-sure = Вимкнути ключ
deactivate-not = Залишити ключ

## The Ukrainian cabinet: Settings, Security

cabinet-heading = Кабінет вашої компанії
cabinet-lead = Ви увійшли як юридична особа. Пароль у практиці не потрібен.
cabinet-settings-text = Користувачі, сповіщення, безпека.
settings-heading = Налаштування
security = Безпека
security-text = Ключі для програм, що працюють із вашим кабінетом.
security-lead = Кожен ключ — це код для API Нової пошти в Україні. Він діє без токена.
security-create = Створити ключ
security-none = Ключів ще немає
security-none-text = Одне натискання — і ключ створено.
security-made = Ключ готовий
security-made-text = Скопіюйте код нижче й додайте його в Key Desk.
security-deactivated = Ключ вимкнено
security-deactivated-text = Він більше нічого не відкриває.
security-key = Ключ { $number }
security-deactivate-heading = Вимкнути ключ від { $date }?
security-deactivate-text = Він одразу перестане діяти. Програми, що ним користуються, дістануть відмову. Скасувати це не можна, але новий ключ можна створити будь-коли.

## The page that creates a test key

test-key-heading = Створення API-ключа
test-key-lead = Тестовий ключ потрібен, щоб усе випробувати в тестовому середовищі. Він належить людині, а не компанії.
test-key-method = Тестовий API-ключ, спосіб 1 (method 1)
test-key-method-text = Повідомлень Nova Post не надсилає: ключ з’являється на цій сторінці.
test-key-method-other = Спосіб 2 (method 2) — це запит програми, POST test-api-keys. Саме його надсилає за вас Key Desk.
test-key-phone = Номер телефону
test-key-phone-hint = З вашого кабінету на my.novapost.com: лише цифри, з кодом країни й без плюса, наприклад 49XXXXXXXXX.
test-key-numbers = У практиці візьміть 498213437654, щоб отримати новий ключ. Інші номери, кожен з іншою ситуацією, — у телефонній книзі Key Desk.
test-key-generate = Створити тестовий ключ (Generate a test key)
test-key-ready = Ваш тестовий ключ
test-key-made = Ключ створено
test-key-ready-text = Скопіюйте його й додайте в Key Desk.
test-key-another = Інший номер
test-key-expires = Діє до
test-key-answer = Відповідь тестового середовища
test-key-phone-missing = Введіть номер телефону.
test-key-phone-invalid = Nova Post не приймає цього номера. Введіть лише цифри, з кодом країни, без плюса.
test-key-not-found = Цей номер не зареєстровано. Звірте його зі своїм кабінетом на my.novapost.com. Для українських номерів (+380) Nova Post не створює тестових ключів: візьміть інший номер із договору або напишіть до Nova Post.
test-key-several = Цей номер мають кілька кабінетів. Виправити це може лише Nova Post: напишіть на servicedesk@novapost.com.
test-key-daily-limit = Сьогоднішній запит уже використано. Спробуйте завтра.
test-key-error = У Nova Post стався збій. Спробуйте пізніше.
test-key-unavailable = Nova Post перевантажена. Спробуйте за хвилину.
test-key-unreadable = Відповідь Nova Post не вдалося прочитати. Повторити запит безпечно: прийде ключ або відповідь «завтра».
test-key-web-page = Замість відповіді Nova Post надійшла вебсторінка. Спробуйте пізніше.
test-key-lost = Відповіді немає. Повторити запит безпечно: прийде ключ або відповідь «завтра».
test-key-refused = Цього разу ключа немає

## Error pages

wrong-not-found = Такої сторінки немає
wrong-not-found-text = Можливо, те, що тут було, зникло, коли практику почали заново.
wrong-method = Так цю сторінку відкрити не можна
wrong-method-text = Перейдіть на початок і спробуйте звідти.
wrong-foreign = Ця форма надійшла з іншої сторінки
wrong-foreign-text = Практика приймає форми лише зі своїх сторінок, щоб жодна чужа не могла створити ключ. Нічого не зроблено. Відкрийте сторінку знову й повторіть.
wrong-form = Форма надійшла пошкодженою
wrong-form-text = Нічого не зроблено. Поверніться й надішліть її ще раз.
wrong-not-kept = Не вдалося зберегти
wrong-not-kept-text = Комп’ютер не зміг записати файл практики: можливо, на диску немає місця. Зроблене діятиме, доки практику не закрито.
wrong-to-start = На початок
