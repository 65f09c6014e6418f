// Work on an archive goes on by itself while its page is open, and the page shows how far it is.
// Without this the button asks for the next piece.

const work = document.querySelector("[data-work]");
const form = work.querySelector("form");
const bar = work.querySelector("progress");
const trouble = work.querySelector("[data-trouble]");
const ask = { headers: { Accept: "application/json" } };
let isOver = false;

async function answerTo(options) {
  const answer = await fetch(work.dataset.work, { ...ask, ...options });
  const wait = Number(answer.headers.get("Retry-After"));
  if (wait) {
    await new Promise((done) => setTimeout(done, wait * 1000)); // others have their turn
    return answerTo(options);
  }
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

function show({ percent, done }) {
  if (percent === undefined) return;
  bar.value = percent;
  work.querySelector("[data-percent]").textContent = percent;
  const counted = work.querySelector("[data-done]");
  if (counted) counted.textContent = done;
}

// A piece may take long: what it has done meanwhile is asked for beside it.
async function watch() {
  if (isOver) return;
  await answerTo({}).then(show).catch(() => {});
  setTimeout(watch, 1500);
}

async function goOn() {
  form.hidden = true;
  trouble.hidden = true;
  try {
    for (;;) {
      const answer = await answerTo({ method: "POST", body: new FormData(form) });
      show(answer);
      if (answer.then) {
        isOver = true;
        location.replace(answer.then);
        return;
      }
    }
  } catch {
    isOver = true;
    form.hidden = false;
    trouble.hidden = false;
  }
}

goOn();
setTimeout(watch, 1500);
