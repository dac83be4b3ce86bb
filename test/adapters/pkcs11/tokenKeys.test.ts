/**
 * Goal: a key that never leaves a token signs what the ledger takes: low s, the right recovery id, the right account.
 * Method: SoftHSM as the token, many signatures checked by ethers; then the token spoilt in one way per row.
 */
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { id, recoverAddress, SigningKey, computeAddress } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCryptoki } from "../../../src/adapters/pkcs11/cryptoki.ts";
import { signatureFor, tokenKeys } from "../../../src/adapters/pkcs11/tokenKeys.ts";
import type { TokenOptions } from "../../../src/adapters/pkcs11/token.ts";
import { parseAddress } from "../../../src/core/address.ts";
import { PIN, softToken } from "./softToken.ts";

const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const folder = mkdtempSync(join(tmpdir(), "tradeseal-token-keys-"));
let token: ReturnType<typeof softToken>;
beforeAll(() => {
  token = softToken();
});
afterAll(() => {
  token.remove();
  rmSync(folder, { recursive: true });
});

test("a key made in the token signs for its account, and only in the lower half", async () => {
  const keys = tokenKeys(folder, token.options);
  const { account, isNew } = await keys.create("chamber");
  expect(isNew).toBe(true);
  const signer = await keys.signerFor(account);
  const digests = Array.from({ length: 60 }, (_, place) => id(`digest ${place}`));
  const signatures = await Promise.all(digests.map((digest) => signer.sign(digest)));
  for (const [place, signature] of signatures.entries()) {
    expect(recoverAddress(digests[place]!, signature).toLowerCase()).toBe(account);
    expect(BigInt(signature.s)).toBeLessThanOrEqual(HALF_ORDER);
  }
  // Of sixty, all on one side would be a chance of one in 2^59: both recovery ids occur.
  expect(new Set(signatures.map(({ yParity }) => yParity)).size).toBe(2);
});

test("the same label again is the same key; another folder finds it by its label", async () => {
  const { account } = await tokenKeys(folder, token.options).create("chamber");
  const other = mkdtempSync(join(folder, "other-"));
  expect(await tokenKeys(other, token.options).create("chamber")).toEqual({ account, isNew: false });
  expect(tokenKeys(other, token.options).labelOf(account)).toBe("chamber");
  expect((await tokenKeys(folder, token.options).create("laboratory")).account).not.toBe(account);
});

test("what is kept of it on the disk is its label and its address, and nothing else", async () => {
  const { account } = await tokenKeys(folder, token.options).create("chamber");
  expect(JSON.parse(readFileSync(join(folder, `${account}.pkcs11.json`), "utf8"))).toEqual({ format: "tradeseal-pkcs11-key/1", address: account, label: "chamber" });
});

test("a signature of the upper half, and one of either parity, come out as the ledger takes them", () => {
  const key = new SigningKey(id("somebody"));
  const account = parseAddress(computeAddress(key));
  for (let place = 0; place < 20; place += 1) {
    const digest = id(`digest ${place}`);
    const { r, s } = key.sign(digest);
    const high = (ORDER - BigInt(s)).toString(16).padStart(64, "0");
    for (const given of [s.slice(2), high]) expect(signatureFor(account, digest, Buffer.from(r.slice(2) + given, "hex")).serialized).toBe(key.sign(digest).serialized);
  }
  const { r, s } = key.sign(id("another digest"));
  expect(() => signatureFor(account, id("this digest"), Buffer.from(r.slice(2) + s.slice(2), "hex"))).toThrow(/another key/);
});

const spoilt: readonly [what: string, change: (options: TokenOptions) => TokenOptions | null, says: RegExp][] = [
  ["no token named",           () => null,                                                              /No token is named/],
  ["a library that is none",   (options) => ({ ...options, module: join(folder, "nothing.so") }),       /library .* cannot be loaded/],
  ["another token",            (options) => ({ ...options, label: "elsewhere" }),                       /no token "elsewhere"/],
  ["a PIN file that is gone",  (options) => ({ ...options, pinFile: join(folder, "nothing") }),         /PIN cannot be read/],
];

