### Key Desk українською. Прості слова, короткі речення, без докорів.

-app = Key Desk

## Said by the system, not by a page

window-title = { -app }
window-title-practice = ПРАКТИКА · { $title }
window-title-reveal = Ваш ключ
window-title-enter = Введення ключа
start-refused-address = { -app } не запускається: { $variable } має бути адресою https або адресою http на цьому комп’ютері.
start-refused-start = { -app } не запускається: KEYDESK_START має бути practice або live.
start-no-web-engine = { -app } не запускається: у Windows немає Microsoft Edge WebView2, який показує сторінки. Натисніть OK, щоб завантажити його з go.microsoft.com/fwlink/p/?LinkId=2124703, встановіть його та запустіть { -app } ще раз.
start-folder-in-use = { -app } уже відкрито, можливо, в іншому вашому сеансі на цьому комп’ютері. Спершу закрийте програму там.
start-failed = { -app } не може запуститися: { $error }
page-stopped-twice = Частина системи, яка показує сторінки { -app }, двічі перестала працювати. Ваші ключі в безпеці. Якщо вікно порожнє, закрийте { -app } і відкрийте знову. Якщо це повториться, скажіть своєму ІТ-відділу.
page-stopped-twice-linux = Частина системи, яка показує сторінки { -app }, двічі перестала працювати. Ваші ключі в безпеці. Якщо вікно порожнє, закрийте { -app } і відкрийте знову. Якщо це повториться, причиною може бути драйвер відеокарти, часто це NVIDIA з Wayland. Тоді ваш ІТ-відділ може запускати { -app } зі змінною середовища WEBKIT_DISABLE_DMABUF_RENDERER=1.

## Everywhere

page-title = { $heading } · { -app }
back = Назад
copied = Скопійовано
not-copied = Не скопійовано, спробуйте ще раз
link-external = (відкриється поза { -app })
country-example = Введіть назву або код, наприклад { $example }
country-open = Показати всі країни
country-found = { $count ->
        [0] Країн не знайдено
        [one] Знайдено { $count } країну
        [few] Знайдено { $count } країни
       *[other] Знайдено { $count } країн
    }
country-none = Немає країни з такою назвою чи кодом
dialog-cancel = Скасувати
toast-dismiss = Прибрати це повідомлення
choose-language = Мова
step-done = зроблено
step-next = Наступний крок
step-locked = відкриється згодом
key-ends-in = Ключ, що закінчується на { $lastFour }
chip-test = ТЕСТ
chip-live = РОБОЧИЙ
chip-ua = UA
chip-practice = ПРАКТИКА
chip-test-text = Тест: тестове середовище Нової пошти. Нічого не відправляють і нічого не оплачують.
chip-live-text = Робочий: справжній сервіс у Європі, зі справжніми посилками та справжніми грошима.
chip-ua-text = Україна: український сервіс, який має власні ключі.
chip-practice-text = Практика: несправжня Нова пошта на цьому комп’ютері. Нічого не виходить за його межі, а її ключі нічого не відкривають.
key-kind-sandbox = Тестовий ключ
key-kind-production = Робочий ключ
key-kind-ukraine = Ключ для України
menu-services = Служби
menu-hide = Сховати { -app }
menu-hide-others = Сховати інші
menu-show-all = Показати всі
menu-quit = Завершити { -app }
menu-edit = Редагування
menu-undo = Скасувати
menu-redo = Повторити
menu-cut = Вирізати
menu-copy = Скопіювати
menu-paste = Вставити
menu-select-all = Вибрати все
menu-view = Перегляд
menu-full-screen = На весь екран
menu-go = Перехід
menu-window = Вікно
menu-minimize = Згорнути
menu-zoom = Розгорнути вікно
menu-close = Закрити вікно

## Long work, step by step

progress-noting_down = Записуємо, що зараз буде зроблено
progress-asking_nova_post = Звертаємося до Нової пошти
progress-saving_in_keychain = Зберігаємо у сховищі паролів
progress-reading_back = Перевіряємо, чи все збереглося
progress-opening_keychain = Дістаємо ключ зі сховища паролів
progress-recording = Записуємо до вашого списку ключів
progress-keychain_slow = Сховище паролів ще не відповіло. Можливо, воно чекає на ваш пароль в окремому вікні.

## The frame of the window

app-name = { -app }
skip-to-content = Перейти до сторінки
nav-label = Головна навігація
nav-home = Головна
nav-keys = Ключі
nav-guides = Інструкції
nav-help = Довідка
nav-practice = Практика
nav-settings = Налаштування
nav-title = { $page } ({ $keys })
live-line = Справжня Нова пошта
other-address-word = ІНША АДРЕСА
other-address-text = { $environment ->
        [sandbox] Тестове середовище: { $host }.
        [production] Робоче середовище: { $host }.
       *[other] Інше середовище: { $host }.
    }
other-address-why = Ключі надсилаються туди, а не Новій пошті. Якщо ви не знаєте чому, спершу запитайте ІТ-відділ.
practice-banner-word = ПРАКТИКА
practice-banner-text = Нова пошта на цьому комп’ютері. Створені тут ключі нічого не відкривають.
clipboard-holds-key = Ключ скопійовано.
clipboard-holds-token = Токен скопійовано.
clipboard-paste-key = Вставте його лише туди, куди просив ваш розробник. Там він часто зветься «apiKey».
clipboard-paste-token = Вставте його у вікно «Authorize» в документації або туди, де ваш розробник задає заголовок «Authorization».
clipboard-seconds = Зникне через { $seconds } с.
clipboard-empty-now = Прибрати зараз
clipboard-emptied = У буфері обміну цього вже немає.
drawn-again = Вікно зупинилося, тож його відкрито наново. Ваші ключі в безпеці.
already-running-heading = { -app } вже було відкрито
already-running-text = Ви зараз у його вікні. Друга копія не потрібна.
already-running-close = Зрозуміло

## Keys, wherever they are listed

key-by-kind = { $kind } (…{ $lastFour })
key-unnamed = Ключ
key-unsaved = Ще не у сховищі паролів
key-lost = Більше не у сховищі паролів
key-until = до { $day }
key-created = Створено
key-valid-until = Діє до
key-last-proven = Перевірено
key-never-proven = Ще ні
key-proven-just-now = Щойно
key-proof-not-needed = Не потрібно
key-not-known = Невідомо
key-heading = Ключ
key-gone = Цього ключа у вашому списку вже немає.
key-field-organizations = { $count ->
        [one] Організація
        [few] Організації
       *[other] Організації
    }
key-field-phone = Номер телефону
key-field-created = Створено
key-field-status = Стан
key-field-added = У вашому списку з
key-field-kept = Де зберігається
key-kept-keychain = У сховищі паролів цього комп’ютера
key-kept-this_session = Лише в пам’яті цієї програми
key-kept-nowhere = Ніде на цьому комп’ютері
key-copy = Копіювати ключ
key-show = Показати ключ
key-get-token = Отримати токен
key-check = Перевірити ключ
key-checking = Перевіряємо ключ
key-works = Ключ працює
key-works-text = Нова пошта прийняла цей ключ { $at }.
key-no-token = Ключ для України працює сам: українському сервісу токен не потрібен.
key-session-only = Поки що ключ є тільки в пам’яті цієї програми: коли ви закриєте { -app }, він зникне. Щойно сховище паролів відповість, ключ сам перейде туди.
key-save-again = Зберегти у сховищі паролів
key-slow-text = Чекати не обов’язково. { -app } тримає ключ і покладе його у сховище паролів, щойно те відповість.
key-lost-text-test = Його звідти вилучено, тож звідси його не скопіювати й не використати. Надішліть запит із тим самим номером, і Нова пошта надішле його ще раз або створить новий, якщо строк дії цього давно сплив.
key-lost-text = Його звідти вилучено, тож звідси його не скопіювати й не використати. Відкрийте сторінку, де ви його створили. Якщо ключ там ще можна скопіювати, скопіюйте його й додайте сюди знову. Якщо ні, створіть новий.
key-lost-ask = Повторити запит
key-refused-heading = Минулого разу Нова пошта не прийняла цей ключ
key-refused-text = Можливо, строк його дії сплив або ключ вимкнено. Перевірте на my.novapost.com, у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys), чи він активний. Якщо ні, створіть там новий ключ і додайте його.
key-refused-text-test = Можливо, строк його дії сплив або ключ вимкнено. Надішліть запит із тим самим номером: прострочений ключ знову запрацює, а якщо строк дії сплив давно, Нова пошта створить новий.
key-refused-text-ukraine = Перевірте в бізнес-кабінеті на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», чи він там іще є. Якщо ні, створіть там новий ключ і додайте його.
status-active = Діє
status-expired = Прострочено
status-retired = Відкладено
status-refused = Відхилено

## Pages of Nova Post

link-my_nova_post = my.novapost.com
link-registration_help = Як зареєструватися на my.novapost.com
link-test_key_page = Сторінка Нової пошти «Створення API-ключа»
link-api_portal = API-портал Нової пошти
link-ukraine_cabinet = new.novaposhta.ua
link-unopened = Браузер не відкрився.
link-unopened-text = Адреса сторінки:
link-unopened-copy = Скопіювати адресу

## Welcome

welcome-heading = Ваші ключі Нової пошти в надійних руках
welcome-lead = Ключ — це наче пароль, з яким програми вашої компанії працюють із Новою поштою. { -app } крок за кроком доведе вас до ключа й надійно збереже його на цьому комп’ютері.
welcome-practice-title = Спершу потренуватися
welcome-practice-text = Увесь шлях із Новою поштою, що працює на цьому комп’ютері. Без кабінету, без інтернету — і нічого не зіпсуєте.
welcome-live-title = Мій кабінет Нової пошти
welcome-live-text = Отримати справжній ключ. Потрібен номер телефону, зареєстрований на my.novapost.com.
settings-kept-aside = Налаштування не вдалося прочитати, тому вони початкові. Старий файл збережено: { $file }
welcome-later = Перемкнутися можна будь-коли в налаштуваннях.
welcome-independent = { -app } — не продукт Нової пошти.

## Home

home-waiting-heading = Головна
home-waiting = Читаємо ваш список ключів
home-failed-heading = Головна
home-first-heading = Отримайте свій перший ключ
home-first-lead = З тестовим ключем ваш розробник може все випробувати. Потрібен номер телефону з вашого кабінету Нової пошти.
home-start-test-key = Отримати тестовий ключ
home-start-time = Це займе близько двох хвилин.
home-other-ways = Потрібен ключ для справжніх відправлень?
home-heading = { $count ->
        [1] Одна справа
        [one] { $count } справа
        [few] { $count } справи
       *[other] { $count } справ
    } на черзі
home-heading-calm = Усе гаразд
home-lead-calm = Зараз нічого не потребує вашої уваги.
home-later = Поки нічого робити не треба
home-keys = Ваші ключі
home-all-keys = { $count ->
        [1] Докладніше
        [one] Усі ключі: { $count }
        [few] Усі ключі: { $count }
       *[other] Усі ключі: { $count }
    }
home-ways = Отримати ключ
way-test-title = Тестовий ключ
way-test-text = Щоб усе випробувати. Створюється за номером телефону просто тут.
way-test-action = Отримати тестовий ключ
way-europe-title = Робочий ключ, Європа
way-europe-text = Для справжніх відправлень. Ви створюєте його у своєму кабінеті.
way-europe-action = Переглянути кроки
way-ukraine-title = Ключ для України
way-ukraine-text = Для компанії в Україні. Ви створюєте його в її бізнес-кабінеті.
way-ukraine-action = Переглянути кроки
to-do-ask-again = Повторити запит
to-do-dismiss = Прибрати зі списку
to-do-saving = Зберігаємо ключ
to-do-unfinished-title = Невідомо, чим закінчився запит для { $phone }
to-do-unfinished-text-same-day = Його надіслано { $started }, але відповідь не збереглася. Повторити запит сьогодні безпечно: або прийде той самий ключ, або Нова пошта відповість «завтра».
to-do-unfinished-text-later = Його надіслано { $started }, але відповідь не збереглася. Якщо Нова пошта створила ключ, новий запит поверне його й подовжить на рік.
to-do-ask-again-title-due = Можна повторити запит для { $phone }
to-do-ask-again-title-later = Повторіть запит для { $phone } пізніше
to-do-ask-again-text-due = Нова пошта приймає один запит на день. Наступний уже можливий.
to-do-ask-again-text-later = Нова пошта приймає один запит на день. Наступний буде можливий від { $day }.
to-do-not-registered-title = { $phone } ще не зареєстровано
to-do-not-registered-text = Нова пошта не знає цього номера. Зареєструйте його на my.novapost.com або подивіться, який номер у вашому акаунті. Зареєстрували? Тоді надішліть запит ще раз.
to-do-group-unfinished = { $count ->
        [one] { $count } запит не завершено
        [few] { $count } запити не завершено
       *[other] { $count } запитів не завершено
    }
to-do-group-unfinished-text = Їх надіслано, але відповіді немає. Надіслати ще раз безпечно: або прийде ключ, або Нова пошта скаже «завтра».
to-do-group-not_registered = { $count ->
        [one] { $count } номер ще не зареєстровано
        [few] { $count } номери ще не зареєстровано
       *[other] { $count } номерів ще не зареєстровано
    }
to-do-group-not_registered-text = Нова пошта їх не знає. Зареєструйте потрібний номер на my.novapost.com. Зареєстрували? Тоді надішліть запит ще раз.
to-do-group-ask_again = { $count ->
        [one] Можна знову надіслати запит для { $count } номера
        [few] Можна знову надіслати запит для { $count } номерів
       *[other] Можна знову надіслати запит для { $count } номерів
    }
to-do-group-ask_again_later = { $count ->
        [one] Пізніше можна знову надіслати запит для { $count } номера
        [few] Пізніше можна знову надіслати запит для { $count } номерів
       *[other] Пізніше можна знову надіслати запит для { $count } номерів
    }
