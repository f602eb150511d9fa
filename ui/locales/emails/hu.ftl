## Connecting the person’s account with the organization

affiliation-subject = Fiókom összekapcsolása a cégünkkel: { $organization }
affiliation-body = Tisztelt Címzett!

    Szeretnénk használni a Nova Post API-kulcsait. Kérem, kapcsolják össze a my.novapost.com oldalon lévő fiókomat a cégünkkel, amelynek meghatalmazott képviselője vagyok.{ $to ->
        [service_desk] {" "}Nem tudom, ki az értékesítési kapcsolattartónk. Kérem, továbbítsák ezt a levelet az illetékes munkatársuknak.
       *[manager] {""}
    }

    Cég: { $organization }
    Ország: { $country }
    Adószám vagy cégjegyzékszám: { $taxCode }

    Meghatalmazott képviselő: { $fullName }
    Telefonszám: { $phone }
    E-mail-cím: { $email }

    Ezek az adatok megegyeznek a fiókomban szereplő adatokkal.

    Kérem, jelezzék, ha az összekapcsolás megtörtént, vagy ha további adatra van szükségük.

    Köszönettel
    { $fullName }

## Questions to the service desk

several-subject = Több fiók ugyanazzal a telefonszámmal
several-body = Tisztelt Címzett!

    Amikor API-tesztkulcsot kérek, a „Multiple matching clients found” (409) választ kapom. Úgy tűnik, a telefonszámom a my.novapost.com oldalon több fiókban is szerepel.

    Telefonszámom: { $phone }
    Teljes nevem:
    Cég:

    Kérem, írják meg, mely fiókokról van szó, és csak az egyikben hagyják meg a számot.

    Köszönettel

forbidden-subject = Nincs hozzáférésem az API-hoz (403)
forbidden-body = Tisztelt Címzett!

    A Nova Post API-ja a kulcsommal nem ad hozzáférést (403).

    Telefonszámom: { $phone }
    Teljes nevem:
    Cég:

    Kérem, ellenőrizzék, melyik jogosultság hiányzik, és adják meg, vagy írják meg, mi a teendőm.

    Köszönettel

ukraine-subject = API-tesztkulcs ukrán telefonszámhoz
ukraine-body = Tisztelt Címzett!

    Ukrajnán kívüli céget képviselek, és API-tesztkulcsra van szükségem. A telefonszámom ukrán (+380), és az ilyen számokhoz a Nova Post nem hoz létre tesztkulcsot.

    Telefonszámom: { $phone }
    Teljes nevem:
    Cég és ország:

    Kérem, írják meg, hogyan kaphatok tesztkulcsot.

    Köszönettel
