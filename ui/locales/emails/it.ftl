## Connecting the person’s account with the organization

affiliation-subject = Collegamento del mio account alla nostra azienda: { $organization }
affiliation-body = Buongiorno,

    vorremmo utilizzare le chiavi API di Nova Post. Vi chiedo gentilmente di collegare il mio account su my.novapost.com alla nostra azienda, che rappresento in qualità di persona autorizzata.{ $to ->
        [service_desk] {" "}Non so chi sia il nostro referente commerciale. Vi chiedo gentilmente di inoltrare questo messaggio alla persona competente.
       *[manager] {""}
    }

    Azienda: { $organization }
    Paese: { $country }
    Partita IVA / codice fiscale: { $taxCode }

    Persona autorizzata: { $fullName }
    Telefono: { $phone }
    E-mail: { $email }

    Questi dati corrispondono a quelli del mio account.

    Vi chiedo gentilmente di avvisarmi a collegamento avvenuto o se vi servono altre informazioni.

    Grazie e cordiali saluti
    { $fullName }

## Questions to the service desk

several-subject = Più account con lo stesso numero di telefono
several-body = Buongiorno,

    quando richiedo una chiave API di test, ricevo la risposta «Multiple matching clients found» (409). A quanto pare, il mio numero di telefono è presente in più account su my.novapost.com.

    Il mio numero di telefono: { $phone }
    Nome e cognome:
    Azienda:

    Vi chiedo gentilmente di indicarmi di quali account si tratta e di lasciare il numero in uno solo di essi.

    Grazie e cordiali saluti

forbidden-subject = Accesso all’API negato (403)
forbidden-body = Buongiorno,

    l’API di Nova Post mi nega l’accesso con la mia chiave (403).

    Il mio numero di telefono: { $phone }
    Nome e cognome:
    Azienda:

    Vi chiedo gentilmente di verificare quale autorizzazione manca e di concedermela, oppure di indicarmi che cosa devo fare.

    Grazie e cordiali saluti

ukraine-subject = Chiave API di test per un numero di telefono ucraino
ukraine-body = Buongiorno,

    rappresento un’azienda con sede fuori dall’Ucraina e ho bisogno di una chiave API di test. Il mio numero di telefono è ucraino (+380) e Nova Post non crea chiavi di test per questi numeri.

    Il mio numero di telefono: { $phone }
    Nome e cognome:
    Azienda e paese:

    Vi chiedo gentilmente di indicarmi come posso ottenere una chiave di test.

    Grazie e cordiali saluti
