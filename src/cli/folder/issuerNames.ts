// The names that end up on the ledger and in credentials for good: asked for only once they cannot change any more.

import { Complaint } from "../terminal/complaint.ts";
import { chainIdOf, type OpenFolder } from "./dataFolder.ts";

/** The ledger's chain and the service's address. Throws the complaint `wrong_use` before the first start. */
export async function namesIn({ config, office }: OpenFolder): Promise<{ readonly chainId: number; readonly publicUrl: string }> {
  const [chainId, publicUrl] = [chainIdOf(config), await office.settings.get("publicUrl")];
  if (chainId === null || publicUrl === null) throw new Complaint("wrong_use", "The issuer has no DID yet: start the service once, so that its ledger and its public address are known. tradeseal serve");
  return { chainId, publicUrl };
}
