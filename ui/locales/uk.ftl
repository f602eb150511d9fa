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

## Test key

test-key-title = Тестовий ключ
test-key-step-before = Перед початком
test-key-step-phone = Ваш номер телефону
test-key-step-check = Перевірка й запит
test-key-step-result = Ваш тестовий ключ
test-key-before-lead = Ключ — це наче пароль, яким програма користується замість вас. Тестовий ключ відкриває тестове середовище Нової пошти: там ваш розробник може спробувати все, не зачепивши жодної справжньої посилки.
test-key-before-registered = Номер телефону зареєстровано на my.novapost.com
test-key-before-registered-text = За цим номером вас знаходить Нова пошта. Зазвичай це номер із вашого договору.
test-key-before-register = Зареєструватися на my.novapost.com
test-key-before-register-help = Як зареєструватися, крок за кроком
test-key-before-foreign = Номер не український (не +380)
test-key-before-foreign-text = Для України є інший вид ключа, і ви створюєте його самі.
test-key-before-ukraine = Як отримати ключ для України
test-key-before-daily = Нова пошта приймає один запит на день
test-key-before-daily-text = Запит нічого не зламає. Якщо ключ уже є, повернеться той самий.
test-key-before-portal-text = Такий самий ключ можна створити у браузері, на сторінці Нової пошти.
test-key-before-portal = Відкрити сторінку Нової пошти

test-key-phone-lead = Номер із вашого кабінету my.novapost.com. Пишіть його так, як вам зручно.
test-key-country = Країна
test-key-country-hint = Введіть назву або код, наприклад { $example }
test-key-country-open = Показати всі країни
test-key-country-found = { $count ->
        [0] Країн не знайдено
        [one] Знайдено { $count } країну
        [few] Знайдено { $count } країни
       *[other] Знайдено { $count } країн
    }
test-key-country-none = Немає країни з такою назвою чи кодом
test-key-phone = Номер телефону
test-key-phone-digits = Буде надіслано саме ці цифри
test-key-phone-digits-none = Тут з’являться цифри, які буде надіслано
test-key-phone-elsewhere = Номер починається з +{ $code }, тому країна номера — { $country }.
test-key-phone-practice = У навчанні номер { $number } дає новий ключ.
test-key-phone-practice-use = Узяти цей номер
test-key-problem-empty = Номера телефону ще немає.
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
test-key-problem-not-a-number = Це не вдається прочитати як номер телефону. Підійдуть цифри, пробіли, риски, дужки та +.
test-key-problem-extension = Наприкінці стоїть внутрішній номер. Залиште тільки основний: внутрішнього Нова пошта не приймає.
test-key-problem-ukraine = Це український номер.
test-key-problem-second-look = Поставте позначку, якщо номер правильний.
test-key-second-look-title = Незвичний номер
test-key-second-look-text = У відкритому плані нумерації його немає. Так буває з новими номерами. Звірте його ще раз із вашим кабінетом.
test-key-second-look = Звірено. Номер правильний.

test-key-check-lead = Досі нічого не надіслано.
test-key-check-number = Номер телефону
test-key-check-sent-as = Буде надіслано
test-key-check-environment = Середовище
test-key-check-environment-live = Тестове середовище Нової пошти
test-key-check-environment-practice = Навчання: Нова пошта на цьому комп’ютері, назовні нічого не йде
test-key-check-daily = Як часто
test-key-check-daily-text = Один запит на день. Якщо запитати двічі за день, повернеться той самий ключ або Нова пошта відповість «завтра».
test-key-check-good-for = Для чого цей ключ
test-key-check-good-for-text = Щоб спробувати все в тестовому середовищі. Він належить вам як людині й нічого не відкриває у справжньому сервісі.
test-key-check-kept = Куди він потрапить
test-key-check-kept-text = До сховища паролів цього комп’ютера. Ніхто його не побачить, поки ви самі не попросите.
test-key-check-change = Змінити номер
test-key-send = Надіслати запит
test-key-sending = Запит виконується
test-key-reminded = Записано. Від завтра головна сторінка нагадає запитати ще раз.

