// Reads lines of PowerShell and prints those that PowerShell's grammar does not know. Runs nothing.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { Language, Parser } = createRequire(import.meta.url)("@vscode/tree-sitter-wasm");

const folder = new URL("node_modules/@vscode/tree-sitter-wasm/wasm/", import.meta.url);
await Parser.init({ locateFile: (file) => new URL(file, folder).pathname });
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(new URL("tree-sitter-powershell.wasm", folder))));

const lines = readFileSync(0, "utf8").split("\n").filter((line) => line.trim() !== "");
const broken = lines.filter((line) => parser.parse(line).rootNode.hasError);
for (const line of broken) console.error(line);
console.log(`${lines.length} lines, ${broken.length} with errors`);
process.exitCode = lines.length === 0 || broken.length > 0 ? 1 : 0;
