//! What a screen reader gets from the window: the accessibility tree, as it stands on the bus of
//! AT-SPI.

use std::fmt;
use std::time::Instant;

use atspi::proxy::accessible::AccessibleProxy;
use atspi::proxy::text::TextProxy;
use atspi::zbus::Connection;
use atspi::zbus::connection::Builder;
use atspi::zbus::proxy::CacheProperties;
use atspi::zbus::zvariant::OwnedObjectPath;
use atspi::{RelationType, Role, State, StateSet};

use crate::desktop::Desktop;
use crate::error::{Context, Error};
use crate::patience::PATIENCE;

/// Where the tree begins: the registry of all programs.
const REGISTRY: (&str, &str) = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root");

/// The relations that lead to what describes a thing.
const DESCRIBING: [u32; 2] = [RelationType::DescribedBy as u32, RelationType::ErrorMessage as u32];

/// An object of the tree: the program that has it, and its path there.
type Object = (String, OwnedObjectPath);

/// A reader of the accessibility tree on a desktop that was started for it.
#[derive(Debug)]
pub struct ScreenReader {
    connection: Connection,
}

/// One thing in the tree, as it is read out.
#[derive(Clone, Debug)]
pub struct Heard {
    /// What it is.
    pub role: Role,
    /// What it is called.
    pub name: String,
    /// What is said after its name: the hints and errors that are linked to it.
    pub description: String,
    /// Focused, checked, expanded, invalid …
    pub states: StateSet,
}

impl ScreenReader {
    /// Listens on the bus of a desktop that was started with
    /// [`Desktop::with_screen_reader`].
    pub async fn on(desktop: &Desktop) -> Result<Self, Error> {
        let address = desktop.bus().accessibility_bus()?;
        let connection = Builder::address(address.as_str())?.build().await?;
        Ok(Self { connection })
    }

    /// All that stands in the windows, from the top to the bottom. Empty until the first window has
    /// a tree.
    pub async fn read(&self) -> Result<Vec<Heard>, Error> {
        let (program, path) = REGISTRY;
        let registry = (program.to_owned(), OwnedObjectPath::try_from(path).context("the tree")?);
        let mut waiting = vec![registry];
        let mut heard = Vec::new();
        while let Some(object) = waiting.pop() {
            // What has gone since its parent was asked is not there to be read out.
            let Ok((thing, children)) = self.hear(&object).await else { continue };
            waiting.extend(children.into_iter().rev());
            heard.push(thing);
        }
        Ok(heard)
    }

    /// Reads again and again until something is heard that is looked for.
    pub async fn wait_for(
        &self,
        awaited: &str,
        looked_for: impl Fn(&Heard) -> bool,
    ) -> Result<Heard, Error> {
        let begun = Instant::now();
        loop {
            let heard = self.read().await?;
            if let Some(found) = heard.iter().find(|thing| looked_for(thing)) {
                return Ok(found.clone());
            }
            if begun.elapsed() > PATIENCE {
                let told: Vec<String> = heard.iter().map(ToString::to_string).collect();
                let told = told.join("\n");
                return Err(Error::new(format!("waited for {awaited}; heard:\n{told}")));
            }
        }
    }

    async fn hear(&self, (program, path): &Object) -> Result<(Heard, Vec<Object>), Error> {
        let thing = AccessibleProxy::builder(&self.connection)
            .destination(program.as_str())?
            .path(path)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        let heard = Heard {
            role: thing.get_role().await?,
            name: thing.name().await?,
            description: self.description(&thing).await?,
            states: thing.get_state().await?,
        };
        // One by one, as screen readers do: asked for all at once, the bridge of GTK leaves out
        // the page, which lives in a process of its own.
        let mut children = Vec::new();
        for index in 0..thing.child_count().await? {
            children.push(thing.inner().call("GetChildAtIndex", &index).await?);
        }
        Ok((heard, children))
    }

    /// Where other things on the page describe it, their text, as screen readers take it.
    async fn description(&self, thing: &AccessibleProxy<'_>) -> Result<String, Error> {
        let relations: Vec<(u32, Vec<Object>)> = thing.inner().call("GetRelationSet", &()).await?;
        let mut texts = vec![thing.description().await?];
        for (_, others) in relations.into_iter().filter(|(kind, _)| DESCRIBING.contains(kind)) {
            for other in others {
                texts.push(self.text(other).await?);
            }
        }
        texts.retain(|text| !text.is_empty());
        Ok(texts.join(" "))
    }

    async fn text(&self, (program, path): Object) -> Result<String, Error> {
        let whole = TextProxy::builder(&self.connection).destination(program)?.path(path)?;
        Ok(whole.cache_properties(CacheProperties::No).build().await?.get_text(0, -1).await?)
    }
}

impl Heard {
    /// Whether it takes part in what the person can do: it can have the focus, and is to be seen.
    #[must_use]
    pub fn is_control(&self) -> bool {
        self.states.contains(State::Focusable) && self.states.contains(State::Showing)
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { role, name, description, states } = self;
        write!(f, "{} {name:?} {description:?} {states:?}", role.name())
    }
}
