/** A link to an update finds it, though it waits behind the button or has left page one. */
import { reveal } from "./arrivals";
import { articles, blog, numberOf, onIndex } from "./page";
import { homeOf } from "./unread";

export function followHash(): void {
  if (!onIndex) return;
  find();
  window.addEventListener("hashchange", find);
}

function find(): void {
  const wanted = Number(/^#u(\d+)$/.exec(location.hash)?.[1]);
  const target = document.getElementById(`u${wanted}`);
  const lowest = Math.min(...articles().map(numberOf));
  if (target?.hidden) {
    reveal();
    target.scrollIntoView();
  } else if (!target && wanted > 0 && wanted < lowest) {
    location.replace(new URL(homeOf(wanted, lowest), blog));
  }
}
