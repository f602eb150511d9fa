//! What Tauri's bundler does not do for an .rpm: the same bytes at every time, the libraries that the programs need with
//! their versions, and a folder of documentation that goes with the package. rpm itself packs the bundler's files again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use test_driver::{Context, Error};

use super::deb::even_out;
use crate::{program, reproducible};

/// What rpm is told besides the date.
const DEFINED: [&str; 7] = [
    "use_source_date_epoch_as_buildtime 1",
    "_buildhost key-desk",
    // xz, as strong as the bundler does it.
    "_binary_payload w6.xzdio",
    // The programs are stripped already, and the manual pages are compressed.
    "debug_package %{nil}",
    "__os_install_post %{nil}",
    // Links to the programs by their build number are for debuggers.
    "_build_id_links none",
    "_docdir /usr/share/doc",
];

/// The beginning of the new package's description, as rpm takes it from the bundler's package.
const HEAD: &str = "\
Name: %{NAME}
Version: %{VERSION}
Release: %{RELEASE}
Summary: %{SUMMARY}
License: %{LICENSE}
[Recommends: %{RECOMMENDNAME}
]
%%description
%{DESCRIPTION}

";

/// Packs the .rpm again.
pub(super) fn finish(package: &Path) -> Result<(), Error> {
    let folder = program::target().join("dist/rpm");
    if folder.exists() {
        fs::remove_dir_all(&folder).context(folder.display())?;
    }
    let tree = folder.join("tree");
    fs::create_dir_all(&tree).context(tree.display())?;
    program::run(Command::new("bsdtar").arg("-xf").arg(package).arg("-C").arg(&tree))?;
    even_out(&tree, reproducible::time()?)?;
    let query = |format: &str| {
        let mut query = Command::new("rpm");
        program::output(query.args(["--query", "--queryformat", format, "--package"]).arg(package))
    };
    let head = query(HEAD)?;
    let files = query("[%{FILENAMES}\n]")?;
    let spec = folder.join("key-desk.spec");
    fs::write(&spec, head + &body(&tree, &files)).context(spec.display())?;
    let mut build = Command::new("rpmbuild");
    build.args(["-bb", "--quiet"]).env("SOURCE_DATE_EPOCH", reproducible::date()?.to_string());
    build.args(["--define", &format!("_topdir {}", folder.display())]);
    build.args(DEFINED.iter().flat_map(|define| ["--define", define]));
    program::run(build.arg(&spec))?;
    let packed = packed(&folder.join("RPMS/x86_64"))?;
    fs::rename(&packed, package).context(package.display())
}

/// The steps and the list of files. Folders that only this package has are listed, so that they are removed with it.
fn body(tree: &Path, files: &str) -> String {
    let list: Vec<String> = files.lines().map(|file| format!("\"{file}\"")).collect();
    let list = list.join("\n");
    format!(
        "%install\ncp -a '{}/.' %{{buildroot}}\n\n%files\n%dir /usr/share/doc/key-desk\n{list}\n",
        tree.display()
    )
}

fn packed(folder: &Path) -> Result<PathBuf, Error> {
    let mut packages = fs::read_dir(folder).context(folder.display())?;
    let package = packages.next().ok_or_else(|| Error::new("rpmbuild built no package"))?;
    Ok(package.context(folder.display())?.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_documentation_and_names_with_spaces_are_listed() {
        let body =
            body(Path::new("/build/tree"), "/usr/bin/keydesk\n/usr/share/a/Key Desk.desktop\n");
        let expected = "%files\n%dir /usr/share/doc/key-desk\n\"/usr/bin/keydesk\"\n\"/usr/share/a/Key Desk.desktop\"\n";
        assert!(body.ends_with(expected), "{body}");
    }
}
