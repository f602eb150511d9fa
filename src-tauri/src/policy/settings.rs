//! What the members of a policy say.

use chrono::NaiveTime;
use serde_json::{Map, Value};
use tauri::Url;

use keydesk_core::model::Mode;
use keydesk_core::nova_post::BaseUrl;
use keydesk_core::nova_post::proxy::{Proxies, ProxyAddress};

use super::member::{Kind, PolicyMember};
use super::problem::PolicyProblem;

/// What a policy says. `None`: the policy has no such member, so the person or the environment decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PolicySettings {
    pub(super) updates: Option<bool>,
    pub(super) update_address: Option<Url>,
    pub(super) modes: Option<Vec<Mode>>,
    pub(super) addresses: Option<Addresses>,
    pub(super) proxy: Option<ProxyRule>,
    pub(super) languages: Option<Vec<String>>,
    pub(super) hand_over_of_values: Option<bool>,
    pub(super) notification_times: Option<NotificationRule>,
}

/// The addresses of the real account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Addresses {
    pub(super) sandbox: BaseUrl,
    pub(super) production: BaseUrl,
    pub(super) ukraine: BaseUrl,
}

/// The proxy to the real account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ProxyRule {
    /// The one of the system, as without a policy.
    System,
    /// None, whatever the system says.
    Direct,
    /// This one.
    Fixed(ProxyAddress),
}

/// When notifications are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotificationRule {
    /// From the first time to before the second, by the computer's clock. Over midnight, if the first is the later one.
    Between(NaiveTime, NaiveTime),
    Never,
}

/// The value is none that the member takes. Holds the part of the object that is wrong, if there is one.
#[derive(Debug)]
struct NotAllowed(Option<&'static str>);

const NOT_ALLOWED: NotAllowed = NotAllowed(None);

impl PolicySettings {
    /// Reads the members. Fails with everything that is wrong.
    pub(super) fn read(members: &Map<String, Value>) -> Result<Self, Vec<PolicyProblem>> {
        let mut settings = Self::default();
        let mut problems = Vec::new();
        for (name, value) in members {
            let Some(member) = PolicyMember::named(name) else {
                problems.push(PolicyProblem::unknown_member(name));
                continue;
            };
            if let Err(NotAllowed(part)) = settings.set(member, value) {
                let part = part.map(|part| format!(".{part}")).unwrap_or_default();
                problems.push(PolicyProblem::value_not_allowed(&format!("{name}{part}")));
            }
        }
        if problems.is_empty() { Ok(settings) } else { Err(problems) }
    }

    /// What counts while the policy can't be read: of every member that protects keys the value that allows least. The
    /// languages protect nothing, and the person must be able to read what is wrong.
    pub(super) fn strictest() -> Self {
        Self {
            updates: Some(false),
            update_address: None,
            modes: Some(vec![Mode::Practice]),
            addresses: Some(Addresses::default()),
            proxy: Some(ProxyRule::System),
            languages: None,
            hand_over_of_values: Some(false),
            notification_times: Some(NotificationRule::Never),
        }
    }

    /// The members that these settings have.
    pub(super) fn members(&self) -> Vec<PolicyMember> {
        let is_set = |member: &PolicyMember| match member {
            PolicyMember::Updates => self.updates.is_some(),
            PolicyMember::UpdateAddress => self.update_address.is_some(),
            PolicyMember::Modes => self.modes.is_some(),
            PolicyMember::Addresses => self.addresses.is_some(),
            PolicyMember::Proxy => self.proxy.is_some(),
            PolicyMember::Languages => self.languages.is_some(),
            PolicyMember::HandOverOfValues => self.hand_over_of_values.is_some(),
            PolicyMember::NotificationTimes => self.notification_times.is_some(),
        };
        PolicyMember::ALL.into_iter().filter(is_set).collect()
    }

    fn set(&mut self, member: PolicyMember, value: &Value) -> Result<(), NotAllowed> {
        match member {
            PolicyMember::Updates => self.updates = Some(switch(value)?),
            PolicyMember::UpdateAddress => self.update_address = Some(https_address(value)?),
            PolicyMember::Modes => {
                let modes = words(member, value)?.into_iter().map(|word| match word.as_str() {
                    "live" => Mode::Live,
                    _ => Mode::Practice,
                });
                self.modes = Some(modes.collect());
            }
            PolicyMember::Addresses => self.addresses = Some(addresses(member, value)?),
            PolicyMember::Proxy => self.proxy = Some(proxy(value)?),
            PolicyMember::Languages => self.languages = Some(words(member, value)?),
            PolicyMember::HandOverOfValues => self.hand_over_of_values = Some(switch(value)?),
            PolicyMember::NotificationTimes => {
                self.notification_times = Some(times(member, value)?);
            }
        }
        Ok(())
    }
}

impl Default for Addresses {
    fn default() -> Self {
        Self {
            sandbox: BaseUrl::sandbox(),
            production: BaseUrl::production(),
            ukraine: BaseUrl::ukraine(),
        }
    }
}

impl ProxyRule {
    pub(super) fn proxies(&self) -> Proxies {
        match self {
            Self::System => Proxies::of_system(),
            Self::Direct => Proxies::fixed(None),
            Self::Fixed(address) => Proxies::fixed(Some(address.clone())),
        }
    }
}

impl NotificationRule {
    /// Whether notifications are shown at this time of the day.
    pub(super) fn contains(self, time: NaiveTime) -> bool {
        match self {
            Self::Between(from, to) if from < to => from <= time && time < to,
            Self::Between(from, to) => from <= time || time < to,
            Self::Never => false,
        }
    }
}

fn switch(value: &Value) -> Result<bool, NotAllowed> {
    value.as_bool().ok_or(NOT_ALLOWED)
}

fn text(value: &Value) -> Result<&str, NotAllowed> {
    value.as_str().ok_or(NOT_ALLOWED)
}

fn https_address(value: &Value) -> Result<Url, NotAllowed> {
    let url = Url::parse(text(value)?).map_err(|_| NOT_ALLOWED)?;
    let is_bare = url.username().is_empty() && url.password().is_none();
    if url.scheme() == "https" && is_bare { Ok(url) } else { Err(NOT_ALLOWED) }
}

/// Some of the member's words: at least one, and each once.
fn words(member: PolicyMember, value: &Value) -> Result<Vec<String>, NotAllowed> {
    let Kind::Words(known) = member.kind() else { return Err(NOT_ALLOWED) };
    let given = value.as_array().filter(|given| !given.is_empty()).ok_or(NOT_ALLOWED)?;
    let mut words: Vec<String> = Vec::new();
    for word in given {
        let word = text(word)?;
        if !known.contains(&word) || words.iter().any(|before| before == word) {
            return Err(NOT_ALLOWED);
        }
        words.push(word.to_owned());
    }
    Ok(words)
}

/// The texts of an object that has no other parts than the member's.
fn parts<'a>(
    known: &'static [&'static str],
    value: &'a Value,
) -> Result<Vec<(&'static str, &'a str)>, NotAllowed> {
    let object = value.as_object().ok_or(NOT_ALLOWED)?;
    object
        .iter()
        .map(|(name, value)| {
            let part = known.iter().find(|known| *known == name).ok_or(NOT_ALLOWED)?;
            Ok((*part, value.as_str().ok_or(NotAllowed(Some(part)))?))
        })
        .collect()
}

