### Key Desk українською. Прості слова, короткі речення, без докорів.

-app = Key Desk

## Everywhere

page-title = { $heading } · { -app }
back = Назад
copied = Скопійовано
not-copied = Не скопійовано, спробуйте ще раз
link-external = (відкриється поза { -app })
country-example = Назва або код, як-от { $example }
country-example-name = Назва, як-от { $country }
country-open = Показати всі країни
country-found = { $count ->
        [0] Країн не знайдено
        [one] Знайдено { $count } країну
        [few] Знайдено { $count } країни
       *[other] Знайдено { $count } країн
    }
country-none = Немає країни з такою назвою чи кодом
dialog-cancel = Скасувати
toast-dismiss = Закрити
choose-language = Мова
step-done = зроблено
step-next = Наступний крок
step-locked = ще недоступно
key-ends-in = Ключ, що закінчується на { $lastFour }
chip-test = ТЕСТ
chip-production = PRODUCTION
chip-ua = UA
chip-practice = ПРАКТИКА
chip-test-text = Тест: тестове середовище Nova Post. Нічого не відправляють і нічого не оплачують.
chip-production-text = Робочий: справжній сервіс у Європі, зі справжніми посилками та справжніми грошима.
chip-ua-text = Україна: український сервіс, який має власні ключі.
chip-practice-text = Практика: Nova Post імітовано на цьому комп’ютері. Нічого не надсилається, а ключі несправжні.
key-kind-sandbox = Тестовий ключ
key-kind-production = Робочий ключ
key-kind-ukraine = Ключ для України

## Said by the system, not by a page

window-title = { -app }
window-title-practice = ПРАКТИКА · { $title }
window-title-reveal = Ваш ключ
window-title-reveal-passphrase = Парольна фраза
window-title-enter = Введення ключа
window-title-ask = Програма просить токен
start-refused-address = { -app } не запускається: { $variable } має бути адресою https або адресою http на цьому комп’ютері.
start-refused-start = { -app } не запускається: KEYDESK_START має бути practice або live.
start-no-web-engine = { -app } не запускається: бракує Microsoft Edge WebView2. Windows показує ним сторінки програми. Натисніть OK, щоб завантажити його з go.microsoft.com/fwlink/p/?LinkId=2124703, встановіть його та запустіть { -app } ще раз.
start-no-desktop = { -app } має спитати вас у вікні, а робочого столу тут немає. Запустіть команду на робочому столі цього комп’ютера.
start-folder-in-use = { -app } уже відкрито, можливо, в іншому вашому сеансі на цьому комп’ютері. Спершу закрийте програму там.
start-failed = { -app } не може запуститися: { $error }
page-stopped-twice = Частина системи, яка показує сторінки { -app }, двічі перестала працювати. Ваші ключі в безпеці. Якщо вікно порожнє, закрийте { -app } і відкрийте знову. Якщо це повториться, зверніться до ІТ-відділу.
page-stopped-twice-linux = Частина системи, яка показує сторінки { -app }, двічі перестала працювати. Ваші ключі в безпеці. Якщо вікно порожнє, закрийте { -app } і відкрийте знову. Якщо це повториться, зверніться до ІТ-відділу. Причиною може бути драйвер відеокарти, часто NVIDIA з Wayland: допоможе запуск { -app } зі змінною середовища WEBKIT_DISABLE_DMABUF_RENDERER=1.
menu-services = Служби
menu-hide = Сховати { -app }
menu-hide-others = Сховати інші
menu-show-all = Показати всі
menu-quit = Завершити { -app }
menu-edit = Редагування
menu-undo = Скасувати
menu-redo = Повторити
menu-cut = Вирізати
menu-copy = Копіювати
menu-paste = Вставити
menu-select-all = Вибрати все
menu-view = Перегляд
menu-full-screen = На весь екран
menu-go = Перехід
menu-window = Вікно
menu-minimize = Згорнути
menu-zoom = Розгорнути вікно
menu-close = Закрити вікно
calendar-name = Ключі Nova Post
calendar-title = Закінчується дія ключа: { $key }
calendar-cancelled = У цей день дія ключа вже не закінчується
calendar-kind = Вид ключа: { $kind }
calendar-what-to-do = Відкрийте { -app }, щоб побачити, що робити.

## Long work, step by step

progress-noting_down = Готуємося
progress-asking_nova_post = Чекаємо на відповідь
progress-saving_in_keychain = Зберігаємо у сховищі паролів
progress-reading_back = Перевіряємо, чи все збереглося
progress-opening_keychain = Читаємо ключ зі сховища паролів
progress-recording = Додаємо до вашого списку ключів
progress-keychain_slow = Сховище паролів ще не відповіло. Пошукайте інше вікно, яке просить ваш пароль.

## The frame of the window

app-name = { -app }
skip-to-content = Перейти до вмісту
nav-label = Головна навігація
nav-home = Головна
nav-keys = Ключі
nav-guides = Інструкції
nav-help = Довідка
nav-practice = Практика
nav-settings = Налаштування
nav-title = { $page } ({ $keys })
account-line = Ваш кабінет Nova Post
other-address-word = ІНША АДРЕСА
other-address-text = { $environment ->
        [sandbox] Тестове середовище: { $host }
        [production] Робоче середовище: { $host }
        [ukraine] Україна: { $host }
       *[other] Інше середовище: { $host }
    }
other-address-updates = Нові версії { -app } надходять з адреси { $host }.
other-address-why = Ключі надсилаються туди, а не до Nova Post. Якщо ви не знаєте чому, спершу запитайте ІТ-відділ.
practice-banner-word = ПРАКТИКА
practice-banner-text = До Nova Post нічого не надсилається, а ключі несправжні.
clipboard-holds-key = Ключ скопійовано.
clipboard-holds-token = Токен скопійовано.
clipboard-paste-key = Вставляйте його лише там, де просив розробник. Часто це поле «apiKey».
clipboard-paste-token = Надішліть його розробникові або вставте там, де він просив.
clipboard-seconds = { $seconds ->
        [one] Копія зникне з буфера обміну через { $seconds } секунду. У { -app } скопійоване лишається.
        [few] Копія зникне з буфера обміну через { $seconds } секунди. У { -app } скопійоване лишається.
       *[other] Копія зникне з буфера обміну через { $seconds } секунд. У { -app } скопійоване лишається.
    }
clipboard-hand-over = Як передати його розробникові?
clipboard-clear-now = Очистити зараз
clipboard-cleared = Копію очищено.
window-reopened = Вікно зупинилося, тож його відкрито знову. Ваші ключі в безпеці.
already-running-heading = { -app } вже було відкрито
already-running-text = Це його вікно. Друге не потрібне.
already-running-close = OK

## Keys, wherever they are listed

key-by-kind = { $kind } (…{ $lastFour })
key-unnamed = Ключ
key-unsaved = Ще не збережено
key-lost = Немає у сховищі паролів
key-never-here = Не на цьому комп’ютері
key-last-four-unknown = Останні чотири символи: невідомо
key-until = Діє до: { $day }
key-created = Створено
key-valid-until = Діє до
key-last-checked = Остання перевірка
key-never-checked = Ще не перевірено
key-checked-just-now = Щойно
key-check-result-works = Працює
key-check-result-refused = Не прийнято
key-check-result-expired = Прострочено
key-not-known = Невідомо
key-heading = Ключ
key-gone = Цього ключа у вашому списку вже немає.
key-field-organizations = { $count ->
        [1] Організація
       *[other] Організації
    }
key-field-phone = Номер телефону
key-field-created = Створено
key-field-status = Стан
key-field-added = Додано
key-field-kept = Де зберігається
key-kept-keychain = У сховищі паролів цього комп’ютера
key-kept-this_session = Лише в пам’яті { -app }
key-kept-nowhere = Ніде на цьому комп’ютері
key-kept-never_here = Не тут: відомості взято зі списку
key-copy = Копіювати ключ
key-show = Показати ключ
key-get-token = Отримати токен
key-token-text = Щоб випробувати виклики API Nova Post, розробнику потрібен токен.
key-check = Перевірити ключ
key-checking = Перевіряємо ключ
key-works = Ключ працює
key-works-text = Прийнято: { $at }
key-works-next = Більше нічого робити не потрібно.
key-no-token = Ключ для України діє без токена.
key-try-token = Спробувати отримати токен
key-company = Компанія
key-company-code = ЄДРПОУ
key-company-others = Інші відправники цього кабінету
key-company-none = Нова пошта не назвала компанії.
key-company-keep = Зберегти це у списку ключів?
key-company-yes = Так, зберегти
key-company-no = Ні
key-company-kept = Це збережено у вашому списку ключів.
key-company-not-kept = Це не зберігається.
key-elsewhere-heading = Може, це ключ іншого середовища?
key-elsewhere-text-production = Nova Post не каже, якому середовищу належить ключ. { -app } може випробувати його в робочому середовищі. Тоді ключ буде надіслано туди, і там нічого не зміниться.
key-elsewhere-text-sandbox = Nova Post не каже, якому середовищу належить ключ. { -app } може випробувати його в тестовому середовищі. Тоді ключ буде надіслано туди, і там нічого не зміниться. Якщо це робочий ключ, вирішіть, чи ви цього хочете.
key-elsewhere-host = Куди: { $host }
key-elsewhere-host-practice = Куди: до практики на цьому комп’ютері, не до Nova Post
key-elsewhere-try = Випробувати в іншому середовищі
key-elsewhere-running = Випробовуємо ключ в іншому середовищі
key-elsewhere-refused-production = У робочому середовищі він теж не працює. Якщо його створено на new.novaposhta.ua, це ключ для України: додайте його ще раз і виберіть «{ key-kind-ukraine }». Інакше отримайте новий.
key-elsewhere-refused-sandbox = У тестовому середовищі він теж не працює. Якщо його створено на new.novaposhta.ua, це ключ для України: додайте його ще раз і виберіть «{ key-kind-ukraine }». Інакше отримайте новий.
key-moved = Ключ переміщено
key-moved-sandbox = Тепер він серед ваших тестових ключів.
key-moved-production = Тепер він серед ваших робочих ключів.
key-other-account = Створено в іншому кабінеті
key-other-account-text = За даними Nova Post, цей ключ і ключ нижче належать різним людям. Перевірте, чи так і має бути.
key-other-account-open = Відкрити інший ключ
key-session-only = Цей ключ ще не збережено. Коли ви закриєте { -app }, він зникне. Щойно сховище паролів відповість, { -app } його збереже.
key-save-again = Зберегти у сховищі паролів
key-slow-text = Чекати не обов’язково. { -app } тримає ключ і збереже його, щойно сховище паролів відповість.
key-lost-text-test = Його вилучено зі сховища паролів цього комп’ютера, тож тут його не скопіювати й не використати. Надішліть запит із тим самим номером. Nova Post надішле його ще раз або створить новий, якщо строк дії цього давно сплив.
key-lost-text = Його вилучено зі сховища паролів цього комп’ютера, тож тут його не скопіювати й не використати. Відкрийте сторінку, де його створено. Якщо там його ще можна скопіювати, скопіюйте й додайте знову. Якщо ні, створіть новий.
key-lost-ask = Повторити запит
key-never-here-text = Про цей ключ відомо лише зі списку. Самого ключа на цьому комп’ютері ніколи не було, тож тут його не скопіювати, не перевірити й не використати. Додайте його, якщо він у вас є.
key-refused-heading = Минулого разу цього ключа не прийнято
key-refused-text = Можливо, строк його дії сплив або ключ деактивовано. Перевірте на my.novapost.com, у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys), чи він активний. Якщо ні, створіть там новий ключ і додайте його.
key-refused-text-test = Можливо, строк його дії сплив або ключ деактивовано. Надішліть запит із тим самим номером. Прострочений ключ знову діятиме, а якщо строк дії сплив давно, Nova Post створить новий.
key-refused-text-ukraine = Перевірте в бізнес-кабінеті на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», чи він там іще є. Якщо ні, створіть там новий ключ і додайте його.
key-expired-heading = Строк дії цього ключа сплив
status-active = Діє
status-expired = Прострочено
status-refused = Не прийнято
status-deactivated = Деактивовано
status-replaced = Замінено
status-check_due = Перевірено: { $when }
key-field-holder = Власник
key-holder-hint = Людина, у чиєму кабінеті створено ключ. Можна залишити порожнім.
key-field-notes = Нотатки
key-notes-hint = Для вас. Не пишіть сюди ключів і паролів.
key-places = Де використовується
key-places-text = Запишіть, у кого є цей ключ. Якщо колись він зміниться, ви знатимете, кого повідомити.
key-place-kind = Вид місця
key-place-system = Система
key-place-person = Людина
key-place-name-system = Назва системи
key-place-name-person = Ім’я людини
key-place-hint-system = Наприклад, «Інтернет-магазин» або «Сервер бухгалтерії».
key-place-hint-person = Наприклад, розробник, який просив ключ.
key-place-remove-short = Прибрати
key-place-remove = Прибрати: { $name }
key-changes = Змінити цей ключ
key-save = Зберегти
key-details = Змінити назву й нотатки
key-details-heading = Назва, власник і нотатки
key-details-here = У списку буде новий текст. В історії буде записано, що саме змінено, але не сам текст.
key-expiry = Змінити дати
key-expiry-heading = Дати цього ключа
key-expiry-legend = Діє до (як на сторінці з ключем)
key-expiry-day = День
key-expiry-month = Місяць
key-expiry-year = Рік
key-expiry-choose = Виберіть
key-created-legend = Створено (як на сторінці з ключем)
key-created-after = Цей день пізніший за останній день дії
key-created-told = Ця дата від Nova Post.
key-expiry-in-a-year = Через рік
key-expiry-unknown = Не знаю
key-expiry-says = Останній день: { $day }
key-expiry-says-unknown = Невідомо. Головна сторінка нагадає вказати дату.
key-expiry-says-removed = Ви вилучаєте дату { $day }. Головна сторінка нагадає вказати нову.
key-expiry-incomplete = Укажіть день, місяць і рік або залиште всі три поля порожніми
key-expiry-none = Такого дня не існує
key-expiry-far = Укажіть рік чотирма цифрами, наприклад 2027
key-expiry-early = Цей день раніший за день створення
key-expiry-here = У списку будуть нові дати, і головна сторінка нагадає, перш ніж спливе строк дії.
key-expiry-there = Нічого не зміниться. Ключ діє до дня, вказаного там.
key-deactivate = Позначити деактивованим
key-deactivate-heading = Позначити цей ключ деактивованим?
key-deactivate-text = Зробіть це після того, як ключ деактивовано там, де його створено.
key-deactivate-here = Ключ залишиться у списку зі станом «Деактивовано», і головна сторінка більше про нього не нагадуватиме.
key-deactivate-store = Ключ там залишається. Його можна скопіювати.
key-deactivate-there = Нічого не зміниться. { -app } не може деактивувати ключ. Доки його не деактивовано там, ним може скористатися кожен, хто його має.
key-replaced = Позначити заміненим
key-replaced-heading = Позначити цей ключ заміненим?
key-replaced-text = Зробіть це, якщо вже використовується інший ключ. Щоб перейти на новий крок за кроком, скористайтеся розділом «Заміна цього ключа» на цій сторінці.
key-replaced-by = Замінено ключем
key-replaced-by-none = Ключ не з цього списку
key-replaced-here = Ключ залишиться у списку зі станом «Замінено», і головна сторінка більше про нього не нагадуватиме. Якщо заміну тут уже розпочато, її буде припинено.
key-replaced-store = Ключ там залишається. Його можна скопіювати.
key-replaced-there = Нічого не зміниться. Старий ключ працює, доки не спливе строк його дії або доки його не деактивовано там.
key-reactivate = Позначити, що знову використовується
key-reactivate-heading = Позначити, що ключ знову використовується?
key-reactivate-here = Головна сторінка знову про нього нагадуватиме. Перевірте ключ, щоб дізнатися, чи він працює.
key-delete = Видалити ключ
key-delete-heading = Видалити цей ключ? { $name }
key-delete-here = Він зникне зі списку разом із датами й нотатками. В історії залишаться його назва й останні чотири символи.
key-delete-store = Ключ буде видалено за десять секунд. До того це можна скасувати.
key-delete-there = Нічого не зміниться. Усі, хто має ключ, і далі зможуть ним користуватися.
key-happens-here = У { -app }
key-happens-store = У сховищі паролів цього комп’ютера
key-happens-there = Там, де його створено
key-happens-store-nothing = Нічого не зміниться.
key-happens-store-absent = Ключа там немає.
key-happens-there-nothing = Нічого не зміниться.
key-deleted = Прибрано зі списку: { $name }
key-delete-waits = Сам ключ іще у сховищі паролів.
key-delete-seconds = { $seconds ->
        [one] Його буде видалено через { $seconds } секунду.
        [few] Його буде видалено через { $seconds } секунди.
       *[other] Його буде видалено через { $seconds } секунд.
    }
key-delete-undo = Скасувати видалення
key-history = Історія
key-history-waiting = Читаємо історію
key-history-empty = Записів іще немає.
key-history-all = Показати всі записи: { $count }
key-history-fewer = Показати менше
history-received = Отримано від Nova Post і збережено
history-added = Додано до списку і збережено
history-extended = Nova Post подовжила строк дії, ключ той самий. Було: { $from }. Стало: { $to }
history-checked-works = Перевірено: працює
history-checked-refused = Перевірено: не прийнято
history-checked-expired = Перевірено: прострочено
history-tried_elsewhere-works = Випробувано в іншому середовищі ({ $kind }): працює
history-tried_elsewhere-refused = Випробувано в іншому середовищі ({ $kind }): не прийнято
history-token_received = Отримано токен
history-token_copied = Токен скопійовано в буфер обміну
history-token_given = Токен надано програмі: { $program }
history-token_given-unnamed = Токен надано програмі
history-token_refused = Програмі не дозволено отримати токен: { $program }
history-token_refused-unnamed = Програмі не дозволено отримати токен
history-copied = Скопійовано в буфер обміну
history-shown = Показано у вікні
history-details_changed = Змінено: { $fields }
history-details_changed-unnamed = Змінено назву, власника, нотатки, організації або місця
history-field-name = назва
history-field-holder = власник
history-field-notes = нотатки
history-field-organizations = організації
history-field-places = місця використання
history-field-company = компанія
history-expiry_changed = Змінено строк дії. Було: { $from }. Стало: { $to }
history-creation_changed = Змінено дату створення. Було: { $from }. Стало: { $to }
history-moved = Змінено вид ключа. Було: { $from }. Стало: { $to }
history-deactivated = Позначено деактивованим
history-reactivated = Позначено, що знову використовується
history-handed_over = Передано. Кому: { $person }. Як: { $how }
history-handed_over-unnamed = Передано. Як: { $how }
history-handed_over-sealed = зашифровано відкритим ключем отримувача
history-handed_over-passphrase = зашифровано парольною фразою
history-handed_over-file_with_value = у незашифрованому файлі
history-handed_over-in_person = особисто
history-receipt_checked-complete = Перевірено код отримання: ключ отримано повністю
history-receipt_checked-other_key = Перевірено код отримання: в отримувача інший ключ. Його останні символи: { $lastFour }
history-receipt_checked-unknown = Перевірено код отримання: він не відповідає жодному з ваших ключів
history-replacement_started = Розпочато заміну
history-replacement_key_chosen = Вибрано новий ключ. Останні символи нового ключа: { $lastFour }
history-place_ticked = Має новий ключ: { $place }
history-place_ticked-unnamed = Одне з місць має новий ключ
history-place_unticked = Ще не має нового ключа: { $place }
history-place_unticked-unnamed = Одне з місць іще не має нового ключа
history-replacement_cancelled = Заміну скасовано
history-replaced = Замінено. Останні символи нового ключа: { $lastFour }
history-replaced-unnamed = Позначено заміненим
history-deleted = Видалено з цього комп’ютера
history-imported = Прочитано з файлу
history-restored = Відновлено з резервної копії
history-file_saved = Збережено у файл: { $file }
history-file-keys_csv = список ключів (CSV)
history-file-keys_json = список ключів (JSON)
history-file-history_csv = історія (CSV)
history-file-history_json = історія (JSON)
history-file-calendar = календар
history-unknown = Записано новішою версією { -app }
history-by-app = (зроблено { -app })

## Pages of Nova Post

link-my_nova_post = my.novapost.com
link-registration_help = Як зареєструватися на my.novapost.com
link-test_key_page = Сторінка Nova Post «Створення API-ключа»
link-api_portal = API-портал Nova Post
link-ukraine_cabinet = new.novaposhta.ua
link-ukraine_keys = Сторінка з ключами на new.novaposhta.ua
link-unopened = Браузер не відкрився.
link-unopened-text = Адреса сторінки:
link-unopened-copy = Копіювати адресу

## Welcome

welcome-heading = Отримайте ключі Nova Post і зберігайте їх надійно
welcome-lead = Ключ — це наче пароль, з яким програми вашої компанії працюють із Nova Post. { -app } крок за кроком допоможе його отримати й надійно збереже на цьому комп’ютері.
welcome-practice-title = Спершу потренуватися
welcome-practice-text = Пройдіть усі кроки з навчальною Nova Post на цьому комп’ютері. Кабінет та інтернет не потрібні.
welcome-account-title = Мій кабінет My Nova Post
welcome-account-text = Отримати справжній ключ. Потрібен номер телефону, зареєстрований на my.novapost.com.
settings-not-read = Налаштування не вдалося прочитати, тож їх скинуто до початкових. Старий файл збережено: { $file }
welcome-later = Перемкнутися можна будь-коли в налаштуваннях.
welcome-only-practice = Ваша організація закрила справжні кабінети в { -app } на цьому комп’ютері.
welcome-only-live = Ваша організація закрила практику в { -app } на цьому комп’ютері.
welcome-independent = { -app } — не продукт Nova Post.

## Home

home-waiting-heading = Головна
home-waiting = Читаємо ваш список ключів
home-failed-heading = Головна
home-first-heading = Отримайте свій перший ключ
home-first-lead = З тестовим ключем ваш розробник може все випробувати. Потрібен номер телефону з вашого кабінету Nova Post.
home-first-lead-practice = Тут можна спробувати кожен крок. Ні кабінет, ні власний номер не потрібні.
home-start-test-key = Отримати тестовий ключ
home-start-time = Потрібно близько двох хвилин.
home-other-ways = Потрібен ключ для справжніх відправлень?
home-heading = { $count ->
        [1] Одна справа на черзі
        [one] { $count } справа на черзі
        [few] { $count } справи на черзі
       *[other] { $count } справ на черзі
    }
home-heading-calm = Справ немає
home-lead-calm = З вашими ключами все гаразд.
home-later = На потім
home-keys = Ваші ключі
home-all-keys = { $count ->
        [1] Докладніше
        [one] Усі ключі: { $count }
        [few] Усі ключі: { $count }
       *[other] Усі ключі: { $count }
    }
home-more-due = Ще ключі, що потребують уваги: { $count }
home-ways = Отримати ключ
way-test-title = Тестовий ключ
way-test-text = Щоб усе випробувати. Потрібен лише ваш номер телефону.
way-test-action = Отримати тестовий ключ
way-europe-title = Робочий ключ (production), Європа
way-europe-text = Для справжніх відправлень. Ви створюєте його у своєму кабінеті My Nova Post.
way-europe-action = Переглянути кроки
way-ukraine-title = Ключ для України
way-ukraine-text = Для компанії в Україні. Ви створюєте його в бізнес-кабінеті Нової пошти.
way-ukraine-action = Переглянути кроки
to-do-ask-again = Повторити запит
to-do-dismiss = Прибрати зі списку
to-do-saving = Зберігаємо ключ
to-do-unfinished-title = Запит без відповіді: { $phone }
to-do-unfinished-text-same-day = Надіслано: { $started }. Відповіді немає. Повторити запит сьогодні безпечно: прийде той самий ключ або відповідь «завтра».
to-do-unfinished-text-later = Надіслано: { $started }. Відповіді немає. Повторіть запит: якщо Nova Post створила ключ, ви отримаєте його, подовжений на рік.
to-do-ask-again-title-due = Можна повторити запит: { $phone }
to-do-ask-again-title-later = Повторіть запит пізніше: { $phone }
to-do-ask-again-text-due = Запит можна надсилати раз на день. Наступний уже можливий.
to-do-ask-again-text-later = Запит можна надсилати раз на день. Наступний можливий від: { $day }
to-do-not-registered-title = Ще не зареєстровано: { $phone }
to-do-not-registered-text = Nova Post не знає цього номера. Зареєструйте його на my.novapost.com або подивіться, який номер у вашому кабінеті. Зареєстрували? Тоді надішліть запит ще раз.
to-do-group-unfinished = { $count ->
        [one] { $count } запит не завершено
        [few] { $count } запити не завершено
       *[other] { $count } запитів не завершено
    }
to-do-group-unfinished-text = Їх надіслано, але відповіді немає. Надіслати ще раз безпечно: або прийде ключ, або Nova Post скаже «завтра».
to-do-group-not_registered = { $count ->
        [one] { $count } номер ще не зареєстровано
        [few] { $count } номери ще не зареєстровано
       *[other] { $count } номерів ще не зареєстровано
    }
