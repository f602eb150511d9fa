//! The newest shipment of an account: tells whether somebody still uses a key. It is shown and not kept.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::deps::{Deps, NovaPostClients};
use super::{Keys, Tokens};
use crate::model::{Actor, Failure, KeyId, Progress, Step};
use crate::nova_post;

/// The newest shipment of the account that a key belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum NewestShipment {
    /// The account has no shipments.
    None,
    /// It was created then.
    On {
        /// UTC.
        at: DateTime<Utc>,
    },
    /// There is one, and its date can't be read.
    DateUnknown,
}

/// Asks for the newest shipment of an account.
pub struct Shipments {
    nova_post: Arc<NovaPostClients>,
    keys: Arc<Keys>,
    tokens: Arc<Tokens>,
}

impl Shipments {
    pub(super) fn new(deps: &Deps, keys: Arc<Keys>, tokens: Arc<Tokens>) -> Self {
        Self { nova_post: Arc::clone(&deps.nova_post), keys, tokens }
    }

    /// The newest shipment of a key's account. Gets a token first if there is none that is valid. Other keys of the
    /// same account may have made the shipment.
    ///
    /// Fails with `key_refused` if Nova Post does not accept the key.
    pub async fn newest(&self, id: &KeyId, progress: &Progress) -> Result<NewestShipment, Failure> {
        let environment = self.keys.card(id).await?.environment;
        let nova_post = self.nova_post.of(environment).await?;
        let tried = match self.tokens.jwt(id) {
            Ok(jwt) => {
                progress(Step::AskingNovaPost);
                nova_post.newest_shipment(&jwt).await
            }
            Err(expired) => Err(expired),
        };
        let answered = match tried {
            Err(Failure::KeyRefused | Failure::TokenExpired) => {
                self.tokens.get_for(Actor::App, id, progress).await?;
                nova_post.newest_shipment(&self.tokens.jwt(id)?).await?
            }
            other => other?,
        };
        Ok(match answered.value {
            nova_post::NewestShipment::None => NewestShipment::None,
            nova_post::NewestShipment::On(at) => NewestShipment::On { at },
            nova_post::NewestShipment::DateUnknown => NewestShipment::DateUnknown,
        })
    }
}
