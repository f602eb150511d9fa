//! The divisions: their own facts come from two files; what follows from category and country is added here.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A line of `divisions.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Facts {
    id: u32,
    /// An id in `settlements.json`.
    settlement: u32,
    number: String,
    division_category: Category,
    street: String,
    building: String,
    latitude: f64,
    longitude: f64,
    #[serde(default = "working")]
    status: String,
    #[serde(default)]
    prohibited_sending: bool,
    #[serde(default)]
    prohibited_issuance: bool,
}

/// A line of `settlements.json`.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Settlement {
    id: u32,
    name: String,
    country_code: String,
    zipcode: String,
    /// The district, with its region as `parent`.
    region: Value,
}

#[derive(Clone, Copy, Debug, Deserialize)]
enum Category {
    PostBranch,
    CargoBranch,
    Postomat,
    #[serde(rename = "PUDO")]
    Pudo,
}

/// The limits of one parcel: grams, and millimetres.
struct Limits {
    weight: u32,
    length: u32,
    width: u32,
    height: u32,
}

/// Every division with every documented member [NP-spec: GET /divisions]. Fails if a file is wrong.
pub(super) fn all() -> serde_json::Result<Vec<Value>> {
    let facts: Vec<Facts> = serde_json::from_str(include_str!("divisions.json"))?;
    let settlements: Vec<Settlement> = serde_json::from_str(include_str!("settlements.json"))?;
    let by_id: BTreeMap<u32, &Settlement> =
        settlements.iter().map(|settlement| (settlement.id, settlement)).collect();
    let known = |facts: &Facts| by_id.get(&facts.settlement).map(|town| division(facts, town));
    Ok(facts.iter().filter_map(known).collect())
}

fn division(facts: &Facts, town: &Settlement) -> Value {
    let members = [place(facts, town), limits(facts), service(facts, town)];
    members.into_iter().flatten().collect::<Map<_, _>>().into()
}

/// Name and place.
fn place(facts: &Facts, town: &Settlement) -> Map<String, Value> {
    let Facts { id, number, street, building, .. } = facts;
    let name = format!("{} {number}", town.name);
    let house = match town.country_code.as_str() {
        "FR" | "GB" => format!("{building} {street}"),
        _ => format!("{street} {building}"),
    };
    members(json!({
        "id": id,
        "name": name,
        "shortName": name,
        "number": number,
        "countryCode": town.country_code,
        "settlement": { "id": town.id, "name": town.name, "region": town.region },
        "address": format!("{house}, {}", town.name),
        "fullAddress": {
            "country": country_name(&town.country_code),
            "settlement": town.name,
            "street": street,
            "building": building,
            "note": "",
            "zipcode": town.zipcode,
        },
        "latitude": facts.latitude,
        "longitude": facts.longitude,
        "distance": null,
    }))
}

/// What can be sent from there and to there.
fn limits(facts: &Facts) -> Map<String, Value> {
    let Limits { weight, length, width, height } = facts.division_category.limits();
    members(json!({
        "maxWeightPlaceSender": weight,
        "maxLengthPlaceSender": length,
        "maxWidthPlaceSender": width,
        "maxHeightPlaceSender": height,
        "maxWeightPlaceRecipient": weight,
        "maxLengthPlaceRecipient": length,
        "maxWidthPlaceRecipient": width,
        "maxHeightPlaceRecipient": height,
        "prohibitedSending": facts.prohibited_sending,
        "prohibitedIssuance": facts.prohibited_issuance,
        "maxCostPlace": 999_999,
        "maxDeclaredCostPlace": 999_999,
    }))
}

