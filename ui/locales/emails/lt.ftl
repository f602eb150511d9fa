## Connecting the person’s account with the organization

affiliation-subject = Mano paskyros susiejimas su mūsų įmone: { $organization }
affiliation-body = Laba diena,

    norime naudoti „Nova Post“ API raktus. Prašau susieti mano paskyrą svetainėje my.novapost.com su mūsų įmone, kuriai atstovauju kaip įgaliotas asmuo.{ $to ->
        [service_desk] {" "}Nežinau, kas yra mūsų pardavimų vadybininkas. Prašau persiųsti šį laišką atsakingam asmeniui.
       *[manager] {""}
    }

    Įmonė: { $organization }
    Šalis: { $country }
    Įmonės kodas / PVM mokėtojo kodas: { $taxCode }

    Įgaliotas asmuo: { $fullName }
    Telefonas: { $phone }
    El. paštas: { $email }

    Šie duomenys sutampa su duomenimis mano paskyroje.

    Prašau pranešti, kai paskyra bus susieta arba jei reikės papildomos informacijos.

    Iš anksto dėkoju
    { $fullName }

## Questions to the service desk

several-subject = Kelios paskyros su tuo pačiu telefono numeriu
several-body = Laba diena,

    kai prašau testinio API rakto, gaunu atsakymą „Multiple matching clients found“ (409). Panašu, kad mano telefono numeris nurodytas keliose my.novapost.com paskyrose.

    Mano telefono numeris: { $phone }
    Mano vardas ir pavardė:
    Įmonė:

    Prašau pranešti, kokios tai paskyros, ir palikti numerį tik vienoje iš jų.

    Iš anksto dėkoju

forbidden-subject = Nėra prieigos prie API (403)
forbidden-body = Laba diena,

    „Nova Post“ API su mano raktu nesuteikia man prieigos (403).

    Mano telefono numeris: { $phone }
    Mano vardas ir pavardė:
    Įmonė:

    Prašau patikrinti, kokios teisės trūksta, ir ją suteikti arba pranešti, ką turiu padaryti.

    Iš anksto dėkoju

ukraine-subject = Testinis API raktas ukrainietiškam telefono numeriui
ukraine-body = Laba diena,

    atstovauju įmonei už Ukrainos ribų ir man reikia testinio API rakto. Mano telefono numeris yra ukrainietiškas (+380), o tokiems numeriams „Nova Post“ testinių raktų nesukuria.

    Mano telefono numeris: { $phone }
    Mano vardas ir pavardė:
    Įmonė ir šalis:

    Prašau pranešti, kaip galiu gauti testinį raktą.

    Iš anksto dėkoju
