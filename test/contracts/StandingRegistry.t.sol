// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StandingRegistry} from "../../contracts/StandingRegistry.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {IStandingRegistry} from "../../contracts/interfaces/IStandingRegistry.sol";
import {AuthorityTest} from "./AuthorityTest.sol";

/// @notice Goal: a standing is said once and for ever, changes only as the rules allow, and a retry is always safe.
/// Method: every step of the small world (what stands × what is said × by whom) against a table; then the rest by rows.
contract StandingRegistryTest is AuthorityTest {
    IStandingRegistry.Standing private constant ACTIVE = IStandingRegistry.Standing.Active;
    IStandingRegistry.Standing private constant SUSPENDED = IStandingRegistry.Standing.Suspended;
    IStandingRegistry.Standing private constant REVOKED = IStandingRegistry.Standing.Revoked;
    IStandingRegistry.Standing private constant REPLACED = IStandingRegistry.Standing.Replaced;

    StandingRegistry private registry;

    function setUp() public {
        registry = new StandingRegistry(dids);
    }

    function registryAddress() internal view override returns (IAuthority) {
        return registry;
    }

    function kindsOfWrite() internal pure override returns (uint256) {
        return 4;
    }

    function write(uint256 kind, address identity, uint256 number) internal override {
        IStandingRegistry.Standing standing = IStandingRegistry.Standing(kind);
        bytes32[] memory leaves = only(leafOf(number * 10 + kind));
        registry.setStanding(identity, OTHER, ORIGIN, leaves, standing, 1, replacementFor(standing, 1));
    }

    /// @dev A replacement where one belongs, told apart by its number.
    function replacementFor(IStandingRegistry.Standing standing, uint256 number) private pure returns (bytes32) {
        return standing == REPLACED ? bytes32(number) : bytes32(0);
    }

    function say(address account, bytes32[] memory leaves, IStandingRegistry.Standing standing, uint8 reason) private {
        vm.prank(account);
        registry.setStanding(ISSUER, ISSUER, ORIGIN, leaves, standing, reason, replacementFor(standing, reason));
    }

    function say(IStandingRegistry.Standing standing, uint8 reason) private {
        say(ISSUER, only(leafOf(1)), standing, reason);
    }

    function said() private view returns (IStandingRegistry.Statement[] memory) {
        return registry.statementsOf(ISSUER, ISSUER, ORIGIN, leafOf(1));
    }

    // The rules

    /// What the next word does: `.` changes nothing, `+` is recorded, `x` is refused. Four marks each: the same account
    /// with the same reason and replacement, the same account with others, another account with the same, with others.
    function rule(uint256 present, uint256 next) private pure returns (bytes4) {
        bytes4[4][5] memory rules = [
            //  Active        Suspended     Revoked       Replaced
            [bytes4("...."), bytes4("++++"), bytes4("++++"), bytes4("++++")], // nothing
            [bytes4(".+++"), bytes4("++++"), bytes4("++++"), bytes4("++++")], // Active, after Suspended
            [bytes4("++++"), bytes4(".+++"), bytes4("++++"), bytes4("++++")], // Suspended
            [bytes4("xxxx"), bytes4("xxxx"), bytes4(".x++"), bytes4("xxxx")], // Revoked
            [bytes4("xxxx"), bytes4("xxxx"), bytes4("xxxx"), bytes4(".x++")] //  Replaced
        ];
        return rules[present][next];
    }

    function test_setStanding_everyStepFollowsTheRules() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        for (uint256 step; step < 5 * 4 * 4; ++step) {
            (uint256 present, uint256 next, uint256 how) = (step / 16, (step / 4) % 4, step % 4);
            bytes32[] memory leaves = only(leafOf(step));
            if (present == 1) say(ISSUER, leaves, SUSPENDED, 7);
            if (present != 0) say(ISSUER, leaves, IStandingRegistry.Standing(present - 1), 7);

            address account = how < 2 ? ISSUER : DELEGATE;
            takeStep(account, leaves[0], IStandingRegistry.Standing(next), how % 2 == 0 ? 7 : 8, rule(present, next)[how]);
        }
    }

    function takeStep(
        address account,
        bytes32 leaf,
        IStandingRegistry.Standing next,
        uint8 reason,
        bytes1 expected
    ) private {
        IStandingRegistry.Statement[] memory before = registry.statementsOf(ISSUER, ISSUER, ORIGIN, leaf);
        if (expected == "x") {
            IStandingRegistry.Standing present = before[before.length - 1].standing;
            vm.expectRevert(abi.encodeWithSelector(IStandingRegistry.StandingIsFinal.selector, leaf, present));
        }
        vm.recordLogs();
        say(account, only(leaf), next, reason);

        IStandingRegistry.Statement[] memory afterwards = registry.statementsOf(ISSUER, ISSUER, ORIGIN, leaf);
        uint256 news = expected == "+" ? 1 : 0;
        vm.assertEq(vm.getRecordedLogs().length, news, "one event for each statement");
        vm.assertEq(afterwards.length, before.length + news, "recorded or not");
        if (news == 1) assertStatement(afterwards[before.length], next, reason, account);
    }

    function assertStatement(
        IStandingRegistry.Statement memory found,
        IStandingRegistry.Standing standing,
        uint8 reason,
        address account
    ) private view {
        vm.assertEq(uint256(found.standing), uint256(standing), "standing");
        vm.assertEq(found.reason, reason, "reason");
        vm.assertEq(found.time, block.timestamp, "time");
        vm.assertEq(found.blockNumber, block.number, "block number");
        vm.assertEq(found.account, account, "account");
        vm.assertEq(found.replacement, replacementFor(standing, reason), "replacement");
    }

    function test_setStanding_onlyTheReplacementDiffers() public {
        say(REPLACED, 1);
        bytes memory reason = abi.encodeWithSelector(IStandingRegistry.StandingIsFinal.selector, leafOf(1), REPLACED);
        vm.expectRevert(reason);
        vm.prank(ISSUER);
        registry.setStanding(ISSUER, ISSUER, ORIGIN, only(leafOf(1)), REPLACED, 1, bytes32(uint256(2)));
    }

    function test_setStanding_theRightfulKeySaysAStolenKeysWordAgain() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        say(DELEGATE, only(leafOf(1)), REPLACED, 3);
        say(ISSUER, only(leafOf(1)), REPLACED, 4);
        say(ISSUER, only(leafOf(1)), REPLACED, 4);

        vm.assertEq(said().length, 2, "recorded anew, once");
        assertStatement(said()[0], REPLACED, 3, DELEGATE);
        assertStatement(said()[1], REPLACED, 4, ISSUER);
    }

    function test_statementsOf_keepsTheWholeHistory() public {
        for (uint8 i; i < 6; ++i) {
            vm.warp(block.timestamp + 1);
            vm.roll(block.number + 1);
            say(i % 2 == 0 ? SUSPENDED : ACTIVE, i);
            vm.assertEq(said().length, i + 1, "one more");
            assertStatement(said()[i], i % 2 == 0 ? SUSPENDED : ACTIVE, i, ISSUER);
        }
        say(REPLACED, 9);
        assertStatement(said()[6], REPLACED, 9, ISSUER);
        vm.assertEq(said()[0].time, 1_800_000_001, "the first as it was");
        vm.assertEq(said()[5].replacement, 0, "a replacement belongs to its statement alone");
    }

    // Many leaves

    function test_setStanding_recordsEveryLeafAndTellsOfEach() public {
        vm.recordLogs();
        say(ISSUER, leavesUpTo(3), REVOKED, 2);
        for (uint256 i; i < 3; ++i) {
            vm.assertEq(registry.statementsOf(ISSUER, ISSUER, ORIGIN, leafOf(i)).length, 1, "each leaf");
        }
        vm.assertEq(vm.getRecordedLogs().length, 3, "one event a leaf");
    }

    function test_setStanding_theSameLeafTwiceCountsOnce() public {
        bytes32[] memory leaves = leavesUpTo(2);
        leaves[1] = leaves[0];
        say(ISSUER, leaves, REVOKED, 2);
        vm.assertEq(registry.statementsOf(ISSUER, ISSUER, ORIGIN, leaves[0]).length, 1, "once");
    }

    function test_setStanding_allLeavesOrNone() public {
        say(ISSUER, only(leafOf(2)), REVOKED, 2);
        vm.expectRevert(abi.encodeWithSelector(IStandingRegistry.StandingIsFinal.selector, leafOf(2), REVOKED));
        say(ISSUER, leavesUpTo(3), SUSPENDED, 2);
        vm.assertEq(registry.statementsOf(ISSUER, ISSUER, ORIGIN, leafOf(0)).length, 0, "none");
    }

    function test_setStanding_aRetryFinishesWhatWasHalfKnown() public {
        say(ISSUER, only(leafOf(0)), REVOKED, 2);
        vm.recordLogs();
        say(ISSUER, leavesUpTo(2), REVOKED, 2);
        vm.assertEq(vm.getRecordedLogs().length, 1, "only what is new");
    }

    // Events and packing

    function test_setStanding_tellsEverything() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        vm.recordLogs();
        vm.prank(DELEGATE);
        registry.setStanding(ISSUER, OTHER, AEO, only(leafOf(1)), REPLACED, 5, leafOf(2));
        bytes32[4] memory topics =
            [IStandingRegistry.StandingSet.selector, topic(ISSUER), topic(OTHER), leafOf(1)];
        assertOnlyEvent(topics, abi.encode(AEO, REPLACED, 5, leafOf(2), DELEGATE));
    }

    function test_setStanding_theGreatestValuesFit() public {
        vm.warp(type(uint40).max);
        vm.roll(type(uint40).max);
        address account = address(type(uint160).max);
        changeOwner(ISSUER, account);
        say(account, only(leafOf(1)), REPLACED, type(uint8).max);
        assertStatement(said()[0], REPLACED, type(uint8).max, account);
    }

    // Refusals

    function assertRefused(
        bytes8 documentType,
        bytes32[] memory leaves,
        IStandingRegistry.Standing standing,
        bytes32 replacement,
        bytes memory reason
    ) private {
        vm.expectRevert(reason);
        vm.prank(ISSUER);
        registry.setStanding(ISSUER, ISSUER, documentType, leaves, standing, 1, replacement);
    }

    function test_setStanding_refusesNoDocumentType() public {
        assertRefused(0, leavesUpTo(1), REVOKED, 0, abi.encodeWithSelector(IStandingRegistry.NoDocumentType.selector));
    }

    function test_setStanding_refusesNoLeaves() public {
        bytes memory reason = abi.encodeWithSelector(IStandingRegistry.NoLeaves.selector);
        assertRefused(ORIGIN, new bytes32[](0), REVOKED, 0, reason);
    }

    function test_setStanding_refusesAReplacementWhereNoneBelongsAndNoneWhereOneDoes() public {
        bytes4 mismatch = IStandingRegistry.ReplacementMismatch.selector;
        for (uint256 i; i < 4; ++i) {
            IStandingRegistry.Standing standing = IStandingRegistry.Standing(i);
            bytes32 wrong = standing == REPLACED ? bytes32(0) : leafOf(9);
            assertRefused(ORIGIN, leavesUpTo(1), standing, wrong, abi.encodeWithSelector(mismatch, standing, wrong));
        }
    }

    function test_setStanding_refusesAStandingThatDoesNotExist() public {
        bytes memory call = abi.encodeCall(
            registry.setStanding, (ISSUER, ISSUER, ORIGIN, only(leafOf(1)), REVOKED, 1, bytes32(0))
        );
        call[4 + 4 * 32 + 31] = 0x04;
        vm.prank(ISSUER);
        (bool isDone,) = address(registry).call(call);
        vm.assertTrue(!isDone, "refused");
    }

    // Between speakers

    function testFuzz_setStanding_onlyTheSpeakersOwnRecord(address speaker, address rival, bytes32 leaf) public {
        vm.assume(speaker != rival && speaker != address(vm) && rival != address(vm));
        vm.prank(rival);
        registry.setStanding(rival, ISSUER, ORIGIN, only(leaf), REVOKED, 1, 0);
        vm.assertEq(registry.statementsOf(speaker, ISSUER, ORIGIN, leaf).length, 0, "the rival speaks for itself");

        vm.prank(speaker);
        registry.setStanding(speaker, ISSUER, ORIGIN, only(leaf), SUSPENDED, 1, 0);
        vm.assertEq(registry.statementsOf(speaker, ISSUER, ORIGIN, leaf).length, 1, "and is not in the way");
        vm.assertEq(registry.statementsOf(speaker, ISSUER, AEO, leaf).length, 0, "another type");
        vm.assertEq(registry.statementsOf(speaker, OTHER, ORIGIN, leaf).length, 0, "another issuer");
    }

    function testFuzz_statementsOf_neverReverts(address speaker, address issuer, bytes8 documentType, bytes32 leaf)
        public
        view
    {
        vm.assertEq(registry.statementsOf(speaker, issuer, documentType, leaf).length, 0, "nothing");
    }
}
