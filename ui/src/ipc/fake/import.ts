/** The fake's added key. */

import type { KeyCard, NewKey } from "../../bindings";
import { required, someKeys } from "./data";
import { asShown, inUse } from "./standing";

/** The key with the last characters that the fake's clipboard has. `record`: the key of the list that it completes. */
export function imported(about: NewKey, record: KeyCard | undefined): KeyCard {
  const key: KeyCard = record ?? {
    ...required(someKeys()[1]),
    id: "k-brought",
    organizations: [],
    createdAt: null,
    validUntil: null,
    lastVerifiedAt: null,
    lastCheck: null,
    holder: "",
    places: [],
    addedAt: new Date().toISOString(),
  };
  const { expiry } = about;
  const told = {
    name: about.name,
    environment: about.environment,
    organizations: about.organizations ?? key.organizations,
    holder: about.holder ?? key.holder,
    validUntil: expiry.is === "on" ? expiry.end : expiry.is === "not_known" ? null : key.validUntil,
    lastFour: "77aa",
    kept: "keychain",
  } as const;
  const added = { ...key, ...told };
  return key.status === "replaced" ? asShown(added) : inUse(added);
}
