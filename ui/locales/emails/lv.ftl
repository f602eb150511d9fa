## Connecting the person’s account with the organization

affiliation-subject = Mana konta piesaiste mūsu uzņēmumam: { $organization }
affiliation-body = Labdien!

    Vēlamies izmantot Nova Post API atslēgas. Lūdzu piesaistīt manu kontu vietnē my.novapost.com mūsu uzņēmumam, kuru pārstāvu kā pilnvarotā persona.{ $to ->
        [service_desk] {" "}Nezinu, kas ir mūsu pārdošanas vadītājs. Lūdzu nodot šo vēstuli atbildīgajai personai.
       *[manager] {""}
    }

    Uzņēmums: { $organization }
    Valsts: { $country }
    Reģistrācijas numurs / PVN numurs: { $taxCode }

    Pilnvarotā persona: { $fullName }
    Tālrunis: { $phone }
    E-pasts: { $email }

    Šie dati sakrīt ar datiem manā kontā.

    Lūdzu paziņot, kad konts būs piesaistīts vai ja būs nepieciešama papildu informācija.

    Ar pateicību
    { $fullName }

## Questions to the service desk

several-subject = Vairāki konti ar vienu tālruņa numuru
several-body = Labdien!

    Pieprasot testa API atslēgu, saņemu atbildi „Multiple matching clients found” (409). Šķiet, ka mans tālruņa numurs ir norādīts vairākos my.novapost.com kontos.

    Mans tālruņa numurs: { $phone }
    Mans vārds un uzvārds:
    Uzņēmums:

    Lūdzu paziņot, kuri konti tie ir, un atstāt numuru tikai vienā no tiem.

    Ar pateicību

forbidden-subject = Nav piekļuves API (403)
forbidden-body = Labdien!

    Nova Post API neļauj man piekļūt ar manu atslēgu (403).

    Mans tālruņa numurs: { $phone }
    Mans vārds un uzvārds:
    Uzņēmums:

    Lūdzu pārbaudīt, kādas atļaujas trūkst, un to piešķirt vai arī paziņot, kas man jādara.

    Ar pateicību

ukraine-subject = Testa API atslēga Ukrainas tālruņa numuram
ukraine-body = Labdien!

    Pārstāvu uzņēmumu ārpus Ukrainas, un man ir nepieciešama testa API atslēga. Mans tālruņa numurs ir Ukrainas numurs (+380), un šādiem numuriem Nova Post testa atslēgas neveido.

    Mans tālruņa numurs: { $phone }
    Mans vārds un uzvārds:
    Uzņēmums un valsts:

    Lūdzu paziņot, kā varu saņemt testa atslēgu.

    Ar pateicību