for (const [what, change, says] of spoilt) {
  test(`${what}: said so, with the one code that every trouble with keys has`, async () => {
    const { account } = await tokenKeys(folder, token.options).create("chamber");
    const keys = tokenKeys(folder, change(token.options));
    const signing = keys.signerFor(account).then((signer) => signer.sign(id("digest")));
    await expect(signing).rejects.toMatchObject({ code: "signing_key_unusable", message: expect.stringMatching(says) });
  });
}

test("a key of another curve is refused", async () => {
  const pem = join(folder, "p256.pem");
  writeFileSync(pem, generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }));
  execFileSync("softhsm2-util", ["--import", pem, "--token", token.options.label, "--label", "p256", "--id", "a1", "--pin", PIN], { stdio: "pipe" });
  await expect(tokenKeys(folder, token.options).create("p256")).rejects.toMatchObject({ code: "signing_key_unusable", message: expect.stringContaining("not of the curve secp256k1") });
});

test("a label that the token does not know is refused", async () => {
  const lost = parseAddress(`0x${"1".repeat(40)}`);
  writeFileSync(join(folder, `${lost}.pkcs11.json`), JSON.stringify({ address: lost, label: "lost" }));
  const signer = await tokenKeys(folder, token.options).signerFor(lost);
  await expect(signer.sign(id("digest"))).rejects.toMatchObject({ code: "signing_key_unusable", message: expect.stringContaining('no private key "lost"') });
});

test("a wrong PIN is tried once, and never shown", async () => {
  const { account } = await tokenKeys(folder, token.options).create("chamber");
  const pinFile = join(folder, "wrong-pin");
  writeFileSync(pinFile, "40404040");
  // Whoever is logged in already stays so in this process: the wrong PIN is asked of a token that nobody opened.
  const program = `
    import { writeFileSync } from "node:fs";
    import { tokenKeys } from ${JSON.stringify(join(import.meta.dirname, "../../../src/adapters/pkcs11/tokenKeys.ts"))};
    const signer = await tokenKeys(${JSON.stringify(folder)}, ${JSON.stringify({ ...token.options, pinFile })}).signerFor(${JSON.stringify(account)});
    for (const times of [1, 2]) await signer.sign("0x" + "ab".repeat(32)).catch((error) => console.log(error.code, error.message, error.cause?.message));
    writeFileSync(${JSON.stringify(pinFile)}, ${JSON.stringify(PIN)});
    console.log(typeof (await signer.sign("0x" + "ab".repeat(32))).r);`;
  const said = execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", program], { encoding: "utf8", env: { ...process.env, ...token.settings } });
  expect(said).toMatch(/^signing_key_unusable The token "tradeseal-test" does not take the PIN: C_Login answered 0x000000a0 \(CKR_PIN_INCORRECT\)/);
  expect(said).toMatch(/\nsigning_key_unusable The token "tradeseal-test" refused this PIN before; it is not tried again .* undefined\nstring\n$/);
  expect(said).not.toContain("40404040");
  expect(said).not.toContain(PIN);
});

test("the token does not give the private key out, not even to whoever is logged in", async () => {
  await tokenKeys(folder, token.options).create("chamber");
  const cryptoki = await loadCryptoki(token.options.module);
  const slots = await cryptoki.slotsWithToken();
  const labels = await Promise.all(slots.map((slot) => cryptoki.tokenLabel(slot)));
  const session = await cryptoki.openSession(slots[labels.indexOf(token.options.label)]!);
  const [privateKey] = await cryptoki.find(session, [{ type: 0x000, value: Buffer.of(3, 0, 0, 0, 0, 0, 0, 0) }, { type: 0x003, value: Buffer.from("chamber") }]);
  const CKA_VALUE = 0x11;
  const CKR_ATTRIBUTE_SENSITIVE = 0x11;
  await expect(cryptoki.attribute(session, privateKey!, CKA_VALUE)).rejects.toMatchObject({ code: CKR_ATTRIBUTE_SENSITIVE });
});