to-do-group-not_registered-text = Nova Post їх не знає. Зареєструйте потрібний номер на my.novapost.com. Зареєстрували? Тоді надішліть запит ще раз.
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
to-do-group-remove = Прибрати всі зі списку
to-do-save-again-title = Ще не збережено: { $name }
to-do-save-again-text-locked = Сховище паролів заблоковане. Розблокуйте його і збережіть ключ ще раз. Доти ключ лише в пам’яті { -app }.
to-do-save-again-text-missing = На цьому комп’ютері не працює сховище паролів. Доки воно не запрацює, ключ лише в пам’яті { -app }.
to-do-save-again-text-slow = Сховище паролів не відповіло. Знайдіть вікно, яке просить ваш пароль, і збережіть ключ ще раз.
to-do-save-again-text-refused = Сховище паролів не прийняло ключа. Доки не прийме, ключ лише в пам’яті { -app }.
to-do-save-again-text-cancelled = Вікно, яке просить пароль, було закрито. Збережіть ключ ще раз і введіть пароль. Доти ключ лише в пам’яті { -app }.
to-do-save-again-text-no_default = На цьому комп’ютері ще немає сховища паролів. Доки його немає, ключ лише в пам’яті { -app }.
to-do-save-again-text-blocked_by_policy = Правило вашої компанії не дає Windows зберегти його. Доки ІТ-відділ не дозволить, ключ лише в пам’яті { -app }.
to-do-save-again-text-unrecorded = Ключ у сховищі паролів, але ваш список ключів не вдалося зберегти. Звільніть місце на диску й збережіть ще раз.
to-do-save-again-action = Зберегти ще раз
to-do-lost-title = Немає у сховищі паролів: { $name }
to-do-lost-text-test = Його звідти вилучено. Надішліть запит із тим самим номером. Nova Post надішле його ще раз або створить новий, якщо строк дії цього давно сплив.
to-do-lost-text = Його звідти вилучено. Відкрийте сторінку, де його створено. Якщо там його ще можна скопіювати, скопіюйте й додайте знову. Якщо ні, створіть новий.
to-do-lost-action = Додати знову
to-do-import-lost-title = Не збережено: ключ, що закінчується на { $lastFour }
to-do-import-lost-text = { -app } закрили до того, як цей ключ було збережено. Додано: { $added } ({ $kind }). Відкрийте сторінку, на якій показано ключ, і скопіюйте його ще раз.
to-do-import-lost-text-of = { -app } закрили до того, як цей ключ було збережено. Додано: { $added } ({ $kind }, { $organization }). Відкрийте сторінку, на якій показано ключ, і скопіюйте його ще раз.
to-do-import-lost-action = Копіювати ще раз
to-do-unlisted-title = Збережено, але немає у списку: ключ, що закінчується на { $lastFour }
to-do-unlisted-text = Можливо, { -app } закрили під час збереження. Укажіть, для чого цей ключ, і він з’явиться у списку.
to-do-unlisted-action = Додати до списку
to-do-unlisted-remove = Видалити ключ
to-do-remove-heading = Видалити ключ, що закінчується на { $lastFour }?
to-do-remove-lost = Його буде видалено з цього комп’ютера. { -app } не зможе його повернути.
to-do-remove-stays = Там, де його створено, нічого не зміниться. Усі, хто має ключ, і далі зможуть ним користуватися.
to-do-remove-keep = Залишити
to-do-forget-heading = Прибрати зі списку: { $name }?
to-do-forget-lost = Буде видалено його назву, організації та дату останньої перевірки.
to-do-forget-stays = Там, де ключ створено, нічого не зміниться. Якщо він є у вас деінде або його ще можна скопіювати, його можна додати знову.
to-do-expires-title = { $name }: строк дії спливає { $when }
to-do-expired-title = { $name }: прострочено. Останній день: { $day }
to-do-expires-text-test = Надішліть запит із тим самим номером. Nova Post подовжить ключ на рік.
to-do-expired-text-test = Надішліть запит із тим самим номером. Nova Post подовжить ключ на рік або створить новий, якщо строк дії цього сплив понад 90 днів тому.
to-do-expired-text-extend = Надішліть запит із тим самим номером, і Nova Post подовжить цей ключ. Останній безпечний день: { $day }. Пізніше прийде новий ключ.
to-do-expires-text-production = Створіть новий ключ, доки діє цей, щоб відправлення не зупинилися.
to-do-expires-action-test = Подовжити
to-do-expires-action-production = Переглянути кроки
to-do-refused-title = Не прийнято: { $name }
to-do-refused-text-production = Системи, які його використовують, не можуть працювати з Nova Post. Перевірте його на my.novapost.com або створіть новий ключ.
to-do-refused-text-ukraine = Системи, які його використовують, не можуть працювати з Новою поштою. Перевірте його на new.novaposhta.ua або створіть новий ключ.
to-do-refused-text-sandbox = Надішліть запит із тим самим номером або перевірте ключ ще раз.
to-do-refused-action = Відкрити ключ
to-do-key-expired-title = Прострочено: { $name }
to-do-key-expired-text-production = Системи, які його використовують, не можуть працювати з Nova Post. Створіть новий ключ.
to-do-key-expired-text-ukraine = Системи, які його використовують, не можуть працювати з Новою поштою. Створіть новий ключ.
to-do-expiry-passed-title = Діє й після вказаної дати: { $name }
to-do-expiry-passed-text = Дата тут: { $day }. Після неї ключ було прийнято. Виправте дату, і ви вчасно отримаєте нагадування.
to-do-expiry-passed-action = Виправити дату
to-do-expiry-unknown-title = Строк дії невідомий: { $name }
to-do-expiry-unknown-text = Подивіться на сторінці, де створено ключ. Укажіть дату, і ви вчасно отримаєте нагадування.
to-do-expiry-unknown-action = Указати дату
to-do-unchecked-title = Ще не перевірено: { $name }
to-do-unchecked-text = Перевірка триває кілька секунд і нічого не змінює.
to-do-unchecked-action = Перевірити ключ
to-do-guide-title-europe = Робочий ключ (production), Європа: { $organization }
to-do-guide-title-europe-unnamed = Робочий ключ (production), Європа
to-do-guide-title-ukraine = Ключ для України: { $organization }
to-do-guide-title-ukraine-unnamed = Ключ для України
to-do-guide-title-method_1 = Тестовий ключ на сторінці Nova Post: { $organization }
to-do-guide-title-method_1-unnamed = Тестовий ключ на сторінці Nova Post
to-do-guide-text = Далі: { $step }. Крок { $number } з { $count }.
to-do-guide-text-waiting = Чекаємо на відповідь Nova Post. Крок { $number } з { $count }.
to-do-guide-text-no-answer = Nova Post не відповідає вже два тижні. Напишіть ще раз або зверніться до свого менеджера в Nova Post.
to-do-guide-action = Продовжити
to-do-replacement-title = Триває заміна: { $name }
to-do-replacement-text = Далі: { $step }
to-do-replacement-action = Продовжити

## Keys

keys-heading = Ваші ключі
keys-lead = Відкрийте ключ, щоб скопіювати його, перевірити або отримати токен.
keys-add = Додати ключ
keys-waiting = Читаємо ваш список ключів
check-all = Перевірити всі ключі
check-all-go-on = Перевірити решту
check-all-running = Перевіряємо ваші ключі
check-all-number = Ключ { $number } із { $total }
check-all-cancel = Скасувати
check-all-done = Усі ключі перевірено
check-all-done-refused = Деякі ключі не працюють
check-all-done-partly = Деякі ключі перевірити не вдалося
check-all-cancelled = Перевірку скасовано
check-all-stopped = Перевірку зупинено
check-all-other-accounts = { $count ->
        [one] За даними Nova Post, { $count } ключ належить не тій самій людині, що інші. У списку його позначено «{ key-other-account }».
        [few] За даними Nova Post, { $count } ключі належать не тій самій людині, що інші. У списку їх позначено «{ key-other-account }».
       *[other] За даними Nova Post, { $count } ключів належать не тій самій людині, що інші. У списку їх позначено «{ key-other-account }».
    }
check-all-goes-on = Наступного разу першими будуть неперевірені ключі.
check-all-works = Працює
check-all-refused = Не прийнято
check-all-expired = Прострочено
check-all-unchecked = Не перевірено
check-all-left-out = Пропущено, бо вже не використовуються або їх немає на цьому комп’ютері
check-all-close = Закрити
keys-empty-heading = Ключів ще немає
keys-empty-text = Тут з’являться ваші ключі: для чого вони й до якого дня діють. Якщо ключ у вас уже є, додайте його.
keys-search = Пошук
keys-filter-kind = Вид ключа
keys-filter-all-kinds = Усі види
keys-filter-state = Стан
keys-filter-all-states = Усі
keys-filter-organization = Організація
keys-filter-all-organizations = Усі організації
keys-filter-to_do = Потребують дії
keys-filter-active = Діє
keys-filter-not_checked = Давно не перевірено
keys-filter-expired = Прострочено
keys-filter-refused = Не прийнято
keys-filter-deactivated = Деактивовано
keys-filter-replaced = Замінено
keys-sort = Упорядкувати за
keys-sort-added = Датою додавання
keys-sort-name = Назвою
keys-sort-expires = Строком дії
keys-sort-last_checked = Останньою перевіркою
keys-sort-created = Датою створення
keys-sort-ascending = За зростанням
keys-sort-descending = За спаданням
keys-column-name = Назва
keys-column-organizations = Організації
keys-count = Ключів: { $total }
keys-count-found = Знайдено ключів: { $found } з { $total }
keys-none-heading = Таких ключів немає
keys-none-text = Жоден ключ не відповідає пошуку й фільтрам.
keys-show-all = Показати всі
keys-shown = Показано: { $shown } з { $found }
keys-more = Показати ще

## Lists and calendar

lists-open = Списки й календар
lists-heading = Списки й календар
lists-lead = Перенесіть відомості про свої ключі в електронну таблицю чи календар або прочитайте список, який ви ведете.
lists-keys = Список ваших ключів
lists-keys-text = Назви, організації, власники, місця й нотатки так, як ви їх написали, і дати. Самих ключів і номерів телефону тестових ключів у ньому немає. CSV відкривають Excel і LibreOffice. JSON призначено для програм.
lists-history = Історія
lists-history-text = Що і коли робили з вашими ключами.
lists-csv = Зберегти як CSV
lists-json = Зберегти як JSON
lists-calendar = Файл календаря
lists-calendar-text = Подія в день, коли закінчується дія ключа, з нагадуваннями за 30 днів, 7 днів і 1 день. Імпортуйте файл у свій календар. Після змін збережіть і імпортуйте його ще раз: події оновляться.
lists-calendar-save = Зберегти файл календаря
lists-saved = Збережено: { $file }
lists-saved-folder = Папка: { $folder }
lists-left-out = { $count ->
        [one] Пропущено { $count } текст, бо він схожий на ключ.
        [few] Пропущено { $count } тексти, бо вони схожі на ключі.
       *[other] Пропущено { $count } текстів, бо вони схожі на ключі.
    }
lists-show = Показати файл
lists-file-keys = Список ключів
lists-file-history = Історія ключів
lists-file-calendar = Календар ключів
lists-done = Що робили зі списком
lists-done-text = Файли, які ви зберегли, і резервні копії, з яких ви відновили список. Що було з ключем, написано на його сторінці.
lists-import = Прочитати список
lists-import-text = Список, який зберіг { -app }, або ваш власний з Excel чи LibreOffice, збережений як CSV. Ви побачите кожну зміну, перш ніж щось буде записано.
lists-import-columns = Які стовпці читаються
lists-import-columns-text = У першому рядку мають бути заголовки, англійською або українською.
lists-import-columns-key = Ніколи не записуйте у список сам ключ: { -app } не приймає такий файл. Додавайте кожен ключ на сторінці «Ваші ключі».
lists-choose = Вибрати файл

## A list that was read

list-heading = Що змінює цей список
list-file = Файл: { $file }
list-lead = Ще нічого не записано.
list-other-file = Вибрати інший файл
list-refused-heading = Цей файл не можна використати
list-problem-holds_key = У ньому є те, що схоже на повний ключ. Видаліть його з файлу та з кожної копії, яку ви надсилали. Потім виберіть файл знову. Рядок: { $line }. Стовпець: { $column }.
list-problem-holds_key-json = У ньому є те, що схоже на повний ключ. Видаліть його з файлу та з кожної копії, яку ви надсилали. Потім виберіть файл знову. Номер запису: { $line }.
list-problem-empty = У ньому немає жодного рядка під заголовками.
list-problem-too_large = Він завеликий. Обмеження в МБ: { $limit }
list-problem-too_many_lines = У ньому забагато рядків. Обмеження: { $limit }.
list-problem-unreadable = Його не вдалося прочитати. Можливо, його переміщено або видалено.
list-problem-spreadsheet = Це книга електронних таблиць. Відкрийте її в Excel або LibreOffice, збережіть як «CSV» і виберіть той файл.
list-problem-not_text = Це не список. Виберіть файл, збережений як CSV або JSON.
list-problem-encoding_unclear = Його літери можна прочитати двома способами. Виберіть абетку списку.
list-problem-no_known_column = Жоден із заголовків не відомий. Перший рядок має називати стовпці, наприклад «Назва» і «Середовище».
list-problem-column_twice = Два стовпці мають однакове значення: { $column }
list-problem-not_our_json = Це не список ключів, який зберіг { -app }.
list-problem-newer_version = Його зберегла новіша версія { -app }. Спершу оновіть { -app }.
list-encoding = Абетка списку
list-encoding-windows_1251 = Кирилиця
list-encoding-windows_1252 = Латиниця
list-encoding-guess = У файлі не сказано, яку абетку використано. Перевірте, чи назви нижче правильні.
list-dates = Дату в цьому списку можна прочитати двома способами
list-dates-text = Вкажіть, що стоїть першим у: { $date }
list-dates-day_first = День
list-dates-month_first = Місяць
list-unknown-columns = Стовпці, які не читаються: { $columns }
list-new = { $count ->
        [one] { $count } новий ключ, не на цьому комп’ютері
        [few] { $count } нові ключі, не на цьому комп’ютері
       *[other] { $count } нових ключів, не на цьому комп’ютері
    }
list-new-text = Список каже, що ці ключі існують. Щоб скопіювати чи перевірити ключ тут, додайте сам ключ пізніше.
list-changed = { $count ->
        [one] { $count } змінений ключ
        [few] { $count } змінені ключі
       *[other] { $count } змінених ключів
    }
list-left = { $count ->
        [one] { $count } рядок відрізняється, а його ключ не змінюється
        [few] { $count } рядки відрізняються, а їхні ключі не змінюються
       *[other] { $count } рядків відрізняються, а їхні ключі не змінюються
    }
list-left-columns = Не змінюється тут: { $columns }
list-unused-columns = Не використовується: { $columns }
list-refused = { $count ->
        [one] { $count } рядок не використовується
        [few] { $count } рядки не використовуються
       *[other] { $count } рядків не використовуються
    }
list-unchanged = { $count ->
        [one] { $count } рядок не містить нічого нового.
        [few] { $count } рядки не містять нічого нового.
       *[other] { $count } рядків не містять нічого нового.
    }
list-line = Рядок: { $line }
list-more = Показати ще: { $count }
list-no-value = (порожньо)
list-was = Було
list-will-be = Буде
list-nothing = Цей список нічого не змінює.
list-confirm = Записати ці зміни
list-outdated = Тим часом ваші ключі змінилися. Ось що список змінює тепер.
list-done = Зміни записано
list-done-added = Додано: { $count }
list-done-changed = Змінено: { $count }
list-done-keys = До ваших ключів
list-field-id = Ідентифікатор
list-field-name = Назва
list-field-environment = Середовище
list-field-last_four = Останні чотири символи
list-field-organizations = Організації
list-field-holder = Власник
list-field-account_company = Компанія в Новій пошті
list-field-company_code = ЄДРПОУ
list-field-created = Створено
list-field-expires = Діє до
list-field-status = Стан
list-field-replaced_by = Замінено ключем
list-field-last_check = Остання перевірка
list-field-last_check_result = Результат останньої перевірки
list-field-systems = Де використовується
list-field-people = Кому передано
list-field-notes = Нотатки
list-line-no_name = Немає ні назви, ні організації, ні останніх чотирьох символів.
list-line-environment_missing = Не сказано, де працює ключ: Тест, Робочий чи Україна.
list-line-environment_unknown = Середовище має бути Тест, Робочий або Україна. У файлі: { $text }
list-line-status_unknown = Стан невідомий: { $text }
list-line-date_unreadable = { $column }. Це не дата: { $text }
list-line-date_unclear = { $column }. Дату можна прочитати двома способами: { $text }
list-line-last_four_unreadable = Останні чотири символи записано не чотирма символами. Можливо, їх змінила електронна таблиця. У файлі: { $text }
list-line-too_long = { $column }. Текст задовгий. Обмеження в символах: { $limit }
list-line-several_lines = { $column }. Текст має кілька рядків. Можливо, бракує лапок.
list-line-unreadable_text = { $column }. Текст має символи, які не можна показати.
list-line-twice = Попередній рядок стосується того самого ключа. Той рядок: { $line }
list-line-several_keys = Підходять кілька ваших ключів. Додайте стовпець «Ідентифікатор» зі списку, який зберіг { -app }.
list-line-environment_differs = Ваш ключ із цим ідентифікатором належить до іншого середовища.
list-line-last_four_differs = Ваш ключ із цим ідентифікатором має інші останні чотири символи.

## Replacing a key

replace-heading = Заміна цього ключа
replace-lead = Замініть ключ за чотири кроки, за стільки днів, скільки потрібно. Старий ключ вважається заміненим лише після перевірки нового.
replace-days = { -app } запам’ятовує кожен крок. { -app } можна закрити й продовжити іншого дня.
replace-start = Почати заміну
replace-stepper = Кроки заміни
replace-new-title = Додайте новий ключ
replace-check-title = Перевірте новий ключ
replace-places-title = Передайте новий ключ усюди, де він потрібен
replace-mark-title = Позначте старий ключ як замінений
replace-new-text-production = Створіть новий ключ на my.novapost.com у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys). Старий ключ поки не деактивуйте. Потім додайте новий ключ тут.
replace-new-text-ukraine = Створіть новий ключ у бізнес-кабінеті на new.novaposhta.ua: «Налаштування» → «Безпека». Старий ключ поки не видаляйте. Потім додайте новий ключ тут.
replace-new-text-sandbox = Тестовий ключ зазвичай не потрібно замінювати: Nova Post подовжує його. Продовжуйте, лише якщо його замінить тестовий ключ іншої людини. Виберіть той ключ нижче або додайте його тут.
replace-add-another = Додати інший ключ
replace-choose = Новий ключ уже є у списку
replace-choose-label = Новий ключ
replace-choose-none = Виберіть ключ
replace-choose-use = Використати цей ключ
replace-check-text = Перевірте, чи працює новий ключ. Попередня перевірка не враховується.
replace-places-text = Передайте новий ключ до кожної системи й кожній особі з цього списку. Ставте позначку, коли з новим ключем усе працює. Людину, чий код отримання був правильний, { -app } позначає сам.
replace-places-none = Для старого ключа нічого не записано. Додайте кожну систему й кожну особу, що ним користується.
replace-person-give = Передати новий ключ
replace-person-give-name = Передати новий ключ: { $name }
replace-person-go_on = Продовжити передавання нового ключа
replace-person-go_on-name = Продовжити передавання нового ключа: { $name }
replace-person-arrived = Чи дійшов новий ключ?
replace-person-arrived-name = Чи дійшов новий ключ? { $name }
replace-place-done = { $kind }. Має новий ключ від: { $day }
replace-tell = Для тих, хто користується ключем
replace-tell-copy = Копіювати текст для тих, хто користується ключем
replace-tell-text =
    Наш API-ключ буде замінено.
    Останні символи старого ключа: { $old }
    Останні символи нового ключа: { $new }
    Новий ключ ви отримаєте окремо. Введіть його замість старого, спробуйте його й повідомте мені, коли все запрацює.
    Після цього не користуйтеся старим ключем. Його буде деактивовано.
replace-mark-text = Коли новий ключ є всюди, старий більше не потрібен.
replace-shipment-text = Nova Post може сказати, коли створено найновіше відправлення цього кабінету. Якщо воно новіше, ніж ви очікуєте, можливо, хтось іще користується старим ключем. Його могли створити й з іншим ключем того самого кабінету.
replace-shipment-ask = Запитати про найновіше відправлення
replace-shipment-asking = Запитуємо Nova Post про найновіше відправлення
replace-shipment-on = Найновіше відправлення цього кабінету: { $day }
replace-shipment-none = Відправлень немає
replace-shipment-date_unknown = Відправлення є, але його дату не вдалося прочитати
replace-mark-here = Старий ключ залишиться у списку як «Замінений», і головна сторінка більше про нього не нагадуватиме. Системи й осіб буде записано до нового ключа.
replace-mark-store = Обидва ключі залишаться там. Старий і далі можна копіювати.
replace-mark-there = Нічого не зміниться. Кожен, хто має старий ключ, може ним користуватися, доки ви не деактивуєте його там.
replace-mark-left = Продовжити без них. Місць без нового ключа: { $count }
replace-mark-left-text = Там усе перестане працювати, коли ви деактивуєте старий ключ.
replace-mark-sure = Позначити як замінений
replace-done = Старий ключ замінено
replace-done-text = Останні символи старого ключа: { $old }. Останні символи нового ключа: { $new }
replace-done-next = Тепер деактивуйте старий ключ там, де його створено. Після цього можна видалити його зі списку.
replace-open-new = Відкрити новий ключ
replace-open-old = Відкрити старий ключ
replace-back = Назад до заміни
replace-not-chosen = Ключ збережено, але він не став новим ключем заміни
replace-not-chosen-text = Поверніться до заміни й виберіть його у списку.
replace-refused-old_retired = Старий ключ уже позначено як деактивований або замінений. Замінювати нічого.
replace-refused-same_key = Це старий ключ. Виберіть інший.
replace-refused-other_environment = Новий ключ іншого виду, ніж старий. Виберіть або додайте ключ такого самого виду.
replace-refused-new_retired = Цей ключ позначено як деактивований або замінений. Виберіть інший.
replace-refused-no_new_key = Нового ключа ще немає. Спершу додайте його.
replace-refused-not_checked = Нового ключа не прийнято відтоді, як ви його вибрали, або строк його дії сплив. Спершу перевірте його.
replace-refused-places_left = Новий ключ є ще не всюди. Поставте позначки або підтвердьте, що хочете продовжити без цього.
replace-cancel = Скасувати заміну
replace-cancel-heading = Скасувати заміну?
replace-cancel-keep = Залишити
replace-cancel-lost = { -app } забуде, де вже є новий ключ.
replace-cancel-stays = Обидва ключі залишаться у списку без змін.
replace-entry-next = Ви вже замінюєте цей ключ. Далі: { $step }
replace-entry-start = Замінити цей ключ
replace-entry-continue = Продовжити
replace-entry-done = Цей ключ замінено іншим.
replace-extend = Подовжити цей ключ
replace-extend-text = Надішліть Nova Post запит із тим самим номером ще раз. Ви побачите стару й нову дату і чи це той самий ключ. Якщо строк дії сплив понад 90 днів тому, Nova Post надішле новий ключ. Тоді його треба передати всюди, де користувалися старим.
replace-extend-action = Надіслати запит ще раз

## Handing a key over

hand-over-heading = Передайте цей ключ розробникові
hand-over-open = Передати розробникові
hand-over-not-unsaved = Цей ключ ще не збережено. Спершу збережіть його.
hand-over-not-not_here = Цього ключа немає на цьому комп’ютері, тож передати його звідси не можна. Спершу додайте його.
hand-over-not-retired = Цим ключем більше не користуються. Передайте розробникові чинний.
hand-over-not-expired = Строк дії цього ключа сплив. Спершу подовжте або замініть його, а тоді передавайте.
hand-over-gone = Цього запису вже немає у списку. Почніть знову на сторінці ключа.
hand-over-steps = Кроки передавання ключа
hand-over-step-who = Кому
hand-over-step-sheet = Що треба знати
hand-over-step-key = Сам ключ
hand-over-step-receipt = Чи дійшов?
hand-over-later = Пізніше
hand-over-later-text = Цю сторінку можна закрити. Запитання «{ hand-over-did-arrive }» чекатиме на сторінці ключа.

hand-over-who-heading = Хто отримає ключ?
hand-over-who-lead = Спершу ви надішлете все, що треба знати розробникові, а потім сам ключ. Дорогою його ніхто інший не прочитає, а ви дізнаєтеся, чи він дійшов.
hand-over-name = Ім’я розробника
hand-over-name-hint = Воно зберігається разом із ключем, щоб ви знали, кого повідомити, коли ключ зміниться.
hand-over-name-missing = Введіть ім’я розробника
hand-over-names = Раніше:
hand-over-receiver = Якій системі потрібен ключ?
hand-over-receiver-hint = Якщо не знаєте, запитайте розробника або залиште перший варіант.
hand-over-receiver-own_code = Власна програма вашої компанії
hand-over-receiver-own_code_ukraine = Власна програма вашої компанії, для України
hand-over-receiver-sdk = SDK від Nova Post для PHP або TypeScript
hand-over-receiver-magento = Magento 2
hand-over-receiver-shopify = Shopify
hand-over-receiver-woocommerce = WooCommerce
hand-over-receiver-opencart = OpenCart
hand-over-receiver-postman = Postman
hand-over-receiver-other = Інша система
hand-over-left-out-sandbox = Лише для робочих ключів, тому в цьому списку немає: { $systems }
hand-over-left-out-ukraine = Систем для Nova Post у Європі в цьому списку немає: вони не працюють із ключем для України.

hand-over-sheet-heading = Що треба знати розробникові
hand-over-sheet-lead = Надішліть цей текст електронною поштою або в чаті. Ключа в ньому немає.
hand-over-facts = Що ще треба ввести: { $system }
hand-over-facts-text = Крім ключа, розробник уводить і це. Чого не знаєте, залиште порожнім. { -app } питає лише раз, а наступного разу заповнить усе сам.
hand-over-facts-change = Змінити ці дані
hand-over-sheet-copy = Копіювати текст для розробника
hand-over-sheet-save = Зберегти як текст
hand-over-sheet-save-pdf = Зберегти як PDF
hand-over-sheet-file-name = Опис для Nova Post
hand-over-sheet-name = Текст для: { $name }
hand-over-files = Файли для розробника
hand-over-files-text = Готові файли з назвами й адресами для цієї системи. Ключа немає в жодному з них. Його введе розробник.
hand-over-file-name = Nova Post
hand-over-file-env_example = Зберегти .env.example
hand-over-file-env = Зберегти .env
hand-over-file-postman_environment = Зберегти для Postman
hand-over-file-bruno = Зберегти для Bruno
hand-over-file-http_file = Зберегти файли .http
hand-over-file-curl_config = Зберегти для curl
hand-over-not-made = Цій системі такий файл не потрібен.
hand-over-not-made-unsupported_text = У тексті є знак, якого в цьому файлі бути не може, наприклад розрив рядка. Виправте на попередній сторінці: { $field }
hand-over-checked = Що саме питає ця система, востаннє звірено з її документацією: { $month }

hand-over-field-api_key = API-ключ
hand-over-field-base_url = Базова адреса (base URL)
hand-over-field-environment = Середовище
hand-over-field-company_name = Назва компанії
hand-over-field-tax_code = Податковий код компанії
hand-over-field-payer_contract = Номер договору платника
hand-over-field-sender_name = Ім’я відправника
hand-over-field-sender_phone = Телефон відправника
hand-over-field-sender_email = Електронна адреса відправника
hand-over-field-sender_country = Країна відправлення
hand-over-field-sender_city = Місто відправлення
hand-over-field-sender_division = Відділення, з якого ви відправляєте
hand-over-field-sender_address = Адреса відправлення

