//! The fonts that a desktop has. Layout must not depend on what the machine has installed, so each desktop
//! has a fontconfig file that knows one family for text and one for digits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error};
use crate::process;

/// A family for text, together with its family of equal width. Both have Latin, Greek and Cyrillic letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// `DejaVu Sans`, in which every word is long. Debian: fonts-dejavu-core.
    #[default]
    Wide,
    /// `Liberation Sans Narrow`, in which words take three quarters of the usual width. Debian:
    /// fonts-liberation.
    Narrow,
}

impl Font {
    fn text(self) -> Family {
        match self {
            Self::Wide => Family { name: "DejaVu Sans", width: 100, package: DEJAVU },
            Self::Narrow => {
                Family { name: "Liberation Sans Narrow", width: 75, package: LIBERATION }
            }
        }
    }

    fn digits(self) -> Family {
        match self {
            Self::Wide => Family { name: "DejaVu Sans Mono", width: 100, package: DEJAVU },
            Self::Narrow => Family { name: "Liberation Mono", width: 100, package: LIBERATION },
        }
    }
}

const DEJAVU: &str = "fonts-dejavu-core";
const LIBERATION: &str = "fonts-liberation";

struct Family {
    name: &'static str,
    /// In percent of the usual width, as fontconfig has it.
    width: u32,
    package: &'static str,
}

/// Writes a fontconfig file into `folder` that knows nothing but `font`, and gives its path. Fails if the
/// font is not installed.
pub(crate) fn write_config(folder: &Path, font: Font) -> Result<PathBuf, Error> {
    let files = folder.join("fonts");
    fs::create_dir(&files)?;
    for family in [font.text(), font.digits()] {
        for file in family.files()? {
            let name = file.file_name().ok_or_else(|| Error::new("a font without a file name"))?;
            fs::copy(&file, files.join(name))?;
        }
    }
    let config = folder.join("fonts.conf");
    let (text, digits) = (font.text().name, font.digits().name);
    fs::write(
        &config,
        format!(
            r#"<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{}</dir>
  <cachedir>{}</cachedir>
  <alias><family>monospace</family><prefer><family>{digits}</family></prefer></alias>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>{text}</string></edit>
  </match>
</fontconfig>
"#,
            files.display(),
            folder.join("font-cache").display(),
        ),
    )?;
    Ok(config)
}

impl Family {
    /// The files of its upright and slanted faces.
    fn files(&self) -> Result<Vec<PathBuf>, Error> {
        let pattern = format!(":family={}:width={}", self.name, self.width);
        // A test that runs on a desktop has that desktop's fonts, and these are the machine's.
        let mut list = Command::new("fc-list");
        list.args(["--format=%{file}\n", &pattern]).env_remove("FONTCONFIG_FILE");
        let files = process::output_of(&mut list).context("looking for fonts")?;
        let files: Vec<PathBuf> = files.lines().map(PathBuf::from).collect();
        if files.is_empty() {
            return Err(Error::new(format!(
                "the font {} is not installed (Debian: apt-get install {})",
                self.name, self.package
            )));
        }
        Ok(files)
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    fn family_of(config: &Path, wanted: &str) -> String {
        let mut matching = Command::new("fc-match");
        matching.args(["--format=%{family}", wanted]).env("FONTCONFIG_FILE", config);
        process::output_of(&mut matching).unwrap()
    }

    #[test]
    fn a_desktop_has_one_family_for_text_and_one_for_digits() {
        for (font, text, digits) in [
            (Font::Wide, "DejaVu Sans", "DejaVu Sans Mono"),
            (Font::Narrow, "Liberation Sans Narrow", "Liberation Mono"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let config = write_config(folder.path(), font).unwrap();
            for wanted in ["sans-serif", "system-ui", "Cantarell", "Noto Sans"] {
                assert_eq!(family_of(&config, wanted), text, "{wanted}");
            }
            assert_eq!(family_of(&config, "monospace"), digits);
        }
    }
}
