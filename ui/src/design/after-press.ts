/**
 * Delays the reaction to `blur` until the pointer is released. If an error message appeared while the
 * person presses a button, the button would move away from the pointer, and the click would be lost.
 */

const ENDS = ["pointerup", "pointercancel"] as const;

let isPressed = false;

window.addEventListener(
  "pointerdown",
  () => {
    isPressed = true;
  },
  true,
);
for (const end of ENDS) {
  window.addEventListener(
    end,
    () => {
      isPressed = false;
    },
    true,
  );
}

/** A handler for `onblur`: runs `action` at once, or after the click while the pointer is down. */
export function afterPress(action: () => unknown): () => void {
  return () => {
    if (!isPressed) {
      action();
      return;
    }
    const released = new AbortController();
    for (const end of ENDS) {
      window.addEventListener(
        end,
        () => {
          released.abort();
          setTimeout(action);
        },
        { capture: true, signal: released.signal },
      );
    }
  };
}
