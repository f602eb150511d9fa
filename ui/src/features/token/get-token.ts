import type { KeyId } from "../../bindings";
import { router } from "../../state/router.svelte";
import { tokenOf } from "./token-in-hand.svelte";

/** Goes to the token of a key, which is already asked for when the page appears. */
export function getToken(key: KeyId): void {
  void tokenOf(key).get();
  router.go({ page: "token", key });
}
