// Secrets: text that never comes out by accident, however it is printed, logged or turned into JSON.

/** A secret text. Only {@link Secret.reveal} gives it away; everything else shows `[secret]`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The secret itself, for whoever must use it at this very place. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }
}
