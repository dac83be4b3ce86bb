// A worker that looks for QR codes in one picture after the other, so that the page stays quick meanwhile.

import { decodeQRBatch } from "qr/decode.js";
import type { Pixels, TextsFound } from "./decoding.ts";

/** For hard pictures; a frame of the camera soon has a successor. */
const LIMIT_MS = { frame: 60, picture: 4_000 } as const;

self.onmessage = async ({ data }: MessageEvent<Pixels>) => {
  const { width, height, pixels, of } = data;
  let texts: readonly string[] = [];
  try {
    const [found = []] = await decodeQRBatch([{ width, height, data: new Uint8ClampedArray(pixels) }], { timeLimit: LIMIT_MS[of], maxSize: { width, height } });
    texts = found.filter((each) => typeof each === "string");
  } catch (error) {
    // Too small, too large or nothing that looks like a code: the same to whoever holds the picture.
    if (!(error instanceof Error)) throw error;
  }
  self.postMessage({ texts } satisfies TextsFound);
};
