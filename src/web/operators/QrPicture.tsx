// A QR code, drawn as one path. The encoder is fetched when a code is first needed.

import { useEffect, useState } from "preact/hooks";

/** Light cells around the code, as ISO/IEC 18004 asks for. */
const QUIET_CELLS = 4;

export function QrPicture({ text, label }: { text: string; label: string }) {
  const [cells, setCells] = useState<readonly (readonly boolean[])[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import("qr").then(({ encodeQR }) => isWanted && setCells(encodeQR(text, "raw", { ecc: "medium", border: QUIET_CELLS })));
    return () => void (isWanted = false);
  }, [text]);
  if (cells === null) return null;
  const path = cells.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg class="desk-code" viewBox={`0 0 ${cells.length} ${cells.length}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
