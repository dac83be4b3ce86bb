// /v1/verifications: is this the document that was issued, by somebody entitled, and does it still stand?

import type { Express, Request } from "express";
import type { z } from "zod";
import { isCutOff } from "../core/credentials/file.ts";
import type { Subject } from "../core/evidence.ts";
import { Fault } from "../core/fault.ts";
import type { Report } from "../core/report.ts";
import { momentFrom } from "../core/moment.ts";
import { parseSeal, type Seal } from "../core/seal.ts";
import { verify } from "../flows/verify.ts";
import type { SignedQuestion } from "../flows/judgeSigned.ts";
import { limitByAddress } from "./addresses.ts";
import { bodyKindOf, readJson } from "./body.ts";
import { identityGiven } from "./identityGiven.ts";
import { parseInput } from "./input.ts";
import { readUpload } from "./multipart.ts";
import type { ServiceParts } from "./parts.ts";
import { addResource } from "./resource.ts";
import { signedVerifications, verificationForm, verificationRequest } from "./schemas.ts";

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
    const body = await readJson(request);
    const signed = typeof body === "object" && body !== null ? signedNames.find((name) => Object.hasOwn(body, name)) : undefined;
    if (signed !== undefined) return parseInput(signedVerifications[signed], body);
    return subjectAsked(parseInput(verificationRequest, body), verify);
  }
  const { digest, credential, seal, fields } = await readUpload(request, { fileLimitBytes, partNames: ["seal", "documentType", "asAt"] });
  const { documentType, asAt } = parseInput(verificationForm, fields);
  // With a seal, a type or a moment it is the file's bytes that are asked about; but not of a credential that lost its signature.
  const isAboutBytes = seal !== null || documentType !== undefined || asAt !== undefined;
  if (credential !== null && (!isAboutBytes || isCutOff(credential))) return { credential };
  return { digest, seal: seal === null ? null : parseSeal(seal), documentType: documentType ?? null, asAt: momentOf(asAt) };
}

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
