/** The parts of a catalog, which `catalog-parts.ts` makes in the build. */

declare module "*.ftl?first" {
  const text: string;
  export default text;
}

declare module "*.ftl?later" {
  const text: string;
  export default text;
}

declare module "*.ftl?whole" {
  const text: string;
  export default text;
}
