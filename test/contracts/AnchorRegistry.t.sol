// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AnchorRegistry} from "../../contracts/AnchorRegistry.sol";
import {IAnchorRegistry} from "../../contracts/interfaces/IAnchorRegistry.sol";
import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {IERC1056} from "../../contracts/interfaces/IERC1056.sol";
import {AuthorityTest} from "./AuthorityTest.sol";

/// @notice Goal: an anchor says truly, and for ever, which batch an issuer committed to and when.
/// Method: roots against known answers from outside; every refusal with its values; laws by fuzzing.
contract AnchorRegistryTest is AuthorityTest {
    AnchorRegistry private registry;

    function setUp() public {
        registry = new AnchorRegistry(dids);
    }

    function registryAddress() internal view override returns (IAuthority) {
        return registry;
    }

    function kindsOfWrite() internal pure override returns (uint256) {
        return 2;
    }

    function write(uint256 kind, address identity, uint256 number) internal override {
        if (kind == 0) registry.anchor(identity, ORIGIN, only(leafOf(number)));
        else registry.anchorRoot(identity, ORIGIN, leafOf(number), 1);
    }

    function anchor(bytes32[] memory leaves) private returns (bytes32 root) {
        vm.prank(ISSUER);
        root = registry.anchor(ISSUER, ORIGIN, leaves);
    }

    function anchorRoot(bytes32 root, uint40 size) private {
        vm.prank(ISSUER);
        registry.anchorRoot(ISSUER, ORIGIN, root, size);
    }

    function recorded(bytes32 root) private view returns (IAnchorRegistry.Anchor memory) {
        return registry.anchorOf(ISSUER, ORIGIN, root);
    }

    function assertAnchor(bytes32 root, uint256 time, uint256 blockNumber, uint256 size, bool hasLeaves) private view {
        IAnchorRegistry.Anchor memory found = recorded(root);
        vm.assertEq(found.time, time, "time");
        vm.assertEq(found.blockNumber, blockNumber, "block number");
        vm.assertEq(found.size, size, "size");
        vm.assertEq(found.hasLeaves, hasLeaves, "has leaves");
    }

    function assertAnchored(address account, bytes32 root, uint40 size, bytes32[] memory leaves) private {
        bytes32[4] memory topics = [IAnchorRegistry.Anchored.selector, topic(ISSUER), bytes32(ORIGIN), root];
        assertOnlyEvent(topics, abi.encode(account, size, leaves));
    }

    // Roots

    function firstOf(bytes32[] memory all, uint256 size) private pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](size);
        for (uint256 i; i < size; ++i) {
            leaves[i] = all[i];
        }
    }

    function test_anchor_knownAnswersOfTheStandardsExample() public {
        string memory known = vm.readFile("test/contracts/merkleRoots.json");
        bytes32[] memory leaves = vm.parseJsonBytes32Array(known, ".exampleLeaves");
        bytes32[8] memory roots = [
            bytes32(0x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d),
            0xfac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125,
            0xaeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77,
            0xd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7,
            0x4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4,
            0x76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef,
            0xddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c,
            0x5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
        ];
        for (uint256 size = 1; size <= 8; ++size) {
            vm.assertEq(anchor(firstOf(leaves, size)), roots[size - 1], vm.toString(size));
        }
    }

    function test_anchor_knownAnswersForEverySizeTo650() public {
        bytes32[] memory roots = vm.parseJsonBytes32Array(vm.readFile("test/contracts/merkleRoots.json"), ".numbered");
        vm.assertEq(roots.length, 650, "known answers");

        bytes32[] memory leaves = new bytes32[](roots.length);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = sha256(abi.encodePacked(uint8(0), sha256(abi.encode(i))));
        }
        for (uint256 size = 1; size <= roots.length; ++size) {
            vm.assertEq(anchor(firstOf(leaves, size)), roots[size - 1], vm.toString(size));
        }
    }

    function testFuzz_anchor_everyLeafAndItsPlaceCount(uint256 seed, uint8 sizeGiven) public {
        uint256 size = 2 + uint256(sizeGiven) % 62;
        uint256 place = seed % size;
        bytes32[] memory leaves = leavesUpTo(size);
        bytes32 root = anchor(leaves);

        bytes32 kept = leaves[place];
        leaves[place] = kept ^ bytes32(uint256(1) << (seed >> 248));
        vm.assertTrue(anchor(leaves) != root, "one bit of one leaf");

        uint256 next = (place + 1) % size;
        (leaves[place], leaves[next]) = (leaves[next], kept);
        vm.assertTrue(anchor(leaves) != root, "two leaves in the other order");
    }

    function test_anchor_aLastLeafTwiceIsAnotherBatch() public {
        bytes32[] memory leaves = leavesUpTo(4);
        leaves[3] = leaves[2];
        vm.assertTrue(anchor(leaves) != anchor(leavesUpTo(3)), "an odd node is never doubled");
    }

    // Records and events

    function test_anchor_recordsAndPublishes() public {
        vm.recordLogs();
        bytes32 root = anchor(leavesUpTo(3));
        assertAnchored(ISSUER, root, 3, leavesUpTo(3));
        assertAnchor(root, 1_800_000_000, 1_000, 3, true);
    }

    function test_anchor_namesTheDelegateThatActed() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        vm.recordLogs();
        vm.prank(DELEGATE);
        bytes32 root = registry.anchor(ISSUER, ORIGIN, leavesUpTo(2));
        assertAnchored(DELEGATE, root, 2, leavesUpTo(2));
    }

    function test_anchorRoot_recordsWithoutLeaves() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        vm.recordLogs();
        vm.prank(DELEGATE);
        registry.anchorRoot(ISSUER, ORIGIN, leafOf(1), 77);
        assertAnchored(DELEGATE, leafOf(1), 77, new bytes32[](0));
        assertAnchor(leafOf(1), 1_800_000_000, 1_000, 77, false);
    }

    function test_anchorOf_answersZeroForWhatNeverWas() public {
        anchor(only(leafOf(1)));
        assertAnchor(leafOf(2), 0, 0, 0, false);
        vm.assertEq(registry.anchorOf(ISSUER, AEO, leafOf(1)).time, 0, "another type");
        vm.assertEq(registry.anchorOf(OTHER, ORIGIN, leafOf(1)).time, 0, "another issuer");
    }

    function testFuzz_anchorOf_neverReverts(address issuer, bytes8 documentType, bytes32 root) public view {
        vm.assertEq(registry.anchorOf(issuer, documentType, root).size, 0, "nothing");
    }

    function test_anchor_theLastTimeThatFits() public {
        vm.warp(type(uint40).max);
        vm.roll(type(uint40).max);
        anchorRoot(leafOf(1), type(uint40).max);
        assertAnchor(leafOf(1), type(uint40).max, type(uint40).max, type(uint40).max, false);
    }

    // The same again

    function test_anchor_againChangesNothing() public {
        bytes32 root = anchor(leavesUpTo(5));
        later();
        vm.recordLogs();
        vm.assertEq(anchor(leavesUpTo(5)), root, "the root is answered all the same");
        anchorRoot(root, 5);
        assertNoEvent();
        assertAnchor(root, 1_800_000_000, 1_000, 5, true);
    }

    function test_anchorRoot_againChangesNothing() public {
        anchorRoot(leafOf(1), 5);
        later();
        vm.recordLogs();
        anchorRoot(leafOf(1), 5);
        assertNoEvent();
        assertAnchor(leafOf(1), 1_800_000_000, 1_000, 5, false);
    }

    function test_anchor_laterPublishesTheLeavesOnceAndKeepsTheFirstTime() public {
        anchorRoot(rootOfFive(), 5);
        later();

        vm.recordLogs();
        bytes32 root = anchor(leavesUpTo(5));
        assertAnchored(ISSUER, root, 5, leavesUpTo(5));
        assertAnchor(root, 1_800_000_000, 1_000, 5, true);

        anchor(leavesUpTo(5));
        assertNoEvent();
    }

    /// @dev Found in another issuer's name, so that nothing stands under `ISSUER`.
    function rootOfFive() private returns (bytes32) {
        vm.prank(OTHER);
        return registry.anchor(OTHER, ORIGIN, leavesUpTo(5));
    }

    function later() private {
        vm.warp(block.timestamp + 1 hours);
        vm.roll(block.number + 300);
    }

    // Refusals

    function assertAnchorRefused(bytes8 documentType, bytes32[] memory leaves, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(ISSUER);
        registry.anchor(ISSUER, documentType, leaves);
    }

    function assertRootRefused(bytes8 documentType, bytes32 root, uint40 size, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(ISSUER);
        registry.anchorRoot(ISSUER, documentType, root, size);
    }

    function test_anchor_refusesABatchWithoutLeaves() public {
        assertAnchorRefused(ORIGIN, new bytes32[](0), abi.encodeWithSelector(IAnchorRegistry.EmptyBatch.selector));
        assertRootRefused(ORIGIN, leafOf(1), 0, abi.encodeWithSelector(IAnchorRegistry.EmptyBatch.selector));
    }

    function test_anchor_refusesNoDocumentType() public {
        assertAnchorRefused(0, leavesUpTo(1), abi.encodeWithSelector(IAnchorRegistry.NoDocumentType.selector));
        assertRootRefused(0, leafOf(1), 1, abi.encodeWithSelector(IAnchorRegistry.NoDocumentType.selector));
    }

    function test_anchor_refusesARootOfZero() public {
        assertAnchorRefused(ORIGIN, only(0), abi.encodeWithSelector(IAnchorRegistry.NoRoot.selector));
        assertRootRefused(ORIGIN, 0, 1, abi.encodeWithSelector(IAnchorRegistry.NoRoot.selector));
    }

    function test_anchor_refusesAnotherSizeForTheSameRoot() public {
        bytes32 root = anchor(leavesUpTo(3));
        bytes memory reason = abi.encodeWithSelector(IAnchorRegistry.SizeContradicted.selector, root, 3, 4);
        assertRootRefused(ORIGIN, root, 4, reason);

        anchorRoot(rootOfFive(), 6);
        reason = abi.encodeWithSelector(IAnchorRegistry.SizeContradicted.selector, rootOfFive(), 6, 5);
        assertAnchorRefused(ORIGIN, leavesUpTo(5), reason);
        assertAnchor(rootOfFive(), 1_800_000_000, 1_000, 6, false);
    }

    function test_anchor_withoutAnERC1056RegistryNobodyIsAccepted() public {
        AnchorRegistry adrift = new AnchorRegistry(IERC1056(STRANGER));
        vm.expectRevert(bytes(""));
        vm.prank(ISSUER);
        adrift.anchorRoot(ISSUER, ORIGIN, leafOf(1), 1);
    }

    // Between issuers

    function testFuzz_anchor_nobodyStandsInTheWay(address issuer, address rival, bytes32 root, uint40 size) public {
        vm.assume(root != 0 && size != 0 && issuer != rival && issuer != address(vm) && rival != address(vm));

        vm.prank(rival);
        registry.anchorRoot(rival, ORIGIN, root, size ^ 1 == 0 ? 2 : size ^ 1);
        vm.assertEq(registry.anchorOf(issuer, ORIGIN, root).size, 0, "the rival's record is not the issuer's");

        later();
        vm.prank(issuer);
        registry.anchorRoot(issuer, ORIGIN, root, size);
        vm.assertEq(registry.anchorOf(issuer, ORIGIN, root).size, size, "the issuer is not held up");
        vm.assertEq(registry.anchorOf(issuer, ORIGIN, root).time, block.timestamp, "nor back-dated");
    }
}
