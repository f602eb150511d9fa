/** The commands of the popup windows: what each takes and returns. */

import type { ClipboardCheck } from "../bindings";
import type { Sealed } from "./sealed";

interface PopupCommand<Args, Result> {
  args: Args;
  result: Result;
}

type NoArgs = Record<string, never>;

/** The popup that shows a key. */
export interface RevealCommands {
  /** The key that the popup was opened for, sealed for this public key. It can be asked for once. */
  reveal_secret: PopupCommand<
    { publicKey: number[] },
    { secret: Sealed /** Only dots and the last four characters. */; isCovered: boolean }
  >;
  /** Closes the popup. */
  close_reveal: PopupCommand<NoArgs, void>;
  /** Restarts the time after which Rust closes the popup. */
  stay_open: PopupCommand<NoArgs, void>;
}

/** The popup that a key is typed into. */
export interface EnterCommands {
  /** A public key for sealing what was typed. It can be used once. */
  entry_public_key: PopupCommand<NoArgs, number[]>;
  /** Checks the typed text. A key becomes pending, and the popup closes. */
  submit_entered_key: PopupCommand<{ sealed: Sealed }, ClipboardCheck>;
  /** Checks the text on the clipboard in the same way. */
  submit_pasted_key: PopupCommand<NoArgs, ClipboardCheck>;
  /** Closes the popup. */
  close_enter: PopupCommand<NoArgs, void>;
  /** Restarts the time after which Rust closes the popup. */
  stay_open: PopupCommand<NoArgs, void>;
}
