//! What the organization allows a service.

use crate::model::{Failure, Forbidden};
use crate::nova_post::proxy::Proxies;

/// What the organization allows. The default allows everything.
#[derive(Clone)]
pub struct Rules {
    /// The proxies that the service uses.
    pub proxies: Proxies,
    /// Whether a key may be handed over in readable form: in a file that is not sealed, or told or shown in person.
    pub values_allowed: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { proxies: Proxies::of_system(), values_allowed: true }
    }
}

impl Rules {
    /// Fails with `forbidden_by_policy` if a key must not be handed over in readable form.
    pub(super) const fn check_values(&self) -> Result<(), Failure> {
        if self.values_allowed {
            Ok(())
        } else {
            Err(Failure::ForbiddenByPolicy { forbidden: Forbidden::Values })
        }
    }
}
