// Which addresses are somebody's public ones (IANA special-purpose registries for IPv4 and IPv6).

import { BlockList, isIP } from "node:net";

/** Whether connections may go to an address: `public` for everybody, `loopback` for this machine, `forbidden` for all others. */
export type Reach = "public" | "loopback" | "forbidden";

const NOT_PUBLIC_IPV4: readonly [network: string, prefix: number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // shared by carriers (CGNAT); metadata services live here, too
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local; metadata services
  ["168.63.129.16", 32], // a metadata service with a public address
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments; metadata services
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
];

/** Of IPv6 only global unicast is public, and of that not these. */
const GLOBAL_UNICAST: readonly [network: string, prefix: number] = ["2000::", 3];
const NOT_PUBLIC_IPV6: readonly [network: string, prefix: number][] = [
  ["2001::", 23], // protocol assignments, Teredo among them
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["3fff::", 20], // documentation
];
/** NAT64: the last four bytes are an IPv4 address, and that is where the connection goes. */
const NAT64 = /^64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

const notPublicIpv4 = listOf(NOT_PUBLIC_IPV4, "ipv4");
const notPublicIpv6 = listOf(NOT_PUBLIC_IPV6, "ipv6");
const globalUnicast = listOf([GLOBAL_UNICAST], "ipv6");

function listOf(networks: readonly (readonly [network: string, prefix: number])[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}

/** Where a connection to this address would go. What is no address is forbidden. */
export function reachOf(address: string): Reach {
  const family = isIP(address);
  if (family === 4) return reachOfIpv4(address);
  if (family !== 6 || address.includes("%")) return "forbidden";
  const written = canonical(address);
  if (written === "::1") return "loopback";
  const [, high, low] = NAT64.exec(written) ?? [];
  if (high !== undefined) return reachOfIpv4(embedded(high, low!)) === "public" ? "public" : "forbidden";
  return globalUnicast.check(written, "ipv6") && !notPublicIpv6.check(written, "ipv6") ? "public" : "forbidden";
}

function reachOfIpv4(address: string): Reach {
  if (address.startsWith("127.")) return "loopback";
  return notPublicIpv4.check(address, "ipv4") ? "forbidden" : "public";
}

/** One spelling for all (RFC 5952), as the URL parser writes it: no leading zeros, no dotted end. */
const canonical = (address: string): string => new URL(`http://[${address}]/`).hostname.slice(1, -1);

function embedded(high: string, low: string): string {
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join(".");
}