to-do-group-ask = Надіслати ще раз: { $phone }
to-do-group-remove = Вилучити всі зі списку
to-do-save-again-title = Ще не у сховищі паролів: { $name }
to-do-save-again-text-locked = Сховище паролів замкнене. Відімкніть його і збережіть ключ ще раз. Доти ключ лише в пам’яті програми.
to-do-save-again-text-missing = На цьому комп’ютері не працює сховище паролів. Доки його немає, ключ лише в пам’яті програми.
to-do-save-again-text-slow = Сховище паролів не відповіло. Знайдіть вікно, яке просить ваш пароль, і збережіть ключ ще раз.
to-do-save-again-text-refused = Сховище паролів не прийняло ключ. Доки не прийме, ключ лише в пам’яті програми.
to-do-save-again-text-cancelled = Вікно, яке просить пароль від сховища, було закрито. Збережіть ключ ще раз і введіть пароль. Доти ключ лише в пам’яті програми.
to-do-save-again-text-no_default = На цьому комп’ютері ще не створено сховища паролів. Доки його немає, ключ лише в пам’яті програми.
to-do-save-again-text-blocked_by_policy = Правило вашої компанії не дає Windows зберегти його. Доки ІТ-відділ не дозволить, ключ лише в пам’яті програми.
to-do-save-again-text-unrecorded = Ключ у сховищі паролів, але список на цьому комп’ютері не вдалося записати. Збережіть ще раз, коли на диску буде місце.
to-do-save-again-action = Зберегти ще раз
to-do-lost-title = Більше не у сховищі паролів: { $name }
to-do-lost-text-test = Його звідти вилучено. Надішліть запит із тим самим номером, і Нова пошта надішле його ще раз або створить новий, якщо строк дії цього давно сплив.
to-do-lost-text = Його звідти вилучено. Відкрийте сторінку, де ви його створили. Якщо ключ там ще можна скопіювати, скопіюйте його й додайте сюди знову. Якщо ні, створіть новий.
to-do-lost-action = Додати знову
to-do-import-lost-title = Не збережено: ключ, що закінчується на { $lastFour }
to-do-import-lost-text = Ви додали цей ключ { $added } ({ $kind }), але { -app } закрили до того, як він потрапив до сховища паролів. У Новій пошті ключ є й далі: скопіюйте його ще раз там, де ви його отримали.
to-do-import-lost-text-of = Ви додали цей ключ організації { $organization } { $added } ({ $kind }), але { -app } закрили до того, як він потрапив до сховища паролів. У Новій пошті ключ є й далі: скопіюйте його ще раз там, де ви його отримали.
to-do-import-lost-action = Скопіювати ще раз
to-do-unlisted-title = У сховищі паролів, але не у вашому списку: ключ, що закінчується на { $lastFour }
to-do-unlisted-text = Можливо, { -app } закрили під час збереження. Укажіть, що відкриває ключ, і він буде у списку.
to-do-unlisted-action = Додати до списку
to-do-unlisted-remove = Вилучити зі сховища
to-do-remove-heading = Вилучити ключ, що закінчується на { $lastFour }?
to-do-remove-lost = На цьому комп’ютері його більше не буде, і { -app } не зможе його повернути.
to-do-remove-stays = У Новій пошті нічого не зміниться: ключ працюватиме далі в усіх, хто його має.
to-do-remove-keep = Залишити
to-do-forget-heading = Прибрати зі списку: { $name }?
to-do-forget-lost = Його назва, організації та дата останньої перевірки забудуться.
to-do-forget-stays = У Новій пошті нічого не зміниться. Ключ можна додати знову, якщо він є у вас деінде або його ще можна скопіювати в Новій пошті.
to-do-ends-title = { $name }: строк дії спливає { $when }
to-do-ended-title = { $name }: строк дії сплив { $day }
to-do-ends-text-test = Надішліть запит із тим самим номером ще раз, і Нова пошта подовжить ключ на рік.
to-do-ended-text-test = Надішліть запит із тим самим номером ще раз. Нова пошта подовжить ключ на рік або створить новий, якщо строк дії цього сплив понад 90 днів тому.
to-do-ends-text-live = Завчасно створіть новий ключ там, де створили цей, щоб нічого не зупинилося.
to-do-ends-action-test = Подовжити
to-do-ends-action-live = Переглянути кроки
to-do-unproven-title = Перевірте, чи працює: { $name }
to-do-unproven-text = Цей ключ ще не випробували. Перевірка нічого не змінює і триває кілька секунд.
to-do-unproven-action = Перевірити ключ
to-do-guide-title-europe = Робочий ключ для { $organization }
to-do-guide-title-europe-unnamed = Робочий ключ у Європі
to-do-guide-title-ukraine = Ключ в Україні для { $organization }
to-do-guide-title-ukraine-unnamed = Ключ в Україні
to-do-guide-title-method_1 = Тестовий ключ на сторінці Нової пошти для { $organization }
to-do-guide-title-method_1-unnamed = Тестовий ключ на сторінці Нової пошти
to-do-guide-text = Далі: { $step }. Крок { $number } із { $count }.
to-do-guide-text-waiting = Чекаємо на відповідь Нової пошти. Крок { $number } із { $count }.
to-do-guide-action = Продовжити

## Keys

keys-heading = Ваші ключі
keys-lead = Відкрийте ключ, щоб скопіювати його, отримати токен або перевірити, чи він працює.
keys-bring-in = Додати ключ
keys-waiting = Читаємо ваш список ключів
keys-empty-heading = Ключів ще немає
keys-empty-text = Тут висітимуть ваші ключі: що вони відкривають, до якого дня і чи працюють. Якщо ключ у вас уже є, додайте його.

## Guides

guides-heading = Інструкції
guides-lead = Шляхи до ключа через сторінки самої Нової пошти, крок за кроком.
guides-waiting = Дивимося, на чому ви зупинилися
guides-steps = { $count ->
        [one] { $count } крок
        [few] { $count } кроки
       *[other] { $count } кроків
    }
guides-see-steps = Переглянути кроки
guides-see = Переглянути кроки: { $guide }
guides-on-the-way = Розпочато
guides-unnamed = Без назви
guides-continue = Продовжити
guides-continue-run = Продовжити: { $organization }
guides-look = Переглянути
guides-look-run = Переглянути: { $organization }
guides-line-next = Далі: { $step }
guides-line-waiting = Чекаємо на відповідь Нової пошти
guides-line-arrived = Усі кроки зроблено
guides-progress = Зроблено кроків: { $done } із { $count }
guides-far = { $done } із { $count }
guides-now = Крок { $number }: { $step }
guides-switch = Організації на цьому шляху
guides-stepper = Кроки до ключа
guides-test-key-heading = Потрібно лише щось випробувати?
guides-test-key-text = Тоді вистачить тестового ключа. { -app } отримає його для вас.
guide-checked = Звірено зі сторінками Нової пошти: { $month }

guides-organization = Для якої організації?
guides-organization-another = Для іншої організації
guides-organization-hint = Назва, як у договорі. Кожна організація має тут свій поступ.
guides-organization-hint-free = З назвою легше не сплутати кілька ключів. Поле можна лишити порожнім.
guides-organization-missing = Ще немає назви організації.
guides-start = Почати
guides-awaits = Що на вас чекає
guides-awaits-text = Зупинитися можна після будь-якого кроку. { -app } пам’ятає, де ви, навіть якщо його закрити.
guides-practice = Ви тренуєтеся
guides-practice-text = Усе, що ви тут позначаєте, стосується лише практики. Посилання на кабінети відкривають сторінки на цьому комп’ютері, які замінюють сторінки Нової пошти, тож інструкцію можна пройти до кінця.

guides-rename = Перейменувати
guides-name = Додати назву
guides-rename-heading = Назва організації
guides-rename-save = Зберегти назву
guides-another = Для іншої організації
guides-another-heading = Для іншої організації
guides-aside = Відкласти
guides-aside-heading = Відкласти цю інструкцію?
guides-aside-lost = Назавжди зникне все, що ви тут позначили й відповіли для { $organization }, разом із текстом листа.
guides-aside-lost-unnamed = Назавжди зникне все, що ви тут позначили й відповіли.
guides-aside-stays = Усе, що є в Новій пошті, і ваші ключі в { -app } залишаться.
guides-aside-sure = Відкласти
guides-aside-keep = Залишити

guides-prepare = Тримайте напохваті
guides-actions = Що зробити
guides-signs = Де це буде видно
guides-done = Зроблено
guides-reopen = Усе-таки не зроблено
guides-yes = Так
guides-no = Ні
guides-confirm = Що має бути правдою
guides-confirm-missing = { $count ->
        [1] Лишилося одне питання
        [one] Лишилося { $count } питання
        [few] Лишилося { $count } питання
       *[other] Лишилося { $count } питань
    }
guides-confirm-meanwhile = Тим часом можна переглянути інші кроки. Усе позначене збережено.
guides-somebody-else = Представник — інша людина
guides-somebody-else-text = Тоді ключ створюють на ім’я цієї людини, і цей шлях проходить вона. Надішліть їй цей текст або пройдіть інструкцію разом.
guides-somebody-else-for = Для представника
guides-somebody-else-copy = Скопіювати текст для представника
guides-somebody-else-message =
    Добрий день,

    Нашому розробнику потрібен робочий ключ API Нової пошти для { $organization }. Нова пошта дає його лише людині, яку наш договір із Новою поштою називає уповноваженим представником. Це ви.

    Що я прошу зробити:
    1. Увійдіть на my.novapost.com з телефоном та електронною поштою з договору. Ще не маєте акаунта? Зареєструйтеся з ними.
    2. Напишіть нашому менеджеру з продажу в Новій пошті або на servicedesk@novapost.com і попросіть зв’язати ваш акаунт із нашою компанією.
    3. Коли Нова пошта відповість, відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys) і створіть робочий ключ.

    Не надсилайте мені ключ поштою чи в чаті. Скажіть, коли будете готові: сядемо разом, і { -app } проведе нас крок за кроком.

    Дякую
guides-somebody-else-message-unnamed =
    Добрий день,

    Нашому розробнику потрібен робочий ключ API Нової пошти. Нова пошта дає його лише людині, яку наш договір із Новою поштою називає уповноваженим представником. Це ви.

    Що я прошу зробити:
    1. Увійдіть на my.novapost.com з телефоном та електронною поштою з договору. Ще не маєте акаунта? Зареєструйтеся з ними.
    2. Напишіть нашому менеджеру з продажу в Новій пошті або на servicedesk@novapost.com і попросіть зв’язати ваш акаунт із нашою компанією.
    3. Коли Нова пошта відповість, відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys) і створіть робочий ключ.

    Не надсилайте мені ключ поштою чи в чаті. Скажіть, коли будете готові: сядемо разом, і { -app } проведе нас крок за кроком.

    Дякую
guides-account-legend = Ваші дані в кабінеті
guides-account-hint = { -app } візьме їх для листа на наступному кроці. Вони лишаються на цьому комп’ютері.
guides-account-name = Повне ім’я
guides-account-country = Країна номера
guides-account-phone = Номер телефону
guides-account-phone-read = Прочитано як { $phone }
guides-account-email = Електронна адреса
guides-account-missing-fullName = Введіть своє повне ім’я.
guides-account-missing-phone = Введіть номер телефону вашого акаунта.
guides-account-missing-email = Введіть адресу електронної пошти вашого акаунта.
guides-account-phone-of-key = Ваш найновіший тестовий ключ створено для номера { $phone }.
guides-account-phone-take = Використати цей номер
guides-write = Написати листа
guides-write-open = Відкрити лист
guides-write-sent = Лист надіслано
guides-write-sent-on = Лист надіслано { $day }
guides-write-sent-already = Лист уже надіслано
guides-write-then = Тепер черга Нової пошти відповісти. Переходьте до наступного кроку.
guides-wait = Чекаємо на відповідь Нової пошти
guides-wait-meanwhile = Тим часом вирішити: один ключ чи кілька
guides-wait-over = Нова пошта відповіла
guides-wait-practice = Це практика: зіграйте відповідь Нової пошти
guides-wait-practice-text = Тут ніхто не відповість сам. Відкрийте My Nova Post практики й знайдіть там «Побудьте менеджером із продажу». Тоді ваша організація з’явиться в кабінеті.
guides-wait-practice-open = Відкрити My Nova Post практики
guides-choose-many = Скільком організаціям потрібен ключ?
guides-choose-many-one = Одній
guides-choose-many-several = Кільком
guides-choose-teams = З ключами працюватимуть різні команди або компанії?
guides-choose-apart = Чи треба мати змогу вимкнути один ключ, не зачіпаючи решти?
guides-choose-advice-one = Радимо один ключ
guides-choose-advice-each = Радимо окремий ключ для кожної організації
guides-choose-reason-single = Організація одна, тож одного ключа достатньо.
guides-choose-reason-teams = Тоді кожна команда бачить лише своє, а ключ, що потрапив до чужих рук, відкриє одну організацію, а не всі.
guides-choose-reason-apart = Спільний ключ відкриває або всі свої організації, або жодної. Окремий можна вимкнути сам.
guides-choose-reason-together = З усіма працюють ті самі люди, тож за одним ключем простіше стежити.
guides-choose-choice = Як ви зробите?
guides-choose-choice-hint = Вирішуєте ви, порада — лише порада.
guides-choose-missing = Виберіть один із двох варіантів.
guides-choose-one = Один ключ для всіх
guides-choose-one-text = Створюючи ключ, позначте всі організації.
guides-choose-each = Окремий ключ для кожної організації
guides-choose-each-text = Створюйте їх по черзі, щоразу позначаючи одну організацію. Кожен ключ матиме тут свій поступ.
guides-bring-in = Додати ключ
guides-see-key = Переглянути ключ
guides-prove = Перевірити ключ
guides-prove-again = Перевірити ще раз
guides-proven-on = Нова пошта прийняла ключ { $day }
guides-tell-developer = Для розробника
guides-tell-colleagues = Для колег
guides-tell-copy = Копіювати
guides-tell-copy-developer = Копіювати текст для розробника
guides-tell-copy-colleagues = Копіювати текст для колег
guides-practice-mark = ПРАКТИКА: цей текст із практики. Ключ нічого не відкриває.
guides-tell-developer-text =
    Ми маємо ключ до API Нової пошти (Nova Post) для { $organization }. Сам ключ передам окремо; він закінчується на { $lastFour }.

    Середовище: робоче (production)
    Адреса: { $address }
    Токен: обміняйте ключ на JWT запитом GET clients/authorization?apiKey=…
    Заголовок кожного запиту: Authorization: <jwt> (лише токен, без «Bearer»)
    Токен живе близько години. Отримуйте новий завчасно й ніде його не зберігайте.

    Не тримайте ключ у коді, журналах і чатах. Спершу випробуйте все з тестовим ключем у тестовому середовищі.
guides-tell-colleagues-text =
    Тепер у нас є ключ Нової пошти для { $organization }. Його створено на моє ім’я, і він зберігається в мене.

    Хто має ключ, може діяти в Новій пошті від нашого імені. Тому його отримують лише ті, чиїм програмам він потрібен, ніколи поштою чи в чаті, і ніхто поза компанією.
    Час від часу я переглядаю список тих, хто має доступ. Скажіть мені, коли комусь він більше не потрібен.
    Якщо ключ міг потрапити до чужих рук, скажіть одразу: я вимкну його й створю новий.
guides-arrived-others = Ви хотіли мати окремий ключ для кожної організації. Пройдіть той самий шлях для наступної.

