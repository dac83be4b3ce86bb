// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Merkle tree
/// @notice The Merkle tree hash of RFC 9162, section 2.1.1, from the leaf hashes up.
library MerkleTree {
    /// @notice The root above `leaves`; a node is SHA-256(0x01 ‖ left ‖ right).
    /// @dev Works level by level in free memory. A last node without a neighbour moves up as it is, which gives the same
    /// tree as the standard's split at the largest power of two. Each node overwrites what was read already: its prefix
    /// goes into the byte before the left child, its hash into the front of the level. A word is left free before the
    /// level, so that the first prefix touches nothing of Solidity's.
    /// @dev Assumes at least one leaf, and the SHA-256 precompile at address 2.
    function rootOf(bytes32[] calldata leaves) internal view returns (bytes32 root) {
        assembly ("memory-safe") {
            let count := leaves.length
            let level := add(mload(0x40), 0x20)
            calldatacopy(level, leaves.offset, shl(5, count))

            for {} gt(count, 1) {} {
                let left := level
                let parent := level
                for { let end := add(level, shl(6, shr(1, count))) } lt(left, end) { left := add(left, 0x40) } {
                    mstore8(sub(left, 1), 1)
                    if iszero(staticcall(gas(), 2, sub(left, 1), 0x41, parent, 0x20)) { revert(0, 0) }
                    parent := add(parent, 0x20)
                }
                if and(count, 1) { mstore(parent, mload(left)) }
                count := shr(1, add(count, 1))
            }
            root := mload(level)
        }
    }
}
