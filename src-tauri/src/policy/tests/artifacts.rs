//! The schema, the templates for Windows and the example for macOS have the members of the list.
