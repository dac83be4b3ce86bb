// What stands around every page.

/** Names of the pages, and what helps to move between them. */
export interface FrameWords {
  /** A link for whoever moves by keyboard: past the head, to the page itself. */
  readonly skip: string;
  readonly navigation: string;
  readonly language: string;
  /** Short: they stand side by side on a phone. */
  readonly pages: Readonly<Record<"check" | "operators" | "issuer" | "trust", string>>;
}
