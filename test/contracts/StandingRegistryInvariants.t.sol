// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StandingRegistry} from "../../contracts/StandingRegistry.sol";
import {IStandingRegistry} from "../../contracts/interfaces/IStandingRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";

/// @notice Two speakers with a delegate each, and three leaves, so that every rule is met. Remembers, never relearns.
contract StandingHandler is RegistryTest {
    StandingRegistry public immutable registry;
    bool public isBroken;

    struct Seen {
        uint256 count;
        bytes32 digest;
        bool isFinal;
        IStandingRegistry.Standing last;
    }

    mapping(address speaker => mapping(bytes32 leaf => Seen)) private _seen;

    constructor() {
        registry = new StandingRegistry(dids);
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 36_500 days);
        addDelegate(OTHER, TRADESEAL, DELEGATE, 36_500 days);
    }

    function setStanding(uint256 who, uint256 standing, uint8 reason, uint256 first, uint256 count) external {
        vm.warp(block.timestamp + 1 + reason);
        vm.roll(block.number + 1);
        address speaker = who % 2 == 0 ? ISSUER : OTHER;
        // Final words are rarer, or nearly every step would meet one.
        IStandingRegistry.Standing next = IStandingRegistry.Standing(standing % 16 < 13 ? standing % 2 : standing % 4);
        bytes32[] memory leaves = new bytes32[](1 + count % 2);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = leafOf((first % 3 + i) % 3);
        }
        bytes32 replacement = next == IStandingRegistry.Standing.Replaced ? bytes32(uint256(1 + reason % 2)) : bytes32(0);
        vm.prank((who / 2) % 3 == 0 ? DELEGATE : (who / 2) % 3 == 1 ? speaker : STRANGER);
        try registry.setStanding(speaker, ISSUER, ORIGIN, leaves, next, reason % 2, replacement) {
            if ((who / 2) % 3 == 2) isBroken = true;
        } catch {}
        look();
    }

    /// @dev What was there must still be there, in its place; and what was final must still be what it was.
    function look() private {
        for (uint256 i; i < 6; ++i) {
            (address speaker, bytes32 leaf) = (i % 2 == 0 ? ISSUER : OTHER, leafOf(i / 2));
            IStandingRegistry.Statement[] memory all = registry.statementsOf(speaker, ISSUER, ORIGIN, leaf);
            Seen storage seen = _seen[speaker][leaf];
            if (all.length < seen.count || digestOf(all, seen.count) != seen.digest) isBroken = true;
            if (all.length == 0) continue;

            IStandingRegistry.Standing last = all[all.length - 1].standing;
            if (seen.isFinal && last != seen.last) isBroken = true;
            bool isFinal = last == IStandingRegistry.Standing.Revoked || last == IStandingRegistry.Standing.Replaced;
            (seen.count, seen.digest) = (all.length, digestOf(all, all.length));
            (seen.isFinal, seen.last) = (isFinal, last);
        }
    }

    function digestOf(IStandingRegistry.Statement[] memory all, uint256 count) private pure returns (bytes32 digest) {
        for (uint256 i; i < count && i < all.length; ++i) {
            digest = keccak256(abi.encode(digest, all[i]));
        }
    }
}

/// @notice Goal: what is written stays, and final is final. Method: a handler that remembers what it first saw.
contract StandingRegistryInvariants is RegistryTest {
    StandingHandler private handler;

    function setUp() public {
        handler = new StandingHandler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_whatIsWrittenStaysAndFinalIsFinal() public view {
        vm.assertTrue(!handler.isBroken(), "a record changed, or a stranger wrote one");
    }
}
