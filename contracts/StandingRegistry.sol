// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "./Authority.sol";
import {IERC1056} from "./interfaces/IERC1056.sol";
import {IStandingRegistry} from "./interfaces/IStandingRegistry.sol";

/// @title Standing registry
/// @notice Implements {IStandingRegistry}, which says what it promises.
contract StandingRegistry is IStandingRegistry, Authority {
    /// A statement as it is kept, without its replacement: one slot.
    struct Entry {
        Standing standing;
        uint8 reason;
        uint40 time;
        uint40 blockNumber;
        address account;
    }

    /// All that a speaker said about a leaf. Replacements lie beside the list, as few statements have one.
    struct Record {
        Entry[] entries;
        mapping(uint256 entry => bytes32) replacements;
    }

    mapping(
        address speaker => mapping(address issuer => mapping(bytes8 documentType => mapping(bytes32 leaf => Record)))
    ) private _records;

    constructor(IERC1056 registry) Authority(registry) {}

    /// @inheritdoc IStandingRegistry
    function setStanding(
        address speaker,
        address issuer,
        bytes8 documentType,
        bytes32[] calldata leaves,
        Standing standing,
        uint8 reason,
        bytes32 replacement
    ) external {
        _requireAuthority(speaker);
        if (documentType == 0) revert NoDocumentType();
        if (leaves.length == 0) revert NoLeaves();
        if ((standing == Standing.Replaced) != (replacement != 0)) revert ReplacementMismatch(standing, replacement);

        for (uint256 i; i < leaves.length; ++i) {
            Record storage record = _records[speaker][issuer][documentType][leaves[i]];
            if (!_record(record, leaves[i], standing, reason, replacement)) continue;
            emit StandingSet(speaker, issuer, leaves[i], documentType, standing, reason, replacement, msg.sender);
        }
    }

    /// @inheritdoc IStandingRegistry
    function statementsOf(address speaker, address issuer, bytes8 documentType, bytes32 leaf)
        external
        view
        returns (Statement[] memory statements)
    {
        Record storage record = _records[speaker][issuer][documentType][leaf];
        statements = new Statement[](record.entries.length);
        for (uint256 i; i < statements.length; ++i) {
            Entry memory entry = record.entries[i];
            statements[i] = Statement({
                standing: entry.standing,
                reason: entry.reason,
                time: entry.time,
                blockNumber: entry.blockNumber,
                account: entry.account,
                replacement: record.replacements[i]
            });
        }
    }

    /// @dev Adds a statement to the record of `leaf` unless it says nothing new, and tells whether it did.
    function _record(Record storage record, bytes32 leaf, Standing standing, uint8 reason, bytes32 replacement)
        private
        returns (bool isNew)
    {
        isNew = _isNew(record, leaf, standing, reason, replacement);
        if (!isNew) return false;

        if (replacement != 0) record.replacements[record.entries.length] = replacement;
        Entry storage entry = record.entries.push();
        entry.standing = standing;
        entry.reason = reason;
        entry.time = uint40(block.timestamp);
        entry.blockNumber = uint40(block.number);
        entry.account = msg.sender;
    }

    /// @dev Tells whether this adds to what is recorded about `leaf`; reverts where it would change a final standing.
    function _isNew(Record storage record, bytes32 leaf, Standing standing, uint8 reason, bytes32 replacement)
        private
        view
        returns (bool)
    {
        uint256 count = record.entries.length;
        if (count == 0) return standing != Standing.Active;

        Entry memory last = record.entries[count - 1];
        bool isSameAccount = last.account == msg.sender;
        bool isSameWord = last.standing == standing && last.reason == reason
            && record.replacements[count - 1] == replacement;
        if (isSameWord) return !isSameAccount;

        bool isFinal = last.standing == Standing.Revoked || last.standing == Standing.Replaced;
        if (isFinal && (isSameAccount || last.standing != standing)) revert StandingIsFinal(leaf, last.standing);
        return true;
    }
}
