//! The order of the modules of each crate: a lower layer never imports a higher one, and no modules
//! import each other in a loop.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::rust::{self, code_of, without_tests};
use super::source::Source;

/// A layer, and whether its modules may import each other.
struct Layer {
    modules: &'static [&'static str],
    may_share: bool,
}

struct Crate {
    /// The folder of its `lib.rs`.
    folder: &'static str,
    /// The lowest layer first.
    layers: &'static [Layer],
    /// Whether every module must be in a layer.
    is_complete: bool,
    /// A word that no file of the crate may contain, and why.
    never_names: Option<(&'static str, &'static str)>,
}

const CRATES: &[Crate] = &[
    Crate {
        folder: "src-tauri/crates/core/src",
        layers: &[
            Layer { modules: &["model"], may_share: false },
            Layer {
                modules: &["phone", "email", "secret", "token", "clock", "hand_over", "key_search"],
                may_share: true,
            },
            Layer { modules: &["nova_post", "keychain", "store"], may_share: false },
            Layer { modules: &["service", "updates"], may_share: false },
        ],
        is_complete: true,
        never_names: Some(("tauri", "core must work without a window")),
    },
    Crate {
        folder: "src-tauri/crates/practice/src",
        layers: &[
            Layer { modules: &["rules"], may_share: false },
            Layer { modules: &["state"], may_share: false },
            Layer { modules: &["http"], may_share: false },
            Layer { modules: &["server", "portal"], may_share: true },
        ],
        is_complete: false,
        never_names: Some(("keydesk_core", "practice must not share code with core")),
    },
    Crate { folder: "src-tauri/src", layers: &[], is_complete: false, never_names: None },
];

/// A module imports another one of the same crate. Both are top-level modules.
struct Edge {
    file: String,
    line: usize,
    from: String,
    to: String,
}

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    CRATES.iter().flat_map(|package| check_crate(package, sources)).collect()
}

fn check_crate(package: &Crate, sources: &[Source]) -> Vec<Violation> {
    let files = product_files(package.folder, sources);
    let modules: BTreeSet<String> = files.iter().filter_map(|file| file.module.clone()).collect();
    let edges: Vec<Edge> = files.iter().flat_map(|file| edges_of(file, &modules)).collect();
    let mut violations = wrong_order(package, &edges);
    violations.extend(loops(package, &modules, &edges));
    if package.is_complete {
        violations.extend(modules.iter().filter(|module| layer_of(package, module).is_none()).map(
            |module| {
                let what = format!(
                    "the module {module} is in no layer; add it to CRATES in tidy/layers.rs"
                );
                Violation::new(&format!("{}/lib.rs", package.folder), 1, what)
            },
        ));
    }
    if let Some((word, why)) = package.never_names {
        violations.extend(files.iter().flat_map(|file| named(file, word, why)));
    }
    violations
}

struct File {
    path: String,
    /// The top-level module; `None` for `lib.rs` and `main.rs`.
    module: Option<String>,
    /// The depth of its module: 0 for `lib.rs`, 1 for a top-level module.
    depth: usize,
    code: String,
}

/// The files of a crate without those that are compiled only for tests.
fn product_files(folder: &str, sources: &[Source]) -> Vec<File> {
    let prefix = format!("{folder}/");
    let mut test_files = BTreeSet::new();
    let mut files = Vec::new();
    for source in sources.iter().filter(|source| source.has_extension(&["rs"])) {
        let Some(path) = source.path.strip_prefix(&prefix) else { continue };
        let mut names: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
        if matches!(names.last(), Some(&"mod" | &"lib" | &"main")) {
            names.pop();
        }
        let (code, tests) = without_tests(&code_of(&source.text));
        let inside = names.join("/");
        test_files.extend(
            tests
                .into_iter()
                .map(|name| if inside.is_empty() { name } else { format!("{inside}/{name}") }),
        );
        let module = names.first().map(|name| (*name).to_owned());
        files.push((inside, File { path: source.path.clone(), module, depth: names.len(), code }));
    }
    let is_test = |inside: &str| {
        let mut parts = inside.match_indices('/').map(|(at, _)| &inside[..at]);
        test_files.contains(inside) || parts.any(|folder| test_files.contains(folder))
    };
    files.into_iter().filter(|(inside, _)| !is_test(inside)).map(|(_, file)| file).collect()
}

fn edges_of(file: &File, modules: &BTreeSet<String>) -> Vec<Edge> {
    let Some(from) = &file.module else { return Vec::new() };
    let mut edges = Vec::new();
    for import in rust::imports(&file.code) {
        let up = import.path.iter().take_while(|part| *part == "super").count();
        // `super` of a module at depth 1 is the crate; of a deeper one it is the same top module.
        let rest = match import.path.first().map(String::as_str) {
            Some("crate") => &import.path[1..],
            _ if up == file.depth => &import.path[up..],
            _ => continue,
        };
        if let Some(to) = rest.first().filter(|to| modules.contains(*to) && *to != from) {
            let (file, line) = (file.path.clone(), import.line);
            edges.push(Edge { file, line, from: from.clone(), to: to.clone() });
        }
    }
    edges
}

