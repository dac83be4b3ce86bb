// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "./Authority.sol";
import {MerkleTree} from "./MerkleTree.sol";
import {IAnchorRegistry} from "./interfaces/IAnchorRegistry.sol";
import {IERC1056} from "./interfaces/IERC1056.sol";

/// @title Anchor registry
/// @notice Implements {IAnchorRegistry}, which says what it promises.
contract AnchorRegistry is IAnchorRegistry, Authority {
    mapping(address issuer => mapping(bytes8 documentType => mapping(bytes32 root => Anchor))) private _anchors;

    constructor(IERC1056 registry) Authority(registry) {}

    /// @inheritdoc IAnchorRegistry
    function anchor(address issuer, bytes8 documentType, bytes32[] calldata leaves) external returns (bytes32 root) {
        if (leaves.length == 0) revert EmptyBatch();
        uint40 size = uint40(leaves.length);
        root = MerkleTree.rootOf(leaves);

        if (_record(issuer, documentType, root, size, true)) {
            emit Anchored(issuer, documentType, root, msg.sender, size, leaves);
        }
    }

    /// @inheritdoc IAnchorRegistry
    function anchorRoot(address issuer, bytes8 documentType, bytes32 root, uint40 size) external {
        if (size == 0) revert EmptyBatch();

        if (_record(issuer, documentType, root, size, false)) {
            emit Anchored(issuer, documentType, root, msg.sender, size, new bytes32[](0));
        }
    }

    /// @inheritdoc IAnchorRegistry
    function anchorOf(address issuer, bytes8 documentType, bytes32 root) external view returns (Anchor memory) {
        return _anchors[issuer][documentType][root];
    }

    /// @dev Writes what is new about `root` and tells whether anything was.
    function _record(address issuer, bytes8 documentType, bytes32 root, uint40 size, bool hasLeaves)
        private
        returns (bool isNew)
    {
        _requireAuthority(issuer);
        if (documentType == 0) revert NoDocumentType();
        if (root == 0) revert NoRoot();

        Anchor storage recorded = _anchors[issuer][documentType][root];
        uint40 sizeRecorded = recorded.size;
        if (sizeRecorded == 0) {
            recorded.time = uint40(block.timestamp);
            recorded.blockNumber = uint40(block.number);
            recorded.size = size;
            recorded.hasLeaves = hasLeaves;
            return true;
        }

        if (sizeRecorded != size) revert SizeContradicted(root, sizeRecorded, size);
        if (!hasLeaves || recorded.hasLeaves) return false;
        recorded.hasLeaves = true;
        return true;
    }
}
