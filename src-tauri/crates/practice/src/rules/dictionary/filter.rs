//! The parameters that select items of a list [NP-spec: GET /divisions, GET /dictionary/currencies].

use serde_json::Value;

use super::mask::Mask;

/// A parameter and the member of an item that it is compared with.
pub(super) struct Filter {
    /// The name as documented; with `[]` if it can be given several times.
    pub(super) name: &'static str,
    /// The member, as a JSON pointer.
    member: &'static str,
    accepts: Accepts,
    /// What the parameter takes, for the error.
    pub(super) sentence: &'static str,
}

enum Accepts {
    OneOf(&'static [&'static str]),
    /// Three capital letters, by ISO 4217.
    Currency,
    /// A positive whole number of 31 bits.
    Id,
    /// `true` or `false`, also as Python and PHP write them.
    Flag,
    /// A text with `*` for any characters.
    Mask,
}

/// One value of a filter, ready to be compared.
#[derive(Debug)]
pub(super) enum Wanted {
    Value(Value),
    Mask(Mask),
}

impl Filter {
    /// Whether the parameter can be given several times.
    pub(super) fn is_list(&self) -> bool {
        self.name.ends_with("[]")
    }

    /// The value of the parameter; `None` if it takes no such value.
    pub(super) fn wanted(&self, value: &str) -> Option<Wanted> {
        let json = match &self.accepts {
            Accepts::OneOf(values) => values.contains(&value).then(|| value.into()),
            Accepts::Currency => {
                let is_code = value.len() == 3 && value.bytes().all(|b| b.is_ascii_uppercase());
                is_code.then(|| value.into())
            }
            Accepts::Id => super::page::whole_number(value)
                .filter(|id| (1..=MAX_ID).contains(id))
                .map(Into::into),
            Accepts::Flag => match value {
                "true" | "True" | "1" => Some(true.into()),
                "false" | "False" | "0" => Some(false.into()),
                _ => None,
            },
            Accepts::Mask => return Mask::parse(value).map(Wanted::Mask),
        };
        json.map(Wanted::Value)
    }

    /// Whether an item has one of these values.
    pub(super) fn is_met(&self, wanted: &[Wanted], item: &Value) -> bool {
        let Some(member) = item.pointer(self.member) else { return false };
        wanted.iter().any(|wanted| match wanted {
            Wanted::Value(value) => value == member,
            Wanted::Mask(mask) => {
                let town = item.pointer("/settlement/name").and_then(Value::as_str);
                [member.as_str(), town].into_iter().flatten().any(|text| mask.fits(text))
            }
        })
    }
}

/// The smallest integer type that clients use has 32 bits and a sign.
const MAX_ID: usize = 2_147_483_647;

pub(super) static DIVISIONS: [Filter; 7] = [
    Filter {
        name: "countryCodes[]",
        member: "/countryCode",
        accepts: Accepts::OneOf(&[
            "CZ", "DE", "EE", "ES", "FR", "GB", "HU", "IT", "LT", "LV", "MD", "NL", "PL", "RO",
            "SK", "UA",
        ]),
        sentence: "The countryCodes[] must be CZ, DE, EE, ES, FR, GB, HU, IT, LT, LV, MD, NL, PL, \
                   RO, SK or UA",
    },
    Filter {
        name: "settlementIds[]",
        member: "/settlement/id",
        accepts: Accepts::Id,
        sentence: "The settlementIds[] must be whole numbers from 1",
    },
    Filter {
        name: "divisionCategories[]",
        member: "/divisionCategory",
        accepts: Accepts::OneOf(&["Postomat", "PostBranch", "CargoBranch", "PUDO"]),
        sentence: "The divisionCategories[] must be Postomat, PostBranch, CargoBranch or PUDO",
    },
    Filter {
        name: "statuses[]",
        member: "/status",
        accepts: Accepts::OneOf(&[
            "Working",
            "NotWorking",
            "NotWorkingTemporary",
            "InProcessOpening",
        ]),
        sentence: "The statuses[] must be Working, NotWorking, NotWorkingTemporary or \
                   InProcessOpening",
    },
    Filter {
        name: "prohibitedSending",
        member: "/prohibitedSending",
        accepts: Accepts::Flag,
        sentence: "The prohibitedSending must be one true or false",
    },
    Filter {
        name: "prohibitedIssuance",
        member: "/prohibitedIssuance",
        accepts: Accepts::Flag,
        sentence: "The prohibitedIssuance must be one true or false",
    },
    // Not in NP-spec [NP-portal: Branch directory].
    Filter {
        name: "name",
        member: "/name",
        accepts: Accepts::Mask,
        sentence: "The name must be one text, with * for any characters",
    },
];

pub(super) static CURRENCIES: [Filter; 1] = [Filter {
    name: "codes[]",
    member: "/code",
    accepts: Accepts::Currency,
    sentence: "The codes[] must be three capital letters each",
}];
