// Schemas of receipts.

import { z } from "zod";
import { report } from "../openapi/answers.ts";
import { digest, paperLanguage, verificationRequest } from "../openapi/schemas.ts";

/** `POST /v1/receipts`: the question of a verification by digest. */
export const receiptRequest = verificationRequest.extend({ language: paperLanguage.describe("The language of the page to print. en when absent.").optional() });

/** A receipt, and how far its anchor has come. */
export const receipt = z.object({
  id: z.string(),
  number: z.string().describe("As it is printed."),
  receipt: z.string().describe("The credential (vc+jwt): the receipt itself. Check it like any credential."),
  digest: digest.describe("Of what was signed: what is anchored."),
  state: z.enum(["accepted", "batched", "sent", "included", "final"]),
  sheet: z.string().describe("Where the page to print is found."),
});

/** `POST /v1/receipts`: the answer. */
export const receiptMade = receipt.extend({ report: report.describe("What was found just now, and stands in the receipt.") });
