//! The register as files, and lists that are read.

use fluent_bundle::FluentArgs;
use tauri::{AppHandle, Manager, Runtime};

use keydesk_core::model::{ApiEnvironment, SavedFile};
use keydesk_core::service::{
    CalendarKey, CalendarTexts, EventText, ListLanguage, RegisterFile, refuse_secrets,
};

use super::{mode, service};
use crate::links;
use crate::saved_lists::SavedLists;
use crate::sentences::Sentences;
use crate::settings::SettingsFile;
use crate::types::{
    Failure, HistoryEntry, ListCheck, ListForm, ListImported, Mode, ReadAs, SavedList,
};

pub(super) async fn export_keys<R: Runtime>(
    app: &AppHandle<R>,
    form: ListForm,
    name: String,
) -> Result<SavedList, Failure> {
    let language = ListLanguage::of(sentences(app).language());
    let service = service(app).await?;
    let file = service.register_files.keys(form, language).await?;
    let saved = save(app, name, extension(form), file).await?;
    let file = match form {
        ListForm::Csv => SavedFile::KeysCsv,
        ListForm::Json => SavedFile::KeysJson,
    };
    service.register_files.note_saved(file).await;
    Ok(saved)
}

pub(super) async fn export_history<R: Runtime>(
    app: &AppHandle<R>,
    form: ListForm,
    name: String,
) -> Result<SavedList, Failure> {
    let language = ListLanguage::of(sentences(app).language());
    let service = service(app).await?;
    let file = service.register_files.history(form, language).await?;
    let saved = save(app, name, extension(form), file).await?;
    let file = match form {
        ListForm::Csv => SavedFile::HistoryCsv,
        ListForm::Json => SavedFile::HistoryJson,
    };
    service.register_files.note_saved(file).await;
    Ok(saved)
}

pub(super) async fn list_history<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Vec<HistoryEntry>, Failure> {
    service(app).await?.register_files.list_history().await
}

pub(super) async fn export_calendar<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
) -> Result<SavedList, Failure> {
    let service = service(app).await?;
    let keys = service.register_files.calendar_keys().await?;
    let texts = calendar_texts(&sentences(app), mode(app), keys);
    let content = service.register_files.calendar(texts).await?;
    let saved = save(app, name, "ics", RegisterFile { content, left_out: 0 }).await?;
    service.register_files.note_saved(SavedFile::Calendar).await;
    Ok(saved)
}

pub(super) async fn show_saved_list<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    if let Some(path) = app.state::<SavedLists>().last_saved() {
        links::show_file(&path);
    }
    Ok(())
}

pub(super) async fn preview_list<R: Runtime>(
    app: &AppHandle<R>,
    file: Vec<u8>,
    read_as: ReadAs,
) -> Result<ListCheck, Failure> {
    service(app).await?.register_files.preview(file, read_as).await
}

pub(super) async fn import_list<R: Runtime>(app: &AppHandle<R>) -> Result<ListImported, Failure> {
    service(app).await?.register_files.import().await
}

pub(super) async fn cancel_list<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    service(app).await?.register_files.cancel();
    Ok(())
}

async fn save<R: Runtime>(
    app: &AppHandle<R>,
    name: String,
    extension: &'static str,
    file: RegisterFile,
) -> Result<SavedList, Failure> {
    refuse_secrets([&name])?;
    app.state::<SavedLists>().save(name, extension, file).await
}

fn sentences<R: Runtime>(app: &AppHandle<R>) -> Sentences {
    Sentences::of(&app.state::<SettingsFile>().settings())
}

fn extension(form: ListForm) -> &'static str {
    match form {
        ListForm::Csv => "csv",
        ListForm::Json => "json",
    }
}

fn calendar_texts(say: &Sentences, mode: Mode, keys: Vec<CalendarKey>) -> CalendarTexts {
    // A presenter's calendar must not show an invented key as a real one.
    let marked = |text: String| match mode {
        Mode::Practice => {
            let mut arguments = FluentArgs::new();
            arguments.set("title", text);
            say.say_with("window-title-practice", &arguments)
        }
        Mode::Live => text,
    };
    let events = keys.into_iter().map(|key| {
        let kind = say.say(kind_of(key.environment));
        let with = |id, name, value: &str| {
            let mut arguments = FluentArgs::new();
            arguments.set(name, value.to_owned());
            say.say_with(id, &arguments)
        };
        let name = if key.name.is_empty() { kind.clone() } else { key.name.clone() };
        let name = if key.last_four.is_empty() {
            name
        } else {
            let mut arguments = FluentArgs::new();
            arguments.set("kind", name);
            arguments.set("lastFour", key.last_four.clone());
            say.say_with("key-by-kind", &arguments)
        };
        let description =
            [with("calendar-kind", "kind", &kind), say.say("calendar-what-to-do")].join("\n");
        EventText { title: marked(with("calendar-title", "key", &name)), description, key }
    });
    CalendarTexts {
        events: events.collect(),
        name: marked(say.say("calendar-name")),
        cancelled: marked(say.say("calendar-cancelled")),
    }
}

fn kind_of(environment: ApiEnvironment) -> &'static str {
    match environment {
        ApiEnvironment::Sandbox => "key-kind-sandbox",
        ApiEnvironment::Production => "key-kind-production",
        ApiEnvironment::Ukraine => "key-kind-ukraine",
    }
}
