import type { StartInfo } from "../bindings";

/** The start data in a plain browser and in tests: no mode is chosen, all settings are defaults. */
export const DEFAULT_START: StartInfo = {
  mode: null,
  version: "",
  system: "",
  languages: [],
  region: null,
  settings: {
    language: null,
    theme: "system",
    textSize: 100,
    clipboardSeconds: 30,
    showSeconds: 30,
    notifications: true,
    lookForUpdates: true,
  },
  otherAddresses: [],
  policy: {
    place: "/etc/keydesk/policy.json",
    isThere: false,
    members: [],
    problems: [],
    modes: ["practice", "live"],
    languages: null,
    valuesAllowed: true,
    notificationTimes: null,
  },
};
