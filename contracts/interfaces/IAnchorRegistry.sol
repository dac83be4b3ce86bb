// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Anchor registry
/// @notice Records, once and for ever, when an issuer committed to a batch of documents of one type.
/// @dev Append-only. There is no owner, no upgrade, no pause and no way to delete.
/// @dev Records are kept per issuer, so nobody can stand in an issuer's way or take a root "before" it.
/// @dev A document type is an ASCII code of 1 to 8 characters, left-aligned and zero-padded (`861`, `AEO`).
/// @dev Warning: a record says who committed to what, and when. Whether that issuer deserves belief is judged elsewhere.
/// @dev Warning: a root does not fix the size of its tree, and no contract can tell a leaf from an inner node. A verifier
/// starts from the document's digest, whose leaf hash no inner node can equal.
interface IAnchorRegistry {
    /// @notice What is recorded about a root. All zero: never anchored.
    struct Anchor {
        /// Seconds since 1970, of the block that first recorded the root.
        uint40 time;
        /// Number of that block.
        uint40 blockNumber;
        /// Number of leaves beneath the root: counted, once `hasLeaves` is set; until then the issuer's claim.
        uint40 size;
        /// Whether the leaves were published, and the root thus recomputed here.
        bool hasLeaves;
    }

    /// @notice Emitted when `root` is anchored, and once more if its leaves are published later.
    /// @param account The owner or delegate that acted for the issuer.
    /// @param leaves Empty while the leaves stay private.
    event Anchored(
        address indexed issuer,
        bytes8 indexed documentType,
        bytes32 indexed root,
        address account,
        uint40 size,
        bytes32[] leaves
    );

    /// @notice Thrown when a batch has no leaves.
    error EmptyBatch();

    /// @notice Thrown when the document type is zero.
    error NoDocumentType();

    /// @notice Thrown when the root is zero.
    error NoRoot();

    /// @notice Thrown when the issuer anchored `root` before, with another number of leaves.
    error SizeContradicted(bytes32 root, uint40 recorded, uint40 claimed);

    /// @notice Anchors a batch and publishes its leaves, so that anyone can rebuild every proof from the ledger alone.
    /// @dev Repeating changes nothing, emits nothing and does not revert. If the root was anchored without leaves, they
    /// are published now, and the first time stands.
    /// @dev Assumes that each leaf is SHA-256(0x00 ‖ digest), as RFC 9162 has it.
    /// @dev Warning: if somebody anchored this root for the issuer with a false size, this reverts for ever. That takes
    /// the issuer's own key or delegate; another order of the leaves gives another root.
    /// @return root The RFC 9162 Merkle tree hash of `leaves`.
    function anchor(address issuer, bytes8 documentType, bytes32[] calldata leaves) external returns (bytes32 root);

    /// @notice Anchors a batch whose leaves stay private.
    /// @dev Repeating changes nothing, emits nothing and does not revert.
    /// @dev Warning: neither the root nor its size is checked; they are the issuer's word.
    function anchorRoot(address issuer, bytes8 documentType, bytes32 root, uint40 size) external;

    /// @notice What `issuer` anchored under `root`; all zero when it never did.
    function anchorOf(address issuer, bytes8 documentType, bytes32 root) external view returns (Anchor memory);
}
