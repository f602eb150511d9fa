## Connecting the person’s account with the organization

affiliation-subject = Vinculación de mi cuenta con nuestra empresa: { $organization }
affiliation-body = Buenos días:

    Queremos utilizar claves de API de Nova Post. Les ruego que vinculen mi cuenta de my.novapost.com con nuestra empresa, a la que represento como persona autorizada.{ $to ->
        [service_desk] {" "}No sé quién es nuestro contacto comercial en Nova Post. Les ruego que reenvíen este mensaje a la persona adecuada.
       *[manager] {""}
    }

    Empresa: { $organization }
    País: { $country }
    Número de identificación fiscal: { $taxCode }

    Persona autorizada: { $fullName }
    Teléfono: { $phone }
    Correo electrónico: { $email }

    Estos datos coinciden con los de mi cuenta.

    Les agradecería que me avisaran cuando esté hecho o si necesitan algo más.

    Muchas gracias y un cordial saludo
    { $fullName }

## Questions to the service desk

several-subject = Varias cuentas con el mismo número de teléfono
several-body = Buenos días:

    Al solicitar una clave de API de prueba, recibo la respuesta «Multiple matching clients found» (409). Al parecer, mi número de teléfono figura en varias cuentas de my.novapost.com.

    Mi número de teléfono: { $phone }
    Nombre y apellidos:
    Empresa:

    Les ruego que me indiquen de qué cuentas se trata y que dejen el número solo en una de ellas.

    Muchas gracias y un cordial saludo

forbidden-subject = Sin acceso a la API (403)
forbidden-body = Buenos días:

    La API de Nova Post no me permite acceder con mi clave (403).

    Mi número de teléfono: { $phone }
    Nombre y apellidos:
    Empresa:

    Les ruego que comprueben qué permiso falta y me lo concedan, o que me indiquen qué debo hacer.

    Muchas gracias y un cordial saludo

ukraine-subject = Clave de API de prueba para un número de teléfono ucraniano
ukraine-body = Buenos días:

    Represento a una empresa ubicada fuera de Ucrania y necesito una clave de API de prueba. Mi número de teléfono es ucraniano (+380) y Nova Post no crea claves de prueba para esos números.

    Mi número de teléfono: { $phone }
    Nombre y apellidos:
    Empresa y país:

    Les ruego que me indiquen cómo puedo obtener una clave de prueba.

    Muchas gracias y un cordial saludo