hand-over-sheet-for = API-ключ Nova Post для: { $name }
hand-over-sheet-about = Про ключ
hand-over-sheet-system = Система
hand-over-sheet-environment-sandbox = тестове (sandbox)
hand-over-sheet-environment-production = робоче (production)
hand-over-sheet-environment-ukraine = Україна (API 2.0 Нової пошти)
hand-over-sheet-ending = Останні символи ключа
hand-over-sheet-expires = Строк дії ключа
hand-over-sheet-separate = Самого ключа в цьому тексті немає. Він надійде окремо.
hand-over-sheet-fields = Що ввести:
hand-over-sheet-placeholder-key = <ключ>
hand-over-sheet-placeholder = <поки невідомо, запитайте>
hand-over-sheet-token =
    Як користуватися ключем:
    1. Отримайте токен: GET { $address }clients/authorization?apiKey=<ключ>. Відповідь — JSON, токен у його полі jwt.
    2. Надсилайте токен з кожним запитом у заголовку Authorization: <jwt>. Лише токен, без «Bearer».
    3. Токен діє близько години. Отримуйте новий завчасно й ніде його не зберігайте. Відповідь 401 через годину зазвичай означає, що сплив строк токена, а не ключа.
    4. Щоб спробувати: GET { $address }dictionary/currencies?limit=1
hand-over-sheet-use-ukraine =
    Як користуватися ключем:
    Надсилайте його з кожним запитом у полі apiKey вашого JSON. Токен не потрібен.
hand-over-sheet-care =
    Як берегти ключ:
    - Тримайте його на сервері. Він не має потрапити до коду для браузера: жодних змінних, назви яких починаються з NEXT_PUBLIC_ або VITE_.
    - Не залишайте його в коді, журналах і чатах. У запиті токена він є частиною адреси, яку сервери та проксі можуть записувати.
hand-over-sheet-receipt =
    Чи дійшов ключ?
    Виконайте один із цих рядків. Він запитає ключ і виведе вісім символів. Надішліть їх мені: вони показують, що ключ дійшов повністю, і не розкривають його.
    Слово: { $word }
hand-over-sheet-receipt-pdf = У цьому PDF довгий рядок займає кілька. Перш ніж його виконати, з’єднайте ці частини через пробіл в один рядок.
hand-over-file-comment = API Nova Post, середовище: { $about }. Останні символи ключа: { $lastFour }

hand-over-key-heading = Передайте сам ключ. Кому: { $name }
hand-over-key-lead = Кожен із цих способів безпечний. Виберіть той, що зручний вам обом.
hand-over-way = Як ви його передасте?
hand-over-way-sealed = Зашифрувати лише для розробника
hand-over-way-sealed-text = Для електронної пошти. Розробник надсилає вам свій відкритий ключ, і відкрити ваш лист зможе тільки він.
hand-over-way-passphrase = Зашифрувати парольною фразою
hand-over-way-passphrase-text = Для електронної пошти, якщо розробник не має відкритого ключа. Парольну фразу ви скажете телефоном.
hand-over-way-in_person = Особисто
hand-over-way-in_person-text = Якщо розробник поруч із вами за цим комп’ютером. Ви вставите ключ разом.
hand-over-public-key = Відкритий ключ розробника
hand-over-public-key-hint = Один рядок, що починається з «age1», «ssh-ed25519» або «ssh-rsa». Це не таємниця.
hand-over-public-key-age = Розпізнано: ключ age, { $fingerprint }.
hand-over-public-key-ssh_ed25519 = Розпізнано: ключ SSH, { $fingerprint }.
hand-over-public-key-ssh_rsa = Розпізнано: ключ SSH (RSA), { $fingerprint }.
hand-over-public-key-remembered = Він із минулого разу. Запитайте, чи ним іще користується: { $name }
hand-over-public-key-open = Взяти з файлу
hand-over-public-key-problem-unreadable = Не вдалося прочитати цей файл. Виберіть його ще раз або вставте рядок.
hand-over-public-key-problem-empty = Вставте відкритий ключ розробника
hand-over-public-key-problem-too_long = Задовго для відкритого ключа. Вставте лише рядок із ключем.
hand-over-public-key-problem-private_key = Це приватний ключ, який має бути лише в його власника. Видаліть його звідти, де ви його взяли, і попросіть розробника створити нову пару й надіслати вам відкритий ключ із неї.
hand-over-public-key-problem-several = Тут кілька ключів. Вставте лише один.
hand-over-public-key-problem-other_kind = Ключем такого виду { -app } зашифрувати не може: { $name }. Попросіть ключ, що починається з «age1» або «ssh-ed25519».
hand-over-public-key-problem-damaged = Цей ключ обрізано або в ньому помилка. Скопіюйте весь рядок ще раз.
hand-over-public-key-problem-rsa_too_short = Цей ключ RSA закороткий, щоб бути безпечним. Довжина в бітах: { $bits }. Попросіть ключ, що починається з «age1» або «ssh-ed25519».
hand-over-public-key-problem-rsa_too_long = Цей ключ RSA довший, ніж підтримує { -app }. Попросіть ключ, що починається з «age1» або «ssh-ed25519».
hand-over-public-key-problem-not_a_key = Це не відкритий ключ. Він починається з «age1», «ssh-ed25519» або «ssh-rsa».
hand-over-seal = Зашифрувати ключ
hand-over-ask = Не маєте відкритого ключа розробника?
hand-over-ask-heading = Попросіть його в розробника
hand-over-ask-copy = Копіювати прохання про відкритий ключ
hand-over-ask-text =
    Хочу надіслати вам наш API-ключ Nova Post так, щоб відкрити його могли лише ви. Для цього мені потрібен ваш відкритий ключ: один рядок, який не є таємницею.

    Якщо ви користуєтеся SSH, надішліть мені рядок із файлу ~/.ssh/id_ed25519.pub або ~/.ssh/id_rsa.pub.
    Якщо ні, створіть пару ключів однією з цих команд:
    age-keygen -o key.txt (виведе рядок, що починається з age1)
    ssh-keygen -t ed25519 (рядок буде у файлі, назва якого закінчується на .pub)

    Ніколи не надсилайте приватний ключ: key.txt або файл без .pub.
hand-over-passphrase-text = { -app } створить парольну фразу й покаже її в маленькому вікні. Зателефонуйте розробникові та прочитайте її. Не пишіть її в листі чи чаті.
hand-over-passphrase-seal = Зашифрувати ключ і показати парольну фразу
hand-over-passphrase-again = Зашифрувати ключ ще раз
hand-over-passphrase-again-text = Маленьке вікно закрилося зарано? Зашифруйте ключ ще раз. Ви отримаєте новий текст і нову парольну фразу. Стара фраза підходить лише до старого тексту.
hand-over-sealed = Ключ зашифровано
hand-over-sealed-only = Текст нижче можна надіслати електронною поштою. Відкрити його може лише власник цього відкритого ключа: { $name }, { $fingerprint }
hand-over-sealed-passphrase = Текст нижче можна надіслати електронною поштою. Відкрити його може лише той, хто знає парольну фразу.
hand-over-sealed-heading = Текст із зашифрованим ключем
hand-over-sealed-copy = Копіювати текст із зашифрованим ключем
hand-over-sealed-save = Зберегти як файл
hand-over-sealed-file-name = Зашифрований ключ Nova Post
hand-over-sealed-email =
    Наш API-ключ Nova Post, зашифрований вашим відкритим ключем. Останні символи: { $lastFour }
    Ваш відкритий ключ: { $fingerprint }
    Збережіть рядки від BEGIN до END, разом із ними, як key.txt.age. Потім відкрийте своїм приватним ключем:
    age --decrypt --identity <файл із вашим приватним ключем> key.txt.age
hand-over-sealed-email-passphrase =
    Наш API-ключ Nova Post, зашифрований парольною фразою, яку я скажу вам телефоном. Останні символи: { $lastFour }
    Збережіть рядки від BEGIN до END, разом із ними, як key.txt.age. Потім відкрийте:
    age --decrypt key.txt.age
hand-over-person-1 = Розробник відкриває систему на цьому комп’ютері, на сторінці, де має бути ключ.
hand-over-person-2 = Натисніть «{ key-copy }».
hand-over-person-3 = Одразу вставте його там. За короткий час копію буде очищено.
hand-over-person-given = Ключ передано
hand-over-value-file = Файл із самим ключем
hand-over-value-file-text = Хто відкриє такий файл, той має ключ. Він годиться лише для комп’ютера розробника, наприклад на флешці. Не надсилайте його й видаліть, коли ключ дійде.
hand-over-cloud-heading = Зберегти ключ у папці, яка копіюється в інтернет?
hand-over-cloud-service = Цю папку копіює на свої комп’ютери сервіс: { $service }
hand-over-cloud-text = Ключ опиниться й там, і на всіх ваших комп’ютерах. Безпечніше його зашифрувати.
hand-over-cloud-sure = Зберегти там
hand-over-given-sealed = Зашифровано цим відкритим ключем: { $fingerprint }
hand-over-given-passphrase = Зашифровано парольною фразою
hand-over-given-file_with_value = У незашифрованому файлі: { $file }
hand-over-given-in_person = Передано особисто
hand-over-given-none = Ключ ще не передано
hand-over-given-before = Його можна передати ще раз, наприклад якщо текст загубився. Або продовжуйте.

hand-over-receipt-heading = Чи дійшов ключ?
hand-over-receipt-lead = Попросіть у розробника вісім символів, які виведе один рядок на його комп’ютері. Вони показують, що ключ дійшов повністю. Цей рядок є в тексті, який ви надіслали.
hand-over-receipt-no = Ще не маєте цих символів?
hand-over-receipt-ask = Попросіть їх у розробника
hand-over-receipt-ask-copy = Копіювати прохання про вісім символів
hand-over-code = Вісім символів
hand-over-code-hint = Цифри та латинські літери від a до f. Пробіли та великі літери не мають значення.
hand-over-code-problem = Це не вісім символів із 0–9 та a–f. Перегляньте, що надіслав розробник.
hand-over-check = Перевірити
hand-over-result-complete = Ключ дійшов повністю
hand-over-result-complete-text = Це ключ, що закінчується на { $lastFour }. У кого він: { $name }
hand-over-result-on = Перевірено: { $day }
hand-over-result-other_key = Це інший ваш ключ
hand-over-result-other_key-text = Це ключ, що закінчується на { $lastFour }. У кого він: { $name }. Відкрийте той ключ і перевірте, чи саме він тут потрібен. Якщо ні, передайте цей ще раз.
hand-over-result-other_key-open = Відкрити той ключ
hand-over-result-unknown = Ці символи не підходять до жодного з ваших ключів
hand-over-result-unknown-text = Перевірте разом із розробником:
hand-over-result-unknown-typed = Чи символи введено так, як їх надіслано?
hand-over-result-unknown-whole = Чи було введено весь ключ, без пробілу й розриву рядка?
hand-over-result-unknown-word = Чи рядок узято з цього тексту, з цим словом: { $word }
hand-over-result-unknown-again = Якщо все правильно, ключ дійшов не повністю. Поверніться й передайте його ще раз.

hand-over-list = Хто отримав цей ключ
hand-over-did-arrive = Чи дійшов ключ?
hand-over-did-arrive-name = Чи дійшов ключ? { $name }
hand-over-go-on-name = Продовжити: { $name }
hand-over-receipt-open = Ще невідомо, чи дійшов
hand-over-receipt-complete = Дійшов повністю. Перевірено: { $day }
hand-over-receipt-other_key = Дійшов інший ваш ключ. Перевірено: { $day }
hand-over-receipt-unknown = Символи не підійшли до жодного з ваших ключів. Перевірено: { $day }

## Looking for keys on this computer

key-search-heading = Пошук ваших ключів у файлах
key-search-lead = { -app } читає файли у вибраних папках і показує, у яких із них є один із ваших ключів.
key-search-promise = Нічого не змінюється, не надсилається й не зберігається. Результат показує, де лежить ключ, але не сам ключ.
key-search-folders = Де шукати
key-search-folders-waiting = Шукаємо ваші папки
key-search-folders-missing = Виберіть хоча б одну папку
key-search-folder-documents = Документи
key-search-folder-downloads = Завантаження
key-search-folder-desktop = Робочий стіл
key-search-folder-home = Усі ваші папки
key-search-choose = Додати іншу папку…
key-search-start = Шукати ключі
key-search-limits = Що знаходиться, а що ні
key-search-finds = Знаходяться:
key-search-finds-text = Ключі у файлах будь-якого типу, зокрема прихованих.
key-search-finds-office = Ключі в документах Word та Excel (docx, xlsx), у zip-архівах і в zip-архіві всередині іншого.
key-search-finds-email = Ключі в листах, які поштова програма зберігає у файлах, якщо вони не зашифровані й не стиснуті.
key-search-finds-name = Ключі в назвах файлів і папок.
key-search-finds-not = Не знаходяться:
key-search-finds-not-changed = Ключі в іншому вигляді: наприклад, зашифровані, великими літерами або розділені на дві частини.
key-search-finds-not-picture = Ключі на зображеннях, сканах і в більшості файлів PDF.
key-search-finds-not-packed = Ключі в інших архівах (7z, rar, gz) і в zip-архівах із паролем.
key-search-finds-not-split = Ключі, яких немає у вашому списку або самих ключів немає на цьому комп’ютері.
key-search-finds-not-app = Дані самої програми { -app } і ваше сховище паролів: їх пропущено. Інші комп’ютери, телефони й онлайн-сервіси.
key-search-running = Шукаємо ваші ключі
key-search-so-far = Файлів: { $files }. Прочитано: { $size }
key-search-cancel = Скасувати
key-search-leave = Тим часом можна відкривати інші сторінки.
key-search-nothing = Жодного з ваших ключів не знайдено
key-search-found = { $count ->
        [one] Ключі знайдено в { $count } місці
        [few] Ключі знайдено у { $count } місцях
       *[other] Ключі знайдено у { $count } місцях
    }
key-search-cancelled = Пошук скасовано. До того нічого не знайдено.
key-search-cancelled-text = Пошук скасовано. Ключі можуть бути й в інших місцях.
key-search-no-keys = Немає ключів для пошуку: на цьому комп’ютері { -app } не має жодного
key-search-keys = Ключів у пошуку
key-search-left-out = Пропущено ключів, бо їх немає на цьому комп’ютері
key-search-files = Файлів
key-search-size = Прочитано
key-search-places = Де лежать ваші ключі
key-search-at-line = Рядок: { $line }
key-search-at-byte = Позиція у файлі: { $position }
key-search-at-inside = Усередині: { $name }
key-search-at-name = У назві
key-search-key = Ключ: { $name }, …{ $last }
key-search-key-gone = уже не у списку
key-search-form-utf16 = Записано як UTF-16
key-search-form-base64 = Записано як Base64, наприклад у листі
key-search-more-in-file = { $count ->
        [one] У цьому файлі він трапляється ще { $count } раз.
        [few] У цьому файлі він трапляється ще { $count } рази.
       *[other] У цьому файлі він трапляється ще { $count } разів.
    }
key-search-more = { $count ->
        [one] Ще { $count } місце не показано.
        [few] Ще { $count } місця не показано.
       *[other] Ще { $count } місць не показано.
    }
key-search-show = Показати в папці
key-search-show-name = Показати { $name } в папці
key-search-open-key = Відкрити ключ
key-search-what-now = Що робити зараз
key-search-now-delete = Файл нікому не потрібен? Видаліть його й очистьте кошик. Якщо файл потрібен, приберіть із нього ключ. Файл може бути потрібен програмі, яка працює з ключем: запитайте свого розробника.
key-search-now-copies = Згадайте про копії: резервні копії, синхронізовані папки, надіслані листи.
key-search-now-seen = Чи міг його прочитати хтось, хто не повинен мати ключ? Відкрийте ключ і замініть його.
key-search-unreadable = { $count ->
        [one] Не вдалося прочитати { $count } файл або папку
        [few] Не вдалося прочитати { $count } файли або папки
       *[other] Не вдалося прочитати { $count } файлів або папок
    }
key-search-unreadable-text = Ви не маєте дозволу їх відкривати, або їх використовує інша програма.
key-search-incomplete = { $count ->
        [one] Не вдалося повністю перевірити { $count } zip-архів або документ
        [few] Не вдалося повністю перевірити { $count } zip-архіви або документи
       *[other] Не вдалося повністю перевірити { $count } zip-архівів або документів
    }
key-search-incomplete-text = Вони мають пароль, пошкоджені, стиснуті в незвичний спосіб або дуже великі після розпакування.
key-search-online = { $count ->
        [one] { $count } файл не на цьому комп’ютері
        [few] { $count } файли не на цьому комп’ютері
       *[other] { $count } файлів не на цьому комп’ютері
    }
key-search-online-text = Вони зберігаються в онлайн-сервісі, такому як OneDrive або iCloud, і їх спершу довелося б завантажити.
key-search-and-others = { $count ->
        [one] І ще { $count }.
        [few] І ще { $count }.
       *[other] І ще { $count }.
    }
key-search-new = Шукати ще раз

## The yearly review

review-heading = Щорічний перегляд
review-open = Щорічний перегляд
review-lead = Раз на рік переглядайте свої ключі: чи вони ще потрібні та хто їх має. Це займає близько хвилини на кожен ключ.
review-waiting = Отримуємо ваші ключі
review-none-heading = Немає ключів для перегляду
review-none-text = Під час перегляду ви проходите всі ключі, які використовуються.
review-last = Останній перегляд: { $day }.
review-never = Ви ще не переглядали своїх ключів.
review-due-from = Наступний потрібен від дати: { $day }.
review-due-now = Настав час для наступного.
review-part-keys = Ви відповідаєте на кілька запитань про кожен ключ.
review-part-account = Ви порівнюєте ключі для Європи зі списком Nova Post.
review-part-sign = Ви підписуєте перегляд і зберігаєте звіт для своїх документів. Самих ключів у ньому немає.
review-start = Почати перегляд
review-earlier = Попередні перегляди
review-keys = { $count ->
        [one] { $count } ключ
        [few] { $count } ключі
       *[many] { $count } ключів
    }
review-left = Що лишилося зробити після останнього перегляду
review-progress = Переглянуто ключів: { $done } з { $count }
review-check-works = Під час перевірки працював. Перевірено: { $day }
review-check-refused = Під час перевірки не був прийнятий. Перевірено: { $day }
review-check-expired = Під час перевірки строк дії вже сплив. Перевірено: { $day }
review-check-none = Ще не перевірено
review-need = Чи цей ключ ще комусь потрібен?
review-need-needed = Так
review-need-not_needed = Ні
review-need-unsure = Треба запитати
review-need-missing = Виберіть відповідь або натисніть «{ review-skip }»
review-people = Чи всі ці люди й далі повинні його мати?
review-people-all_stay = Так
review-people-somebody_left = Ні
review-people-unsure = Треба запитати
review-organizations = Чи він для правильних організацій?
review-organizations-right = Так
review-organizations-wrong = Ні
review-organizations-unsure = Треба запитати
review-facts-people = Хто його має
review-facts-nobody = Застосунок не знає нікого
review-facts-systems = Де використовується
review-facts-organizations = Для організацій
review-facts-created = Створено
review-facts-expires = Діє до
review-facts-check = Остання перевірка
review-person-given = { $person }: { $receiver }. Передано: { $day }
review-person-arrived = { $person }: { $receiver }. Передано: { $day }. Дійшов повністю
review-skip = Не зараз
review-open-key = Відкрити цей ключ
review-discard = Припинити перегляд
review-discard-heading = Припинити цей перегляд?
review-discard-text = Ваші відповіді буде видалено. Те, що ви зробили з ключами, залишиться.
review-discard-yes = Видалити відповіді
review-discard-no = Продовжити перегляд
review-portal-heading = Порівняйте зі списком Nova Post
review-portal-lead = Застосунок не може прочитати список Nova Post. Увійдіть на my.novapost.com, відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys) і знайдіть там кожен ключ.
review-portal-key = { $name }, закінчується на { $lastFour }
review-portal-in = Є у списку
review-portal-not-in = Немає у списку
review-portal-others = Чи є в тому списку ключ, якого немає тут?
review-portal-no_others = Ні
review-portal-others-yes = Так
review-portal-add = Додайте той ключ
review-portal-add-text = Якщо його деактивовано, нічого робити не треба. Якщо він активний і ви його маєте, додайте його тут. Якщо його не має ніхто, деактивуйте його там.
review-webhooks-heading = Хто отримує новини про ваші посилки?
review-webhooks-lead = Nova Post може сама надсилати новини про ваші посилки на певні адреси. Розробники називають їх вебхуками. Подивіться, чи всі вони вам відомі.
review-webhooks-show = Показати адреси
review-webhooks-asking = Запитуємо адреси в Nova Post
review-webhooks-none = У цього облікового запису немає таких адрес.
review-webhooks-more = Адрес більше. Ваш розробник може переглянути всі.
review-webhook-unreadable = Адреса, яку не вдалося прочитати
review-webhook-on = Увімкнено
review-webhook-off = Вимкнено
review-webhooks-question = Чи всі ці адреси вам відомі?
review-webhooks-all_known = Так
review-webhooks-some_unknown = Ні
review-webhooks-unknown = Запитайте про них розробника. Якщо якоїсь адреси ніхто не знає, можливо, ваш ключ має хтось сторонній: замініть ключ.
review-sign-heading = Підпишіть перегляд
review-sign-lead = У звіті будуть ваше ім’я та сьогоднішня дата.
review-sign-left = { $count ->
        [one] Ви не переглянули { $count } ключ. Це буде сказано у звіті.
        [few] Ви не переглянули { $count } ключі. Це буде сказано у звіті.
       *[many] Ви не переглянули { $count } ключів. Це буде сказано у звіті.
    }
review-sign-keys = Переглянути їх зараз
review-to-do = Що зробити тепер
review-to-do-text = Це випливає з ваших відповідей. Можна зробити це зараз або після підпису.
review-nothing = За вашими відповідями нічого робити не треба.
review-name = Ваше ім’я
review-name-hint = Ім’я та прізвище
review-name-missing = Введіть своє ім’я
review-sign = Підписати
review-done-heading = Перегляд підписано
review-done-text = Про наступний застосунок нагадає через рік.
review-report-save = Зберегти звіт
review-report-save-of = Зберегти звіт. Підписано: { $day }
review-do-deactivate-sandbox = Він нікому не потрібен. Nova Post не повідомляє, як деактивувати тестовий ключ. Позначте його тут деактивованим, щоб ним не користуватися.
review-do-deactivate-production = Він нікому не потрібен. Деактивуйте його на my.novapost.com, у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys). Потім позначте його тут.
review-do-deactivate-ukraine = Він нікому не потрібен. Видаліть його на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», якщо там є така можливість. Потім позначте його тут.
review-do-replace-sandbox = Його має той, хто не повинен. Nova Post не повідомляє, як відкликати тестовий ключ. Зверніться до її служби підтримки: servicedesk@novapost.com.
review-do-replace-production = Його має той, хто не повинен. Замініть ключ: лише новий закриє цій людині доступ.
review-do-replace-ukraine = Його має той, хто не повинен. Замініть ключ: лише новий закриє цій людині доступ.
review-do-organizations = Якщо неправильно записано тут, виправте запис. Якщо сам ключ створено не для тих організацій, замініть його.
review-do-not_in_portal = У списку Nova Post його немає. Можливо, ви увійшли в інший обліковий запис. Подивіться там ще раз.
review-do-ask = Запитайте людей, які ним користуються, і запишіть їхню відповідь.
review-ask-copy = Копіювати текст запитання
review-ask-text =
    Добрий день,

    Я переглядаю наші API-ключі. Один із них закінчується на { $lastFour }.

    Чи ви ще ним користуєтеся? У якій системі? Хто ще його має?

    Самого ключа мені не надсилайте.
review-report-title = Перегляд API-ключів
review-report-file-name = Перегляд ключів
review-report-about = Перегляд
review-report-started = Розпочато
review-report-signed = Підписано
review-report-by = Підпис
review-report-keys = Ключі
review-report-note = Створено застосунком { -app } на комп’ютері людини, яка підписала звіт. У звіті є лише останні чотири символи кожного ключа, самих ключів немає. Дані наведено на день, коли надано відповідь.
review-report-account = Обліковий запис
review-report-others = У списку Nova Post є ключ, якого немає у звіті
review-report-webhooks = Усі адреси вебхуків відомі
review-report-need = Ще потрібен
review-report-people = Усі вони й далі повинні його мати
review-report-right = Організації правильні
review-report-not-answered = Без відповіді
review-report-key = { $name }, закінчується на { $lastFour }
review-report-kind = Вид
review-report-not-reviewed = Не переглянуто
review-report-portal = Список Nova Post
review-report-left-out = (пропущено: можливо, це номер телефону)
review-report-to-do = Зробити
review-report-deactivate = Деактивувати
review-report-replace = Замінити
review-report-organizations = Виправити організації
review-report-not_in_portal = З’ясувати, чому його немає у списку Nova Post
review-report-ask = Запитати людей, які ним користуються
to-do-review-title = Час для щорічного перегляду
to-do-review-title-open = Перегляд ще не підписано
to-do-review-text = Ваш перший ключ тут уже рік. Подивіться, чи всі ключі ще потрібні та хто їх має.
to-do-review-text-last = Останній перегляд: { $day }. Подивіться, чи всі ключі ще потрібні та хто їх має.
to-do-review-text-open = Розпочато: { $day }
to-do-review-action = Переглянути ключі
history-review_signed = Підписано перегляд усіх ключів
help-fact-review-question = Як дізнатися, хто має наші ключі?
help-fact-review-answer = Пройдіть щорічний перегляд. Він охоплює всі ключі та людей, які їх мають, і створює звіт для ваших документів.

## A key that others may have seen

