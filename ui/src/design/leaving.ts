/**
 * What is said when a field is left comes after the press that left it: a line that appears while a
 * button is pressed moves the button away from under the pointer, and the press is lost.
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

/** For `onblur`: does it at once, or, while the pointer is down, when the press has been heard. */
export function leaving(say: () => unknown): () => void {
  return () => {
    if (!isPressed) {
      say();
      return;
    }
    const heard = new AbortController();
    for (const end of ENDS) {
      window.addEventListener(
        end,
        () => {
          heard.abort();
          setTimeout(say);
        },
        { capture: true, signal: heard.signal },
      );
    }
  };
}