guide-europe-title = Робочий ключ, Європа
guide-europe-lead = Для справжніх відправлень із Новою поштою в Європі. Ключ створюють у кабінеті.
guide-europe-time = Близько пів години вашого часу. Посередині Нова пошта має відповісти на лист.
guide-europe-arrived = Ваш робочий ключ готовий
guide-europe-arrived-text = Він у сховищі паролів, Нова пошта його приймає, а інші знають усе, що їм потрібно.

guide-europe-person-title = Переконайтеся, що це саме ви
guide-europe-person-text = Нова пошта видає ключі людям, а не компаніям. Компанія зазначає в договорі одну людину, довірену особу (представника компанії), і ключ створюють на її ім’я. Хтось у вашій компанії вже має ключ? Тоді можна призначити саме цю людину.
guide-europe-person-prepare-1 = Договір вашої компанії з Новою поштою
guide-europe-person-check-natural = Ключ буде створено на моє власне ім’я
guide-europe-person-check-natural-text = На людину з власним кабінетом, а не на відділ чи спільну скриньку.
guide-europe-person-check-contract = У договорі мене зазначено довіреною особою
guide-europe-person-check-contract-text = Пошукайте своє ім’я в договорі з Новою поштою.
guide-europe-person-check-details = Мої телефон і електронна адреса такі, як у договорі
guide-europe-person-check-details-text = У вашому кабінеті мають бути ті самі.
guide-europe-person-otherwise-natural = Цей шлях проходить людина, яка матиме ключ. Покажіть їй цю сторінку.
guide-europe-person-otherwise-contract = Попросіть компанію зазначити вас у договорі з Новою поштою як довірену особу або призначити того, хто вже має ключ.
guide-europe-person-otherwise-details = Попросіть компанію виправити в договорі ваш телефон і електронну адресу.
guide-europe-person-done = Готово, коли все це правда.

guide-europe-account-title = Підготуйте кабінет у Новій пошті
guide-europe-account-text = Ключ створюють у вашому власному кабінеті на my.novapost.com. Якщо кабінет уже є, удруге не реєструйтеся.
guide-europe-account-prepare-1 = Телефон та електронна адреса з договору
guide-europe-account-action-1 = Відкрийте my.novapost.com і увійдіть. Ще немає кабінету? Зареєструйтеся з телефоном та електронною адресою з договору.
guide-europe-account-action-2 = Запишіть нижче свої дані так, як у кабінеті. Лист до Нової пошти має містити ті самі.
guide-europe-account-done = Готово, коли ви можете увійти, а дані записано.

guide-europe-affiliate-title = Напишіть менеджерові Нової пошти
guide-europe-affiliate-text = Нова пошта має приєднати вас до компанії. Ваш менеджер із продажу робить це після одного листа від вас. { -app } уже має його текст, вам лишилося заповнити кілька полів. Не знаєте свого менеджера? Тоді лист піде до служби підтримки Нової пошти.
guide-europe-affiliate-prepare-1 = Назва й податковий код компанії
guide-europe-affiliate-prepare-2 = Електронна адреса вашого менеджера з продажу в Новій пошті, якщо ви її знаєте
guide-europe-affiliate-done = Готово, коли лист надіслано.

guide-europe-answer-title = Дочекайтеся відповіді Нової пошти
guide-europe-answer-text = Тепер менеджер або служба підтримки Нової пошти приєднує вас до компанії. Скільки це триватиме, Нова пошта не каже. { -app } тим часом можна закрити.
guide-europe-answer-action-1 = У пошті, коли Нова пошта відповість.
guide-europe-answer-action-2 = У кабінеті: «Інтеграції» → «API-ключі» (Integrations, API Keys) показує ваші організації, коли ви створюєте ключ.
guide-europe-answer-done = Готово, коли ваша організація з’явилася в кабінеті.

guide-europe-organizations-title = Вирішіть: один ключ чи кілька
guide-europe-organizations-text = Ключ може відкривати одну організацію або кілька. Кілька запитань допоможуть вирішити.
guide-europe-organizations-done = Готово, коли ви вибрали. Доки ключа не створено, можна передумати.

guide-europe-create-title = Створіть ключ
guide-europe-create-text = Ви створюєте ключ у своєму кабінеті. Він з’являється одразу.
guide-europe-create-action-1 = Відкрийте my.novapost.com і увійдіть.
guide-europe-create-action-2 = Відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys).
guide-europe-create-action-3 = Створіть ключ для робочого середовища (production).
guide-europe-create-action-4 = Виберіть організації, для яких він потрібен. На сторінці видно всі, що належать до вашого кабінету.
guide-europe-create-done = Готово, коли ключ є там у списку з датою, назвою, станом, організацією та строком дії. Не закривайте ту сторінку.

guide-europe-bring_in-title = Додайте ключ сюди
guide-europe-bring_in-text = { -app } бере ключ із буфера обміну й зберігає у сховищі паролів цього комп’ютера. Там він у безпеці, і ви його знову знайдете.
guide-europe-bring_in-action-1 = Скопіюйте ключ на сторінці Нової пошти.
guide-europe-bring_in-action-2 = Поверніться сюди й натисніть «Додати ключ».
guide-europe-bring_in-done = Готово, коли ключ є у вашому списку ключів.

guide-europe-prove-title = Перевірте, чи він працює
guide-europe-prove-text = { -app } отримує з ключем токен і ставить Новій пошті одне безпечне запитання. Нічого не змінюється.
guide-europe-prove-done = Готово, коли Нова пошта прийняла ключ.

guide-europe-tell-title = Повідомте інших
guide-europe-tell-text = Розробникові потрібні кілька фактів, а колегам варто знати, у кого ключ. Обидва тексти готові, самого ключа в них немає.
guide-europe-tell-done = Готово, коли обом повідомлено.

guide-ukraine-title = Ключ для України
guide-ukraine-lead = Українська Нова пошта має власні ключі. Компанія в Україні створює ключ сама, у своєму бізнес-кабінеті.
guide-ukraine-time = Кілька хвилин, усе за один раз.
guide-ukraine-arrived = Ваш ключ для України готовий
guide-ukraine-arrived-text = Він у сховищі паролів. Розробник використовує його як є: токенів у цього сервісу немає.

guide-ukraine-cabinet-title = Увійдіть як компанія
guide-ukraine-cabinet-text = Ключ належить до бізнес-кабінету вашої компанії в Україні. Ваша компанія в іншій країні? Тоді вам потрібна інструкція «{ guide-europe-title }».
guide-ukraine-cabinet-prepare-1 = Дані для входу до бізнес-кабінету компанії
guide-ukraine-cabinet-action-1 = Відкрийте new.novaposhta.ua.
guide-ukraine-cabinet-action-2 = Увійдіть як юридична особа.
guide-ukraine-cabinet-done = Готово, коли ви бачите кабінет своєї компанії.

guide-ukraine-settings-title = Відкрийте налаштування
guide-ukraine-settings-text = Ключі зібрано в налаштуваннях кабінету.
guide-ukraine-settings-action-1 = Виберіть у кабінеті «Налаштування».
guide-ukraine-settings-done = Готово, коли ви бачите налаштування.

guide-ukraine-security-title = Виберіть «Безпека»
guide-ukraine-security-text = У цьому розділі — ключі вашої компанії.
guide-ukraine-security-action-1 = У налаштуваннях виберіть «Безпека».
guide-ukraine-security-done = Готово, коли ви бачите розділ «Безпека».

guide-ukraine-create-title = Створіть ключ
guide-ukraine-create-text = Одне натискання — і ключ створено.
guide-ukraine-create-action-1 = Натисніть «Створити ключ».
guide-ukraine-create-done = Готово, коли з’явився новий ключ.

guide-ukraine-copy-title = Скопіюйте код
guide-ukraine-copy-text = Ключ — це код. Скопійований, він потрапляє до буфера обміну, звідки його візьме { -app }.
guide-ukraine-copy-action-1 = Скопіюйте весь код і після цього більше нічого не копіюйте.
guide-ukraine-copy-done = Готово, коли код у буфері обміну.

guide-ukraine-bring_in-title = Додайте ключ сюди
guide-ukraine-bring_in-text = { -app } бере ключ із буфера обміну й зберігає у сховищі паролів цього комп’ютера. Там він у безпеці, і ви його знову знайдете.
guide-ukraine-bring_in-action-1 = Натисніть «Додати ключ», доки код у буфері обміну.
guide-ukraine-bring_in-done = Готово, коли ключ є у вашому списку ключів.

guide-method_1-title = Тестовий ключ на сторінці Нової пошти
guide-method_1-lead = Сторінка самої Нової пошти створює такий самий тестовий ключ. Вона стане в пригоді, якщо { -app } не може достукатися до Нової пошти.
guide-method_1-time = Кілька хвилин, усе за один раз.
guide-method_1-arrived = Ваш тестовий ключ готовий
guide-method_1-arrived-text = Він у сховищі паролів, і Нова пошта його приймає. Розробник може з ним усе випробувати.
guide-method_1-instead = Хай тестовий ключ отримає { -app }

guide-method_1-registered-title = Перевірте свій кабінет
guide-method_1-registered-text = Тестовий ключ створюють для номера телефону, який Нова пошта знає. Українські номери (+380) не приймаються.
guide-method_1-registered-prepare-1 = Номер телефону вашого кабінету на my.novapost.com
guide-method_1-registered-action-1 = Увійдіть на my.novapost.com і звірте номер. Ще немає кабінету? Зареєструйтеся там.
guide-method_1-registered-done = Готово, коли ви знаєте, що номер зареєстровано.

guide-method_1-page-title = Відкрийте сторінку Нової пошти
guide-method_1-page-text = Ключ створює форма на порталі Нової пошти.
guide-method_1-page-action-1 = Відкрийте сторінку за посиланням нижче.
guide-method_1-page-action-2 = Знайдіть розділ про тестовий API-ключ і перейдіть до створення тестового ключа. На англійській сторінці це «method 1» і «Generate a test key».
guide-method_1-page-done = Готово, коли ви бачите поле для номера телефону.

guide-method_1-phone-title = Надішліть запит
guide-method_1-phone-text = Формі потрібен лише номер телефону. На день можливий один запит.
guide-method_1-phone-action-1 = Введіть номер: лише цифри, з кодом країни й без плюса, наприклад 49XXXXXXXXX.
guide-method_1-phone-action-2 = Надішліть запит.
guide-method_1-phone-done = Готово, коли сторінка показує ключ. Не закривайте її.

guide-method_1-bring_in-title = Додайте ключ сюди
guide-method_1-bring_in-text = { -app } бере ключ із буфера обміну й зберігає у сховищі паролів цього комп’ютера. Там він у безпеці, і ви його знову знайдете.
guide-method_1-bring_in-action-1 = Скопіюйте ключ на сторінці Нової пошти.
guide-method_1-bring_in-action-2 = Поверніться сюди й натисніть «Додати ключ».
guide-method_1-bring_in-done = Готово, коли ключ є у вашому списку ключів.

guide-method_1-prove-title = Перевірте, чи він працює
guide-method_1-prove-text = { -app } отримує з ключем токен і ставить Новій пошті одне безпечне запитання. Нічого не змінюється.
guide-method_1-prove-done = Готово, коли Нова пошта прийняла ключ.

## An e-mail address, wherever it is typed

email-problem-no_at = Бракує знака @.
email-problem-no_name = Чогось бракує перед @.
email-problem-no_domain = Чогось бракує після @, наприклад company.com.
email-problem-space_inside = Усередині адреси є пробіл або поруч стоїть слово.
email-problem-several_addresses = Тут кілька адрес. Введіть одну.
email-problem-mixed_alphabets = { $alphabet ->
    [cyrillic] Літера «{ $letter }» у «{ $part }» — кирилична, на відміну від решти адреси. Вона лише схожа. Введіть «{ $part }» ще раз.
    [greek] Літера «{ $letter }» у «{ $part }» — грецька, на відміну від решти адреси. Вона лише схожа. Введіть «{ $part }» ще раз.
    [latin] Літера «{ $letter }» у «{ $part }» — латинська, на відміну від решти адреси. Вона лише схожа. Введіть «{ $part }» ще раз.
   *[other] Літера «{ $letter }» у «{ $part }» — з іншої абетки, ніж решта адреси. Введіть «{ $part }» ще раз.
}
email-problem-not_an_address = Це не електронна адреса. Вона має вигляд name@company.com.

## Practice

practice-heading = Практика
practice-lead = Ваша власна Нова пошта на цьому комп’ютері. Спробуйте її номери, перемотайте час і починайте знову, коли захочете.
practice-time = Час
practice-time-text = Практика має власний годинник. Коли він рухається, ключі й токени старіють, а { -app } нагадує про все так, як нагадав би того дня.
practice-time-now = Той самий час, що й на цьому комп’ютері.
practice-time-moved = { $direction ->
        [behind] Тут { $date }: годинник відстає від комп’ютера на { $span }.
       *[ahead] Тут { $date }: годинник випереджає комп’ютер на { $span }.
    }
practice-time-distance = { $direction ->
        [behind] На { $span } позаду цього комп’ютера.
       *[ahead] На { $span } попереду цього комп’ютера.
    }
practice-time-far = Це занадто далеко: практика може випереджати час щонайбільше на { $years } років. Нічого не змінилося.
practice-time-back = Повернутися до сьогодні
practice-time-is-back = Практика знову показує той самий час, що й комп’ютер.
practice-time-not-kept = Не вдалося записати час. Він діятиме, доки ви не закриєте { -app }.
practice-pass-day = Перемотати на день
practice-pass-forty = Перемотати на 40 днів
practice-pass-year = Перемотати на 13 місяців
practice-date = Або перейти до дати
practice-date-day = День
practice-date-month = Місяць
practice-date-year = Рік
practice-date-go = Перейти
practice-date-none = Такого дня в цьому місяці немає.
practice-date-past = Час тут іде лише вперед. Виберіть пізнішу дату або спершу поверніться до сьогодні.
practice-date-far = Це занадто далеко. Практика може випереджати час щонайбільше на { $years } років.
practice-book = Телефонна книга
practice-book-text = Кожен номер розігрує іншу історію. Виберіть один і подивіться, що зробить { -app }. Ці номери нікому не належать.
practice-own = Ваші власні номери
practice-own-text = Для показу можна додати номери, які знає ваша аудиторія. Вони лишаються на цьому комп’ютері, і ніхто на них не телефонує.
practice-own-add = Додати номер
practice-own-add-text = Пишіть його як завгодно, як і деінде в { -app }.
practice-own-plays = Що він розігрує
practice-own-keep = Додати цей номер
practice-own-added = Номер +{ $digits } тепер у телефонній книзі.
practice-own-remove = Вилучити
practice-own-remove-number = Вилучити номер +{ $digits }
practice-own-removed = Номера +{ $digits } більше немає в телефонній книзі. Ключ, який він тут отримав, уже нічого не відкриває.
practice-own-ukraine = Для українських номерів Нова пошта не створює тестових ключів, тож і практика їх не приймає.
practice-own-not_a_phone = Це не може бути номер телефону. Перевірте цифри.
practice-own-in_the_book = Цей номер уже є в телефонній книзі й має свою роль.
practice-own-added_already = Ви вже додали цей номер. Щоб він розігрував щось інше, спершу вилучіть його.
practice-own-too_many = Уже є 1000 номерів. Спершу вилучіть якийсь із них.
practice-anew = Почати знову
practice-anew-text = Перед наступним показом або коли ви вже досить потренувалися: практика стане такою, як першого дня.
practice-clear = Очистити практику
practice-clear-heading = Очистити практику?
practice-clear-goes = З цього комп’ютера назавжди зникнуть:
practice-clear-keys = усі ключі практики у вашому сховищі паролів і їхні токени
practice-clear-guides = інструкції, листи й нагадування практики
practice-clear-nova-post = кабінети й ключі в Новій пошті практики та її переведений годинник
practice-clear-numbers = { $count ->
        [one] { $count } ваш власний номер
        [few] { $count } ваші власні номери
       *[other] { $count } ваших власних номерів
    }
