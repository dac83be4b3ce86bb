// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Accreditation registry
/// @notice Records who accredited whom for which document type, from when until when, and who withdrew it.
/// @dev Append-only. There is no owner, no upgrade, no pause and no way to delete.
/// @dev For any moment, the last statement that covers it wins. Statements may cover past moments (stolen keys); each
/// keeps the time at which it was recorded, so nothing can be back-dated unseen.
/// @dev Warning: anyone may accredit anyone. A grant means something only on a path from an authority that the verifier
/// chose to believe.
interface IAccreditationRegistry {
    /// @notice One statement of a grantor about a grantee, for a document type.
    struct Statement {
        /// First second covered, since 1970.
        uint40 from;
        /// First second no longer covered; the greatest uint40 for no end, and for every withdrawal.
        uint40 until;
        /// Seconds since 1970, of the block that recorded the statement.
        uint40 time;
        /// Number of that block.
        uint40 blockNumber;
        /// True for a grant, false for a withdrawal.
        bool granted;
        /// Whether the grantee may accredit others for the same type.
        bool mayPassOn;
        /// Whether what the grantee said at the moments covered is not to be believed.
        bool compromised;
        /// keccak256(abi.encode(name, credentialDigest, account)), to check what an event says; of a withdrawal, with an
        /// empty name and a zero digest.
        bytes32 particulars;
    }

    /// @notice Emitted when a grant is recorded.
    /// @param name The grantee's name as the grantor has it: a legal entity's, never a person's.
    /// @param credentialDigest Digest of the credential that carries the grant; zero for none.
    /// @param account The owner or delegate that acted for the grantor.
    event Accredited(
        address indexed grantor,
        address indexed grantee,
        bytes8 indexed documentType,
        uint40 from,
        uint40 until,
        bool mayPassOn,
        string name,
        bytes32 credentialDigest,
        address account
    );

    /// @notice Emitted when a withdrawal is recorded.
    /// @param account The owner or delegate that acted for the grantor.
    event Withdrawn(
        address indexed grantor,
        address indexed grantee,
        bytes8 indexed documentType,
        uint40 from,
        bool compromised,
        address account
    );

    /// @notice Thrown when the grantee is zero.
    error NoGrantee();

    /// @notice Thrown when the document type is zero.
    error NoDocumentType();

    /// @notice Thrown when the name has no bytes, or more than 200.
    error NameLength(uint256 bytesGiven);

    /// @notice Thrown when no moment lies between `from` and `until`.
    error PeriodEmpty(uint40 from, uint40 until);

    /// @notice Thrown when the grantor never accredited this grantee for this type.
    error NothingToWithdraw(address grantor, address grantee, bytes8 documentType);

    /// @notice Accredits `grantee` for a document type, at every moment from `from` up to but not at `until`.
    /// @dev Repeating the last statement exactly changes nothing and emits nothing; by another account it is recorded
    /// anew, so that the rightful one can say again what a stolen key said.
    /// @dev Warning: it narrows nothing. Moments outside the period stay as earlier statements have them.
    /// @param until The greatest uint40 for no end.
    function accredit(
        address grantor,
        address grantee,
        bytes8 documentType,
        uint40 from,
        uint40 until,
        bool mayPassOn,
        string calldata name,
        bytes32 credentialDigest
    ) external;

    /// @notice Withdraws the accreditation at every moment from `from` on, which may lie in the past.
    /// @dev Repeating the last statement exactly changes nothing and emits nothing; by another account it is recorded anew.
    /// @param compromised Whether what the grantee said at those moments is not to be believed (a stolen key).
    function withdraw(address grantor, address grantee, bytes8 documentType, uint40 from, bool compromised) external;

    /// @notice Everything `grantor` ever said about `grantee` for this type, oldest first; empty when it never spoke.
    /// @dev Warning: the cost grows with the list, which only the grantor can lengthen. Meant for calls from outside.
    function statementsOf(address grantor, address grantee, bytes8 documentType)
        external
        view
        returns (Statement[] memory);
}
