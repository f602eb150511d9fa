//! The webhooks of an account: the addresses to which Nova Post sends the news of parcels. They are shown and not kept.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::deps::{Deps, NovaPostClients};
use super::{Keys, Tokens};
use crate::model::{Actor, Failure, KeyId, Progress, Step};
use crate::nova_post;

/// A webhook of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Webhook {
    /// Its address without a query, a user name and a password, which may be secrets; `None` if it can't be read.
    pub address: Option<String>,
    /// Whether it is switched on; `None` if that is not known.
    pub is_active: Option<bool>,
}

/// The webhooks of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WebhookList {
    /// Those in the answer.
    pub webhooks: Vec<Webhook>,
    /// Whether the account has more than the answer.
    pub has_more: bool,
}

/// Asks for the webhooks of an account.
pub struct Webhooks {
    nova_post: Arc<NovaPostClients>,
    keys: Arc<Keys>,
    tokens: Arc<Tokens>,
}

impl Webhooks {
    pub(super) fn new(deps: &Deps, keys: Arc<Keys>, tokens: Arc<Tokens>) -> Self {
        Self { nova_post: Arc::clone(&deps.nova_post), keys, tokens }
    }

    /// The webhooks of a key's account. Gets a token first if there is none that is valid. Other keys of the same
    /// account may have made them.
    ///
    /// Fails with `key_refused` if Nova Post does not accept the key.
    pub async fn list(&self, id: &KeyId, progress: &Progress) -> Result<WebhookList, Failure> {
        let environment = self.keys.card(id).await?.environment;
        let nova_post = self.nova_post.of(environment).await?;
        let tried = match self.tokens.jwt(id) {
            Ok(jwt) => {
                progress(Step::AskingNovaPost);
                nova_post.subscribers(&jwt).await
            }
            Err(expired) => Err(expired),
        };
        let answered = match tried {
            Err(Failure::KeyRefused | Failure::TokenExpired) => {
                self.tokens.get_for(Actor::App, id, progress).await?;
                nova_post.subscribers(&self.tokens.jwt(id)?).await?
            }
            other => other?,
        };
        let nova_post::Subscribers { subscribers, has_more } = answered.value;
        let webhook = |found: nova_post::Subscriber| Webhook {
            address: found.address,
            is_active: found.is_active,
        };
        Ok(WebhookList { webhooks: subscribers.into_iter().map(webhook).collect(), has_more })
    }
}
