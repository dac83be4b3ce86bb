// Codes as a person meets them: in a picture file, and before the camera. Drawn from our own squares.

import { crc32, deflateSync } from "node:zlib";
import encodeQR from "qr";
import type { DocumentType } from "../../src/core/documentType.ts";
import { generateKeyPairSync, sign } from "node:crypto";
import type { Json } from "../../src/core/json.ts";
import { publicKeyFromJwk } from "../../src/core/publicKey.ts";
import { chamber } from "./reports.ts";
import { codeSigningInput, parsePaperCode, writePaperCode, type PaperCode } from "../../src/core/paperCode.ts";

/** A code that its issuer signed, where the service tells the issuer's keys, and what it tells. */
interface SignedCode {
  readonly link: string;
  readonly code: string;
  readonly parsed: PaperCode;
  readonly keysPath: string;
  readonly keys: { readonly json: object };
}

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const publicKeyJwk = publicKey.export({ format: "jwk" });
const { thumbprint } = publicKeyFromJwk(publicKeyJwk as Json)!;

/** A code by the chamber of the reports. */
export function codeFor(number = "XX-2026-208897", parties: readonly string[] = ["Example Trading Ltd", "Købmand & Sønner A/S"]): SignedCode {
  const signingInput = codeSigningInput({ issuer: chamber.address, chainId: 31337, documentType: "861" as DocumentType, number, date: "2026-06-03", parties, key: thumbprint });
  const code = writePaperCode(signingInput, new Uint8Array(sign("sha256", Buffer.from(signingInput), { key: privateKey, dsaEncoding: "ieee-p1363" })));
  const keys = { json: { did: chamber.did, blockNumber: 120, keys: [{ thumbprint, publicKeyJwk }] } };
  return { code, link: `https://verify.customs.example/c#${code}`, parsed: parsePaperCode(code), keysPath: `/v1/issuers/${chamber.did}/keys`, keys };
}

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** The QR code of `text` in the middle of a sheet; an empty sheet for no text. */
function sheetWith(text: string, { width, height, scale }: { width: number; height: number; scale: number }): Grey {
  const squares = text === "" ? [] : encodeQR(text, "raw", { ecc: "medium", border: 1 });
  const dots = new Uint8Array(width * height).fill(235);
  const [left, top] = [(width - squares.length * scale) >> 1, (height - squares.length * scale) >> 1];
  if (left < 0 || top < 0) throw new Error("The code does not fit the sheet.");
  squares.forEach((row, y) => row.forEach((isDark, x) => {
    if (!isDark) return;
    for (let line = 0; line < scale; line += 1) dots.fill(25, (top + y * scale + line) * width + left + x * scale, (top + y * scale + line) * width + left + (x + 1) * scale);
  }));
  return { width, height, dots };
}

/** A PNG of the code, as a phone's picture of a paper. */
export function pngOf(text: string, size: { width: number; height: number; scale: number } = { width: 900, height: 700, scale: 5 }): Buffer {
  const { width, height, dots } = sheetWith(text, size);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.of(0), dots.subarray(y * width, (y + 1) * width)])));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", header), chunk("IDAT", deflateSync(lines)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A video (YUV4MPEG2) for Chromium's fake camera: each text in turn, a second long. */
export function videoOf(texts: readonly string[]): Buffer {
  const [width, height, rate] = [640, 480, 5];
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frames = texts.flatMap((text) => Array.from({ length: rate }, () => Buffer.concat([Buffer.from("FRAME\n"), sheetWith(text, { width, height, scale: 4 }).dots, grey])));
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420jpeg\n`), ...frames]);
}

/** Chromium's flags for a camera that shows this video to whoever may use it. */
export const cameraFlags = (file: string): readonly string[] => ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${file}`];
