// Reads `.env` of the folder in the first argument as the SDK for TypeScript is used: the key, and whether it is for the
// sandbox. Prints both as JSON, as read by the package dotenv and by Node.js itself.

import { config } from "dotenv";
import { join } from "node:path";

const file = join(process.argv[2], ".env");
const values = (env) => ({ key: env.API_KEY, isSandbox: env.USE_SANDBOX === "true" });

const byDotenv = {};
config({ path: file, processEnv: byDotenv, quiet: true });
process.loadEnvFile(file);
console.log(JSON.stringify([values(byDotenv), values(process.env)]));
