/** How the page hears of changes: by the stream where there is one, else by asking. */
import { about } from "./net";
import { type Poll, saving } from "./poll";
import { type Listener, listen, streams } from "./stream";

const SOON = 60_000;
const LATE = 600_000;

export interface Connection {
  start(): void;
  stop(): void;
}

type News = Pick<Listener, "heard" | "opened" | "failed">;

/**
 * Return a connection that is not yet started.
 *
 * A page in the background asks instead of listening: a browser opens six connections to a
 * server over HTTP/1.1, and six forgotten tabs would leave none to load the next page.
 */
export function connection(poll: Poll, news: News): Connection {
  let close = (): void => undefined;
  let wait = SOON;
  let timer = 0;

  function stop(): void {
    close();
    clearTimeout(timer);
    poll.stop();
  }

  function stream(): void {
    close = listen({
      heard: news.heard,
      failed: news.failed,
      opened() {
        wait = SOON;
        poll.stop();
        news.opened();
      },
      ended() {
        poll.start();
        timer = window.setTimeout(stream, about(wait));
        wait = Math.min(LATE, wait * 2);
      },
    });
  }

  return {
    stop,
    start() {
      stop();
      if (streams && !document.hidden && !saving()) stream();
      else poll.start();
    },
  };
}
