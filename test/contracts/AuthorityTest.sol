// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuthority} from "../../contracts/interfaces/IAuthority.sol";
import {IERC1056Owner, RegistryTest} from "./RegistryTest.sol";

/// @title Authority test
/// @notice Goal: in every registry, each write obeys ERC-1056 as it stands in that very transaction.
/// Method: each registry's test inherits these rows and says how it writes; every kind of write is tried in each.
abstract contract AuthorityTest is RegistryTest {
    address private constant BURN = 0x000000000000000000000000000000000000dEaD;

    /// @dev How many kinds of write the registry has.
    function kindsOfWrite() internal pure virtual returns (uint256);

    /// @dev Makes a write of this kind for `identity`, from whoever is pranked; a new one each time `number` differs.
    function write(uint256 kind, address identity, uint256 number) internal virtual;

    /// @dev The registry under test.
    function registryAddress() internal view virtual returns (IAuthority);

    function assertAccepted(address account, address identity) internal {
        for (uint256 kind; kind < kindsOfWrite(); ++kind) {
            vm.prank(account);
            write(kind, identity, 1);
        }
    }

    function assertRefused(address account, address identity) internal {
        for (uint256 kind; kind < kindsOfWrite(); ++kind) {
            vm.expectRevert(abi.encodeWithSelector(IAuthority.NotAuthorised.selector, identity, account));
            vm.prank(account);
            write(kind, identity, 2);
        }
    }

    function test_authority_itAsksTheRegistryItWasBornWith() public view {
        vm.assertEq(address(registryAddress().dids()), address(dids), "dids");
    }

    function test_authority_anIdentitySpeaksForItself() public {
        assertAccepted(ISSUER, ISSUER);
    }

    function testFuzz_authority_nobodyElseDoes(address account, address identity) public {
        vm.assume(account != identity && account != address(vm));
        assertRefused(account, identity);
    }

    function test_authority_theOldKeyFailsAfterRotationAndTheNewOneWorks() public {
        changeOwner(ISSUER, OTHER);
        assertRefused(ISSUER, ISSUER);
        assertAccepted(OTHER, ISSUER);
    }

    function test_authority_rotatingBackGivesTheKeyItsPowerBack() public {
        changeOwner(ISSUER, OTHER);
        changeOwner(ISSUER, ISSUER);
        assertRefused(OTHER, ISSUER);
        assertAccepted(ISSUER, ISSUER);
    }

    function test_authority_aDelegateOfOurTypeIsAccepted() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        assertAccepted(DELEGATE, ISSUER);
    }

    function test_authority_aDelegateOfAnotherTypeIsRefused() public {
        addDelegate(ISSUER, "veriKey", DELEGATE, 1 days);
        addDelegate(ISSUER, "sigAuth", DELEGATE, 1 days);
        addDelegate(ISSUER, "Tradeseal", DELEGATE, 1 days);
        assertRefused(DELEGATE, ISSUER);
    }

    function test_authority_aDelegateOfAnotherIdentityIsRefused() public {
        addDelegate(OTHER, TRADESEAL, DELEGATE, 1 days);
        assertRefused(DELEGATE, ISSUER);
    }

    function test_authority_theOwnersOwnDelegateIsRefused() public {
        changeOwner(ISSUER, OTHER);
        addDelegate(OTHER, TRADESEAL, DELEGATE, 1 days);
        assertRefused(DELEGATE, ISSUER);
    }

    function test_authority_aDelegateLastsToItsLastSecondAndNoLonger() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        uint256 end = block.timestamp + 1 days;
        vm.warp(end - 1);
        assertAccepted(DELEGATE, ISSUER);
        vm.warp(end);
        assertRefused(DELEGATE, ISSUER);
    }

    function test_authority_aRevokedDelegateIsRefused() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        assertAccepted(DELEGATE, ISSUER);
        vm.prank(ISSUER);
        dids.revokeDelegate(ISSUER, TRADESEAL, DELEGATE);
        assertRefused(DELEGATE, ISSUER);
    }

    /// Surprising, and ERC-1056's way: hence the order of our rotation, delegates first.
    function test_authority_aDelegateOutlivesAChangeOfOwner() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        changeOwner(ISSUER, OTHER);
        assertAccepted(DELEGATE, ISSUER);
    }

    function test_authority_deactivationToABurnAddressSilencesTheIdentity() public {
        changeOwner(ISSUER, BURN);
        assertRefused(ISSUER, ISSUER);
    }

    /// Surprising, and ERC-1056's way: hence the burn address.
    function test_authority_anOwnerOfZeroIsTheOldKeyAgain() public {
        changeOwner(ISSUER, OTHER);
        changeOwner(ISSUER, address(0));
        assertRefused(OTHER, ISSUER);
        assertAccepted(ISSUER, ISSUER);
    }

    function test_authority_aDelegateCannotMakeDelegates() public {
        addDelegate(ISSUER, TRADESEAL, DELEGATE, 1 days);
        vm.expectRevert(abi.encodeWithSignature("Error(string)", "bad_actor"));
        vm.prank(DELEGATE);
        dids.addDelegate(ISSUER, TRADESEAL, STRANGER, 1 days);
    }
}
