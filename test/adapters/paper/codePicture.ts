/** A picture of a code as a scanner would see the paper: turned a little, out of focus, with specks. */

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

interface Scan {
  readonly dotsAnInch: number;
  readonly millimetres: number;
  readonly degrees: number;
  readonly sigma: number;
  readonly noise: number;
}

/** The squares as a picture in RGBA, on white paper. */
export function scanOf(squares: readonly (readonly boolean[])[], { dotsAnInch, millimetres, degrees, sigma, noise }: Scan): Picture {
  const side = (dotsAnInch * millimetres) / 25.4;
  const size = Math.ceil(side * 1.4);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const ink = new Float64Array(size * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      // Four samples a dot, as a sensor averages what falls on it.
      let dark = 0;
      for (const [dx, dy] of [[0.25, 0.25], [0.75, 0.25], [0.25, 0.75], [0.75, 0.75]] as const) {
        const [u, v] = [x + dx - size / 2, y + dy - size / 2];
        const column = Math.floor(((u * cos + v * sin + side / 2) / side) * squares.length);
        const row = Math.floor(((v * cos - u * sin + side / 2) / side) * squares.length);
        if (squares[row]?.[column] === true) dark += 1;
      }
      ink[y * size + x] = 255 - (dark / 4) * 225;
    }
  }
  const blurred = blur(blur(ink, { size, sigma, step: 1 }), { size, sigma, step: size });
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const data = new Uint8Array(size * size * 4);
  for (let at = 0; at < ink.length; at += 1) {
    const grey = Math.max(0, Math.min(255, blurred[at]! + (random() - 0.5) * 2 * noise));
    data.set([grey, grey, grey, 255], at * 4);
  }
  return { width: size, height: size, data };
}

function blur(ink: Float64Array, { size, sigma, step }: { size: number; sigma: number; step: number }): Float64Array {
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return ink.map((_, at) => {
    const place = step === 1 ? at % size : Math.floor(at / size);
    return weights.reduce((sum, weight, index) => sum + weight * (ink[at + Math.max(-place, Math.min(size - 1 - place, index - reach)) * step] ?? 255), 0) / total;
  });
}
