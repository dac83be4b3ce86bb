// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchorRegistry} from "../../contracts/AnchorRegistry.sol";
import {IAnchorRegistry} from "../../contracts/interfaces/IAnchorRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";

/// @notice Three issuers, two types and five roots, so that collisions really happen. Remembers, and never relearns.
contract AnchorHandler is RegistryTest {
    AnchorRegistry public immutable registry;
    bytes32[5] public roots;
    bytes8[2] public types = [ORIGIN, AEO];
    bool public isBroken;

    mapping(address issuer => mapping(bytes8 documentType => mapping(bytes32 root => IAnchorRegistry.Anchor))) private
        _first;

    constructor() {
        registry = new AnchorRegistry(dids);
        for (uint256 i; i < 5; ++i) {
            vm.prank(STRANGER);
            roots[i] = registry.anchor(STRANGER, ORIGIN, leavesUpTo(i + 1));
        }
    }

    function issuerOf(uint256 seed) public pure returns (address) {
        return address(uint160(0x1000 + seed % 3));
    }

    function anchor(uint256 issuer, uint256 which, uint256 documentType, uint16 pause) external {
        pass(pause);
        vm.prank(issuerOf(issuer));
        try registry.anchor(issuerOf(issuer), types[documentType % 2], leavesUpTo(which % 5 + 1)) {} catch {}
        look();
    }

    function anchorRoot(uint256 issuer, uint256 which, uint256 documentType, uint40 size, uint16 pause) external {
        pass(pause);
        vm.prank(issuerOf(issuer));
        uint40 claimed = size % 4 == 0 ? size : uint40(which % 5 + 1);
        try registry.anchorRoot(issuerOf(issuer), types[documentType % 2], roots[which % 5], claimed) {} catch {}
        look();
    }

    /// @dev Somebody else's attempt: with no right at all.
    function intrude(uint256 issuer, uint256 which, uint16 pause) external {
        pass(pause);
        vm.prank(STRANGER);
        try registry.anchorRoot(issuerOf(issuer), ORIGIN, roots[which % 5], 1) {
            isBroken = true;
        } catch {}
        look();
    }

    function pass(uint16 seconds_) private {
        vm.warp(block.timestamp + seconds_ + 1);
        vm.roll(block.number + 1);
    }

    /// @dev Compares every record with what was first seen there. Only the leaves may be added.
    function look() private {
        for (uint256 i; i < 30; ++i) {
            (address issuer, bytes8 documentType, bytes32 root) = (issuerOf(i), types[(i / 3) % 2], roots[i / 6]);
            IAnchorRegistry.Anchor storage first = _first[issuer][documentType][root];
            IAnchorRegistry.Anchor memory now_ = registry.anchorOf(issuer, documentType, root);
            if (first.size == 0) {
                if (now_.size != 0 && (now_.time != block.timestamp || now_.blockNumber != block.number)) isBroken = true;
                _first[issuer][documentType][root] = now_;
                continue;
            }
            if (now_.time != first.time || now_.blockNumber != first.blockNumber) isBroken = true;
            if (now_.size != first.size || (first.hasLeaves && !now_.hasLeaves)) isBroken = true;
            first.hasLeaves = now_.hasLeaves;
        }
    }
}

/// @notice Goal: what is written stays. Method: a handler that remembers what it first saw.
contract AnchorRegistryInvariants is RegistryTest {
    AnchorHandler private handler;

    function setUp() public {
        handler = new AnchorHandler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_whatIsWrittenStays() public view {
        vm.assertTrue(!handler.isBroken(), "a record changed, or a stranger wrote one");
    }
}
