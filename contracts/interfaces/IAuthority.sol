// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1056} from "./IERC1056.sol";

/// @title Authority
/// @notice Who may write for whom, in all three registries alike.
/// @dev Every write names the identity it is made for. It is accepted from that identity's present owner, or from a
/// valid delegate of type `tradeseal`, as ERC-1056 has it in that very transaction. Nothing is remembered here.
/// @dev Warning: a delegate survives a change of owner. To rotate a key, revoke the delegates first, then change it.
/// @dev Warning: to deactivate an identity, give it an unspendable owner. Zero hands the old key its power back.
interface IAuthority {
    /// @notice Thrown when `account` is neither the owner of `identity` nor its delegate of type `tradeseal`.
    error NotAuthorised(address identity, address account);

    /// @notice The ERC-1056 registry that decides who speaks for an identity. Fixed for ever.
    function dids() external view returns (IERC1056);
}
