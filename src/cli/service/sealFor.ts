// Seals as they come from the service: looked at before they are believed.

import { leafOf } from "../../core/digest.ts";
import { Fault } from "../../core/fault.ts";
import { rootFrom } from "../../core/merkle.ts";
import { parseSeal } from "../../core/seal.ts";
import type { DocumentAnswer, ServiceClient } from "./serviceClient.ts";

/** The text of the document's seal. Throws `service_unreachable` when what comes does not fit the document. */
export async function sealFor({ id, digest, documentType }: DocumentAnswer, client: ServiceClient): Promise<string> {
  const text = await client.seal(id);
  const seal = parseSeal(text);
  const isFitting = seal.digest === digest && seal.documentType === documentType && rootFrom(leafOf(digest), seal) === seal.root;
  if (!isFitting) throw new Fault("service_unreachable", `The service at ${client.url} gave a seal that does not fit the document.`);
  return text;
}
