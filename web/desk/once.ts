/** A form that is on its way is not sent again by an impatient second press. */

export function sendOnce(): void {
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
