/** What both small windows ask of Rust, which closes one whose page hangs. */

import { invoke } from "@tauri-apps/api/core";

/** The time after which Rust closes this window begins anew. */
export function stayOpen(): Promise<void> {
  return invoke<void>("stay_open");
}
