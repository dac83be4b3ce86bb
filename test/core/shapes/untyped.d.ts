// Packages that bring no types, as far as the tests call them.

declare module "@digitalbazaar/credentials-context" {
  export const contexts: ReadonlyMap<string, object>;
}

declare module "jsonld" {
  export interface Options {
    readonly documentLoader: (url: string) => Promise<{ contextUrl: string | null; documentUrl: string; document: object }>;
    /** Fails where something would be dropped. */
    readonly safe?: true;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<object[]>;
    compact(document: object, context: object, options: Options): Promise<object>;
  };
  export default jsonld;
}
