// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1056} from "../../contracts/interfaces/IERC1056.sol";

/// @notice The part of the test runner's cheatcodes that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    struct Gas {
        uint64 gasLimit;
        uint64 gasTotalUsed;
        uint64 gasMemoryUsed;
        int64 gasRefunded;
        uint64 gasRemaining;
    }

    function assertEq(address left, address right, string calldata belief) external pure;
    function assertEq(bool left, bool right, string calldata belief) external pure;
    function assertEq(bytes calldata left, bytes calldata right, string calldata belief) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata belief) external pure;
    function assertEq(uint256 left, uint256 right, string calldata belief) external pure;
    function assertGt(uint256 left, uint256 right, string calldata belief) external pure;
    function assertLe(uint256 left, uint256 right, string calldata belief) external pure;
    function assertTrue(bool condition, string calldata belief) external pure;
    function assume(bool condition) external pure;
    function expectRevert(bytes calldata revertData) external;
    function getRecordedLogs() external returns (Log[] memory);
    function lastCallGas() external view returns (Gas memory);
    function load(address target, bytes32 slot) external view returns (bytes32);
    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
    function parseJsonBytes32Array(string calldata json, string calldata key) external pure returns (bytes32[] memory);
    function prank(address account) external;
    function readFile(string calldata path) external view returns (string memory);
    function recordLogs() external;
    function roll(uint256 blockNumber) external;
    function snapshotValue(string calldata group, string calldata name, uint256 value) external;
    function toString(uint256 value) external pure returns (string memory);
    function warp(uint256 time) external;
}

/// @notice What an identity can do with the ERC-1056 registry, beside what the registries ask of it.
interface IERC1056Owner is IERC1056 {
    function addDelegate(address identity, bytes32 delegateType, address delegate, uint256 validity) external;
    function revokeDelegate(address identity, bytes32 delegateType, address delegate) external;
    function changeOwner(address identity, address newOwner) external;
}

/// @title Registry test
/// @notice The world of every contract test: the real ERC-1056 registry, a few accounts, and a clock that has begun.
abstract contract RegistryTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    string private constant PUBLISHED =
        "node_modules/ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json";

    bytes32 internal constant TRADESEAL = "tradeseal";
    bytes8 internal constant ORIGIN = "861";
    bytes8 internal constant AEO = "AEO";
    uint40 internal constant NO_END = type(uint40).max;

    address internal constant ISSUER = 0xa1B2c3d4E5f60718293a4B5C6d7E8F9012345678;
    address internal constant OTHER = 0xb1C2D3E4f506172839a4b5C6D7e8F90123456789;
    address internal constant DELEGATE = 0xc1D2e3f4051627384950a1b2c3D4e5F607182939;
    address internal constant STRANGER = 0xd1e2F30415263748596071829304a5B6C7d8E9f0;

    IERC1056Owner internal dids;

    constructor() {
        vm.warp(1_800_000_000);
        vm.roll(1_000);
        dids = IERC1056Owner(deployERC1056());
    }

    /// @dev Deploys from the published bytecode: what these tests find is true of the contract that networks run.
    function deployERC1056() internal returns (address deployed) {
        bytes memory code = vm.parseJsonBytes(vm.readFile(PUBLISHED), ".bytecode");
        assembly {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        vm.assertTrue(deployed.code.length > 0, "the ERC-1056 registry stands");
    }

    /// @dev A leaf that is told from all others by its number. (Made without a call, which would use up a prank.)
    function leafOf(uint256 number) internal pure returns (bytes32) {
        return keccak256(abi.encode("leaf", number));
    }

    function leavesUpTo(uint256 size) internal pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](size);
        for (uint256 i; i < size; ++i) {
            leaves[i] = leafOf(i);
        }
    }

    function only(bytes32 leaf) internal pure returns (bytes32[] memory leaves) {
        leaves = new bytes32[](1);
        leaves[0] = leaf;
    }

    function addDelegate(address identity, bytes32 delegateType, address delegate, uint256 validity) internal {
        vm.prank(dids.identityOwner(identity));
        dids.addDelegate(identity, delegateType, delegate, validity);
    }

    function changeOwner(address identity, address newOwner) internal {
        vm.prank(dids.identityOwner(identity));
        dids.changeOwner(identity, newOwner);
    }

    /// @dev Asserts that the one event since `recordLogs` is this one, to the last byte.
    function assertOnlyEvent(bytes32[4] memory topics, bytes memory content) internal {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1, "exactly one event");
        for (uint256 i; i < 4; ++i) {
            vm.assertEq(logs[0].topics[i], topics[i], "an indexed field of the event");
        }
        vm.assertEq(logs[0].data, content, "the event's other fields");
    }

    function assertNoEvent() internal {
        vm.assertEq(vm.getRecordedLogs().length, 0, "no event");
    }

    function topic(address account) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
