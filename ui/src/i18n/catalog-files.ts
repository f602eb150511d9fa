/** Reads the catalogs of a folder and the code that uses them, for tests. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Message, parse, type Resource } from "@fluent/syntax";
import type { Language } from "./languages";

/** One language. */
export interface Catalog {
  text: string;
  resource: Resource;
  /** In the order of the file. */
  ids: Set<string>;
  messages: Map<string, Message>;
}

/** The catalogs of the app, of the emails, and of practice’s pages, relative to this project. */
export const APP = "locales";
export const EMAILS = "locales/emails";
export const PRACTICE = "../src-tauri/crates/practice/portal/locales";

/** The languages of a folder: its files are all there is to list. */
export function languagesOf(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ftl"));
  return files.map((file) => file.replace(/\.ftl$/, ""));
}

/** The source text of a language. */
export function textOfCatalog(folder: string, language: string): string {
  return readFileSync(join(folder, `${language}.ftl`), "utf8");
}

/** Every language of the app with the source text of its catalog. */
export function textsOfApp(): (readonly [Language, string])[] {
  return languagesOf(APP).map((language) => [language as Language, textOfCatalog(APP, language)]);
}

/** All catalogs of a folder by their language. */
export function catalogsOf(folder: string): Map<string, Catalog> {
  return new Map(languagesOf(folder).map((language) => [language, catalogOf(folder, language)]));
}

/** The messages of a file, in its order. */
export function messagesOf(resource: Resource): Message[] {
  return resource.body.filter((entry) => entry.type === "Message");
}

/** The text of all files in a folder whose path fits. */
export function sources(folder: string, name: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => name.test(path) && !path.startsWith("bindings"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}

/** The catalog of one language. */
export function catalogOf(folder: string, language: string): Catalog {
  const text = textOfCatalog(folder, language);
  const resource = parse(text, {});
  const messages = new Map(messagesOf(resource).map((message) => [message.id.name, message]));
  return { text, resource, messages, ids: new Set(messages.keys()) };
}