/// Opening hours, and what Nova Post keeps for itself.
fn service(facts: &Facts, town: &Settlement) -> Map<String, Value> {
    let country = town.country_code.as_str();
    // Two members are for Moldova only; elsewhere they are empty.
    let is_moldova = country == "MD";
    members(json!({
        "externalId": format!("00000000-0000-4000-8000-{:012}", facts.id),
        "source": if country == "UA" { "NPUA" } else { "NPAX" },
        "status": facts.status,
        "divisionCategory": facts.division_category.name(),
        "customerServiceAvailable": !matches!(facts.division_category, Category::Postomat),
        "workSchedule": facts.division_category.schedule(),
        "publicPhones": [],
        "internalPhones": [],
        "responsiblePerson": null,
        "partner": null,
        "ownerDivision": null,
        "settings": [],
        "logisticsCode": if is_moldova { "Code.1" } else { "" },
        "attributes": { "printFormDeliveryRegion": if is_moldova { town.name.as_str() } else { "" } },
        "createdAt": "2025-01-15T09:00:00.000000Z",
        "updatedAt": "2025-06-16T12:30:00.000000Z",
        "deletedAt": null,
    }))
}

fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

impl Category {
    fn name(self) -> &'static str {
        match self {
            Self::PostBranch => "PostBranch",
            Self::CargoBranch => "CargoBranch",
            Self::Postomat => "Postomat",
            Self::Pudo => "PUDO",
        }
    }

    fn limits(self) -> Limits {
        match self {
            Self::PostBranch => Limits { weight: 30_000, length: 1_200, width: 700, height: 700 },
            Self::CargoBranch => {
                Limits { weight: 200_000, length: 3_000, width: 1_700, height: 1_700 }
            }
            Self::Postomat => Limits { weight: 20_000, length: 600, width: 400, height: 300 },
            Self::Pudo => Limits { weight: 20_000, length: 600, width: 400, height: 400 },
        }
    }

    /// The opening hours. The week begins on Sunday, as in the example [NP-spec: GET /divisions].
    fn schedule(self) -> Vec<Value> {
        let hours = |day: &&str| match (self, *day) {
            (Self::Postomat, _) => Some(("00:00", "23:59", None)),
            (Self::Pudo, "sunday") => None,
            (Self::Pudo, _) => Some(("09:00", "18:00", Some(("13:00", "14:00")))),
            (_, "saturday" | "sunday") => Some(("09:00", "18:00", None)),
            _ => Some(("08:00", "20:00", None)),
        };
        let open = |day| {
            let (from, to, pause) = hours(day)?;
            let (break_from, break_to) = pause.unzip();
            Some(json!({
                "day": day, "from": from, "to": to, "breakFrom": break_from, "breakTo": break_to,
            }))
        };
        WEEK.iter().filter_map(open).collect()
    }
}

const WEEK: [&str; 7] =
    ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

fn working() -> String {
    "Working".to_owned()
}

/// In English, as in the example [NP-spec: GET /divisions].
fn country_name(code: &str) -> &'static str {
    COUNTRIES.iter().find(|(known, _)| *known == code).map_or("", |(_, name)| name)
}

const COUNTRIES: [(&str, &str); 16] = [
    ("CZ", "Czechia"),
    ("DE", "Germany"),
    ("EE", "Estonia"),
    ("ES", "Spain"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("HU", "Hungary"),
    ("IT", "Italy"),
    ("LT", "Lithuania"),
    ("LV", "Latvia"),
    ("MD", "Moldova"),
    ("NL", "Netherlands"),
    ("PL", "Poland"),
    ("RO", "Romania"),
    ("SK", "Slovakia"),
    ("UA", "Ukraine"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_division_has_a_settlement_and_every_settlement_a_division() {
        let facts: Vec<Facts> = serde_json::from_str(include_str!("divisions.json")).unwrap();
        let towns: Vec<Settlement> =
            serde_json::from_str(include_str!("settlements.json")).unwrap();
        assert_eq!(all().unwrap().len(), facts.len());
        let used: BTreeSet<u32> = facts.iter().map(|facts| facts.settlement).collect();
        assert_eq!(used, towns.iter().map(|town| town.id).collect());
    }

    #[test]
    fn every_country_has_a_name_and_a_division() {
        let all = all().unwrap();
        let used: BTreeSet<&str> =
            all.iter().map(|division| division["countryCode"].as_str().unwrap()).collect();
        assert_eq!(used, COUNTRIES.iter().map(|(code, _)| *code).collect());
    }
}
