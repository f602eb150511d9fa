// Clicks the same way through the window again and again, and times each change of page: from the
// click to the frame in which the new heading, which has the focus then, is on the screen.
// Arguments: test ids to click in turn, how often, and what to call with the times.
const [way, rounds, done] = arguments;
const PATIENCE_MS = 10_000;

const find = (id) => document.querySelector(`[data-testid="${id}"]`);
const heading = () => document.querySelector("main h1");
const isWaiting = () => document.querySelector("main .skeleton") !== null;

/** Waits until a frame with this in it is drawn. */
async function drawn(what, isThere) {
  const begun = performance.now();
  do {
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`waited in vain for ${what}`);
    await new Promise(requestAnimationFrame);
  } while (!isThere());
  // These lines run before their frame is drawn, the next task after it.
  const { port1, port2 } = new MessageChannel();
  await new Promise((arrived) => {
    port1.onmessage = arrived;
    port2.postMessage(null);
  });
}

/** How long a change that nobody sees takes, begun at the same moment of a frame as a click. */
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
    for (const id of way) changes.push(await change(id));
  }
  return changes;
}

all().then(done, (error) => done(String(error)));