practice-clear-keep = Залишити мої власні номери
practice-clear-live = Того, що належить вашому справжньому кабінету, це не торкнеться.
practice-cleared = Практика така, як першого дня.
practice-waiting = Відкриваємо телефонну книгу
practice-group-works = Усе виходить
practice-group-number = Проблема з номером
practice-group-service = Проблема на боці Нової пошти
practice-group-afterwards = Спершу виходить, а потім ні
practice-use = Вибрати
practice-use-number = Вибрати номер +{ $digits }
practice-others = Будь-якого іншого номера Нова пошта не знає.
practice-plays-new_key = Зареєстрований і без ключа: принесе новий.
practice-plays-active_key = Має ключ, якому 40 днів: подовжить його на рік.
practice-plays-expired_key = Має прострочений ключ: він знову запрацює.
practice-plays-cleaned_up_key = Його старий ключ уже прибрано: принесе новий.
practice-plays-phone_refused = Виглядає правильним, але Нова пошта його не приймає.
practice-plays-not_registered = Не зареєстрований на my.novapost.com.
practice-plays-several_clients = Належить кільком кабінетам.
practice-plays-daily_limit = Уже мав свій запит на сьогодні.
practice-plays-service_error = У Новій пошті збій.
practice-plays-service_unavailable = Нова пошта деякий час перевантажена.
practice-plays-no_answer = Хвилину немає відповіді.
practice-plays-web_page = Замість відповіді приходить вебсторінка.
practice-plays-cut_answer = Відповідь обривається посередині.
practice-plays-lost_answer = Ключ створено, але відповідь губиться.
practice-plays-key_refused = Принесе ключ, який Нова пошта потім відхилить.
practice-plays-short_tokens = Принесе ключ, токени якого живуть дві хвилини.
practice-plays-clock_ahead = Годинник Нової пошти на дві години попереду вашого.
practice-plays-access_forbidden = Принесе ключ кабінету, якому не дозволено отримувати токени.
practice-plays-too_many_tokens = Принесе ключ кабінету, у якого вже забагато токенів.
practice-plays-token_unavailable = Принесе ключ, але токен отримати не вдасться: Нова пошта перевантажена.
practice-plays-list_not_found = Принесе ключ і токен, але того, на чому перевіряють токен, не знайдеться.
practice-plays-list_unavailable = Принесе ключ і токен, але під час перевірки токена Нова пошта перевантажена.

## Presenter view

shortcut-presenter = Режим доповідача: показати або сховати сценарій
settings-presenter-size = Розмір тексту в режимі доповідача
settings-presenter-size-text = Для проєктора. Поза режимом доповідача ваш розмір тексту не змінюється.
presenter-heading = Режим доповідача
presenter-text = Для проєктора: усе більше, ключі залишаються закритими, а сценарій поруч підказує, що сказати й що натиснути. { $keys } показує його і ховає.
presenter-choose = Який сценарій?
presenter-start = Почати
presenter-continue = Продовжити
presenter-fold = Сховати сценарій
presenter-unfold = Показати сценарій
presenter-leave = Вийти з режиму доповідача
presenter-steps = Кроки сценарію
presenter-mark = { $number }. { $title }
presenter-mark-done = { $number }. { $title }: зроблено
presenter-where = Крок { $number } з { $count }, залишилося близько { $minutes ->
        [one] { $minutes } хвилини
        [few] { $minutes } хвилин
       *[other] { $minutes } хвилин
    }
presenter-ticked = Зроблено: { $step }
presenter-say = Скажіть
presenter-do = Зробіть
presenter-fill = Вписати +{ $digits }
presenter-back = Назад
presenter-forward = Далі
presenter-then = Потім: { $step }
presenter-end = Це все
presenter-end-text = Час для запитань. Усе створене залишається у практиці: можна одразу спробувати самим.
presenter-restart = Очистити практику й почати знову
reveal-covered = Увімкнено режим доповідача, тому ключ залишається закритим.

script-first_key-title = Ваш перший тестовий ключ, { $minutes } хв
script-first_key-about = Від номера телефону до перевіреного токена.
script-first_key-begin-title = Де ми
script-first_key-begin-say = Це { -app }, режим практики. Нова пошта, з якою він працює, — на цьому комп’ютері. Назовні нічого не надсилається, і зламати нічого не можна.
script-first_key-begin-do = Натисніть «{ home-start-test-key }».
script-first_key-number-title = Номер телефону
script-first_key-number-say = Новій пошті потрібен лише номер телефону. Пишіть його як завгодно: нижче видно саме ті цифри, які буде надіслано.
script-first_key-number-do = Впишіть номер і натисніть «{ test-key-continue }».
script-first_key-send-title = Перевірити й надіслати
script-first_key-send-say = Досі нічого не надіслано. Нова пошта приймає один запит на день, і запитом нічого не зіпсуєш.
script-first_key-send-do = Натисніть «{ test-key-send }».
script-first_key-copy-title = Ключ у безпеці
script-first_key-copy-say = Ключ одразу потрапив до сховища паролів цього комп’ютера. Ми бачимо лише останні чотири знаки. Копія зникне з буфера обміну сама.
script-first_key-copy-do = Натисніть «{ key-copy }».
script-first_key-show-title = Погляд на ключ
script-first_key-show-say = Кому треба, той дивиться на ключ у маленькому вікні. Поки триває показ, там теж крапки.
script-first_key-show-do = Натисніть «{ key-show }», а потім закрийте маленьке вікно.
script-first_key-token-title = Токен
script-first_key-token-say = Програми працюють із токеном, перепусткою приблизно на годину. Сам ключ залишається на місці.
script-first_key-token-do = Натисніть «{ token-get }».
script-first_key-prove-title = Чи він працює?
script-first_key-prove-say = { -app } просить у Нової пошти список валют. Це нічого не змінює, але показує, що токен працює.
script-first_key-prove-do = Натисніть «{ token-try }».
script-first_key-home-title = Через пів року
script-first_key-home-say = А через пів року, коли все це забудеться?
script-first_key-home-do = Перейдіть на сторінку «{ nav-home }».
script-first_key-home-seen = Хто повернеться, побачить тут, що має, до якого дня і що робити далі.

script-trouble-title = Коли щось іде не так, { $minutes } хв
script-trouble-about = Чому запит може не вдатися і що робити далі.
script-trouble-invalid-title = Номер з помилкою
script-trouble-invalid-say = Палець схибив: номер виглядає правильним, але Нова пошта його не приймає.
script-trouble-invalid-do = Впишіть номер і надішліть запит.
script-trouble-invalid-seen = Картка каже, що сталося, чия черга діяти й що робити зараз. Введене залишилося на місці.
script-trouble-unknown-title = Номер, якого ніхто не знає
script-trouble-unknown-say = Нова пошта знаходить людину за номером телефону її кабінету. Цього номера ніхто не реєстрував.
script-trouble-unknown-do = Впишіть номер і надішліть запит.
script-trouble-unknown-seen = Тож перша кнопка веде до реєстрації. Після неї підійде той самий номер.
script-trouble-several-title = Два кабінети, один номер
script-trouble-several-say = Номер, який вказали двоє. Чий ключ створити?
script-trouble-several-do = Впишіть номер і надішліть запит.
script-trouble-several-seen = У цій залі цього не виправить ніхто. Картка каже, що діяти має Нова пошта, а під кнопкою «{ failure-action-write }» лист уже готовий.
script-trouble-daily-title = Раз на день
script-trouble-daily-say = Нова пошта приймає один запит на день. А якщо хтось уже питав?
script-trouble-daily-do = Впишіть номер і надішліть запит.
script-trouble-daily-seen = Картка не обіцяє години. Вона каже «завтра» і може нагадати.
script-trouble-busy-title = Нова пошта перевантажена
script-trouble-busy-say = Часом Нова пошта перевантажена.
script-trouble-busy-do = Впишіть номер і надішліть запит.
script-trouble-busy-seen = З нашого боку все гаразд. Картка відлічує секунди, доки варто спробувати ще раз.
script-trouble-lost-title = Відповідь губиться
script-trouble-lost-say = Найгірша мить: Нова пошта створює ключ, а з’єднання обривається, перш ніж він дійде.
script-trouble-lost-do = Впишіть номер і надішліть запит.
script-trouble-lost-seen = Ключ утрачено? Ні. На повторний запит Нова пошта надішле той самий ключ або відповість «завтра». Практика надсилає ключ.
script-trouble-again-title = Нічого не втрачено
script-trouble-again-say = Тож просто питаємо ще раз.
script-trouble-again-do = Натисніть «{ failure-action-try-again }».
script-trouble-again-seen = Нічого не втрачено. А якби вимкнувся комп’ютер, про запит нагадала б головна сторінка.
script-trouble-refused-title = Ключ, який відхилено
script-trouble-refused-say = А ще ключ може хтось вимкнути, нікому не сказавши.
script-trouble-refused-do = Впишіть номер і надішліть запит. Потім натисніть «{ token-get }».
script-trouble-refused-seen = Це видно, щойно просиш токен. Картка веде назад до ключа, що працює.

script-year_later-title = Через рік, { $minutes } хв
script-year_later-about = Годинник іде на 13 місяців уперед. Що сталося з ключем?
script-year_later-key-title = Сьогоднішній ключ
script-year_later-key-say = Починаємо з нового тестового ключа. У практиці він діє рік.
script-year_later-key-do = Впишіть номер і надішліть запит.
script-year_later-token-title = І токен
script-year_later-token-say = Токен цього ключа живе близько години.
script-year_later-token-do = Натисніть «{ token-get }».
script-year_later-day-title = Минає день
script-year_later-day-say = Ми переводимо годинник практики, а не цього комп’ютера. За день токен уже не діє. Ключ такий самий, як був.
script-year_later-day-do = Перейдіть на сторінку «{ nav-practice }» і натисніть «{ practice-pass-day }».
script-year_later-year-title = Через тринадцять місяців
script-year_later-year-say = Минув рік, і про ключ ніхто не згадав.
script-year_later-year-do = Натисніть «{ practice-pass-year }».
script-year_later-home-title = Що каже головна сторінка
script-year_later-home-say = Що скаже { -app } після такої перерви?
script-year_later-home-do = Перейдіть на сторінку «{ nav-home }».
script-year_later-again-title = Знову живий
script-year_later-again-say = Строк ключа минув, і головна сторінка каже про це насамперед. На запит із тим самим номером Нова пошта подовжує той самий ключ ще на рік.
script-year_later-again-do = Натисніть «{ to-do-ends-action-test }» і надішліть запит.
script-year_later-again-seen = Це той самий ключ, що й був. Нікому не треба ніде вписувати новий.
script-year_later-token_again-title = Він знову працює
script-year_later-token_again-say = Новий токен старого ключа, і все працює далі.
script-year_later-token_again-do = Натисніть «{ token-get }».
script-year_later-now-title = Знову сьогодні
script-year_later-now-say = Це був рік за кілька хвилин. Годинник практики повертається до теперішнього часу.
script-year_later-now-do = Натисніть «{ practice-time-back }» на смузі вгорі.

## Settings

settings-heading = Налаштування
settings-theme = Вигляд
settings-theme-system = Як у системі
settings-theme-light = Світлий
settings-theme-dark = Темний
settings-text-size = Розмір тексту
settings-text-size-text = З клавіатури: { $modifier } і + або −. { $modifier } і 0 повертає звичайний розмір.
settings-clipboard = Скопійовані ключі
settings-clipboard-text = Через цей час скопійований ключ або токен зникає з буфера обміну, якщо він ще там.
settings-show = Показані ключі
settings-show-text = Через цей час мале вікно з ключем закривається саме. Його можна залишити відкритим довше.
settings-seconds = { $seconds ->
        [15] 15 секунд
        [30] 30 секунд
        [60] 1 хвилина
        [120] 2 хвилини
       *[other] { $seconds } с
    }
settings-mode = Практика чи ваш кабінет
settings-mode-practice = Ви тренуєтеся
settings-mode-practice-text = { -app } працює з Новою поштою на цьому комп’ютері. Назовні нічого не надсилається, а ключі нічого не відкривають.
settings-mode-live = Ви працюєте зі своїм кабінетом
settings-mode-live-text = { -app } працює зі справжньою Новою поштою. Ключі справжні.
settings-mode-apart = Практику й роботу відокремлено: у кожної свій список ключів і своє місце у сховищі паролів. Коли перемикаєтеся, нічого не губиться.
settings-mode-to-practice = Перейти до практики
settings-mode-to-live = Перейти до свого кабінету
settings-stored = Де все зберігається
settings-stored-text = Усе на цьому комп’ютері. { -app } нікому нічого не надсилає, крім Нової пошти.
settings-stored-keys = Ключі
settings-stored-keys-text = У сховищі паролів вашої системи, під назвою «{ $service }».
settings-stored-register = Список ключів і налаштування, без самих ключів
settings-stored-copy = Копіювати шлях
settings-stored-traces = Журнали й звіти про збої
settings-stored-traces-text = У тій самій теці, в «logs» і «reports». Ключі, токени й номери телефону з них вилучено.
settings-stored-tokens = Токени
settings-stored-tokens-text = Лише в пам’яті. Вони зникають, коли ви закриваєте програму.

## Help

