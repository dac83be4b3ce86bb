/** Hardhat's settings, and the compiler settings that `scripts/generateContracts.ts` shares. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";

/**
 * What makes the bytecode. Prague adds no opcode to Cancun's, so any network of the last two years runs it. Without a
 * metadata hash the same code gives the same bytes wherever it is compiled.
 */
export const compilerSettings = {
  optimizer: { enabled: true, runs: 1_000_000 },
  viaIR: true,
  evmVersion: "prague",
  metadata: { bytecodeHash: "none", appendCBOR: false },
} as const;

// Nothing about our runs is reported to anybody. Hardhat asks this of the environment, after reading this file.
process.env["HARDHAT_DISABLE_TELEMETRY"] = "true";

const isLong = process.env["TRADESEAL_LONG"] === "1";

export default defineConfig({
  solidity: {
    version: "0.8.37",
    path: fileURLToPath(import.meta.resolve("solc/soljson.js")), // from npm, so that nothing is downloaded
    settings: compilerSettings,
  },
  paths: {
    sources: "contracts",
    tests: { solidity: "test/contracts" },
    artifacts: "artifacts",
    cache: "cache",
  },
  test: {
    solidity: {
      fsPermissions: {
        readFile: [
          "test/contracts/merkleRoots.json",
          "node_modules/ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json",
        ],
      },
      fuzz: { runs: isLong ? 10_000 : 256 },
      invariant: { runs: isLong ? 256 : 16, depth: isLong ? 256 : 32, failOnRevert: true },
    },
  },
});
