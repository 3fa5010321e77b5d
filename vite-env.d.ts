declare module 'virtual:remix/server-build'

// Only the imports that there are: types are looked for under each of these names, and vite/client has sixty.
declare module '*?url' {
  const url: string
  export = url
}
declare module '*?worker&url' {
  const url: string
  export = url
}
declare module '*?no-inline' {
  const url: string
  export = url
}
