/** A form that is on its way is not sent again by an impatient second press. */

const COOKIE = /(?:^|;\s*)dateline_csrf=([^;]+)/;

/** The token that the server takes now, as its cookie has it. */
export function newestToken(): string {
  return COOKIE.exec(document.cookie)?.[1] ?? "";
}

/** Signing in again in another tab renews the token: forms that are open take the newest; return theirs. */
export function renewToken(form: HTMLFormElement): string {
  const field = form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]");
  if (!field) return "";
  field.value = newestToken() || field.value;
  return field.value;
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
