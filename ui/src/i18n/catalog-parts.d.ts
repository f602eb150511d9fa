/** The parts of a catalog, as the build takes it apart (`catalog-parts.ts`). */

declare module "*.ftl?first" {
  const text: string;
  export default text;
}

declare module "*.ftl?later" {
  const text: string;
  export default text;
}
