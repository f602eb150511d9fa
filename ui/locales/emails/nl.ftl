## Connecting the person’s account with the organization

affiliation-subject = Koppeling van mijn account aan ons bedrijf: { $organization }
affiliation-body = Goedendag,

    Wij willen graag API-sleutels van Nova Post gebruiken. Zou u mijn account op my.novapost.com willen koppelen aan ons bedrijf, waarvan ik de gemachtigde ben?{ $to ->
        [service_desk] {" "}Ik weet niet wie onze accountmanager is. Zou u dit bericht willen doorsturen naar de juiste persoon?
       *[manager] {""}
    }

    Bedrijf: { $organization }
    Land: { $country }
    Btw- of KvK-nummer: { $taxCode }

    Gemachtigde: { $fullName }
    Telefoon: { $phone }
    E-mail: { $email }

    Deze gegevens komen overeen met die in mijn account.

    Zou u mij willen laten weten wanneer dit geregeld is, of als u nog iets nodig hebt?

    Alvast bedankt en met vriendelijke groet
    { $fullName }

## Questions to the service desk

several-subject = Meerdere accounts met hetzelfde telefoonnummer
several-body = Goedendag,

    Als ik een API-testsleutel aanvraag, krijg ik het antwoord ‘Multiple matching clients found’ (409). Mijn telefoonnummer staat blijkbaar bij meerdere accounts op my.novapost.com.

    Mijn telefoonnummer: { $phone }
    Mijn volledige naam:
    Bedrijf:

    Zou u mij willen laten weten om welke accounts het gaat, en het nummer bij slechts één daarvan willen laten staan?

    Alvast bedankt en met vriendelijke groet

forbidden-subject = Geen toegang tot de API (403)
forbidden-body = Goedendag,

    De API van Nova Post geeft mij met mijn sleutel geen toegang (403).

    Mijn telefoonnummer: { $phone }
    Mijn volledige naam:
    Bedrijf:

    Zou u willen nagaan welk recht ontbreekt en mij dat willen geven, of mij willen laten weten wat ik moet doen?

    Alvast bedankt en met vriendelijke groet

ukraine-subject = API-testsleutel voor een Oekraïens telefoonnummer
ukraine-body = Goedendag,

    Ik vertegenwoordig een bedrijf buiten Oekraïne en heb een API-testsleutel nodig. Mijn telefoonnummer is Oekraïens (+380), en voor zulke nummers maakt Nova Post geen testsleutels aan.

    Mijn telefoonnummer: { $phone }
    Mijn volledige naam:
    Bedrijf en land:

    Zou u mij willen laten weten hoe ik een testsleutel kan krijgen?

    Alvast bedankt en met vriendelijke groet
