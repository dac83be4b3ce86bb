// /v1/verifications: is this the document that was issued, by somebody entitled, and does it still stand?

import type { Express, Request } from "express";
import type { z } from "zod";
import { isCutOff, type SignedText } from "../../core/credentials/file.ts";
import { JWS_LIMIT_BYTES } from "../../core/credentials/jws.ts";
import type { Subject } from "../../core/evidence.ts";
import { Fault } from "../../core/fault.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Report } from "../../core/report.ts";
import { momentFrom } from "../../core/moment.ts";
import { parseSeal, type Seal } from "../../core/seal.ts";
import { verify } from "../../flows/verifying/verify.ts";
import type { SignedQuestion } from "../../flows/verifying/judgeSigned.ts";
import { limitByAddress } from "../server/addresses.ts";
import { bodyKindOf, readJson } from "../server/body.ts";
import { identityGiven } from "../issuers/identityGiven.ts";
import { parseInput } from "../server/input.ts";
import { readUpload } from "../server/multipart.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";
import { signedVerifications, verificationForm, verificationRequest } from "../openapi/schemas.ts";

/** Adds the resource. A no is a successful answer: every verdict comes with status 200. */
export function addVerifications(app: Express, parts: Pick<ServiceParts, "verify" | "judging" | "rateLimit" | "uploadLimitBytes" | "metrics">): void {
  const within = capacity();
  addResource(app, {
    path: "/v1/verifications",
    audience: "anyone",
    post: [
      limitByAddress(parts.rateLimit),
      async (request, response) => {
        const asked = await askedIn(request, parts);
        const report = await within(() => ("digest" in asked ? verify(asked, parts.verify) : parts.judging.judge(asked)));
        parts.metrics.judged(report);
        response.json(report);
      },
    ],
  });
}

/** More verifications than this at once would only make all of them late. */
const CAPACITY = 1_000;

function capacity(): (judge: () => Promise<Report>) => Promise<Report> {
  let underWay = 0;
  return async (judge) => {
    if (underWay >= CAPACITY) throw new Fault("overloaded", `${CAPACITY} verifications are under way. Try again in a few seconds.`);
    underWay += 1;
    try {
      return await judge();
    } finally {
      underWay -= 1;
    }
  };
}

async function askedIn(request: Request, { uploadLimitBytes: fileLimitBytes, verify }: Pick<ServiceParts, "uploadLimitBytes" | "verify">): Promise<Subject | SignedQuestion> {
  if (bodyKindOf(request) === "json") {
    const body = await readJson(request, tooLargeIn);
    const signed = typeof body === "object" && body !== null ? signedNames.find((name) => Object.hasOwn(body, name)) : undefined;
    if (signed !== undefined) {
      const text = (body as JsonObject)[signed];
      if (signed !== "code" && typeof text === "string" && text.length > JWS_LIMIT_BYTES) throw tooLarge();
      return parseInput(signedVerifications[signed], body);
    }
    return subjectAsked(parseInput(verificationRequest, body), verify);
  }
  const { digest, signed, seal, fields } = await readUpload(request, { fileLimitBytes, partNames: ["seal", "documentType", "asAt"] });
  const { documentType, asAt } = parseInput(verificationForm, fields);
  // With a seal, a type or a moment it is the file's bytes that are asked about; but not of a credential that lost its signature.
  const isAboutBytes = seal !== null || documentType !== undefined || asAt !== undefined;
  if (signed !== null && (!isAboutBytes || (signed.is === "credential" && isCutOff(signed.text)))) return credentialIn(signed);
  return { digest, seal: seal === null ? null : parseSeal(seal), documentType: documentType ?? null, asAt: momentOf(asAt) };
}

/** The credential that the file is. A presentation says nothing to whom it was not made for. */
function credentialIn(signed: SignedText): SignedQuestion {
  if (signed.is === "too_large") throw tooLarge();
  if (signed.is === "presentation") throw new Fault("challenge_missing", 'The file is a presentation, which counts only with the challenge that it answers: send {"presentation", "challenge", "audience"}, with a challenge of POST /v1/challenges. On the page /operators#presentation people do the same.');
  return { credential: signed.text };
}

const tooLarge = (): Fault => new Fault("credential_too_large", `Credentials and presentations of at most ${JWS_LIMIT_BYTES} characters are read. A file of any size can be checked by its digest.`);

/** A body that is too large, and says where it begins that it is something signed. */
const tooLargeIn = (beginning: string): Fault | null => (/^\s*\{[^{}]{0,2000}?"(?:credential|presentation)"\s*:\s*"/.test(beginning) ? tooLarge() : null);

/** What a question by digest is about. */
export function subjectAsked({ digest, seal, documentType, issuer, asAt }: z.output<typeof verificationRequest>, { ledger: { id: { chainId } } }: ServiceParts["verify"]): Subject {
  return { digest, seal: sealFrom(seal), documentType: documentType ?? null, issuer: issuer === undefined ? null : identityGiven(issuer, { chainId, what: "issuer" }), asAt: momentOf(asAt) };
}

/** The members that carry something signed in place of a document. */
export const signedNames = ["credential", "code", "presentation"] as const;

const momentOf = (asAt: string | undefined): number | null => (asAt === undefined ? null : momentFrom(asAt));

/** The body was read strictly, so an object's members stand once each and can be written out again without loss. */
function sealFrom(given: string | object | undefined): Seal | null {
  if (given === undefined) return null;
  return parseSeal(typeof given === "string" ? given : JSON.stringify(given));
}
