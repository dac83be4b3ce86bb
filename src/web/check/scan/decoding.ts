// Pictures into the texts of the codes on them: pixels here, reading in a worker.

/** A picture on its way to the worker. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly pixels: ArrayBuffer;
  readonly of: "frame" | "picture";
}

/** What the worker found. */
export interface TextsFound {
  readonly texts: readonly string[];
}

/** Reads codes, one picture at a time. End it when nobody looks any more. */
export class CodeDecoder {
  readonly #worker = new Worker(new URL("./codes.worker.ts", import.meta.url), { type: "module" });
  readonly #canvas = document.createElement("canvas");

  /** The texts of all codes in the picture, its longer side made at most `side` dots. None where the picture has no size yet. */
  async textsIn(picture: HTMLVideoElement | ImageBitmap, { side, of }: { side: number; of: Pixels["of"] }): Promise<readonly string[]> {
    const [wide, high] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
    if (wide === 0 || high === 0) return [];
    const scale = Math.min(1, side / Math.max(wide, high));
    const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
    Object.assign(this.#canvas, { width, height });
    const drawing = this.#canvas.getContext("2d", { willReadFrequently: true })!;
    // What is transparent is paper.
    drawing.fillStyle = "#fff";
    drawing.fillRect(0, 0, width, height);
    drawing.drawImage(picture, 0, 0, width, height);
    return this.#found({ width, height, pixels: drawing.getImageData(0, 0, width, height).data.buffer as ArrayBuffer, of });
  }

  end(): void {
    this.#worker.terminate();
  }

  #found(given: Pixels): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<TextsFound>) => resolve(data.texts);
      this.#worker.onerror = () => reject(new Error("The worker that reads codes ended."));
      this.#worker.postMessage(given, [given.pixels]);
    });
  }
}

/** Sides to try: small ones are quick and forgive noise, large ones show small codes. */
const SIDES = [1_000, 2_000, 3_600];

/** The texts of all codes in a picture file; `null` when it is no picture that this browser reads. */
export async function textsInFile(file: Blob): Promise<readonly string[] | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  const decoder = new CodeDecoder();
  try {
    for (const side of SIDES) {
      const texts = await decoder.textsIn(picture, { side, of: "picture" });
      if (texts.length > 0 || Math.max(picture.width, picture.height) <= side) return texts;
    }
    return [];
  } finally {
    decoder.end();
    picture.close();
  }
}
