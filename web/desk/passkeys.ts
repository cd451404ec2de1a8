/** Passkeys: what the browser signs goes into the form that allauth reads. */

interface Options {
  publicKey: Record<string, any>;
}

export function offerPasskeys(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void run(form);
    });
  }
}

async function run(form: HTMLFormElement): Promise<void> {
  const said = form.querySelector<HTMLElement>("[data-said]");
  try {
    if (!window.PublicKeyCredential) throw new Error("This browser knows no passkeys.");
    const credential = form.dataset.passkey === "add" ? await create(form) : await get(form);
    form.querySelector<HTMLInputElement>("[name=credential]")!.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    if (said) said.textContent = words(error as Error);
  }
}

function words(error: Error): string {
  if (error.name === "NotAllowedError") return "Nothing was signed. Try again when you are ready.";
  if (error.name === "InvalidStateError") return "This device holds a passkey for you already.";
  return error.message;
}

function onPage(): Options & { creation_options: Options; request_options: Options } {
  return JSON.parse(document.querySelector("#js_data")?.textContent ?? "{}");
}

async function create(form: HTMLFormElement): Promise<unknown> {
  const { publicKey } = onPage().creation_options;
  const alone = form.querySelector<HTMLInputElement>("[name=passwordless]")?.checked ?? false;
  const wanted = { ...publicKey.authenticatorSelection };
  wanted.residentKey = alone ? "required" : "discouraged";
  wanted.requireResidentKey = alone;
  if (alone) wanted.userVerification = "required";
  const made = (await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      authenticatorSelection: wanted,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: (publicKey.excludeCredentials ?? []).map(withBytes),
    } as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...common(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
}

async function get(form: HTMLFormElement): Promise<unknown> {
  const { publicKey } = form.dataset.passkey === "login" ? await asked(form) : onPage().request_options;
  const made = (await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: (publicKey.allowCredentials ?? []).map(withBytes),
    } as unknown as PublicKeyCredentialRequestOptions,
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAssertionResponse;
  return {
    ...common(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  };
}

async function asked(form: HTMLFormElement): Promise<Options> {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("The server cannot be reached. Try again.");
  return (await answer.json()).request_options;
}

function common(made: PublicKeyCredential): object {
  return {
    type: made.type,
    id: made.id,
    rawId: text(made.rawId),
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

function withBytes(one: { id: string }): object {
  return { ...one, id: bytes(one.id) };
}

function bytes(encoded: string): Uint8Array {
  const binary = atob(encoded.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
