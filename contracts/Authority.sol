// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "./interfaces/IAuthority.sol";
import {IERC1056} from "./interfaces/IERC1056.sol";

/// @title Authority
/// @notice Implements {IAuthority}: the one check that every write passes first.
abstract contract Authority is IAuthority {
    /// Our own type, so that a service which may write here cannot sign credentials.
    bytes32 private constant DELEGATE_TYPE = "tradeseal";

    /// @inheritdoc IAuthority
    IERC1056 public immutable dids;

    constructor(IERC1056 registry) {
        dids = registry;
    }

    /// @dev Reverts unless the caller speaks for `identity` at this moment.
    function _requireAuthority(address identity) internal view {
        if (msg.sender == dids.identityOwner(identity)) return;
        if (dids.validDelegate(identity, DELEGATE_TYPE, msg.sender)) return;
        revert NotAuthorised(identity, msg.sender);
    }
}
