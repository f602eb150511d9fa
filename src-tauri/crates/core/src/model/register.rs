//! What the list of keys is asked for: filters, order and search, and what a key's status is taken for.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, DetailField, KeyRecord, KeyRemark, KeyStatus, Place, SearchWord};

/// How long a check counts. An active key whose last success is older is not shown as active.
pub const CHECK_COUNTS_FOR: TimeDelta = TimeDelta::days(30);

/// How long before its end a key is something to do.
pub const ENDS_SOON: TimeDelta = TimeDelta::days(30);

/// The time now, and the moment before which the end of a key is something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueTimes {
    /// The time now.
    pub now: DateTime<Utc>,
    /// A key that ends before this is something to do.
    pub soon: DateTime<Utc>,
}

impl From<DateTime<Utc>> for DueTimes {
    /// Without a calendar: thirty times 24 hours.
    fn from(now: DateTime<Utc>) -> Self {
        Self { now, soon: now + ENDS_SOON }
    }
}

/// What is known of a key now. "Active" is only what Nova Post has accepted lately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyStanding {
    /// Nova Post has accepted it within the last thirty days.
    Active,
    /// Nova Post has accepted it once, more than thirty days ago.
    CheckDue,
    /// It was never checked.
    Unchecked,
    /// Its validity period is over.
    Expired,
    /// Nova Post did not accept it the last time.
    Refused,
    /// The person marked it as deactivated.
    Deactivated,
    /// Another key has replaced it.
    Replaced,
}

impl KeyStanding {
    /// The standing of a key at a time. The store has the same rule in SQL, and a test compares them.
    #[must_use]
    pub fn of(key: &KeyRecord, now: DateTime<Utc>) -> Self {
        match key.status {
            KeyStatus::Deactivated => Self::Deactivated,
            KeyStatus::Replaced => Self::Replaced,
            KeyStatus::Refused => Self::Refused,
            KeyStatus::Expired => Self::Expired,
            KeyStatus::Active if key.has_ended(now) => Self::Expired,
            KeyStatus::Active => match key.last_verified_at {
                None => Self::Unchecked,
                Some(at) if at < now - CHECK_COUNTS_FOR => Self::CheckDue,
                Some(_) => Self::Active,
            },
        }
    }
}

/// A choice of the filter by status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatusFilter {
    /// The keys that Home lists.
    ToDo,
    /// Accepted within the last thirty days.
    Active,
    /// Never checked, or not within the last thirty days.
    NotChecked,
    /// The validity period is over.
    Expired,
    /// Not accepted the last time.
    Refused,
    /// Marked as deactivated.
    Deactivated,
    /// Replaced by another key.
    Replaced,
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeySort {
    /// The name, by the alphabet. Keys without a name come last.
    Name,
    /// The end of the validity. Keys of which it is not known come last.
    Expires,
    /// The last check.
    LastChecked,
    /// When Nova Post made it.
    Created,
    /// When it was added to the list.
    #[default]
    Added,
}

/// How the list is filtered and sorted. The store keeps it for the next start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeysView {
    /// Only the keys of this environment.
    pub environment: Option<ApiEnvironment>,
    /// Only the keys with this status.
    pub status: Option<StatusFilter>,
    /// Only the keys of this organization.
    pub organization: Option<String>,
    /// The order.
    pub sort: KeySort,
    /// Whether the greatest, or the latest, comes first.
    pub descending: bool,
}

impl Default for KeysView {
    /// All keys, the newest first.
    fn default() -> Self {
        Self {
            environment: None,
            status: None,
            organization: None,
            sort: KeySort::default(),
            descending: true,
        }
    }
}

/// A part of the list of keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyQuery {
    /// The filters and the order.
    pub view: KeysView,
    /// What is searched for. Every word must be found in the key.
    pub search: Vec<SearchWord>,
    /// The number of keys to skip.
    pub offset: u32,
    /// The greatest number of keys to return.
    pub limit: u32,
}

impl KeyQuery {
    /// Whether its result depends on which keys the keychain has no entry for.
    #[must_use]
    pub fn asks_for_lost(&self) -> bool {
        self.view.status == Some(StatusFilter::ToDo) || self.asks_for(KeyRemark::Lost)
    }

    /// Whether one of its words is in this remark.
    #[must_use]
    pub fn asks_for(&self, remark: KeyRemark) -> bool {
        self.search.iter().any(|word| word.remarks.contains(&remark))
    }
}

/// What a person writes about a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyDetails {
    /// Its name; may be empty.
    pub name: String,
    /// The natural person in whose name it was created; may be empty.
    pub holder: String,
    /// Notes; may be empty.
    pub notes: String,
    /// The organizations that it was created for.
    pub organizations: Vec<String>,
    /// Where it is used.
    pub places: Vec<Place>,
}

/// The dates of a key that the person enters by hand. `None`: not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyDates {
    /// When Nova Post created it.
    pub created_at: Option<DateTime<Utc>>,
    /// The end of its validity.
    pub valid_until: Option<DateTime<Utc>>,
}

impl KeyDetails {
    /// What this record has of it.
    #[must_use]
    pub fn of(record: &KeyRecord) -> Self {
        Self {
            name: record.name.clone(),
            holder: record.holder.clone(),
            notes: record.notes.clone(),
            organizations: record.organizations.clone(),
            places: record.places.clone(),
        }
    }

    /// Every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &String> + Clone {
        let places = self.places.iter().map(|place| &place.name);
        [&self.name, &self.holder, &self.notes].into_iter().chain(&self.organizations).chain(places)
    }

    /// What is not the same in this record.
    #[must_use]
    pub fn differing_from(&self, record: &KeyRecord) -> Vec<DetailField> {
        let fields = [
            (DetailField::Name, self.name != record.name),
            (DetailField::Holder, self.holder != record.holder),
            (DetailField::Notes, self.notes != record.notes),
            (DetailField::Organizations, self.organizations != record.organizations),
            (DetailField::Places, self.places != record.places),
        ];
        fields.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }

    /// Without blanks around the texts, without empty ones in lists, and without repeated ones.
    #[must_use]
    pub fn tidied(self) -> Self {
        let mut organizations: Vec<String> = Vec::new();
        for name in self.organizations {
            let name = name.trim().to_owned();
            if !name.is_empty() && !organizations.contains(&name) {
                organizations.push(name);
            }
        }
        let mut places: Vec<Place> = Vec::new();
        for place in self.places {
            let place = Place { name: place.name.trim().to_owned(), ..place };
            if !place.name.is_empty() && !places.contains(&place) {
                places.push(place);
            }
        }
        Self {
            name: self.name.trim().to_owned(),
            holder: self.holder.trim().to_owned(),
            notes: self.notes.trim().to_owned(),
            organizations,
            places,
        }
    }
}
