/** The fake's connection check: everything is good. For tests and pictures there is a bad one, too. */

import type { ConnectionLine, ConnectionReport, HostCertificate } from "../../bindings";
import type { Emit, FakeCommands } from "./keys";

type Commands = Pick<
  FakeCommands,
  "check_connection" | "cancel_connection_check" | "save_connection_report"
>;

const HOSTS = ["api-stage.novapost.pl", "api.novapost.com", "api.novaposhta.ua"];
const PUBLIC: Omit<HostCertificate, "host"> = {
  issuer: "Let's Encrypt",
  validUntil: "2027-02-11T09:00:00Z",
  trust: "public",
};

const THIS_COMPUTER: ConnectionLine[] = [
  { topic: "keychain", verdict: "good", found: { is: "keychain_works" } },
  { topic: "data_folder", verdict: "good", found: { is: "folder_writable" } },
  { topic: "disk", verdict: "good", found: { is: "disk_space", megabytes: 118_400 } },
  { topic: "web_engine", verdict: "good", found: { is: "web_engine_version", version: "2.50.6" } },
];

/** A check of Nova Post's servers that found everything good. */
export const ALL_GOOD: ConnectionReport = {
  lines: [
    { topic: "names", verdict: "good", found: { is: "names_found" } },
    { topic: "route", verdict: "good", found: { is: "route_open" } },
    { topic: "proxy", verdict: "good", found: { is: "proxy_none" } },
    {
      topic: "certificates",
      verdict: "good",
      found: { is: "certificates", hosts: HOSTS.map((host) => ({ host, ...PUBLIC })) },
    },
    { topic: "clock", verdict: "good", found: { is: "clock_right" } },
    { topic: "sandbox", verdict: "good", found: { is: "answers" } },
    { topic: "production", verdict: "good", found: { is: "answers" } },
    { topic: "ukraine", verdict: "good", found: { is: "answers" } },
    ...THIS_COMPUTER,
  ],
  isCancelled: false,
};

/** A check in a company's network that finds much to do. */
export const SOME_BAD: ConnectionReport = {
  lines: [
    { topic: "names", verdict: "look", found: { is: "names_missing", hosts: HOSTS.slice(2) } },
    {
      topic: "route",
      verdict: "look",
      found: { is: "route_closed", hosts: HOSTS.slice(2), failure: { code: "unreachable" } },
    },
    {
      topic: "proxy",
      verdict: "bad",
      found: {
        is: "proxy_refuses",
        proxy: "http://proxy.example:3128",
        source: "windows",
        failure: { code: "proxy_needed", reason: "sign_in_unsupported" },
      },
    },
    {
      topic: "certificates",
      verdict: "bad",
      found: {
        is: "certificates",
        hosts: [
          { host: "api-stage.novapost.pl", ...PUBLIC, issuer: "Example Security", trust: "added" },
          { host: "api.novapost.com", issuer: null, validUntil: null, trust: "unknown_issuer" },
        ],
      },
    },
    {
      topic: "clock",
      verdict: "bad",
      found: { is: "failed", failure: { code: "clock_wrong", minutesBehind: 95 } },
    },
    {
      topic: "sandbox",
      verdict: "bad",
      found: { is: "failed", failure: { code: "network_page", status: 200 } },
    },
    { topic: "production", verdict: "good", found: { is: "answers" } },
    { topic: "ukraine", verdict: "bad", found: { is: "no_result" } },
    {
      topic: "keychain",
      verdict: "look",
      found: { is: "failed", failure: { code: "keychain_locked" } },
    },
    { topic: "data_folder", verdict: "good", found: { is: "folder_writable" } },
    { topic: "disk", verdict: "look", found: { is: "disk_space", megabytes: 210 } },
    {
      topic: "web_engine",
      verdict: "good",
      found: { is: "web_engine_version", version: "143.0.3650.66" },
    },
  ],
  isCancelled: false,
};

/** The commands of the check. */
export function makeConnection(emit: Emit): Commands {
  return {
    check_connection: () => {
      for (const line of ALL_GOOD.lines) emit("connection_check_progress", line);
      return ALL_GOOD;
    },
    cancel_connection_check: () => undefined,
    save_connection_report: ({ name }) => ({
      file: `${name}.txt`,
      folder: "/home/olena/Downloads",
      leftOut: 0,
    }),
  };
}