leak-heading = Цей ключ міг побачити хтось інший
leak-lead = Таке буває. { -app } крок за кроком покаже, що робити, і запам’ятає, що вже зроблено.
leak-cause = Що сталося?
leak-cause-hint = Якщо підходить кілька варіантів, виберіть той, за якого ключ могло побачити найбільше людей.
leak-cause-missing = Виберіть, що сталося
leak-cause-message = Його надіслано електронною поштою або в чаті
leak-cause-screen = Його було видно на екрані, на знімку або на відео
leak-cause-person_left = Людина, яка його мала, більше у вас не працює
leak-cause-device_lost = Загублено комп’ютер або телефон, на якому він був
leak-cause-public = Він був у відкритому доступі, наприклад на вебсторінці або в репозиторії коду
leak-report = Показати, що робити
leak-earlier = Попередні випадки
leak-earlier-line = { $cause }. Від: { $from }. Закрито: { $to }
leak-since = { $cause }. Повідомлено: { $day }
leak-change-cause = Змінити, що сталося
leak-change-save = Зберегти
leak-stepper = Що зробити
leak-run-lead-production = Кожен, хто має ключ, може діяти від імені вашої компанії. Це скінчиться, коли ключ буде замінено, а потім деактивовано в Nova Post.
leak-run-lead-sandbox = Тестовий ключ діє лише в тестовому середовищі, де все несправжнє. Та все ж пройдіть ці кроки, бо інші можуть користуватися ним там від вашого імені.
leak-run-lead-ukraine = Кожен, хто має ключ, може діяти від імені вашої компанії. Це скінчиться, коли ключ буде замінено, а потім деактивовано в Новій пошті.
leak-checked = Коли ці кроки востаннє звірено зі сторінками Nova Post: { $month }
leak-next = Далі: { $step }
leak-all-done = Усі кроки зроблено. Випадок можна закрити.
leak-entry-text = Якщо ключ надіслано, показано або загублено, { -app } підкаже, що робити.
leak-entry-open = Дізнатися, що робити
leak-entry-continue = Продовжити
leak-to-do-title = Ключ міг побачити хтось інший: { $name }
leak-close = Закрити випадок
leak-close-heading = Закрити випадок?
leak-close-keep = Залишити відкритим
leak-close-left = Кроки, яких не зроблено: { $count }
leak-close-text = Після цього Головна сторінка про нього не нагадуватиме. В історії ключа випадок залишиться.
leak-closed = Випадок закрито
leak-closed-text = Це записано в історії ключа. Закрито: { $day }
leak-closed-left = Кроки, яких не зроблено: { $count }
leak-history-reported = Його міг побачити хтось інший: { $cause }
leak-history-closed = Закрито випадок: ключ міг побачити хтось інший
leak-copy = Копіювати текст: { $heading }
leak-write-service_desk = Для служби підтримки Nova Post, { $address }
leak-write-nova_poshta = Для Нової пошти, на контакт із вашого договору
leak-replace-continue = Продовжити заміну

leak-search = Копії можуть бути й на цьому комп’ютері.
leak-take_back-message-title = Видаліть повідомлення
leak-take_back-message-text = Що менше копій, то безпечніше. Але повідомлення могли вже прочитати або зберегти, тож зробіть і наступні кроки.
leak-take_back-message-action-1 = Видаліть повідомлення для всіх, якщо чат або поштова програма це вміє.
leak-take_back-message-action-2 = Видаліть його у себе: у папці «Надіслані» й у кошику.
leak-take_back-message-action-3 = Попросіть отримувачів видалити його.
leak-take_back-message-for = Для тих, хто отримав повідомлення
leak-take_back-message-write =
    У повідомленні, яке ви отримали, є API-ключ нашої компанії.
    Останні символи ключа: { $lastFour }
    Видаліть це повідомлення, зокрема й з кошика, і нікому його не пересилайте.
    Решту зробимо ми, від вас більше нічого не треба. Повідомте мене, коли видалите, або якщо повідомлення має ще хтось.
leak-take_back-screen-title = Видаліть знімки й записи
leak-take_back-screen-text = Що менше копій, то безпечніше. Але хтось міг записати ключ, тож зробіть і наступні кроки.
leak-take_back-screen-action-1 = Видаліть знімок, відео або запис дзвінка всюди, де його збережено й поширено.
leak-take_back-screen-action-2 = Попросіть тих, хто його бачив, видалити свої знімки екрана й записи.
leak-take_back-screen-for = Для тих, хто бачив ключ
leak-take_back-screen-write =
    На екрані або на знімку було видно API-ключ нашої компанії.
    Останні символи ключа: { $lastFour }
    Якщо у вас є знімок екрана або запис, видаліть його й повідомте мене.
    Решту зробимо ми, від вас більше нічого не треба.
leak-take_back-person_left-title = Закрийте людині доступ
leak-take_back-person_left-text = Так роблять щоразу, коли хтось звільняється: ключ має бути лише в тих, кому він потрібен зараз.
leak-take_back-person_left-action-1 = Закрийте облікові записи цієї людини в системах, поштових скриньках і спільних папках, де є ключ.
leak-take_back-person_left-action-2 = Змініть паролі, які ця людина знала.
leak-take_back-person_left-action-3 = Попросіть її видалити свої копії ключа.
leak-take_back-person_left-for = Для людини, яка у вас більше не працює
leak-take_back-person_left-write =
    Для роботи у вас був API-ключ нашої компанії.
    Останні символи ключа: { $lastFour }
    Тепер він вам більше не потрібен. Видаліть свої копії в листах, чатах і файлах.
    Якщо ключ використовується там, де я можу про це не знати, повідомте мене. Дякую за допомогу.
leak-take_back-device_lost-title = Заблокуйте загублений пристрій
leak-take_back-device_lost-text = Блокування екрана й шифрування диска захищають те, що є на пристрої. Певності в тому і тому немає, тож зробіть і наступні кроки.
leak-take_back-device_lost-action-1 = Заблокуйте пристрій або зітріть його дані з іншого пристрою, якщо це налаштовано.
leak-take_back-device_lost-action-2 = Змініть паролі облікових записів і поштових скриньок, якими на ньому користувалися.
leak-take_back-device_lost-action-3 = Повідомте ІТ-відділ, а якщо пристрій украдено, то й поліцію.
leak-take_back-device_lost-for = Для вашого ІТ-відділу
leak-take_back-device_lost-write =
    Загублено комп’ютер або телефон нашої компанії. На ньому був API-ключ.
    Останні символи ключа: { $lastFour }
    Заблокуйте пристрій або зітріть його дані, якщо можете, і закрийте на ньому доступ до наших облікових записів.
    Повідомте мене, чи пристрій було заблоковано і чи його диск зашифровано. Про сам ключ подбаю я.
leak-take_back-public-title = Приберіть ключ із відкритого доступу
leak-take_back-public-text = Прибрати його варто, але вважайте, що ключ уже бачили: його могли скопіювати. Зробіть і наступні кроки.
leak-take_back-public-action-1 = Видаліть сторінку, допис або файл чи попросіть про це того, хто ними керує.
leak-take_back-public-action-2 = Репозиторій коду зберігає попередні версії. Попросіть розробника прибрати ключ і з них.
leak-take_back-public-action-3 = Пошукайте копії того самого тексту в інших місцях.
leak-take_back-public-for = Для того, хто керує цим місцем
leak-take_back-public-write =
    API-ключ нашої компанії потрапив у відкритий доступ.
    Місце:
    Останні символи ключа: { $lastFour }
    Приберіть його звідти, зокрема з попередніх версій і копій. Повідомте мене, коли це буде зроблено і відколи ключ там був.

leak-tell-for = Для тих, хто користується ключем
leak-tell-none = Для цього ключа не записано жодної системи чи людини. Пригадайте всіх, хто його отримував.
leak-tell-write-production =
    Наш API-ключ для Nova Post міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Про всяк випадок ми його замінюємо. Новий ключ ви отримаєте окремо. До того часу користуйтеся старим.
    Коли новий ключ запрацює, видаліть старий із листів, чатів і файлів.
    Якщо помітите посилки або запити, які не є нашими, повідомте мене.
leak-tell-write-sandbox =
    Наш тестовий ключ для Nova Post міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Він діє лише в тестовому середовищі, де все несправжнє. Користуйтеся ним, доки не отримаєте від мене звістки.
    Видаліть його з листів і чатів і тримайте лише там, де він потрібен вашій програмі.
leak-tell-write-ukraine =
    Наш API-ключ для Нової пошти міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Про всяк випадок ми його замінюємо. Новий ключ ви отримаєте окремо. До того часу користуйтеся старим.
    Коли новий ключ запрацює, видаліть старий із листів, чатів і файлів.
    Якщо помітите посилки або запити, які не є нашими, повідомте мене.

leak-production-replace-title = Замініть ключ
leak-production-replace-text = Створіть новий ключ і передайте його всім, кому він потрібен. Якщо ви вже бачите посилки, яких ніхто з вас не відправляв, почніть із кроку «{ leak-production-deactivate-title }». Тоді ваша програма чекатиме на новий ключ.
leak-production-tell-title = Повідомте тих, хто користується ключем
leak-production-tell-text = Вони мають знати, що ключ зміниться і які копії видалити.
leak-production-deactivate-title = Деактивуйте старий ключ
leak-production-deactivate-text = Зробіть це, коли всі матимуть новий ключ. Деактивованого ключа Nova Post не приймає.
leak-production-deactivate-action-1 = Відкрийте на my.novapost.com розділ «Інтеграції» → «API-ключі» (Integrations, API Keys). У списку видно, які ключі активні, а які деактивовано.
leak-production-deactivate-action-2 = Знайдіть старий ключ за назвою і датою створення та деактивуйте його. Відкриті сторінки Nova Post не показують, як саме.
leak-production-deactivate-if = Якщо деактивувати його там не вдається
leak-production-deactivate-write =
    Наш API-ключ для робочого середовища міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Коли про це повідомлено в компанії: { $day }
    Назва ключа на my.novapost.com:
    Організація:
    Ми його замінили. Чи можете ви деактивувати старий ключ або підказати, як це зробити?
leak-production-parcels-title = Пошукайте посилки, яких ніхто не відправляв
leak-production-parcels-text = З цим ключем інші могли створювати відправлення.
leak-production-parcels-action-1 = Порівняйте посилки компанії від того дня зі своїми замовленнями.
leak-production-parcels-action-2 = Найближчими тижнями переглядайте рахунки Nova Post.
leak-production-parcels-if = Якщо знайдуться посилки, яких ніхто не відправляв
leak-production-parcels-write =
    У нашому кабінеті є посилки, яких ми не відправляли.
    Їхні номери:
    Наш API-ключ міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Коли про це повідомлено в компанії: { $day }
    Чи можете ви зупинити ці посилки і підказати, що ще треба зробити?

leak-sandbox-deactivate-title = Попросіть Nova Post деактивувати ключ
leak-sandbox-deactivate-text = Самостійно припинити дію тестового ключа не можна, а новий запит повертає той самий ключ. Чи деактивує Nova Post тестові ключі, вона не каже. Відповісти може її служба підтримки.
leak-sandbox-deactivate-write =
    Мій тестовий API-ключ міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Номер телефону цього ключа: { $phone }
    Коли про це повідомлено в компанії: { $day }
    Моє повне ім’я:
    Чи можете ви деактивувати цей ключ і підказати, як отримати новий для того самого номера?
leak-sandbox-tell-title = Повідомте тих, хто користується ключем
leak-sandbox-tell-text = Вони мають про це знати і знати, які копії видалити.
leak-sandbox-replace-title = Візьміть інший тестовий ключ
leak-sandbox-replace-text = Якщо Nova Post надішле вам новий ключ або можна взяти тестовий ключ іншої людини, замініть цей. Якщо іншого ключа немає, тут більше нічого робити: позначте цей крок зробленим.

leak-ukraine-replace-title = Замініть ключ
leak-ukraine-replace-text = Створіть новий ключ і передайте його всім, кому він потрібен. Якщо ви вже бачите посилки, яких ніхто з вас не відправляв, почніть із кроку «{ leak-ukraine-deactivate-title }». Тоді ваша програма чекатиме на новий ключ.
leak-ukraine-tell-title = Повідомте тих, хто користується ключем
leak-ukraine-tell-text = Вони мають знати, що ключ зміниться і які копії видалити.
leak-ukraine-deactivate-title = Припиніть дію старого ключа в Новій пошті
leak-ukraine-deactivate-text = Зробіть це, коли всі матимуть новий ключ. Відкриті сторінки Нової пошти не показують, як саме, тож { -app } може назвати лише місце.
leak-ukraine-deactivate-action-1 = Відкрийте на new.novaposhta.ua «Налаштування» → «Безпека».
leak-ukraine-deactivate-action-2 = Знайдіть старий ключ і видаліть або деактивуйте його, якщо сторінка це дозволяє.
leak-ukraine-deactivate-if = Якщо зробити це там не вдається
leak-ukraine-deactivate-write =
    Наш API-ключ для Нової пошти міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Коли про це повідомлено в компанії: { $day }
    Компанія та ЄДРПОУ:
    Ми його замінили. Чи можете ви деактивувати старий ключ або підказати, як це зробити?
leak-ukraine-parcels-title = Пошукайте посилки, яких ніхто не відправляв
leak-ukraine-parcels-text = З цим ключем інші могли створювати відправлення.
leak-ukraine-parcels-action-1 = Порівняйте посилки компанії від того дня зі своїми замовленнями.
leak-ukraine-parcels-action-2 = Найближчими тижнями переглядайте рахунки Нової пошти.
leak-ukraine-parcels-if = Якщо знайдуться посилки, яких ніхто не відправляв
leak-ukraine-parcels-write =
    У нашому кабінеті є посилки, яких ми не відправляли.
    Їхні номери:
    Наш API-ключ міг побачити хтось інший.
    Останні символи ключа: { $lastFour }
    Коли про це повідомлено в компанії: { $day }
    Чи можете ви зупинити ці посилки і підказати, що ще треба зробити?

## A request from a developer

request-open = Відкрити запит розробника
request-open-from-hand-over = Розробник надіслав вам запит? Відкрийте його, і ці поля заповняться.
request-heading = Запит від розробника
request-open-lead = Розробник може надіслати файл або текст, у якому сказано, що йому потрібно. Відкривши його, ви нікому нічого не передаєте.
request-text = Текст запиту
request-text-hint = Вставте весь лист. Якщо ви отримали файл, відкрийте його або перетягніть у це вікно.
request-read = Відкрити запит
request-kept = Чекають на ключ
request-kept-open = Відкрити
request-kept-open-name = Відкрити запит: { $name }

request-problem-empty = Вставте текст запиту
request-problem-too_long = Для запиту це задовго. Вставте лише лист із ним.
request-problem-not_text = Цей файл не вдається прочитати як текст. Попросіть розробника надіслати його ще раз.
request-problem-private_key = Тут є приватний ключ, який може мати лише його власник. Видаліть повідомлення й попросіть розробника створити нову пару ключів і надіслати новий запит із публічним ключем.
request-problem-holds_secret = Тут є ключ Nova Post або токен. Видаліть повідомлення й повідомте розробника, що ключ могли прочитати інші.
request-problem-not_a_request = Це не запит. Запит починається з «BEGIN KEY REQUEST» або міститься у файлі, назва якого закінчується на «.keyrequest».
request-problem-several = Тут кілька різних запитів. Вставте лише один.
request-problem-damaged = Запит обрізаний або містить помилку. Скопіюйте його ще раз або попросіть розробника надіслати файл.
request-problem-newer_version = Цей запит створено для новішої версії { -app }. Оновіть { -app } і відкрийте його знову.
request-problem-unknown_member = { -app } не знає одного з полів цього запиту, тому не відкриває його. Повідомте розробника. Поле: { $name }
request-problem-missing = У цьому запиті бракує поля або воно порожнє. Попросіть у розробника новий запит. Поле: { $member }
request-problem-wrong_type = Одне з полів цього запиту має неправильну форму. Попросіть у розробника новий запит. Поле: { $member }
request-problem-member_too_long = Одне з полів цього запиту задовге. Попросіть у розробника новий запит. Поле: { $member }
request-problem-unsafe_text = В одному з полів цього запиту є приховані символи, через які текст може здаватися іншим. Не довіряйте йому, доки не зателефонуєте розробникові. Поле: { $member }
request-problem-unknown_value = Одне з полів цього запиту має значення, якого { -app } не знає. Повідомте розробника. Поле: { $member }
request-problem-not_for_system = Ця система не працює з таким ключем. Запитайте розробника, що йому потрібно. Система: { $system }. Ключ: { $environment }.

request-read-heading = Хтось просить ключ
request-read-lead = Ось що сказано в запиті. Написати його може будь-хто, під будь-яким іменем. Нічого не буде передано, доки ви не вирішите.
request-name = Ім’я в запиті
request-environment = Що просять
request-system = Для чого
request-needs = Просять також
request-needs-text = Чого немає в тексті для розробника, те повідомте йому самі.
request-public-key = Публічний ключ
request-note = Примітка
request-standing = Що відомо про цю людину
request-unknown = Через { -app } ви ще не передавали ключа цій людині. Ви чекаєте на цей запит? Якщо ви її не знаєте, закрийте його.
request-known-compared = Ви знаєте цю людину, і публічний ключ належить їй: ви порівняли слова. Ім’я: { $name }. Порівняно: { $day }.
request-known = Це публічний ключ із минулого разу. Його слів ще не порівнювали. Ім’я: { $name }
request-known-without-key = Ви вже передавали ключ цій людині, але без публічного ключа. Порівняйте слова, щоб упевнитися, що цей належить їй. Ім’я: { $name }
request-other-key = Публічний ключ не той, що раніше: { $name }
request-other-key-text = Або розробник має новий ключ, або хтось користується цим іменем, щоб отримати ваш. Зателефонуйте розробникові за номером, який знаєте, і порівняйте слова. До того передати ключ не можна. Попередній публічний ключ: { $known }
request-looks-like = Це ім’я схоже на ім’я людини, яку ви знаєте
request-looks-like-text = Літери не ті самі. Можливо, хтось імітує ім’я. Зателефонуйте людині, яку знаєте, і порівняйте слова. До того передати ключ не можна. У запиті: { $name }. Ви знаєте: { $known }.
request-words = Порівняйте чотири слова телефоном
request-words-text = Зателефонуйте розробникові за номером, який знаєте, а не за номером із запиту. Нехай він прочитає свої чотири слова. Якщо всі чотири однакові, надіслане вами не відкриє ніхто інший.
request-words-same = Усі чотири однакові
request-words-different = Вони різні
request-words-where = Де розробник знайде слова?
request-words-where-text = Їх показує програма, якою створено запит: keydesk request. Їх також можна обчислити з публічного ключа, як описано в docs/hand-over.md програми { -app }.
request-different = Не передавайте ключа тому, хто це написав
request-different-text = Цей публічний ключ створив хтось інший і міг би відкрити надіслане вами. Запитайте розробника, чи це його запит, і якщо так, попросіть новий. Потім натисніть «{ request-refuse }».
request-key = Який ключ ви хочете передати?
request-key-hint = Лише ключі того виду, про який просять.
request-no-key = Такого ключа у вас ще немає
request-no-key-sandbox = Тестовий ключ можна отримати за дві хвилини, з номером телефону з договору.
request-no-key-production = Робочий ключ створюють у кабінеті на my.novapost.com. Інструкція покаже кожен крок.
request-no-key-ukraine = Український ключ створюють у бізнес-кабінеті. Інструкція покаже кожен крок.
request-way-sandbox = Отримати тестовий ключ
request-way-production = Відкрити інструкцію
request-way-ukraine = Відкрити інструкцію
request-is-kept = Запит збережено. Він буде на головній сторінці, доки ви не передасте ключ.
request-is-kept-then = Запит буде збережено, і ви знайдете його на головній сторінці.
request-refuse = Я на це не чекаю
request-another = Відкрити інший запит
to-do-request-title = Чекає на ключ: { $name }
to-do-request-text-key = Такий ключ у вас уже є, його можна передати: { $kind }
to-do-request-text-no-key = Про що просять: { $kind }
to-do-request-action = Відкрити запит
request-program-words = Ваші чотири слова для телефонної розмови: { $words }
request-program-file = Цей файл не вдається прочитати або записати: { $file } ({ $error })

## Guides

guides-heading = Інструкції
guides-lead = Крок за кроком до ключа, який ви створюєте на сторінках Nova Post або Нової пошти.
guides-waiting = Читаємо, що вже зроблено
guides-steps = { $count ->
        [one] { $count } крок
        [few] { $count } кроки
       *[other] { $count } кроків
    }
guides-steps-between = Кроків: від { $fewest } до { $most }
guides-see-steps = Переглянути кроки
guides-see = Переглянути кроки: { $guide }
guides-in-progress = Розпочато
guides-unnamed = Без назви
guides-continue = Продовжити
guides-continue-run = Продовжити: { $organization }
guides-view = Переглянути
guides-view-run = Переглянути: { $organization }
guides-line-next = Далі: { $step }
guides-line-waiting = Чекаємо на відповідь Nova Post
guides-line-arrived = Усі кроки зроблено
guides-progress = Зроблено кроків: { $done } з { $count }
guides-far = { $done } з { $count }
guides-now = Крок { $number }: { $step }
guides-organizations = Організації
guides-stepper = Кроки до ключа
guides-test-key-heading = Хочете лише щось випробувати?
guides-test-key-text = Тоді вистачить тестового ключа. { -app } отримає його для вас.
guide-checked = Востаннє звірено зі сторінками Nova Post: { $month }

guides-organization = Для якої організації?
guides-organization-another = Для іншої організації
guides-organization-hint = Назва, як у договорі. Для кожної організації кроки позначаються окремо.
guides-organization-hint-free = Назва допоможе, якщо їх кілька. Можна залишити порожнім.
guides-organization-missing = Введіть назву організації.
guides-start = Почати
guides-expect = Що на вас чекає
guides-expect-text = Зупинитися можна після будь-якого кроку. { -app } пам’ятає, де ви, навіть якщо його закрити.
guides-practice = Ви в режимі практики
guides-practice-text = Усе, що ви тут позначаєте, стосується лише практики. Посилання відкривають навчальні сторінки на цьому комп’ютері, тож інструкцію можна пройти до кінця.
guides-practice-open = Відкрити сторінку практики

guides-rename = Перейменувати
guides-name = Додати назву
guides-rename-heading = Назва організації
guides-rename-save = Зберегти назву
guides-another = Для іншої організації
guides-another-heading = Для іншої організації
guides-delete = Видалити цю інструкцію
guides-delete-heading = Видалити цю інструкцію?
guides-delete-lost = Буде видалено ваші відповіді й текст листа. Організація: { $organization }
guides-delete-lost-unnamed = Буде видалено ваші відповіді.
guides-delete-stays = У Nova Post нічого не зміниться. Ваші ключі в { -app } залишаться.
guides-delete-sure = Видалити
guides-delete-keep = Залишити

guides-prepare = Що потрібно
guides-actions = Що зробити
guides-signs = Як ви про це дізнаєтеся
guides-done = Зроблено
guides-not-done = Позначити як не зроблене
guides-yes = Так
guides-no = Ні
guides-confirm = Перевірте, чи все так
guides-confirm-missing = { $count ->
        [1] Лишився один пункт
        [one] Лишився { $count } пункт
        [few] Лишилося { $count } пункти
       *[other] Лишилося { $count } пунктів
    }
guides-confirm-meanwhile = Тим часом можна прочитати інші кроки. Усе позначене збережено.
guides-somebody-else = Представник — інша людина
guides-somebody-else-text = Тоді ключ створюють на ім’я цієї людини. Надішліть їй цей текст або пройдіть інструкцію разом.
guides-somebody-else-for = Для представника
guides-somebody-else-copy = Копіювати текст для представника
guides-somebody-else-message =
    Добрий день,

    { $named ->
        [no] Нашому розробнику потрібен робочий ключ API Nova Post.
       *[yes] Нашому розробнику потрібен робочий ключ API Nova Post ({ $organization }).
    } Nova Post дає його лише людині, яку наш договір із Nova Post називає довіреною особою (представником компанії). Це ви.

    Що я прошу зробити:
    1. Увійдіть на my.novapost.com з телефоном та електронною адресою з договору. Ще не маєте кабінету? Зареєструйтеся з ними.
    2. Відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys) і почніть створювати робочий ключ. Наша організація є в переліку? Тоді створіть ключ.
    3. Нашої організації там немає? Напишіть нашому менеджеру з продажу в Nova Post або на servicedesk@novapost.com і попросіть зв’язати ваш кабінет із нашою компанією. Коли Nova Post відповість, створіть ключ там само.

    Не надсилайте мені ключ електронною поштою чи в чаті. Скажіть, коли будете готові: зробимо це разом, у { -app }.

    Дякую
guides-ask-change = Відповідь можна змінити.
guides-write = Написати листа
guides-write-open = Відкрити лист
guides-write-sent = Лист надіслано
guides-write-sent-on = Лист надіслано: { $day }
guides-write-sent-already = Уже надіслано
guides-write-sent-otherwise = Надіслано в інший спосіб
guides-write-then = Тепер має відповісти Nova Post. Переходьте до наступного кроку.
guides-write-emptied = У листі є порожні поля
guides-write-emptied-text = Відкрийте лист і заповніть їх. Тоді крок знову буде виконано.
guides-wait = Чекаємо на відповідь Nova Post
guides-wait-meanwhile = Тим часом вирішіть: один ключ чи кілька
guides-wait-over = Nova Post відповіла
guides-choose-many = Скільком організаціям потрібен ключ?
guides-choose-many-one = Одній
guides-choose-many-several = Кільком
guides-choose-teams = З ключами працюватимуть різні команди або компанії?
guides-choose-apart = Чи треба мати змогу деактивувати один ключ, не зачіпаючи решти?
guides-choose-advice-one = Наша порада: один ключ
guides-choose-advice-each = Наша порада: окремий ключ для кожної організації
guides-choose-reason-single = Для однієї організації досить одного ключа.
guides-choose-reason-teams = Тоді кожна команда бачить лише свою організацію. Якщо ключ потрапить до чужих рук, решта в безпеці.
guides-choose-reason-apart = Деактивувати можна лише весь ключ. З окремими ключами решта працює далі.
guides-choose-reason-together = З усіма працюють ті самі люди, а за одним ключем легше стежити.
guides-choose-choice = Як ви зробите?
guides-choose-choice-hint = Це лише порада. Вирішуєте ви.
guides-choose-missing = Виберіть один із двох варіантів.
guides-choose-one = Один ключ для всіх
guides-choose-one-text = Створюючи ключ, позначте всі організації.
guides-choose-each = Окремий ключ для кожної організації
guides-choose-each-text = Створюйте ключі по одному, кожен для однієї організації. Для кожного ключа кроки позначаються окремо.
guides-add-key = Додати ключ
guides-see-key = Переглянути ключ
guides-check = Перевірити ключ
guides-check-again = Перевірити ще раз
guides-accepted-on = Прийнято: { $day }
guides-tell-developer = Для розробника
guides-tell-colleagues = Для колег
guides-tell-copy = Копіювати
guides-tell-copy-developer = Копіювати текст для розробника
guides-tell-copy-colleagues = Копіювати текст для колег
guides-practice-mark = ПРАКТИКА: цей текст із режиму практики. Ключ несправжній.
guides-tell-developer-text =
    У нас є ключ до API Nova Post. Сам ключ передам окремо. Він закінчується на { $lastFour }.

    Організація: { $organization }
    Середовище: робоче (production)
    Адреса: { $address }
    Токен: обміняйте ключ на JWT запитом GET clients/authorization?apiKey=…
    Заголовок кожного запиту: Authorization: <jwt> (лише токен, без «Bearer»)
    Токен діє близько години. Отримуйте новий завчасно й ніде його не зберігайте.

    Не тримайте ключ у коді, журналах і чатах. Спершу випробуйте все з тестовим ключем у тестовому середовищі (sandbox).
