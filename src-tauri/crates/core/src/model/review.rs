//! The yearly review: whether each key is still needed, who has it, and what follows from that.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApiEnvironment, KeyCheck, KeyId, Receiver, ReviewId};

/// A review of the keys in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Its id in the store.
    pub id: ReviewId,
    /// When the person started it, UTC.
    pub started_at: DateTime<Utc>,
    /// Who has signed it; `None` so far.
    pub signed: Option<Signature>,
    /// What the person said about the account.
    pub account: AccountAnswers,
    /// The keys with an answer. After the signature also those without one.
    pub keys: Vec<ReviewedKey>,
}

/// The end of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Signature {
    /// When, UTC.
    pub at: DateTime<Utc>,
    /// The name as typed.
    pub by: String,
}

/// What the person said about the account, not about one key. `None`: not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountAnswers {
    /// Whether Nova Post's list has a key that is not in the list of the app.
    pub portal: Option<PortalAnswer>,
    /// Whether the person knows all webhooks of the account.
    pub webhooks: Option<WebhooksAnswer>,
}

/// What the person has seen in Nova Post's list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PortalAnswer {
    /// No other key than those of the app.
    NoOthers,
    /// A key that the app does not have.
    Others,
}

/// What the person knows of the webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WebhooksAnswer {
    /// All addresses belong to systems that the person knows.
    AllKnown,
    /// The person does not know one of them.
    SomeUnknown,
}

/// A key as it was when it was reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewedKey {
    /// The key, which may have been deleted since.
    pub key: KeyId,
    /// Its name then; empty if it had none, or one that may hold a phone number.
    pub name: String,
    /// Its last four characters; may be empty.
    pub last_four: String,
    /// When the last answer was given, UTC.
    pub at: DateTime<Utc>,
    /// What was known of it.
    pub facts: ReviewFacts,
    /// What the person answered.
    pub answers: KeyAnswers,
    /// What follows from the answers.
    pub actions: Vec<ReviewAction>,
}

/// What a review says of a key besides the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewFacts {
    /// The API that accepts it.
    pub environment: ApiEnvironment,
    /// When it was created, UTC; `None` if that is not known.
    pub created_at: Option<DateTime<Utc>>,
    /// The end of its validity, UTC; `None` if it is not known.
    pub valid_until: Option<DateTime<Utc>>,
    /// The last check; `None` if there was none.
    pub last_check: Option<KeyCheck>,
    /// The organizations that it was created for. In a stored review, one that may hold a phone number is empty.
    pub organizations: Vec<String>,
    /// The systems that use it. In a stored review, one that may hold a phone number is empty.
    pub systems: Vec<String>,
    /// The people who have it, each once.
    pub people: Vec<KeyHolder>,
}

/// A person who has a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyHolder {
    /// The person's name. In a stored review, one that may hold a phone number is empty.
    pub name: String,
    /// The last time the app handed the key to this person; `None` if the person only wrote the name down.
    pub given: Option<GivenKey>,
}

/// A hand-over as a review has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GivenKey {
    /// When it was started, UTC.
    pub at: DateTime<Utc>,
    /// The system that needs the key.
    pub receiver: Receiver,
    /// Whether a receipt code has shown that the key arrived.
    pub has_arrived: bool,
}

/// The answers about one key. `None`: not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct KeyAnswers {
    /// Whether somebody still needs it.
    pub need: Option<KeyNeed>,
    /// Whether the people who have it should still have it.
    pub people: Option<PeopleAnswer>,
    /// Whether it was created for the right organizations.
    pub organizations: Option<OrganizationsAnswer>,
    /// Whether Nova Post's list has it.
    pub in_portal: Option<bool>,
}

/// Whether a key is still needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyNeed {
    /// A system uses it.
    Needed,
    /// Nobody uses it.
    NotNeeded,
    /// The person has to ask somebody.
    Unsure,
}

