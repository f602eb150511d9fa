//! Other programs open the files: khal and libical the calendar, `LibreOffice` the list. `cargo xtask test`
//! installs them.

use std::fs;
use std::path::Path;
use std::process::Command;

use keydesk_core::service::{ListForm, ListLanguage, Service};
use test_driver::Khal;

use super::calendar::{LIST, calendar};
use super::{import, preview};
use crate::support::test_env::{TestEnv, request};

/// Runs a program to its end and returns what it printed.
fn run(command: &mut Command, home: &Path) -> String {
    command.env("HOME", home).env("LC_ALL", "C.UTF-8").env_remove("XDG_CONFIG_HOME");
    let done = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let printed = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        done.status.success(),
        "{command:?}: {printed}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    printed
}

/// Imports the calendar of the service.
async fn import_into(khal: &Khal, service: &Service) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.ics");
    fs::write(&file, calendar(service).await).unwrap();
    khal.import(&file).unwrap();
}

/// The events around the days of the list.
fn events(khal: &Khal) -> Vec<String> {
    khal.events("2030-08-01", "60d").unwrap()
}

#[tokio::test]
async fn khal_imports_the_calendar_and_updates_and_cancels_its_events() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    let khal = Khal::new().unwrap();
    import_into(&khal, &service).await;
    assert_eq!(
        events(&khal),
        [
            "Key expires: Shop|2030-08-27|CONFIRMED",
            "Key expires: Lager, Süd|2030-08-28|CONFIRMED",
            "Key expires: |2030-08-29|CONFIRMED",
        ]
    );
    let changes = "Name;Environment;Last four;Expires;Status\n\
        Shop;Production;4bf2;01.09.2030;\n\
        Lager, Süd;UA;77aa;;Deactivated\n";
    import(&service, changes).await;
    import_into(&khal, &service).await;
    assert_eq!(
        events(&khal),
        [
            "No longer needed|2030-08-28|CANCELLED",
            "Key expires: |2030-08-29|CONFIRMED",
            "Key expires: Shop|2030-09-01|CONFIRMED",
        ]
    );
}

/// Prints whether libical finds the calendar valid, its errors, events and alarms.
const LIBICAL: &str = r#"
import ctypes, sys
lib = ctypes.CDLL("libical.so.3")
component, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
def function(name, result, *arguments):
    found = getattr(lib, name)
    found.restype, found.argtypes = result, list(arguments)
    return found
parse = function("icalparser_parse_string", component, text)
is_valid = function("icalrestriction_check", number, component)
errors = function("icalcomponent_count_errors", number, component)
count = function("icalcomponent_count_components", number, component, number)
first = function("icalcomponent_get_first_component", component, component, number)
next_one = function("icalcomponent_get_next_component", component, component, number)
EVENT, ALARM = 4, 10
calendar = parse(open(sys.argv[1], "rb").read())
alarms, event = 0, first(calendar, EVENT)
while event:
    alarms += count(event, ALARM)
    event = next_one(calendar, EVENT)
print(is_valid(calendar), errors(calendar), count(calendar, EVENT), alarms)
"#;

#[tokio::test]
async fn libical_finds_no_error_in_the_calendar() {
    let env = TestEnv::new().await;
    let service = env.service();
    import(&service, LIST).await;
    calendar(&service).await;
    import(&service, "Name;Environment;Last four;Status\nShop;Production;4bf2;Replaced\n").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.ics");
    fs::write(&file, calendar(&service).await).unwrap();
    let printed = run(Command::new("python3").args(["-c", LIBICAL]).arg(&file), folder.path());
    // Valid, no error, three events, and three alarms for each that is not cancelled.
    assert_eq!(printed.trim(), "1 0 3 6");
}

#[tokio::test]
async fn libreoffice_opens_the_list_and_saves_it_without_damage() {
    let env = TestEnv::new().await;
    let service = env.service();
    request(&service, "498213437654").await.unwrap();
    let list = "Name;Environment;Last four;Organization;Expires;Notes;Used in\n\
        =1+1;Production;4e12;\"Hanse; Textil\n-5\";2030-08-27;\"first line\nsecond \"\"line\"\"\";Shop\n\
        0012;UA;0012;Шовк і Ко;2030-12-31;'t Winkeltje;\n\
        +49 821;Test;1e10;@home;2030-08-07;\t=tab;\n\
        27.08.2026;Production;77aa;1/2;;TRUE;\n";
    import(&service, list).await;
    let folder = tempfile::tempdir().unwrap();
    let languages =
        [("english.csv", ListLanguage::English), ("ukrainian.csv", ListLanguage::Ukrainian)];
    for (name, language) in languages {
        let exported = service.register_files.keys(ListForm::Csv, language).await.unwrap();
        fs::write(folder.path().join(name), exported.content).unwrap();
    }
    // As text, and with everything that looks like a number or a date converted.
    for converts_numbers in [false, true] {
        // Semicolon, quotation mark, UTF-8, from line 1; then whether quoted cells are text, and whether
        // special numbers are found.
        let filter = format!("--infilter=CSV:59,34,76,1,,0,false,{converts_numbers}");
        let saved_as = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true";
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let saved = folder.path().join(format!("saved-{converts_numbers}"));
        let mut office = Command::new("soffice");
        office.args(["--headless", &profile, &filter, "--convert-to", saved_as, "--outdir"]);
        office.arg(&saved).args(languages.map(|(name, _)| folder.path().join(name)));
        run(&mut office, folder.path());
        for (name, _) in languages {
            let saved = fs::read(saved.join(name)).unwrap();
            let shown = preview(&service, saved.clone()).await;
            let saved = String::from_utf8_lossy(&saved);
            assert_eq!(shown.lines, [], "{converts_numbers} {saved}");
            assert_eq!(shown.unchanged, 5);
        }
    }
}
