// A certificate for a host that never was, signed by itself (X.509 in DER, by hand: a test should need no other program).

import { generateKeyPairSync, sign } from "node:crypto";

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.of(tag, ...length), body]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text, "hex");
const ECDSA_WITH_SHA256 = sequence(tlv(0x06, hex("2a8648ce3d040302")));
const COMMON_NAME = tlv(0x06, hex("550403"));
const ALTERNATIVE_NAMES = tlv(0x06, hex("551d11"));
const BASIC_CONSTRAINTS = tlv(0x06, hex("551d13"));
const time = (date: Date): Buffer => tlv(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, "")));
const DAY_MS = 86_400_000;

/** A key and a certificate in PEM for these names, believed by whoever takes the certificate for an authority's. */
export function certificateFor(names: readonly string[], { isExpired = false }: { isExpired?: boolean } = {}): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(tlv(0x31, sequence(COMMON_NAME, tlv(0x0c, Buffer.from("A test")))));
  const end = new Date(Date.now() + (isExpired ? -1 : 1) * DAY_MS);
  const alternatives = names.map((host) => (/^[\d.]+$/.test(host) ? tlv(0x87, Buffer.from(host.split(".").map(Number))) : tlv(0x82, Buffer.from(host))));
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, tlv(0x01, hex("ff")), tlv(0x04, sequence(tlv(0x01, hex("ff"))))),
    sequence(ALTERNATIVE_NAMES, tlv(0x04, sequence(...alternatives))),
  );
  const body = sequence(
    tlv(0xa0, tlv(0x02, hex("02"))),
    tlv(0x02, hex("01")),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(new Date(end.getTime() - 2 * DAY_MS)), time(end)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tlv(0xa3, extensions),
  );
  const signature = sign("sha256", body, privateKey);
  const certificate = sequence(body, ECDSA_WITH_SHA256, tlv(0x03, hex("00"), signature));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").match(/.{1,64}/g)!.join("\n")}\n-----END CERTIFICATE-----\n` };
}