test-key-created = Ваш тестовий ключ готовий
test-key-created-text = Нова пошта створила новий ключ. Його збережено у сховищі паролів цього комп’ютера.
test-key-found = Ключ цього номера
test-key-found-text = Ви вже запитували його раніше.
test-key-same = Цей ключ у вас уже є
test-key-same-text = Нова пошта надіслала той самий ключ. У ньому нічого не змінилося.
test-key-prolonged = Ваш ключ діятиме довше
test-key-prolonged-text = Це той самий ключ. Раніше він діяв до { $from }, тепер — до { $to }.
test-key-reactivated = Ваш ключ знову діє
test-key-reactivated-text = Це той самий ключ. Його строк закінчився { $from }, тепер він діє до { $to }.
test-key-session-only = Поки що ключ є тільки в пам’яті цієї програми. Коли ви закриєте Key Desk, він зникне.
test-key-save-again = Зберегти у сховищі паролів
test-key-field-key = Ключ
test-key-field-phone = Номер телефону
test-key-field-created = Створено
test-key-field-expires = Діє до
test-key-field-status = Стан
test-key-field-unknown = Невідомо
test-key-status-active = Діє
test-key-status-expired = Строк закінчився
test-key-status-retired = Виведено з ужитку
test-key-status-refused = Нова пошта відхилила
test-key-copy = Копіювати ключ
test-key-show = Показати ключ
test-key-get-token = Отримати токен
test-key-next = Що далі
test-key-next-text = Токен — це перепустка, яку створює ключ і яка діє близько години. Отримавши токен, ви переконаєтеся, що ключ працює.
test-key-another = Запитати з іншим номером

## Token

token-title = Токен
token-lead = Токен — це перепустка приблизно на годину. Програма надсилає його з кожним запитом, а сам ключ лишається на місці.
token-key = Створено ключем
token-get = Отримати токен
token-renew = Отримати новий токен
token-again = Оновити
token-left = Залишилося часу
token-alive = Ваш токен готовий
token-alive-text = Він діє до { $time }, потім потрібен новий. Оновлення займає секунду.
token-dying = Токен скоро закінчиться
token-dead = Цей токен закінчився
token-dead-text = Так і має бути: жоден токен не діє довше ніж приблизно годину. З ключем усе гаразд.
token-assumed = У токені не сказано, коли він закінчиться. Токени Нової пошти діють близько години, тому Key Desk рахує годину від його отримання.
token-copy = Копіювати токен
token-try = Перевірити
token-try-text = Запитує в Нової пошти перелік валют. Це нічого не змінює.
token-proven = Працює. О { $time } Нова пошта прийняла цей токен і назвала { $currencies ->
        [0] свій перелік валют
        [one] { $currencies } валюту
        [few] { $currencies } валюти
       *[other] { $currencies } валют
    }.
token-claims = Що токен каже про себе
token-claim-made = Створено
token-claim-dies = Закінчиться
token-claim-client = Для клієнта
token-claim-issuer = Хто створив
token-claim-unsaid = Не сказано
token-claims-text = Key Desk може це прочитати, але перевірити може лише Нова пошта.
token-developer = Для вашого розробника
token-developer-header = Надсилайте його з кожним запитом у такому заголовку, без слова «Bearer»:
token-developer-header-value = <токен>
token-developer-portal = Щоб спробувати на порталі Нової пошти, натисніть там «Authorize» і вставте токен у поле «JWT».
token-developer-open = Відкрити портал
token-memory = Key Desk тримає токени лише в пам’яті. Коли ви закриєте програму, вони зникнуть.

## Failure cards

failure-turn-you = Наступний крок за вами
failure-turn-nova-post = Наступний крок за Новою поштою
failure-turn-computer = Причина — у цьому комп’ютері
failure-turn-network = Причина — у вашій мережі

