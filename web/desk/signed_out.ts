/** What a page offers whose session has ended: to sign in elsewhere, and stay as it is. */

const SIGN_IN = "/desk/accounts/login/";

/** The session has ended: what is typed stays here until someone signs in again. */
export class SignedOut extends Error {}

export function linkToSignIn(): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = SIGN_IN;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Sign in again in a new tab";
  return link;
}
