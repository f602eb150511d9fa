//! New versions of the app.

use tauri::{AppHandle, Runtime};

use crate::types::{Failure, UpdateState};
use crate::updates;

pub(super) async fn update_state<R: Runtime>(app: &AppHandle<R>) -> Result<UpdateState, Failure> {
    Ok(updates::state(app))
}

pub(super) async fn check_for_update<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<UpdateState, Failure> {
    updates::check(app).await;
    Ok(updates::state(app))
}

pub(super) async fn install_update<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    updates::install(app).await;
    Ok(())
}

pub(super) async fn cancel_update<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    updates::cancel(app);
    Ok(())
}

pub(super) async fn postpone_update<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<UpdateState, Failure> {
    updates::postpone(app);
    Ok(updates::state(app))
}

pub(super) async fn dismiss_update_result<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<UpdateState, Failure> {
    updates::dismiss_result(app);
    Ok(updates::state(app))
}