failure-phone-invalid-title = Нова пошта не приймає цей номер
failure-phone-invalid-text = На вигляд він правильний, але Нова пошта каже, що ні. Звірте його, цифра за цифрою, з номером у вашому кабінеті my.novapost.com.
failure-phone-ukraine-title = Для України ключ отримують інакше
failure-phone-ukraine-text = Нова пошта створює тестові ключі для номерів за межами України. З українським номером ви створюєте ключ самі, за п’ять коротких кроків.
failure-client-not-found-title = Нова пошта ще не знає цього номера
failure-client-not-found-text = Зареєструйтеся на my.novapost.com саме з цим номером. Якщо кабінет уже є, подивіться, який номер у ньому вказано. Потім поверніться й запитайте ще раз.
failure-several-clients-title = Цей номер мають кілька кабінетів
failure-several-clients-text = Тому Нова пошта не знає, чий ключ створити. Розібратися може лише вона. Лист до неї для вас уже готовий.
failure-daily-limit-title = Сьогодні цей номер уже запитували
failure-daily-limit-text-key = Нова пошта приймає один запит на день. Ключ цього номера у вас уже є: він у вашому списку, ним можна користуватися.
failure-daily-limit-text-none = Нова пошта приймає один запит на день, наступний можливий завтра. Можливо, запитував хтось із колег або ключ створено на сторінці Нової пошти: тоді він у них.
failure-key-refused-title = Нова пошта не приймає цей ключ
failure-key-refused-text = Можливо, його строк закінчився або ключ вимкнено. Запитайте тестовий ключ ще раз: той, що закінчився, знову запрацює.
failure-key-refused-token-title = Нова пошта не приймає цей токен
failure-key-refused-token-text = Можливо, він щойно закінчився. Новий отримати недовго.
failure-key-malformed-title = Нова пошта не може прочитати цей ключ
failure-key-malformed-text = У ньому чогось бракує або є щось зайве. Запитайте тестовий ключ ще раз, і правильний стане на його місце.
failure-access-forbidden-title = Нова пошта не дозволяє цього вашому кабінету
failure-access-forbidden-text = Бракує дозволу, а надати його може лише Нова пошта. Лист до неї для вас уже готовий.
failure-too-many-tokens-title = Перед наступним токеном Нова пошта просить зробити паузу
failure-too-many-tokens-text = За короткий час створено багато токенів. Токен, який у вас уже є, діє далі.
failure-service-unavailable-title = Нова пошта зараз недоступна
failure-service-unavailable-text = З вашого боку все гаразд. Зазвичай досить трохи зачекати.
failure-service-unavailable-text-request = З вашого боку все гаразд. Зазвичай досить трохи зачекати, а запитати ще раз безпечно: того самого дня повернеться той самий ключ.
failure-service-error-title = Щось зламалося в Нової пошти
failure-service-error-text = Це не пов’язано з тим, що ви ввели. Спробуйте пізніше. Якщо нічого не зміниться, подробиці внизу допоможуть Новій пошті знайти причину.
failure-answer-unreadable-title = Відповідь не вдалося зрозуміти
failure-answer-unreadable-text = Надійшло не те, що зазвичай надсилає Нова пошта. Можливо, у неї негаразди або замість неї відповіло щось у вашій мережі.
failure-redirect-refused-title = Замість Нової пошти відповіло щось у вашій мережі
failure-redirect-refused-text = Часто це сторінка входу в готелі, кав’ярні чи компанії. Відкрийте сторінку у браузері, увійдіть, якщо вас про це попросять, і спробуйте ще раз.
failure-offline-title = Цей комп’ютер не під’єднано до інтернету
failure-offline-text = Перевірте Wi-Fi або мережевий кабель. Усе, що ви ввели, збережено.
failure-unreachable-title = З’єднатися з Новою поштою не вдалося
failure-unreachable-text = Щось обірвало з’єднання. Це може минути саме. Якщо ні, можливо, заважає брандмауер: допоможе той, хто дбає про вашу мережу.
failure-unreachable-text-request = Щось обірвало з’єднання, перш ніж надійшла відповідь. Ключ, можливо, все одно створено. Запитати ще раз безпечно: того самого дня повернеться той самий ключ.
failure-tls-untrusted-title = З’єднання ненадійне, тому нічого не надіслано
failure-tls-untrusted-text = Цей комп’ютер не може переконатися, що на іншому кінці Нова пошта. Причиною може бути програма захисту, мережа компанії або неправильна дата на цьому комп’ютері. Передайте подробиці тому, хто дбає про вашу мережу.
failure-proxy-needed-title = Мережа спершу просить увійти
failure-proxy-needed-text = Шлюз компанії, його називають проксі, просить ім’я та пароль. Введіть їх у налаштуваннях мережі цього комп’ютера або зверніться до того, хто дбає про вашу мережу.
failure-timed-out-title = Нова пошта не відповіла вчасно
failure-timed-out-text = Запитати ще раз безпечно, це нічого не змінить.
failure-timed-out-text-request = Ключ, можливо, все одно створено. Запитати ще раз безпечно: того самого дня повернеться той самий ключ.
failure-keychain-locked-title = Сховище паролів замкнено
failure-keychain-locked-text = У сховищі паролів цей комп’ютер тримає паролі й ключі. Коли ви спробуєте ще раз, система попросить пароль від нього. Зазвичай це той, з яким ви входите в комп’ютер.
failure-keychain-missing-title = На цьому комп’ютері не працює сховище паролів
failure-keychain-missing-text = Key Desk тримає ключі тільки у сховищі паролів і ніколи у файлі. У Linux установіть «gnome-keyring» або «KWallet», вийдіть із системи, увійдіть знову й спробуйте ще раз.
failure-keychain-slow-title = Сховище паролів не відповідає
failure-keychain-slow-text = Можливо, воно просить пароль у вікні, яке сховалося за цим. Спершу пошукайте там.
failure-keychain-refused-title = Сховище паролів відмовило
failure-keychain-refused-text = Воно не дало доступу або повернуло не те, що було збережено. Відкрийте програму сховища паролів на цьому комп’ютері й перевірте, чи має Key Desk дозвіл.
failure-secret-not-saved-title = Ключ надійшов, але у сховищі паролів його ще немає
failure-secret-not-saved-locked = Сховище паролів замкнено. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз, і система попросить пароль від сховища.
failure-secret-not-saved-missing = На цьому комп’ютері не працює сховище паролів. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Користуйтеся ним у цьому сеансі, а збережіть, коли сховище з’явиться.
failure-secret-not-saved-slow = Сховище паролів не відповіло. Key Desk тримає ключ, поки ви не закриєте програму, тож нічого не втрачено. Знайдіть вікно, яке просить пароль, і збережіть ще раз.
failure-secret-not-saved-refused = Сховище паролів не прийняло ключ. Key Desk тримає його, поки ви не закриєте програму, тож нічого не втрачено. Збережіть ще раз або користуйтеся ключем у цьому сеансі.
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
failure-already-running-title = Key Desk уже відкрито
failure-already-running-text = Його вікно тепер попереду. Продовжуйте там.

