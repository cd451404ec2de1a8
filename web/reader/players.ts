/** Videos, posts and maps of other houses: nothing of theirs loads before the reader asks for it. */

/** One listener for all: articles that arrive later have theirs too. */
export function watchPlayers(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.load-player[data-player]");
    const elsewhere = event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || elsewhere) return; // the link leads to the original
    event.preventDefault();
    const frame = player(link);
    link.replaceWith(frame);
    frame.focus();
  });
}

function player(link: HTMLAnchorElement): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const kind = link.dataset.kind ?? "";
  frame.title = link.text;
  frame.className = `player ${kind}`;
  frame.sandbox.value = "allow-scripts allow-same-origin allow-presentation allow-popups";
  frame.allow = "fullscreen; picture-in-picture";
  // A video's house plays nothing for a page that does not say where it stands (YouTube's error 153).
  frame.referrerPolicy = kind === "video" ? "strict-origin" : "no-referrer";
  frame.src = link.dataset.player!;
  return frame;
}
