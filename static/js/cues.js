// What a runner hears and feels: a voice, a beep, a buzz, each as chosen; and a screen kept awake.

import { keep, kept } from "./phone.js";
import { locale } from "./words.js";

export const CAN = {
  voice: "speechSynthesis" in window,
  beep: "AudioContext" in window,
  buzz: "vibrate" in navigator,
  awake: "wakeLock" in navigator,
};

let audio;
let beeps = [];
let plannedFor;
let lock;

export const wanted = () => ({ voice: true, beep: true, buzz: true, ...kept("cues") });

export const want = (name, on) => keep("cues", { ...wanted(), [name]: on });

export function tell(words) {
  const { voice, buzz } = wanted();
  const spoken = CAN.voice && voice && new SpeechSynthesisUtterance(words);
  if (spoken) speechSynthesis.speak(Object.assign(spoken, { lang: locale }));
  if (CAN.buzz && buzz) navigator.vibrate([300, 150, 300]);
}

// Plans a beep in so many seconds, for each of them: a page in a pocket wakes up too late to beep.
// The same `occasion` again changes nothing; a new one replaces what was planned.
export function planBeeps(occasion, seconds) {
  if (!audio || occasion === plannedFor) return;
  dropBeeps();
  plannedFor = occasion;
  if (!wanted().beep) return;
  beeps = seconds.map((ahead) => {
    const beep = new OscillatorNode(audio, { frequency: 880 });
    beep.connect(audio.destination);
    beep.start(audio.currentTime + ahead);
    beep.stop(audio.currentTime + ahead + 0.4);
    return beep;
  });
}

function dropBeeps() {
  for (const beep of beeps) beep.disconnect();
  beeps = [];
  plannedFor = undefined;
}

// Browsers allow sound only after a tap: call this from one.
export function wake() {
  if (CAN.beep) audio ??= new AudioContext();
  audio?.resume();
  stayAwake();
}

// The browser lets the lock go when the page is hidden; ask again when it is back.
export async function stayAwake() {
  if (!CAN.awake || document.hidden || (lock && !lock.released)) return;
  lock = await navigator.wakeLock.request("screen").catch(() => undefined);
}

export function sleep() {
  dropBeeps();
  if (CAN.voice) speechSynthesis.cancel();
  lock?.release();
  lock = undefined;
}