/// An environment that the object does not name has Nova Post's own address.
fn addresses(member: PolicyMember, value: &Value) -> Result<Addresses, NotAllowed> {
    let Kind::Addresses(known) = member.kind() else { return Err(NOT_ALLOWED) };
    let mut addresses = Addresses::default();
    for (part, text) in parts(known, value)? {
        let address = BaseUrl::parse(text).map_err(|_| NotAllowed(Some(part)))?;
        match part {
            "sandbox" => addresses.sandbox = address,
            "production" => addresses.production = address,
            _ => addresses.ukraine = address,
        }
    }
    Ok(addresses)
}

/// A name and a password are refused, because everybody on this computer can read the policy.
fn proxy(value: &Value) -> Result<ProxyRule, NotAllowed> {
    match text(value)? {
        "system" => Ok(ProxyRule::System),
        "none" => Ok(ProxyRule::Direct),
        address if address.contains("://") && !address.contains('@') => {
            ProxyAddress::parse(address, "http").map(ProxyRule::Fixed).ok_or(NOT_ALLOWED)
        }
        _ => Err(NOT_ALLOWED),
    }
}

fn times(member: PolicyMember, value: &Value) -> Result<NotificationRule, NotAllowed> {
    let Kind::Times(known) = member.kind() else { return Err(NOT_ALLOWED) };
    let (mut from, mut to) = (None, None);
    for (part, text) in parts(known, value)? {
        let time = time_of_day(text).ok_or(NotAllowed(Some(part)))?;
        match part {
            "from" => from = Some(time),
            _ => to = Some(time),
        }
    }
    match (from, to) {
        (Some(from), Some(to)) if from != to => Ok(NotificationRule::Between(from, to)),
        _ => Err(NOT_ALLOWED),
    }
}

/// `09:00`: two digits each.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| text.len() == 5)
}
