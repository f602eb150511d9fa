## Connecting the person’s account with the organization

affiliation-subject = Asocierea contului meu cu firma noastră: { $organization }
affiliation-body = Bună ziua,

    Dorim să folosim chei API Nova Post. Vă rog să asociați contul meu de pe my.novapost.com cu firma noastră, pe care o reprezint ca persoană autorizată.{ $to ->
        [service_desk] {" "}Nu știu cine este managerul nostru de vânzări. Vă rog să transmiteți acest mesaj persoanei responsabile.
       *[manager] {""}
    }

    Firma: { $organization }
    Țara: { $country }
    Cod fiscal: { $taxCode }

    Persoana autorizată: { $fullName }
    Telefon: { $phone }
    E-mail: { $email }

    Aceste date coincid cu cele din contul meu.

    Vă rog să mă anunțați când contul va fi asociat sau dacă aveți nevoie de alte informații.

    Cu mulțumiri
    { $fullName }

## Questions to the service desk

several-subject = Mai multe conturi cu același număr de telefon
several-body = Bună ziua,

    Când solicit o cheie API de test, primesc răspunsul „Multiple matching clients found” (409). Se pare că numărul meu de telefon apare în mai multe conturi de pe my.novapost.com.

    Numărul meu de telefon: { $phone }
    Numele meu complet:
    Firma:

    Vă rog să îmi comunicați despre ce conturi este vorba și să lăsați numărul doar într-unul dintre ele.

    Cu mulțumiri

forbidden-subject = Acces refuzat la API (403)
forbidden-body = Bună ziua,

    API-ul Nova Post îmi refuză accesul cu cheia mea (403).

    Numărul meu de telefon: { $phone }
    Numele meu complet:
    Firma:

    Vă rog să verificați ce permisiune lipsește și să mi-o acordați sau să îmi comunicați ce trebuie să fac.

    Cu mulțumiri

ukraine-subject = Cheie API de test pentru un număr de telefon ucrainean
ukraine-body = Bună ziua,

    Reprezint o firmă din afara Ucrainei și am nevoie de o cheie API de test. Numărul meu de telefon este ucrainean (+380), iar Nova Post nu creează chei de test pentru astfel de numere.

    Numărul meu de telefon: { $phone }
    Numele meu complet:
    Firma și țara:

    Vă rog să îmi comunicați cum pot obține o cheie de test.

    Cu mulțumiri