failure-when-wait = { $seconds ->
        [one] Спробувати ще раз варто за { $seconds } секунду
        [few] Спробувати ще раз варто за { $seconds } секунди
       *[other] Спробувати ще раз варто за { $seconds } секунд
    }
failure-when-now = Тепер варто спробувати ще раз
failure-when-tomorrow = Знову можливо завтра, { $date }

failure-action-try-again = Спробувати ще раз
failure-action-try-now = Усе одно спробувати зараз
failure-action-ask-again = Запитати ще раз
failure-action-open-nova-post = Відкрити my.novapost.com
failure-action-correct-number = Виправити номер
failure-action-other-number = Узяти інший номер
failure-action-ukraine = Як отримати ключ для України
failure-action-check-network = Відкрити сторінку у браузері
failure-action-write = Написати Новій пошті
failure-action-open-key = Перейти до мого ключа
failure-action-remind = Нагадати завтра
failure-action-new-key = Запитати тестовий ключ ще раз
failure-action-new-token = Отримати новий токен
failure-action-unlock = Відімкнути й спробувати ще раз
failure-action-save-again = Зберегти ще раз
failure-action-use-in-session = Користуватися в цьому сеансі
failure-action-copy-details = Копіювати подробиці
failure-action-clock-set = Годинник налаштовано
failure-action-go-on = Продовжити

failure-details = Подробиці для підтримки
failure-details-note = Тут немає ні ключа, ні токена, ні номера телефону.

failure-letter-title = Лист до Нової пошти
failure-letter-practice = Навчання: лист тут лише показано, Новій пошті нічого не надсилається.
failure-letter-to = Кому
failure-letter-subject = Тема
failure-letter-body = Текст
failure-letter-copy = Копіювати лист
failure-letter-opened = Лист відкрито у вашій поштовій програмі. Допишіть те, чого бракує, і надішліть.
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
