//! The register as files: what a list has, and what a list that is read changes.

mod calendar;
mod forms;
mod hostile;
mod import;
#[cfg(target_os = "linux")]
mod programs;
mod replaced;

use keydesk_core::model::KeyRecord;
use keydesk_core::service::{
    LineEffect, LineProblem, ListCheck, ListForm, ListImported, ListLanguage, ListPreview, ReadAs,
    Service,
};
use keydesk_core::store::Store;

use crate::support::test_env::TestEnv;

/// Reads a list that is not refused as a whole.
async fn preview(service: &Service, file: impl Into<Vec<u8>>) -> ListPreview {
    match service.register_files.preview(file.into(), ReadAs::default()).await.unwrap() {
        ListCheck::Preview { preview } => preview,
        ListCheck::Refused { problem } => panic!("refused: {problem:?}"),
    }
}

/// Imports a list whose every line is used.
async fn import(service: &Service, file: impl Into<Vec<u8>>) -> (usize, usize) {
    let preview = preview(service, file).await;
    assert_eq!(problems(&preview), []);
    match service.register_files.import().await.unwrap() {
        ListImported::Done { added, changed } => (added, changed),
        ListImported::Outdated { preview } => panic!("outdated: {preview:?}"),
    }
}

/// The lines that are refused, with their reasons.
fn problems(preview: &ListPreview) -> Vec<(usize, LineProblem)> {
    let problem = |line: &keydesk_core::service::PreviewLine| match &line.effect {
        LineEffect::Refused { problem } => Some((line.line, problem.clone())),
        _ => None,
    };
    preview.lines.iter().filter_map(problem).collect()
}

async fn csv(service: &Service) -> String {
    service.register_files.keys(ListForm::Csv, ListLanguage::English).await.unwrap().content
}

/// The keys in the order of their names.
async fn records(env: &TestEnv) -> Vec<KeyRecord> {
    let mut keys = Store::open(&env.store()).unwrap().keys().await.unwrap();
    keys.sort_by(|a, b| a.name.cmp(&b.name));
    keys
}
