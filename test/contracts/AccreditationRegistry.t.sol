// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccreditationRegistry} from "../../contracts/AccreditationRegistry.sol";
import {IAccreditationRegistry} from "../../contracts/interfaces/IAccreditationRegistry.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {AuthorityTest} from "./AuthorityTest.sol";

/// @notice Goal: whom a grantor accredited, and what it withdrew, is kept whole and in order, and a retry is always safe.
/// Method: one grant in perfect order, changed in one thing per row; every refusal with its values.
contract AccreditationRegistryTest is AuthorityTest {
    AccreditationRegistry private registry;

    struct Grant {
        uint40 from;
        uint40 until;
        bool mayPassOn;
        string name;
        bytes32 credentialDigest;
    }

    function setUp() public {
        registry = new AccreditationRegistry(dids);
    }

    function registryAddress() internal view override returns (IAuthority) {
        return registry;
    }

    function kindsOfWrite() internal pure override returns (uint256) {
        return 2;
    }

    function write(uint256 kind, address identity, uint256 number) internal override {
        if (kind == 0) registry.accredit(identity, OTHER, AEO, uint40(number), NO_END, true, "Utopia", 0);
        else registry.withdraw(identity, OTHER, AEO, uint40(number), true);
    }

    function inOrder() private pure returns (Grant memory) {
        return Grant(1_700_000_000, 1_900_000_000, true, "Chamber of Commerce of Utopia", keccak256("credential"));
    }

    function accredit(address account, Grant memory g) private {
        vm.prank(account);
        registry.accredit(ISSUER, OTHER, AEO, g.from, g.until, g.mayPassOn, g.name, g.credentialDigest);
    }

    function withdraw(address account, uint40 from, bool compromised) private {
        vm.prank(account);
        registry.withdraw(ISSUER, OTHER, AEO, from, compromised);
    }

    function said() private view returns (IAccreditationRegistry.Statement[] memory) {
        return registry.statementsOf(ISSUER, OTHER, AEO);
    }

    function assertPeriod(IAccreditationRegistry.Statement memory found, uint40 from, uint40 until) private view {
        vm.assertEq(found.from, from, "from");
        vm.assertEq(found.until, until, "until");
        vm.assertEq(found.time, block.timestamp, "time");
        vm.assertEq(found.blockNumber, block.number, "block number");
    }

    function assertGrant(IAccreditationRegistry.Statement memory found, Grant memory g, address account) private view {
        assertPeriod(found, g.from, g.until);
        vm.assertEq(found.granted, true, "granted");
        vm.assertEq(found.mayPassOn, g.mayPassOn, "may pass on");
        vm.assertEq(found.compromised, false, "compromised");
        vm.assertEq(found.particulars, keccak256(abi.encode(g.name, g.credentialDigest, account)), "particulars");
    }

    function assertWithdrawal(
        IAccreditationRegistry.Statement memory found,
        uint40 from,
        bool compromised,
        address account
    ) private view {
        assertPeriod(found, from, NO_END);
        vm.assertEq(found.granted, false, "granted");
        vm.assertEq(found.mayPassOn, false, "may pass on");
        vm.assertEq(found.compromised, compromised, "compromised");
        vm.assertEq(found.particulars, keccak256(abi.encode("", bytes32(0), account)), "particulars");
    }

    // Records and events

    function test_accredit_recordsAndTells() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        vm.recordLogs();
        Grant memory g = inOrder();
        accredit(DELEGATE, g);

        bytes32[4] memory topics =
            [IAccreditationRegistry.Accredited.selector, topic(ISSUER), topic(OTHER), bytes32(AEO)];
        assertOnlyEvent(topics, abi.encode(g.from, g.until, g.mayPassOn, g.name, g.credentialDigest, DELEGATE));
        vm.assertEq(said().length, 1, "one statement");
        assertGrant(said()[0], g, DELEGATE);
    }

    function test_withdraw_recordsAndTells() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        accredit(ISSUER, inOrder());
        vm.recordLogs();
        withdraw(DELEGATE, 1_750_000_000, true);

        bytes32[4] memory topics =
            [IAccreditationRegistry.Withdrawn.selector, topic(ISSUER), topic(OTHER), bytes32(AEO)];
        assertOnlyEvent(topics, abi.encode(uint40(1_750_000_000), true, DELEGATE));
        vm.assertEq(said().length, 2, "two statements");
        assertGrant(said()[0], inOrder(), ISSUER);
        assertWithdrawal(said()[1], 1_750_000_000, true, DELEGATE);
    }

    function test_accredit_theGreatestValuesFit() public {
        vm.warp(type(uint40).max);
        vm.roll(type(uint40).max);
        Grant memory g = inOrder();
        (g.from, g.until) = (NO_END - 1, NO_END);
        accredit(ISSUER, g);
        assertGrant(said()[0], g, ISSUER);
        withdraw(ISSUER, NO_END - 1, true);
        assertWithdrawal(said()[1], NO_END - 1, true, ISSUER);
    }

    function test_accredit_aStatementTakesTwoSlots() public {
        accredit(ISSUER, inOrder());
        withdraw(ISSUER, 0, true);
        bytes32 list = keccak256(abi.encode(AEO, keccak256(abi.encode(OTHER, keccak256(abi.encode(ISSUER, 0))))));
        vm.assertEq(vm.load(address(registry), list), bytes32(uint256(2)), "the list's length");
        uint256 first = uint256(keccak256(abi.encode(list)));
        vm.assertEq(vm.load(address(registry), bytes32(first + 1)), said()[0].particulars, "the first's second slot");
        vm.assertEq(uint40(uint256(vm.load(address(registry), bytes32(first + 2))) >> 40), NO_END, "the second's first");
    }

    // The same again, and nearly the same

    function test_accredit_againChangesNothing() public {
        accredit(ISSUER, inOrder());
        IAccreditationRegistry.Statement[] memory before = said();
        vm.warp(block.timestamp + 1);
        vm.roll(block.number + 1);
        vm.recordLogs();
        accredit(ISSUER, inOrder());
        assertNoEvent();
        vm.assertEq(abi.encode(said()), abi.encode(before), "as before");
    }

    function test_accredit_anotherAccountsSameWordIsRecordedAnew() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        accredit(DELEGATE, inOrder());
        accredit(ISSUER, inOrder());
        withdraw(DELEGATE, 5, true);
        withdraw(ISSUER, 5, true);
        vm.assertEq(said().length, 4, "each by each");
        assertGrant(said()[1], inOrder(), ISSUER);
        assertWithdrawal(said()[3], 5, true, ISSUER);
    }

    function test_accredit_aChangeInAnyOneThingIsRecorded() public {
        for (uint256 thing; thing < 5; ++thing) {
            Grant memory g = inOrder();
            accredit(ISSUER, g);
            if (thing == 0) g.from += 1;
            if (thing == 1) g.until += 1;
            if (thing == 2) g.mayPassOn = false;
            if (thing == 3) g.name = "Chamber of Commerce of Atlantis";
            if (thing == 4) g.credentialDigest = 0;
            accredit(ISSUER, g);
            vm.assertEq(said().length, 2 * thing + 2, vm.toString(thing));
            assertGrant(said()[2 * thing + 1], g, ISSUER);
        }
    }

    function test_withdraw_againChangesNothingAndAnyOtherIsRecorded() public {
        accredit(ISSUER, inOrder());
        withdraw(ISSUER, 5, false);
        vm.recordLogs();
        withdraw(ISSUER, 5, false);
        assertNoEvent();
        vm.assertEq(said().length, 2, "the same");
        withdraw(ISSUER, 5, true);
        assertWithdrawal(said()[2], 5, true, ISSUER);
        withdraw(ISSUER, 4, true);
        assertWithdrawal(said()[3], 4, true, ISSUER);
        vm.assertEq(said().length, 4, "another mark, another moment");
    }

    function test_accredit_aWithdrawnGrantCanBeGivenAgain() public {
        accredit(ISSUER, inOrder());
        withdraw(ISSUER, 0, true);
        accredit(ISSUER, inOrder());
        vm.assertEq(said().length, 3, "grant, withdrawal, grant");
        assertGrant(said()[2], inOrder(), ISSUER);
    }

    // Refusals

    function assertAccreditRefused(address grantee, bytes8 documentType, Grant memory g, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(ISSUER);
        registry.accredit(ISSUER, grantee, documentType, g.from, g.until, g.mayPassOn, g.name, g.credentialDigest);
    }

    function test_accredit_refusesNoGrantee() public {
        bytes memory reason = abi.encodeWithSelector(IAccreditationRegistry.NoGrantee.selector);
        assertAccreditRefused(address(0), AEO, inOrder(), reason);
    }

    function test_accredit_refusesNoDocumentType() public {
        bytes memory reason = abi.encodeWithSelector(IAccreditationRegistry.NoDocumentType.selector);
        assertAccreditRefused(OTHER, 0, inOrder(), reason);
    }

    function test_accredit_takesANameOf1To200Bytes() public {
        Grant memory g = inOrder();
        uint8[4] memory lengths = [0, 1, 200, 201];
        for (uint256 i; i < 4; ++i) {
            g.name = string(new bytes(lengths[i]));
            if (i == 1 || i == 2) {
                accredit(ISSUER, g);
                continue;
            }
            bytes memory reason = abi.encodeWithSelector(IAccreditationRegistry.NameLength.selector, lengths[i]);
            assertAccreditRefused(OTHER, AEO, g, reason);
        }
        vm.assertEq(said().length, 2, "1 and 200");
    }

    function test_accredit_refusesAPeriodWithoutAMoment() public {
        Grant memory g = inOrder();
        bytes4 empty = IAccreditationRegistry.PeriodEmpty.selector;
        g.until = g.from;
        assertAccreditRefused(OTHER, AEO, g, abi.encodeWithSelector(empty, g.from, g.until));
        g.until = g.from - 1;
        assertAccreditRefused(OTHER, AEO, g, abi.encodeWithSelector(empty, g.from, g.until));
        g.until = g.from + 1;
        accredit(ISSUER, g);
        assertGrant(said()[0], g, ISSUER);
    }

    function test_withdraw_refusesAPeriodWithoutAMoment() public {
        accredit(ISSUER, inOrder());
        vm.expectRevert(abi.encodeWithSelector(IAccreditationRegistry.PeriodEmpty.selector, NO_END, NO_END));
        withdraw(ISSUER, NO_END, false);
    }

    function test_withdraw_refusesWhereNothingWasGranted() public {
        accredit(ISSUER, inOrder());
        bytes4 nothing = IAccreditationRegistry.NothingToWithdraw.selector;
        vm.expectRevert(abi.encodeWithSelector(nothing, ISSUER, OTHER, ORIGIN));
        vm.prank(ISSUER);
        registry.withdraw(ISSUER, OTHER, ORIGIN, 0, false);
    }

    // Between grantors

    function testFuzz_accredit_onlyTheGrantorsOwnRecord(address grantor, address rival, address grantee) public {
        vm.assume(grantor != rival && grantor != address(vm) && rival != address(vm) && grantee != address(0));
        vm.prank(rival);
        registry.accredit(rival, grantee, AEO, 0, NO_END, true, "Utopia", 0);
        vm.assertEq(registry.statementsOf(grantor, grantee, AEO).length, 0, "the rival speaks for itself");

        vm.prank(grantor);
        registry.accredit(grantor, grantee, AEO, 0, NO_END, true, "Utopia", 0);
        vm.assertEq(registry.statementsOf(grantor, grantee, AEO).length, 1, "and is not in the way");
        vm.assertEq(registry.statementsOf(grantor, grantee, ORIGIN).length, 0, "another type");
    }

    function testFuzz_statementsOf_neverReverts(address grantor, address grantee, bytes8 documentType) public view {
        vm.assertEq(registry.statementsOf(grantor, grantee, documentType).length, 0, "nothing");
    }
}
