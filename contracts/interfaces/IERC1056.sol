// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ERC-1056, lightweight identity
/// @notice The part of the `EthereumDIDRegistry` behind `did:ethr` that the registries ask.
/// @dev Assumes the published bytecode. Every address is an identity there, without having been registered.
interface IERC1056 {
    /// @notice The account that speaks for `identity` now: itself, until it names another.
    /// @dev Warning: an owner set to zero reads as the identity itself, so it gives the old key its power back.
    function identityOwner(address identity) external view returns (address);

    /// @notice Whether `delegate` may act for `identity` in the matter of `delegateType` now.
    /// @dev Warning: delegates outlive a change of owner. They end only by revocation or by their own date.
    function validDelegate(address identity, bytes32 delegateType, address delegate) external view returns (bool);
}
