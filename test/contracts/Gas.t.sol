// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccreditationRegistry} from "../../contracts/AccreditationRegistry.sol";
import {AnchorRegistry} from "../../contracts/AnchorRegistry.sol";
import {StandingRegistry} from "../../contracts/StandingRegistry.sol";
import {IStandingRegistry} from "../../contracts/interfaces/IStandingRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";

/// @notice Goal: every write stays within its bar, and no change of its cost goes unseen.
/// Method: each call runs as a transaction of its own (isolated), so that its cost is what the sender pays: the fixed
/// part, calldata with its floor price (EIP-7623), cold storage. The numbers are kept in `snapshots/gas.json`.
contract GasTest is RegistryTest {
    /// EIP-7825: no transaction may use more.
    uint256 private constant TRANSACTION_LIMIT_GAS = 16_777_216;

    AnchorRegistry private anchors;
    StandingRegistry private standings;
    AccreditationRegistry private accreditations;

    function setUp() public {
        anchors = new AnchorRegistry(dids);
        standings = new StandingRegistry(dids);
        accreditations = new AccreditationRegistry(dids);
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
    }

    function spent(string memory name) private returns (uint256 gas) {
        gas = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("gas", name, gas);
    }

    function anchor(address account, uint256 size) private {
        bytes32[] memory leaves = leavesUpTo(size);
        vm.prank(account);
        anchors.anchor(ISSUER, ORIGIN, leaves);
    }

    function setStanding(IStandingRegistry.Standing standing, uint256 size) private {
        bytes32[] memory leaves = leavesUpTo(size);
        vm.prank(ISSUER);
        standings.setStanding(ISSUER, ISSUER, ORIGIN, leaves, standing, 1, 0);
    }

    function accredit(bytes8 documentType) private {
        vm.prank(ISSUER);
        accreditations.accredit(ISSUER, OTHER, documentType, 1, NO_END, true, "Chamber of Commerce of Utopia", 0);
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorOneLeafByTheOwner() public {
        anchor(ISSUER, 1);
        vm.assertLe(spent("anchor 1 leaf, owner"), 56_000, "bar");
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorOneLeafByADelegate() public {
        anchor(DELEGATE, 1);
        vm.assertLe(spent("anchor 1 leaf, delegate"), 60_000, "bar");
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorRootByTheOwner() public {
        vm.prank(ISSUER);
        anchors.anchorRoot(ISSUER, ORIGIN, leafOf(1), 1_000);
        vm.assertLe(spent("anchorRoot, owner"), 56_000, "bar");
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorAgain() public {
        anchor(ISSUER, 1);
        anchor(ISSUER, 1);
        spent("anchor 1 leaf again, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorAHundredLeaves() public {
        anchor(ISSUER, 100);
        spent("anchor 100 leaves, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_anchorAThousandLeaves() public {
        anchor(ISSUER, 1_000);
        vm.assertLe(spent("anchor 1000 leaves, owner"), 1_350 * 1_000, "bar");
    }

    /// hardhat-config: isolate = true
    function test_gas_fourThousandLeavesFitOneTransaction() public {
        anchor(ISSUER, 4_000);
        uint256 gas = spent("anchor 4000 leaves, owner");
        vm.assertLe(gas, TRANSACTION_LIMIT_GAS, "limit");
        vm.assertLe(gas, 1_350 * 4_000, "bar");
    }

    /// hardhat-config: isolate = true
    function test_gas_revokeOneLeaf() public {
        setStanding(IStandingRegistry.Standing.Revoked, 1);
        spent("revoke 1 leaf, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_suspendAndReinstate() public {
        setStanding(IStandingRegistry.Standing.Suspended, 1);
        setStanding(IStandingRegistry.Standing.Active, 1);
        spent("reinstate 1 leaf, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_replaceOneLeaf() public {
        bytes32[] memory leaves = leavesUpTo(1);
        vm.prank(ISSUER);
        standings.setStanding(ISSUER, ISSUER, ORIGIN, leaves, IStandingRegistry.Standing.Replaced, 1, leafOf(9));
        spent("replace 1 leaf, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_revokeAHundredLeaves() public {
        setStanding(IStandingRegistry.Standing.Revoked, 100);
        spent("revoke 100 leaves, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_accredit() public {
        accredit(AEO);
        spent("accredit, owner");
    }

    /// hardhat-config: isolate = true
    function test_gas_withdraw() public {
        accredit(AEO);
        vm.prank(ISSUER);
        accreditations.withdraw(ISSUER, OTHER, AEO, 1, false);
        spent("withdraw, owner");
    }
}
