import 'i18next'
import type { DefaultNamespace, Namespace, ParseKeys, TOptions } from 'i18next'
import type { resources } from './resources.ts'

type Listed = { returnObjects: true }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['it']
  }

  // Tried before i18next's own signature, which works all keys out anew for each call: a sixth of checking types.
  interface TFunction<Ns extends Namespace = DefaultNamespace, KPrefix = undefined> {
    <Values extends TOptions & { returnObjects?: false }>(
      key: ParseKeys<Ns, object, KPrefix>,
      values?: Values,
    ): string
    <Values extends TOptions & Listed>(key: ParseKeys<Ns, Listed, KPrefix>, values: Values): object
  }
}
