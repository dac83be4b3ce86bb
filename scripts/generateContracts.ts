/**
 * Writes `src/adapters/contracts.generated.ts`: ABI and creation code of our registries, compiled here with the npm
 * compiler and Hardhat's own settings, and of ERC-1056, as its authors published it.
 *
 * `node scripts/generateContracts.ts` writes; with `--check` it compares instead, and fails when the file is out of step.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { keccak256 } from "ethers";
import solc from "solc";
import { compilerSettings } from "../hardhat.config.ts";

/** A contract as a program needs it in order to deploy it and to speak with it. */
interface Compiled {
  readonly abi: readonly object[];
  readonly bytecode: string;
}

const contractsFolder = new URL("../contracts/", import.meta.url);
const generatedFile = fileURLToPath(new URL("../src/adapters/contracts.generated.ts", import.meta.url));
const registries = ["AnchorRegistry", "StandingRegistry", "AccreditationRegistry"] as const;

/** Compiles everything under `contracts/`. Warnings fail as errors do: neither belongs in what is deployed for ever. */
function compile(): (name: string) => Compiled {
  const files = readdirSync(contractsFolder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".sol"),
  );
  const sources = files.sort().map((file) => [file, { content: readFileSync(new URL(file, contractsFolder), "utf8") }]);
  const outputSelection = { "*": { "*": ["abi", "evm.bytecode.object"] } };
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(sources),
    settings: { ...compilerSettings, outputSelection },
  };

  const { errors = [], contracts } = JSON.parse(solc.compile(JSON.stringify(input)));
  if (errors.length > 0)
    throw new Error(errors.map((error: { formattedMessage: string }) => error.formattedMessage).join("\n"));

  return (name) => {
    const { abi, evm } = contracts[`${name}.sol`][name];
    return { abi, bytecode: `0x${evm.bytecode.object}` };
  };
}

/** ERC-1056 as published. It has no immutables, so its code is the same on every network and its hash can be known. */
function publishedErc1056(): Compiled & { readonly codeHash: string } {
  const file = new URL(
    "../node_modules/ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json",
    import.meta.url,
  );
  const { abi, bytecode, deployedBytecode } = JSON.parse(readFileSync(file, "utf8"));
  return { abi, bytecode, codeHash: keccak256(deployedBytecode) };
}

/** One exported constant: a line for each entry of the ABI, so that a change of one function is a change of one line. */
function constant(name: string, says: string, { abi, ...code }: Compiled): string {
  const entries = abi.map((entry) => `    ${JSON.stringify(entry)},`);
  const fields = Object.entries(code).map(([field, value]) => `  ${field}: "${value}",`);
  return [
    `/** ${says} */`,
    `export const ${name} = {`,
    "  abi: [",
    ...entries,
    "  ],",
    ...fields,
    "} as const;",
    "",
  ].join("\n");
}

/** The whole file, as it ought to be. */
function generate(): string {
  const compiled = compile();
  const ours = registries.map((name) =>
    constant(
      `${name[0]?.toLowerCase()}${name.slice(1)}`,
      `\`contracts/${name}.sol\`; takes the address of an ERC-1056 registry.`,
      compiled(name),
    ),
  );
  const erc1056 = constant(
    "erc1056",
    "`EthereumDIDRegistry` of ethr-did-registry; `codeHash` is keccak256 of the code that stands on a network.",
    publishedErc1056(),
  );
  return [
    "// Written by scripts/generateContracts.ts. To change it, change a contract and run that again.",
    "/** ABI and creation code of the contracts behind the ledger. Our registries hold an immutable, so their code hashes differ by deployment. */",
    "",
    [...ours, erc1056].join("\n"),
  ].join("\n");
}

const isCheck = process.argv.includes("--check");
const generated = generate();
if (!isCheck) {
  writeFileSync(generatedFile, generated);
} else if (!existsSync(generatedFile) || readFileSync(generatedFile, "utf8") !== generated) {
  console.error(
    "src/adapters/contracts.generated.ts is out of step with contracts/. Run: node scripts/generateContracts.ts",
  );
  process.exitCode = 1;
}