help-heading = Довідка
help-lead = Найважливіше про ключі, коротко.
help-facts = Запитання й відповіді
help-fact-key-question = Що таке ключ?
help-fact-key-answer = Довгий таємний текст, наче пароль, який програма показує Новій пошті від вашого імені. Хто має ключ, той може все, що можете ви. У Європі його створюють на ім’я людини, а не компанії.
help-fact-token-question = Що таке токен?
help-fact-token-answer = Перепустка приблизно на годину. Програма обмінює ключ на токен і далі показує токен, тож сам ключ рідше виходить назовні.
help-fact-who-question = Хто може отримати ключ?
help-fact-who-answer = У Європі — довірена особа (представник компанії), тобто людина, чиї дані є в договорі з Новою поштою. Компанія називає цю людину, і ключ створюють на її ім’я. Хтось у вашій компанії вже має ключ? Тоді можна призначити саме цю людину. В Україні компанія створює ключ у своєму бізнес-кабінеті.
help-fact-test-question = Чим тестовий ключ відрізняється від робочого?
help-fact-test-answer = Тестовий ключ відкриває тестове середовище, де нічого справжнього немає і нічого не зіпсуєш. Робочий ключ працює зі справжніми відправленнями та грошима. Спершу випробуйте все з тестовим.
help-fact-year-question = Скільки діє тестовий ключ?
help-fact-year-answer = До дати, зазначеної поруч із ним. Новий запит іншого дня подовжує його на рік, навіть якщо він уже прострочений. Замість ключа, простроченого понад 90 днів тому, видають новий.
help-fact-limit-question = Чому запит можна надіслати лише раз на день?
help-fact-limit-answer = Нова пошта приймає від людини один запит на тестовий ключ за день. Якщо надіслати два, прийде той самий ключ або відповідь «завтра». Нічого не зламається.
help-fact-share-question = Чи можна надіслати ключ поштою або в чаті?
help-fact-share-answer = Краще ні. Повідомлення лишаються на роки, і їх може прочитати багато людей. Передайте ключ тій одній людині, якій він потрібен, так, щоб ніде не лишилося копії.
help-fact-developer-question = Що потрібно моєму розробникові?
help-fact-developer-answer = Для перших випробувань — тестовий ключ. Для однієї спроби вистачить токена: за годину він уже нічого не вартий.
help-words = Маленький словник
help-word-api = API
help-word-api-text = Спосіб, у який програми вашої компанії працюють із Новою поштою без людини й без вебсторінки.
help-word-key = Ключ
help-word-key-text = Довгий секретний текст, наче пароль, який програма показує Новій пошті від вашого імені.
help-word-token = Токен
help-word-token-text = Перепустка приблизно на годину. Програма отримує її за ключем. Вам самим вона не потрібна: вона показує, що ключ працює.
help-word-jwt = JWT
help-word-jwt-text = Форма, яку має токен. У документації ці два слова означають те саме.
help-word-apikey = apiKey
help-word-apikey-text = Назва ключа в документації та в багатьох програмах. Розробник може просити його під цією назвою.
help-word-environment = Середовище
help-word-environment-text = Сервіс, який приймає ключ: тестове середовище або робоче. Ключ діє лише у своєму.
help-word-test = Тест
help-word-test-text = Тестове середовище Нової пошти, де ваш розробник усе пробує. Нічого не відправляють.
help-word-production = Робоче середовище (production)
help-word-production-text = Справжній сервіс, зі справжніми посилками та справжніми грошима.
help-word-practice = Практика
help-word-practice-text = Несправжня Нова пошта на цьому комп’ютері. Нічого не виходить за його межі, а її ключі нічого не відкривають.
help-word-store = Сховище паролів
help-word-store-text = Місце, де цей комп’ютер зберігає паролі під захистом вашого входу: Credential Manager у Windows, Keychain на Mac, сховище ключів у Linux.
help-word-clipboard = Буфер обміну
help-word-clipboard-text = Те, що комп’ютер тримає між «Копіювати» та «Вставити». { -app } прибирає звідти ключ за короткий час.
help-secrets = Де живуть ваші секрети
help-secrets-text = Як { -app } поводиться з ключами й токенами:
help-secret-keychain-linux = Ключ потрапляє до сховища паролів системи («Паролі та ключі» або KWallet) раніше, ніж програма скаже «готово».
help-secret-keychain-macos = Ключ потрапляє до в’язки ключів вашого Mac раніше, ніж програма скаже «готово».
help-secret-keychain-windows = Ключ потрапляє до Диспетчера облікових даних Windows раніше, ніж програма скаже «готово».
help-secret-disk-live = Більше ніде на диску ключа немає, а токен на диск ніколи не записується.
help-secret-disk-practice = Справжнього ключа більше ніде на диску немає, а токен на диск ніколи не записується. Ключі практики є ще й у файлі Нової пошти практики. Він на цьому комп’ютері, і деінде ці ключі нічого не відкривають.
help-secret-memory-linux = У пам’яті вони лишаються тільки доти, доки потрібні, а потім стираються. Інші програми не можуть зазирнути в пам’ять { -app }, окрім пам’яті малого вікна, поки воно відкрите.
help-secret-memory-macos = У пам’яті вони лишаються тільки доти, доки потрібні, а потім стираються.
help-secret-memory-windows = У пам’яті вони лишаються тільки доти, доки потрібні, а потім стираються.
help-secret-thief = Сховище паролів зашифроване — зазвичай тим паролем, з яким ви входите в систему. На вимкненому комп’ютері злодій без цього пароля його не відкриє.
help-secret-others = Інші користувачі цього комп’ютера не відкриють ні вашого сховища паролів, ні файлів програми. У цих файлах є номери телефону й останні чотири знаки ключів.
help-secret-clipboard = Скопійоване зникає з буфера обміну за короткий час, а також коли ви закриваєте програму.
help-secret-show = Ключ видно лише тоді, коли ви самі про це просите, у малому вікні, яке закривається саме.
help-secret-typed = Ключ, який ви вводите замість копіювання, ніколи не потрапляє в головне вікно. З окремого малого вікна він іде в пам’ять, а коли ви його зберігаєте — у сховище паролів.
help-secret-never = Ключів, токенів і номерів телефону ніколи немає в журналах і в подробицях для служби підтримки.
help-dangers = Від чого { -app } не захистить
help-dangers-text = Дещо з цього залежить від вас:
help-danger-unlocked = Хто сяде за цей комп’ютер, поки він розблокований, зможе все, що можете ви. Блокуйте екран, коли відходите.
help-danger-stolen = З украденого комп’ютера, який розблокований або лише спить, можна дістати те, що є в його пам’яті. До того ж частину пам’яті система записує на диск, коли пам’яті бракує або під час глибокого сну (гібернації). Вимикайте комп’ютер у дорозі й подбайте, щоб його диск був зашифрований.
help-danger-administrator = Адміністратор цього комп’ютера може прочитати все, що на ньому є. Працюйте з ключами лише там, де довіряєте адміністраторові.
help-danger-programs-linux = Будь-яка запущена вами програма може попросити у відкритого сховища паролів його ключі й прочитати буфер обміну, а часто й те, що ви вводите та що видно на екрані. Встановлюйте лише те, чому довіряєте.
help-danger-programs-macos = Будь-яка запущена вами програма може прочитати буфер обміну, а з вашого дозволу — й те, що ви вводите та що видно на екрані. Якщо Mac запитає, чи може інша програма скористатися ключем, відмовте.
help-danger-programs-windows = Будь-яка запущена вами програма може попросити ключі в Диспетчера облікових даних і прочитати буфер обміну, а часто й те, що ви вводите та що видно на екрані. Встановлюйте лише те, чому довіряєте.
help-danger-clipboard = Деякі програми запам’ятовують усе, що ви копіюєте (журнал буфера обміну). Їх попрошено не зберігати ключів і токенів, але не кожна на це зважає. Якщо у вас є така, видаліть ключ і звідти. Якщо роботу { -app } було перервано, скопіюйте щось інше замість ключа.
help-danger-screen-linux = Мале вікно видно на знімках екрана й тоді, коли ви показуєте свій екран іншим. Перш ніж показати ключ, припиніть показ екрана.
help-danger-screen-macos = Систему попрошено не пускати мале вікно на знімки й у показ екрана, але не кожна програма на це зважає. Камера чи людина за спиною побачать його в будь-якому разі.
help-danger-screen-windows = Систему попрошено не пускати мале вікно на знімки й у показ екрана, але не кожна програма на це зважає. Камера чи людина за спиною побачать його в будь-якому разі.
help-danger-network = У деяких компаніях мережа розкриває зашифровані з’єднання, щоб їх перевіряти. Той, хто керує такою мережею, може побачити ключ дорогою до Нової пошти.
help-danger-engine = Сторінки { -app } показує та сама частина системи, що й вебсторінки. Через ваду в ній хтось міг би скористатися програмою від вашого імені. Вчасно оновлюйте систему.
help-danger-given = Ключ, який ви комусь передали, { -app } не може забрати назад і не бачить, хто ним користується. Якщо маєте сумнів, вимкніть його на сторінці, де його створено, якщо там є така можливість, і створіть новий.
help-links = Сторінки Нової пошти
help-shortcuts = Сполучення клавіш
help-shortcuts-text = Можна обійтися й без них. Вони для тих, кому з клавіатури швидше.
shortcut-new-test-key = Новий тестовий ключ
shortcut-text-larger = Більший текст
shortcut-text-smaller = Менший текст
shortcut-text-usual = Звичайний розмір тексту
shortcut-close = Закрити те, що відкрито
help-about = Про { -app }
help-version = Версія { $version }
help-licence = Вільна програма за ліцензією MIT або Apache 2.0, на ваш вибір.
help-licence-others = Містить частини інших авторів за ліцензіями, що це дозволяють: зокрема Tauri, Svelte, Fluent і SQLite.
help-independent = { -app } — не продукт Нової пошти. Про договори й відправлення запитуйте в самої Нової пошти.

## The small window that shows a key

reveal-heading = Ваш ключ
reveal-closes = Вікно закриється через { $seconds } с.
reveal-stay = Не закривати
reveal-close = Закрити
reveal-failed = Цей ключ уже не можна показати. Закрийте вікно й виберіть «Показати» ще раз.

## The small window that a key is typed into

enter-heading = Введіть ключ
enter-text = Головне вікно його не бачить. Там ви далі скажете, для чого цей ключ, і збережете його у сховищі паролів.
enter-field = Ключ
enter-show = Показувати, що я вводжу
enter-take = Узяти цей ключ
enter-cancel = Скасувати
enter-closes = Ви давно нічого не вводили. Вікно закриється через { $seconds } с.
enter-stay = Не закривати
enter-unanswered = Ключ узяти не вдалося. Спробуйте ще раз.
enter-unanswered-keychain = Ключ узяти не вдалося. Можливо, сховище паролів цього комп’ютера заблоковане. Спробуйте ще раз.
enter-no-clipboard = Цей робочий стіл не дає { -app } буфера обміну. Введіть ключ вручну.
enter-unanswered-clipboard = Буфер обміну цього комп’ютера не відповів. Спробуйте ще раз або введіть ключ вручну.
enter-unanswered-store = Ключ узяти не вдалося: не вдається прочитати список ваших ключів на цьому комп’ютері. Закрийте це вікно. Що робити далі, підкаже головна сторінка.
enter-found-empty = Введіть або вставте ключ.
enter-found-address = Це адреса вебсторінки. Потрібен сам ключ.
enter-found-domain = Це назва сайту. Потрібен сам ключ.
enter-found-email = Це адреса електронної пошти. Потрібен сам ключ.
enter-found-phone = Це схоже на номер телефону. Потрібен сам ключ.
enter-found-hidden = Це прихований вигляд ключа. Відкрийте ключ на сторінці Нової пошти або скористайтеся значком копіювання біля нього.
enter-found-token = Це токен, а не ключ. Ключ коротший, і токени створюють з нього.
enter-found-several_keys = Тут більше ніж один ключ. Залиште лише той, який хочете додати.
enter-found-foreign_letter = Знака «{ $letter }», який стоїть на місці { $position }, у ключах не буває. Ключ складається з цифр і латинських літер від a до f. Перевірте, чи клавіатура пише латинкою.
enter-found-no_key = Ключа тут немає.
enter-found-too_short = { $length ->
        [one] { $length } знак — це замало. Ключі мають 32 або 40 знаків.
        [few] { $length } знаки — це замало. Ключі мають 32 або 40 знаків.
        [many] { $length } знаків — це замало. Ключі мають 32 або 40 знаків.
       *[other] { $length } знака — це замало. Ключі мають 32 або 40 знаків.
    }
enter-found-too_long = { $length ->
        [one] { $length } знак — це забагато. Ключі мають 32 або 40 знаків.
        [few] { $length } знаки — це забагато. Ключі мають 32 або 40 знаків.
        [many] { $length } знаків — це забагато. Ключі мають 32 або 40 знаків.
       *[other] { $length } знака — це забагато. Ключі мають 32 або 40 знаків.
    }

## Test key

test-key-title = Тестовий ключ
test-key-step-before = Перед початком
test-key-step-number = Номер телефону
test-key-step-check = Перевірка й запит
test-key-step-key = Тестовий ключ
test-key-continue = Далі

test-key-before-lead = Ключ — це наче пароль, яким програма користується замість вас. Тестовий ключ відкриває тестове середовище Нової пошти: там ваш розробник може спробувати все, не зачепивши жодної справжньої посилки.
test-key-before-registered = Номер телефону зареєстровано на my.novapost.com
test-key-before-registered-text = За цим номером вас знаходить Нова пошта. Зазвичай це номер із вашого договору.
test-key-before-register = Зареєструватися на my.novapost.com
test-key-before-register-help = Як зареєструватися, крок за кроком
test-key-before-foreign = Номер не український (не +380)
test-key-before-foreign-text = Для українських номерів Нова пошта не створює тестових ключів. Компанія в Україні створює натомість ключ у своєму бізнес-кабінеті. Ваша компанія в іншій країні? Візьміть інший номер із договору або запитайте Нову пошту.
test-key-before-ukraine = Інструкція для компанії в Україні
test-key-before-daily = Нова пошта приймає один запит на день
test-key-before-daily-text = Запит нічого не зламає. Якщо надіслати два, прийде той самий ключ або відповідь «завтра».
test-key-before-portal-text = Такий самий ключ можна створити у браузері, на сторінці Нової пошти.
test-key-before-portal = Відкрити сторінку Нової пошти

test-key-number-lead = Той, що у вашому кабінеті my.novapost.com, у будь-якому записі.
test-key-country = Країна
test-key-phone = Номер телефону
test-key-phone-digits = Буде надіслано саме ці цифри
test-key-phone-digits-none = Тут з’являться цифри, які буде надіслано
test-key-phone-elsewhere = Номер починається з +{ $code }, тому країна номера — { $country }.
test-key-number-practice-use = Використати цей номер
test-key-practice-number = Для практики візьміть цей номер
test-key-practice-number-text = Він нікому не належить і дає новий ключ. Ні акаунт, ні власний номер не потрібні.
test-key-problem-empty = Введіть номер телефону.
test-key-problem-short = { $missing ->
        [1] Бракує однієї цифри
        [2] Бракує двох цифр
        [3] Бракує трьох цифр
        [4] Бракує чотирьох цифр
        [5] Бракує п’яти цифр
        [one] Бракує { $missing } цифри
       *[other] Бракує { $missing } цифр
    } (країна номера — { $country }).
