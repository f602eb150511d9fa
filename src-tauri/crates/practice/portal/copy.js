// Copies keys, and prevents that a form is sent twice. The pages work without this script.

/** How long a button shows the result, in milliseconds. */
const RESULT_SHOWN = 2500;

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
  // The browser can restore the page from memory, with `isSent` set.
  addEventListener("pageshow", () => {
    isSent = false;
  });
}

async function copy(button) {
  const key = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(key.textContent);
    showResult(button, button.dataset.copied);
  } catch {
    key.closest("details").open = true;
    getSelection().selectAllChildren(key);
    showResult(button, button.dataset.failed);
  }
}

function showResult(button, text) {
  const words = button.querySelector(".words");
  button.dataset.words ??= words.textContent;
  words.textContent = text;
  button.nextElementSibling.textContent = text;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => {
    words.textContent = button.dataset.words;
    button.nextElementSibling.textContent = "";
  }, RESULT_SHOWN);
}
