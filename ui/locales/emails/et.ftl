## Connecting the person’s account with the organization

affiliation-subject = Minu konto sidumine meie ettevõttega: { $organization }
affiliation-body = Tere

    Soovime kasutada Nova Posti API-võtmeid. Palun siduge minu konto aadressil my.novapost.com meie ettevõttega, mille volitatud esindaja ma olen.{ $to ->
        [service_desk] {" "}Ma ei tea, kes on meie kliendihaldur. Palun edastage see kiri õigele inimesele.
       *[manager] {""}
    }

    Ettevõte: { $organization }
    Riik: { $country }
    Registrikood / KMKR number: { $taxCode }

    Volitatud esindaja: { $fullName }
    Telefon: { $phone }
    E-post: { $email }

    Need andmed kattuvad minu konto andmetega.

    Palun andke teada, kui konto on seotud või kui vajate veel midagi.

    Ette tänades
    { $fullName }

## Questions to the service desk

several-subject = Mitu kontot sama telefoninumbriga
several-body = Tere

    Kui taotlen API testvõtit, saan vastuseks „Multiple matching clients found“ (409). Näib, et minu telefoninumber on märgitud mitmele kontole aadressil my.novapost.com.

    Minu telefoninumber: { $phone }
    Minu täisnimi:
    Ettevõte:

    Palun andke teada, millised kontod need on, ja jätke number alles ainult ühele neist.

    Ette tänades

forbidden-subject = Puudub juurdepääs API-le (403)
forbidden-body = Tere

    Nova Posti API ei anna mulle minu võtmega juurdepääsu (403).

    Minu telefoninumber: { $phone }
    Minu täisnimi:
    Ettevõte:

    Palun kontrollige, milline õigus puudub, ja lisage see või andke teada, mida pean tegema.

    Ette tänades

ukraine-subject = API testvõti Ukraina telefoninumbri jaoks
ukraine-body = Tere

    Esindan ettevõtet, mis asub väljaspool Ukrainat, ja vajan API testvõtit. Minu telefoninumber on Ukraina oma (+380) ja selliste numbrite jaoks Nova Post testvõtmeid ei loo.

    Minu telefoninumber: { $phone }
    Minu täisnimi:
    Ettevõte ja riik:

    Palun andke teada, kuidas ma saan testvõtme.

    Ette tänades
