/**
 * What is said when a field is left comes after the press that left it: a line that appears while a
 * button is pressed moves the button away from under the pointer, and the press is lost.
 */

let isPressed = false;

window.addEventListener("pointerdown", () => press(true), true);
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, () => press(false), true);
}

function press(now: boolean): void {
  isPressed = now;
}

/** For `onblur`: does it at once, or, while the pointer is down, when the press has been heard. */
export function leaving(say: () => unknown): () => void {
  return () => {
    if (!isPressed) {
      say();
      return;
    }
    const heard = () => {
      for (const end of ["pointerup", "pointercancel"])
        window.removeEventListener(end, heard, true);
      setTimeout(say);
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, heard, true);
  };
}
