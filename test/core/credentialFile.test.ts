/**
 * Goal: bytes that claim to be a signed credential are never taken for a document, whose digest alone would be asked about: that would leave out
 * period, status lists and shape.
 * Method: one credential in the forms in which it may come as a file, and files that only look like one.
 */
import { expect, test } from "vitest";
import { isCutOff, signedTextIn } from "../../src/core/credentials/file.ts";

const spelt = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = spelt({ alg: "ES256", kid: "did:web:customs.example#k", typ: "vc+jwt" });
const signed = `${header}.${spelt({ type: ["VerifiableCredential"] })}`;
const whole = `${signed}.AAAA`;
const sdJwt = `${spelt({ alg: "ES256", kid: "did:web:customs.example#k", typ: "dc+sd-jwt" })}.${spelt({ vct: "x" })}`;

test.each<[what: string, text: string, found: string | null]>([
  ["as it is",                           whole,                                    whole],
  ["with a line break",                  `${whole}\n`,                             whole],
  ["in JSON",                            JSON.stringify({ credential: whole }),    whole],
  ["its signature cut off",              signed,                                   signed],
  ["an SD-JWT's signature cut off",      sdJwt,                                    sdJwt],
  ["of another type, cut off",           `${spelt({ alg: "none" })}.${spelt({})}`, `${spelt({ alg: "none" })}.${spelt({})}`],
  ["cut off within JSON: other bytes",   JSON.stringify({ credential: signed }),   null],
  ["a name with a dot in it",            "certificate.pdf",                        null],
  ["a header that is no JSON",           `AAAA.${spelt({})}`,                      null],
  ["a header without an algorithm",      `${spelt({ typ: "vc+jwt" })}.AAAA`,       null],
  ["another JWT",                        `${spelt({ alg: "ES256", typ: "at+jwt" })}.${spelt({})}.AAAA`, null],
  ["a text",                             "Invoice 4711",                           null],
])("%s", (_what, text, found) => expect(signedTextIn(Buffer.from(text))).toEqual(found === null ? null : { is: "credential", text: found }));

test("only what lost its signature is cut off", () => expect([signed, sdJwt, whole, `${signed}.`, "a.b"].map(isCutOff)).toEqual([true, true, false, false, false]));
