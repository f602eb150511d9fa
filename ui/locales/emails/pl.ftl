## Connecting the person’s account with the organization

affiliation-subject = Powiązanie mojego konta z naszą firmą: { $organization }
affiliation-body = Dzień dobry,

    chcemy korzystać z kluczy API Nova Post. Proszę o powiązanie mojego konta w serwisie my.novapost.com z naszą firmą, którą reprezentuję jako osoba upoważniona.{ $to ->
        [service_desk] {" "}Nie wiem, kto jest naszym opiekunem handlowym. Proszę o przekazanie tej wiadomości właściwej osobie.
       *[manager] {""}
    }

    Firma: { $organization }
    Kraj: { $country }
    Numer identyfikacyjny (np. NIP): { $taxCode }

    Osoba upoważniona: { $fullName }
    Telefon: { $phone }
    E-mail: { $email }

    Te dane są zgodne z danymi na moim koncie.

    Proszę o informację, gdy konto zostanie powiązane lub jeśli będą potrzebne dodatkowe dane.

    Dziękuję i pozdrawiam
    { $fullName }

## Questions to the service desk

several-subject = Kilka kont z tym samym numerem telefonu
several-body = Dzień dobry,

    przy próbie uzyskania testowego klucza API otrzymuję odpowiedź „Multiple matching clients found” (409). Wygląda na to, że mój numer telefonu jest przypisany do kilku kont w serwisie my.novapost.com.

    Mój numer telefonu: { $phone }
    Moje imię i nazwisko:
    Firma:

    Proszę o informację, które to konta, i o pozostawienie numeru tylko przy jednym z nich.

    Dziękuję i pozdrawiam

forbidden-subject = Brak dostępu do API (403)
forbidden-body = Dzień dobry,

    API Nova Post odmawia mi dostępu z moim kluczem (403).

    Mój numer telefonu: { $phone }
    Moje imię i nazwisko:
    Firma:

    Proszę o sprawdzenie, jakiego uprawnienia brakuje, i o jego nadanie lub o informację, co należy zrobić.

    Dziękuję i pozdrawiam

ukraine-subject = Testowy klucz API dla ukraińskiego numeru telefonu
ukraine-body = Dzień dobry,

    reprezentuję firmę spoza Ukrainy i potrzebuję testowego klucza API. Mój numer telefonu jest ukraiński (+380), a dla takich numerów Nova Post nie tworzy kluczy testowych.

    Mój numer telefonu: { $phone }
    Moje imię i nazwisko:
    Firma i kraj:

    Proszę o informację, jak mogę otrzymać klucz testowy.

    Dziękuję i pozdrawiam
