/** Whether the server can be reached, said once when it changes, not with every beat. */

const AWAY = "offline: you can go on writing, it is sent later";
const BACK = "back online: what you wrote is sent";
const SHOWN = 6_000;

let standing = "here";
let timer = 0;

/** Whether the last beat found no server, or the browser itself knows of no network. */
export function isAway(): boolean {
  return standing === "away" || !navigator.onLine;
}

/** Take how the server answers: "here", "away", or the words of its refusal. */
export function sayLink(now: string): void {
  const line = document.querySelector<HTMLElement>("#link");
  if (!line || now === standing) return;
  window.clearTimeout(timer);
  const back = standing === "away" && now === "here";
  standing = now;
  line.textContent = now === "away" ? AWAY : back ? BACK : now === "here" ? "" : now;
  if (back) timer = window.setTimeout(() => (line.textContent = ""), SHOWN);
}
