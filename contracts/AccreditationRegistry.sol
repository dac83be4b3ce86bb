// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Authority} from "./Authority.sol";
import {IAccreditationRegistry} from "./interfaces/IAccreditationRegistry.sol";
import {IERC1056} from "./interfaces/IERC1056.sol";

/// @title Accreditation registry
/// @notice Implements {IAccreditationRegistry}, which says what it promises.
contract AccreditationRegistry is IAccreditationRegistry, Authority {
    /// `until` of a statement without an end.
    uint40 private constant NO_END = type(uint40).max;

    /// Room for the name of any authority or company, in any script; a longer one would only cost everyone gas.
    uint256 private constant NAME_LIMIT_BYTES = 200;

    mapping(address grantor => mapping(address grantee => mapping(bytes8 documentType => Statement[]))) private
        _statements;

    constructor(IERC1056 registry) Authority(registry) {}

    /// @inheritdoc IAccreditationRegistry
    function accredit(
        address grantor,
        address grantee,
        bytes8 documentType,
        uint40 from,
        uint40 until,
        bool mayPassOn,
        string calldata name,
        bytes32 credentialDigest
    ) external {
        _requireAuthority(grantor);
        if (grantee == address(0)) revert NoGrantee();
        if (documentType == 0) revert NoDocumentType();
        uint256 nameBytes = bytes(name).length;
        if (nameBytes == 0 || nameBytes > NAME_LIMIT_BYTES) revert NameLength(nameBytes);

        Statement memory said;
        (said.from, said.until, said.granted, said.mayPassOn) = (from, until, true, mayPassOn);
        said.particulars = keccak256(abi.encode(name, credentialDigest, msg.sender));
        if (_record(_statements[grantor][grantee][documentType], said)) {
            emit Accredited(
                grantor, grantee, documentType, from, until, mayPassOn, name, credentialDigest, msg.sender
            );
        }
    }

    /// @inheritdoc IAccreditationRegistry
    function withdraw(address grantor, address grantee, bytes8 documentType, uint40 from, bool compromised) external {
        _requireAuthority(grantor);
        Statement[] storage statements = _statements[grantor][grantee][documentType];
        if (statements.length == 0) revert NothingToWithdraw(grantor, grantee, documentType);

        Statement memory said;
        (said.from, said.until, said.compromised) = (from, NO_END, compromised);
        said.particulars = keccak256(abi.encode("", bytes32(0), msg.sender));
        if (_record(statements, said)) {
            emit Withdrawn(grantor, grantee, documentType, from, compromised, msg.sender);
        }
    }

    /// @inheritdoc IAccreditationRegistry
    function statementsOf(address grantor, address grantee, bytes8 documentType)
        external
        view
        returns (Statement[] memory)
    {
        return _statements[grantor][grantee][documentType];
    }

    /// @dev Adds `said` to the list unless it repeats the last statement, and tells whether it did.
    function _record(Statement[] storage statements, Statement memory said) private returns (bool isNew) {
        if (said.until <= said.from) revert PeriodEmpty(said.from, said.until);
        uint256 count = statements.length;
        if (count != 0 && _isSame(statements[count - 1], said)) return false;

        Statement storage statement = statements.push();
        statement.from = said.from;
        statement.until = said.until;
        statement.time = uint40(block.timestamp);
        statement.blockNumber = uint40(block.number);
        statement.granted = said.granted;
        statement.mayPassOn = said.mayPassOn;
        statement.compromised = said.compromised;
        statement.particulars = said.particulars;
        return true;
    }

    /// @dev Whether two statements say the same, whenever recorded. Particulars tell a grant from a withdrawal.
    function _isSame(Statement memory a, Statement memory b) private pure returns (bool) {
        return a.from == b.from && a.until == b.until && a.mayPassOn == b.mayPassOn && a.compromised == b.compromised
            && a.particulars == b.particulars;
    }
}