guides-tell-colleagues-text =
    Тепер у нас є ключ Nova Post. Його створено на моє ім’я, і він зберігається в мене. Організація: { $organization }

    Хто має ключ, може діяти в Nova Post від нашого імені. Тому я передаю його лише тим, чиїм програмам він потрібен, — не електронною поштою, не в чаті й нікому поза компанією.
    Скажіть мені, коли комусь він більше не потрібен.
    Якщо ключ міг побачити хтось інший, скажіть одразу. Я деактивую його й створю новий.
guides-arrived-others = Ви вибрали окремий ключ для кожної організації. Почніть знову для наступної.

guide-europe-title = Робочий ключ (production), Європа
guide-europe-lead = Для справжніх відправлень через Nova Post у Європі. Ви створюєте ключ у своєму кабінеті My Nova Post.
guide-europe-time = Близько пів години. Якщо спершу треба написати до Nova Post, доведеться ще зачекати на відповідь.
guide-europe-arrived = Ваш робочий ключ готовий
guide-europe-arrived-text = Його збережено, він працює, а інші знають усе, що їм потрібно.

guide-europe-person-title = Переконайтеся, що це саме ви
guide-europe-person-text = Nova Post видає ключі людям, а не компаніям. У договорі компанії вказано одну людину: довірену особу (представника компанії). Ключ створюють на її ім’я. Хтось у вашій компанії вже має ключ? Тоді можна призначити саме цю людину.
guide-europe-person-prepare-1 = Договір вашої компанії з Nova Post
guide-europe-person-check-natural = Ключ буде створено на моє власне ім’я
guide-europe-person-check-natural-text = Потрібна людина з власним кабінетом, а не відділ чи спільна скринька.
guide-europe-person-check-contract = У договорі мене зазначено довіреною особою
guide-europe-person-check-contract-text = Пошукайте своє ім’я в договорі з Nova Post.
guide-europe-person-check-details = Мої телефон і електронна адреса такі, як у договорі
guide-europe-person-check-details-text = У вашому кабінеті мають бути ті самі.
guide-europe-person-otherwise-natural = Ці кроки має пройти людина, яка матиме ключ. Покажіть їй цю сторінку.
guide-europe-person-otherwise-contract = Попросіть компанію вказати вас у договорі з Nova Post як довірену особу або призначити того, хто вже має ключ.
guide-europe-person-otherwise-details = Попросіть компанію виправити в договорі ваш телефон і електронну адресу.

guide-europe-account-title = Увійдіть до свого кабінету
guide-europe-account-text = Ви створюєте ключ у власному кабінеті на my.novapost.com. Якщо кабінет уже є, удруге не реєструйтеся.
guide-europe-account-action-1 = Увійдіть на my.novapost.com. Ще немає кабінету? Зареєструйтеся з телефоном та електронною адресою з договору.
guide-europe-account-practice = Ви там уже ввійшли. Реєструватися не потрібно.

guide-europe-offered-title = Пошукайте свою організацію
guide-europe-offered-text = Можливо, Nova Post уже приєднала ваш кабінет до організації. Тоді листа не треба, і чекати не доведеться.
guide-europe-offered-action-1 = Відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys).
guide-europe-offered-action-2 = Почніть створювати ключ. Сторінка покаже перелік організацій: знайдіть у ньому свою.
guide-europe-offered-question = Ваша організація є в переліку?
guide-europe-offered-answer-yes = Так, є
guide-europe-offered-answer-no = Ні
guide-europe-offered-only-if-no = Лише якщо вашої організації в переліку немає
guide-europe-offered-added-no = Вашої організації в переліку немає, тож в інструкції на два кроки більше: лист і відповідь.
guide-europe-offered-practice = У практиці перелік спершу порожній. Виберіть «{ guide-europe-offered-answer-no }» і побачите весь шлях, з листом і відповіддю.

guide-europe-affiliate-title = Напишіть до Nova Post
guide-europe-affiliate-text = Nova Post має приєднати ваш кабінет до компанії й робить це після одного листа від вас. { -app } складе його: вам лишиться заповнити кілька полів.
guide-europe-affiliate-prepare-1 = Назва й податковий номер компанії
guide-europe-affiliate-prepare-2 = Електронна адреса вашого менеджера з продажу в Nova Post, якщо ви її знаєте

guide-europe-answer-title = Дочекайтеся відповіді Nova Post
guide-europe-answer-text = Тепер менеджер або служба підтримки Nova Post приєднує вас до компанії. Скільки це триватиме, Nova Post не каже. { -app } тим часом можна закрити.
guide-europe-answer-action-1 = В електронній пошті: лист від Nova Post.
guide-europe-answer-action-2 = У кабінеті: «Інтеграції» → «API-ключі» (Integrations, API Keys) показує ваші організації, коли ви створюєте ключ.
guide-europe-answer-practice = У практиці ніхто не відповість. Відкрийте My Nova Post і знайдіть там «Зіграйте менеджера з продажу». Тоді ваша організація з’явиться в кабінеті.

guide-europe-organizations-title = Вирішіть: один ключ чи кілька
guide-europe-organizations-text = Ключ може бути для однієї організації або для кількох. Кілька запитань допоможуть вирішити. Доки ключа не створено, можна передумати.

guide-europe-create-title = Створіть ключ
guide-europe-create-text = Ви створюєте ключ у своєму кабінеті My Nova Post. Він діє одразу.
guide-europe-create-action-1 = На my.novapost.com відкрийте «Інтеграції» → «API-ключі» (Integrations, API Keys).
guide-europe-create-action-2 = Створіть ключ для робочого середовища (production).
guide-europe-create-action-3 = Виберіть організації, для яких він потрібен. На сторінці видно всі, що належать до вашого кабінету.
guide-europe-create-done = Готово, коли ключ видно там у списку. Не закривайте ту сторінку.

guide-europe-add_key-title = Додайте ключ до { -app }
guide-europe-add_key-text = { -app } бере скопійований ключ і зберігає його у сховищі паролів цього комп’ютера.
guide-europe-add_key-action-1 = Скопіюйте ключ на сторінці Nova Post.
guide-europe-add_key-action-2 = Поверніться сюди й натисніть «{ guides-add-key }».

guide-europe-check-title = Перевірте, чи він працює
guide-europe-check-text = { -app } звертається з цим ключем до Nova Post і каже вам, чи вона його приймає. Це нічого не змінює.

guide-europe-tell-title = Повідомте інших
guide-europe-tell-text = Розробникові потрібні кілька фактів. Колегам варто знати, у кого ключ. Обидва тексти готові, самого ключа в них немає.

guide-ukraine-title = Ключ для України
guide-ukraine-lead = Для Нової пошти в Україні. Компанія в Україні створює ключ сама, у своєму бізнес-кабінеті.
guide-ukraine-time = Кілька хвилин за один раз.
guide-ukraine-arrived = Ваш ключ для України готовий
guide-ukraine-arrived-text = Його збережено й перевірено. Розробник користується ним без токена.

guide-ukraine-cabinet-title = Увійдіть як компанія
guide-ukraine-cabinet-text = Ключ належить до бізнес-кабінету вашої компанії в Україні. Ваша компанія в іншій країні? Тоді вам потрібна інша інструкція.
guide-ukraine-cabinet-action-1 = Увійдіть на new.novaposhta.ua як юридична особа.

guide-ukraine-create-title = Створіть ключ і скопіюйте його
guide-ukraine-create-text = Нова пошта створює ключ одразу. В її інструкції він називається кодом.
guide-ukraine-create-action-1 = Відкрийте «Налаштування» → «Безпека».
guide-ukraine-create-action-2 = Натисніть «Створити ключ».
guide-ukraine-create-action-3 = Скопіюйте весь ключ. Після цього більше нічого не копіюйте.

guide-ukraine-add_key-title = { guide-europe-add_key-title }
guide-ukraine-add_key-text = { guide-europe-add_key-text }
guide-ukraine-add_key-action-1 = Натисніть «{ guides-add-key }», доки ключ у буфері обміну.

guide-ukraine-check-title = { guide-europe-check-title }
guide-ukraine-check-text = { -app } запитує Нову пошту, для якої компанії цей ключ. Це нічого не змінює.

guide-method_1-title = Тестовий ключ на сторінці Nova Post
guide-method_1-lead = Такий самий тестовий ключ можна створити на сторінці самої Nova Post. Вона стане в пригоді, якщо { -app } не може зв’язатися з Nova Post.
guide-method_1-time = Кілька хвилин за один раз.
guide-method_1-arrived = Ваш тестовий ключ готовий
guide-method_1-arrived-text = Його збережено, і він працює. Розробник може з ним усе випробувати.
guide-method_1-instead = Хай тестовий ключ отримає { -app }

guide-method_1-registered-title = Перевірте свій кабінет
guide-method_1-registered-text = Nova Post створює тестовий ключ для зареєстрованого номера телефону. Українські номери (+380) не приймаються: візьміть інший номер із договору або напишіть на servicedesk@novapost.com.
guide-method_1-registered-action-1 = Увійдіть на my.novapost.com і звірте номер. Ще немає кабінету? Зареєструйтеся там.
guide-method_1-registered-practice = Номер кабінету практики — 498213437654. Реєструватися не потрібно.

guide-method_1-page-title = Відкрийте сторінку Nova Post
guide-method_1-page-text = Ключ створює форма на порталі Nova Post.
guide-method_1-page-action-1 = Відкрийте сторінку за посиланням нижче, знайдіть розділ про тестовий API-ключ і перейдіть до створення тестового ключа. На англійській сторінці це «method 1» і «Generate a test key».

guide-method_1-phone-title = Надішліть запит
guide-method_1-phone-text = Формі потрібен лише ваш номер телефону. Запит можна надсилати раз на день.
guide-method_1-phone-action-1 = Введіть номер: лише цифри, з кодом країни, без плюса. Приклад: 49XXXXXXXXX.
guide-method_1-phone-action-2 = Надішліть запит.
guide-method_1-phone-done = Готово, коли сторінка показує ключ. Не закривайте її.

guide-method_1-add_key-title = { guide-europe-add_key-title }
guide-method_1-add_key-text = { guide-europe-add_key-text }
guide-method_1-add_key-action-1 = { guide-europe-add_key-action-1 }
guide-method_1-add_key-action-2 = { guide-europe-add_key-action-2 }

guide-method_1-check-title = { guide-europe-check-title }
guide-method_1-check-text = { guide-europe-check-text }

## An email address, wherever it is typed

email-problem-no_at = Бракує символу @.
email-problem-no_name = Чогось бракує перед @.
email-problem-no_domain = Чогось бракує після @. Приклад: company.com
email-problem-space_inside = Усередині адреси є пробіл або поруч стоїть слово.
email-problem-several_addresses = Тут кілька адрес. Введіть одну.
email-problem-mixed_alphabets = { $alphabet ->
    [cyrillic] Літера «{ $letter }» у «{ $part }» — кирилична. Вона лише схожа. Введіть «{ $part }» ще раз.
    [greek] Літера «{ $letter }» у «{ $part }» — грецька. Вона лише схожа. Введіть «{ $part }» ще раз.
    [latin] Літера «{ $letter }» у «{ $part }» — латинська. Вона лише схожа. Введіть «{ $part }» ще раз.
   *[other] Літера «{ $letter }» у «{ $part }» — з іншої абетки. Введіть «{ $part }» ще раз.
}
email-problem-not_an_address = Це не електронна адреса. Приклад: name@company.com

## Practice

practice-heading = Практика
practice-lead = Виберіть номер і подивіться, що з ним зробить { -app }.
practice-time = Час
practice-more = Інше
practice-time-text = Переведіть годинник практики вперед і побачите, як спливають строки ключів і з’являються нагадування.
practice-time-now = Той самий час, що й на комп’ютері
practice-time-moved = { $direction ->
        [behind] Дата в практиці: { $date }. Відставання від комп’ютера: { $span }
       *[ahead] Дата в практиці: { $date }. Випередження комп’ютера: { $span }
    }
practice-time-distance = { $direction ->
        [behind] Відставання від комп’ютера: { $span }
       *[ahead] Випередження комп’ютера: { $span }
    }
practice-time-far = Це занадто далеко. Годинник практики може випереджати час щонайбільше на { $years } років.
practice-time-back = Повернутися до сьогодні
practice-time-is-back = Годинник практики знову показує сьогоднішній день.
practice-time-not-kept = Не вдалося зберегти час практики. Він діятиме, доки ви не закриєте { -app }.
practice-pass-day = На день уперед
practice-pass-forty = На 40 днів уперед
practice-pass-year = На 13 місяців уперед
practice-date = Або перейти до дати
practice-date-new = Нова дата
practice-date-day = День
practice-date-month = Місяць
practice-date-year = Рік
practice-date-go = Перейти до дати
practice-date-none = Такого дня в цьому місяці немає.
practice-date-past = Годинник іде лише вперед. Виберіть пізнішу дату або спершу поверніться до сьогодні.
practice-date-far = Це занадто далеко. Годинник практики може випереджати час щонайбільше на { $years } років.
practice-book = Телефонна книга
practice-own = Ваші власні номери
practice-own-text = Для показу: додайте номери, які знає ваша аудиторія. Вони лишаються на цьому комп’ютері, і ніхто на них не телефонує.
practice-own-add = Додати номер
practice-own-add-text = Пишіть його в будь-якому форматі.
practice-own-situation = Що станеться з цим номером
practice-own-keep = Додати цей номер
practice-own-added = Додано до телефонної книги: { $number }
practice-own-remove = Прибрати
practice-own-remove-number = Прибрати номер { $number }
practice-own-removed = Прибрано з телефонної книги: { $number }. Його навчальний ключ більше не діє.
practice-own-ukraine = Для українських номерів Nova Post не створює тестових ключів, тож і практика їх не приймає.
practice-own-not_a_phone = Це не номер телефону. Перевірте цифри.
practice-own-in_the_book = Цей номер уже є в телефонній книзі.
practice-own-added_already = Цей номер уже додано. Щоб змінити ситуацію, спершу приберіть його.
practice-own-too_many = Уже є 1000 номерів. Спершу приберіть один.
practice-start-again = Почати знову
practice-start-again-text = Усе в режимі практики буде видалено.
practice-clear = Очистити практику
practice-clear-heading = Очистити практику?
practice-clear-goes = З цього комп’ютера буде видалено:
practice-clear-keys = усі навчальні ключі й токени
practice-clear-guides = інструкції, листи й нагадування практики
practice-clear-nova-post = навчальні кабінети з їхніми ключами та годинник практики
practice-clear-numbers = { $count ->
        [one] { $count } ваш номер
        [few] { $count } ваші номери
       *[other] { $count } ваших номерів
    }
practice-clear-keep = Залишити мої власні номери
practice-clear-first-heading = Спершу очистити практику?
practice-clear-first-text = У практиці вже є ключі або справи. Без них стежити за сценарієм легше.
practice-clear-first = Очистити практику й почати
practice-clear-not = Почати, не очищуючи
practice-clear-account = Вашого справжнього кабінету це не стосується.
practice-cleared = Практику очищено.
practice-waiting = Читаємо телефонну книгу
practice-group-works = Усе працює
practice-group-number = Проблема з номером
practice-group-service = Проблема на боці Nova Post
practice-group-afterwards = Ключ є, але потім виникає проблема
practice-use = Вибрати
practice-use-number = Вибрати номер { $number }
practice-others = Інші номери в практиці не зареєстровано.
practice-situation-new_key = Зареєстрований, без ключа: Nova Post створить новий.
practice-situation-active_key = Має ключ, створений 40 днів тому: Nova Post подовжить його на рік.
practice-situation-expired_key = Має прострочений ключ: він знову діятиме.
practice-situation-cleaned_up_key = Старий ключ у Nova Post уже видалено: вона створить новий.
practice-situation-phone_refused = Здається правильним, але Nova Post його не приймає.
practice-situation-not_registered = Не зареєстрований на my.novapost.com.
practice-situation-several_clients = Належить кільком кабінетам.
practice-situation-daily_limit = Сьогодні запит із ним уже був.
practice-situation-service_error = У Nova Post збій.
practice-situation-service_unavailable = Nova Post деякий час перевантажена.
practice-situation-no_answer = Хвилину немає відповіді.
practice-situation-web_page = Замість відповіді приходить вебсторінка.
practice-situation-cut_answer = Надходить лише половина відповіді.
practice-situation-lost_answer = Ключ створено, але відповідь губиться.
practice-situation-key_refused = Отримає ключ, якого Nova Post потім не прийме.
practice-situation-short_tokens = Отримає ключ, токени якого діють дві хвилини.
practice-situation-clock_ahead = Годинник Nova Post на дві години попереду вашого.
practice-situation-access_forbidden = Отримає ключ, але кабінету не дозволено отримувати токени.
practice-situation-too_many_tokens = Отримає ключ, але в кабінеті вже забагато токенів.
practice-situation-token_unavailable = Отримає ключ, але Nova Post перевантажена й не створить токена.
practice-situation-list_not_found = Отримає ключ і токен, але списку для перевірки не буде.
practice-situation-list_unavailable = Отримає ключ і токен, але для перевірки Nova Post буде перевантажена.

## Presenter view

shortcut-presenter = Режим доповідача: показати або сховати сценарій
presenter-heading = Режим доповідача
presenter-text = Для проєктора: усе більше, ключі приховано, а сценарій поруч підказує, що сказати й що натиснути. Показати або сховати: { $keys }
presenter-size = Розмір тексту в режимі доповідача
presenter-choose = Який сценарій?
presenter-start = Почати
presenter-continue = Продовжити
presenter-fold = Сховати сценарій
presenter-unfold = Показати сценарій
presenter-leave = Вийти з режиму доповідача
presenter-steps = Кроки сценарію
presenter-mark = { $number }. { $title }
presenter-mark-done = { $number }. { $title }: зроблено
presenter-where = { $minutes ->
        [one] Крок { $number } з { $count }, залишилося близько { $minutes } хвилини
        [few] Крок { $number } з { $count }, залишилося близько { $minutes } хвилин
       *[other] Крок { $number } з { $count }, залишилося близько { $minutes } хвилин
    }
presenter-ticked = Зроблено: { $step }
presenter-page = Сторінка: { $page }
presenter-say = Скажіть
presenter-do = Зробіть
presenter-fill = Ввести { $number }
presenter-back = Назад
presenter-next = Далі
presenter-then = Далі: { $step }
presenter-end = Це кінець сценарію
presenter-end-text = Час для запитань. Усе створене лишається в режимі практики: можна одразу спробувати самостійно.
presenter-restart = Очистити практику й почати знову
reveal-covered = Увімкнено режим доповідача, тому ключ приховано.
reveal-covered-passphrase = Увімкнено режим доповідача, тому парольну фразу приховано.
reveal-gaps = Проміжки не є частиною ключа.

script-first_key-title = Ваш перший тестовий ключ, { $minutes } хв
script-first_key-about = Від номера телефону до токена, що працює.
script-first_key-begin-title = З чого починаємо
script-first_key-begin-say = Це { -app } у режимі практики. Він працює з навчальною Nova Post на цьому комп’ютері. Назовні нічого не надсилається, і нічого не зіпсувати.
script-first_key-begin-do = Натисніть «{ home-start-test-key }».
script-first_key-number-title = Номер телефону
script-first_key-number-say = Nova Post потрібен лише номер телефону. Пишіть його в будь-якому форматі. Нижче видно саме ті цифри, які буде надіслано.
script-first_key-number-do = Введіть номер і натисніть «{ test-key-continue }».
script-first_key-send-title = Перевірити й надіслати
script-first_key-send-say = Досі нічого не надіслано. Запит можна надсилати раз на день, і він нічого не зіпсує.
script-first_key-send-do = Натисніть «{ test-key-send }».
script-first_key-copy-title = Ключ збережено
script-first_key-copy-say = Ключ одразу потрапив до сховища паролів цього комп’ютера. Ми бачимо лише останні чотири символи. Якщо його скопіювати, копія невдовзі зникне з буфера обміну.
script-first_key-copy-do = Натисніть «{ key-copy }».
script-first_key-show-title = Подивитися на ключ
script-first_key-show-say = Якщо треба побачити ключ, він відкриється в окремому вікні. Поки триває показ, його приховано.
script-first_key-show-do = Натисніть «{ key-show }», а потім закрийте окреме вікно.
script-first_key-token-title = Токен
script-first_key-token-say = Ключ отримує токен, який діє близько години. Сам ключ лишається тут.
script-first_key-token-do = Натисніть «{ token-get }».
script-first_key-check-title = Чи він працює?
script-first_key-check-say = { -app } звертається з токеном до Nova Post. Якщо вона його приймає, ключ працює. Це нічого не змінює.
script-first_key-check-do = Натисніть «{ token-try }».
script-first_key-home-title = Через пів року
script-first_key-home-say = А через пів року, коли все це забудеться?
script-first_key-home-do = Перейдіть на сторінку «{ nav-home }».
script-first_key-home-seen = Тут видно, що у вас є, до якого дня воно діє і що робити далі.

script-trouble-title = Коли щось іде не так, { $minutes } хв
script-trouble-about = Чому запит може не вдатися і що робити далі.
script-trouble-invalid-title = Номер з помилкою
script-trouble-invalid-say = Описка: номер здається правильним, але Nova Post його не приймає.
script-trouble-invalid-do = Введіть номер і надішліть запит.
script-trouble-invalid-seen = Картка каже, що сталося, хто має діяти й що робити зараз. Введений номер залишився на місці.
script-trouble-unknown-title = Незареєстрований номер
script-trouble-unknown-say = Nova Post знаходить людину за номером телефону її кабінету. Цього номера ніхто не реєстрував.
script-trouble-unknown-do = { script-trouble-invalid-do }
script-trouble-unknown-seen = Перша кнопка веде до реєстрації. Потім повторіть запит із тим самим номером.
script-trouble-several-title = Два кабінети, один номер
script-trouble-several-say = Той самий номер зареєстрували двоє. Nova Post не знає, чий ключ створити.
script-trouble-several-do = { script-trouble-invalid-do }
script-trouble-several-seen = Виправити це може лише Nova Post. Під кнопкою «{ failure-action-write }» лист уже готовий.
script-trouble-daily-title = Раз на день
script-trouble-daily-say = Запит можна надсилати раз на день. А якщо хтось уже надіслав?
script-trouble-daily-do = { script-trouble-invalid-do }
script-trouble-daily-seen = Години картка не обіцяє. Вона каже «завтра», а { -app } може нагадати.
script-trouble-busy-title = Nova Post перевантажена
script-trouble-busy-say = Часом Nova Post має забагато запитів.
script-trouble-busy-do = { script-trouble-invalid-do }
script-trouble-busy-seen = З нашого боку все гаразд. Картка відлічує секунди до наступної спроби.
script-trouble-lost-title = Відповідь утрачено
script-trouble-lost-say = Найгірший випадок: Nova Post створює ключ, а з’єднання обривається, перш ніж він дійде.
script-trouble-lost-do = { script-trouble-invalid-do }
script-trouble-lost-seen = Ключ утрачено? Ні. На повторний запит Nova Post надішле той самий ключ або відповість «завтра». У режимі практики вона надсилає ключ.
script-trouble-again-title = Нічого не втрачено
script-trouble-again-say = Тож надсилаємо запит ще раз.
script-trouble-again-do = Натисніть «{ failure-action-ask-again }».
script-trouble-again-seen = Нічого не втрачено. Якби комп’ютер вимкнувся, про запит нагадала б головна сторінка.
script-trouble-refused-title = Ключ, якого не прийнято
script-trouble-refused-say = Ключ можуть і деактивувати.
script-trouble-refused-do = Введіть номер і надішліть запит. Потім натисніть «{ token-get }».
script-trouble-refused-seen = Це видно, щойно попросити токен. Картка веде назад до ключа, що працює.

script-year_later-title = Через рік, { $minutes } хв
script-year_later-about = Годинник іде на 13 місяців уперед. Що стане з ключем?
script-year_later-key-title = Сьогоднішній ключ
script-year_later-key-say = Починаємо з нового тестового ключа. У режимі практики він діє рік.
script-year_later-key-do = { script-trouble-invalid-do }
script-year_later-token-title = І токен
script-year_later-token-say = Токен діє близько години.
script-year_later-token-do = Натисніть «{ token-get }».
script-year_later-day-title = Минає день
script-year_later-day-say = Ми переводимо годинник практики, а не комп’ютера. Через день токен уже не діє. Ключ діє й далі.
script-year_later-day-do = Перейдіть на сторінку «{ nav-practice }» і натисніть «{ practice-pass-day }».
script-year_later-year-title = Через тринадцять місяців
script-year_later-year-say = Минув рік, і про ключ ніхто не згадав.
script-year_later-year-do = Натисніть «{ practice-pass-year }».
script-year_later-home-title = Що каже головна сторінка
script-year_later-home-say = Що скаже { -app } після такої перерви?
script-year_later-home-do = Перейдіть на сторінку «{ nav-home }».
script-year_later-again-title = Подовжуємо ключ
script-year_later-again-say = Строк дії ключа сплив, і головна сторінка каже про це насамперед. На запит із тим самим номером Nova Post подовжує той самий ключ на рік.
script-year_later-again-do = Натисніть «{ to-do-expires-action-test }» і надішліть запит.
script-year_later-again-seen = Це той самий ключ. Нікому не треба ніде вводити новий.
script-year_later-token_again-title = Він знову працює
script-year_later-token_again-say = Отримуємо за ключем новий токен, і все знову працює.
script-year_later-token_again-do = Натисніть «{ token-get }».
script-year_later-now-title = Знову сьогодні
script-year_later-now-say = Це був рік за кілька хвилин. Годинник практики повертається до сьогодні.
script-year_later-now-do = Натисніть «{ practice-time-back }» на смузі вгорі.

## Notifications

notify-expires-month = Строк дії спливає за 30 днів або раніше: { $name }
notify-expires-week = Строк дії спливає за 7 днів або раніше: { $name }
notify-expires-tomorrow = Строк дії спливає завтра: { $name }
notify-expires-today = Строк дії спливає сьогодні: { $name }
notify-expired = Прострочено: { $name }
notify-expiry-passed = Ключ діє й після вказаної дати: { $name }
notify-extend-soon = Прострочено, подовжте найближчим часом: { $name }
notify-refused = Не прийнято: { $name }
notify-ask-again = Можна знову надіслати запит на тестовий ключ
notify-no-answer = Два тижні немає відповіді від Nova Post
notify-review-due = Час для щорічного перегляду ключів
notify-several = Справ на черзі: { $count }
notify-open = Відкрити { -app }

## Settings

