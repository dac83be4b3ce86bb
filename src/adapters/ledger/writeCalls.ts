// Writes as calls of the contracts.

import { encodeBytes32String, Interface, zeroPadBytes } from "ethers";
import type { Address } from "../../core/address.ts";
import type { DocumentType } from "../../core/documentType.ts";
import { standingReasons, standings, type Ledger } from "../../core/ledger.ts";
import type { WriteBody } from "../../flows/issuing/issuePorts.ts";
import { accreditationRegistry, anchorRegistry, erc1056, standingRegistry } from "../contracts.generated.ts";
import { addressWord, countWord, documentTypeWord } from "./abiWords.ts";
import { DELEGATE_TYPE } from "./identities.ts";

/** The contracts' calls and errors, by the name the ledger has for each. */
export const interfaces = {
  didRegistry: new Interface(erc1056.abi),
  anchorRegistry: new Interface(anchorRegistry.abi),
  standingRegistry: new Interface(standingRegistry.abi),
  accreditationRegistry: new Interface(accreditationRegistry.abi),
} as const;

export const ZERO_HASH = `0x${"0".repeat(64)}` as const;

/** A call of a contract. */
export interface ContractCall {
  readonly to: Address;
  readonly input: string;
}

/** The call that says on the ledger what `body` says. */
export function callFor(body: WriteBody, { contracts }: Ledger): ContractCall {
  switch (body.kind) {
    case "anchor":
      return { to: contracts.anchorRegistry.address, input: anchorInput(body) };
    case "standing":
      return { to: contracts.standingRegistry.address, input: standingInput(body) };
    case "accredit":
    case "withdraw":
      return { to: contracts.accreditationRegistry.address, input: grantInput(body) };
    case "delegate": {
      const { identity, delegate, validitySeconds } = body;
      return { to: contracts.didRegistry.address, input: interfaces.didRegistry.encodeFunctionData("addDelegate", [identity, DELEGATE_TYPE, delegate, validitySeconds]) };
    }
    case "revokeDelegate":
      return { to: contracts.didRegistry.address, input: interfaces.didRegistry.encodeFunctionData("revokeDelegate", [body.identity, DELEGATE_TYPE, body.delegate]) };
    case "changeOwner":
      return { to: contracts.didRegistry.address, input: interfaces.didRegistry.encodeFunctionData("changeOwner", [body.identity, body.owner]) };
    case "attribute":
    case "revokeAttribute":
      return { to: contracts.didRegistry.address, input: attributeInput(body) };
  }
}

const ANCHOR = interfaces.anchorRegistry.getFunction("anchor")!.selector;
/** Where the leaves begin, in bytes behind the selector: after three words. */
const LEAVES_OFFSET = countWord(96);

/** By hand where there are leaves: ethers takes 25 ms for four thousand of them. */
function anchorInput({ issuer, documentType, root, leaves, isPublished }: WriteBody & { kind: "anchor" }): string {
  if (isPublished) return ANCHOR + addressWord(issuer) + documentTypeWord(documentType) + LEAVES_OFFSET + countWord(leaves.length) + leaves.join("");
  return interfaces.anchorRegistry.encodeFunctionData("anchorRoot", [issuer, typeBytes(documentType), `0x${root}`, leaves.length]);
}

function standingInput({ speaker, issuer, documentType, leaves, standing, reason, replacement }: WriteBody & { kind: "standing" }): string {
  const hashes = leaves.map((leaf) => `0x${leaf}`);
  const change = [standings.indexOf(standing), standingReasons.indexOf(reason), replacement === null ? ZERO_HASH : `0x${replacement}`];
  return interfaces.standingRegistry.encodeFunctionData("setStanding", [speaker, issuer, typeBytes(documentType), hashes, ...change]);
}

function grantInput(body: WriteBody & { kind: "accredit" | "withdraw" }): string {
  const name = [body.grantor, body.grantee, typeBytes(body.documentType), body.from];
  if (body.kind === "withdraw") return interfaces.accreditationRegistry.encodeFunctionData("withdraw", [...name, body.isCompromised]);
  return interfaces.accreditationRegistry.encodeFunctionData("accredit", [...name, body.until, body.mayPassOn, body.name, body.credentialDigest]);
}

function attributeInput(body: WriteBody & { kind: "attribute" | "revokeAttribute" }): string {
  const attribute = [body.identity, encodeBytes32String(body.name), body.value];
  if (body.kind === "revokeAttribute") return interfaces.didRegistry.encodeFunctionData("revokeAttribute", attribute);
  return interfaces.didRegistry.encodeFunctionData("setAttribute", [...attribute, body.validitySeconds]);
}

const typeBytes = (type: DocumentType): string => zeroPadBytes(`0x${Buffer.from(type, "latin1").toString("hex")}`, 8);
