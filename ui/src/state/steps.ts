import type { Step } from "../bindings";

const SAVE_STEPS: Step["step"][] = ["saving_in_keychain", "reading_back", "recording"];

/** The steps that each command reports when it succeeds, in their order. */
export const commandSteps = {
  request_test_key: ["noting_down", "asking_nova_post", ...SAVE_STEPS],
  save_key_again: SAVE_STEPS,
  import_key: SAVE_STEPS,
  check_unlisted_key: ["opening_keychain"],
  newest_shipment: ["opening_keychain", "asking_nova_post"],
  webhooks: ["opening_keychain", "asking_nova_post"],
  get_token: ["opening_keychain", "asking_nova_post"],
  check_key: ["opening_keychain", "asking_nova_post"],
  check_key_elsewhere: ["opening_keychain", "asking_nova_post"],
  save_hand_over_file: ["opening_keychain"],
  seal_key: ["opening_keychain"],
  seal_key_with_passphrase: ["opening_keychain"],
  check_receipt: ["opening_keychain"],
  search_for_keys: ["opening_keychain"],
} satisfies Record<string, Step["step"][]>;