test-key-problem-short-anywhere = { $missing ->
        [1] Бракує однієї цифри.
        [2] Бракує двох цифр.
        [3] Бракує трьох цифр.
        [4] Бракує чотирьох цифр.
        [5] Бракує п’яти цифр.
        [one] Бракує { $missing } цифри.
       *[other] Бракує { $missing } цифр.
    }
test-key-problem-long = { $extra ->
        [1] Одна цифра зайва
        [2] Дві цифри зайві
        [3] Три цифри зайві
        [4] Чотири цифри зайві
        [5] П’ять цифр зайвих
        [one] { $extra } цифра зайва
        [few] { $extra } цифри зайві
       *[other] { $extra } цифр зайвих
    } (країна номера — { $country }).
test-key-problem-long-anywhere = { $extra ->
        [1] Одна цифра зайва.
        [2] Дві цифри зайві.
        [3] Три цифри зайві.
        [4] Чотири цифри зайві.
        [5] П’ять цифр зайвих.
        [one] { $extra } цифра зайва.
        [few] { $extra } цифри зайві.
       *[other] { $extra } цифр зайвих.
    }
test-key-problem-code = Жодна країна не має такого коду. Виберіть країну або почніть номер із + та коду країни.
test-key-problem-no-country = Виберіть країну або почніть номер із + та коду країни.
test-key-which-country = З якої країни цей номер?
test-key-problem-not-a-number = Це не вдається прочитати як номер телефону. Підійдуть цифри, пробіли, дефіси, дужки та +.
test-key-problem-extension = Наприкінці стоїть внутрішній номер. Залиште тільки основний: внутрішнього Нова пошта не приймає.
test-key-problem-several = Тут кілька номерів, а потрібен лише один.
test-key-problem-cut-off = Електронна таблиця скоротила цей номер: частини цифр бракує. Задайте для клітинки формат тексту або цілого числа та скопіюйте номер ще раз.
test-key-problem-ukraine = Це український номер.
test-key-problem-maybe-ukraine = Це український номер? Тоді почніть його з +380, а якщо ні — з + та коду країни.
test-key-problem-second-look = Поставте позначку, якщо номер правильний.
test-key-second-look-title = Незвичний номер
test-key-second-look-text = У відкритому плані нумерації його немає. Так буває з новими номерами. Звірте його ще раз із вашим кабінетом.
test-key-second-look = Звірено. Номер правильний.
test-key-second-look-prefix-title = Номер записано по-старому
test-key-second-look-prefix-text = У Мексиці { $dropped } більше не набирають. Номер тепер такий: { $number }. Звірте його з вашим кабінетом.
test-key-second-look-words-title = Поруч із номером є слова
test-key-second-look-words-text = Буде надіслано лише { $number }. Звірте номер із вашим кабінетом.
test-key-second-look-ukraine-title = Це український номер?
test-key-second-look-ukraine-text = Так в Україні записують мобільні номери.
test-key-second-look-ukraine-yes = Так, це { $number }
test-key-second-look-ukraine-no = Ні, це { $number } ({ $country })
test-key-second-look-ukraine-neither = Якщо ні, номер не підходить до вибраної країни ({ $country }). Перевірте цифри або почніть із + та коду країни.
test-key-choose-number = Який із номерів потрібен?

test-key-check-lead = Ще нічого не надіслано.
test-key-check-number = Номер телефону
test-key-check-sent-as = Буде надіслано
test-key-check-environment = Середовище
test-key-check-environment-live = Тестове середовище Нової пошти
test-key-check-environment-practice = Практика: Нова пошта на цьому комп’ютері, назовні нічого не надсилається
test-key-check-daily = Як часто
test-key-check-daily-text = Один запит на день. Якщо надіслати два, повернеться той самий ключ або Нова пошта відповість «завтра».
test-key-check-good-for = Для чого він
test-key-check-good-for-text = Щоб спробувати все в тестовому середовищі. Він належить вам особисто й нічого не відкриває у справжньому сервісі.
test-key-check-kept = Куди він потрапить
test-key-check-kept-text = До сховища паролів цього комп’ютера. Ніхто його не побачить, поки ви самі не попросите.
test-key-check-change = Змінити номер
test-key-send = Надіслати запит
test-key-sending = Запит виконується
test-key-reminded = Записано. Завтра на головній сторінці з’явиться нагадування.

test-key-created = Ваш тестовий ключ готовий
test-key-created-text = Нова пошта створила новий ключ. Його збережено у сховищі паролів цього комп’ютера.
test-key-found = Ключ цього номера
test-key-found-text = Ви отримали його раніше.
test-key-unsaved = Ваш тестовий ключ надійшов
test-key-unsaved-text = Можете користуватися ним уже зараз, а зберегти пізніше.
test-key-same = Цей ключ у вас уже є
test-key-same-text = Нова пошта надіслала той самий ключ. У ньому нічого не змінилося.
test-key-prolonged = Ваш ключ діятиме довше
test-key-prolonged-text = Це той самий ключ. Раніше він діяв до { $from }, тепер — до { $to }.
test-key-reactivated = Ваш ключ знову діє
test-key-reactivated-text = Це той самий ключ. Строк його дії сплив { $from }, тепер він діє до { $to }.
test-key-next = Що далі
test-key-next-text = Токен — це перепустка, яку отримують за ключем; вона діє близько години. Отримавши токен, ви переконаєтеся, що ключ працює.
test-key-another = Інший номер телефону

## Token

token-title = Токен
token-lead = Токен — це перепустка приблизно на годину. Програма надсилає його з кожним запитом, а сам ключ лишається на місці.
token-key = Створено ключем
token-none = Зараз токена цього ключа немає.
token-getting = Отримуємо токен
token-get = Отримати токен
token-renew = Отримати новий токен
token-again = Оновити
token-left = Залишилося
token-alive = Ваш токен готовий
token-alive-text = Він діє до { $time }, потім потрібен новий. Оновлення займає секунду.
token-dying = Строк дії токена спливає
token-dead = Строк дії токена сплив
token-dead-text = Так і має бути: жоден токен не діє довше ніж приблизно годину. З ключем усе гаразд.
token-assumed = У токені не вказано, доки він діє. Токени Нової пошти діють близько години, тому Key Desk рахує годину від його отримання.
token-copy = Копіювати
token-try = Перевірити
token-try-text = Запитує в Нової пошти перелік валют. Це нічого не змінює.
token-proven = Працює: о { $time } Нова пошта прийняла цей токен і назвала { $currencies ->
        [0] свій перелік валют
        [one] { $currencies } валюту
        [few] { $currencies } валюти
       *[other] { $currencies } валют
    }.
token-claims = Що записано в токені
token-claim-made = Створено
token-claim-dies = Діє до
token-claim-client = Для клієнта
token-claim-issuer = Хто створив
token-claim-unsaid = Не вказано
token-claims-text = Key Desk може це прочитати, але перевірити може лише Нова пошта.
token-developer = Для вашого розробника
token-developer-header = Надсилайте його з кожним запитом у такому заголовку, без слова «Bearer»:
token-developer-header-value = <токен>
token-developer-portal = Щоб спробувати на порталі Нової пошти, натисніть там «Authorize» і вставте токен у поле «JWT».
token-developer-open = Відкрити портал
token-memory = Key Desk тримає токени лише в пам’яті. Коли ви закриєте програму, вони зникнуть.

## The affiliation e-mail

affiliation-heading = Лист вашому менеджеру
affiliation-lead = У ньому ви просите Нову пошту приєднати вас до вашої організації. Впишіть, що знаєте: лист складеться сам.
affiliation-waiting = Відкриваємо ваш лист
affiliation-run-gone = Цю інструкцію відкладено, а з нею і її лист.
affiliation-organization-part = Організація
affiliation-field-organization = Назва
affiliation-organization-hint = Так, як у договорі з Новою поштою.
affiliation-field-country = Країна
affiliation-field-taxCode = Податковий номер
affiliation-tax-code-hint = Реєстраційний номер компанії або номер платника ПДВ, як у договорі.
affiliation-person-part = Людина, яка матиме ключ
affiliation-field-fullName = Повне ім’я
affiliation-full-name-hint = Так, як у кабінеті на my.novapost.com.
affiliation-phone-country = Країна номера телефону
affiliation-field-phone = Номер телефону
affiliation-field-email = Електронна пошта
affiliation-manager-part = Кому
affiliation-field-managerEmail = Електронна пошта вашого менеджера в Новій пошті
affiliation-manager-hint = Пошукайте її в договорі або в листах від Нової пошти. Якщо не знаєте її, запитайте у відділі продажу Нової пошти або залиште порожнім: тоді лист піде на { $address }.
affiliation-language = Мова листа
affiliation-missing-organization = Введіть назву організації.
affiliation-missing-country = Виберіть країну організації.
affiliation-missing-taxCode = Введіть податковий номер.
affiliation-missing-fullName = Введіть повне ім’я людини.
affiliation-missing-phone = Введіть номер телефону людини.
affiliation-missing-email = Введіть електронну пошту людини.
affiliation-missing-managerEmail = Введіть електронну пошту менеджера.
affiliation-tax-fits = Контрольна цифра правильна ({ $country }).
affiliation-tax-form_fits = Такий вигляд мають ці номери ({ $country }). Контрольної цифри, за якою його можна перевірити, немає.
affiliation-tax-not_checked = { -app } не знає номерів цієї країни ({ $country }), тому цей не перевірено. Звірте його з договором.
affiliation-tax-check_digit = Контрольна цифра не збігається: можливо, одна цифра ({ $numbers }) неправильна.
affiliation-tax-wrong_form = Номери { $numbers } такими не бувають. Можливо, в якійсь частині помилка.
affiliation-tax-wrong_sign = У ньому є знак, якого в номерах { $numbers } не буває.
affiliation-tax-wrong_length = Довжина не така, як у номерів { $numbers }. Можливо, чогось бракує або є зайве.
affiliation-tax-foreign_letter = { $alphabet ->
    [cyrillic] Літера «{ $letter }» у ньому — кирилична. Вона схожа на латинську, але програми їх розрізняють. Введіть її ще раз латиницею.
    [greek] Літера «{ $letter }» у ньому — грецька. Вона схожа на латинську, але програми їх розрізняють. Введіть її ще раз латиницею.
   *[other] Літера «{ $letter }» у ньому — не латинська. Програми розрізняють такі літери. Введіть її ще раз латиницею.
}
affiliation-tax-anyway = Звірте його з договором. Якщо там так само, залиште.
affiliation-differs-fullName = У вашому кабінеті вказано ім’я «{ $known }». Нова пошта їх порівнює.
affiliation-differs-phone = У вашому кабінеті вказано номер { $known }. Нова пошта їх порівнює.
affiliation-differs-email = У вашому кабінеті вказано пошту { $known }. Нова пошта їх порівнює.
affiliation-differs-take = Узяти з кабінету
affiliation-error = { $field }: { $problem }
affiliation-errors = Перш ніж надіслати лист
affiliation-preview = Ваш лист на цей момент
affiliation-continue = Далі
affiliation-kept = Усе зберігається, поки ви пишете.
affiliation-sheet = Лист
affiliation-to = Кому
affiliation-subject = Тема
affiliation-ready = Ваш лист готовий
affiliation-ready-lead = Перечитайте його ще раз. Потім надішліть зі своєї поштової програми, щоб Нова пошта бачила, що він від вас.
affiliation-practice = Практика: поштова програма не відкривається, щоб нічого не потрапило до справжньої Нової пошти. Лист можна скопіювати, зберегти й піти далі, ніби його надіслано.
affiliation-open = Відкрити в поштовій програмі
affiliation-copy = Копіювати текст
affiliation-save = Зберегти як файл
affiliation-opened-whole = Зараз відкриється ваша поштова програма з листом. Перегляньте його й натисніть там «Надіслати». Якщо нічого не відкрилося, скопіюйте текст звідси.
affiliation-opened-without_text = Зараз відкриється ваша поштова програма з порожнім листом, а текст уже в буфері обміну: вставте його там і натисніть «Надіслати».
affiliation-saved = Збережено як «{ $file }» у { $folder }. Відкрийте файл подвійним клацанням і надішліть лист із поштової програми.
affiliation-saved-otherwise = Apple Mail і новий Outlook можуть відкрити його лише для читання, без кнопки «Надіслати». Тоді скопіюйте текст і вставте його в новий лист на адресу { $to }.
affiliation-saved-otherwise-open = Apple Mail і новий Outlook можуть відкрити його лише для читання, без кнопки «Надіслати». Тоді скопіюйте текст і вставте його в новий лист.
affiliation-saved-show = Показати в папці
affiliation-sent-heading = Ви надіслали лист?
affiliation-sent-text = Тоді черга Нової пошти, а інструкція покаже, що робити далі.
affiliation-sent-before = Ви надіслали його { $day }. Якщо надішлете ще раз, запишемо новий день.
affiliation-sent = Так, надіслано
affiliation-letter-subject = Приєднання довіреної особи (представника компанії): { $organization }
affiliation-letter-body = Добрий день,

    Ми хочемо користуватися API-ключами для нашої організації. Для цього прошу приєднати до неї як довірену особу (представника компанії) таку людину.{ $to ->
        [service_desk] {" "}Нашого менеджера з продажу я не знаю. Прошу передати цей лист тому, хто цим займається.
       *[manager] {""}
    }

    Організація: { $organization }
    Країна: { $country }
    Податковий номер: { $taxCode }

    Довірена особа: { $fullName }
    Телефон: { $phone }
    Електронна пошта: { $email }

    Ця людина має кабінет на my.novapost.com із такими самими даними.

    Повідомте, коли це буде зроблено або якщо потрібно щось іще.

    Дякую
    { $fullName }

## Bringing in a key

