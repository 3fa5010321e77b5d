declare module 'idiomorph/dist/idiomorph.esm.js' {
  type Callbacks = {
    beforeNodeMorphed?: (old: Node, fresh: Node) => boolean
    beforeNodeRemoved?: (old: Node) => boolean
    beforeAttributeUpdated?: (name: string) => boolean
  }
  export const Idiomorph: {
    morph: (
      old: Element,
      fresh: Element,
      options?: { ignoreActiveValue?: boolean; callbacks?: Callbacks },
    ) => void
  }
}
