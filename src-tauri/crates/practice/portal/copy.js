// The pages work without this. It copies a key at the press of a button, and takes no form twice.

/** How long a button says what came of it, in milliseconds. */
const SAID_FOR = 2500;

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

for (const form of document.querySelectorAll("form[method=post]")) {
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  // The page may come back as it was left, from the browser's memory.
  addEventListener("pageshow", () => {
    isSent = false;
  });
}

async function copy(button) {
  const key = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(key.textContent);
    say(button, button.dataset.copied);
  } catch {
    key.closest("details").open = true;
    getSelection().selectAllChildren(key);
    say(button, button.dataset.failed);
  }
}

function say(button, text) {
  const words = button.querySelector(".words");
  button.dataset.words ??= words.textContent;
  words.textContent = text;
  button.nextElementSibling.textContent = text;
  clearTimeout(button.saying);
  button.saying = setTimeout(() => {
    words.textContent = button.dataset.words;
    button.nextElementSibling.textContent = "";
  }, SAID_FOR);
}