bring-in-lead = Ви копіюєте ключ там, де його отримали, а { -app } бере його з буфера обміну й одразу кладе у сховище паролів. На екрані він не з’являється.
bring-in-step-copy = Скопіюйте
bring-in-step-about = Опишіть
bring-in-step-kept = Збережіть
bring-in-copy-open = Відкрийте сторінку Нової пошти, де створено ключ.
bring-in-copy-mark = Натисніть значок копіювання біля ключа. Якщо його немає, виділіть ключ повністю і скопіюйте правою кнопкою миші.
bring-in-copy-return = Поверніться сюди й натисніть кнопку нижче. Вставляти ключ нікуди не потрібно.
bring-in-look = Ключ скопійовано
bring-in-look-again = Ключ скопійовано ще раз
bring-in-type = Ввести вручну
bring-in-found-empty = У буфері обміну нічого немає
bring-in-found-empty-text = Скопіюйте ключ на сторінці Нової пошти, а потім натисніть кнопку тут.
bring-in-found-address = Скопійовано адресу вебсторінки
bring-in-found-address-text = Потрібен сам ключ, а не сторінка, на якій він показаний. Ключ не починається з «https».
bring-in-found-token = Скопійовано токен, а не ключ
bring-in-found-token-text = Токен працює лише близько години. Скопіюйте ключ: він коротший, а токени { -app } отримає з нього.
bring-in-found-domain = Скопійовано назву сайту
bring-in-found-domain-text = Потрібен сам ключ. Він є на сторінці Нової пошти, яку ви відкрили.
bring-in-found-email = Скопійовано адресу електронної пошти
bring-in-found-email-text = Потрібен сам ключ. Він складається з цифр і літер від a до f, без «@».
bring-in-found-phone = Скопійовано номер телефону
bring-in-found-phone-text = Потрібен сам ключ. Він має 32 або 40 знаків.
bring-in-found-hidden = Скопійовано прихований вигляд ключа
bring-in-found-hidden-text = Замість ключа в ньому крапки або зірочки. Натисніть значок копіювання біля ключа або спершу відкрийте ключ, а потім скопіюйте.
bring-in-found-several_keys = Скопійовано більше ніж один ключ
bring-in-found-several_keys-text = { -app } не вибирає між ними. Скопіюйте лише той ключ, який хочете додати.
bring-in-found-foreign_letter = Знака «{ $letter }» на місці { $position } у ключах не буває
bring-in-found-foreign_letter-text = Ключ складається з цифр і латинських літер від a до f. Літера іншої абетки може виглядати так само. Не вводьте ключ вручну і не копіюйте із зображення: скористайтеся значком копіювання біля нього.
bring-in-found-no_key = У скопійованому немає ключа
bring-in-found-no_key-text = Ключ має 32 або 40 знаків: цифри й літери від a до f. Натисніть значок копіювання біля ключа, а потім кнопку тут.
bring-in-found-too_short = { $length ->
        [one] Скопійовано лише { $length } знак
        [few] Скопійовано лише { $length } знаки
       *[other] Скопійовано лише { $length } знаків
    }
bring-in-found-too_short-text = Ключі мають 32 або 40 знаків. Можливо, частина не потрапила: виділіть його весь, від першого знака до останнього.
bring-in-found-too_long = { $length ->
        [one] Скопійовано { $length } знак
        [few] Скопійовано { $length } знаки
       *[other] Скопійовано { $length } знаків
    }
bring-in-found-too_long-text = Ключі мають 32 або 40 знаків. Можливо, потрапило щось зайве: скопіюйте лише ключ.
bring-in-ask-unusual_form = { $length ->
        [one] Тут { $length } знак. Чи це ключ?
        [few] Тут { $length } знаки. Чи це ключ?
       *[other] Тут { $length } знаків. Чи це ключ?
    }
bring-in-ask-unusual_form-text = Ключі Нової пошти мають 32 або 40 знаків: цифри й літери від a до f. Цей виглядає інакше. Порівняйте його довжину й останні знаки з ключем на сторінці Нової пошти.
bring-in-ask-unusual_form-yes = Усе одно додати
bring-in-ask-joined = { $length ->
        [one] { $length } знак, розділений на частини. Чи це один ключ?
        [few] { $length } знаки, розділені на частини. Чи це один ключ?
       *[other] { $length } знаків, розділених на частини. Чи це один ключ?
    }
