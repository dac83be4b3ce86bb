// /v1/me, /v1/keys and /v1/identity: what an issuer asks about itself.

import type { Express, RequestHandler, Response } from "express";
import { didOf, type Address } from "../../core/address.ts";
import { Fault } from "../../core/fault.ts";
import { NO_END } from "../../core/ledger.ts";
import { blockNamed, dateOf } from "../../core/report.ts";
import type { ApiKey } from "../../flows/trust/administrationPorts.ts";
import { mayWrite } from "../../flows/identities/ledgerIdentity.ts";
import { listVouchers } from "../../flows/trust/vouchers.ts";
import { issuerOf, keyIdOf, type Authenticate } from "../server/apiKey.ts";
import { shared } from "./issuers.ts";
import type { ServiceParts } from "../parts.ts";
import { addResource } from "../server/resource.ts";

type Parts = Pick<ServiceParts, "apiKeys" | "ledger" | "verify" | "ledgerIdentities">;
type Vouchers = Awaited<ReturnType<typeof listVouchers>>;

/** Adds the resources. Any key of the issuer will do: nothing here is told to anybody else. */
export function addOwn(app: Express, authenticate: Authenticate, parts: Parts): void {
  const audience = "issuers";
  const anyKey = authenticate("read", "issue", "accredit");
  addResource(app, { path: "/v1/me", audience, get: [anyKey, meHandler(parts)] });
  addResource(app, { path: "/v1/keys", audience, get: [anyKey, keysHandler(parts)] });
  addResource(app, { path: "/v1/identity", audience, get: [anyKey, identityHandler(parts)] });
}

function meHandler(parts: Parts): RequestHandler {
  const vouchers = shared(() => listVouchers(parts.verify));
  return async (_request, response) => {
    const keys = await keysOf(response, parts);
    const key = keys.find(({ id }) => id === keyIdOf(response))!;
    const { address } = issuerOf(response);
    const found = await orSilence(vouchers());
    response.json({ issuer: issuerView(response, parts), key: keyView(key), ...(found === null ? {} : { mayIssue: [...asRoot(address, parts), ...asGrantee(address, found, parts)] }) });
  };
}

/** `null` when the ledger is silent: who asks is known all the same. */
async function orSilence(question: Promise<Vouchers>): Promise<Vouchers | null> {
  try {
    const found = await question;
    return found.isComplete ? found : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

const asRoot = (own: Address, { verify }: Parts): object[] => verify.trustRoots().filter(({ address }) => address === own).flatMap(({ documentTypes }) => documentTypes.map((documentType) => ({ documentType })));

function asGrantee(own: Address, { vouchers }: Vouchers, { verify, ledger: { chainId } }: Parts): object[] {
  const names = new Map<Address, string>([...vouchers.map(({ grantee, name }) => [grantee, name] as const), ...verify.trustRoots().map(({ address, name }) => [address, name] as const)]);
  return vouchers
    .filter(({ grantee, isInForce }) => grantee === own && isInForce)
    .map(({ documentType, grantor, statement: { until } }) => {
      const name = names.get(grantor) ?? "";
      return { documentType, by: { did: didOf(grantor, chainId), address: grantor, ...(name === "" ? {} : { name }) }, ...(until === NO_END ? {} : { until: dateOf(until) }) };
    });
}

function issuerView(response: Response, { ledger: { chainId } }: Parts): { did: string; address: Address; name: string } {
  const { address, name } = issuerOf(response);
  return { did: didOf(address, chainId), address, name };
}

const timeOf = (seconds: number): string => dateOf(Math.floor(seconds));

const keyView = ({ id, scopes, createdAt, expiresAt }: ApiKey): object => ({ id, scopes, createdAt: timeOf(createdAt), ...(expiresAt === null ? {} : { expiresAt: timeOf(expiresAt) }) });

const keysOf = async (response: Response, { apiKeys }: Parts): Promise<readonly ApiKey[]> => (await apiKeys.list()).filter(({ issuer }) => issuer.address === issuerOf(response).address);

function keysHandler(parts: Parts): RequestHandler {
  return async (_request, response) => {
    const keys = await keysOf(response, parts);
    response.json({
      keys: keys.map((key) => ({
        ...keyView(key),
        ...(key.revokedAt === null ? {} : { revokedAt: timeOf(key.revokedAt) }),
        ...(key.lastUsedOn === null ? {} : { lastUsedOn: key.lastUsedOn }),
        isThis: key.id === keyIdOf(response),
      })),
    });
  };
}

function identityHandler(parts: Parts): RequestHandler {
  return async (_request, response) => {
    const { address, account } = issuerOf(response);
    const seen = await parts.ledgerIdentities.identityOf(address);
    const { owner, isDeactivated, delegations, head } = seen;
    response.json({
      issuer: issuerView(response, parts),
      ...{ owner, account, isDeactivated },
      mayWrite: mayWrite(seen, account),
      delegations: delegations.map(({ delegate, end, isInForce }) => ({ account: delegate, until: dateOf(end), isInForce })),
      block: blockNamed(head, parts.ledger.chainId),
    });
  };
}
