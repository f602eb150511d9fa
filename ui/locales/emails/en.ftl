### Emails to Nova Post, which the person sends. A stranger reads them: formal and polite, as in a business email.
### “I” is the person who sends the email. Choose words that fit any gender. Values stay as they are, after a label and a colon.

## Connecting the person’s account with the organization

# To link my account at my.novapost.com to our company. Nova Post’s instructions call this “affiliation”.
# $organization: a name as it was typed, “Hanse Textil GmbH”.
affiliation-subject = Please link my account to our company: { $organization }
# $to: service_desk or manager.
# $organization: a name as it was typed, “Hanse Textil GmbH”. $country: the name of a country, “Poland”.
# $taxCode: a registration or VAT number, “8567346215”. $fullName: “Anna Nowak”.
# $phone: a phone number, “+49 821 3437654”. $email: “anna@company.com”.
affiliation-body = Hello,

    I would like to use Nova Post’s API keys for our organization. Could you please link my account at my.novapost.com to it? I am its authorized representative.{ $to ->
        [service_desk] {" "}I don’t know who our sales manager is. Could you please pass this on to the right person?
       *[manager] {""}
    }

    Organization: { $organization }
    Country: { $country }
    Tax code: { $taxCode }

    Authorized representative: { $fullName }
    Phone: { $phone }
    Email: { $email }

    My account has the same details.

    Could you please tell me when it is done, or if you need anything else?

    Thank you
    { $fullName }

## Questions to the service desk

several-subject = Several accounts with one phone number
# The words in quotes are Nova Post’s answer, in English only. The person fills in the empty lines.
# $phone: a phone number, “+49 821 3437654”.
several-body = Hello,

    When I ask for a test API key, I get the answer “Multiple matching clients found” (409). Several accounts at my.novapost.com seem to have my phone number.

    My phone number: { $phone }
    My full name:
    Organization:

    Could you please tell me which accounts these are, and leave the number in only one of them?

    Thank you

forbidden-subject = No access to the API (403)
# $phone: a phone number, “+49 821 3437654”.
forbidden-body = Hello,

    Nova Post’s API does not give me access with my key (403).

    My phone number: { $phone }
    My full name:
    Organization:

    Could you please check which permission is missing and give it to me, or tell me what I need to do?

    Thank you

ukraine-subject = Test API key for a Ukrainian phone number
# $phone: a phone number, “+380 67 123 45 67”.
ukraine-body = Hello,

    I represent a company outside Ukraine and need a test API key. My phone number is Ukrainian (+380), and Nova Post creates no test keys for such numbers.

    My phone number: { $phone }
    My full name:
    Company and country:

    Could you please tell me how I can get a test key?

    Thank you
