// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Standing registry
/// @notice Records who took a document back, suspended it, reinstated it or put another in its place, and when.
/// @dev Append-only. There is no owner, no upgrade, no pause and no way to delete.
/// @dev Records are kept per speaker: the issuer itself, or an authority above it. Whose word counts is judged elsewhere.
/// @dev A document of which nothing is recorded is active.
/// @dev Warning: nothing here asks whether the document was ever anchored.
interface IStandingRegistry {
    /// @notice How a document stands. Active and Suspended may follow each other freely; Revoked and Replaced are final.
    enum Standing {
        Active,
        Suspended,
        Revoked,
        Replaced
    }

    /// @notice One statement about a leaf.
    struct Statement {
        Standing standing;
        /// A code of the product's public list; zero for none.
        uint8 reason;
        /// Seconds since 1970, of the block that recorded the statement.
        uint40 time;
        /// Number of that block.
        uint40 blockNumber;
        /// The owner or delegate that acted for the speaker.
        address account;
        /// Digest of the document that takes this one's place; zero unless Replaced.
        bytes32 replacement;
    }

    /// @notice Emitted for every leaf about which a statement is recorded.
    event StandingSet(
        address indexed speaker,
        address indexed issuer,
        bytes32 indexed leaf,
        bytes8 documentType,
        Standing standing,
        uint8 reason,
        bytes32 replacement,
        address account
    );

    /// @notice Thrown when the document type is zero.
    error NoDocumentType();

    /// @notice Thrown when no leaf is named.
    error NoLeaves();

    /// @notice Thrown when a replacement is named without Replaced, or Replaced without one.
    error ReplacementMismatch(Standing standing, bytes32 replacement);

    /// @notice Thrown when the speaker said before that `leaf` is `present`, which is final.
    error StandingIsFinal(bytes32 leaf, Standing present);

    /// @notice Records, in the speaker's name, how each of these leaves of `issuer` stands from now on.
    /// @dev All leaves or none: one that is final otherwise makes the whole call revert.
    /// @dev The last statement again, by the same account, changes nothing and emits nothing. By another account it is
    /// recorded anew, so that a word of a stolen key can be said again by the rightful one; a final standing may then
    /// get another reason or replacement, but never another standing.
    /// @dev Active changes nothing where nothing is recorded.
    /// @param replacement Digest of the document that takes their place: for Replaced, and only then.
    function setStanding(
        address speaker,
        address issuer,
        bytes8 documentType,
        bytes32[] calldata leaves,
        Standing standing,
        uint8 reason,
        bytes32 replacement
    ) external;

    /// @notice Everything `speaker` ever said about this leaf, oldest first; empty when it never spoke.
    /// @dev Warning: the cost grows with the list, which only the speaker can lengthen. Meant for calls from outside.
    function statementsOf(address speaker, address issuer, bytes8 documentType, bytes32 leaf)
        external
        view
        returns (Statement[] memory);
}
