/** A form that is on its way is not sent again by an impatient second press. */

const COOKIE = /(?:^|;\s*)dateline_csrf=([^;]+)/;

/** Signing in again in another tab renews the token: forms that are open take the newest. */
export function renewToken(form: HTMLFormElement): void {
  const newest = COOKIE.exec(document.cookie)?.[1];
  const field = form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]");
  if (newest && field) field.value = newest;
}

export function sendOnce(): void {
  document.addEventListener("submit", (event) => renewToken(event.target as HTMLFormElement), true);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-once], #write")) {
    form.addEventListener(
      "submit",
      (event) => {
        if (form.dataset.sent) {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        form.dataset.sent = "yes";
      },
      { capture: true },
    );
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });
}
