// The bench: the built page, the scripted service and a browser, and a watch over what must never happen.

import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildPage } from "../../scripts/buildPage.ts";
import { startBrowser, temporaryFolder, violationsOn } from "./browser.ts";
import { FakeService } from "./fakeService.ts";

/** How a person looks at the page. */
export interface View {
  readonly width: number;
  readonly path?: string;
  readonly colorScheme?: "light" | "dark";
  /** Whether the browser may keep the pages for when there is no network. */
  readonly isKept?: boolean;
}

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

/** Set up once for all tests of a file; each opens the page anew, as somebody who has never been here. */
export class Bench {
  readonly origin: string;
  /** Of the first page. */
  readonly scriptBytes: number;
  /** Of each page, by its file's name. */
  readonly weights: ReadonlyMap<string, number>;
  readonly service: FakeService;
  readonly #folder: Folder;
  readonly #browser: Browser;
  #context: BrowserContext | null = null;
  #offences: string[] = [];

  private constructor(parts: { folder: Folder; weights: ReadonlyMap<string, number>; service: FakeService; origin: string; browser: Browser }) {
    this.#folder = parts.folder;
    this.#browser = parts.browser;
    this.service = parts.service;
    this.origin = parts.origin;
    this.weights = parts.weights;
    this.scriptBytes = parts.weights.get("index.html")!;
  }

  /** `flags` are the browser's. */
  static async start(flags: readonly string[] = []): Promise<Bench> {
    const browser = await startBrowser(flags);
    const folder = await temporaryFolder();
    const weights = await buildPage(folder.path);
    const service = new FakeService(folder.path);
    return new Bench({ folder, weights, service, origin: await service.start(), browser });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.service.stop();
    await this.#folder.remove();
  }

  async open({ width, path = "/", colorScheme = "light", isKept = false }: View): Promise<Page> {
    await this.#context?.close();
    this.service.asked.length = 0;
    Object.assign(this.service, { delayMs: 0, mostAtOnce: 0 });
    this.service.calls.length = 0;
    const permissions = ["clipboard-read", "clipboard-write", "camera"];
    this.#context = await this.#browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce", permissions, serviceWorkers: isKept ? "allow" : "block" });
    const page = await this.#context.newPage();
    this.#watch(page);
    await page.goto(this.origin + path);
    await page.waitForSelector("main");
    return page;
  }

  /** What must stay empty: dialogs, errors, policy violations, requests to elsewhere. Closes the page. */
  async offences(): Promise<readonly string[]> {
    await this.#context?.close();
    this.#context = null;
    const offences = this.#offences;
    this.#offences = [];
    return offences;
  }

  #watch(page: Page): void {
    const note = (offence: string): void => void this.#offences.push(offence);
    page.on("dialog", (dialog) => note(`a dialog: ${dialog.message()}`));
    page.on("pageerror", (error) => note(`an error: ${error}`));
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) note(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(`${this.origin}/`) && !request.url().startsWith(`blob:${this.origin}/`)) note(`a request to ${request.url()}`);
    });
  }

  /** What axe finds wrong with the page as it is now. */
  violations(): Promise<readonly string[]> {
    return violationsOn(this.#context!.pages()[0]!);
  }
}