settings-heading = Налаштування
settings-theme = Вигляд
settings-theme-system = Як у системі
settings-theme-light = Світлий
settings-theme-dark = Темний
settings-text-size = Розмір тексту
settings-text-size-text = Клавіатура: { $modifier } і + або −. Звичайний розмір: { $modifier } і 0.
settings-clipboard = Скопійовані ключі
settings-clipboard-text = Через цей час копія ключа або токена зникає з буфера обміну.
settings-show = Показані ключі
settings-show-text = Через цей час вікно з ключем закривається. Його можна залишити відкритим довше.
settings-notifications = Сповіщення
settings-notifications-text = Поки { -app } відкрито, комп’ютер повідомляє, коли спливає строк дії ключа або настав час для іншої справи.
settings-notifications-on = Увімкнено
settings-notifications-off = Вимкнено
settings-seconds = { $seconds ->
        [15] 15 секунд
        [30] 30 секунд
        [60] 1 хвилина
        [120] 2 хвилини
        [one] { $seconds } секунда
        [few] { $seconds } секунди
       *[other] { $seconds } секунд
    }
settings-mode = Практика чи ваш кабінет
settings-mode-practice = Ви в режимі практики
settings-mode-practice-text = { -app } працює з навчальною Nova Post на цьому комп’ютері. Назовні нічого не надсилається, а ключі несправжні.
settings-mode-account = Ви працюєте зі своїм справжнім кабінетом
settings-mode-account-text = { -app } з’єднано з Nova Post. Ключі справжні.
settings-mode-apart = У кожного свій список ключів. Коли перемикаєтеся, нічого не губиться.
settings-mode-to-practice = Перейти до режиму практики
settings-mode-to-account = Перейти до справжнього кабінету
settings-mode-now-practice = Тепер ви в режимі практики. У списку навчальні ключі.
settings-mode-now-account = Тепер ви працюєте зі справжнім кабінетом. У списку справжні ключі.
settings-stored = Де все зберігається
settings-stored-keys = Запис у сховищі паролів
settings-stored-folder = Папка зі списком ключів, налаштуваннями, журналами та звітами про збої
settings-stored-copy = Копіювати шлях
settings-stored-help = Як захищено ключі й токени

## New versions of the app

update-offer = Доступна нова версія: { -app } { $version }
update-offer-text = Зараз у вас версія { $version }. Ваші ключі та списки залишаться. { -app } завантажить нову версію, перевірить, що вона справжня, і запуститься знову. { $system ->
        [linux] Комп’ютер може попросити ваш пароль.
       *[other] Комп’ютер може запитати, чи дозволити встановлення.
    }
update-notes = Що нового
update-install = Встановити й перезапустити
update-later = Пізніше
update-progress = Оновлення до { -app } { $version }
update-phase-downloading = Завантажуємо нову версію. Можна працювати далі.
update-phase-preparing = Спершу зберігаємо копію вашого списку. Якщо виконується щось інше, { -app } дочекається завершення.
update-phase-installing = Встановлюємо нову версію. Знайдіть вікно, яке просить пароль. Не закривайте { -app }.
update-phase-restarting = Нову версію встановлено. { -app } запуститься знову, щойно завершаться інші дії.
update-cancel = Скасувати оновлення
update-installed = Тепер у вас { -app } { $version }
update-installed-text = Ваші ключі та списки не змінилися.
update-installed-close = Зрозуміло
update-settings = Нові версії
update-version = Ця версія: { $version }.
update-look = Шукати нові версії
update-look-text = Раз на день, поки { -app } відкрито. Запит лише дізнається, яка версія найновіша, і нічого не передає про вас чи ваші ключі. Без вас нічого не встановлюється.
update-look-on = Увімкнено
update-look-off = Вимкнено
update-last = Остання перевірка
update-last-never = Ще не було
update-check = Перевірити зараз
update-found = Версію { $version } можна встановити.
update-none = Версія { $version } найновіша.
update-unavailable-practice = Практика працює без інтернету, тому { -app } не шукає тут нових версій. Щоб перевірити, перейдіть до справжнього кабінету.
update-unavailable-off_by_policy = Нові версії встановлює ваша організація. { -app } їх не шукає.
update-unavailable-no_address = Ця копія не має адреси для оновлень. По нову версію зверніться до того, хто встановив { -app }.
update-unavailable-not_packaged = { $system ->
        [linux] Цю копію встановлено не з пакета (.deb, .rpm чи AppImage), тому вона не може оновити себе.
       *[other] Цю копію встановлено без програми встановлення, тому вона не може оновити себе.
    } По нову версію зверніться до того, хто встановив { -app }.

## Backups of the list of keys

backups = Резервні копії
backups-text = { -app } раз на день копіює список ключів і зберігає останні сім копій. Вони на цьому комп’ютері, і самих ключів у них немає, лише список.
backups-none = Резервної копії ще немає. { -app } створить її невдовзі після того, як у списку з’явиться ключ.
backups-failed = Останню резервну копію не вдалося створити. Перевірте, чи не переповнений диск цього комп’ютера. { -app } спробує ще раз.
backups-restore = Відновити
backups-restore-created = Відновити резервну копію. Створено: { $created }
backup-kind-daily = Щоденна
backup-kind-upgrade = Перед оновленням { -app }
backup-kind-restore = Перед відновленням
backup-created = Створено
backup-keys = Ключі в резервній копії
backup-key-count = { $count ->
        [one] { $count } ключ
        [few] { $count } ключі
       *[other] { $count } ключів
    }
backup-more = І ще { $count }
backup-missing = Є у вашому списку, але немає в резервній копії
backup-missing-none = У резервній копії є всі ключі з вашого списку. Змін, зроблених після її дати, немає.
backup-missing-unknown = Список не читається. Усього, що з’явилося після дати резервної копії, у ній немає.
backup-missing-changes = Інших змін, зроблених після дати резервної копії, у ній теж немає.
backup-guide-count = { $count ->
        [one] { $count } розпочата інструкція
        [few] { $count } розпочаті інструкції
       *[other] { $count } розпочатих інструкцій
    }
restore-heading = Відновити цю резервну копію?
restore-heading-last = Відновити останню резервну копію?
restore-heading-none = Резервної копії немає
restore-before = Теперішній список теж стане резервною копією, тож до нього можна буде повернутися.
restore-before-damaged = Пошкоджений файл лишиться в тій самій папці під іншою назвою.
restore-secrets = У сховищі паролів нічого не зміниться. Ключі, які є в ньому, але яких немає в резервній копії, з’являться на головній сторінці. Кожен можна повернути до списку одним натисканням.
restore-none = У { -app } немає копії вашого списку. Самі ключі досі у сховищі паролів.
restore-none-empty = Можна почати з порожнього списку. Тоді на головній сторінці з’являться ключі зі сховища паролів, і кожен можна повернути до списку. Пошкоджений файл лишиться в тій самій папці під іншою назвою.
restore-now = Відновити копію
restore-empty = Почати з порожнього списку
restore-done = Резервну копію відновлено.
restore-done-empty = Тепер ваш список порожній. На головній сторінці показано ключі зі сховища паролів.
restore-impossible = Зараз резервні копії не читаються. Якщо ви в режимі практики, перейдіть у налаштуваннях до справжнього кабінету або очистьте практику.
restore-backup-damaged = Ця резервна копія теж пошкоджена, тож ваш список не змінено. Старіші копії показано в налаштуваннях.

## Managed by the organization

policy-set = Задано вашою організацією.
policy-broken = Не вдалося прочитати правила вашої організації для { -app }
policy-broken-text = Доки їх не виправлять, діють найсуворіші: закрито справжній кабінет, передавання незашифрованих ключів, сповіщення та нові версії. Ваші ключі залишаються збереженими на цьому комп’ютері, а практика працює.
policy-broken-administrator = Політику має виправити адміністратор. Потім закрийте { -app } і відкрийте знову: усе буде як раніше.
policy-problem-unreadable = Політику не вдалося відкрити.
policy-problem-too_large = Політика більша за 64 КіБ.
policy-problem-others_may_write = Змінювати файл або його папку може не лише адміністратор.
policy-problem-not_json = Політика не є об’єктом JSON.
policy-problem-unknown_member = Невідомий параметр: { $name }
policy-problem-value_not_allowed = Недопустиме значення: { $name }
policy-decides = Що задала ваша організація
policy-decides-updates = Чи шукає { -app } нові версії.
policy-decides-updateAddress = Де { -app } шукає нові версії.
policy-decides-addresses = Адреси, за якими { -app } звертається до Nova Post.
policy-decides-proxy = Проксі-сервер, через який працює { -app }.
policy-values-allowed = Ключі можна передавати в незашифрованому файлі або особисто.
policy-values-forbidden = Ключі можна передавати лише зашифрованими: відкритим ключем або парольною фразою.
policy-mode-closed-account = Справжні кабінети в { -app } на цьому комп’ютері закрито.
policy-mode-closed-practice = Практику в { -app } на цьому комп’ютері закрито.
policy-languages = { $count ->
        [one] { -app } має лише цю мову.
        [few] { -app } має лише ці мови.
       *[many] { -app } має лише ці мови.
    }
policy-notifications = Сповіщення показуються лише з { $from } до { $to }. Решта чекає до цього часу.
policy-notifications-never = Сповіщення не показуються.

## Help

help-heading = Довідка
help-facts = Запитання й відповіді
help-fact-give-question = Як передати ключ розробникові?
help-fact-give-answer = Відкрийте ключ і натисніть «{ hand-over-open }». { -app } напише все, що треба знати розробникові, і зашифрує ключ так, що його можна надіслати електронною поштою.
help-fact-give-open = Відкрити ваші ключі
help-fact-key-question = Що таке ключ?
help-fact-key-answer = Таємний текст, наче пароль, який ваша програма показує Nova Post. Хто його має, може діяти від вашого імені.
help-fact-token-question = Що таке токен?
help-fact-token-answer = Перепустка, яку програма отримує за ключем. Діє близько години. Вона потрібна вашим програмам, а не вам.
help-fact-who-question = Хто може отримати ключ?
help-fact-who-answer = Тестовий ключ: кожен, чий номер зареєстровано на my.novapost.com. Робочий ключ (production) у Європі: довірена особа (представник компанії), указана в договорі. Нею може бути й той, хто вже має ключ. Ключ для України: компанія, у своєму бізнес-кабінеті.
help-fact-leak-question = Ключ міг побачити хтось інший. Що робити?
help-fact-leak-answer = Відкрийте ключ і натисніть «{ leak-entry-open }».
help-fact-test-question = Тестовий ключ чи робочий?
help-fact-test-answer = Тестовий ключ діє в тестовому середовищі Nova Post, де немає нічого справжнього. Робочий ключ діє для справжніх відправлень і грошей.
help-fact-year-question = Скільки діє тестовий ключ?
help-fact-year-answer = До дати, вказаної поруч із ним. Запит іншого дня подовжує його на рік. Якщо він прострочений понад 90 днів, прийде новий.
help-fact-limit-question = Як часто можна просити тестовий ключ?
help-fact-limit-answer = Раз на день. Якщо надіслати два запити, прийде той самий ключ або відповідь «завтра».
help-fact-share-question = Чи можна надіслати ключ електронною поштою або в чаті?
help-fact-share-answer = Просто так — ні: повідомлення зберігаються роками. Відкрийте ключ і натисніть «{ hand-over-open }»: зашифрований ключ надсилати можна.
help-fact-developer-question = Що потрібно моєму розробникові?
help-fact-developer-answer = Тестовий ключ. Для однієї спроби вистачить токена.
help-facts-more = Інші запитання
help-fact-left-question = Розробник у нас більше не працює. Що робити?
help-fact-left-answer = Відкрийте ключ і натисніть «{ leak-entry-open }». Ви створите новий ключ, передасте його новому розробникові, а потім деактивуєте старий там, де його створено, якщо є така можливість.
help-fact-computer-question = Що робити, якщо комп’ютер новий?
help-fact-computer-answer = Ключі лишаються у сховищі паролів старого. Тестовий ключ попросіть знову з тим самим номером. Інші пошукайте там, де їх створено. Якщо їх там не можна скопіювати, створіть нові.
help-fact-delete-question = Як видалити ключ?
help-fact-delete-answer = Відкрийте його на сторінці «{ nav-keys }» і виберіть «{ key-delete }». Він видалиться лише з цього комп’ютера. Щоб ним не користувалися інші, деактивуйте його там, де його створено, якщо є така можливість.
help-words = Маленький словник
help-word-api = API
help-word-api-text = Та частина Nova Post, з якою працюють програми вашої компанії, як ви працюєте з її вебсторінками.
help-word-jwt = JWT
help-word-jwt-text = Інша назва токена в документації Nova Post.
help-word-apikey = apiKey
help-word-apikey-text = Назва ключа в документації та в багатьох програмах. Розробник може просити його під цією назвою.
help-word-environment = Середовище
help-word-environment-text = Тестове середовище або справжній сервіс. Ключ діє в одному з них.
help-word-store = Сховище паролів
help-word-store-text = Місце, де цей комп’ютер зберігає паролі під захистом вашого входу: Диспетчер облікових даних у Windows, в’язка ключів (Keychain) на Mac, «Паролі та ключі» або KWallet у Linux.
help-word-clipboard = Буфер обміну
help-word-clipboard-text = Те, що комп’ютер тримає між «Копіювати» та «Вставити». { -app } прибирає звідти ключ за короткий час.
help-secrets = Де зберігаються ключі й токени
help-secret-here = Усе на цьому комп’ютері. { -app } надсилає дані лише до Nova Post і Нової пошти.
help-secret-keychain-linux = Ключі зберігаються у сховищі паролів цього комп’ютера («Паролі та ключі» або KWallet).
help-secret-keychain-macos = Ключі зберігаються у сховищі паролів цього комп’ютера: у в’язці ключів (Keychain) вашого Mac.
help-secret-keychain-windows = Ключі зберігаються у сховищі паролів цього комп’ютера: у Диспетчері облікових даних Windows.
help-secret-disk-account = Більше ніде на диску ключа немає. Токен на диск ніколи не записується.
help-secret-disk-practice = Справжнього ключа більше ніде на диску немає. Токен на диск ніколи не записується. Навчальні ключі є ще й у файлі практики, і вони несправжні.
help-secret-memory-linux = У пам’яті ключі й токени лишаються тільки доти, доки потрібні. Потім вони стираються. Інші програми не можуть прочитати пам’ять { -app }, окрім пам’яті вікна, яке показує ключ.
help-secret-memory-macos = У пам’яті ключі й токени лишаються тільки доти, доки потрібні. Потім вони стираються.
help-secret-memory-windows = У пам’яті ключі й токени лишаються тільки доти, доки потрібні. Потім вони стираються.
help-secret-thief = Сховище паролів зашифроване — зазвичай тим паролем, з яким ви входите в систему. На вимкненому комп’ютері злодій без цього пароля його не відкриє.
help-secret-others = Інші користувачі цього комп’ютера не відкриють ні вашого сховища паролів, ні файлів { -app }. У цих файлах є номери телефону й останні чотири символи ключів.
help-secret-clipboard = Копія ключа зникає з буфера обміну за короткий час, а також коли ви закриваєте { -app }.
help-secret-show = Ключ видно лише тоді, коли ви про це просите, у вікні, яке закривається саме.
help-secret-typed = Ключ, який ви вводите, ніколи не потрапляє в головне вікно. З окремого вікна він іде в пам’ять, а коли ви його зберігаєте — у сховище паролів.
help-secret-never = Ключів, токенів і номерів телефону ніколи немає в журналах і в подробицях для служби підтримки.
help-dangers = Що можете зробити ви
help-danger-unlocked = Блокуйте екран, коли відходите: за вашим комп’ютером будь-хто може те саме, що й ви.
help-danger-stolen = З украденого комп’ютера, який розблоковано або який лише спить, можна дістати те, що є в його пам’яті. Частину пам’яті система записує й на диск. Вимикайте комп’ютер у дорозі й шифруйте його диск.
help-danger-administrator = Адміністратор цього комп’ютера може прочитати все, що на ньому є. Користуйтеся ключами лише там, де довіряєте адміністраторові.
help-danger-programs-linux = Будь-яка запущена вами програма може прочитати розблоковане сховище паролів і буфер обміну, а часто й те, що ви вводите та що видно на екрані. Встановлюйте лише те, чому довіряєте.
help-danger-programs-macos = Будь-яка запущена вами програма може прочитати буфер обміну, а з вашого дозволу — й те, що ви вводите та що видно на екрані. Якщо Mac запитає, чи може інша програма скористатися ключем, відмовте. Поки ввімкнено Handoff, скопійоване тут можна вставити й на інших ваших пристроях Apple.
help-danger-programs-windows = Будь-яка запущена вами програма може прочитати Диспетчер облікових даних і буфер обміну, а часто й те, що ви вводите та що видно на екрані. Встановлюйте лише те, чому довіряєте.
help-danger-clipboard = Деякі програми запам’ятовують усе, що ви копіюєте (журнал буфера обміну). { -app } просить їх не зберігати ключів, але дехто на це не зважає. Якщо у вас є така програма, видаліть ключ і звідти. Якщо роботу { -app } було перервано, скопіюйте щось інше.
help-danger-screen = Припиніть показ екрана, перш ніж показати ключ.
help-danger-screen-linux = На знімках і в показі екрана видно вікно з ключем.
help-danger-screen-macos = { -app } просить систему приховати вікно з ключем у показі екрана, але деякі програми на це не зважають.
help-danger-screen-windows = { -app } просить систему приховати вікно з ключем у показі екрана, але деякі програми на це не зважають.
help-danger-network = Мережі деяких компаній розшифровують з’єднання, щоб їх перевіряти. Адміністратори такої мережі можуть побачити ключ дорогою до Nova Post.
help-danger-engine = Сторінки { -app } показує та сама частина системи, що й вебсторінки. Через вразливість у ній хтось міг би скористатися { -app } від вашого імені. Вчасно оновлюйте систему.
help-danger-given = Переданий ключ { -app } не може забрати назад. Якщо маєте сумнів, створіть новий, а старий деактивуйте там, де його створено, якщо є така можливість.
help-policy-none = Політики вашої організації немає. { -app } читає її звідси:
help-policy-there = { -app } дотримується політики вашої організації. Вона тут:
help-policy-broken = Політику вашої організації не вдалося прочитати, тож діють найсуворіші правила. Вона тут:
help-it = Для ІТ-відділу
help-links = Сторінки Nova Post
help-more = Інше
help-shortcuts = Сполучення клавіш
help-shortcuts-text = Можна обійтися й без них.
shortcut-new-test-key = Новий тестовий ключ
shortcut-text-larger = Більший текст
shortcut-text-smaller = Менший текст
shortcut-text-usual = Звичайний розмір тексту
shortcut-close = Закрити те, що відкрито
help-about = Про { -app }
help-licences = Ліцензії
help-version = Версія { $version }.
help-licence = Вільна програма за ліцензією MIT або Apache 2.0, на ваш вибір.
help-licence-others = Містить частини інших авторів за їхніми ліцензіями, зокрема Tauri, Svelte, Fluent і SQLite.
help-independent = { -app } — не продукт Nova Post. Про договори й відправлення запитуйте в самої Nova Post.

## Connection check

connection-heading = Перевірка з’єднання
connection-open = Перевірити з’єднання
connection-lead = { -app } перевіряє шлях до Nova Post і цей комп’ютер. Ні ключ, ні номер телефону не надсилаються.
connection-lead-practice = Практика має власний сервер на цьому комп’ютері. { -app } перевіряє його й цей комп’ютер, без інтернету.
connection-running = Перевірено { $done } з { $count }
connection-cancel = Скасувати
connection-again = Перевірити ще раз
connection-result-good = Усе працює
connection-result-look = { $count ->
        [one] Усе працює. Зверніть увагу на { $count } пункт.
        [few] Усе працює. Зверніть увагу на { $count } пункти.
       *[other] Усе працює. Зверніть увагу на { $count } пунктів.
    }
connection-result-bad = { $count ->
        [one] Знайдено { $count } проблему
        [few] Знайдено { $count } проблеми
       *[other] Знайдено { $count } проблем
    }
connection-cancelled = Ви скасували перевірку: перевірено { $done } з { $count }
connection-real-text = Це був сервер практики. Для перевірки серверів самої Nova Post потрібен інтернет.
connection-real = Перевірити й сервери Nova Post
connection-verdict-good = Гаразд
connection-verdict-look = Зверніть увагу
connection-verdict-bad = Проблема
connection-verdict-waiting = Перевіряється
connection-verdict-missing = Не перевірено
connection-topic-names = Імена серверів
connection-topic-route = З’єднання із серверами
connection-topic-proxy = Проксі
connection-topic-certificates = Сертифікати
connection-topic-clock = Годинник цього комп’ютера
connection-topic-sandbox = Тестове середовище Nova Post
connection-topic-production = Робоче середовище Nova Post
connection-topic-ukraine = Нова пошта в Україні
connection-topic-keychain = Сховище паролів
connection-topic-data_folder = Папка даних { -app }
connection-topic-disk = Вільне місце на диску
connection-topic-web_engine = Частина системи, яка показує вікно
connection-on_this_computer = Сервер працює на цьому комп’ютері, тож це не потрібно.
connection-no_result = Результат не надійшов вчасно.
connection-no_result-do = Перевірте ще раз трохи згодом. Якщо це повториться, передайте звіт ІТ-відділу.
connection-names_found = Усі імена знайдено.
connection-names-missing = Не знайдено: { $hosts }
connection-names-missing-do = Перевірте Wi-Fi або мережевий кабель. Якщо інші сторінки у браузері відкриваються, попросіть адміністратора мережі дозволити ці імена.
connection-names_by_proxy = Імена знаходить ваш проксі.
connection-route_open = Усі сервери доступні.
connection-route-to-proxy = Проксі { $proxy } доступний.
connection-route-closed = Недоступні: { $hosts }
connection-proxy_none = Проксі не вказано, { -app } з’єднується без нього.
connection-proxy-used = Проксі: { $proxy }
connection-proxy-source-variables = Указано у змінній HTTPS_PROXY або ALL_PROXY.
connection-proxy-source-gnome = Указано в параметрах мережі вашої стільниці (GNOME).
connection-proxy-source-kde = Указано в параметрах мережі вашої стільниці (KDE).
connection-proxy-source-windows = Указано в параметрах Windows.
connection-proxy-source-macos = Указано в параметрах macOS.
connection-proxy-source-policy = Указано правилом вашої організації.
connection-proxy_script = Проксі вибирає сценарій або автоматичне виявлення, а { -app } не може скористатися ні тим, ні іншим. Програма з’єднується без проксі.
connection-proxy_script-do = Якщо щось тут не працює, дізнайтеся в ІТ-відділі адресу проксі.
connection-certificate = { $host }: { $trust }. Ким виданий: { $issuer }. Дійсний до: { $day }.
connection-trust-public = надійний
connection-trust-added = надійний лише на цьому комп’ютері
connection-trust-expired = термін дії минув
connection-trust-not_yet_valid = ще не дійсний
connection-trust-other_host = виданий для іншого сервера
connection-trust-unknown_issuer = видавець ненадійний
connection-trust-refused = не прийнято
connection-trust-added-do = Ваша організація або програма захисту на цьому комп’ютері розшифровує захищені з’єднання. Вона може прочитати ключі й токени дорогою. Якщо ви про це не знали, запитайте ІТ-відділ.
connection-trust-expired-do = Чи правильна дата на цьому комп’ютері? Якщо так, термін дії сертифіката минув: передайте звіт ІТ-відділу.
connection-trust-not_yet_valid-do = Чи правильна дата на цьому комп’ютері? Якщо сертифікат ще не дійсний, годинник найчастіше показує неправильний час.
connection-trust-other_host-do = Щось у вашій мережі відповідає замість Nova Post. У готелі, потязі чи кав’ярні увійдіть у мережу через браузер. В іншому разі передайте звіт ІТ-відділу.
connection-trust-unknown_issuer-do = Щось у вашій мережі розшифровує захищені з’єднання, а цей комп’ютер йому не довіряє. { -app } нічого туди не надсилає. Передайте звіт ІТ-відділу.
connection-trust-refused-do = { -app } нічого туди не надсилає. Передайте звіт ІТ-відділу.
connection-certificates_unseen = Через такий проксі сертифікати не переглянути.
connection-certificates_unseen-do = Якщо сервери нижче відповідають, робити нічого не треба.
connection-clock_right = Годинник показує правильний час.
connection-clock_unknown = Жоден сервер не повідомив час.
connection-clock_unknown-do = Перевірте ще раз, коли сервери відповідатимуть.
connection-answers = Відповідає.
connection-keychain_works = Його можна прочитати.
connection-folder_writable = { -app } може записувати в неї.
connection-disk-space = Вільно: { $size }
connection-disk-look = Місця залишилося мало. Невдовзі видаліть файли, які вам не потрібні.
connection-disk-bad = Диск майже заповнений, і { -app } може не зберегти дані. Видаліть зараз файли, які вам не потрібні.
connection-web-engine-version = Версія { $version }
connection-report-heading = Для вашого ІТ-відділу
connection-report-note = У звіті те саме, що на цій сторінці. У ньому немає ні ключа, ні номера телефону, ні імені користувача.
connection-copy = Копіювати звіт
connection-save = Зберегти звіт
connection-report-file-name = Перевірка з’єднання
connection-report-title = { -app }: перевірка з’єднання
connection-report-version = Версія: { $version }
connection-report-system = Система: { $system }
connection-report-at = Коли перевірено: { $moment }
connection-report-practice = Що перевірено: сервер практики на цьому комп’ютері
connection-report-real = Що перевірено: сервери Nova Post
connection-report-line = { $topic }: { $verdict }
connection-report-code = Код: { $code }

## The window that shows a key

reveal-heading = Ваш ключ
reveal-heading-passphrase = Парольна фраза
reveal-tell = Повідомте її розробнику телефоном, разом із дефісами. Не надсилайте її разом із зашифрованим ключем. Вона показується лише один раз: якщо не встигнете, зашифруйте ключ ще раз.
reveal-closes = { $seconds ->
        [one] Вікно закриється через { $seconds } секунду.
        [few] Вікно закриється через { $seconds } секунди.
       *[other] Вікно закриється через { $seconds } секунд.
    }
reveal-stay = Не закривати
reveal-close = Закрити
reveal-failed = Цей ключ не можна показати. Закрийте вікно й натисніть «{ key-show }» ще раз.

## A program asks for a token

