//! Simulated web sites of Nova Post: My Nova Post, the Ukrainian cabinet, and the page that creates a
//! test key. The pages are HTML and work without their script.
//!
//! Keys that are created here work in the API. Addresses contain no keys, only random ids.

mod account;
mod api_keys;
mod assets;
mod cabinet;
mod components;
mod dates_and_numbers;
mod deactivation;
mod error_page;
mod form;
mod guard;
mod home;
mod key;
mod key_request;
mod new_key;
mod page;
mod test_key;
mod trial_keys;
mod visit;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{any, get};

use crate::state::{SharedState, Site};

/// All pages and their assets.
pub(crate) fn router(state: Arc<SharedState>) -> Router {
    let guard = from_fn_with_state(Arc::clone(&state), guard::guard);
    Router::new()
        .route("/", get(home::show))
        .route(Site::MY_NOVA_POST, get(account::show).post(account::add_organization))
        .route(Site::INTEGRATIONS, get(api_keys::integrations))
        .route(Site::API_KEYS, get(api_keys::list))
        .route(Site::NEW_API_KEY, get(new_key::show).post(new_key::create))
        .route(
            "/my-nova-post/integrations/api-keys/{key}/deactivate",
            get(deactivation::ask_api_key).post(deactivation::deactivate_api_key),
        )
        .route("/my-nova-post/", any(home::no_page))
        .route("/my-nova-post/{*rest}", any(home::no_page))
        .route(Site::CABINET, get(cabinet::overview))
        .route(Site::SETTINGS, get(cabinet::settings))
        .route(Site::SECURITY, get(cabinet::security).post(cabinet::create))
        .route(
            "/cabinet/settings/security/{key}/deactivate",
            get(deactivation::ask_cabinet_key).post(deactivation::deactivate_cabinet_key),
        )
        .route(Site::DEVELOPERS, get(cabinet::developers))
        .route("/dashboard/settings/developers/", any(home::no_page))
        .route("/cabinet/", any(home::no_page))
        .route("/cabinet/{*rest}", any(home::no_page))
        .route(Site::TEST_KEY, get(test_key::show).post(test_key::ask))
        .route("/test-key/{key}", get(test_key::key))
        .route("/test-key/", any(home::no_page))
        .route("/test-key/{key}/", any(home::no_page))
        .route("/test-key/{key}/{*rest}", any(home::no_page))
        .route(key_request::PATH, get(key_request::show).post(key_request::make))
        .route(assets::STYLE, get(assets::style))
        .route(assets::SCRIPT, get(assets::script))
        .route(assets::ICON, get(assets::icon))
        .method_not_allowed_fallback(error_page::method)
        .route_layer(guard)
        .with_state(state)
}
