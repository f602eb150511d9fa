//! The facts that the project relies on, from `docs/facts.json`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use test_driver::{Context, Error};

/// The file of the facts, from the project's root.
const FILE: &str = "docs/facts.json";

/// All of them.
pub(super) struct Facts {
    pub(super) pages: Vec<PageFacts>,
    pub(super) openapi: OpenApiFacts,
}

/// The facts from one page.
pub(super) struct PageFacts {
    /// As in docs/sources.md, with the name of one page after a slash if the source has several.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) address: String,
    /// The month in which it was read: `2026-11`.
    pub(super) read: String,
    /// The guides that follow it.
    pub(super) guides: Vec<Place>,
    pub(super) facts: Vec<Fact>,
}

/// Something that a page says.
pub(super) struct Fact {
    pub(super) id: String,
    /// Words of the page. One of them is enough.
    pub(super) says: Vec<String>,
    /// It is the address of a link, which text without links does not have.
    pub(super) is_link: bool,
    pub(super) places: Vec<Place>,
}

/// A file of the project and a text in it that depends on a fact.
pub(super) struct Place {
    pub(super) file: String,
    pub(super) text: String,
    /// `None` if the file does not have the text.
    pub(super) line: Option<usize>,
}

/// The facts from the `OpenAPI` file.
pub(super) struct OpenApiFacts {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) version_places: Vec<Place>,
    pub(super) servers: Vec<Fact>,
    /// Words of its descriptions.
    pub(super) texts: Vec<Fact>,
    pub(super) calls: Vec<Call>,
    /// A new path with one of these in its name is a change.
    pub(super) watched: Vec<String>,
}

/// A call that the project uses.
pub(super) struct Call {
    /// `GET`.
    pub(super) method: String,
    /// `/divisions`.
    pub(super) path: String,
    pub(super) places: Vec<Place>,
    /// Its entry in the facts that the tests of practice use. Null if there is none.
    pub(super) published: Value,
}

impl Facts {
    /// Reads the facts, and finds their places in the project.
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        let value = json(root, FILE)?;
        let pages = list(&value["pages"]).iter().map(|page| PageFacts {
            id: text(&page["id"]),
            title: text(&page["title"]),
            address: text(&page["address"]),
            read: text(&page["read"]),
            guides: texts(&page["guides"])
                .into_iter()
                .map(|guide| place(root, guide, "\"checked\": ".to_owned()))
                .collect(),
            facts: list(&page["facts"]).iter().map(|fact| Fact::of(root, fact)).collect(),
        });
        let pages = pages.collect();
        let openapi = &value["openapi"];
        let published_file = text(&openapi["published"]);
        let published = json(root, &published_file)?;
        let calls = list(&openapi["calls"]).iter().map(|call| {
            let name = text(&call["call"]);
            let (method, path) = name.split_once(' ').unwrap_or_default();
            let mut places = places(root, &call["places"]);
            let mut facts = Value::Null;
            if let Some(entry) = call["published"].as_str() {
                facts = published.pointer(&format!("/{entry}")).cloned().unwrap_or_default();
                let name = entry.rsplit('/').next().unwrap_or_default().replace("~1", "/");
                places.push(place(root, published_file.clone(), format!("\"{name}\": {{")));
            }
            Call { method: method.to_owned(), path: path.to_owned(), places, published: facts }
        });
        let facts = |of: &str| list(&openapi[of]).iter().map(|fact| Fact::of(root, fact)).collect();
        Ok(Self {
            pages,
            openapi: OpenApiFacts {
                id: text(&openapi["id"]),
                version: text(&openapi["version"]),
                version_places: places(root, &openapi["versionPlace"]),
                servers: facts("servers"),
                texts: facts("texts"),
                calls: calls.collect(),
                watched: texts(&openapi["watched"]),
            },
        })
    }

    /// The page with this id.
    pub(super) fn page(&self, id: &str) -> Option<&PageFacts> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// All places in the project.
    pub(super) fn places(&self) -> impl Iterator<Item = &Place> {
        let OpenApiFacts { version_places, servers, texts, calls, .. } = &self.openapi;
        let facts = self.pages.iter().flat_map(|page| &page.facts).chain(servers).chain(texts);
        let guides = self.pages.iter().flat_map(|page| &page.guides);
        facts
            .flat_map(|fact| &fact.places)
            .chain(calls.iter().flat_map(|call| &call.places))
            .chain(guides)
            .chain(version_places)
    }
}

impl Fact {
    fn of(root: &Path, fact: &Value) -> Self {
        let one = fact["says"].as_str().map(|says| vec![says.to_owned()]);
        let says = one.unwrap_or_else(|| texts(&fact["says"]));
        Self {
            id: fact["id"].as_str().map_or_else(|| says.join(""), str::to_owned),
            says,
            is_link: fact["link"] == true,
            places: places(root, &fact["places"]),
        }
    }
}

/// The places of a fact: `docs/sources.md:41 and ui/locales/en.ftl:2282`.
pub(super) fn written(places: &[Place]) -> String {
    let names = places.iter().map(|place| match place.line {
        Some(line) => format!("{}:{line}", place.file),
        None => place.file.clone(),
    });
    names.collect::<Vec<_>>().join(" and ")
}

fn places(root: &Path, of: &Value) -> Vec<Place> {
    let places = of.as_object().into_iter().flatten();
    places.map(|(file, found)| place(root, file.clone(), text(found))).collect()
}

fn place(root: &Path, file: String, text: String) -> Place {
    let content = fs::read_to_string(root.join(&file)).unwrap_or_default();
    let line = content.lines().position(|line| line.contains(&text)).map(|line| line + 1);
    Place { file, text, line }
}

fn json(root: &Path, file: &str) -> Result<Value, Error> {
    let text = fs::read_to_string(root.join(file)).context(file)?;
    serde_json::from_str(&text).context(file)
}

/// The items of a list.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The texts of a list.
pub(super) fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
