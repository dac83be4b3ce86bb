// A dialog that reads the code on a paper, by the camera or from a picture. Only signed data of a Tradeseal code leaves it.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { visible } from "../../../words/visible.ts";
import { marks } from "../../frame/language.ts";
import type { ScannedCode } from "../scannedCode.ts";
import { firstCodeIn } from "../texts.ts";
import { said } from "../words.ts";
import { closeCamera, openCamera, type CameraTrouble } from "./camera.ts";
import { CodeDecoder, textsInFile } from "./decoding.ts";

interface ScanDialogProps {
  readonly onCode: (code: ScannedCode) => void;
  readonly onClose: () => void;
}

/** A code of ours has at most so many dots that this shows them all. */
const FRAME_SIDE = 1_280;
const FRAME_EVERY_MS = 120;
/** Enough to recognise what a strange code holds. */
const SHOWN_CHARACTERS = 200;

export function ScanDialog({ onCode, onClose }: ScanDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const { status, strange, isSeeing, readPicture } = useScanning(video, (code) => {
    // Closing gives the focus back to where it came from.
    dialog.current?.close();
    onCode(code);
  });
  // As a dialog of its own layer: focus stays within, and Escape closes it.
  useLayoutEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} class="scan" aria-labelledby="scan-title" onClose={onClose}>
      <h2 id="scan-title">{said.scan.title}</h2>
      <p class="soft">{said.scan.privacy}</p>
      <video ref={video} class={isSeeing ? "scan-view" : "scan-view scan-blind"} muted playsInline aria-hidden="true" />
      <div role="status">
        <p>{status}</p>
        {strange !== null && <Strange text={strange} />}
      </div>
      <div class="actions">
        <PictureChoice onPicture={(file) => void readPicture(file)} />
        <button type="button" class="button" onClick={() => dialog.current!.close()}>
          {said.scan.close}
        </button>
      </div>
    </dialog>
  );
}

interface Scanning {
  readonly status: string;
  /** What a code that is none of ours holds. */
  readonly strange: string | null;
  readonly isSeeing: boolean;
  readPicture(file: File): Promise<void>;
}

/** Looks through the camera while the dialog is there. */
function useScanning(video: { readonly current: HTMLVideoElement | null }, onCode: (code: ScannedCode) => void): Scanning {
  const [status, setStatus] = useState<string>(said.scan.starting);
  const [strange, setStrange] = useState<string | null>(null);
  const [isSeeing, setSeeing] = useState(false);
  const take = async (texts: readonly string[]): Promise<boolean> => {
    const code = await firstCodeIn(texts);
    if (code !== null) onCode(code);
    else if (texts[0] !== undefined) setStrange(texts[0]);
    return code !== null;
  };
  useEffect(() => {
    const ending = new AbortController();
    const onStart = (): void => {
      setSeeing(true);
      setStatus(said.scan.looking);
    };
    void watch({ video: video.current!, take, signal: ending.signal, onTrouble: (trouble) => setStatus(said.scan[trouble]), onStart });
    return () => ending.abort();
  }, []);
  const readPicture = async (file: File): Promise<void> => {
    setStrange(null);
    setStatus(said.scan.reading);
    const texts = await textsInFile(file);
    if (texts !== null && (await take(texts))) return;
    setStatus(texts === null ? said.scan.unreadable : texts.length === 0 ? said.scan.noCode : "");
  };
  return { status, strange, isSeeing, readPicture };
}

function PictureChoice({ onPicture }: { onPicture: (file: File) => void }) {
  return (
    <label class="way">
      <input
        type="file"
        accept="image/*"
        class="unseen"
        aria-label={said.scan.picture}
        onChange={({ currentTarget: input }) => {
          const [file] = input.files ?? [];
          if (file !== undefined) onPicture(file);
          input.value = "";
        }}
      />
      <span class="button">{said.scan.picture}</span>
    </label>
  );
}

/** What some other code holds: as letters, not as a link. */
function Strange({ text }: { text: string }) {
  return (
    <p class="scan-strange">
      <strong>{said.scan.notOurs}</strong> {said.scan.holds + marks.colon}<bdi>{visible(text, SHOWN_CHARACTERS)}</bdi> {said.scan.harmless}
    </p>
  );
}

interface Watching {
  readonly video: HTMLVideoElement;
  readonly take: (texts: readonly string[]) => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onStart: () => void;
}

/** Looks through the camera until a code of ours was taken, or nobody looks any more. */
async function watch({ video, take, signal, onTrouble, onStart }: Watching): Promise<void> {
  const stream = await openCamera();
  if (typeof stream === "string") return signal.aborted ? undefined : onTrouble(stream);
  if (signal.aborted) return closeCamera(stream);
  const decoder = new CodeDecoder();
  signal.addEventListener("abort", () => {
    closeCamera(stream);
    decoder.end();
  });
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  onStart();
  while (!signal.aborted) {
    const texts = await decoder.textsIn(video, { side: FRAME_SIDE, of: "frame" });
    if (signal.aborted || (await take(texts))) return;
    await new Promise((resolve) => setTimeout(resolve, FRAME_EVERY_MS));
  }
}