bring-in-ask-joined-text = Усередині були пробіли або переноси рядка. Довжина частин: { $pieces }, разом { $length }. Порівняйте останні знаки з ключем на сторінці Нової пошти.
bring-in-ask-joined-yes = З’єднати частини
bring-in-unusual-production = Робочі ключі мають 32 або 40 знаків: цифри й літери від a до f. Подивіться ще раз на сторінку, де ви його скопіювали.
bring-in-unusual-sandbox = Тестові ключі мають 32 або 40 знаків: цифри й літери від a до f. Подивіться ще раз на сторінку, де ви його скопіювали.
bring-in-unusual-ukraine = Ключі для України мають 32 знаки: цифри й літери від a до f. Можливо, це ключ для Європи: тоді виберіть вище інший вид.
bring-in-known = Цей ключ у вас уже є
bring-in-known-text = Робити нічого не потрібно. Якщо змінилися його назва, вид або організації, це можна вказати.
bring-in-known-open = До цього ключа
bring-in-known-renew = Описати його наново
bring-in-about = Що це за ключ?
bring-in-about-lead = Ключ знайдено. З вигляду не зрозуміло, що він відкриває, тож укажіть це тут.
bring-in-length = { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, знайдено в буфері обміну
add-key-length-entered = { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, ви ввели його самі
add-key-length-stored = { $length ->
        [one] { $length } знак
        [few] { $length } знаки
       *[other] { $length } знаків
    }, знайдено у сховищі паролів цього комп’ютера
bring-in-environment = Що він відкриває?
bring-in-environment-production = Справжній сервіс у Європі: справжні відправлення вашої компанії. Створюють на my.novapost.com.
bring-in-environment-sandbox = Тестовий сервіс Нової пошти: розробник випробовує програму, нічого не відправляється.
bring-in-environment-ukraine = Український сервіс. Створюють на new.novaposhta.ua, у розділі «Безпека».
bring-in-environment-missing = Виберіть, що відкриває ключ.
bring-in-person = Тестовий ключ належить людині, а не організації.
bring-in-organization = Організація
bring-in-organization-hint = Для якої створено ключ. Нова пошта показує її поруч із ключем. Якщо не впевнені, залиште порожнім.
bring-in-organization-more = Ще одна організація
bring-in-organization-add = Додати
bring-in-organization-remove = Прибрати { $name }
bring-in-organizations-chosen = Організації цього ключа
bring-in-organizations-known = Можливо, це:
bring-in-name = Ваша назва для нього
bring-in-name-hint = Наприклад, «Інтернет-магазин». Можна залишити порожнім.
field-looks-like-key = Це схоже на ключ, тож його не вставлено. Ключам місце лише у сховищі паролів.
bring-in-pasted = Це був сам ключ, тож його не вставлено. Він уже в безпеці, і вписувати його нікуди не потрібно.
bring-in-keep = Зберегти цей ключ
bring-in-other = Узяти інший ключ
bring-in-opening = Ключ зі сховища паролів
bring-in-opening-text = Дістаємо його, щоб з’ясувати, чи він у вас уже є
bring-in-keeping = Зберігаємо ваш ключ
bring-in-keeping-text = Ключ на шляху до сховища паролів
bring-in-kept = Ваш ключ у безпеці
bring-in-kept-text = Він у сховищі паролів цього комп’ютера. Для певності його звідти прочитано.
add-key-saved-refused = Цей ключ не працює
add-key-saved-refused-text = Він збережений у сховищі паролів цього комп’ютера, але Нова пошта його не приймає.
add-key-saved-unchecked = Ключ збережено, але не перевірено
add-key-saved-unchecked-text = Він у сховищі паролів цього комп’ютера. Чи він працює, поки не відомо.
bring-in-clipboard-empty-linux = Ключа вже немає в буфері обміну, і середня кнопка миші його не вставить. Якщо якась програма запам’ятовує скопійоване, як-от Klipper, ключ може бути ще там: видаліть його звідти.
bring-in-clipboard-empty-macos = Ключа вже немає в буфері обміну. Якщо цей Mac або якась програма запам’ятовує скопійоване (журнал буфера обміну), ключ може бути ще там: видаліть його звідти.
bring-in-clipboard-empty-windows = Ключа вже немає в буфері обміну. Якщо у Windows увімкнено журнал буфера обміну, ключ може бути ще там: натисніть клавішу Windows і V та видаліть його звідти.
bring-in-clipboard-full = Буфер обміну очистити не вдалося: ключ може бути ще там. Скопіюйте будь-яке слово, і ключ звідти зникне.
bring-in-proving = Перевіряємо, чи він працює
bring-in-proven = Ваш ключ працює
bring-in-proven-text = Нова пошта видала за ним токен і відповіла на запит із цим токеном.
bring-in-open = До цього ключа
bring-in-back-to-guide = Назад до інструкції

## Failure cards

failure-turn-you = Це залежить від вас
failure-turn-nova_post = Це залежить від Нової пошти
failure-turn-computer = Причина — у цьому комп’ютері
failure-turn-network = Причина — у вашій мережі

failure-phone-invalid-title = Нова пошта не приймає цей номер
failure-phone-invalid-text = На вигляд він правильний, але Нова пошта каже, що ні. Звірте його, цифра за цифрою, з номером у вашому кабінеті my.novapost.com.
failure-phone-ukraine-title = Для українських номерів Нова пошта не створює тестових ключів
failure-phone-ukraine-text = Ваша компанія в Україні? Тоді створіть ключ у її бізнес-кабінеті: за інструкцією це кілька хвилин. В іншій країні? Візьміть інший номер із договору або напишіть Новій пошті.
failure-client-not-found-title = Нова пошта ще не знає цього номера
failure-client-not-found-text = Зареєструйтеся на my.novapost.com саме з цим номером. Якщо кабінет уже є, подивіться, який номер у ньому вказано. Потім поверніться й повторіть запит.
failure-several-clients-title = Цей номер указано в кількох кабінетах
failure-several-clients-text = Тому Нова пошта не знає, чий ключ створити. Розібратися може лише вона. Лист до неї для вас уже готовий.
failure-daily-limit-title = Сьогодні запит із цим номером уже був
failure-daily-limit-text-key = Нова пошта приймає один запит на день. Ключ цього номера у вас уже є: він у вашому списку, ним можна користуватися.
failure-daily-limit-text-none = Нова пошта приймає один запит на день, наступний можливий завтра. Можливо, запит надіслав хтось із колег або ключ створено на сторінці Нової пошти: тоді він у них.
failure-key-refused-title = Нова пошта не приймає цей ключ
failure-key-refused-text = Можливо, строк його дії сплив або ключ вимкнено. Надішліть запит на тестовий ключ із тим самим номером: прострочений знову запрацює, а якщо строк дії сплив давно, Нова пошта створить новий.
failure-token-over-title = Строк дії цього токена сплив
failure-token-over-text = Нічого страшного: новий отримати недовго.
failure-key-malformed-title = Нова пошта не може прочитати цей ключ
failure-key-refused-text-own = Можливо, строк його дії сплив або ключ вимкнено. Перевірте на my.novapost.com, у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys), чи він активний. Якщо ні, створіть там новий і додайте його.
failure-key-refused-text-ukraine = Перевірте в бізнес-кабінеті на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», чи він там іще є. Якщо ні, створіть там новий і додайте його.
failure-key-malformed-text = У ньому чогось бракує або є щось зайве. Відкрийте сторінку, де ви його отримали. Якщо ключ там ще можна скопіювати, скопіюйте його повністю й додайте знову. Якщо ні, отримайте новий.
failure-key-form-unusual-title = { $length ->
        [one] У цьому ключі { $length } знак
        [few] У цьому ключі { $length } знаки
       *[other] У цьому ключі { $length } знаків
    }
failure-key-form-unusual-text = Він відрізняється від інших ключів цього виду. Скопіюйте його ще раз там, де ви його отримали, або додайте після повторної перевірки.
failure-looks-like-key-title = Це схоже на ключ
failure-looks-like-key-text = У назві або нотатці є ключ чи токен. Такі тексти зберігаються відкрито, тож нічого не збережено. Приберіть ключ із тексту.
failure-no-key-title = Зараз немає ключа, який можна зберегти
failure-no-key-text = { -app } тримає скопійований ключ лише доти, доки відкрита ця сторінка. Скопіюйте його ще раз і продовжуйте.
failure-access-forbidden-title = Нова пошта не дозволяє цього вашому кабінету
failure-access-forbidden-text = Бракує дозволу, а надати його може лише Нова пошта. Лист до неї для вас уже готовий.
failure-too-many-tokens-title = Нова пошта зараз не створює нового токена
failure-too-many-tokens-text = Можливо, водночас діє забагато токенів. Якщо токен у вас уже є, користуйтеся ним. Якщо ні, зачекайте й спробуйте ще раз.
failure-service-unavailable-title = Нова пошта зараз недоступна
failure-service-unavailable-text = З вашого боку все гаразд. Зазвичай досить трохи зачекати.
failure-service-unavailable-text-request = З вашого боку все гаразд. Зазвичай досить трохи зачекати. Повторити запит безпечно: або прийде ключ, або Нова пошта відповість «завтра».
failure-service-error-title = У Новій пошті стався збій
failure-service-error-text = Це не пов’язано з тим, що ви ввели. Спробуйте пізніше. Якщо нічого не зміниться, подробиці внизу допоможуть Новій пошті знайти причину.
failure-service-error-text-request = Це не пов’язано з тим, що ви ввели. Спробуйте пізніше: повторити запит безпечно. Якщо нічого не зміниться, подробиці внизу допоможуть Новій пошті знайти причину.
failure-answer-unreadable-title = Відповідь не вдалося зрозуміти
failure-answer-unreadable-text = Надійшло не те, що зазвичай надсилає Нова пошта. Можливо, у неї негаразди або замість неї відповіло щось у вашій мережі.
failure-answer-unreadable-text-request = Надійшло не те, що зазвичай надсилає Нова пошта. Ключ, можливо, все одно створено. Повторити запит безпечно: або прийде ключ, або Нова пошта відповість «завтра».
failure-network-page-title = Замість відповіді Нової пошти надійшла вебсторінка
failure-network-page-text = Вона з вашої мережі: часто це сторінка входу в готелі чи кав’ярні, іноді фільтр. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і спробуйте ще раз. Якщо входити нікуди, зверніться до адміністратора мережі.
failure-network-page-text-request = Вона з вашої мережі: часто це сторінка входу в готелі чи кав’ярні, іноді фільтр. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і повторіть запит. Це безпечно: або прийде ключ, або Нова пошта відповість «завтра». Якщо входити нікуди, зверніться до адміністратора мережі.
failure-redirect-refused-title = Замість Нової пошти відповіло щось у вашій мережі
failure-redirect-refused-text = Часто це сторінка входу в готелі, кав’ярні чи компанії. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і спробуйте ще раз.
failure-offline-title = Цей комп’ютер не під’єднано до інтернету
failure-offline-text = Перевірте Wi-Fi або мережевий кабель. Усе, що ви ввели, збережено.
failure-unreachable-title = З’єднатися з Новою поштою не вдалося
failure-unreachable-text = Щось обірвало з’єднання. Це може минути саме. Якщо ні, можливо, заважає брандмауер: допоможе той, хто дбає про вашу мережу.
failure-unreachable-text-request = Щось обірвало з’єднання, перш ніж надійшла відповідь. Ключ, можливо, все одно створено. Повторити запит безпечно: або прийде ключ, або Нова пошта відповість «завтра».
failure-tls-untrusted-title = З’єднання ненадійне, тому нічого не надіслано
failure-tls-untrusted-text = Цей комп’ютер не може переконатися, що на іншому кінці Нова пошта. Ви в готелі, потязі чи кав’ярні? Відкрийте браузер, увійдіть у мережу й спробуйте ще раз. Якщо ні, причиною може бути програма захисту, мережа компанії або неправильна дата на цьому комп’ютері. Передайте подробиці тому, хто дбає про вашу мережу.
failure-proxy-sign_in-title = Проксі вашої мережі просить ім’я та пароль
failure-proxy-sign_in-text = Ваша компанія випускає програми в інтернет через шлюз, його називають проксі. { -app } не може запитати у вас ім’я та пароль для нього, але використовує їх, якщо вони є в адресі проксі. { $system ->
        [windows] ІТ-відділ може додати змінну HTTPS_PROXY зі значенням http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ у вікні «Редагувати змінні середовища для вашого облікового запису». Потім запустіть { -app } знову.
        [macos] ІТ-відділ може задати їх командою «launchctl setenv HTTPS_PROXY http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ». Потім запустіть { -app } знову.
       *[other] ІТ-відділ може надати змінній HTTPS_PROXY значення http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ, наприклад у файлі «.profile» у вашій домашній теці. Якщо проксі вказано і в параметрах стільниці, хост і порт мають збігатися. Потім вийдіть із системи й увійдіть знову.
    }
failure-proxy-sign_in_refused-title = Проксі не приймає ім’я та пароль
failure-proxy-sign_in_refused-text = Ваша компанія випускає програми в інтернет через шлюз, його називають проксі. Ім’я або пароль у його адресі неправильні чи змінилися. Попросіть ІТ-відділ виправити адресу. { $system ->
        [windows] Вона у змінній HTTPS_PROXY, у вікні «Редагувати змінні середовища для вашого облікового запису». Потім запустіть { -app } знову.
        [macos] Її задано командою «launchctl setenv HTTPS_PROXY». Потім запустіть { -app } знову.
       *[other] Вона у змінній HTTPS_PROXY, часто у файлі «.profile» у вашій домашній теці, або в параметрах стільниці. Потім вийдіть із системи й увійдіть знову.
    }
failure-proxy-sign_in_unsupported-title = Проксі потребує входу, якого { -app } не вміє
failure-proxy-sign_in_unsupported-text = Ваша компанія випускає програми в інтернет через шлюз, його називають проксі. Він потребує входу на зразок NTLM чи Kerberos, а { -app } цього не вміє. Попросіть ІТ-відділ пропускати без входу два хости: api.novapost.com і api-stage.novapost.pl, порт 443.
failure-proxy-script-title = { -app } не знаходить виходу з вашої мережі
failure-proxy-script-text = Якщо інші сторінки у браузері відкриваються, ваша компанія випускає програми в інтернет через шлюз, його називають проксі, а вибирає його сценарій або автоматичне виявлення. { -app } не може скористатися ні тим, ні іншим. Дізнайтеся в ІТ-відділі адресу проксі. { $system ->
        [windows] Введіть її в параметрах Windows: «Мережа й інтернет», «Проксі», «Налаштування проксі вручну». Сценарій може залишатися ввімкненим. Потім спробуйте ще раз.
        [macos] Введіть її в Системних параметрах: «Мережа», «Деталі», «Проксі», як захищений вебпроксі (HTTPS). Автоматична конфігурація може залишатися ввімкненою. Потім спробуйте ще раз.
       *[other] Надайте змінній HTTPS_PROXY значення http://ПРОКСІ:ПОРТ, наприклад у файлі «.profile» у вашій домашній теці. Потім вийдіть із системи й увійдіть знову.
    }
failure-timed-out-title = Нова пошта не відповіла вчасно
failure-timed-out-text = Повторити запит безпечно, це нічого не змінить.
failure-timed-out-text-request = Ключ, можливо, все одно створено. Повторити запит безпечно: або прийде ключ, або Нова пошта відповість «завтра».
failure-keychain-locked-title = Сховище паролів замкнено
failure-keychain-locked-text = У сховищі паролів цей комп’ютер тримає паролі й ключі. Коли ви спробуєте ще раз, система попросить пароль від нього. Зазвичай це той, з яким ви входите в комп’ютер.
failure-keychain-missing-title = На цьому комп’ютері не працює сховище паролів
failure-keychain-missing-text-linux = { -app } тримає ключі тільки у сховищі паролів і ніколи у файлі. Установіть «gnome-keyring» або «KWallet», вийдіть із системи, увійдіть знову й спробуйте ще раз.
failure-keychain-missing-text-macos = { -app } тримає ключі тільки у в’язці ключів вашого Mac і ніколи у файлі, а Mac її не відкриває. Відкрийте програму «Keychain Access» (Доступ до в’язок) і перевірте, чи є там в’язка «login», а потім спробуйте ще раз. Якщо не допоможе, перезапустіть Mac.
failure-keychain-missing-text-windows = { -app } тримає ключі тільки в Диспетчері облікових даних Windows і ніколи у файлі, а Windows його не відкриває. Перезапустіть комп’ютер і спробуйте ще раз. Якщо не допоможе, зверніться до ІТ-відділу. Їм знадобляться подробиці.
failure-keychain-slow-title = Сховище паролів не відповідає
failure-keychain-slow-text = Можливо, воно просить пароль у вікні, яке сховалося за цим. Спершу пошукайте там.
failure-keychain-cancelled-title = Сховище паролів не відімкнено
failure-keychain-cancelled-text = Вікно, яке просить пароль від нього, було закрито. Спробуйте ще раз і введіть пароль. Зазвичай це той, з яким ви входите в комп’ютер.
failure-keychain-no-default-title = На цьому комп’ютері ще немає сховища паролів
failure-keychain-no-default-text = Програма для паролів працює, але сховища для ваших паролів і ключів ще не створено. Спробуйте ще раз, і система запитає пароль для нового. Якщо не запитає, відкрийте «Паролі та ключі», додайте там сховище паролів і зробіть його типовим.
failure-keychain-blocked-by-policy-title = На цьому комп’ютері не можна зберігати ключі
failure-keychain-blocked-by-policy-text = Правило вашої компанії забороняє Windows зберігати облікові дані в диспетчері облікових даних. Попросіть ІТ-відділ дозволити це вам. Їм знадобляться подробиці.
failure-keychain-refused-title = Сховище паролів відмовило
failure-keychain-refused-text = Воно не дало доступу або повернуло не те, що було збережено. Відкрийте програму сховища паролів на цьому комп’ютері й перевірте, чи має Key Desk дозвіл.
failure-secret-not-saved-title = Ключ надійшов, але у сховищі паролів його ще немає
failure-secret-not-saved-locked = Сховище паролів замкнено. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз, і система попросить пароль від сховища.
failure-secret-not-saved-missing = На цьому комп’ютері не працює сховище паролів. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Користуйтеся ним у цьому сеансі, а збережіть, коли сховище з’явиться.
failure-secret-not-saved-slow = Сховище паролів не відповіло. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Знайдіть вікно, яке просить пароль, і збережіть ще раз.
failure-secret-not-saved-refused = Сховище паролів не прийняло ключ. Key Desk тримає його, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз або користуйтеся ключем у цьому сеансі.
failure-secret-not-saved-cancelled = Вікно, яке просить пароль від сховища, було закрито. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз і введіть пароль.
failure-secret-not-saved-no_default = На цьому комп’ютері ще не створено сховища паролів. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз, і система запитає пароль для нового. Якщо не запитає, відкрийте «Паролі та ключі», додайте там сховище паролів і зробіть його типовим.
failure-secret-not-saved-blocked_by_policy = Правило вашої компанії не дає Windows зберегти його. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Попросіть ІТ-відділ дозволити це, а потім збережіть ще раз.
failure-store-unwritable-title = Key Desk не може записати до своєї теки
failure-store-unwritable-text = Можливо, диск повний або тека захищена. Звільніть місце й спробуйте ще раз. Ваші ключі у сховищі паролів, їм нічого не загрожує.
failure-store-unreadable-title = Key Desk не може прочитати список ключів
failure-store-unreadable-text = Файл пошкоджено або його записала новіша версія Key Desk. Самі ключі в безпеці, у сховищі паролів. Закрийте Key Desk і відкрийте найновішу версію. Якщо не допоможе, подробиці внизу знадобляться підтримці.
failure-clock-wrong-title = { $direction ->
        [behind] { $unit ->
            [hours] { $count ->
                [one] Годинник цього комп’ютера відстає на { $count } годину
                [few] Годинник цього комп’ютера відстає на { $count } години
               *[other] Годинник цього комп’ютера відстає на { $count } годин
            }
           *[minutes] { $count ->
                [one] Годинник цього комп’ютера відстає на { $count } хвилину
                [few] Годинник цього комп’ютера відстає на { $count } хвилини
               *[other] Годинник цього комп’ютера відстає на { $count } хвилин
            }
        }
       *[ahead] { $unit ->
            [hours] { $count ->
                [one] Годинник цього комп’ютера поспішає на { $count } годину
                [few] Годинник цього комп’ютера поспішає на { $count } години
               *[other] Годинник цього комп’ютера поспішає на { $count } годин
            }
           *[minutes] { $count ->
                [one] Годинник цього комп’ютера поспішає на { $count } хвилину
                [few] Годинник цього комп’ютера поспішає на { $count } хвилини
               *[other] Годинник цього комп’ютера поспішає на { $count } хвилин
            }
        }
    }
failure-clock-wrong-text = Key Desk рахує за годинником Нової пошти, тому час, що залишився, тут правильний. Іншим програмам це може заважати: увімкніть у налаштуваннях системи автоматичне встановлення часу.
failure-not-found-title = Цього тут уже немає
failure-not-found-text = Тим часом його вилучено або замінено. Спробуйте ще раз, щоб побачити, як усе є тепер.
failure-not-found-title-key = Цього ключа на комп’ютері вже немає
failure-not-found-text-key = Він зник зі сховища паролів або зі списку ключів. Спершу спробуйте ще раз. Якщо ключа справді немає, відкрийте сторінку, де ви його створили. Якщо його там ще можна скопіювати, додайте його знову. Якщо ні, створіть новий.
failure-not-found-text-key-test = Він зник зі сховища паролів або зі списку ключів. Спершу спробуйте ще раз. Якщо ключа справді немає, надішліть запит із тим самим номером: Нова пошта надішле його або створить новий, якщо строк дії цього давно сплив.
failure-superseded-title = Дію перервано
failure-superseded-text = Поки вона тривала, Key Desk перемкнули між практикою та справжньою Новою поштою або вікно з ключем закрилося. Почніть спочатку.
failure-internal-title = У Key Desk стався збій
failure-internal-text = Це не пов’язано з тим, що ви ввели. Спробуйте ще раз. Якщо нічого не зміниться, подробиці внизу знадобляться підтримці.
failure-clipboard-refused-title = Нічого не скопійовано
failure-clipboard-refused-text = Буфер обміну цього комп’ютера цього не прийняв. Можливо, ним саме користується інша програма. Спробуйте ще раз за мить.
failure-clipboard-missing-title = Тут немає буфера обміну
failure-clipboard-missing-text = Цей робочий стіл не дає { -app } буфера обміну, тож нічого не можна скопіювати чи вставити. Щоб передати ключ, натисніть «{ key-show }». Щоб додати ключ, введіть його вручну.
failure-already-running-title = Key Desk уже відкрито
failure-already-running-text = Його вікно тепер попереду. Продовжуйте там.

failure-when-wait = { $seconds ->
        [one] Варто спробувати ще раз через { $seconds } секунду
        [few] Варто спробувати ще раз через { $seconds } секунди
       *[other] Варто спробувати ще раз через { $seconds } секунд
    }
failure-when-now = Тепер варто спробувати ще раз
failure-when-tomorrow = Знову можливо завтра, { $date }

failure-action-try-again = Спробувати ще раз
failure-action-try-now = Усе одно спробувати зараз
failure-action-ask-again = Повторити запит
failure-action-open-nova-post = Відкрити my.novapost.com
failure-action-open-cabinet = Відкрити new.novaposhta.ua
failure-action-correct-number = Виправити номер
failure-action-other-number = Ввести інший номер
failure-action-ukraine = Моя компанія в Україні
failure-action-check-network = Відкрити сторінку у браузері
failure-action-write = Написати Новій пошті
failure-action-open-key = Перейти до мого ключа
failure-action-remind = Нагадати завтра
failure-action-new-key = Отримати ключ ще раз
failure-action-bring-in = Додати ключ ще раз
failure-action-copy-again = Скопіювати ще раз
failure-action-new-token = Отримати новий токен
failure-action-unlock = Відімкнути й спробувати ще раз
failure-action-save-again = Зберегти ще раз
failure-action-use-in-session = Тримати лише в цьому сеансі
failure-action-copy-details = Копіювати подробиці
failure-action-clock-set = Годинник налаштовано
failure-action-go-on = Продовжити
failure-action-start-again = Почати спочатку

failure-details = Подробиці для підтримки
failure-details-note = Тут немає ні ключа, ні токена, ні номера телефону.

failure-letter-title = Лист до Нової пошти
failure-letter-practice = Практика: лист тут лише показано, Новій пошті нічого не надсилається.
failure-letter-to = Кому
failure-letter-subject = Тема
failure-letter-body = Текст
failure-letter-copy = Копіювати лист
failure-letter-opened = Зараз відкриється поштова програма з цим листом. Допишіть те, чого бракує, і надішліть. Якщо вона не відкриється, скопіюйте лист звідси.
failure-letter-several-subject = Кілька кабінетів з одним номером телефону
failure-letter-several-body = Добрий день.

    Я запитую тестовий ключ API й отримую відповідь «Multiple matching clients found» (409). Схоже, що мій номер телефону вказано в кількох кабінетах my.novapost.com.

    Мій номер телефону: { $phone }
    Моє повне ім’я:
    Організація:

    Скажіть, які це кабінети, і залиште номер тільки в одному з них.

    Дякую.
failure-letter-forbidden-subject = Немає доступу до API (403)
failure-letter-forbidden-body = Добрий день.

    API Нової пошти відмовляє в доступі з моїм ключем (403).

    Мій номер телефону: { $phone }
    Моє повне ім’я:
    Організація:

    Перевірте, якого дозволу бракує, і надайте його або напишіть, що для цього потрібно.

    Дякую.
failure-letter-ukraine-subject = Тестовий API-ключ для українського номера телефону
failure-letter-ukraine-body = Добрий день.

    Я представляю компанію за межами України, і мені потрібен тестовий API-ключ. Мій номер телефону український (+380), а для таких номерів тестові ключі не створюються.

    Мій номер телефону: { $phone }
    Моє повне ім’я:
    Компанія та країна:

    Прошу повідомити, як отримати тестовий ключ.

    Дякую.
