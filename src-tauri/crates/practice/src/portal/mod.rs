//! The pages that stand in for Nova Post's web sites: My Nova Post, the Ukrainian cabinet, and the
//! page that makes a test key. Plain HTML, made here, complete without its script.
//!
//! What is made on them works: a key of production opens production. No key stands in an address;
//! the references that do are random.

mod account;
mod api_keys;
mod cabinet;
mod deactivation;
mod form;
mod frame;
mod guard;
mod key;
mod look;
mod new_key;
mod parts;
mod start;
mod test_key;
mod visit;
mod words;
mod wrong;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};

use crate::server::Office;

/// My Nova Post: the account.
pub(crate) const MY_NOVA_POST: &str = "/my-nova-post";

/// The Ukrainian cabinet: its overview.
pub(crate) const CABINET: &str = "/cabinet";

/// The form that makes a test key.
pub(crate) const TEST_KEY: &str = "/test-key";

const INTEGRATIONS: &str = "/my-nova-post/integrations";
const API_KEYS: &str = "/my-nova-post/integrations/api-keys";
const NEW_API_KEY: &str = "/my-nova-post/integrations/api-keys/new";
const SETTINGS: &str = "/cabinet/settings";
const SECURITY: &str = "/cabinet/settings/security";

/// All pages, and what they are dressed in.
pub(crate) fn router(office: Arc<Office>) -> Router {
    let guard = from_fn_with_state(Arc::clone(&office), guard::guard);
    Router::new()
        .route("/", get(start::show))
        .route(MY_NOVA_POST, get(account::show).post(account::add_organization))
        .route(INTEGRATIONS, get(api_keys::integrations))
        .route(API_KEYS, get(api_keys::list))
        .route(NEW_API_KEY, get(new_key::show).post(new_key::create))
        .route(
            "/my-nova-post/integrations/api-keys/{key}/deactivate",
            get(deactivation::ask_api_key).post(deactivation::of_api_key),
        )
        .route("/my-nova-post/", any(start::elsewhere))
        .route("/my-nova-post/{*rest}", any(start::elsewhere))
        .route(CABINET, get(cabinet::overview))
        .route(SETTINGS, get(cabinet::settings))
        .route(SECURITY, get(cabinet::security).post(cabinet::create))
        .route(
            "/cabinet/settings/security/{key}/deactivate",
            get(deactivation::ask_cabinet_key).post(deactivation::of_cabinet_key),
        )
        .route("/cabinet/", any(start::elsewhere))
        .route("/cabinet/{*rest}", any(start::elsewhere))
        .route(TEST_KEY, get(test_key::show).post(test_key::ask))
        .route("/test-key/{key}", get(test_key::key))
        .route("/test-key/", any(start::elsewhere))
        .route("/test-key/{key}/", any(start::elsewhere))
        .route("/test-key/{key}/{*rest}", any(start::elsewhere))
        .route(look::STYLE, get(look::style))
        .route(look::SCRIPT, get(look::script))
        .route(look::ICON, get(look::icon))
        .method_not_allowed_fallback(wrong::method)
        .route_layer(guard)
        .with_state(office)
}
