//! The files of a hand-over, in the form that each program reads. The sentences in them come from the caller.
//!
//! The key is written only into files that were asked for with it. Without it the same files have an empty value in its
//! place.

mod curl;
mod dotenv;
mod requests;

use std::fmt;

use serde_json::json;
use zeroize::Zeroizing;

use crate::model::{
    ApiEnvironment, FieldValue, FileProblem, HandOverFile, ReceiverField, ReceiverInfo, SenderFacts,
};
use crate::secret::ApiKey;

/// What the files of one hand-over are made from.
#[derive(Clone, Copy, Debug)]
pub struct FileRequest<'a> {
    /// The system that gets them.
    pub receiver: &'a ReceiverInfo,
    /// The environment of the key.
    pub environment: ApiEnvironment,
    /// The base address of the API.
    pub base_url: &'a str,
    /// What is known of the sender.
    pub facts: &'a SenderFacts,
    /// Sentences for the person who opens a file. They are written as comments where the form has comments.
    pub comments: &'a [String],
}

/// A file with its content, which is wiped when dropped.
pub struct RenderedFile {
    /// Its name, or its path in the folder that is made for it, with `/`.
    pub path: String,
    /// Whether the key is in it.
    pub has_key: bool,
    content: Zeroizing<String>,
}

impl RenderedFile {
    /// The content, with the key if it has one. Reviewers look at every call of this method.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.content
    }

    fn new(path: &str, content: Zeroizing<String>) -> Self {
        Self { path: path.to_owned(), has_key: false, content }
    }

    fn with_key(path: &str, content: Zeroizing<String>, key: Option<&ApiKey>) -> Self {
        Self { has_key: key.is_some(), ..Self::new(path, content) }
    }
}

impl fmt::Debug for RenderedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RenderedFile({})", self.path)
    }
}

impl FileRequest<'_> {
    /// Makes a file, with the key if one is given. A collection or a set of requests consists of several.
    ///
    /// The PDF is made by `PdfDocument`, so it is refused here as nothing for the receiver.
    pub fn render(
        &self,
        file: HandOverFile,
        key: Option<&ApiKey>,
    ) -> Result<Vec<RenderedFile>, FileProblem> {
        let is_sheet = file == HandOverFile::SheetText;
        if !is_sheet && !self.receiver.files.contains(&file)
            || !self.receiver.environments.contains(&self.environment)
        {
            return Err(FileProblem::NotForReceiver);
        }
        if key.is_some() && !file.can_have_value() {
            return Err(FileProblem::NeverHasValue);
        }
        self.check_texts()?;
        match file {
            HandOverFile::EnvExample => Ok(vec![dotenv::render(self, ".env.example", None)?]),
            HandOverFile::Env => Ok(vec![dotenv::render(self, ".env", key)?]),
            HandOverFile::PostmanEnvironment => Ok(vec![self.postman_environment(key)]),
            HandOverFile::Bruno => requests::bruno(self, key),
            HandOverFile::HttpFile => Ok(requests::http_file(self, key)),
            HandOverFile::CurlConfig => Ok(vec![curl::render(self, key)]),
            HandOverFile::SheetText => {
                Ok(vec![RenderedFile::new("nova-post.txt", self.comments_with(""))])
            }
            HandOverFile::SheetPdf => Err(FileProblem::NotForReceiver),
        }
    }

    /// No form of file may have a control character in a value: a line break would begin another line.
    fn check_texts(&self) -> Result<(), FileProblem> {
        let broken = self.receiver.fields.iter().map(|field| &field.value).find(|value| {
            let text = self.facts.get(value).unwrap_or(self.base_url);
            text.chars().any(char::is_control)
        });
        let address = self.base_url.chars().any(char::is_control);
        match broken.cloned().or_else(|| address.then_some(FieldValue::BaseUrl)) {
            Some(value) => Err(FileProblem::UnsupportedText { value }),
            None => Ok(()),
        }
    }

    /// An environment in the form in which Postman exports one. It never defines `jwt`: the public collection keeps its
    /// token in a variable of that name, and an environment's variable would hide it.
    fn postman_environment(&self, key: Option<&ApiKey>) -> RenderedFile {
        let values: Vec<_> = self
            .named_fields()
            .map(|(name, field)| {
                let is_secret = field.value == FieldValue::ApiKey;
                json!({
                    "key": name,
                    "value": *self.text_of(&field.value, key),
                    "type": if is_secret { "secret" } else { "default" },
                    "enabled": true,
                })
            })
            .collect();
        let environment = json!({
            "name": format!("Nova Post {}", self.environment_name()),
            "values": values,
            "_postman_variable_scope": "environment",
        });
        let name = format!("nova-post-{}.postman_environment.json", self.environment_name());
        RenderedFile::with_key(&name, pretty(&environment), key)
    }

    /// The fields whose names are known, in the order of the receiver.
    fn named_fields(&self) -> impl Iterator<Item = (&str, &ReceiverField)> {
        let fields = self.receiver.fields.iter();
        fields.filter_map(|field| field.name.as_deref().map(|name| (name, field)))
    }

    /// The text of a field. Empty for the key if it is not given.
    fn text_of(&self, value: &FieldValue, key: Option<&ApiKey>) -> Zeroizing<String> {
        let text = match value {
            FieldValue::ApiKey => key.map_or("", ApiKey::expose),
            FieldValue::BaseUrl => self.base_url,
            FieldValue::Environment { sandbox, .. }
                if self.environment == ApiEnvironment::Sandbox =>
            {
                sandbox
            }
            FieldValue::Environment { production, .. } => production,
            fact => self.facts.get(fact).unwrap_or_default(),
        };
        Zeroizing::new(text.to_owned())
    }

    /// The comments, each line after the given sign.
    fn comments_with(&self, sign: &str) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for line in self.comments.iter().flat_map(|comment| comment.lines()) {
            let clean: String = line.chars().filter(|letter| !letter.is_control()).collect();
            text.push_str(format!("{sign}{clean}").trim_end());
            text.push('\n');
        }
        text
    }

    fn environment_name(&self) -> &'static str {
        match self.environment {
            ApiEnvironment::Sandbox => "sandbox",
            ApiEnvironment::Production => "production",
            ApiEnvironment::Ukraine => "ukraine",
        }
    }

    /// The base address without the `/` at its end.
    fn address(&self) -> &str {
        self.base_url.trim_end_matches('/')
    }
}

/// JSON with line breaks, and one at the end.
fn pretty(value: &serde_json::Value) -> Zeroizing<String> {
    Zeroizing::new(format!("{value:#}\n"))
}