ask-heading = Програма просить токен
ask-text = З цим токеном програма зможе діяти в Nova Post від імені вашої компанії, доки не закінчиться термін дії токена. Самого ключа вона не отримає. Якщо ви не знаєте цієї програми, виберіть «{ ask-refuse }».
ask-program = Програма
ask-program-unknown = Комп’ютер не повідомляє, яка це програма
ask-key = Ключ
ask-refuse = Не дозволяти
ask-once = Дозволити один раз
ask-hour = Дозволити на годину
ask-over = На цю відповідь уже ніхто не чекає. Це вікно можна закрити.
ask-permissions = Програми, які можуть отримувати токени
ask-permissions-text = Ви дозволили цим програмам протягом години отримувати токени для цього ключа.
ask-permission-until = До { $time }
ask-permission-end = Скасувати
ask-permission-end-name = Скасувати дозвіл для { $program }
cli-token-not-allowed = У { -app } не дозволили надати токен.
cli-token-no-such-key = У { -app } немає ключа з такою назвою або з такими останніми чотирма символами.
cli-token-several-keys = У { -app } кілька ключів з такою назвою або з такими останніми чотирма символами. Дайте ключу в { -app } іншу назву.
cli-token-no-tokens = «Нова пошта» не видає токена для цього ключа.
cli-token-busy = Забагато програм одночасно звертаються до { -app }. Спробуйте пізніше.
cli-token-not-understood = Відкрито іншу версію { -app }. Закрийте програму та відкрийте її знову.
cli-token-failed = { -app } не вдалося отримати токен: { $code }. Докладніше — на сторінці ключа в { -app }, кнопка «{ key-get-token }».
cli-token-forbidden = Ваша організація закрила справжні кабінети в { -app } на цьому комп’ютері. Зверніться до адміністратора.
cli-token-practice = Цей токен із практики. Nova Post його не знає.

## The window that a key is typed into

enter-heading = Введіть ключ
enter-text = Введіть ключ або вставте його ({ $keys }). Далі, у головному вікні, укажіть, для чого він.
enter-field = Ключ
enter-show = Показувати, що я вводжу
enter-use = Використати цей ключ
enter-cancel = Скасувати
enter-closes = { $seconds ->
        [one] Давно нічого не введено. Вікно закриється через { $seconds } секунду.
        [few] Давно нічого не введено. Вікно закриється через { $seconds } секунди.
       *[other] Давно нічого не введено. Вікно закриється через { $seconds } секунд.
    }
enter-stay = Не закривати
enter-unanswered = Не вдалося використати ключ. Спробуйте ще раз.
enter-unanswered-keychain = Не вдалося використати ключ. Можливо, сховище паролів цього комп’ютера заблоковане. Спробуйте ще раз.
enter-no-clipboard = Тут { -app } не може користуватися буфером обміну. Введіть ключ вручну.
enter-unanswered-clipboard = Буфер обміну цього комп’ютера не відповів. Спробуйте ще раз або введіть ключ вручну.
enter-unanswered-store = Не вдалося використати ключ, бо { -app } не може прочитати список ваших ключів. Закрийте це вікно. Що робити далі, підкаже головна сторінка.
enter-found-empty = Введіть або вставте ключ.
enter-found-address = Це адреса вебсторінки. Введіть сам ключ.
enter-found-domain = Це назва сайту. Введіть сам ключ.
enter-found-email = Це електронна адреса. Введіть сам ключ.
enter-found-phone = Це схоже на номер телефону. Введіть сам ключ.
enter-found-hidden = Ключ приховано крапками або зірочками. Спершу покажіть його на сторінці Nova Post або скористайтеся там значком копіювання.
enter-found-token = Це токен, а не ключ. Ключ коротший.
enter-found-several_keys = Тут більше ніж один ключ. Залиште лише той, який хочете додати.
enter-found-foreign_letter = У ключах не буває символу «{ $letter }» (номер символу: { $position }). Ключ складається з цифр і латинських літер від a до f. Перевірте, чи ввімкнено латинську розкладку.
enter-found-no_key = У цьому тексті немає ключа.
enter-found-too_short = { $length ->
        [one] Лише { $length } символ. Ключ має 32 або 40.
        [few] Лише { $length } символи. Ключ має 32 або 40.
        [many] Лише { $length } символів. Ключ має 32 або 40.
       *[other] Лише { $length } символу. Ключ має 32 або 40.
    }
enter-found-too_long = { $length ->
        [one] { $length } символ. Ключ має 32 або 40.
        [few] { $length } символи. Ключ має 32 або 40.
        [many] { $length } символів. Ключ має 32 або 40.
       *[other] { $length } символу. Ключ має 32 або 40.
    }

## Test key

test-key-title = Тестовий ключ
test-key-step-before = Перед початком
test-key-step-number = Номер телефону
test-key-step-check = Перевірка й запит
test-key-step-key = Тестовий ключ
test-key-continue = Далі

test-key-before-lead = З тестовим ключем ваш розробник може випробувати все без справжніх відправлень.
test-key-before-account = Що потрібно для справжнього кабінету
test-key-before-registered = Номер телефону зареєстровано на my.novapost.com
test-key-before-registered-text = За цим номером вас знаходить Nova Post. Зазвичай це номер із вашого договору.
test-key-before-register = Зареєструватися на my.novapost.com
test-key-before-register-help = Як зареєструватися, крок за кроком
test-key-before-foreign = Номер не український (не +380)
test-key-before-foreign-text = Для українських номерів Nova Post не створює тестових ключів. Якщо ваша компанія не в Україні, візьміть інший номер із договору. Якщо його немає, введіть цей: { -app } допоможе написати до Nova Post.
test-key-before-ukraine = Інструкція для компанії в Україні
test-key-before-elsewhere = Робочий ключ для компанії в іншій країні Європи
test-key-before-portal-text = Або створіть такий самий ключ на сторінці самої Nova Post.
test-key-before-portal = Відкрити сторінку Nova Post

test-key-number-lead = Номер із вашого кабінету my.novapost.com, у будь-якому форматі.
test-key-country = Країна
test-key-country-hint = Не потрібна, якщо номер починається з «+».
test-key-phone = Номер телефону
test-key-phone-digits = Буде надіслано саме ці цифри
test-key-phone-digits-none = Тут з’являться цифри, які буде надіслано
test-key-phone-elsewhere = Номер починається з +{ $code }. Країна: { $country }
test-key-number-practice-use = Використати цей номер
test-key-practice-number = Для практики візьміть цей номер
test-key-practice-number-text = Він нікому не належить і отримує новий ключ. Кабінет не потрібен.
test-key-practice-number-others = Усі навчальні номери
test-key-problem-empty = Введіть номер телефону.
test-key-problem-short = { $missing ->
        [1] Номер закороткий (країна: { $country }). Бракує щонайменше однієї цифри.
        [one] Номер закороткий (країна: { $country }). Бракує щонайменше { $missing } цифри.
       *[other] Номер закороткий (країна: { $country }). Бракує щонайменше { $missing } цифр.
    }
test-key-problem-short-anywhere = { $missing ->
        [1] Номер закороткий. Бракує щонайменше однієї цифри.
        [one] Номер закороткий. Бракує щонайменше { $missing } цифри.
       *[other] Номер закороткий. Бракує щонайменше { $missing } цифр.
    }
test-key-problem-long = { $extra ->
        [1] Одна цифра зайва (країна: { $country }).
        [2] Дві цифри зайві (країна: { $country }).
        [3] Три цифри зайві (країна: { $country }).
        [4] Чотири цифри зайві (країна: { $country }).
        [5] П’ять цифр зайвих (країна: { $country }).
        [one] { $extra } цифра зайва (країна: { $country }).
        [few] { $extra } цифри зайві (країна: { $country }).
       *[other] { $extra } цифр зайвих (країна: { $country }).
    }
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
test-key-problem-not-a-number = Це не номер телефону. Підійдуть цифри, пробіли, дефіси, дужки та +.
test-key-problem-extension = Приберіть внутрішній номер наприкінці. Nova Post потрібен лише основний.
test-key-problem-several = Тут кілька номерів. Введіть один.
test-key-problem-cut-off = Електронна таблиця скоротила цей номер. Задайте для клітинки формат тексту або цілого числа та скопіюйте номер ще раз.
test-key-problem-ukraine = Це український номер.
test-key-problem-maybe-ukraine = Це український номер? Тоді почніть його з +380, а якщо ні — з + та коду країни.
test-key-problem-second-look = Поставте позначку, якщо номер правильний.
test-key-second-look-title = Незвичний номер
test-key-second-look-text = Ми не впізнаємо такого номера. Можливо, він новий. Звірте його зі своїм кабінетом.
test-key-second-look = Звірено. Номер правильний.
test-key-second-look-prefix-title = Номер записано по-старому
test-key-second-look-prefix-text = У Мексиці { $dropped } більше не набирають. Новий запис: { $number }. Звірте його зі своїм кабінетом.
test-key-second-look-words-title = Поруч із номером є інший текст
test-key-second-look-words-text = Буде надіслано лише це: { $number }. Звірте номер зі своїм кабінетом.
test-key-second-look-ukraine-title = Це український номер?
test-key-second-look-ukraine-text = Так в Україні записують мобільні номери.
test-key-second-look-ukraine-yes = Так, це { $number }
test-key-second-look-ukraine-no = Ні, це { $number } ({ $country })
test-key-second-look-ukraine-neither = Якщо ні, номер не підходить до країни ({ $country }). Перевірте цифри або почніть із + та коду країни.
test-key-choose-number = Який номер потрібен?

test-key-check-lead = Ще нічого не надіслано.
test-key-check-number = Номер телефону
test-key-check-sent-as = Буде надіслано
test-key-check-environment = Де діє
test-key-check-environment-account = Тестове середовище Nova Post
test-key-check-environment-practice = Лише в практиці. До Nova Post нічого не надсилається.
test-key-check-daily = Як часто
test-key-check-daily-text = Запит можна надсилати раз на день. Якщо надіслати два, прийде той самий ключ або відповідь «завтра».
test-key-check-kept = Де його буде збережено
test-key-check-kept-text = { $system ->
        [windows] У сховищі паролів цього комп’ютера (у Windows: «Диспетчер облікових даних»).
        [macos] У сховищі паролів цього комп’ютера (на Mac: «В’язка ключів», Keychain).
       *[other] У сховищі паролів цього комп’ютера («Паролі та ключі» або KWallet).
    }
test-key-check-change = Змінити номер
test-key-send = Надіслати запит
test-key-sending = Надсилаємо ваш запит
test-key-reminded = { -app } нагадає завтра на головній сторінці.

test-key-created = Ваш тестовий ключ готовий
test-key-created-text = Nova Post створила новий ключ. Його збережено у сховищі паролів цього комп’ютера.
test-key-other = Це вже інший ключ
test-key-other-expired = Останні символи попереднього ключа: { $ending }. Діяв до: { $day }
test-key-other-ending = Останні символи попереднього ключа: { $ending }
test-key-other-text = Тепер він у вашому списку зі станом «{ status-replaced }». Кожній системі, яка ним користується, потрібен новий ключ.
test-key-found = Ключ цього номера
test-key-found-text = Він у вас уже є.
test-key-unsaved = Ваш тестовий ключ надійшов, але його ще не збережено
test-key-unsaved-text = Можете користуватися ним уже зараз, а зберегти пізніше.
test-key-same = Цей ключ у вас уже є
test-key-same-text = Nova Post надіслала той самий ключ. Нічого не змінилося.
test-key-extended = Ваш ключ діятиме довше
test-key-extended-text = Це той самий ключ. Досі діяв до: { $from }. Нова дата: { $to }
test-key-reactivated = Ваш ключ знову діє
test-key-reactivated-text = Це той самий ключ. Строк дії сплив: { $from }. Тепер діє до: { $to }
test-key-next = Що далі
test-key-next-text = Передайте ключ розробникові. Щоб побачити, чи він працює, отримайте токен.
test-key-another = Інший номер телефону

## Token

token-title = Токен
token-lead = Токен показує, що ваш ключ діє. Він чинний близько години.
token-lead-ukraine = Інші розробники кажуть, що токен можна отримати й за ключем для України. У документації Нової пошти цього немає.
token-key = Створено ключем
token-none = У вас немає токена для цього ключа.
token-none-ukraine = { -app } надішле ключ на { $host } із запитом на токен. Це нічого не змінює.
token-none-ukraine-practice = { -app } запитає токен за цим ключем. Новій пошті нічого не надсилається: відповідає режим практики.
token-not-given = Нова пошта не дає токена за цим ключем. Ваш розробник надсилає сам ключ із кожним запитом.
token-not-renewed = Нова пошта не дала нового токена. Цей лишається, доки не спливе його строк дії.
token-getting = Отримуємо токен
token-get = Отримати токен
token-get-ukraine = Спробувати отримати токен
token-renew = Отримати новий токен
token-again = Оновити
token-left = Залишилося
token-alive = Ваш токен готовий
token-alive-text = Діє до { $time }. Потім отримайте новий.
token-alive-text-ukraine = Цей токен дала Нова пошта. Його строк дії спливає о { $time }. { -app } не може його перевірити.
token-alive-text-ukraine-assumed = Цей токен дала Нова пошта, але не вказала, доки він діє. { -app } видалить його о { $time } і не може його перевірити.
token-dying = Строк дії токена скоро спливе
token-dead = Строк дії токена сплив
token-dead-text = Так і має бути: токени діють близько години. Ключ діє й далі.
token-dead-text-ukraine = Можна спробувати отримати інший.
token-assumed = У токені не вказано, доки він діє. Токени Nova Post діють близько години, тому { -app } рахує годину.
token-copy = Копіювати
token-try = Перевірити
token-try-text = Перевірка покаже, чи приймає Nova Post цей токен. Вона нічого не змінює.
token-works = Працює. Перевірено: { $time }
token-claims = Про цей токен
token-claim-created = Створено
token-claim-expires = Діє до
token-claim-client = Клієнт
token-claim-issuer = Хто створив
token-claim-currencies = Валют у переліку під час перевірки
token-claim-unsaid = Не вказано
token-claims-text = { -app } може це прочитати, але перевірити може лише Nova Post.
token-claims-text-ukraine = { -app } може це прочитати, але не може перевірити.
token-developer = Для вашого розробника
token-developer-use = Як користуватися токеном
token-developer-copy = Копіювати, як користуватися токеном
token-developer-text =
    Так користуються токеном до API Nova Post. Сам токен передам окремо.

    Середовище: { $environment ->
        [production] робоче (production)
       *[sandbox] тестове (sandbox)
    }
    Адреса: { $address }
    Заголовок кожного запиту: Authorization: <jwt> (лише токен, без «Bearer»)
    Токен діє близько години. Потім потрібен новий. Ніде його не зберігайте.
token-developer-portal = Щоб спробувати на порталі Nova Post, натисніть там «Authorize» і вставте токен у поле «JWT».
token-developer-open = Відкрити портал
token-memory = { -app } тримає токени лише в пам’яті. Коли ви його закриваєте, вони видаляються.

## Emails to Nova Post

email-to = Кому
email-subject = Тема
email-text = Текст
email-language = Мова листа
email-language-service_desk = Для служби підтримки Nova Post { -app } пропонує англійську. Можна вибрати іншу мову.
email-language-manager = { -app } пропонує її за країною організації. Можна вибрати іншу мову.
email-meaning = Про що цей лист

## The affiliation email

affiliation-heading = Лист до Nova Post
affiliation-lead = Цим листом ви просите Nova Post приєднати вас до організації. Заповніть форму: лист складеться сам.
affiliation-waiting = Відкриваємо ваш лист
affiliation-run-gone = Цю інструкцію видалено, а з нею і її лист.
affiliation-organization-part = Організація
affiliation-field-organization = Назва
affiliation-organization-hint = Так, як у договорі з Nova Post.
affiliation-field-country = Країна
affiliation-field-taxCode = Податковий номер
affiliation-tax-code-named = Податковий номер ({ $number })
affiliation-tax-code-hint = Реєстраційний номер компанії або номер платника ПДВ, як у договорі.
affiliation-tax-code-hint-country = Укажіть { $numbers }, як у договорі.
affiliation-person-part = Людина, яка матиме ключ
affiliation-field-fullName = Повне ім’я
affiliation-as-in-account = Так, як у кабінеті на my.novapost.com.
affiliation-phone-country = Країна номера телефону
affiliation-field-phone = Номер телефону
affiliation-phone-of-key = Номер телефону вашого найновішого тестового ключа: { $phone }
affiliation-phone-use = Використати цей номер
affiliation-field-email = Електронна адреса
affiliation-manager-part = Кому
affiliation-field-managerEmail = Електронна адреса вашого менеджера в Nova Post
affiliation-manager-hint = Пошукайте її в договорі або в листах від Nova Post. Якщо не знайдете, залиште порожнім. Тоді лист піде на { $address }.
affiliation-missing-organization = Введіть назву організації.
affiliation-missing-country = Виберіть країну організації.
affiliation-missing-taxCode = Введіть податковий номер.
affiliation-missing-fullName = Введіть повне ім’я людини.
affiliation-missing-phone = Введіть номер телефону людини.
affiliation-missing-email = Введіть електронну адресу людини.
affiliation-missing-managerEmail = Введіть електронну адресу менеджера.
affiliation-tax-fits = Схоже на правильний ({ $country }).
affiliation-tax-form_fits = Схоже на правильний ({ $country }).
affiliation-tax-not_checked = { -app } не може перевірити номери цієї країни ({ $country }). Звірте його з договором.
affiliation-tax-check_digit = Можливо, одна цифра неправильна ({ $numbers }).
affiliation-tax-wrong_form = Не схоже на правильний номер ({ $numbers }).
affiliation-tax-wrong_sign = Тут є символ, якого в номері не буває ({ $numbers }).
affiliation-tax-wrong_length = Довжина неправильна ({ $numbers }).
affiliation-tax-foreign_letter = { $alphabet ->
    [cyrillic] Літера «{ $letter }» — кирилична. Вона лише схожа. Введіть її ще раз латиницею.
    [greek] Літера «{ $letter }» — грецька. Вона лише схожа. Введіть її ще раз латиницею.
   *[other] Літера «{ $letter }» — не латинська. Введіть її ще раз латиницею.
}
affiliation-tax-anyway = Звірте його з договором. Якщо там так само, залиште.
affiliation-error = { $field }: { $problem }
affiliation-errors = Перш ніж надіслати лист
affiliation-preview = Ваш лист на цей момент
affiliation-continue = Далі
affiliation-kept = Усе зберігається, поки ви вводите.
affiliation-from-guide = З цієї інструкції.
affiliation-from-email = З вашого попереднього листа до Nova Post.
affiliation-from-system = З регіональних налаштувань цього комп’ютера.
affiliation-from-earlier = Збережено раніше. Перевірте, чи все досі правильно.
affiliation-email = Лист
affiliation-ready = Ваш лист готовий
affiliation-ready-lead = Перечитайте його ще раз. Потім надішліть зі своєї поштової програми, щоб Nova Post бачила, що він від вас.
affiliation-practice = Практика: поштова програма не відкривається, щоб нічого не потрапило до Nova Post. Лист можна скопіювати, зберегти або продовжити, ніби його надіслано.
affiliation-open = Відкрити в поштовій програмі
affiliation-copy = Копіювати текст
affiliation-save = Зберегти як файл
affiliation-opened-whole = Зараз відкриється ваша поштова програма з листом. Перегляньте його й натисніть там «Надіслати». Якщо нічого не відкрилося, скопіюйте текст звідси.
affiliation-opened-without_text = Зараз відкриється ваша поштова програма з порожнім листом, а текст уже в буфері обміну: вставте його там і натисніть «Надіслати».
affiliation-saved = Збережено як «{ $file }». Папка: { $folder }. Двічі клацніть файл і надішліть лист із поштової програми.
affiliation-saved-otherwise = Apple Mail і новий Outlook можуть відкрити його без кнопки «Надіслати». Тоді скопіюйте текст у новий лист на адресу { $to }.
affiliation-saved-otherwise-open = Apple Mail і новий Outlook можуть відкрити його без кнопки «Надіслати». Тоді скопіюйте текст у новий лист.
affiliation-saved-show = Показати в папці
affiliation-sent-heading = Лист надіслано?
affiliation-sent-text = Тоді має відповісти Nova Post. Інструкція покаже, що робити далі.
affiliation-sent-before = Востаннє надіслано: { $day }. Якщо надіслати ще раз, збережеться нова дата.
affiliation-sent = Так, надіслано

## Adding a key

add-key-lead = { $system ->
        [windows] Відкрийте сторінку, на якій показано ключ, і скопіюйте його. { -app } візьме його з буфера обміну й збереже у сховищі паролів цього комп’ютера (у Windows: Диспетчер облікових даних).
        [macos] Відкрийте сторінку, на якій показано ключ, і скопіюйте його. { -app } візьме його з буфера обміну й збереже у сховищі паролів цього комп’ютера (на Mac: в’язка ключів, Keychain).
       *[other] Відкрийте сторінку, на якій показано ключ, і скопіюйте його. { -app } візьме його з буфера обміну й збереже у сховищі паролів цього комп’ютера («Паролі та ключі» або KWallet).
    }
add-key-step-copy = Скопіюйте
add-key-step-about = Опишіть
add-key-step-kept = Збережіть
add-key-copy-open = Відкрийте сторінку, де створено ключ.
add-key-copy-icon = Натисніть значок копіювання біля ключа. Якщо його немає, виділіть весь ключ, клацніть правою кнопкою миші й виберіть «Копіювати».
add-key-copy-return = Поверніться сюди й натисніть кнопку нижче. Вставляти ключ нікуди не потрібно.
add-key-look = Ключ скопійовано
add-key-look-again = Ключ скопійовано ще раз
add-key-type = Ввести вручну
add-key-found-empty = Буфер обміну порожній
add-key-found-empty-text = Скопіюйте ключ на сторінці Nova Post, а потім натисніть кнопку тут.
add-key-found-address = Скопійовано адресу вебсторінки
add-key-found-address-text = Скопіюйте сам ключ. Він не починається з «https».
add-key-found-token = Скопійовано токен, а не ключ
add-key-found-token-text = Скопіюйте ключ. Він коротший за токен.
add-key-found-domain = Скопійовано назву сайту
add-key-found-domain-text = Скопіюйте сам ключ. Він є на сторінці, яку ви відкрили.
add-key-found-email = Скопійовано електронну адресу
add-key-found-email-text = Скопіюйте сам ключ. Він складається з цифр і літер від a до f, без «@».
add-key-found-phone = Скопійовано номер телефону
add-key-found-phone-text = Скопіюйте сам ключ. Він має 32 або 40 символів.
add-key-found-hidden = Скопійовано прихований ключ
add-key-found-hidden-text = Замість символів у ньому крапки або зірочки. Натисніть значок копіювання біля ключа або спершу покажіть ключ, а потім скопіюйте.
add-key-found-several_keys = Скопійовано більше ніж один ключ
add-key-found-several_keys-text = Скопіюйте лише той ключ, який хочете додати.
add-key-found-foreign_letter = У ключах не буває символу «{ $letter }» (номер символу: { $position })
add-key-found-foreign_letter-text = Ключ складається з цифр і латинських літер від a до f. Літери інших абеток можуть виглядати так само. Скористайтеся значком копіювання біля ключа.
add-key-found-no_key = У скопійованому немає ключа
add-key-found-no_key-text = Ключ має 32 або 40 символів: цифри й літери від a до f. Натисніть значок копіювання біля ключа, а потім кнопку тут.
add-key-found-too_short = { $length ->
        [one] Скопійовано лише { $length } символ
        [few] Скопійовано лише { $length } символи
       *[other] Скопійовано лише { $length } символів
    }
add-key-found-too_short-text = Ключ має 32 або 40 символів. Виділіть його весь, від першого до останнього.
add-key-found-too_long = { $length ->
        [one] Скопійовано { $length } символ
        [few] Скопійовано { $length } символи
       *[other] Скопійовано { $length } символів
    }
add-key-found-too_long-text = Ключ має 32 або 40 символів. Скопіюйте лише ключ.
add-key-ask-unusual_form = { $length ->
        [one] Тут { $length } символ. Чи це ключ?
        [few] Тут { $length } символи. Чи це ключ?
       *[other] Тут { $length } символів. Чи це ключ?
    }
add-key-ask-unusual_form-text = Ключі Nova Post мають 32 або 40 символів: цифри й літери від a до f. Цей інакший. Порівняйте його довжину й останні символи з ключем на сторінці Nova Post.
add-key-ask-unusual_form-yes = Усе одно додати
add-key-ask-joined = { $length ->
        [one] { $length } символ, розділений на частини. Чи це один ключ?
        [few] { $length } символи, розділені на частини. Чи це один ключ?
       *[other] { $length } символів, розділених на частини. Чи це один ключ?
    }
add-key-ask-joined-text = Усередині були пробіли або переноси рядка. Довжина частин: { $pieces }. Разом: { $length }. Порівняйте останні символи з ключем на сторінці Nova Post.
add-key-ask-joined-yes = З’єднати частини
add-key-unusual-production = Робочі ключі (production) мають 32 або 40 символів: цифри й літери від a до f. Перевірте сторінку, де ви його скопіювали.
add-key-unusual-sandbox = Тестові ключі мають 32 або 40 символів: цифри й літери від a до f. Перевірте сторінку, де ви його скопіювали.
add-key-unusual-ukraine = Ключі для України мають 32 символи: цифри й літери від a до f. Це ключ для Європи? Тоді виберіть вище інший вид.
add-key-known = Цей ключ у вас уже є
add-key-known-text = Робити нічого не потрібно. Можна змінити його назву, вид або організації.
add-key-known-open = До цього ключа
add-key-known-change = Змінити опис
add-key-about = Для чого цей ключ?
add-key-about-lead = З вигляду ключа { -app } цього не знає, тож виберіть тут.
add-key-length = { $length ->
        [one] { $length } символ
        [few] { $length } символи
       *[other] { $length } символів
    }
add-key-length-entered = { $length ->
        [one] { $length } символ, ви ввели його самі
        [few] { $length } символи, ви ввели їх самі
       *[other] { $length } символів, ви ввели їх самі
    }
add-key-length-stored = { $length ->
        [one] { $length } символ, знайдено у сховищі паролів цього комп’ютера
        [few] { $length } символи, знайдено у сховищі паролів цього комп’ютера
       *[other] { $length } символів, знайдено у сховищі паролів цього комп’ютера
    }
