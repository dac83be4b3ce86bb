// Runs Wycheproof's vectors through the functions that judge signatures. Node and the browser run this same file.

import { fromHex } from "../../src/core/hex.ts";
import { readCompact } from "../../src/core/credentials/compact.ts";
import { parseJson, type Json } from "../../src/core/json.ts";
import { publicKeyFromBytes, publicKeyFromJwk, type Algorithm, type PublicKey } from "../../src/core/publicKey.ts";
import { isSignatureBy } from "../../src/core/signature.ts";
import { fromBase64url } from "../../src/core/textEncodings.ts";

type Check = typeof isSignatureBy;

/** What went otherwise than the vectors say, and how many were tried. */
export interface Outcome {
  readonly tried: number;
  readonly accepted: number;
  readonly wrong: readonly string[];
}

interface Vectors {
  readonly testGroups: readonly {
    readonly publicKey?: { readonly uncompressed?: string; readonly pk?: string };
    readonly public?: Json;
    readonly tests: readonly { readonly tcId: number; readonly comment: string; readonly msg: string; readonly sig: string; readonly jws?: string; readonly result: "valid" | "invalid" }[];
  }[];
}

/** Vectors of one algorithm: a key, a message, a signature. */
export function runSignatures(text: string, algorithm: Algorithm, check: Check = isSignatureBy): Outcome {
  return counted(JSON.parse(text) as Vectors, ({ publicKey }, { msg, sig }) => {
    const key = publicKeyFromBytes(algorithm, fromHex((publicKey!.uncompressed ?? publicKey!.pk)!));
    return key !== null && check(key, fromHex(msg), fromHex(sig));
  });
}

/** Vectors of JWS, tried as far as three parts, an algorithm that we know and a key of the same go. */
export function runJws(text: string, check: Check = isSignatureBy): Outcome {
  return counted(JSON.parse(text) as Vectors, ({ public: jwk }, { jws }) => {
    // None of these is a credential, so the door lets none of them in.
    for (const typ of ["vc+jwt", "JWT"]) if (typeof readCompact(jws!, { typ, kid: "optional" }) !== "string") throw new Error(`the door let a JWS in that is no credential: ${jws}`);
    return isSignedBy(publicKeyFromJwk(jwk), jws!, check);
  });
}

function isSignedBy(key: PublicKey | null, jws: string, check: Check): boolean {
  const parts = jws.split(".");
  const [header, payload, signature] = parts.map(fromBase64url);
  if (key === null || parts.length !== 3 || header == null || payload == null || signature == null) return false;
  return algIn(header) === key.algorithm && check(key, new TextEncoder().encode(`${parts[0]}.${parts[1]}`), signature);
}

function algIn(header: Uint8Array): Json | undefined {
  try {
    return (parseJson(new TextDecoder().decode(header)) as { alg?: Json }).alg;
  } catch {
    return undefined;
  }
}

function counted(vectors: Vectors, isAccepted: (group: Vectors["testGroups"][number], test: Vectors["testGroups"][number]["tests"][number]) => boolean): Outcome {
  const wrong: string[] = [];
  let [tried, accepted] = [0, 0];
  for (const group of vectors.testGroups) {
    for (const test of group.tests) {
      const is = isAccepted(group, test);
      tried += 1;
      accepted += Number(is);
      if (is !== (test.result === "valid")) wrong.push(`${test.tcId} ${test.comment}: ${test.result}`);
    }
  }
  return { tried, accepted, wrong };
}
