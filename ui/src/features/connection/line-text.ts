/** The words for a line of the connection check: what was found, and what to do. */

import type {
  CertificateTrust,
  ConnectionFinding,
  ConnectionLine,
  Failure,
  HostCertificate,
} from "../../bindings";
import { date, fileSize, listed } from "../../i18n/format.svelte";
import { t } from "../../i18n/index.svelte";
import { session } from "../../state/session.svelte";
import { cardOf } from "../failure/cards";

/** The words for a line. */
export interface LineText {
  /** What was found: one or several sentences or facts. */
  found: string[];
  /** What to do; empty if nothing is to do. */
  advice: string[];
}

/** The failure that a line is about; `null` if it is about none. */
export function failureOf({ found }: ConnectionLine): Failure | null {
  return "failure" in found ? found.failure : null;
}

/** The words for a line. */
export function textOf({ found, verdict }: ConnectionLine): LineText {
  const text = wordsOf(found);
  if (found.is !== "disk_space") return text;
  return verdict === "good" ? text : { ...text, advice: [t(`connection-disk-${verdict}`)] };
}

function wordsOf(found: ConnectionFinding): LineText {
  switch (found.is) {
    case "failed":
      return ofFailure(found.failure);
    case "names_missing":
      return {
        found: [t("connection-names-missing", { hosts: listed(found.hosts) })],
        advice: [t("connection-names-missing-do")],
      };
    case "route_to_proxy":
      return { found: [t("connection-route-to-proxy", { proxy: found.proxy })], advice: [] };
    case "route_closed": {
      const { found: title, advice } = ofFailure(found.failure);
      const hosts = t("connection-route-closed", { hosts: listed(found.hosts) });
      return { found: [hosts, ...title], advice };
    }
    case "proxy_used":
      return { found: ofProxy(found), advice: [] };
    case "proxy_refuses": {
      const { found: title, advice } = ofFailure(found.failure);
      return { found: [...ofProxy(found), ...title], advice };
    }
    case "certificates":
      return ofCertificates(found.hosts);
    case "disk_space":
      return {
        found: [t("connection-disk-space", { size: fileSize(found.megabytes * 1_000_000) })],
        advice: [],
      };
    case "web_engine_version":
      return {
        found: [t("connection-web-engine-version", { version: found.version })],
        advice: [],
      };
    case "no_result":
    case "proxy_script":
    case "certificates_unseen":
    case "clock_unknown":
      return { found: [t(`connection-${found.is}`)], advice: [t(`connection-${found.is}-do`)] };
    default:
      return { found: [t(`connection-${found.is}`)], advice: [] };
  }
}

/** The words of the failure's card, so that each failure is described once. */
function ofFailure(failure: Failure): LineText {
  const { title, text, variables } = cardOf(failure, "check_connection");
  return {
    found: [t(title, variables)],
    advice: [t(text, { ...variables, system: session.system })],
  };
}

function ofProxy({ proxy, source }: { proxy: string; source: string }): string[] {
  return [t("connection-proxy-used", { proxy }), t(`connection-proxy-source-${source}`)];
}

function ofCertificates(hosts: readonly HostCertificate[]): LineText {
  const trusts = new Set(hosts.map(({ trust }) => trust).filter((trust) => trust !== "public"));
  return { found: hosts.map(ofCertificate), advice: [...trusts].map(adviceOf) };
}

function ofCertificate({ host, issuer, validUntil, trust }: HostCertificate): string {
  return t("connection-certificate", {
    host,
    issuer: issuer ?? t("key-not-known"),
    day: validUntil ? date(validUntil) : t("key-not-known"),
    trust: t(`connection-trust-${trust}`),
  });
}

function adviceOf(trust: CertificateTrust): string {
  return t(`connection-trust-${trust}-do`);
}
