// Opens a sealed key (standard input) with the age identity in the first argument, or with the passphrase after `--passphrase`.
// Prints what is inside. The package is the implementation of age in TypeScript.

import { readFileSync } from "node:fs";
import { Decrypter, armor } from "age-encryption";

const [first, second] = process.argv.slice(2);
const decrypter = new Decrypter();
if (first === "--passphrase") decrypter.addPassphrase(second);
else decrypter.addIdentity(first);

const text = readFileSync(0, "utf8");
const begin = text.indexOf("-----BEGIN AGE ENCRYPTED FILE-----");
process.stdout.write(await decrypter.decrypt(armor.decode(text.slice(begin)), "text"));
