//! The accessibility tree of the window, as a screen reader gets it from the bus of AT-SPI.

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
use crate::wait::TIMEOUT;

/// The root of the tree: the registry of all programs.
const REGISTRY: (&str, &str) = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root");

/// The relations that lead to the descriptions of a node.
const DESCRIBING: [u32; 2] = [RelationType::DescribedBy as u32, RelationType::ErrorMessage as u32];

/// The address of a node: its program on the bus, and its path there.
type Object = (String, OwnedObjectPath);

/// Reads the accessibility tree of a desktop.
#[derive(Debug)]
pub struct ScreenReader {
    connection: Connection,
}

/// A node of the accessibility tree.
#[derive(Clone, Debug)]
pub struct AccessibleNode {
    /// Button, heading, list …
    pub role: Role,
    /// Its accessible name.
    pub name: String,
    /// The text of the hints and errors that are linked to it.
    pub description: String,
    /// Focused, checked, expanded, invalid …
    pub states: StateSet,
}

impl ScreenReader {
    /// Connects to the bus of a desktop that was started with [`Desktop::with_screen_reader`].
    pub async fn on(desktop: &Desktop) -> Result<Self, Error> {
        let address = desktop.bus().accessibility_bus()?;
        let connection = Builder::address(address.as_str())?.build().await?;
        Ok(Self { connection })
    }

    /// All nodes of all windows, in reading order. Empty until the first window has a tree.
    async fn read(&self) -> Result<Vec<AccessibleNode>, Error> {
        let (program, path) = REGISTRY;
        let registry = (program.to_owned(), OwnedObjectPath::try_from(path).context("the tree")?);
        let mut waiting = vec![registry];
        let mut nodes = Vec::new();
        while let Some(object) = waiting.pop() {
            // A node that was removed since its parent was read is left out.
            let Ok((node, children)) = self.node(&object).await else { continue };
            waiting.extend(children.into_iter().rev());
            nodes.push(node);
        }
        Ok(nodes)
    }

    /// Waits until the tree has a node for which `matches` is true, and gives that node. `awaited` says what
    /// the test has waited for.
    pub async fn wait_for(
        &self,
        awaited: &str,
        matches: impl Fn(&AccessibleNode) -> bool,
    ) -> Result<AccessibleNode, Error> {
        let nodes = self.wait_for_tree(awaited, &matches).await?;
        nodes.into_iter().find(matches).ok_or_else(|| Error::new(awaited.to_owned()))
    }

    /// Waits until the tree has a node for which `matches` is true, and gives all nodes in reading order.
    pub async fn wait_for_tree(
        &self,
        awaited: &str,
        matches: impl Fn(&AccessibleNode) -> bool,
    ) -> Result<Vec<AccessibleNode>, Error> {
        let begun = Instant::now();
        loop {
            let nodes = self.read().await?;
            if nodes.iter().any(&matches) {
                return Ok(nodes);
            }
            if begun.elapsed() > TIMEOUT {
                let nodes: Vec<String> = nodes.iter().map(ToString::to_string).collect();
                let nodes = nodes.join("\n");
                return Err(Error::new(format!("waited for {awaited}; the tree has:\n{nodes}")));
            }
        }
    }

    /// Waits until the tree has nodes and none of them has this name.
    pub async fn wait_until_gone(&self, name: &str) -> Result<(), Error> {
        let begun = Instant::now();
        loop {
            let nodes = self.read().await?;
            if !nodes.is_empty() && nodes.iter().all(|node| node.name != name) {
                return Ok(());
            }
            if begun.elapsed() > TIMEOUT {
                return Err(Error::new(format!("waited for {name:?} to go")));
            }
        }
    }

    /// A node and the addresses of its children.
    async fn node(&self, (program, path): &Object) -> Result<(AccessibleNode, Vec<Object>), Error> {
        let proxy = AccessibleProxy::builder(&self.connection)
            .destination(program.as_str())?
            .path(path)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        let node = AccessibleNode {
            role: proxy.get_role().await?,
            name: proxy.name().await?,
            description: self.description(&proxy).await?,
            states: proxy.get_state().await?,
        };
        // One by one, as screen readers do: in the list of all children GTK leaves out the page, which is
        // in another process.
        let mut children = Vec::new();
        for index in 0..proxy.child_count().await? {
            children.push(proxy.inner().call("GetChildAtIndex", &index).await?);
        }
        Ok((node, children))
    }

    /// The description of a node, and the texts of the nodes that describe it.
    async fn description(&self, proxy: &AccessibleProxy<'_>) -> Result<String, Error> {
        let relations: Vec<(u32, Vec<Object>)> = proxy.inner().call("GetRelationSet", &()).await?;
        let mut texts = vec![proxy.description().await?];
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

impl AccessibleNode {
    /// Whether a person can use it: it can have the focus and is shown.
    #[must_use]
    pub fn is_control(&self) -> bool {
        self.states.contains(State::Focusable) && self.states.contains(State::Showing)
    }
}

impl fmt::Display for AccessibleNode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { role, name, description, states } = self;
        write!(f, "{} {name:?} {description:?} {states:?}", role.name())
    }
}