fn layer_of(package: &Crate, module: &str) -> Option<usize> {
    package.layers.iter().position(|layer| layer.modules.contains(&module))
}

fn wrong_order(package: &Crate, edges: &[Edge]) -> Vec<Violation> {
    let is_wrong = |edge: &&Edge| match (layer_of(package, &edge.from), layer_of(package, &edge.to))
    {
        (Some(from), Some(to)) if from == to => !package.layers[from].may_share,
        (Some(from), Some(to)) => from < to,
        _ => false,
    };
    edges
        .iter()
        .filter(is_wrong)
        .map(|Edge { file, line, from, to }| {
            let what =
                format!("{from} must not import {to}: move what both need into a lower layer");
            Violation::new(file, *line, what)
        })
        .collect()
}

/// One violation for each set of modules that import each other in a loop.
fn loops(package: &Crate, modules: &BTreeSet<String>, edges: &[Edge]) -> Vec<Violation> {
    let mut targets: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in modules {
        let mut found = BTreeSet::new();
        let mut open = vec![module.as_str()];
        while let Some(from) = open.pop() {
            let next = edges.iter().filter(|edge| edge.from == from).map(|edge| edge.to.as_str());
            open.extend(next.filter(|to| found.insert(*to)));
        }
        targets.insert(module, found);
    }
    let reaches = |from: &str, to: &str| targets.get(from).is_some_and(|all| all.contains(to));
    let mut seen = BTreeSet::new();
    let mut violations = Vec::new();
    for module in modules.iter().filter(|module| reaches(module, module)) {
        if !seen.insert(module.as_str()) {
            continue;
        }
        let together: Vec<&str> = modules
            .iter()
            .map(String::as_str)
            .filter(|other| reaches(module, other) && reaches(other, module))
            .collect();
        seen.extend(&together);
        let within = |edge: &&Edge| {
            together.contains(&edge.from.as_str()) && together.contains(&edge.to.as_str())
        };
        let mut links: BTreeMap<(&str, &str), (&Edge, usize)> = BTreeMap::new();
        for edge in edges.iter().filter(within) {
            links.entry((&edge.from, &edge.to)).or_insert((edge, 0)).1 += 1;
        }
        let list: Vec<String> = links
            .values()
            .map(|(edge, count)| {
                format!("{} → {} ({count}, first {}:{})", edge.from, edge.to, edge.file, edge.line)
            })
            .collect();
        let what = format!(
            "the modules {} import each other in a loop; remove one direction of: {}",
            together.join(", "),
            list.join("; ")
        );
        violations.push(Violation::new(&format!("{}/lib.rs", package.folder), 1, what));
    }
    violations
}

fn named(file: &File, word: &str, why: &str) -> Vec<Violation> {
    let lines = file.code.lines().enumerate().filter(|(_, line)| line.contains(word));
    lines
        .map(|(at, _)| {
            Violation::new(&file.path, at + 1, format!("names {word}: {why}; move this elsewhere"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_files(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> = files
            .iter()
            .map(|(path, text)| Source { path: (*path).to_owned(), text: (*text).to_owned() })
            .collect();
        check(&sources).iter().map(Violation::to_string).collect()
    }

    const CORE: &str = "src-tauri/crates/core/src";

    #[test]
    fn a_lower_layer_does_not_import_a_higher_one() {
        let found = check_files(&[
            (&format!("{CORE}/store/keys.rs"), "use crate::model::Key;\nuse crate::service::View;"),
            (&format!("{CORE}/service/mod.rs"), "use crate::store::Store;"),
            (&format!("{CORE}/model.rs"), ""),
        ]);
        assert!(
            found
                .iter()
                .any(|line| line.contains("store/keys.rs:2: store must not import service"))
        );
        assert!(
            found.iter().any(|line| line.contains("the modules service, store import each other"))
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn stores_do_not_import_each_other() {
        let found = check_files(&[
            (&format!("{CORE}/store.rs"), "use super::keychain::Keychain;"),
            (&format!("{CORE}/keychain/mod.rs"), "use super::secret;"),
            (&format!("{CORE}/keychain/worker.rs"), "use super::Keychain;"),
            (&format!("{CORE}/secret.rs"), ""),
        ]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("store must not import keychain"));
    }

    #[test]
    fn tests_may_import_everything() {
        let found = check_files(&[
            (&format!("{CORE}/store/mod.rs"), "#[cfg(test)]\nmod tests;"),
            (&format!("{CORE}/store/tests/a.rs"), "use crate::service::Service;"),
            (&format!("{CORE}/service.rs"), ""),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_module_without_a_layer_is_named() {
        let found = check_files(&[(&format!("{CORE}/extra.rs"), "")]);
        assert!(found[0].contains("the module extra is in no layer"), "{found:?}");
    }

    #[test]
    fn a_loop_of_three_modules_is_found() {
        let found = check_files(&[
            ("src-tauri/src/a.rs", "use crate::b::B;"),
            ("src-tauri/src/b.rs", "use crate::c;"),
            ("src-tauri/src/c/mod.rs", "fn c() { crate::a::run() }"),
            ("src-tauri/src/d.rs", "use crate::a;"),
        ]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("the modules a, b, c import each other"), "{found:?}");
    }
}
