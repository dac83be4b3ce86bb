// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccreditationRegistry} from "../../contracts/AccreditationRegistry.sol";
import {IAccreditationRegistry} from "../../contracts/interfaces/IAccreditationRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";

/// @notice Three grantors who accredit each other, for two types, so that lists really grow. Remembers, never relearns.
contract AccreditationHandler is RegistryTest {
    AccreditationRegistry public immutable registry;
    bool public isBroken;

    struct Seen {
        uint256 count;
        bytes32 digest;
    }

    mapping(address grantor => mapping(address grantee => mapping(bytes8 documentType => Seen))) private _seen;

    constructor() {
        registry = new AccreditationRegistry(dids);
    }

    function partyOf(uint256 seed) private pure returns (address) {
        return seed % 3 == 0 ? ISSUER : seed % 3 == 1 ? OTHER : DELEGATE;
    }

    function typeOf(uint256 seed) private pure returns (bytes8) {
        return seed % 2 == 0 ? ORIGIN : AEO;
    }

    function accredit(uint256 who, uint256 whom, uint256 what, uint40 from, uint40 length, bool mayPassOn) external {
        pass();
        vm.prank(partyOf(who));
        try registry.accredit(
            partyOf(who), partyOf(whom), typeOf(what), from % 3, from % 3 + length % 3, mayPassOn, "Utopia", 0
        ) {} catch {}
        look();
    }

    function withdraw(uint256 who, uint256 whom, uint256 what, uint40 from, bool compromised) external {
        pass();
        vm.prank(partyOf(who));
        try registry.withdraw(partyOf(who), partyOf(whom), typeOf(what), from % 3, compromised) {} catch {}
        look();
    }

    /// @dev Somebody else's attempt: with no right at all.
    function intrude(uint256 who, uint256 whom, uint256 what) external {
        pass();
        vm.prank(STRANGER);
        try registry.withdraw(partyOf(who), partyOf(whom), typeOf(what), 0, true) {
            isBroken = true;
        } catch {}
        look();
    }

    function pass() private {
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
    }

    /// @dev What was there must still be there, in its place; a list grows by one at most.
    function look() private {
        for (uint256 i; i < 18; ++i) {
            (address grantor, address grantee, bytes8 documentType) = (partyOf(i), partyOf(i / 3), typeOf(i / 9));
            IAccreditationRegistry.Statement[] memory all = registry.statementsOf(grantor, grantee, documentType);
            Seen storage seen = _seen[grantor][grantee][documentType];
            if (all.length < seen.count || all.length > seen.count + 1) isBroken = true;
            if (digestOf(all, seen.count) != seen.digest) isBroken = true;
            (seen.count, seen.digest) = (all.length, digestOf(all, all.length));
        }
    }

    function digestOf(IAccreditationRegistry.Statement[] memory all, uint256 count)
        private
        pure
        returns (bytes32 digest)
    {
        for (uint256 i; i < count && i < all.length; ++i) {
            digest = keccak256(abi.encode(digest, all[i]));
        }
    }
}

/// @notice Goal: what is written stays. Method: a handler that remembers what it first saw.
contract AccreditationRegistryInvariants is RegistryTest {
    AccreditationHandler private handler;

    function setUp() public {
        handler = new AccreditationHandler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_whatIsWrittenStays() public view {
        vm.assertTrue(!handler.isBroken(), "a record changed, or a stranger wrote one");
    }
}
