// Clicks through the window several times and measures each change of page: from the click to the
// frame in which the new heading is drawn and has the focus.
// Arguments: test ids to click in turn, the number of rounds, and a callback for the times.
const [clicks, rounds, done] = arguments;
const TIMEOUT_MS = 10_000;

const find = (id) => document.querySelector(`[data-testid="${id}"]`);
const heading = () => document.querySelector("main h1");
const isWaiting = () => document.querySelector("main .skeleton") !== null;

/** Waits until a frame is drawn in which `isThere()` is true. */
async function drawn(what, isThere) {
  const begun = performance.now();
  do {
    if (performance.now() - begun > TIMEOUT_MS) throw new Error(`${what} did not appear`);
    await new Promise(requestAnimationFrame);
  } while (!isThere());
  // An animation frame's callback runs before the frame is drawn, the next task after it.
  const { port1, port2 } = new MessageChannel();
  await new Promise((arrived) => {
    port1.onmessage = arrived;
    port2.postMessage(null);
  });
}

/** The time of an invisible change that begins at the same moment of a frame as a click does. */
async function emptyFrame() {
  const begun = performance.now();
  document.body.dataset.frame = String(begun);
  await drawn("a frame", () => true);
  return performance.now() - begun;
}

async function change(id) {
  await drawn(id, () => find(id));
  const empty = await emptyFrame();
  const before = heading();
  const begun = performance.now();
  find(id).click();
  const isNew = () => heading() !== before && document.activeElement === heading();
  await drawn(`the page after ${id}`, isNew);
  const page = performance.now() - begun;
  if (isWaiting()) await drawn(`all of the page after ${id}`, () => !isWaiting());
  const complete = performance.now() - begun;
  return { id, page, complete, empty };
}

async function all() {
  const changes = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const id of clicks) changes.push(await change(id));
  }
  return changes;
}

all().then(done, (error) => done(String(error)));
