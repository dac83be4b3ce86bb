// What every page has around its own: head, foot, and a title in the browser's tab.

import { render, type ComponentChildren, type VNode } from "preact";
import { Foot } from "./Foot.tsx";
import { Header } from "./Header.tsx";
import { words } from "./language.ts";

/** Head, main part and foot. `look` is a further class of the main part. */
export function Frame({ look = "", children }: { look?: string; children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#main">
        {words.frame.skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1} class={`page ${look}`}>{children}</main>
      <Foot />
    </>
  );
}

/** Shows `page` as the whole document, called `title`. */
export function show(page: VNode, title: string): void {
  document.title = `${title} · Tradeseal`;
  render(page, document.getElementById("page")!);
}