/// Whether the people who have a key should still have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PeopleAnswer {
    /// All of them.
    AllStay,
    /// Somebody has left, or should no longer have it.
    SomebodyLeft,
    /// The person has to ask somebody.
    Unsure,
}

/// Whether a key was created for the right organizations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationsAnswer {
    /// Those, and no others.
    Right,
    /// One is missing or too many.
    Wrong,
    /// The person has to ask somebody.
    Unsure,
}

/// What follows from the answers about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewAction {
    /// Deactivate it: nobody needs it.
    Deactivate,
    /// Replace it: somebody has it who should not.
    Replace,
    /// Correct the organizations.
    Organizations,
    /// Find out why Nova Post's list does not have it.
    NotInPortal,
    /// Ask the people who use it.
    Ask,
}

/// A review that was signed, in the list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedReview {
    /// Its id in the store.
    pub id: ReviewId,
    /// When and by whom.
    pub signed: Signature,
    /// The number of its keys.
    pub keys: u32,
}

impl KeyAnswers {
    /// Whether the person has reviewed the key. Only the answer about the need is always asked for.
    #[must_use]
    pub const fn is_reviewed(&self) -> bool {
        self.need.is_some()
    }

    /// What follows from the answers. Of a key that nobody needs nothing else matters.
    #[must_use]
    pub fn actions(&self) -> Vec<ReviewAction> {
        if self.need == Some(KeyNeed::NotNeeded) {
            return vec![ReviewAction::Deactivate];
        }
        let is_unsure = self.need == Some(KeyNeed::Unsure)
            || self.people == Some(PeopleAnswer::Unsure)
            || self.organizations == Some(OrganizationsAnswer::Unsure);
        [
            (self.people == Some(PeopleAnswer::SomebodyLeft), ReviewAction::Replace),
            (self.organizations == Some(OrganizationsAnswer::Wrong), ReviewAction::Organizations),
            (self.in_portal == Some(false), ReviewAction::NotInPortal),
            (is_unsure, ReviewAction::Ask),
        ]
        .into_iter()
        .filter_map(|(follows, action)| follows.then_some(action))
        .collect()
    }
}

impl ReviewFacts {
    /// The same without texts that `can_be_named` does not accept: they become empty.
    #[must_use]
    pub fn without(mut self, can_be_named: fn(&str) -> bool) -> Self {
        let names = self.people.iter_mut().map(|person| &mut person.name);
        let texts = self.organizations.iter_mut().chain(&mut self.systems).chain(names);
        texts.filter(|text| !can_be_named(text)).for_each(String::clear);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_that_is_not_right_leads_to_an_action() {
        use ReviewAction::{Ask, Deactivate, NotInPortal, Organizations, Replace};

        let right = KeyAnswers {
            need: Some(KeyNeed::Needed),
            people: Some(PeopleAnswer::AllStay),
            organizations: Some(OrganizationsAnswer::Right),
            in_portal: Some(true),
        };
        let wrong = KeyAnswers {
            people: Some(PeopleAnswer::SomebodyLeft),
            organizations: Some(OrganizationsAnswer::Wrong),
            in_portal: Some(false),
            ..right
        };
        for (answers, actions) in [
            (KeyAnswers::default(), vec![]),
            (right, vec![]),
            (KeyAnswers { people: wrong.people, ..right }, vec![Replace]),
            (KeyAnswers { organizations: wrong.organizations, ..right }, vec![Organizations]),
            (KeyAnswers { in_portal: Some(false), ..right }, vec![NotInPortal]),
            (KeyAnswers { need: Some(KeyNeed::Unsure), ..right }, vec![Ask]),
            (KeyAnswers { people: Some(PeopleAnswer::Unsure), ..right }, vec![Ask]),
            (wrong, vec![Replace, Organizations, NotInPortal]),
            (KeyAnswers { need: Some(KeyNeed::NotNeeded), ..wrong }, vec![Deactivate]),
        ] {
            assert_eq!(answers.actions(), actions, "{answers:?}");
        }
    }
}
