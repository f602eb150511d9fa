## Connecting the person’s account with the organization

affiliation-subject = Prepojenie môjho účtu s našou firmou: { $organization }
affiliation-body = Dobrý deň,

    chceme používať API kľúče Nova Post. Prosím o prepojenie môjho účtu na webe my.novapost.com s našou firmou, ktorú zastupujem ako oprávnená osoba.{ $to ->
        [service_desk] {" "}Neviem, kto je naším obchodným manažérom. Prosím o postúpenie tejto správy príslušnej osobe.
       *[manager] {""}
    }

    Firma: { $organization }
    Krajina: { $country }
    IČO / DIČ: { $taxCode }

    Oprávnená osoba: { $fullName }
    Telefón: { $phone }
    E-mail: { $email }

    Tieto údaje sa zhodujú s údajmi v mojom účte.

    Prosím o správu, keď bude prepojenie hotové alebo ak budete potrebovať ďalšie informácie.

    S poďakovaním a pozdravom
    { $fullName }

## Questions to the service desk

several-subject = Viacero účtov s rovnakým telefónnym číslom
several-body = Dobrý deň,

    pri žiadosti o testovací API kľúč dostávam odpoveď „Multiple matching clients found“ (409). Moje telefónne číslo je zrejme uvedené pri viacerých účtoch na webe my.novapost.com.

    Moje telefónne číslo: { $phone }
    Moje celé meno:
    Firma:

    Prosím o informáciu, o ktoré účty ide, a o ponechanie čísla len pri jednom z nich.

    S poďakovaním a pozdravom

forbidden-subject = Zamietnutý prístup k API (403)
forbidden-body = Dobrý deň,

    API Nova Post mi s mojím kľúčom neumožňuje prístup (403).

    Moje telefónne číslo: { $phone }
    Moje celé meno:
    Firma:

    Prosím o overenie, ktoré oprávnenie chýba, a o jeho pridelenie, prípadne o informáciu, čo mám urobiť.

    S poďakovaním a pozdravom

ukraine-subject = Testovací API kľúč pre ukrajinské telefónne číslo
ukraine-body = Dobrý deň,

    zastupujem firmu so sídlom mimo Ukrajiny a potrebujem testovací API kľúč. Moje telefónne číslo je ukrajinské (+380) a pre takéto čísla Nova Post testovacie kľúče nevytvára.

    Moje telefónne číslo: { $phone }
    Moje celé meno:
    Firma a krajina:

    Prosím o informáciu, ako môžem testovací kľúč získať.

    S poďakovaním a pozdravom
