import { FluentBundle, FluentResource } from "@fluent/bundle";

/** The variables of a message: text, or a number that selects the plural form. */
export type Variables = Record<string, string | number>;

// As in FluentResource: a message begins with its name in the first column.
const START_OF_MESSAGE = /^(?=-?[a-zA-Z][\w-]* *=)/m;
const NAME = /^-?[\w-]+/;
const REFERENCE = /\{\s*(-?[a-zA-Z][\w-]*)/g;

/**
 * The messages of one catalog. Each is parsed when it is first used: a page uses few of them, and
 * parsing all would delay the first page.
 */
export class Messages {
  readonly #bundle: FluentBundle;
  readonly #unparsed = new Map<string, string>();

  /** `transform` changes the text between the variables of a message. */
  constructor(language: string, text: string, transform?: (text: string) => string) {
    // Isolation marks are for texts of mixed direction. All languages here are left to right, and
    // copied text should contain no invisible characters.
    this.#bundle = new FluentBundle(language, { useIsolating: false, transform });
    for (const message of text.split(START_OF_MESSAGE)) {
      const [name] = NAME.exec(message) ?? [];
      if (name) this.#unparsed.set(name, message);
    }
  }

  /** A message with its variables filled in; `null` if the catalog does not have it. */
  format(id: string, variables?: Variables): string | null {
    this.#parse(id);
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, variables, []) : null;
  }

  /** Parses a message and those that it refers to. */
  #parse(id: string): void {
    const message = this.#unparsed.get(id);
    if (message === undefined) return;
    this.#unparsed.delete(id);
    this.#bundle.addResource(new FluentResource(message));
    for (const [, name = ""] of message.matchAll(REFERENCE)) this.#parse(name);
  }
}
