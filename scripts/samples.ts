/**
 * Draws the sample papers in docs/samples, the same bytes each run.
 *
 * @example
 * node scripts/samples.ts [folder]
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { aeoCertificate } from "./samples/aeo-certificate.ts";
import { certificateOfOrigin } from "./samples/certificate-of-origin.ts";
import { commercialInvoice } from "./samples/commercial-invoice.ts";
import { finish } from "./samples/page.ts";
import { phytosanitaryCertificate } from "./samples/phytosanitary-certificate.ts";

const SAMPLES = {
  "certificate-of-origin.pdf": certificateOfOrigin,
  "commercial-invoice.pdf": commercialInvoice,
  "aeo-certificate.pdf": aeoCertificate,
  "phytosanitary-certificate.pdf": phytosanitaryCertificate,
};

const folder = process.argv[2] ?? join(import.meta.dirname, "..", "docs", "samples");
await mkdir(folder, { recursive: true });
for (const [name, draw] of Object.entries(SAMPLES)) {
  const bytes = await finish(draw());
  await writeFile(join(folder, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}
