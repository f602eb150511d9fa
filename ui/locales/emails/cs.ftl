## Connecting the person’s account with the organization

affiliation-subject = Propojení mého účtu s naší firmou: { $organization }
affiliation-body = Dobrý den,

    chceme používat API klíče Nova Post. Prosím o propojení mého účtu na webu my.novapost.com s naší firmou, kterou zastupuji jako oprávněná osoba.{ $to ->
        [service_desk] {" "}Nevím, kdo je naším obchodním manažerem. Prosím o předání této zprávy příslušné osobě.
       *[manager] {""}
    }

    Firma: { $organization }
    Země: { $country }
    IČO / DIČ: { $taxCode }

    Oprávněná osoba: { $fullName }
    Telefon: { $phone }
    E-mail: { $email }

    Tyto údaje se shodují s údaji v mém účtu.

    Prosím o zprávu, až bude propojení hotové, nebo pokud budete potřebovat další informace.

    S poděkováním a pozdravem
    { $fullName }

## Questions to the service desk

several-subject = Několik účtů se stejným telefonním číslem
several-body = Dobrý den,

    při žádosti o testovací API klíč dostávám odpověď „Multiple matching clients found“ (409). Moje telefonní číslo je zřejmě uvedeno u několika účtů na webu my.novapost.com.

    Moje telefonní číslo: { $phone }
    Moje celé jméno:
    Firma:

    Prosím o informaci, o které účty jde, a o ponechání čísla pouze u jednoho z nich.

    S poděkováním a pozdravem

forbidden-subject = Odepřený přístup k API (403)
forbidden-body = Dobrý den,

    API Nova Post mi s mým klíčem neumožňuje přístup (403).

    Moje telefonní číslo: { $phone }
    Moje celé jméno:
    Firma:

    Prosím o ověření, které oprávnění chybí, a o jeho přidělení, případně o informaci, co mám udělat.

    S poděkováním a pozdravem

ukraine-subject = Testovací API klíč pro ukrajinské telefonní číslo
ukraine-body = Dobrý den,

    zastupuji firmu se sídlem mimo Ukrajinu a potřebuji testovací API klíč. Moje telefonní číslo je ukrajinské (+380) a pro taková čísla Nova Post testovací klíče nevytváří.

    Moje telefonní číslo: { $phone }
    Moje celé jméno:
    Firma a země:

    Prosím o informaci, jak mohu testovací klíč získat.

    S poděkováním a pozdravem
