## Connecting the person’s account with the organization

affiliation-subject = Rattachement de mon compte à notre entreprise : { $organization }
affiliation-body = Bonjour,

    Nous souhaitons utiliser des clés API Nova Post. Pourriez-vous rattacher mon compte my.novapost.com à notre entreprise, que je représente en tant que personne habilitée ?{ $to ->
        [service_desk] {" "}Je ne sais pas qui est notre interlocuteur commercial chez Nova Post. Pourriez-vous transmettre ce message à la personne compétente ?
       *[manager] {""}
    }

    Entreprise : { $organization }
    Pays : { $country }
    Numéro d’identification (SIREN ou TVA) : { $taxCode }

    Personne habilitée : { $fullName }
    Téléphone : { $phone }
    E-mail : { $email }

    Ces informations correspondent à celles de mon compte.

    Pourriez-vous me prévenir lorsque ce sera fait, ou si vous avez besoin d’autres informations ?

    Merci d’avance et bien cordialement
    { $fullName }

## Questions to the service desk

several-subject = Plusieurs comptes avec le même numéro de téléphone
several-body = Bonjour,

    Lorsque je demande une clé API de test, je reçois la réponse « Multiple matching clients found » (409). Mon numéro de téléphone semble figurer dans plusieurs comptes my.novapost.com.

    Mon numéro de téléphone : { $phone }
    Nom et prénom :
    Entreprise :

    Pourriez-vous m’indiquer de quels comptes il s’agit et ne laisser le numéro que dans l’un d’entre eux ?

    Merci d’avance et bien cordialement

forbidden-subject = Accès à l’API refusé (403)
forbidden-body = Bonjour,

    L’API de Nova Post me refuse l’accès avec ma clé (403).

    Mon numéro de téléphone : { $phone }
    Nom et prénom :
    Entreprise :

    Pourriez-vous vérifier quelle autorisation manque et me l’accorder, ou m’indiquer ce que je dois faire ?

    Merci d’avance et bien cordialement

ukraine-subject = Clé API de test pour un numéro de téléphone ukrainien
ukraine-body = Bonjour,

    Je représente une entreprise située hors d’Ukraine et j’ai besoin d’une clé API de test. Mon numéro de téléphone est ukrainien (+380) et Nova Post ne crée pas de clés de test pour ces numéros.

    Mon numéro de téléphone : { $phone }
    Nom et prénom :
    Entreprise et pays :

    Pourriez-vous m’indiquer comment obtenir une clé de test ?

    Merci d’avance et bien cordialement
