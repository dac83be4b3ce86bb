// The kinds of credentials, by the names under which they are addressed.

import { acr } from "./acr.ts";
import { aeo } from "./aeo.ts";
import { coo } from "./coo.ts";
import { CREDENTIALS_V2, type AnyShape, type ShapeName } from "./credential.ts";
import { rct } from "./rct.ts";
import { toi } from "./toi.ts";

/** Every shape, by name. */
export const shapes = { aeo, toi, coo, acr, rct } as const satisfies Readonly<Record<ShapeName, AnyShape>>;

/** The shape with this name, or `null`. */
export const shapeNamed = (name: string): AnyShape | null => (Object.hasOwn(shapes, name) ? shapes[name as ShapeName] : null);

/** The shape of a credential with these types, or `null` when it is none of ours. */
export const shapeOfTypes = (types: readonly unknown[]): AnyShape | null => Object.values<AnyShape>(shapes).find(({ type }) => types.includes(type)) ?? null;

/** Where the JSON Schema of a shape stands under `base`, an address without a slash at the end. */
export const schemaAddress = (base: string, name: ShapeName): string => `${base}/schemas/${name}/v1.json`;
/** Where the JSON-LD context of a shape stands under `base`. */
export const contextAddress = (base: string, name: ShapeName): string => `${base}/contexts/${name}/v1`;

/** The members of a credential (data model 2.0) that its shape decides. */
export interface ShapeMembers {
  readonly "@context": readonly string[];
  readonly type: readonly string[];
  /** UNTP asks for a name. */
  readonly name: string;
  readonly credentialSchema: { readonly id: string; readonly type: "JsonSchema" };
}

/** Contexts, types, name and schema of a credential of this shape, for a service at `base`. */
export const shapeMembers = ({ name, title, type, alsoTypes, alsoContexts }: AnyShape, base: string): ShapeMembers => ({
  "@context": [CREDENTIALS_V2, ...alsoContexts, contextAddress(base, name)],
  type: ["VerifiableCredential", ...alsoTypes, type],
  name: `${title[0]!.toUpperCase()}${title.slice(1)}`,
  credentialSchema: { id: schemaAddress(base, name), type: "JsonSchema" },
});

