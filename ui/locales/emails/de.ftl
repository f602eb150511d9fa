## Connecting the person’s account with the organization

affiliation-subject = Verknüpfung meines Kontos mit unserem Unternehmen: { $organization }
affiliation-body = Guten Tag,

    wir möchten API-Schlüssel von Nova Post nutzen. Bitte verknüpfen Sie dafür mein Konto bei my.novapost.com mit unserem Unternehmen, das ich als bevollmächtigte Person vertrete.{ $to ->
        [service_desk] {" "}Ich weiß nicht, wer bei Ihnen im Vertrieb für uns zuständig ist. Bitte leiten Sie diese Nachricht an die richtige Stelle weiter.
       *[manager] {""}
    }

    Unternehmen: { $organization }
    Land: { $country }
    Steuernummer / USt-IdNr.: { $taxCode }

    Bevollmächtigte Person: { $fullName }
    Telefon: { $phone }
    E-Mail: { $email }

    Diese Angaben stimmen mit denen in meinem Konto überein.

    Bitte geben Sie mir Bescheid, sobald dies erledigt ist oder falls Sie noch etwas benötigen.

    Vielen Dank und freundliche Grüße
    { $fullName }

## Questions to the service desk

several-subject = Mehrere Konten mit derselben Telefonnummer
several-body = Guten Tag,

    wenn ich einen Test-API-Schlüssel anfordere, erhalte ich die Antwort „Multiple matching clients found“ (409). Offenbar ist meine Telefonnummer in mehreren Konten bei my.novapost.com eingetragen.

    Meine Telefonnummer: { $phone }
    Mein vollständiger Name:
    Unternehmen:

    Bitte teilen Sie mir mit, um welche Konten es sich handelt, und belassen Sie die Nummer nur in einem davon.

    Vielen Dank und freundliche Grüße

forbidden-subject = Kein Zugriff auf die API (403)
forbidden-body = Guten Tag,

    die API von Nova Post verweigert mir mit meinem Schlüssel den Zugriff (403).

    Meine Telefonnummer: { $phone }
    Mein vollständiger Name:
    Unternehmen:

    Bitte prüfen Sie, welche Berechtigung fehlt, und erteilen Sie sie mir, oder teilen Sie mir mit, was ich tun muss.

    Vielen Dank und freundliche Grüße

ukraine-subject = Test-API-Schlüssel für eine ukrainische Telefonnummer
ukraine-body = Guten Tag,

    ich vertrete ein Unternehmen außerhalb der Ukraine und benötige einen Test-API-Schlüssel. Meine Telefonnummer ist eine ukrainische (+380), und für solche Nummern erstellt Nova Post keine Testschlüssel.

    Meine Telefonnummer: { $phone }
    Mein vollständiger Name:
    Unternehmen und Land:

    Bitte teilen Sie mir mit, wie ich einen Testschlüssel erhalten kann.

    Vielen Dank und freundliche Grüße