add-key-environment = Вид ключа
add-key-environment-production = Для справжніх відправлень у Європі. Створюють на my.novapost.com.
add-key-environment-sandbox = Щоб усе випробувати в тестовому середовищі Nova Post.
add-key-environment-ukraine = Для компанії в Україні. Створюють на new.novaposhta.ua, у розділі «Безпека».
add-key-environment-missing = Виберіть вид ключа.
add-key-person = Тестовий ключ належить людині, а не організації.
add-key-organization = Організація
add-key-organization-hint = Nova Post показує її поруч із ключем. Якщо не впевнені, залиште порожнім.
add-key-organization-more = Ще одна організація
add-key-organization-add = Додати
add-key-organization-remove = Прибрати: { $name }
add-key-organizations-chosen = Організації цього ключа
add-key-organizations-known = Можливо, одна з цих?
add-key-name = Назва ключа
add-key-name-hint = Наприклад, «Інтернет-магазин». Можна залишити порожнім.
field-looks-like-key = Це схоже на ключ, тож його не вставлено. Не вводьте тут ключів.
add-key-pasted = Це сам ключ, тож його не вставлено. { -app } уже має його.
add-key-keep = Зберегти цей ключ
add-key-other = Використати інший ключ
add-key-opening = Ключ зі сховища паролів
add-key-opening-text = Перевіряємо, чи він є у вашому списку
add-key-keeping = Зберігаємо ваш ключ
add-key-keeping-text = Зберігаємо його у сховищі паролів
add-key-kept = Ваш ключ збережено
add-key-kept-text = Він у сховищі паролів цього комп’ютера. Ми перевірили: він справді там.
add-key-saved-refused = Цей ключ не працює
add-key-saved-refused-text = Його збережено у сховищі паролів цього комп’ютера, але його не прийнято.
add-key-saved-unchecked = Ключ збережено, але не перевірено
add-key-saved-unchecked-text = Він у сховищі паролів цього комп’ютера. Чи він працює, поки не відомо.
add-key-clipboard-empty-linux = Копію з буфера обміну очищено. Якщо якась програма, як-от Klipper, запам’ятовує скопійоване, видаліть ключ і там.
add-key-clipboard-empty-macos = Копію з буфера обміну очищено. Якщо цей Mac або якась програма запам’ятовує скопійоване (журнал буфера обміну), видаліть ключ і там.
add-key-clipboard-empty-windows = Копію з буфера обміну очищено. Якщо у Windows увімкнено журнал буфера обміну, натисніть клавішу Windows і V та видаліть ключ і там.
add-key-clipboard-full = Буфер обміну очистити не вдалося, тож ключ може бути ще там. Скопіюйте будь-яке інше слово, щоб його замінити.
add-key-checking = Перевіряємо, чи він працює
add-key-works = Ваш ключ працює
add-key-works-text = Nova Post його прийняла.
add-key-works-text-ukraine = Нова пошта його прийняла.
add-key-next = Далі передайте його розробникові. Це можна зробити й пізніше, на сторінці ключа.
add-key-open = До цього ключа
add-key-back-to-guide = Назад до інструкції

## Failure cards

failure-turn-you = Далі справа за вами
failure-turn-nova_post = Далі справа за Nova Post
failure-turn-nova_poshta = Далі справа за Новою поштою
failure-turn-computer = Причина — у цьому комп’ютері
failure-turn-administrator = Далі справа за адміністратором вашої організації
failure-turn-network = Причина — у вашій мережі
failure-practice = Цей збій імітує практика.

failure-phone-invalid-title = Nova Post не приймає цього номера
failure-phone-invalid-text = Звірте його, цифра за цифрою, з номером у вашому кабінеті my.novapost.com.
failure-phone-ukraine-title = Для українських номерів Nova Post не створює тестових ключів
failure-phone-ukraine-text = Ваша компанія в Україні? Тоді створіть ключ у її бізнес-кабінеті: за інструкцією це кілька хвилин. В іншій країні? Візьміть інший номер із договору або напишіть до Nova Post.
failure-client-not-found-title = Nova Post ще не знає цього номера
failure-client-not-found-text = Зареєструйтеся на my.novapost.com саме з цим номером. Якщо кабінет уже є, подивіться, який номер у ньому вказано. Потім поверніться й повторіть запит.
failure-several-clients-title = Цей номер указано в кількох кабінетах
failure-several-clients-text = Nova Post не знає, чий ключ створити. Виправити це може лише вона. Лист для вас уже готовий.
failure-daily-limit-title = Сьогодні запит із цим номером уже був
failure-daily-limit-text-key = Запит можна надсилати раз на день. Ключ цього номера у вас уже є, ним можна користуватися.
failure-daily-limit-text-none = Запит можна надсилати раз на день. Повторіть його завтра. Можливо, сьогодні запит надіслав хтось із колег або ключ створено на сторінці Nova Post: тоді він у них.
failure-key-refused-title = Цього ключа не прийнято
failure-key-refused-text = Можливо, строк його дії сплив або ключ деактивовано. Надішліть запит із тим самим номером. Прострочений ключ знову діятиме, а якщо строк дії сплив давно, Nova Post створить новий.
failure-token-over-title = Строк дії цього токена сплив
failure-token-over-text = Новий можна отримати просто зараз.
failure-key-expired-title = Строк дії цього ключа сплив
failure-key-expired-text = У бізнес-кабінеті на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», створіть новий ключ і додайте його тут.
failure-wrong-environment-title = Цей ключ належить іншому середовищу
failure-wrong-environment-text-sandbox = Він працює в тестовому середовищі, а не в робочому. Перемістіть його до тестових ключів.
failure-wrong-environment-text-production = Він працює в робочому середовищі, а не в тестовому. Перемістіть його до робочих ключів.
failure-key-malformed-title = Nova Post не може прочитати цей ключ
failure-key-refused-text-own = Можливо, строк його дії сплив або ключ деактивовано. Перевірте на my.novapost.com, у розділі «Інтеграції» → «API-ключі» (Integrations, API Keys), чи він активний. Якщо ні, створіть там новий і додайте його.
failure-key-refused-text-ukraine = Перевірте в бізнес-кабінеті на new.novaposhta.ua, у розділі «Налаштування» → «Безпека», чи він там іще є. Якщо ні, створіть там новий і додайте його.
failure-key-malformed-text = Він неповний або містить щось зайве. Відкрийте сторінку, де ви його отримали. Якщо його там ще можна скопіювати, скопіюйте повністю й додайте знову. Якщо ні, отримайте новий.
failure-key-form-unusual-title = { $length ->
        [one] У цьому ключі { $length } символ
        [few] У цьому ключі { $length } символи
       *[other] У цьому ключі { $length } символів
    }
failure-key-form-unusual-text = Інші ключі цього виду виглядають інакше. Відкрийте сторінку, на якій показано ключ, і скопіюйте його ще раз. Якщо він правильний, усе одно додайте.
failure-looks-like-key-title = Це схоже на ключ
failure-looks-like-key-text = У назві або нотатці є ключ чи токен. Назви й нотатки не захищено, тож нічого не збережено. Приберіть ключ із тексту.
failure-no-key-title = Немає ключа, який можна зберегти
failure-no-key-text = { -app } тримає скопійований ключ лише доти, доки відкрито цю сторінку. Скопіюйте його ще раз.
failure-access-forbidden-title = Nova Post не дозволяє цього вашому кабінету
failure-access-forbidden-title-ukraine = Нова пошта не дозволяє цього запиту
failure-access-forbidden-text = Бракує дозволу, а надати його може лише Nova Post. Лист для вас уже готовий.
failure-too-many-tokens-title = Зачекайте трохи перед наступним токеном
failure-too-many-tokens-text = Можливо, водночас діє забагато токенів. Якщо токен у вас є, користуйтеся ним. Якщо ні, зачекайте й спробуйте ще раз.
failure-too-many-requests-title = Нова пошта просить зачекати
failure-too-many-requests-text = За короткий час було забагато запитів. Про ваш ключ це нічого не каже. Зачекайте й спробуйте ще раз.
failure-call-refused-title = Нова пошта не перевірила ключ
failure-call-refused-text = Вона повідомляє про помилку, яка про ваш ключ нічого не каже. Спробуйте пізніше. Якщо не допоможе, натисніть «{ failure-action-copy-details }» і передайте їх розробникові.
failure-service-unavailable-title = Сервіс зараз недоступний
failure-service-unavailable-text = З вашого боку все гаразд. Трохи зачекайте й спробуйте ще раз.
failure-service-unavailable-text-request = З вашого боку все гаразд. Трохи зачекайте й повторіть запит. Це безпечно: прийде ключ або відповідь «завтра».
failure-service-error-title = У роботі сервісу стався збій
failure-service-error-text = З вашого боку все гаразд. Спробуйте пізніше. Якщо це повториться, натисніть «{ failure-action-copy-details }» і надішліть їх на servicedesk@novapost.com.
failure-service-error-text-request = З вашого боку все гаразд. Повторіть запит пізніше: це безпечно. Якщо це повториться, натисніть «{ failure-action-copy-details }» і надішліть їх на servicedesk@novapost.com.
failure-service-error-text-ukraine = З вашого боку все гаразд. Спробуйте пізніше. Якщо це повториться, натисніть «{ failure-action-copy-details }» і передайте їх розробникові.
failure-answer-unreadable-title = { -app } не може прочитати відповіді
failure-answer-unreadable-text = Можливо, у роботі сервісу стався збій або замість нього відповіло щось у вашій мережі.
failure-answer-unreadable-text-request = Можливо, Nova Post створила ключ. Повторити запит безпечно: прийде ключ або відповідь «завтра».
failure-network-page-title = Замість відповіді надійшла вебсторінка
failure-network-page-text = Можливо, це сторінка входу в готелі чи кав’ярні або фільтр. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і спробуйте ще раз. Якщо входити нікуди, зверніться до адміністратора мережі.
failure-network-page-text-request = Можливо, це сторінка входу в готелі чи кав’ярні або фільтр. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і повторіть запит. Це безпечно: прийде ключ або відповідь «завтра». Якщо входити нікуди, зверніться до адміністратора мережі.
failure-redirect-refused-title = Замість Nova Post відповіло щось у вашій мережі
failure-redirect-refused-text = Можливо, це сторінка входу в готелі, кав’ярні чи компанії. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і спробуйте ще раз.
failure-offline-title = Цей комп’ютер не під’єднано до інтернету
failure-offline-text = Перевірте Wi-Fi або мережевий кабель. Усе, що ви ввели, збережено.
failure-unreachable-title = Не вдалося з’єднатися
failure-unreachable-text = Трохи зачекайте й спробуйте ще раз. Якщо це повториться, можливо, заважає брандмауер: зверніться до адміністратора мережі.
failure-unreachable-text-request = З’єднання обірвалося, перш ніж надійшла відповідь. Можливо, Nova Post створила ключ. Повторити запит безпечно: прийде ключ або відповідь «завтра».
failure-tls-untrusted-title = З’єднання ненадійне, тому нічого не надіслано
failure-tls-untrusted-text = Ваш ключ не надіслано. { -app } не може переконатися, що це Nova Post. Ви в готелі, потязі чи кав’ярні? Відкрийте браузер, увійдіть у мережу й спробуйте ще раз. Якщо ні, причиною може бути програма захисту, мережа компанії або неправильна дата на цьому комп’ютері. «{ connection-open }» готує звіт для ІТ-відділу.
failure-proxy-sign_in-title = Ваша мережа просить ім’я та пароль
failure-proxy-sign_in-text = Зверніться до ІТ-відділу. Проксі вашої компанії потребує імені та пароля, а { -app } бере їх з його адреси. { $system ->
        [windows] ІТ-відділ може додати змінну HTTPS_PROXY зі значенням http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ у вікні «Редагувати змінні середовища для вашого облікового запису». Потім запустіть { -app } знову.
        [macos] ІТ-відділ може задати її командою «launchctl setenv HTTPS_PROXY http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ». Потім запустіть { -app } знову.
       *[other] ІТ-відділ може надати змінній HTTPS_PROXY значення http://ІМ’Я:ПАРОЛЬ@ПРОКСІ:ПОРТ, наприклад у файлі «.profile» у вашій домашній папці. Якщо проксі вказано і в параметрах стільниці, хост і порт мають збігатися. Потім вийдіть із системи й увійдіть знову.
    }
failure-proxy-sign_in_refused-title = Ваша мережа не приймає імені та пароля
failure-proxy-sign_in_refused-text = Зверніться до ІТ-відділу. Ім’я або пароль в адресі проксі вашої компанії неправильні чи змінилися. { $system ->
        [windows] Адреса — у змінній HTTPS_PROXY, у вікні «Редагувати змінні середовища для вашого облікового запису». Виправте її й запустіть { -app } знову.
        [macos] Адресу задано командою «launchctl setenv HTTPS_PROXY». Виправте її й запустіть { -app } знову.
       *[other] Адреса — у змінній HTTPS_PROXY, часто у файлі «.profile» у вашій домашній папці, або в параметрах стільниці. Виправте її, вийдіть із системи й увійдіть знову.
    }
failure-proxy-sign_in_unsupported-title = { -app } не може увійти у вашу мережу
failure-proxy-sign_in_unsupported-text = Зверніться до ІТ-відділу. Проксі вашої компанії потребує входу на зразок NTLM чи Kerberos, а { -app } цього не вміє. Без входу мають бути доступні два хости: api.novapost.com і api-stage.novapost.pl, порт 443.
failure-proxy-script-title = { -app } не знаходить виходу з вашої мережі
failure-proxy-script-text = Інші сторінки у браузері відкриваються? Тоді ваша компанія має проксі, який вибирає сценарій або автоматичне виявлення, а { -app } не може скористатися ні тим, ні іншим. Дізнайтеся в ІТ-відділі адресу проксі. { $system ->
        [windows] Введіть її в параметрах Windows: «Мережа й інтернет», «Проксі», «Налаштування проксі вручну». Сценарій може залишатися ввімкненим. Потім спробуйте ще раз.
        [macos] Введіть її в Системних параметрах: «Мережа», «Деталі», «Проксі», як захищений вебпроксі (HTTPS). Автоматична конфігурація може залишатися ввімкненою. Потім спробуйте ще раз.
       *[other] Надайте змінній HTTPS_PROXY значення http://ПРОКСІ:ПОРТ, наприклад у файлі «.profile» у вашій домашній папці. Потім вийдіть із системи й увійдіть знову.
    }
failure-timed-out-title = Відповідь не надійшла вчасно
failure-timed-out-text = Можна спробувати ще раз. Це нічого не зіпсує.
failure-timed-out-text-request = Можливо, Nova Post створила ключ. Повторити запит безпечно: прийде ключ або відповідь «завтра».
failure-keychain-locked-title = Сховище паролів заблоковане
failure-keychain-locked-text = { -app } зберігає ключі у сховищі паролів цього комп’ютера. Спробуйте ще раз, і система попросить пароль від нього. Зазвичай це той, з яким ви входите в комп’ютер.
failure-keychain-missing-title = На цьому комп’ютері не працює сховище паролів
failure-keychain-missing-text-linux = { -app } зберігає ключі тільки у сховищі паролів, ніколи у файлі. Установіть «gnome-keyring» або «KWallet», вийдіть із системи, увійдіть знову й спробуйте ще раз.
failure-keychain-missing-text-macos = { -app } зберігає ключі тільки у сховищі паролів Mac (в’язка ключів, Keychain), ніколи у файлі. Mac його не відкриває. Відкрийте програму «Keychain Access» (Доступ до в’язок) і перевірте, чи є там в’язка «login», а потім спробуйте ще раз. Якщо не допоможе, перезапустіть Mac.
failure-keychain-missing-text-windows = { -app } зберігає ключі тільки у сховищі паролів Windows (Диспетчер облікових даних), ніколи у файлі. Windows його не відкриває. Перезапустіть комп’ютер і спробуйте ще раз. Якщо не допоможе, натисніть «{ failure-action-copy-details }» і передайте їх ІТ-відділу.
failure-keychain-slow-title = Сховище паролів не відповідає
failure-keychain-slow-text = Пошукайте вікно за цим: можливо, воно просить пароль.
failure-keychain-cancelled-title = Сховище паролів не розблоковано
failure-keychain-cancelled-text = Вікно, яке просить пароль від нього, було закрито. Спробуйте ще раз і введіть пароль. Зазвичай це той, з яким ви входите в комп’ютер.
failure-keychain-no-default-title = На цьому комп’ютері ще немає сховища паролів
failure-keychain-no-default-text = Спробуйте ще раз, і система запитає пароль для нового. Якщо не запитає, відкрийте «Паролі та ключі», додайте там сховище паролів і зробіть його типовим.
failure-keychain-blocked-by-policy-title = На цьому комп’ютері не можна зберігати ключі
failure-keychain-blocked-by-policy-text = Правило вашої компанії забороняє Windows зберігати паролі в Диспетчері облікових даних. Натисніть «{ failure-action-copy-details }», передайте їх ІТ-відділу й попросіть дозволити це вам.
failure-forbidden-by-policy-title = Ваша організація цього не дозволяє
failure-forbidden-by-policy-text-mode = Вона закрила цей режим { -app } на цьому комп’ютері. Ваші ключі залишаються збереженими. Якщо він вам потрібен, натисніть «{ failure-action-copy-details }» і передайте їх ІТ-відділу.
failure-forbidden-by-policy-text-values = Ключі можна передавати лише зашифрованими: відкритим ключем розробника або парольною фразою. Нічого не передано.
failure-keychain-refused-title = Комп’ютер не дав доступу до сховища паролів
failure-keychain-refused-text = Можливо також, що воно повернуло не те, що було збережено. Відкрийте сховище паролів цього комп’ютера й перевірте, чи має { -app } дозвіл.
failure-secret-not-saved-title = Ваш ключ надійшов, але його ще не збережено
failure-secret-not-saved-locked = Сховище паролів заблоковане. { -app } тримає ключ, поки ви його не закриєте. Збережіть ще раз, і система попросить пароль.
failure-secret-not-saved-missing = На цьому комп’ютері не працює сховище паролів. { -app } тримає ключ, поки ви його не закриєте. Доти ключем можна користуватися.
failure-secret-not-saved-slow = Сховище паролів не відповіло. { -app } тримає ключ, поки ви його не закриєте. Знайдіть вікно, яке просить пароль, і збережіть ще раз.
failure-secret-not-saved-refused = Сховище паролів не прийняло ключа. { -app } тримає ключ, поки ви його не закриєте. Збережіть ще раз або доти користуйтеся ключем.
failure-secret-not-saved-cancelled = Вікно, яке просить пароль, було закрито. { -app } тримає ключ, поки ви його не закриєте. Збережіть ще раз і введіть пароль.
failure-secret-not-saved-no_default = На цьому комп’ютері ще немає сховища паролів. { -app } тримає ключ, поки ви його не закриєте. Збережіть ще раз, і система запитає пароль для нового. Якщо не запитає, відкрийте «Паролі та ключі», додайте там сховище паролів і зробіть його типовим.
failure-secret-not-saved-blocked_by_policy = Правило вашої компанії не дає Windows зберегти його. { -app } тримає ключ, поки ви його не закриєте. Попросіть ІТ-відділ дозволити це, а потім збережіть ще раз.
failure-store-unwritable-title = { -app } не може записувати до своєї папки
failure-store-unwritable-text = Можливо, диск повний або папка захищена. Звільніть місце й спробуйте ще раз. Збережені ключі в безпеці.
failure-store-unreadable-title = { -app } не може прочитати список ключів
failure-store-unreadable-text = Файл пошкоджено, він порожній або його записала інша програма. Збережені ключі в безпеці. { -app } щодня робить резервну копію списку: перегляньте останню й відновіть її, якщо в ній є потрібне.
failure-store-newer-title = Ваш список ключів записала новіша версія { -app }
failure-store-newer-text = Ця версія не може його прочитати й нічого в ньому не змінила. Збережені ключі в безпеці. Закрийте { -app }, установіть і відкрийте найновішу версію.
failure-clock-wrong-title = Годинник цього комп’ютера неправильний
failure-clock-wrong-text = { $direction ->
        [behind] Відстає на: { $span }. Час тут правильний, бо { -app } рахує за годинником Nova Post. Іншим програмам це може заважати: увімкніть у налаштуваннях системи автоматичне встановлення часу.
       *[ahead] Поспішає на: { $span }. Час тут правильний, бо { -app } рахує за годинником Nova Post. Іншим програмам це може заважати: увімкніть у налаштуваннях системи автоматичне встановлення часу.
    }
failure-not-found-title = Цього тут уже немає
failure-not-found-text = Його вилучено або замінено. Спробуйте ще раз, щоб побачити, як усе є тепер.
failure-not-found-title-key = Цього ключа на комп’ютері вже немає
failure-not-found-text-key = Спершу спробуйте ще раз. Якщо ключа справді немає, відкрийте сторінку, де його створено. Якщо його там ще можна скопіювати, додайте його знову. Якщо ні, створіть новий.
failure-not-found-text-key-test = Спершу спробуйте ще раз. Якщо ключа справді немає, надішліть запит із тим самим номером. Nova Post надішле його або створить новий, якщо строк дії цього давно сплив.
failure-update-address-insecure-title = Адреса для оновлень небезпечна
failure-update-address-insecure-text = Вона не починається з https або веде на таку адресу. Нічого не завантажено. Натисніть «{ failure-action-copy-details }» і надішліть їх тому, хто встановив { -app }.
failure-update-unreachable-title = Адреса для оновлень не відповідає
failure-update-unreachable-text = { -app } працює далі без змін. Перевірте підключення до інтернету або спробуйте пізніше. Якщо це триває, запитайте в IT-відділі, чи відкрито доступ до цієї адреси.
failure-update-untrusted-title = З’єднання з адресою для оновлень небезпечне
failure-update-untrusted-text = { -app } не може переконатися, хто там відповідає, тому нічого не завантажено. Ви в готелі, потязі чи кав’ярні? Увійдіть у мережу через браузер і спробуйте ще раз. Якщо ні, зверніться до IT-відділу.
failure-update-answer-unreadable-title = Адреса для оновлень надіслала щось неочікуване
failure-update-answer-unreadable-text = Нічого не встановлено, { -app } працює далі без змін. Спробуйте пізніше. Якщо це триває, натисніть «{ failure-action-copy-details }» і надішліть їх тому, хто встановив { -app }.
failure-update-no-package-title = Є нова версія, але не для цього комп’ютера
failure-update-no-package-text = Її випущено для інших систем або для іншого способу встановлення. Запитайте в того, хто встановив { -app }, як її отримати.
failure-update-older-title = Пропонується лише старіша версія: { $version }
failure-update-older-text = { -app } ніколи не замінює себе старішою версією, бо разом із нею повернулися б давні помилки. Нічого не встановлено. Якщо ви цього не чекали, надішліть подробиці тому, хто встановив { -app }.
failure-update-incomplete-title = Завантаження обірвалося
failure-update-incomplete-text = Отриману частину видалено, нічого не встановлено. Спробуйте ще раз.
failure-update-signature-wrong-title = Нова версія несправжня, тому її не встановлено
failure-update-signature-wrong-text = На ній немає підпису розробників { -app }. Можливо, її змінили під час передавання. Вашої версії це не торкнулося, можна працювати далі. Натисніть «{ failure-action-copy-details }» і надішліть їх тому, хто встановив { -app }.
failure-update-not-now-title = Ще не завершено інше
failure-update-not-now-text = Виконується запит, відкрито вікно з ключем або ключ ще не збережено. Спершу завершіть це, щоб нічого не втратити. Потім спробуйте ще раз.
failure-update-not-allowed-title = Нову версію не встановлено
failure-update-not-allowed-text = Вікно, що просить пароль, було закрито. Якщо вам не дозволено встановлювати програми на цьому комп’ютері, зверніться до IT-відділу.
failure-update-not-installed-title = Не вдалося встановити нову версію
failure-update-not-installed-text = Комп’ютер відмовив або встановлення перервалося. Ваших ключів і списків це не торкнулося. Спробуйте ще раз. Якщо це повториться, натисніть «{ failure-action-copy-details }» і надішліть їх тому, хто встановив { -app }.
failure-superseded-title = Дію перервано
failure-superseded-text = Відбулося перемикання між режимом практики та справжнім кабінетом, або вікно з ключем закрилося. Почніть спочатку.
failure-internal-title = У { -app } стався збій
failure-internal-text = З вашого боку все гаразд. Спробуйте ще раз. Якщо це повториться, натисніть «{ failure-action-copy-details }» і надішліть їх тому, хто встановив { -app }.
failure-clipboard-refused-title = Нічого не скопійовано
failure-clipboard-refused-text = Можливо, буфером обміну саме користується інша програма. Спробуйте ще раз за мить.
failure-clipboard-missing-title = Тут { -app } не може користуватися буфером обміну
failure-clipboard-missing-text = Скопіювати чи вставити нічого не можна. Щоб передати ключ, натисніть «{ key-show }». Щоб додати ключ, введіть його вручну.
failure-already-running-title = { -app } уже відкрито
failure-already-running-text = Його вікно тепер попереду. Продовжуйте там.

failure-when-wait = { $seconds ->
        [one] Спробуйте ще раз через { $seconds } секунду
        [few] Спробуйте ще раз через { $seconds } секунди
       *[other] Спробуйте ще раз через { $seconds } секунд
    }
failure-when-now = Спробуйте ще раз
failure-when-tomorrow = Наступний запит: завтра, { $date }

failure-action-try-again = Спробувати ще раз
failure-action-try-now = Усе одно спробувати зараз
failure-action-ask-again = Повторити запит
failure-action-open-nova-post = Відкрити my.novapost.com
failure-action-open-cabinet = Відкрити new.novaposhta.ua
failure-action-correct-number = Виправити номер
failure-action-other-number = Ввести інший номер
failure-action-ukraine = Моя компанія в Україні
failure-action-check-network = Відкрити сторінку у браузері
failure-action-write = Написати до Nova Post
failure-action-open-key = Перейти до мого ключа
failure-action-remind = Нагадати завтра
failure-action-new-key = Отримати ключ ще раз
failure-action-add-key = Додати ключ ще раз
failure-action-copy-again = Копіювати ще раз
failure-action-move-key-sandbox = Перемістити до тестових ключів
failure-action-move-key-production = Перемістити до робочих ключів
failure-action-new-token = Отримати новий токен
failure-action-unlock = Розблокувати й спробувати ще раз
failure-action-save-again = Зберегти ще раз
failure-action-use-in-session = Тримати, доки відкрито { -app }
failure-action-copy-details = Копіювати подробиці
failure-action-clock-set = Годинник налаштовано
failure-action-go-on = Продовжити
failure-action-start-again = Почати спочатку
failure-action-restore = Показати останню копію

failure-details = Подробиці для підтримки
failure-details-note = Тут немає ні ключа, ні токена, ні номера телефону.

failure-email-title = Лист до Nova Post
failure-email-practice = Практика: до Nova Post нічого не надсилається. Лист показано лише тут.
failure-email-copy = Копіювати лист
failure-email-open = { affiliation-open }
failure-email-opened-whole = Зараз відкриється поштова програма з листом. Допишіть те, чого бракує, і надішліть. Якщо вона не відкриється, скопіюйте лист звідси.
failure-email-opened-without_text = Зараз відкриється поштова програма з порожнім листом. Текст у буфері обміну: вставте його там, допишіть те, чого бракує, і надішліть.
